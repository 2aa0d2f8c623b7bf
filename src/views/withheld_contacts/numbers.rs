//! Telephone numbers, however they are grouped: `+45 20 30 40 50`, `(+45) 20-30-40-50`, `20304050`.
//! A number is one only as a whole: not within a longer row of digits, a date or a price.

use std::ops::Range;

use super::extensions;
use super::grouping::{Before, ENOUGH_DIGITS, Row, begins, digit};
use super::{Marks, Spelled, WithheldContacts, tag_at};
use crate::views::letters::{Seen, annotation, first, first_in, folded, typed_sign};
use crate::views::tag_balance::{self, TagBalance};

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
    /// If it has few digits: how they are grouped.
    pub(super) short: Option<Vec<usize>>,
}

pub(super) fn numbers(phone: &str) -> Vec<Number> {
    let all = written(phone).into_iter().map(|(country, rest, groups)| {
        let short = (rest.len() < ENOUGH_DIGITS).then_some(groups);
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
        Number { dialled, of_any_country: country.is_none().then_some(plain), short }
    });
    all.collect()
}

/// The digits of all of them, as they are dialled.
pub(super) fn dialled(phone: &str) -> impl Iterator<Item = String> {
    numbers(phone).into_iter().flat_map(|number| number.dialled)
}

/// The digits of each number, those of the country apart, and how they are grouped.
fn written(phone: &str) -> Vec<(Option<String>, String, Vec<usize>)> {
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
        let groups = starts.split(|c: char| !c.is_ascii_digit()).map(str::len);
        let groups: Vec<usize> = groups.filter(|digits| *digits > 0).collect();
        let of_country = |abroad: &str, groups| {
            let (country, rest) = abroad.split_at(country_length(abroad));
            (Some(country.to_owned()), rest.to_owned(), groups)
        };
        Some(match abroad {
            Some(abroad) => vec![of_country(abroad, groups)],
            None => {
                let bare = has_country(&digits).then(|| of_country(&digits, groups.clone()));
                std::iter::once((None, digits.clone(), groups)).chain(bare).collect()
            }
        })
    });
    parts.flatten().collect()
}

