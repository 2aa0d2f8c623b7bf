//! Telephone numbers in a text: Danish, Dutch and international forms. A number that may as well count
//! orders, hours or sizes is one only behind a word that says so, and none of a service is one.

mod row;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;

use self::row::Row;
use super::digits::{Plain, goes_on};

/// A telephone number, with its place in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phone {
    pub(crate) range: Range<usize>,
    pub(crate) number: Number,
}

/// What two spellings of a number have in common: its last digits, without the country.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Number(String);

/// The digits of a number in Denmark, and those behind the 0 or 06 of most in the Netherlands.
const TELLING: usize = 8;

impl Number {
    fn of(digits: &str) -> Number {
        Number(digits[digits.len().saturating_sub(TELLING)..].to_owned())
    }
}

/// The telephone numbers of a text, in order, each once in a line: a link says it twice.
pub(crate) fn find(text: &str) -> Vec<Phone> {
    let mut found = vec![];
    each_line(text, |line, start| {
        let mut told = BTreeSet::new();
        found.extend(in_line(line, start).into_iter().filter(|it| told.insert(it.number.clone())));
    });
    found
}

/// Those of a line that begins at `start`.
fn in_line(line: &str, start: usize) -> Vec<Phone> {
    let mut found = vec![];
    let plain = Plain::of(line);
    let mut at = 0;
    let is_sign = |c: char| c.is_ascii_digit() || matches!(c, '+' | '(');
    while let Some(next) = plain.text[at..].find(is_sign) {
        let begin = at + next;
        // A bracket of the sentence is none of the number.
        let read = number(&plain.text, begin).filter(|(end, _)| {
            let typed = &plain.text[begin..*end];
            !typed.starts_with('(') || typed.contains(')')
        });
        let Some((end, digits)) = read else {
            at = begin + row_of_digits(&plain.text[begin..]).max(1);
            continue;
        };
        let range = plain.range(&(begin..end));
        let range = range.start + start..range.end + start;
        found.push(Phone { range, number: Number::of(&digits) });
        at = end;
    }
    found
}

/// Every number in a text that may be one, so that nobody is asked about it elsewhere.
pub(crate) fn possible(text: &str) -> Vec<Number> {
    let mut found: Vec<Number> = find(text).into_iter().map(|it| it.number).collect();
    each_line(text, |line, _| {
        let plain = Plain::of(line);
        let rows = plain.text.split(|c: char| !(c.is_ascii_digit() || " ().-–".contains(c)));
        for row in rows {
            let digits: String = row.chars().filter(char::is_ascii_digit).collect();
            if (TELLING..16).contains(&digits.len()) {
                found.push(Number::of(&digits));
            }
        }
    });
    found.sort();
    found.dedup();
    found
}

/// A line in which no telephone number can be read. It is as long as before.
pub(crate) fn masked(line: &str) -> String {
    let mut masked = line.to_owned();
    for Phone { range, .. } in in_line(line, 0) {
        masked.replace_range(range.clone(), &super::stars(&line[range]));
    }
    masked
}

fn each_line(text: &str, mut look: impl FnMut(&str, usize)) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.bytes().filter(u8::is_ascii_digit).count() >= TELLING {
            look(line, at);
        }
        at += line.len();
    }
}

fn row_of_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The end and the digits of a number that begins here.
fn number(line: &str, at: usize) -> Option<(usize, String)> {
    if !begins(line, at) {
        return None;
    }
    let row = Row::read(line, at)?;
    let end = match row.is_abroad {
        true => row.abroad()?,
        false => row.at_home(line, at)?,
    };
    let (end, digits) = (row.groups[end - 1].end, row.digits(end));
    let is_service = is_of_service(&digits, row.is_abroad);
    (!goes_on(line, end) && !joins_digits(line, end) && !is_service).then_some((end, digits))
}

/// Whether a number may begin behind what stands there.
fn begins(line: &str, at: usize) -> bool {
    let mut before = line[..at].chars().rev();
    let (last, second) = (before.next().unwrap_or(' '), before.next().unwrap_or(' '));
    match last {
        '/' | '=' | '_' | '#' | '$' | '€' | '£' | '@' | '+' | '%' | '~' => false,
        '.' | ',' | ':' => !second.is_ascii_digit(),
        '-' | '–' => !second.is_alphanumeric(),
        c => !c.is_alphanumeric(),
    }
}

