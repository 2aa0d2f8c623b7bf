//! Values that are typed as they would be in a sentence: lists without brackets and quotes, numbers
//! with a comma, fields between braces without a comma.

use super::{explained, quoted};
use crate::base::date::parse_date;
use crate::data::numbers::of_hours;
use crate::data::settings::DAYS;
use crate::data::toml::across::Explanation;
use crate::data::toml::lines::{is_name, without_comment};

/// What is wrong with a value without quotes around it. `field` writes the whole line with another
/// value, and `header` is the line of the table in which it stands.
pub(super) fn value(
    value: &str,
    words: &str,
    header: &str,
    field: impl Fn(&str) -> String,
) -> Option<Explanation> {
    let bare = value.split('#').next().unwrap_or_default().trim();
    if bare.eq_ignore_ascii_case("off") && header.starts_with("[severity]") {
        return explained("This text is not between quotation marks", field("\"off\""));
    }
    if value.starts_with('{') && words.contains("missing comma") {
        let message = "A comma is missing between two fields that are between { and }";
        let whole = with_commas(value).filter(|whole| whole.chars().count() < 120);
        return explained(
            message,
            match whole {
                Some(whole) => field(&whole),
                None => "Put a comma before the name of each field but the first".to_owned(),
            },
        );
    }
    if let Some(hint) = number(bare, &field) {
        return explained("This number has a comma in it", hint);
    }
    let line = field("");
    let key = line.split('=').next().unwrap_or_default().trim();
    let key = key.rsplit(' ').next().unwrap_or_default();
    if DAYS.contains(&key)
        && let Err(mistake) = parse_date(bare)
    {
        let hint = match mistake.suggestion {
            Some(day) => format!("Did you mean {day}?"),
            None => "Write it as year-month-day: 2026-11-21".to_owned(),
        };
        return explained(mistake.message, hint);
    }
    let text = without_comment(value);
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let is_word = |part: &&str| {
        part.starts_with(char::is_alphabetic)
            && part.split_whitespace().count() <= 3
            && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '/' | '#'))
    };
    const UNQUOTED: &str = "This text is not between quotation marks";
    if parts.len() > 1 && parts.iter().all(is_word) {
        let list: Vec<String> = parts.iter().map(|part| quoted(part)).collect();
        let list = format!("[{}]", list.join(", "));
        let hint = format!("{}; or, if it is one text, {}", field(&list), quoted(text));
        return explained(UNQUOTED, hint);
    }
    let is_day =
        || words.contains("date") || parse_date(bare).is_err_and(|it| it.suggestion.is_some());
    let is_text = text.starts_with(char::is_alphanumeric)
        && bare.contains(char::is_alphabetic)
        && text.contains(char::is_whitespace)
        && !text.contains(['=', '"', '\''])
        && !is_day();
    let digits: String = bare.chars().take_while(char::is_ascii_digit).collect();
    is_text.then(|| {
        let hint = match digits.is_empty() {
            true => field(&quoted(text)),
            false => format!("{}; or, if it is a number, {digits}", field(&quoted(text))),
        };
        (UNQUOTED.to_owned(), hint)
    })
}

/// The table with a comma between all its texts: `{ en = "a" da = "b" }`.
fn with_commas(value: &str) -> Option<String> {
    let mut whole = String::new();
    let parts: Vec<&str> = value.split('"').collect();
    // Between quotation marks is every second part.
    for (at, part) in parts.iter().enumerate() {
        let next = part.trim_start();
        let is_name = next.split_once('=').is_some_and(|(name, _)| is_name(name.trim()));
        if at > 0 {
            whole.push('"');
        }
        if at > 0 && at % 2 == 0 && is_name {
            whole.push_str(", ");
            whole.push_str(next);
        } else {
            whole.push_str(part);
        }
    }
    (parts.len() % 2 == 1 && whole != value && whole.ends_with('}')).then_some(whole)
}

/// The number of `30 min`, where a field holds one; 120 of `2 timer`.
pub(super) fn number_with_unit(key: &str, bare: &str) -> Option<String> {
    const NUMBERS: [&str; 4] = ["minutes", "per_page", "feed_length", "widths"];
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = bare.split_at(digits);
    let is_unit = !unit.is_empty()
        && unit.trim_end_matches('.').chars().all(|c| c.is_alphabetic() || c == ' ');
    match of_hours(bare).filter(|_| key == "minutes") {
        Some(minutes) => Some(minutes.to_string()),
        None => (NUMBERS.contains(&key) && digits > 0 && is_unit).then(|| number.to_owned()),
    }
}

