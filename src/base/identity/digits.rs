//! How digits stand in a line: in groups, with signs between them.

use std::borrow::Cow;
use std::ops::Range;

/// A line in which every space is one of ASCII, and every hyphen and dash too, or an en dash.
pub(super) struct Plain<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where each of its bytes stands in the line, if that is another place.
    places: Vec<usize>,
}

impl Plain<'_> {
    pub(super) fn of(line: &str) -> Plain<'_> {
        if line.is_ascii() {
            return Plain { text: Cow::Borrowed(line), places: vec![] };
        }
        let mut text = String::with_capacity(line.len());
        let mut places = vec![];
        for (at, sign) in line.char_indices() {
            text.push(match sign {
                // Nobody sees these.
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => continue,
                '\n' | '\r' | '\t' => sign,
                _ if sign.is_whitespace() => ' ',
                '\u{2010}' | '\u{2011}' => '-',
                '\u{2012}'..='\u{2015}' | '\u{2212}' => '–',
                _ => sign,
            });
            places.resize(text.len(), at);
        }
        places.push(line.len());
        Plain { text: Cow::Owned(text), places }
    }

    /// The same place in the line itself.
    pub(super) fn range(&self, range: &Range<usize>) -> Range<usize> {
        match self.places.is_empty() {
            true => range.clone(),
            false => self.places[range.start]..self.places[range.end],
        }
    }
}

/// Where numbers begin: a digit with none before it.
pub(super) fn numbers(line: &str) -> impl Iterator<Item = usize> {
    let bytes = line.as_bytes();
    (0..bytes.len()).filter(move |at| {
        bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[at - 1].is_ascii_digit())
    })
}

/// Digits, and where they stand.
pub(super) type Group = Range<usize>;

/// The groups of digits from `at` on with one of `separators` between two of them. Those behind the
/// first `most` digits are another number.
pub(super) fn groups(line: &str, at: usize, separators: &[&str], most: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    let mut next = at;
    let mut left = most;
    loop {
        let count = line.as_bytes()[next..].iter().take(left + 1);
        let count = count.take_while(|byte| byte.is_ascii_digit()).count();
        if count == 0 || count > left {
            return groups;
        }
        groups.push(next..next + count);
        next += count;
        left -= count;
        let rest = &line[next..];
        let Some(between) = separators.iter().find(|it| rest.starts_with(**it)) else {
            return groups;
        };
        next += between.len();
    }
}

/// How many digits each group has.
pub(super) fn lengths(groups: &[Group]) -> Vec<usize> {
    groups.iter().map(Range::len).collect()
}

/// The digits of some groups.
pub(super) fn digits(line: &str, groups: &[Group]) -> Vec<u32> {
    let bytes = groups.iter().flat_map(|group| line[group.clone()].bytes());
    bytes.map(|byte| u32::from(byte - b'0')).collect()
}

/// Whether a letter or digit stands right behind.
pub(super) fn goes_on(line: &str, end: usize) -> bool {
    line.as_bytes().get(end).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether nothing is before it that makes it a part of a longer word, except one of `words`.
pub(super) fn begins(line: &str, at: usize, words: &[&str]) -> bool {
    let before = line.as_bytes()[..at].last();
    if !before.is_some_and(u8::is_ascii_alphanumeric) {
        return true;
    }
    words.iter().any(|word| {
        let from = at.checked_sub(word.len());
        let typed = from.and_then(|from| line.get(from..at));
        typed.is_some_and(|typed| typed.eq_ignore_ascii_case(word))
    })
}
