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
        _ => Err(mistake(text, None)),
    }
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
