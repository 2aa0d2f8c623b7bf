//! What the words around digits say that they are.

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
];

/// What makes a number of what stands before it.
const UNITS: &[&str] = &[
    "%", ",-", "$", "cm", "dage", "dkk", "eur", "euro", "g", "grader", "graden", "kg", "km", "kr",
    "kroner", "liter", "m", "meter", "min", "mm", "n", "st", "stk", "stuks", "timer", "ton",
    "tons", "uur", "°", "£", "€",
];

/// Words before a number among which one may announce it.
const NEAR: usize = 5;

fn before(line: &str, at: usize) -> impl Iterator<Item = String> {
    let words = line[..at].rsplit(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.take(NEAR).map(str::to_lowercase)
}

/// Whether a word near before it says that it is a telephone number.
pub(super) fn is_announced(line: &str, at: usize) -> bool {
    let mut words = before(line, at);
    words.any(|word| PHONE.contains(&&*word)) && !before(line, at).take(2).any(|it| is_list(&it))
}

/// Whether it counts things, or is one of a row of numbers.
pub(super) fn is_in_list(line: &str, at: usize) -> bool {
    before(line, at).take(3).any(|word| is_list(&word)) || is_of_a_thing(line, at)
}

fn is_list(word: &str) -> bool {
    LISTS.contains(&word)
}

/// Whether it is a sum or a measure.
pub(super) fn is_price(before: &str, behind: &str) -> bool {
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
