//! Guesses the date that somebody meant who wrote it in another form.

use jiff::civil::Time;

use super::written::{Clock, Written};
use super::{Date, DateMistake, day_of, quote};
use crate::base::character::is_formatting;

/// What is wrong with a text that has another form; `write` writes the day that was meant, and its
/// time if there was one.
pub(super) fn mistake(text: &str, write: impl Fn(Date, Option<Time>) -> String) -> DateMistake {
    let bare = text.trim().trim_matches(['"', '\'', '“', '”', '„', '‘', '’', '‚', '«', '»']);
    if bare.len() < text.trim().len()
        && let Some(Ok(meant)) = Written::read(plain(bare).trim()).map(|it| it.moment())
    {
        let why = "A quotation mark stands beside this date";
        return DateMistake::new(why).suggest(write(meant.date, meant.time));
    }
    let quoted = quote(text);
    let plain = plain(text);
    if plain != text.trim()
        && let Some(Ok(meant)) = Written::read(plain.trim()).map(|it| it.moment())
    {
        let why = format!("{quoted} is not a date: it is written with unusual characters");
        return DateMistake::new(why).suggest(write(meant.date, meant.time));
    }
    let (day, clock) = split_clock(&plain);
    let time = clock.and_then(|clock| clock.time().ok());
    let not_a_date = DateMistake::new(format!("{quoted} is not a date"));
    match meant(day) {
        Meant::Nothing if text.is_empty() => DateMistake::new("there is no date here"),
        Meant::Nothing => match leading(&plain) {
            Some(date) => not_a_date.suggest(write(date, None)),
            None => not_a_date,
        },
        Meant::Day(Ok(date)) => not_a_date.suggest(write(date, time)),
        Meant::Day(Err(why)) => DateMistake::new(format!("{quoted} is not a date: {why}")),
        Meant::ShortYear => {
            DateMistake::new(format!("{quoted} is not a date: the year needs four digits"))
        }
        Meant::Either(one, other) => {
            DateMistake::new(format!("{quoted} can mean {one} or {other}"))
        }
        Meant::NoDay => DateMistake::new(format!("{quoted} is not a date: the day is missing")),
        Meant::NoYear => DateMistake::new(format!("{quoted} is not a date: the year is missing")),
    }
}

/// Whether a text is a day by its distance from today.
pub(super) fn is_relative(text: &str) -> bool {
    RELATIVE.contains(&&*text.to_lowercase())
}

/// Whether a text is a day of which something is missing, or that can mean two: `1. november`, `2026`,
/// `uge 45`.
pub(super) fn is_part_of_day(text: &str) -> bool {
    let plain = plain(&text.to_lowercase()).replace(['\'', '’'], "");
    if let Some(week) = WEEKS.iter().find_map(|week| plain.trim().strip_prefix(week)) {
        return week.starts_with(' ')
            && matches!(parts(week).as_deref(), Some([Part::Number(number), ..]) if number.short());
    }
    match meant(split_clock(&plain).0) {
        Meant::Either(..) | Meant::ShortYear | Meant::NoDay | Meant::NoYear => true,
        Meant::Day(day) => day.is_ok(),
        Meant::Nothing => match parts(&plain).as_deref() {
            Some([Part::Month(_)]) => true,
            Some([Part::Number(year)]) => year.digits == 4 && (1950..2100).contains(&year.value),
            _ => false,
        },
    }
}

const RELATIVE: &[&str] = &[
    "i dag",
    "i går",
    "i morgen",
    "today",
    "yesterday",
    "tomorrow",
    "vandaag",
    "gisteren",
    "morgen",
];

const WEEKS: &[&str] = &["uge", "week", "wk"];

/// The day with which a text begins that goes on in a way nobody can read: `2026-11-02 20:00 CET`,
/// `20261102T200000Z`.
fn leading(text: &str) -> Option<Date> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '-').filter(|end| *end >= 8)?;
    let (day, rest) = text.split_at(end);
    let is_time =
        rest.trim_start_matches(['T', 't', ' ']).starts_with(|c: char| c.is_ascii_digit());
    match meant(day) {
        Meant::Day(Ok(date)) if is_time => Some(date),
        _ => None,
    }
}

