//! Whole numbers, and hints for texts that are not a whole number.

use super::bounds::numbers;
use super::reader::shortened;
use super::{FieldType, Node, Reader, Shape, Value};
use crate::base::{Code, Diagnostic};

impl FieldType for u32 {
    const SHAPE: Shape = Shape::Number;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<u32> {
        let Value::Scalar(text) = &node.value else {
            reader.wrong_type(node, "a whole number", reader.example_or("3"));
            return None;
        };
        let text = text.trim();
        if let Ok(number) = text.parse() {
            return Some(number);
        }
        let minutes = (reader.field == "minutes").then(|| of_hours(text)).flatten();
        let hours = (reader.field == "minutes").then(|| part_of_hour(text)).flatten();
        if let Some(hint) = hours {
            let span = reader.source.span(node.range.clone());
            let message = format!("“{}” {}", shortened(text), fraction(text));
            reader.report(Diagnostic::new(Code::BadNumber, span, message).hint(hint));
            return None;
        }
        let in_hours = |minutes| ("is not in minutes", format!("Write {minutes}"));
        // The number of `2 dage` is none of minutes.
        let is_other = |told: &(&str, String)| {
            reader.field == "minutes" && told.0 == MORE && !ends_in_minutes(text)
        };
        match minutes.map(in_hours).or_else(|| mistake(text).filter(|told| !is_other(told))) {
            None => reader.wrong_type(node, "a whole number", reader.example_or("3")),
            Some((message, hint)) => {
                let hint = hint_within(reader.field, message, hint);
                let span = reader.source.span(node.range.clone());
                let message = format!("“{}” {message}", shortened(text));
                reader.report(Diagnostic::new(Code::BadNumber, span, message).hint(hint));
            }
        }
        None
    }
}

/// The hint, or the numbers that the field allows, where those that the hint names are not among them.
fn hint_within(field: &str, message: &str, hint: String) -> String {
    let Some(range) = numbers(field) else { return hint };
    let is_allowed = |word: &str| word.parse().is_ok_and(|number| range.contains(&number));
    let mut named = hint.split(' ').filter(|word| word.bytes().all(|b| b.is_ascii_digit()));
    match NO_NUMBER_NEAR.contains(&message) || !named.all(is_allowed) {
        true => format!("Write a number from {} to {}", range.start(), range.end()),
        false => hint,
    }
}

const TOO_LARGE: &str = "is too large";
const BELOW_ZERO: &str = "is below zero";
const MORE: &str = "has more than a number in it";
const MINUTES: [&str; 9] =
    ["m", "min", "mins", "minute", "minutes", "minut", "minutter", "minuut", "minuten"];
/// Mistakes after which any number that the field allows may be meant.
const NO_NUMBER_NEAR: [&str; 2] = [TOO_LARGE, BELOW_ZERO];

/// What is wrong with something like a number, and what to write; `None` if it is nothing like one.
fn mistake(text: &str) -> Option<(&'static str, String)> {
    let too_large = || (TOO_LARGE, format!("Write a number up to {}", u32::MAX));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if is_number(text.strip_prefix('+').unwrap_or(text)) {
        return Some(too_large());
    }
    if is_number(text.strip_prefix(['-', '−']).unwrap_or_default()) {
        return Some((BELOW_ZERO, "Write 0 or more".to_owned()));
    }
    let groups: Vec<&str> = text.split(GROUPING).collect();
    let is_grouped = groups.len() > 1
        && (1..=3).contains(&groups[0].len())
        && groups.iter().all(|group| is_number(group))
        && groups[1..].iter().all(|group| group.len() == 3);
    if is_grouped {
        let plain = groups.concat();
        return Some(match plain.parse::<u32>() {
            Ok(plain) => ("has other characters between its digits", format!("Write {plain}")),
            Err(_) => too_large(),
        });
    }
    let begins = text.trim_start_matches(['+', '-', '.']);
    let number: Option<f64> = text.replace(',', ".").parse().ok();
    match number.filter(|_| begins.starts_with(|c: char| c.is_ascii_digit())) {
        Some(number) if number > f64::from(u32::MAX) => Some(too_large()),
        Some(number) if number < 0.0 => Some((BELOW_ZERO, "Write 0 or more".to_owned())),
        Some(number) if number.fract() == 0.0 => {
            Some(("is not written as a whole number", format!("Write {number}")))
        }
        Some(number) => {
            let (below, above) = (number.floor(), number.ceil());
            Some((fraction(text), format!("Write {below} or {above}")))
        }
        None => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, unit) = text.split_at(digits);
            let is_unit = unit.trim().chars().all(char::is_alphabetic);
            (is_number(digits) && is_unit)
                .then(|| (MORE, format!("Write the number alone: {digits}")))
        }
    }
}