fn joins_digits(line: &str, end: usize) -> bool {
    let mut behind = line[end..].chars();
    let joins = behind.next().is_some_and(|c| "-–./,:_%@=".contains(c));
    joins && behind.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whether it is the number of a service and of nobody.
fn is_of_service(digits: &str, is_abroad: bool) -> bool {
    let digits = digits.strip_prefix("00").filter(|_| is_abroad).unwrap_or(digits);
    let home = match is_abroad {
        true => digits.strip_prefix("45").or(digits.strip_prefix("31")).unwrap_or(digits),
        false => digits,
    };
    let plain = home.trim_start_matches('0');
    let is_danish =
        home.len() == TELLING && ["70", "80", "90"].iter().any(|it| home.starts_with(it));
    let is_dutch = (home.starts_with('0') || is_abroad && home.len() != TELLING)
        && ["800", "900", "906", "909", "88"].iter().any(|it| plain.starts_with(it));
    is_danish || is_dutch
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|it| &text[it.range]).collect()
    }

    #[test]
    fn numbers_are_found_as_people_write_them() {
        for number in [
            "20 30 40 50",
            "+45 20 30 40 50",
            "+4520304050",
            "0045 20304050",
            "+45 2030 4050",
            "+45-20-30-40-50",
            "(+45) 20 30 40 50",
            "06 12345678",
            "06-12345678",
            "0612345678",
            "06 12 34 56 78",
            "+31 6 12345678",
            "+31 (0)6 12345678",
            "+31612345678",
            "020 123 45 67",
            "020-1234567",
            "0591 123456",
            "+44 20 7946 0958",
            "+49 30 901820",
            "+1 555 010 0199",
            "+44 (0)20 7946 0958",
        ] {
            for line in [
                format!("Mette has {number}."),
                format!("på ø {number}, og så"),
                format!("({number})"),
                number.to_owned(),
            ] {
                let found = words(&line);
                assert_eq!(found.len(), 1, "{line}: {found:?}");
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
                assert_eq!(digits(found[0]), digits(number), "{line}: {found:?}");
            }
        }
        for line in [
            "Ring til Mette på 20304050",
            "tlf. 20304050",
            "Mobil: 2030 4050",
            "telefoon 030 - 123 45 67",
            "Bel mij op 20 15 21 30",
            "sms 20.30.40.50",
            "[Mette](tel:+4520304050)",
            "Call her on 07700 900123",
            "Mit nummer er 28765432.",
            "Mijn nummer is 28765432",
            "My number: 28765432",
            "Hendes nr. er 28 76 54 32",
            "MobilePay 28765432",
            "Mads (28-76-54-32)",
        ] {
            assert_eq!(words(line).len(), 1, "{line}: {:?}", words(line));
        }
        assert_eq!(words("Bo 20 30 40 50 eller 30 40 50 60.").len(), 2);
        assert_eq!(words("[+45 20 30 40 50](tel:+4520304050)").len(), 1);
    }

    #[test]
    fn numbers_of_things_hours_and_services_are_none() {
        for line in [
            "2026-11-21 20:00:00 +0100, 18.11.2026, 1732190400, 18 11 2026",
            "ISBN 978-87-02-12345-6, ISBN 0-306-40615-2, ISBN 9788702123456",
            "Ordre 20304050, ordre 20 30 40 50, faktura 0612345678, SB-20304050",
            "Linje 20 30 40 50, bussen 21 31 41 51, lijn 30 40 50 60, størrelse 36 38 40 42",
            "20 15 21 30 og 21 30 22 45",
            "20 30 40 50 kr, kr. 20 30 40 50, € 20304050, 20.304.050 kr.",
            "55.676098, 12.568337; +55.676098, +12.568337",
            "Ring 112 eller 1813, bel 0800 1234567, 0900-1234, 0800-0432, tlf. 70 10 20 30",
            "lokal 4411, +45 70 10 20 30, toestel 4411 4412, +31 800 1234567, 088 123 4567",
            "20 30 40 50 60, 10 20 30 40, 1 2 3 4 5 6 7 8",
            "20304050, 12345678, 2026 2027, 0412 0413",
            "https://x.example/20304050?a=0612345678 og a_20304050.jpg",
            "IP 192.168.10.20, version 1.2.3.4, 24,5 grader, 3 000 000, 20 304 050",
            "commit 3f786850e387550fdab836ed7e6dc881de23001b",
            "Tegning 150675-2204, 8 x 12 x 2026, 10–12, 2025–2026",
            "Tog 28 31 42 53 holdt.",
            "Vognen 31 84 28 15 stod stille, trein 28 31 42 53, train 28 31 42 53",
            "De fik 20 30 40 50 stemmer, 28 31 42 53 stemmen, 28 31 42 53 votes",
            "Alder: 28 31 42 53 år. Leeftijd: 28 31 42 53",
            "Billet nr. 28 76 54 32, billetten 28 76 54 32, kaartje 28765432",
            "Dit nummer is 28765432, nummer 28765432, et nummer er 28765432",
            "(20-30-40-50), (20-26-11-29), (20-15-21-30), 28-76-54-32",
            "id: 0612345678901, EAN 5701234567899",
        ] {
            assert_eq!(words(line), [""; 0], "{line}");
        }
    }

    #[test]
    fn a_number_is_the_same_in_every_spelling() {
        let number = |text: &str| find(text).remove(0).number;
        assert_eq!(number("+45 20 30 40 50"), number("20 30 40 50"));
        assert_eq!(number("+31 (0)6 12345678"), number("06-12345678"));
        assert!(possible("Skranken: 20304050.").contains(&number("+45 20 30 40 50")));
        assert!(possible("Hotline 010-1234567 (24/7)").contains(&number("+31 10 1234567")));
    }

    #[test]
    fn a_masked_line_is_as_long_and_says_no_number() {
        let line = "[æ +45 20 30 40 50](tel:+4520304050) 06\u{a0}12345678";
        let masked = masked(line);
        assert_eq!(masked.len(), line.len());
        assert!(!masked.contains(|c: char| c.is_ascii_digit()), "{masked}");
    }
}