/// The text with look-alike digits, hyphens and spaces replaced by those of ASCII.
fn plain(text: &str) -> String {
    let digit = |c: char, zero: char| char::from_digit(u32::from(c) - u32::from(zero), 10);
    text.chars()
        .filter(|c| *c == ' ' || !is_formatting(*c))
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
            '\u{FF10}'..='\u{FF19}' => digit(c, '\u{FF10}').unwrap_or(c),
            '\u{660}'..='\u{669}' => digit(c, '\u{660}').unwrap_or(c),
            '\u{6F0}'..='\u{6F9}' => digit(c, '\u{6F0}').unwrap_or(c),
            '\u{FF0E}' => '.',
            '\u{FF0F}' | '\u{2044}' | '\u{2215}' => '/',
            '\u{FF1A}' => ':',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

enum Meant {
    /// The only reading, or why there is no such day.
    Day(Result<Date, String>),
    Either(Date, Date),
    ShortYear,
    NoDay,
    NoYear,
    Nothing,
}

fn meant(text: &str) -> Meant {
    let Some(parts) = parts(text) else { return Meant::Nothing };
    use Part::{Month, Number};
    match parts.as_slice() {
        [Number(all)] if all.digits == 8 => {
            let n = all.value;
            day(n / 10_000, n / 100 % 100, n % 100)
        }
        [Number(y), Number(m), Number(d)] if y.digits == 4 && m.short() && d.short() => {
            match m.value > 12 && d.value <= 12 {
                true => day(y.value, d.value, m.value),
                false => day(y.value, m.value, d.value),
            }
        }
        [Number(y), Month(m), Number(d)] if y.digits == 4 && d.short() => day(y.value, *m, d.value),
        [Number(a), Number(b), Number(y)] if a.short() && b.short() => numbers(a, b, y),
        [Number(d), Month(m), Number(y)] | [Month(m), Number(d), Number(y)] if d.short() => {
            match y.digits {
                4 => day(y.value, *m, d.value),
                _ => Meant::ShortYear,
            }
        }
        [Month(_), Number(y)] | [Number(y), Month(_)] if y.digits == 4 => Meant::NoDay,
        [Month(_), Number(d)] | [Number(d), Month(_)] if d.short() => Meant::NoYear,
        [Number(a), Number(b)] if a.digits == 4 && b.short() => Meant::NoDay,
        [Number(a), Number(b)] if a.short() && b.short() => Meant::NoYear,
        _ => Meant::Nothing,
    }
}

/// Day and month in numbers, the year last. Dots and the Danish `15/1-2027` put the day first
/// everywhere; with slashes and hyphens it depends on the country.
fn numbers(a: &Number, b: &Number, year: &Number) -> Meant {
    if year.digits != 4 {
        return Meant::ShortYear;
    }
    let separators = (b.separator, year.separator);
    let day_first = matches!(separators, (Some('.'), Some('.')) | (Some('/'), Some('-')));
    if day_first || a.value > 12 || a.value == b.value {
        return day(year.value, b.value, a.value);
    }
    if b.value > 12 {
        return day(year.value, a.value, b.value);
    }
    match (day(year.value, b.value, a.value), day(year.value, a.value, b.value)) {
        (Meant::Day(Ok(one)), Meant::Day(Ok(other))) => Meant::Either(one, other),
        (Meant::Day(Err(why)), _) | (_, Meant::Day(Err(why))) => Meant::Day(Err(why)),
        _ => Meant::Nothing,
    }
}

fn day(year: u32, month: u32, day: u32) -> Meant {
    match i16::try_from(year) {
        Ok(year) => Meant::Day(day_of(year, month, day)),
        Err(_) => Meant::Nothing,
    }
}

enum Part {
    Number(Number),
    Month(u32),
}

struct Number {
    value: u32,
    digits: usize,
    /// The character between this number and the part before it, without spaces.
    separator: Option<char>,
}

impl Number {
    fn short(&self) -> bool {
        self.digits <= 2
    }
}

/// The numbers and months of a text; `None` if it says anything else.
fn parts(text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut separator = None;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let alike: fn(char) -> bool = match first {
            '0'..='9' => |c| c.is_ascii_digit(),
            c if c.is_alphabetic() => char::is_alphabetic,
            ' ' | '.' | ',' | '/' | '-' => {
                if first != ' ' {
                    separator = Some(first);
                }
                rest = &rest[1..];
                continue;
            }
            _ => return None,
        };
        let end = rest.find(|c| !alike(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        if first.is_ascii_digit() {
            let (value, digits) = (word.parse().ok()?, word.len());
            parts.push(Part::Number(Number { value, digits, separator }));
        } else {
            let word = word.to_lowercase();
            match month(&word) {
                Some(month) => parts.push(Part::Month(month)),
                None if FILLERS.contains(&word.as_str()) => {}
                None => return None,
            }
        }
        separator = None;
    }
    Some(parts)
}

fn month(word: &str) -> Option<u32> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
}

/// Danish, Dutch, English, Swedish, German.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "januari", "jan"],
    &["february", "februar", "februari", "feb", "febr"],
    &["march", "marts", "maart", "mars", "märz", "mar", "mrt"],
    &["april", "apr"],
    &["may", "maj", "mei", "mai"],
    &["june", "juni", "jun"],
    &["july", "juli", "jul"],
    &["august", "augustus", "augusti", "aug"],
    &["september", "sep", "sept"],
    &["october", "oktober", "oct", "okt"],
    &["november", "nov"],
    &["december", "dezember", "dec", "dez"],
];

/// Weekdays and small words that add nothing to a date.
const FILLERS: &[&str] = &[
    "d",
    "den",
    "de",
    "the",
    "of",
    "kl",
    "at",
    "om",
    "st",
    "nd",
    "rd",
    "th",
    "e",
    "uur", //
    "mandag",
    "tirsdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lørdag",
    "søndag", //
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag", //
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday", //
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun", //
];

/// Parts `15. januar 2027 kl. 23.59` into day and time of day.
fn split_clock(text: &str) -> (&str, Option<Clock>) {
    let split = text.rsplit_once([' ', 'T']);
    match split.and_then(|(day, end)| Some((day, clock(end)?))) {
        Some((day, clock)) => (day, Some(clock)),
        None => (text, None),
    }
}

fn clock(text: &str) -> Option<Clock> {
    let (hour, minute) = text.split_once([':', '.'])?;
    let number = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse());
    if hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    Some(Clock { hour: number(hour)?.ok()?, minute: number(minute)?.ok()?, second: 0 })
}