/// Whether the digits begin with a country though no `+` says so, and are as many as numbers of that
/// country have with it.
fn has_country(digits: &str) -> bool {
    let lengths: &[(&str, &[usize])] = &[
        ("31", &[9]),
        ("32", &[8, 9]),
        ("44", &[10]),
        ("45", &[8]),
        ("46", &[8, 9]),
        ("47", &[8]),
        ("48", &[9]),
        ("49", &[10, 11]),
        ("354", &[7]),
        ("358", &[9, 10]),
    ];
    lengths.iter().any(|(country, lengths)| {
        digits.strip_prefix(country).is_some_and(|rest| lengths.contains(&rest.len()))
    })
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
        if self.numbers.is_empty() && self.extensions.is_empty() {
            return found;
        }
        while let Some(byte) = text.as_bytes().get(at) {
            let length = match byte {
                b'0'..=b'9' | b'+' => {
                    if let Some(spelled) =
                        begins(text, at).and_then(|is| self.at(text, marks, at, is))
                    {
                        at = spelled.range.end;
                        found.push(spelled);
                        continue;
                    }
                    if let Some(spelled) = self.extension_at(text, at) {
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
                    // What is typed as a tag is read as well.
                    if let Some(length) = typed_sign(&text[at..]) {
                        at += length;
                        continue;
                    }
                    let Some((seen, length)) = first(&text[at..]) else { break };
                    let is_first = digit(seen).is_some() || seen == Seen::Other('+');
                    let spelled = begins(text, at).filter(|_| is_first);
                    if let Some(spelled) = spelled.and_then(|is| self.at(text, marks, at, is)) {
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

    fn extension_at(&self, text: &str, at: usize) -> Option<Spelled> {
        if self.extensions.is_empty() {
            return None;
        }
        let range = extensions::at(text, at)?;
        let of = *self.extensions.get(&text[range.clone()])?;
        Some(Spelled { range, tags: String::new(), of: Some(of) })
    }

    /// All numbers in an id. The headings of a page number their ids, and words end in a hyphen.
    pub(super) fn numbers_in_id(&self, id: &str) -> Vec<Spelled> {
        let mut found = self.numbers_in(id, Marks::None);
        let is_other = |c: char| !c.is_ascii_digit();
        let groups = id.split(is_other).filter(|digits| !digits.is_empty()).map(|digits| {
            let start = digits.as_ptr() as usize - id.as_ptr() as usize;
            start..start + digits.len()
        });
        let groups: Vec<Range<usize>> = groups.collect();
        for (at, first) in groups.iter().enumerate() {
            let mut digits = String::new();
            let mut end = first.start;
            for group in &groups[at..] {
                let between = if digits.is_empty() { "" } else { &id[end..group.start] };
                if between.len() > 1 || digits.len() > MOST_DIGITS {
                    break;
                }
                digits.push_str(&id[group.clone()]);
                end = group.end;
                let of = self.number(&digits, false).filter(|_| digits.len() >= ENOUGH_DIGITS);
                let of = of.filter(|_| !self.short.contains_key(&digits));
                found.extend(of.map(|of| Spelled {
                    range: first.start..end,
                    tags: String::new(),
                    of: Some(of),
                }));
            }
        }
        found
    }

    /// The longest number that begins here.
    fn at(&self, text: &str, marks: Marks, start: usize, before: Before) -> Option<Spelled> {
        let mut row = Row::default();
        let mut tags: Vec<Range<usize>> = vec![];
        let (mut at, mut end, mut best) = (start, start, None);
        let mut is_digit = false;
        let mut signs = 0;
        // Whatever shows nothing is passed over: at most a number of digits are read for each.
        while signs < MOST_SIGNS {
            let (seen, length) = first_in(&text[at..], marks).unwrap_or((Seen::Blank, 0));
            signs += usize::from(!matches!(seen, Seen::TypedTag | Seen::Nothing));
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
                (Seen::Tag | Seen::TypedTag, _) => {
                    // It may as well end here: `20 30 40 50<sup>1</sup>`.
                    let of = is_digit.then(|| self.ended(&row, text, start..at, before)).flatten();
                    best = of.map(|of| (end, of)).or(best);
                    let is_kept = seen == Seen::Tag && annotation(&text[at..]).is_none();
                    tags.extend(is_kept.then_some(at..at + length));
                }
                (Seen::Nothing, _) => {}
                _ => {
                    let of = is_digit.then(|| self.ended(&row, text, start..at, before)).flatten();
                    best = of.map(|of| (end, of)).or(best);
                    is_digit = false;
                    let goes_on = match seen {
                        Seen::Blank if text[at..].starts_with('<') => {
                            let tag = &text[at..at + length];
                            let is_line = tag_balance::name(tag) == "br";
                            tags.extend(is_line.then_some(at..at + length));
                            is_line
                        }
                        Seen::Blank => length > 0,
                        Seen::Hyphen
                        | Seen::Other(
                            '.' | '(' | ')' | '_' | '/' | '|' | ',' | ':' | ';' | '·' | '•',
                        ) => true,
                        _ => false,
                    };
                    if !goes_on {
                        break;
                    }
                    row.part(text[at..].chars().next());
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

    /// Whose number it is, if one ends behind these digits.
    fn ended(&self, row: &Row, text: &str, at: Range<usize>, before: Before) -> Option<usize> {
        let of = self.number(&row.digits, row.is_abroad)?;
        let is_it = row.may_end(&text[at.end..], before)
            && self.short.get(&row.digits).is_none_or(|groups| {
                row.is_plainly(groups) && stands_alone(text, at.start, at.end)
            });
        is_it.then_some(of)
    }
}

/// Whether a number of few digits is no part of an address or of another word.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let parts = |c: char| c.is_whitespace() || "<>\"()".contains(c);
    let before = &text[..start];
    let mut from = start.saturating_sub(300);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let before = before[from..].rsplit(parts).next().unwrap_or_default();
    let mut behind = text[end..].chars();
    let joins = behind.next().is_some_and(|c| "-./_=&?#@".contains(c));
    let goes_on = joins && behind.next().is_some_and(char::is_alphanumeric);
    let is_within = before.contains(['/', '@', '=', '?']) || before.starts_with("www.");
    !is_within && !goes_on && !before.ends_with(['-', '.', '_'])
}
