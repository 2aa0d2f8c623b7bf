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
        match mistake(text) {
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
            Some(("is not a whole number", format!("Write {below} or {above}")))
        }
        None => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, unit) = text.split_at(digits);
            let is_unit = unit.trim().chars().all(char::is_alphabetic);
            (is_number(digits) && is_unit).then(|| {
                ("has more than a number in it", format!("Write the number alone: {digits}"))
            })
        }
    }
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