/// What is said of a number that is not whole.
fn fraction(text: &str) -> &'static str {
    match text.contains(',') {
        true => "is not a whole number: the comma makes a fraction of it",
        false => "is not a whole number",
    }
}

/// What to write for `1,5` minutes, of which somebody thought as hours.
fn part_of_hour(text: &str) -> Option<String> {
    const LONGEST: f64 = 8.0;
    let hours: f64 = text.replace(',', ".").parse().ok()?;
    let minutes = hours * 60.0;
    let is_one = hours > 0.0 && hours <= LONGEST && hours.fract() != 0.0 && minutes.fract() == 0.0;
    is_one.then(|| format!("If {text} hours are meant, write {minutes}; if not, a whole number"))
}

fn ends_in_minutes(text: &str) -> bool {
    let unit = text.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    MINUTES.contains(&unit.trim_end_matches('.'))
}

/// The minutes of a time that is written with hours: 120 of `2 timer`, 90 of `1,5 uur`, `1:30` and
/// `1 hour 30 min`.
pub(super) fn of_hours(written: &str) -> Option<u32> {
    const HALVES: [&str; 5] = ["halv", "halvt", "halve", "half", "halven"];
    const HOURS: [&str; 13] = [
        "t", "h", "u", "hr", "hrs", "time", "timer", "times", "hour", "hours", "uur", "uren",
        "uurtje",
    ];
    const QUARTERS: [&str; 3] = ["kvarter", "kwartier", "quarter"];
    let text = written.trim().to_lowercase().replace('½', ",5");
    let number = |word: &str| -> Option<f64> {
        let is_number = word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
        format!("0{}", word.replace(',', ".")).parse().ok().filter(|_| is_number)
    };
    if let Some((hours, minutes)) = text.split_once(':') {
        let is_time = minutes.len() == 2 && hours.len() < 3;
        let whole = |part: &str| part.parse::<u32>().ok().filter(|_| is_time);
        return Some(whole(hours)? * 60 + whole(minutes)?);
    }
    let mut spaced = String::new();
    let mut was_letter = None;
    for c in text.chars() {
        if was_letter.is_some_and(|was| was != c.is_alphabetic()) {
            spaced.push(' ');
        }
        spaced.push(c);
        was_letter = Some(c.is_alphabetic());
    }
    let (mut count, mut sum, mut has_hours): (Option<f64>, f64, bool) = (None, 0.0, false);
    for word in spaced.split_whitespace().map(|word| word.trim_end_matches('.')) {
        let unit = match word {
            "" | "and" | "og" | "en" if count.is_none() && sum > 0.0 => continue,
            "a" | "an" | "en" | "et" | "een" | "één" | "one" | "of" => {
                count = count.or(Some(1.0));
                continue;
            }
            "halvanden" | "anderhalf" | "anderhalve" => {
                count = Some(1.5);
                continue;
            }
            word if HALVES.contains(&word) => {
                count = Some(0.5);
                continue;
            }
            word if HOURS.contains(&word) => 60.0,
            word if MINUTES.contains(&word) => 1.0,
            word if QUARTERS.contains(&word) => 15.0,
            word => {
                let value = number(word)?;
                // `1 ½`: one and a half.
                count = Some(count.unwrap_or_default() + value);
                continue;
            }
        };
        has_hours |= unit > 1.0;
        sum += count.take()? * unit;
    }
    // `1t30`: minutes are meant by what is left.
    sum += count.unwrap_or_default();
    let is_whole = has_hours && sum.fract() == 0.0 && (1.0..=10_000.0).contains(&sum);
    is_whole.then(|| format!("{sum}").parse().ok()).flatten()
}

