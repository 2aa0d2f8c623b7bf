//! How the digits of telephone numbers are grouped, and what may stand beside one: no part of a
//! longer row of digits, a date, a sum or an order is one.

use crate::views::letters::{Seen, first, folded};

/// A number with fewer digits is found only as it is grouped where it is known, or without any
/// grouping.
pub(super) const ENOUGH_DIGITS: usize = 8;
/// A group of so many digits is no day, no hour and no sum in a list.
const LONG_GROUP: usize = 6;

/// What stands before a number in addresses that call it.
const BEFORE_IN_ADDRESSES: &[&str] =
    &["wa.me/", "phone=", "tel=", "number=", "call/", "tel/", "phone/", "mobil=", "mobile="];

/// What is written before a number without a space.
const BEFORE: &[&str] = &[
    "mobil", "mobile", "mob", "tlf", "tel", "telefon", "telefoon", "phone", "ring", "bel", "sms",
    "nr", "t", "m",
];

/// Whether this is an address that goes on with a number which it calls.
fn leads_to_number(before: &str) -> bool {
    BEFORE_IN_ADDRESSES.iter().any(|it| before.ends_with(it))
}

fn is_behind_phone_word(before: &str) -> bool {
    let word: Vec<char> =
        before.chars().rev().take(10).take_while(|c| c.is_alphanumeric()).collect();
    let word: String = word.into_iter().rev().flat_map(char::to_lowercase).collect();
    BEFORE.contains(&&*word)
}

/// Whether a slash stands behind a name, and is no part of an address: `Vera Kjær/20 30 40 50`.
fn is_behind_name(before: &str) -> bool {
    let word = before.chars().rev().skip(1).take_while(|c| !c.is_whitespace() && *c != '>');
    let word: Vec<char> = word.take(30).collect();
    let is_of_name = |c: &char| c.is_alphabetic() || matches!(c, '[' | ']' | '-');
    let begins = word.last().is_some_and(|c| c.is_uppercase());
    word.iter().all(is_of_name) && (begins || word.first() == Some(&']'))
}

/// Whether a whole number stands before the sign with which this ends.
fn is_behind_number(before: &str) -> bool {
    let signs = before.chars().rev().skip(1).take(30);
    let mut row = signs.skip_while(|c| c.is_ascii_digit() || " \u{A0}.()+".contains(*c));
    let is_apart = row.next().is_none_or(|c| !c.is_alphanumeric() && !"/=-#".contains(c));
    let signs = before.chars().rev().skip(1).take(30);
    let row = signs.take_while(|c| c.is_ascii_digit() || " \u{A0}.()+".contains(*c));
    is_apart && row.filter(char::is_ascii_digit).count() >= ENOUGH_DIGITS
}

/// Whether a whole number stands at the beginning.
fn is_number(text: &str) -> bool {
    let row = text.chars().take(30);
    let row = row.take_while(|c| c.is_ascii_digit() || " \u{A0}.()+".contains(*c));
    row.filter(char::is_ascii_digit).count() >= ENOUGH_DIGITS
}

/// Whether two digits stand at the beginning, and nothing that goes on.
fn is_sibling(text: &str) -> bool {
    if text.bytes().take_while(u8::is_ascii_digit).count() != 2 {
        return false;
    }
    let behind = &text[2..];
    !behind.starts_with(char::is_alphanumeric)
        && !goes_on(behind.trim_start_matches(['-', '/', '.', ':']))
}

/// Whether a list of numbers goes on here.
fn goes_on(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\u{A0}']).starts_with(|c: char| c.is_numeric())
}

/// Whether other digits stand before a number, with a space between.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Digits,
    Others,
}

