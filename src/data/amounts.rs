//! Numbers with digits behind a point or a comma, as people and their spreadsheets write them.

use super::reader::shortened;
use super::{FieldType, Node, Notation, Reader, Shape, Value};
use crate::base::{Code, Diagnostic};

/// A number, and how many digits behind the point it was written with.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Amount {
    pub(crate) value: f64,
    pub(crate) digits: u8,
}

/// Why a text is not one number.
#[derive(Clone, Debug, PartialEq)]
enum Mistake {
    /// A sign that is in one country between thousands, and in another before fractions.
    Ambiguous {
        whole: String,
        fraction: String,
    },
    NotANumber,
}

impl FieldType for Amount {
    const SHAPE: Shape = Shape::Amount;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Amount> {
        let Value::Scalar(text) = &node.value else {
            reader.wrong_type(node, "a number", "7.5");
            return None;
        };
        let written = reader.source.text.get(node.range.clone()).unwrap_or_default();
        // TOML itself says what a point is in a number without quotes.
        if reader.notation == Notation::Toml && !written.starts_with(['"', '\'']) {
            let plain = text.replace('_', "");
            if let Some(amount) = plain_number(&plain) {
                return Some(amount);
            }
        }
        match amount(text) {
            Ok(amount) => Some(amount),
            Err(Mistake::Ambiguous { whole, fraction }) => {
                let span = reader.source.span(node.range.clone());
                let text = shortened(text.trim());
                let message = format!("“{text}” can be read as {whole} or as {fraction}");
                let hint = format!("Write {whole} if that is meant, or {fraction}0");
                reader.report(Diagnostic::new(Code::BadNumber, span, message).hint(hint));
                None
            }
            Err(Mistake::NotANumber) => {
                let diagnostic = reader.of_wrong_type(node, "a number");
                reader.report(diagnostic.hint(match leading(text) {
                    Some(number) => format!("Write the number alone: {number}"),
                    None => "Write a number; where there is none, leave the field out".to_owned(),
                }));
                None
            }
        }
    }
}

/// A number with a point, as programs write it.
fn plain_number(text: &str) -> Option<Amount> {
    let digits = text.split_once('.').map_or(0, |(_, digits)| digits.len());
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
    let value: f64 = text.parse().ok().filter(|_| is_plain)?;
    // What a spreadsheet computed has more digits than anybody reads.
    let (value, digits) = match u8::try_from(digits) {
        Ok(digits) if digits <= MOST_DIGITS => (value, digits),
        _ => ((value * ROUND).round() / ROUND, MOST_DIGITS),
    };
    within(value).then_some(Amount { value, digits })
}

const MOST_DIGITS: u8 = 6;
const ROUND: f64 = 1e6;

/// Numbers that computing with does not change.
fn within(value: f64) -> bool {
    value.abs() < 1e12
}

/// The number at the beginning of a text that says more: `7,5` of `7,5 timer`.
fn leading(text: &str) -> Option<String> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))?;
    let (number, rest) = text.split_at(end);
    let is_unit = rest.trim_start().chars().all(|c| c.is_alphabetic() || c == ' ' || c == '.');
    (!number.is_empty() && is_unit && amount(number).is_ok()).then(|| number.to_owned())
}