/// What is wrong with a text that has a quotation mark at its end alone.
pub(super) fn one_mark(value: &str, field: impl Fn(&str) -> String) -> Option<Explanation> {
    let text = value.strip_suffix('"').filter(|text| !text.contains(['"', '=', '\\']))?;
    text.starts_with(char::is_alphanumeric).then(|| {
        ("There is no quotation mark before this text".to_owned(), field(&quoted(text.trim())))
    })
}

/// What is wrong with a list or a table that has a bracket at its end alone.
pub(super) fn one_bracket(value: &str, field: impl Fn(&str) -> String) -> Option<Explanation> {
    let (open, space) = match value.chars().last()? {
        ']' if !value.contains('[') => ('[', ""),
        '}' if !value.contains('{') && value.contains('=') => ('{', " "),
        _ => return None,
    };
    let is_short = value.chars().count() < 120;
    let message = format!("The {open} before the first value is missing");
    Some((
        message,
        match is_short {
            true => field(&format!("{open}{space}{value}")),
            false => format!("Put a {open} behind the ="),
        },
    ))
}

/// What to write in place of digits with commas between them: `24,5`, `24,500`, `400, 800`.
fn number(bare: &str, field: impl Fn(&str) -> String) -> Option<String> {
    let plain = bare.strip_prefix(['+', '-']).unwrap_or(bare);
    let sign = if bare.starts_with('-') { "-" } else { "" };
    let parts: Vec<&str> = plain.split(',').map(str::trim).collect();
    let are_digits = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_digit())
            && part.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    if parts.len() < 2 || !parts.iter().all(|part| are_digits(part)) {
        return None;
    }
    let list = || format!("[{}]", parts.join(", "));
    let is_grouped = parts[0].len() < 4 && parts[1..].iter().all(|part| part.len() == 3);
    Some(match &parts[..] {
        _ if bare.contains(", ") => field(&list()),
        _ if is_grouped && !plain.contains('.') => {
            let whole = field(&format!("{sign}{}", parts.concat()));
            format!("{whole}; or, if these are several numbers, {}", list())
        }
        [whole, _] => {
            let whole = format!("{sign}{}", whole.replace('.', ""));
            format!("{}, without the comma and what is behind it", field(&whole))
        }
        _ => field(&list()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_left_out_where_a_number_belongs() {
        let number = |key, bare| number_with_unit(key, bare).unwrap_or_default();
        assert_eq!(number("minutes", "30 min."), "30");
        assert_eq!(number("minutes", "30min"), "30");
        assert_eq!(number("minutes", "2 timer"), "120");
        assert_eq!(number("minutes", "1,5 uur"), "90");
        assert_eq!(number_with_unit("minutes", "30"), None);
        assert_eq!(number_with_unit("title", "30 min"), None);
    }

    #[test]
    fn a_number_with_a_comma_and_a_text_with_one_are_told_apart() {
        for (bare, hint) in [
            ("24,5", "Write a = 24, without the comma and what is behind it"),
            ("24 ,5", "Write a = 24, without the comma and what is behind it"),
            ("-24,5", "Write a = -24, without the comma and what is behind it"),
            ("1.000,5", "Write a = 1000, without the comma and what is behind it"),
            ("24,500", "Write a = 24500; or, if these are several numbers, [24, 500]"),
            ("400, 800", "Write a = [400, 800]"),
            ("24,5,6", "Write a = [24, 5, 6]"),
            ("Vi sejler 24,5 knob", "Write a = \"Vi sejler 24,5 knob\""),
            (
                "Wij zijn met 1,000 mensen, elke dag",
                "Write a = \"Wij zijn met 1,000 mensen, elke dag\"",
            ),
            ("24,5 knob", "Write a = \"24,5 knob\"; or, if it is a number, 24"),
            ("24 stk", "Write a = \"24 stk\"; or, if it is a number, 24"),
            ("Havn #1", "Write a = \"Havn #1\""),
            ("Havn og by #1 # later", "Write a = \"Havn og by #1\""),
            (
                "pump #4, kran #5",
                "Write a = [\"pump #4\", \"kran #5\"]; or, if it is one text, \"pump #4, kran #5\"",
            ),
        ] {
            let (_, told) = value(bare, "", "", |value| format!("Write a = {value}")).expect(bare);
            assert_eq!(told, hint, "{bare}");
        }
        for bare in ["24", "24,", "1 January 2026", "\"A\" b", "yes"] {
            assert_eq!(value(bare, "", "", str::to_owned), None, "{bare}");
        }
    }
}