/// Whether a number may begin here.
pub(super) fn begins(text: &str, at: usize) -> Option<Before> {
    let mut before = text[..at].chars().rev();
    let (last, second) = (before.next().unwrap_or(' '), before.next().unwrap_or(' '));
    if text[at..].starts_with('+') {
        return Some(Before::Others);
    }
    let is_line = second == '\\' && matches!(last, 'n' | 'r' | 't');
    match last {
        _ if is_line => {}
        '/' | '=' if leads_to_number(&text[..at]) => {}
        '/' | '-' | '–' | '—' if second.is_numeric() && is_behind_number(&text[..at]) => {}
        '/' if is_behind_name(&text[..at]) => {}
        '/' | '=' => return None,
        '#' | '$' | '€' | '£' => return None,
        '.' | ',' | '-' | ':' | '_' if second.is_numeric() => return None,
        c if c.is_alphabetic() && is_behind_phone_word(&text[..at]) => {}
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
pub(super) struct Row {
    pub(super) digits: String,
    groups: Vec<usize>,
    signs: Vec<char>,
    between: Option<char>,
    pub(super) is_abroad: bool,
}

impl Row {
    pub(super) fn push(&mut self, digit: char, is_within: bool) {
        self.digits.push(digit);
        let between = self.between.take();
        match self.groups.last_mut() {
            Some(last) if is_within => *last += 1,
            _ => {
                if !self.groups.is_empty() {
                    self.signs.extend(between);
                }
                self.groups.push(1);
            }
        }
    }

    /// Whether a number may end before this.
    pub(super) fn may_end(&self, rest: &str, before: Before) -> bool {
        let (seen, length) = first(rest).unwrap_or((Seen::Blank, 0));
        let follows = first(&rest[length..]).and_then(|(next, _)| digit(next)).is_some();
        let is_one = self.is_abroad || self.groups.len() == 1;
        match seen {
            Seen::Letter(..) | Seen::Other('%') => return false,
            Seen::Hyphen | Seen::Other('/')
                if follows && self.digits.len() >= ENOUGH_DIGITS && is_number(&rest[length..]) => {}
            // The last digits of another one: `20 30 40 51/52`.
            Seen::Hyphen | Seen::Other('/') if self.is_whole() && is_sibling(&rest[length..]) => {}
            Seen::Hyphen | Seen::Other('.' | ',' | ':' | '/' | '_') if follows => return false,
            Seen::Blank if follows && !rest.starts_with('<') && !is_one && !self.is_whole() => {
                return false;
            }
            Seen::Other(',') if self.signs.contains(&',') && goes_on(&rest[length..]) => {
                return false;
            }
            _ => {}
        }
        if self.is_abroad {
            return true;
        }
        let rest = rest.trim_start_matches([' ', '\u{A0}']);
        let is_price =
            ["kr", "DKK", "EUR", "€", "$", "£", ",-"].iter().any(|it| rest.starts_with(it));
        (is_one || before == Before::Others || self.is_whole())
            && !is_price
            && !self.is_date()
            && !self.is_sum()
            && !self.is_list()
    }

    /// Whether it is grouped as numbers are: in pairs, or with most digits in one group. Then it is
    /// one whatever digits stand beside it.
    fn is_whole(&self) -> bool {
        let are_pairs = self.groups.len() > 3 && self.groups.iter().all(|digits| *digits == 2);
        (are_pairs || self.groups.iter().any(|digits| *digits >= LONG_GROUP))
            && self.digits.len() >= ENOUGH_DIGITS
    }

    /// A sign between digits. Beside another one, a space is none.
    pub(super) fn part(&mut self, sign: Option<char>) {
        self.between = match (self.between, sign) {
            (None, sign) => sign,
            (Some('·' | '•'), Some(sign)) if sign.is_whitespace() => self.between,
            (Some(last), sign @ Some('·' | '•')) if last.is_whitespace() => sign,
            // A list, as a rule; all of a number may be written as one.
            (Some(last @ (',' | '/' | '|')), Some(sign)) if sign.is_whitespace() => Some(last),
            (Some(last), sign @ Some('/' | '|')) if last.is_whitespace() => sign,
            // Not how a number is grouped.
            (Some(last), Some(sign)) if ",/|".contains([last, sign]) => Some('\0'),
            (_, sign) => sign,
        };
    }

    /// Whether it is grouped like this, by no sign that has another meaning, or not at all.
    pub(super) fn is_plainly(&self, groups: &[usize]) -> bool {
        let is_month = self.groups == [4, 2] && self.signs.iter().any(|sign| !sign.is_whitespace());
        let is_grouped = self.groups == groups && !self.signs.contains(&'.') && !is_month;
        self.groups.len() == 1 || is_grouped
    }

    /// Whether signs that stand in lists, dates and sums part the digits otherwise than in pairs.
    fn is_list(&self) -> bool {
        let is_of_lists =
            |sign: &char| matches!(sign, ',' | ':' | ';' | '/' | '|' | '·' | '•' | '\0');
        if !self.signs.iter().any(is_of_lists) {
            return false;
        }
        let are_pairs = self.groups.len() > 3 && self.groups.iter().all(|digits| *digits == 2);
        let is_one_sign = self.signs.iter().all(|sign| *sign == self.signs[0] && *sign != '\0');
        // `06/12345678`
        let is_area = self.signs == ['/'] && self.digits.starts_with('0') && self.groups[0] < 5;
        let is_half = self.groups == [4, 4] && matches!(self.signs[0], '/' | '|');
        !((are_pairs || is_half) && is_one_sign || is_area && self.digits.len() > ENOUGH_DIGITS)
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

pub(super) fn digit(seen: Seen) -> Option<char> {
    match seen {
        Seen::Letter(c, None) if c.is_ascii_digit() => Some(c),
        Seen::Letter(c, None) if !c.is_ascii() && c.is_numeric() => {
            let code = u32::from(c);
            match ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)) {
                Some(zero) => char::from_digit(code - zero, 10),
                None => {
                    let folded = folded(c.encode_utf8(&mut [0; 4]));
                    folded.chars().next().filter(char::is_ascii_digit)
                }
            }
        }
        _ => None,
    }
}

/// The zeros of digits in other scripts, each followed by the other nine.
const ZEROS: &[u32] = &[
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0,
    0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0,
    0x11730, 0x118E0, 0x11C50, 0x16A60, 0x16B50, 0x1E140, 0x1E2F0, 0x1E950,
];
