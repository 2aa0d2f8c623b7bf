//! A translation says the same days and numbers as its original.

use std::collections::BTreeSet;

use crate::none;
use crate::reading::{TEXTS, Text, text};

#[test]
fn a_translation_says_the_same_days_and_numbers() {
    let mut wrong = vec![];
    // The original of this page is made by the program, and far longer than what is translated.
    let has_original = |it: &&Text| it.is_translation && it.name != "writing-front-matter";
    for translation in TEXTS.iter().filter(has_original) {
        let original = text(&translation.name);
        let (own, other) = (numbers(original), numbers(translation));
        let list = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(", ");
        let (missing, added) = (&own - &other, &other - &own);
        if !missing.is_empty() {
            wrong.push(format!("{} lacks {}", translation.place(), list(&missing)));
        }
        let added = added.into_iter().filter(|it| !may_be_added(it)).collect();
        let added: BTreeSet<String> = added;
        if !added.is_empty() {
            wrong.push(format!("{} adds {}", translation.place(), list(&added)));
        }
    }
    none(&wrong);
}

#[test]
fn numbers_are_compared_as_people_mean_them() {
    let of = |language: &str, body: &str| {
        numbers(&Text {
            name: String::new(),
            language: language.to_owned(),
            is_translation: language != "en",
            front: String::new(),
            body: body.to_owned(),
        })
    };
    let own = of("en", "On 1 March 2026 at 14:00, 1,900 of us, 73%, [+45 00](tel:+4500), 7 to 16.");
    let other = of("da", "1. marts 2026 kl. 14.00, 1.900 af os, 73 %, [+45 00](tel:+4500), 7–16.");
    assert_eq!(own, other);
    assert!(own.contains("2026-3-1") && own.contains("14") && own.contains("1900"), "{own:?}");
    assert_ne!(
        own,
        of("da", "2. marts 2026 kl. 14.00, 1.900 af os, 73 %, [+45 00](tel:+4500), 7–16.")
    );
    assert_ne!(of("en", "call +45 00 00 44 11"), of("nl", "bel +45 00 00 44 12"));
}

const MONTHS: [[&str; 12]; 3] = [
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
];

/// The months in small letters.
pub(crate) fn months(language: &str) -> [&'static str; 12] {
    match language {
        "da" => MONTHS[1],
        "nl" => MONTHS[2],
        _ => MONTHS[0],
    }
}

/// Who can be called in this language, and when; `facts` knows whose number it is.
fn may_be_added(number: &str) -> bool {
    number.starts_with('+') || ["7", "16"].contains(&number)
}

/// The days and numbers in a text: dates as year-month-day, times without `:00`, thousands without
/// marks, telephone numbers whole. Numbers in code blocks count, too; those of ordered lists, of
/// footnotes and of web addresses do not.
fn numbers(text: &Text) -> BTreeSet<String> {
    let summary = text.field("summary").unwrap_or_default();
    let lines = text.body.lines().map(|line| {
        let start = line.trim_start_matches([' ', '>']);
        let rest = start.trim_start_matches(|c: char| c.is_ascii_digit());
        // “1. Write it down” is the first of a list.
        if rest.len() < start.len() && rest.starts_with(". ") && !begins_date(rest) {
            rest
        } else {
            line
        }
    });
    let whole = format!("{summary}\n{}", lines.collect::<Vec<_>>().join("\n")).to_lowercase();
    let mut found = BTreeSet::new();
    let whole = without_phones(&without(&without(&whole, "](http", ')'), "[^", ']'), &mut found);
    let months = months(&text.language);
    let words: Vec<&str> =
        whole.split([' ', '\n', '\u{a0}', '|', '–', '(', ')', '[', ']', '/']).collect();
    let mut at = 0;
    while at < words.len() {
        let day = words[at].trim_end_matches(['.', ',']);
        let month = words.get(at + 1).map(|it| it.trim_matches(|c: char| !c.is_alphabetic()));
        let month = month.and_then(|it| months.iter().position(|name| *name == it));
        let is_day = day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
        if let (true, Some(month)) = (is_day, month) {
            let year = words.get(at + 2).map(|it| it.trim_matches(|c: char| !c.is_ascii_digit()));
            let year = year.filter(|it| it.len() == 4);
            found.insert(format!("{}-{}-{day}", year.unwrap_or("any"), month + 1));
            at += if year.is_some() { 3 } else { 2 };
            continue;
        }
        number(words[at], &mut found);
        at += 1;
    }
    found
}

/// The text without what begins so, up to the end.
fn without(text: &str, begin: &str, end: char) -> String {
    let mut parts = text.split(begin);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + " " + part.split_once(end).map_or("", |(_, rest)| rest))
}

/// The text without telephone numbers, which are found.
fn without_phones(text: &str, found: &mut BTreeSet<String>) -> String {
    let mut parts = text.split('+');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        let end = part.find(|c: char| !(c.is_ascii_digit() || c == ' ')).unwrap_or(part.len());
        let number: String = part[..end].chars().filter(char::is_ascii_digit).collect();
        if number.len() > 3 {
            found.insert(format!("+{number}"));
            return all + " " + &part[end..];
        }
        all + part
    })
}

fn begins_date(rest: &str) -> bool {
    let word = rest[2..].split(' ').next().unwrap_or_default().to_lowercase();
    MONTHS[1].contains(&word.as_str())
}

fn number(word: &str, found: &mut BTreeSet<String>) {
    let parts = word.split(|c: char| !(c.is_ascii_digit() || ".,:".contains(c)));
    for part in parts.map(|it| it.trim_matches(['.', ',', ':'])).filter(|it| !it.is_empty()) {
        let pieces: Vec<&str> = part.split(['.', ',', ':']).collect();
        let is_thousands = pieces.len() > 1 && pieces[1..].iter().all(|it| it.len() == 3);
        let plain = match &pieces[..] {
            _ if is_thousands => pieces.concat(),
            [hour, "00"] => (*hour).to_owned(),
            _ => pieces.join(":"),
        };
        let short = plain.trim_start_matches('0');
        found.insert(if short.is_empty() { plain } else { short.to_owned() });
    }
}
