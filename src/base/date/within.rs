//! Days that stand among other words, in whatever form people write them: `fratrådt 1. november`,
//! `no 2026-11-02`.

use super::{Date, DateMistake, guess, parse_date};

/// What a text says that is a day and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Day {
    Whole(Date),
    /// Something of it is missing, such as the year, or it can mean two days.
    Part,
}

/// The day that a text is, in whatever form; `None` where it says anything else.
pub(crate) fn day(text: &str) -> Option<Day> {
    if guess::is_relative(text.trim()) {
        return Some(Day::Part);
    }
    let text = without_small_words(text.trim());
    let suggested = |mistake: DateMistake| parse_date(&mistake.suggestion?).ok();
    match parse_date(text) {
        Ok(date) => Some(Day::Whole(date)),
        Err(_) if text.is_empty() => None,
        Err(mistake) => match suggested(mistake) {
            Some(date) => Some(Day::Whole(date)),
            None => guess::is_part_of_day(text).then_some(Day::Part),
        },
    }
}

/// The only whole day that stands among the words of a line.
pub(crate) fn only_day(line: &str) -> Option<Date> {
    match days(line)[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// What is wrong with a text that is no day, where days stand in it: `man. 3. nov. 2026`, `2026-11-03 til
/// 2026-11-05`.
pub(crate) fn among_words(text: &str, mistake: DateMistake) -> DateMistake {
    if mistake.suggestion.is_some() {
        return mistake;
    }
    match days(text)[..] {
        [] => mistake,
        [only] if mistake.message.ends_with("is not a date") => mistake.suggest(only.to_string()),
        [_] => mistake,
        [..] => DateMistake::new(format!("{}: it has several days", mistake.message)),
    }
}

/// The different days that stand among the words of a line.
fn days(line: &str) -> Vec<Date> {
    let is_around = |c: char| "()[]{}\"'“”,;:#=.".contains(c);
    let bare = |word: &'_ str| word.trim_matches(is_around).len();
    let words: Vec<&str> = line.split_whitespace().take(MOST_WORDS).collect();
    let mut found = vec![];
    let mut at = 0;
    while at < words.len() {
        let whole = (1..=LONGEST.min(words.len() - at)).rev().find_map(|length| {
            let part = &words[at..at + length];
            let joined = part.join(" ");
            let is_one = bare(part[0]) > 0 && bare(part[length - 1]) > 0;
            let text = joined.trim_matches(is_around);
            match day(text).filter(|_| is_one && text.contains(|c: char| c.is_ascii_digit())) {
                Some(Day::Whole(date)) => Some((date, length)),
                Some(Day::Part) | None => None,
            }
        });
        let Some((date, length)) = whole else {
            at += 1;
            continue;
        };
        if !found.contains(&date) {
            found.push(date);
        }
        at += length;
    }
    found
}

/// Words of a line that are looked at, and of a day.
const MOST_WORDS: usize = 60;
const LONGEST: usize = 5;

/// Words between a state and its day, in the languages of the interface.
const BETWEEN: &[&str] = &[
    "as",
    "at",
    "by",
    "d.",
    "d.d.",
    "den",
    "effective",
    "fra",
    "from",
    "i",
    "in",
    "ingang",
    "med",
    "met",
    "of",
    "og",
    "on",
    "op",
    "pr.",
    "pr",
    "per",
    "senest",
    "siden",
    "since",
    "sinds",
    "the",
    "till",
    "til",
    "tot",
    "ultimo",
    "until",
    "van",
    "vanaf",
    "virkning",
];

fn without_small_words(text: &str) -> &str {
    let mut rest = text;
    while let Some((word, behind)) = rest.split_once(char::is_whitespace) {
        if !BETWEEN.contains(&&*word.to_lowercase()) {
            break;
        }
        rest = behind.trim_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_known_in_the_forms_that_people_write() {
        for text in [
            "2026-11-01",
            "1. november 2026",
            "d. 1. november 2026",
            "den 1. november 2026",
            "pr. 1. nov. 2026",
            "per 1 november 2026",
            "met ingang van 1 november 2026",
            "since November 1st, 2026",
            "as of 1 Nov 2026",
            "01.11.2026",
            "20261101",
            "2026-11-01 20:00",
            "søndag den 1. november 2026",
        ] {
            let first = parse_date("2026-11-01").expect("a day");
            assert_eq!(day(text), Some(Day::Whole(first)), "{text}");
        }
        for text in [
            "1. november",
            "1/11",
            "1/11-26",
            "november 2026",
            "november",
            "2026",
            "siden 2026",
            "1 nov '26",
            "uge 45",
            "week 45 2026",
            "i går",
            "vandaag",
            "yesterday",
        ] {
            assert_eq!(day(text), Some(Day::Part), "{text}");
        }
        for text in ["", "the pump", "1", "4412", "12 34 56 78", "until", "og", "deck 4 in Esbjerg"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_among_other_words_is_proposed() {
        for (text, told) in [
            ("man. 3. nov. 2026", Some("2026-11-03")),
            ("Tue, 03 Nov 2026 10:00:00 GMT", Some("2026-11-03")),
            ("2026-11-03 kl. 14", Some("2026-11-03")),
            ("3 nov 2026 om 14u", Some("2026-11-03")),
            ("2026-11-03 til 2026-11-05", None),
            ("2026-11-31", None),
            ("3/11/2026", None),
            ("soon", None),
        ] {
            let mistake = parse_date(text).expect_err("no date");
            let told_of = among_words(text, mistake);
            assert_eq!(told_of.suggestion.as_deref(), told, "{text}: {told_of:?}");
            let has_several = told_of.message.ends_with("it has several days");
            assert_eq!(has_several, text.contains("til"), "{text}: {told_of:?}");
        }
    }

    #[test]
    fn the_only_day_of_a_line_is_found() {
        let second = parse_date("2026-11-02").expect("a day");
        for line in [
            "consent: no 2026-11-02",
            "# consent: no (2026-11-02)",
            "samtykke: nej tak, d. 2. november 2026",
            "# Birthe has withdrawn her consent on 2 November 2026, by phone",
            "consent: {name: no, withdrawn: 2026-11-02}",
            "toestemming: nee 2 nov. 2026.",
            "2026-11-02: no, 2026-11-02",
        ] {
            assert_eq!(only_day(line), Some(second), "{line}");
        }
        for line in
            ["consent: no", "no 2026-11-02, asked 2026-10-01", "HR 12 2026", "no, 2. november"]
        {
            assert_eq!(only_day(line), None, "{line}");
        }
    }
}
