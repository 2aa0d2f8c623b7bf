//! A number with a sign before it at the beginning of a line: `- 12 degrees`, `> 50 passengers`.

/// What stands between a sign and its number: `- kr. 500`, `> = 50`.
const BEFORE_NUMBER: &[&str] = &["kr.", "kr", "DKK", "EUR", "USD", "€", "$", "£", "=", "ca."];

/// The sign with which a line begins and the number behind it, if they belong together. A day, a
/// time, a year or a number that counts something has no sign.
pub(crate) fn signed_number(line: &str) -> Option<(char, &str)> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '-' | '+' | '>'))?;
    let words = line[1..].trim();
    let mut rest = words;
    for before in BEFORE_NUMBER {
        rest = rest.strip_prefix(before).map_or(rest, str::trim_start);
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, behind) = rest.split_at(digits);
    if number.is_empty() {
        return None;
    }
    let next = behind.chars().nth(1);
    let is_number = match behind.chars().next() {
        None => true,
        Some('.' | ',') => next.is_some_and(|c| c.is_ascii_digit() || c == '-'),
        Some('/' | ':' | ')' | '-' | '–' | '(') => false,
        Some(c) if c.is_alphabetic() => !ORDINALS.iter().any(|it| is_word(behind, it)),
        Some(_) => true,
    };
    // `21.11.2026` and `12.30-13.00`
    let numeric = |c: char| !(c.is_ascii_digit() || ".,-–:".contains(c));
    let whole = &rest[..rest.find(numeric).unwrap_or(rest.len())];
    let is_time = whole.matches(['.', ':']).count() > 1 || whole.contains('–');
    let is_year = number.len() == 4 && number.starts_with(['1', '2']) && !behind.starts_with(',');
    let end =
        words.len() - rest.len() + whole.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
    let is_one = is_number && !is_time && (sign == '>' || !is_year);
    is_one.then(|| (sign, &words[..end]))
}

/// What makes an ordinal number of a number: `1st`, `2de`.
const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "e", "de", "ste"];

fn is_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_a_sign_or_an_entry_counts() {
        for (line, expected) in [
            ("- 12 degrees outside", ('-', "12")),
            ("-  12,5 grader", ('-', "12,5")),
            ("+ 3 percent", ('+', "3")),
            ("+ 45 12 34 56 78", ('+', "45")),
            ("- kr. 500", ('-', "kr. 500")),
            ("+ € 3.000,-", ('+', "€ 3.000")),
            ("> 50 passengers", ('>', "50")),
            (">50", ('>', "50")),
            ("> 2000 kg", ('>', "2000")),
            (">= 50", ('>', "= 50")),
            ("- 12C", ('-', "12")),
        ] {
            assert_eq!(signed_number(line), Some(expected), "{line}");
        }
        for line in [
            "- twelve",
            "- 1. december",
            "- 21.11.2026: Fest",
            "- 12:30 lunch",
            "- 24/7",
            "- 2026 was cold",
            "- 1st floor",
            "- 12.30–13.00 lunch",
            "- 5-7 people",
            "- 1) one",
            "* 12",
            "12",
            "> We were 50",
            "",
        ] {
            assert_eq!(signed_number(line), None, "{line}");
        }
    }
}