/// Characters that people write between thousands.
const GROUPING: [char; 7] = [',', '.', ' ', '_', '\'', '\u{a0}', '\u{202f}'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remedy_names_only_numbers_that_the_field_allows() {
        for (field, text, hint) in [
            ("per_page", "1.5", "Write a number from 6 to 200"),
            ("per_page", "5.5", "Write a number from 6 to 200"),
            ("per_page", "12.5", "Write 12 or 13"),
            ("per_page", "3 stk", "Write a number from 6 to 200"),
            ("per_page", "1.000", "Write a number from 6 to 200"),
            ("order", "1.5", "Write 1 or 2"),
        ] {
            let (message, told) = mistake(text).expect(text);
            assert_eq!(hint_within(field, message, told), hint, "{field} {text}");
        }
    }

    #[test]
    fn hours_are_told_as_minutes() {
        for (text, minutes) in [
            ("2 timer", 120),
            ("2 hours", 120),
            ("2 uur", 120),
            ("1,5 time", 90),
            ("1.5h", 90),
            ("1½ time", 90),
            ("1 ½ time", 90),
            ("½ uur", 30),
            ("1 hour 30 min", 90),
            ("1 time og 15 minutter", 75),
            ("1t30", 90),
            ("1:30", 90),
            ("en halv time", 30),
            ("half an hour", 30),
            ("halvanden time", 90),
            ("anderhalf uur", 90),
            ("et kvarter", 15),
        ] {
            assert_eq!(of_hours(text), Some(minutes), "{text}");
        }
        for text in ["", "30", "30 min", "1,5", "2 dage", "timer", "2 timer om ugen", "1:5", "a:bc"]
        {
            assert_eq!(of_hours(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_like_a_number_is_told_with_the_number_to_write() {
        for (text, words, hint) in [
            ("99999999999999999999", "too large", "Write a number up to 4294967295"),
            ("4294967296", "too large", "Write a number up to 4294967295"),
            ("1e400", "too large", "Write a number up to 4294967295"),
            ("-1", "below zero", "Write 0 or more"),
            ("-1.5", "below zero", "Write 0 or more"),
            ("1.5", "not a whole number", "Write 1 or 2"),
            ("2,5", "not a whole number", "Write 2 or 3"),
            ("3.0", "not written as a whole", "Write 3"),
            ("1e3", "not written as a whole", "Write 1000"),
            ("1.000", "characters between", "Write 1000"),
            ("12 000", "characters between", "Write 12000"),
            ("9.999.999.999", "too large", "Write a number up to 4294967295"),
            ("30 min", "more than a number", "Write the number alone: 30"),
        ] {
            let (message, complaint) = mistake(text).unwrap_or_else(|| panic!("{text}"));
            assert!(message.contains(words), "{text}: {message}");
            assert_eq!(complaint, hint, "{text}");
            // Who does as told is not told again.
            let number = complaint.split(' ').find_map(|word| word.parse::<u32>().ok());
            assert!(number.is_some(), "{text}: {complaint}");
        }
        for text in ["", "thirty", "nan", "inf", "-", "1..2", "1,2,3", "2026-11-21", "-x"] {
            assert_eq!(mistake(text), None, "{text}");
        }
    }
}
