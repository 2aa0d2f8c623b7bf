//! How often something is due again: `6m`, `1y`, `90d`, `2w`.

use std::fmt;

use jiff::Span;

use super::{Date, DateMistake, quote};

/// An interval of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Every {
    count: i32,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A number and one letter: `d` days, `w` weeks, `m` months, `y` years.
pub(crate) fn parse_every(text: &str) -> Result<Every, DateMistake> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, word) = text.split_at(end);
    let unit = Unit::letter(word);
    match digits.parse() {
        Ok(count @ 1..=MOST) => match unit {
            Some(unit) => Ok(Every { count, unit }),
            None => Err(mistake(text, Unit::word(word).map(|unit| Every { count, unit }))),
        },
        Ok(_) | Err(_) if !digits.is_empty() && unit.is_some() => Err(DateMistake::new(format!(
            "{} is not a span of time: the number must be from 1 to {MOST}",
            quote(text)
        ))),
        _ => Err(mistake(text, in_words(text))),
    }
}

/// `yearly`, `hver måned`, `et halvt år`: what people write without a number.
fn in_words(text: &str) -> Option<Every> {
    let folded = text.to_lowercase().replace('-', " ");
    let known = |word: &str| match word {
        "daily" | "dagligt" | "daglig" | "dagelijks" => Some((1, Unit::Day)),
        "weekly" | "ugentligt" | "ugentlig" | "wekelijks" => Some((1, Unit::Week)),
        "monthly" | "månedligt" | "månedlig" | "maandelijks" => Some((1, Unit::Month)),
        "quarter" | "quarterly" | "kvartal" | "kvartalsvis" | "kwartaal" => Some((3, Unit::Month)),
        "halvårligt" | "halvårlig" | "halvår" | "halfjaarlijks" | "halfjaar" => {
            Some((6, Unit::Month))
        }
        "yearly" | "annual" | "annually" | "årligt" | "årlig" | "jaarlijks" => {
            Some((1, Unit::Year))
        }
        word => Unit::word(word).filter(|_| word.chars().count() > 1).map(|unit| (1, unit)),
    };
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    let count = |word: &str| match word {
        "every" | "each" | "hver" | "hvert" | "elk" | "elke" | "a" | "an" | "one" | "once"
        | "en" | "et" | "één" | "een" | "per" | "om" | "året" => Some(1),
        "two" | "second" | "to" | "anden" | "andet" | "twee" | "other" => Some(2),
        "three" | "third" | "tre" | "tredje" | "drie" => Some(3),
        "four" | "fire" | "vier" => Some(4),
        "six" | "seks" | "zes" => Some(6),
        _ => None,
    };
    let (last, before) = (words.pop()?, words);
    let is_half = before.iter().any(|word| matches!(*word, "half" | "halvt" | "halve" | "halv"));
    let before =
        before.into_iter().filter(|it| !matches!(*it, "half" | "halvt" | "halve" | "halv"));
    let mut counts = before.map(|word| count(word).or_else(|| word.parse().ok()));
    let times = counts.try_fold(1_i32, |times, count| times.checked_mul(count?))?;
    let (one, unit): (i32, Unit) = known(last)?;
    match (is_half, unit, one) {
        (true, Unit::Year, 1) => Some(Every { count: times.checked_mul(6)?, unit: Unit::Month }),
        (true, ..) => None,
        (false, ..) => Some(Every { count: one.checked_mul(times)?, unit }),
    }
    .filter(|every| (1..=MOST).contains(&every.count))
}

/// A larger number is taken for a mistake.
const MOST: i32 = 9_999;

impl Every {
    /// The day on which it is due, counted from `date`: a month after 31 January is the last day
    /// of February.
    pub(crate) fn after(self, date: Date) -> Date {
        let span = match self.unit {
            Unit::Day => Span::new().days(self.count),
            Unit::Week => Span::new().weeks(self.count),
            Unit::Month => Span::new().months(self.count),
            Unit::Year => Span::new().years(self.count),
        };
        date.saturating_add(span)
    }
}

impl fmt::Display for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.unit {
            Unit::Day => 'd',
            Unit::Week => 'w',
            Unit::Month => 'm',
            Unit::Year => 'y',
        };
        write!(f, "{}{letter}", self.count)
    }
}

impl Unit {
    fn letter(letter: &str) -> Option<Unit> {
        match letter {
            "d" => Some(Unit::Day),
            "w" => Some(Unit::Week),
            "m" => Some(Unit::Month),
            "y" => Some(Unit::Year),
            _ => None,
        }
    }

    /// The same, spelled out in English, Danish or Dutch.
    fn word(word: &str) -> Option<Unit> {
        match word.trim().to_lowercase().as_str() {
            "d" | "day" | "days" | "dag" | "dage" | "dagen" => Some(Unit::Day),
            "w" | "u" | "week" | "weeks" | "uge" | "uger" | "weken" => Some(Unit::Week),
            "m" | "month" | "months" | "måned" | "måneder" | "maand" | "maanden" => {
                Some(Unit::Month)
            }
            "y" | "year" | "years" | "år" | "jaar" => Some(Unit::Year),
            _ => None,
        }
    }
}

fn mistake(text: &str, meant: Option<Every>) -> DateMistake {
    let mistake = DateMistake::new(format!("{} is not a span of time", quote(text)));
    match meant {
        Some(every) => mistake.suggest(every.to_string()),
        None => mistake,
    }
}