/// Spaces and apostrophes between thousands, a percent sign, a minus of typesetters.
fn amount(text: &str) -> Result<Amount, Mistake> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let text = text.replace('\u{2212}', "-");
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    let is_gap = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
    let text = if text.contains(is_gap) {
        let mut groups = text.split(is_gap);
        let first = groups.next().unwrap_or_default();
        let whole = |part: &str| part.split([',', '.']).next().unwrap_or_default().len();
        if !(1..=3).contains(&first.len()) || !groups.all(|group| whole(group) == 3) {
            return Err(Mistake::NotANumber);
        }
        text.replace(is_gap, "")
    } else {
        text.to_owned()
    };
    let signs: Vec<(usize, char)> =
        text.char_indices().filter(|(_, c)| ",.".contains(*c)).collect();
    let is_grouped = |whole: &str, sign: char| {
        let mut groups = whole.split(sign);
        let first = groups.next().unwrap_or_default().len();
        (1..=3).contains(&first) && groups.all(|group| group.len() == 3)
    };
    let plain = match signs.as_slice() {
        [] => text.clone(),
        [(at, _)] => {
            let (whole, rest) = (&text[..*at], &text[at + 1..]);
            let has_thousand = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            if rest.len() == 3 && has_thousand && digits_only(&format!("{whole}{rest}")) {
                return Err(Mistake::Ambiguous {
                    whole: format!("{sign}{whole}{rest}"),
                    fraction: format!("{sign}{text}"),
                });
            }
            format!("{whole}.{rest}")
        }
        [first, .., last] if first.1 != last.1 => {
            let (whole, rest) = (&text[..last.0], &text[last.0 + 1..]);
            if !is_grouped(whole, first.1) {
                return Err(Mistake::NotANumber);
            }
            format!("{}.{rest}", whole.replace(first.1, ""))
        }
        [first, ..] if is_grouped(&text, first.1) => text.replace(first.1, ""),
        _ => return Err(Mistake::NotANumber),
    };
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_number = digits_only(whole) && rest.bytes().all(|b| b.is_ascii_digit());
    let is_number = is_number && !(rest.is_empty() && plain.contains('.'));
    plain_number(&format!("{sign}{plain}")).filter(|_| is_number).ok_or(Mistake::NotANumber)
}

fn digits_only(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_spreadsheets_of_each_country_write_them() {
        for (text, value, digits) in [
            ("7", 7.0, 0),
            ("7,5", 7.5, 1),
            ("7.5", 7.5, 1),
            ("1.234,5", 1234.5, 1),
            ("1,234.5", 1234.5, 1),
            ("1.234.567", 1_234_567.0, 0),
            ("12 345", 12345.0, 0),
            ("12\u{a0}345,25", 12345.25, 2),
            ("12\u{202f}345", 12345.0, 0),
            ("12'345", 12345.0, 0),
            ("\u{2212}3,5", -3.5, 1),
            ("-3", -3.0, 0),
            ("62 %", 62.0, 0),
            ("14%", 14.0, 0),
            ("0,125", 0.125, 3),
            ("1234,567", 1234.567, 3),
            ("3.3333333333", 3.333_333, 6),
            ("0,66666666666667", 0.666_667, 6),
            (" 4 ", 4.0, 0),
        ] {
            assert_eq!(amount(text), Ok(Amount { value, digits }), "{text:?}");
        }
    }

    #[test]
    fn a_sign_of_which_one_cannot_know_what_it_is_is_asked_about() {
        for (text, whole, fraction) in [
            ("1.234", "1234", "1.234"),
            ("1,234", "1234", "1,234"),
            ("-12.500", "-12500", "-12.500"),
        ] {
            let both =
                Mistake::Ambiguous { whole: whole.to_owned(), fraction: fraction.to_owned() };
            assert_eq!(amount(text), Err(both), "{text}");
            // Who does as told is understood.
            assert!(amount(whole).is_ok() && amount(&format!("{fraction}0")).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "seven",
            "#N/A",
            "7,5 timer",
            "1,2,3",
            "1.2.3",
            "12 34",
            "7,",
            ".",
            "--3",
            "1e3",
            "nan",
        ] {
            assert_eq!(amount(text), Err(Mistake::NotANumber), "{text:?}");
        }
        assert_eq!(leading("7,5 timer").as_deref(), Some("7,5"));
        assert_eq!(leading("#N/A"), None);
    }

    #[test]
    fn a_number_without_quotes_is_what_the_notation_says() {
        assert_eq!(plain_number("1.234"), Some(Amount { value: 1.234, digits: 3 }));
        assert_eq!(plain_number("3.0"), Some(Amount { value: 3.0, digits: 1 }));
        for text in ["nan", "inf", "1e3", "0x10", "99999999999999"] {
            assert_eq!(plain_number(text), None, "{text}");
        }
    }
}
