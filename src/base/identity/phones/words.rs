//! What the words around digits say that they are.

use std::ops::Range;

use crate::base::identity::announced::is_of_a_thing;

/// Words that announce a telephone number, as they begin.
const PHONE: &[&str] = &[
    "bel",
    "belde",
    "bellen",
    "call",
    "called",
    "mob",
    "mobil",
    "mobiel",
    "mobile",
    "mobilepay",
    "mobilnummer",
    "mobilnr",
    "phone",
    "ring",
    "ringe",
    "ringede",
    "ringer",
    "sms",
    "telefon",
    "telefonnummer",
    "telefoon",
    "telefoonnummer",
    "tel",
    "tlf",
    "tlfnr",
    "whatsapp",
];

/// Words of which numbers in a row are lines, hours, sizes or the like.
const LISTS: &[&str] = &[
    "age",
    "ages",
    "alder",
    "aldre",
    "bus",
    "bussen",
    "busser",
    "busserne",
    "buses",
    "cijfers",
    "code",
    "codes",
    "kl",
    "klokken",
    "kode",
    "koden",
    "koder",
    "leeftijd",
    "leeftijden",
    "lijn",
    "lijnen",
    "line",
    "lines",
    "linie",
    "linje",
    "linjer",
    "linjen",
    "linjerne",
    "lotto",
    "maat",
    "maten",
    "perron",
    "route",
    "routes",
    "rute",
    "ruter",
    "size",
    "sizes",
    "spor",
    "størrelse",
    "størrelser",
    "tal",
    "tallene",
    "tog",
    "togene",
    "toget",
    "train",
    "trains",
    "trein",
    "treinen",
    "treinstel",
    "vogn",
    "vogne",
    "vognen",
    "vognene",
    "wagon",
    "wagons",
];

/// What makes a number of what stands before it.
const UNITS: &[&str] = &[
    "%", ",-", "$", "cm", "dage", "dkk", "eur", "euro", "g", "grader", "graden", "kg", "km", "kr",
    "kroner", "liter", "m", "meter", "min", "mm", "n", "point", "points", "punten", "st",
    "stemmen", "stemmer", "stk", "stuks", "timer", "ton", "tons", "uur", "votes", "years", "jaar",
    "år", "°", "£", "€",
];

/// Whose number it is, where “number” alone could be that of anything: `my number`.
const WHOSE: &[&str] = &["mit", "hans", "hendes", "mijn", "jouw", "haar", "my", "his", "her"];
const NUMBER: &[&str] = &["nummer", "nr", "number"];

/// Words before a number among which one may announce it.
const NEAR: usize = 5;

/// How far from a number words say something of it, in bytes: what stands farther away is not read, so
/// that a line takes no longer than it is.
const REACH: usize = 120;

fn just_before(line: &str, at: usize) -> &str {
    let from = (0..=at.saturating_sub(REACH)).rev().find(|it| line.is_char_boundary(*it));
    &line[from.unwrap_or_default()..at]
}

fn just_behind(line: &str, at: usize) -> &str {
    let most = (at + REACH).min(line.len());
    let to = (most..=line.len()).find(|it| line.is_char_boundary(*it));
    &line[at..to.unwrap_or(line.len())]
}

fn before(line: &str, at: usize) -> impl Iterator<Item = String> {
    let words =
        just_before(line, at).rsplit(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.take(NEAR).map(str::to_lowercase)
}

/// Whether a word near before it says that it is a telephone number.
pub(super) fn is_announced(line: &str, at: usize) -> bool {
    let words: Vec<String> = before(line, at).collect();
    let is_phone = words.iter().any(|word| PHONE.contains(&word.as_str()));
    // `Mit nummer er`, from its end: a word may stand between it and the digits.
    let is_of_somebody = words
        .windows(2)
        .take(2)
        .any(|two| NUMBER.contains(&two[0].as_str()) && WHOSE.contains(&two[1].as_str()));
    (is_phone || is_of_somebody) && !words.iter().take(2).any(|word| is_list(word))
}

/// Whether it counts things, or is one of a row of numbers.
pub(super) fn is_in_list(line: &str, at: usize) -> bool {
    before(line, at).take(3).any(|word| is_list(&word)) || is_of_a_thing(line, at)
}

fn is_list(word: &str) -> bool {
    LISTS.contains(&word)
}

/// Whether it is a sum or a measure.
pub(super) fn is_price(line: &str, number: Range<usize>) -> bool {
    let (before, behind) = (just_before(line, number.start), just_behind(line, number.end));
    let before = before.trim_end().trim_end_matches('.').to_lowercase();
    let is_sum = ["kr", "dkk", "eur", "€", "$", "£"].iter().any(|unit| {
        before.strip_suffix(unit).is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
    });
    let behind = behind.trim_start().to_lowercase();
    let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_sign = |unit: &&&str| !unit.starts_with(char::is_alphabetic);
    is_sum
        || UNITS.contains(&word)
        || UNITS.iter().filter(is_sign).any(|unit| behind.starts_with(unit))
}
