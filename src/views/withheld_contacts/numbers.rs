//! Telephone numbers, however they are grouped: `+45 20 30 40 50`, `(+45) 20-30-40-50`, `20304050`.
//! A number is one only as a whole: not within a longer row of digits, a date or a price.

use std::ops::Range;

use super::{Marks, Spelled, WithheldContacts, tag_at};
use crate::views::letters::{Seen, first, folded};
use crate::views::tag_balance::TagBalance;

/// A shorter one could be any number.
const FEWEST_DIGITS: usize = 6;
const MOST_DIGITS: usize = 22;
/// Signs that are looked at for one number.
const MOST_SIGNS: usize = 80;

/// A number of the field `phone`.
pub(super) struct Number {
    /// Its digits, in every way in which they are dialled.
    pub(super) dialled: Vec<String>,
    /// If it is written without a country: its digits as they stand behind the one of any country.
    pub(super) of_any_country: Option<String>,
}

pub(super) fn numbers(phone: &str) -> Vec<Number> {
    let all = written(phone).into_iter().map(|(country, rest)| {
        let plain = rest.strip_prefix('0').unwrap_or(&rest).to_owned();
        let mut dialled = vec![];
        for rest in [&rest, &plain] {
            for zero in ["", "0"] {
                dialled.push(format!("{zero}{rest}"));
                if let Some(country) = &country {
                    dialled.push(format!("{country}{zero}{rest}"));
                    dialled.push(format!("00{country}{zero}{rest}"));
                }
            }
        }
        dialled.retain(|number| number.len() >= FEWEST_DIGITS);
        Number { dialled, of_any_country: country.is_none().then_some(plain) }
    });
    all.collect()
}

/// The digits of all of them, as they are dialled.
pub(super) fn dialled(phone: &str) -> impl Iterator<Item = String> {
    numbers(phone).into_iter().flat_map(|number| number.dialled)
}

/// The digits of each number, those of the country apart.
fn written(phone: &str) -> Vec<(Option<String>, String)> {
    let parts = phone.split(|c: char| c.is_alphabetic() || matches!(c, '/' | ',' | ';'));
    let parts = parts.filter_map(|part| {
        let digits: String = folded(part).chars().filter(char::is_ascii_digit).collect();
        if digits.len() < FEWEST_DIGITS {
            return None;
        }
        let starts = part.trim_start_matches(|c: char| c != '+' && !c.is_ascii_digit());
        let abroad = match starts.starts_with('+') {
            true => Some(digits.as_str()),
            false => digits.strip_prefix("00").filter(|rest| rest.len() > 8),
        };
        Some(match abroad {
            Some(abroad) => {
                let (country, rest) = abroad.split_at(country_length(abroad));
                (Some(country.to_owned()), rest.to_owned())
            }
            None => (None, digits),
        })
    });
    parts.collect()
}

/// How many of the digits name the country.
fn country_length(digits: &str) -> usize {
    let of = digits.as_bytes();
    match (of[0], of[1]) {
        (b'1' | b'7', _) => 1,
        (b'2', b'0' | b'7') | (b'3', b'0'..=b'4' | b'6' | b'9') => 2,
        (b'4', b'2') => 3,
        (b'4', _) | (b'5', b'1'..=b'8') | (b'6', b'0'..=b'6') => 2,
        (b'8', b'1' | b'2' | b'4' | b'6') | (b'9', b'0'..=b'5' | b'8') => 2,
        _ => 3,
    }
}

impl WithheldContacts {
    fn number(&self, digits: &str, is_abroad: bool) -> Option<usize> {
        let abroad = match is_abroad {
            true => Some(digits),
            false => digits.strip_prefix("00"),
        };
        self.numbers.get(digits).copied().or_else(|| {
            let abroad = abroad.filter(|digits| digits.len() > FEWEST_DIGITS)?;
            let rest = &abroad[country_length(abroad)..];
            self.of_any_country.get(rest.strip_prefix('0').unwrap_or(rest)).copied()
        })
    }

    /// All numbers in a text, in order.
    pub(super) fn numbers_in(&self, text: &str, marks: Marks) -> Vec<Spelled> {
        let (mut found, mut at) = (vec![], 0);
        if self.numbers.is_empty() {
            return found;
        }
        while let Some(byte) = text.as_bytes().get(at) {
            let length = match byte {
                b'0'..=b'9' | b'+' => {
                    if let Some(spelled) = begins(text, at).and_then(|is| self.at(text, at, is)) {
                        at = spelled.range.end;
                        found.push(spelled);
                        continue;
                    }
                    // The rest of a row of digits begins no number.
                    let row = text.as_bytes()[at + 1..].iter();
                    1 + row.take_while(|byte| byte.is_ascii_digit()).count()
                }
                b'<' => tag_at(&text[at..], marks).unwrap_or(1),
                b'&' | 0x80.. => {
                    let Some((seen, length)) = first(&text[at..]) else { break };
                    let is_first = digit(seen).is_some() || seen == Seen::Other('+');
                    let spelled = begins(text, at).filter(|_| is_first);
                    if let Some(spelled) = spelled.and_then(|is| self.at(text, at, is)) {
                        at = spelled.range.end;
                        found.push(spelled);
                        continue;
                    }
                    length
                }
                _ => 1,
            };
            at += length;
        }
        found
    }

    /// The longest number that begins here.
    fn at(&self, text: &str, start: usize, before: Before) -> Option<Spelled> {
        let mut row = Row::default();
        let mut tags: Vec<Range<usize>> = vec![];
        let (mut at, mut end, mut best) = (start, start, None);
        let mut is_digit = false;
        for _ in 0..MOST_SIGNS {
            let (seen, length) = first(&text[at..]).unwrap_or((Seen::Blank, 0));
            match (seen, digit(seen)) {
                (_, Some(digit)) => {
                    row.push(digit, is_digit);
                    is_digit = true;
                    end = at + length;
                    if row.digits.len() > MOST_DIGITS {
                        break;
                    }
                }
                (Seen::Other('+'), _) if at == start => row.is_abroad = true,
                (Seen::Tag, _) => tags.push(at..at + length),
                (Seen::Nothing, _) => {}
                _ => {
                    let may_end = is_digit && row.may_end(&text[at..], before);
                    let of = self.number(&row.digits, row.is_abroad).filter(|_| may_end);
                    best = of.map(|of| (end, of)).or(best);
                    is_digit = false;
                    let goes_on = match seen {
                        Seen::Blank => length > 0 && !text[at..].starts_with('<'),
                        Seen::Hyphen | Seen::Other('.' | '(' | ')' | '_') => true,
                        _ => false,
                    };
                    if !goes_on {
                        break;
                    }
                    row.between = text[at..].chars().next();
                }
            }
            at += length;
        }
        let (end, of) = best?;
        let within = tags.into_iter().filter(|tag| tag.start < end).map(|tag| &text[tag]);
        let mut tags = TagBalance::of(within);
        let end = tags.closed(text, end);
        let has_open = text[..start].ends_with('(');
        let (opens, closes) = (text[start..end].find('('), text[start..end].find(')'));
        let is_cut = has_open && closes.is_some_and(|close| opens.is_none_or(|it| it > close));
        let start = if is_cut { start - 1 } else { start };
        Some(Spelled { range: start..end, tags: tags.kept(""), of: Some(of) })
    }
}

/// Whether other digits stand before a number, with a space between.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Digits,
    Others,
}

/// Whether a number may begin here.
fn begins(text: &str, at: usize) -> Option<Before> {
    let mut before = text[..at].chars().rev();
    let (last, second) = (before.next().unwrap_or(' '), before.next().unwrap_or(' '));
    if text[at..].starts_with('+') {
        return Some(Before::Others);
    }
    let is_line = second == '\\' && matches!(last, 'n' | 'r' | 't');
    let is_chat = || text[..at].ends_with("wa.me/");
    match last {
        _ if is_line => {}
        '/' | '=' if !is_chat() => return None,
        '#' | '$' | '€' | '£' => return None,
        '.' | ',' | '-' | ':' | '_' if second.is_numeric() => return None,
        c if c.is_alphanumeric() => return None,
        _ => {}
    }
    let near: String = text[..at].chars().rev().take(8).collect();
    let near = near.trim_start();
    // Read backwards.
    if ["rk", ".rk", "KKD", "RUE", "€", "$", "£", "#"].iter().any(|it| near.starts_with(it)) {
        return None;
    }
    let is_near = last.is_whitespace() && second.is_numeric();
    Some(if is_near { Before::Digits } else { Before::Others })
}

/// Digits and how they are grouped.
#[derive(Default)]
struct Row {
    digits: String,
    groups: Vec<usize>,
    signs: Vec<char>,
    between: Option<char>,
    is_abroad: bool,
}

impl Row {
    fn push(&mut self, digit: char, is_within: bool) {
        self.digits.push(digit);
        match self.groups.last_mut() {
            Some(last) if is_within => *last += 1,
            _ => {
                if !self.groups.is_empty() {
                    self.signs.extend(self.between);
                }
                self.groups.push(1);
            }
        }
    }

    /// Whether a number may end before this.
    fn may_end(&self, rest: &str, before: Before) -> bool {
        let (seen, length) = first(rest).unwrap_or((Seen::Blank, 0));
        let follows = first(&rest[length..]).and_then(|(next, _)| digit(next)).is_some();
        let is_one = self.is_abroad || self.groups.len() == 1;
        match seen {
            Seen::Letter(..) | Seen::Other('%') => return false,
            Seen::Hyphen | Seen::Other('.' | ',' | ':' | '/' | '_') if follows => return false,
            Seen::Blank if follows && !rest.starts_with('<') && !is_one => return false,
            _ => {}
        }
        if self.is_abroad {
            return true;
        }
        let rest = rest.trim_start_matches([' ', '\u{A0}']);
        let is_price =
            ["kr", "DKK", "EUR", "€", "$", "£", ",-"].iter().any(|it| rest.starts_with(it));
        (is_one || before == Before::Others) && !is_price && !self.is_date() && !self.is_sum()
    }

    fn is_date(&self) -> bool {
        let part =
            |from: usize, length: usize| self.digits[from..from + length].parse().unwrap_or(0);
        let (month, day): (u32, u32) = match self.groups.as_slice() {
            [4, 2, 2] => (part(4, 2), part(6, 2)),
            [2, 2, 4] => (part(2, 2), part(0, 2)),
            _ => return false,
        };
        (1..=12).contains(&month.min(day)) && (1..=31).contains(&month.max(day))
    }

    /// `20.304.050`.
    fn is_sum(&self) -> bool {
        let Some((lead, rest)) = self.groups.split_first() else { return false };
        let is_dotted = self.signs.iter().all(|sign| *sign == '.');
        !rest.is_empty() && *lead < 3 && is_dotted && rest.iter().all(|digits| *digits == 3)
    }
}

fn digit(seen: Seen) -> Option<char> {
    match seen {
        Seen::Letter(c, None) if c.is_ascii_digit() => Some(c),
        Seen::Letter(c, None) if !c.is_ascii() && c.is_numeric() => {
            folded(c.encode_utf8(&mut [0; 4])).chars().next().filter(char::is_ascii_digit)
        }
        _ => None,
    }
}
