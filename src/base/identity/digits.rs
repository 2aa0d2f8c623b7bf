//! How digits stand in a line: in groups, with signs between them.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::near::first_bytes;

/// A line in which every space is one of ASCII, and every hyphen and dash too, or an en dash.
pub(super) struct Plain<'a> {
    pub(super) text: Cow<'a, str>,
    line: &'a str,
    /// Where each of its bytes stands in the line, if that is another place.
    places: Vec<usize>,
}

impl Plain<'_> {
    pub(super) fn of(line: &str) -> Plain<'_> {
        match line.is_ascii() {
            true => Plain { text: Cow::Borrowed(line), line, places: vec![] },
            false => Plain::without(line, |_| 0),
        }
    }

    /// The line as readers see it, without the signs of Markdown and HTML in it; `None` where it has
    /// none.
    pub(super) fn rendered(line: &str) -> Option<Plain<'_>> {
        line.contains(MARKUP).then(|| Plain::without(line, |at| markup(line, at)))
    }

    /// The line without what is as long as `unseen` says at a place.
    fn without(line: &str, unseen: impl Fn(usize) -> usize) -> Plain<'_> {
        let mut text = String::with_capacity(line.len());
        let mut places = vec![];
        let mut seen_from = 0;
        for (at, sign) in line.char_indices() {
            if at >= seen_from {
                seen_from = at + unseen(at);
            }
            if at < seen_from {
                continue;
            }
            text.push(match sign {
                // Nobody sees these.
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => continue,
                '\n' | '\r' | '\t' => sign,
                _ if sign.is_whitespace() => ' ',
                '\u{2010}' | '\u{2011}' | '\u{ff0d}' => '-',
                '\u{2012}'..='\u{2015}' | '\u{2212}' => '–',
                _ => digit(sign).unwrap_or(sign),
            });
            places.resize(text.len(), at);
        }
        places.push(line.len());
        Plain { text: Cow::Owned(text), line, places }
    }

    /// The same place in the line itself.
    pub(super) fn range(&self, range: &Range<usize>) -> Range<usize> {
        match self.places.is_empty() {
            true => range.clone(),
            false => {
                // What nobody sees behind it is none of it.
                let last = self.places[range.end.saturating_sub(1).max(range.start)];
                let length = self.line[last..].chars().next().map_or(0, char::len_utf8);
                self.places[range.start]..last + length
            }
        }
    }
}

/// The digit that another sign is read as: those of wide letters, and of Arabic and Persian.
pub(super) fn digit(sign: char) -> Option<char> {
    let zero = ['\u{ff10}', '\u{660}', '\u{6f0}', '\u{1d7ce}', '\u{1d7ec}'];
    let value = zero
        .iter()
        .find_map(|zero| u32::from(sign).checked_sub(u32::from(*zero)).filter(|value| *value < 10));
    value.and_then(|value| char::from_digit(value, 10))
}

/// With what marks begin that readers do not see.
const MARKUP: [char; 6] = ['*', '_', '`', '~', '\\', '<'];

/// As long as a comment between two digits is at most.
const LONGEST_COMMENT: usize = 2000;

/// How many bytes of marks stand at a place: stars of bold words, a backslash, a tag, a comment. One star
/// or line between two digits is a sign of its own: `5*3`.
fn markup(line: &str, at: usize) -> usize {
    let bytes = line.as_bytes();
    let rest = &line[at..];
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    match bytes[at] {
        sign @ (b'*' | b'_' | b'`' | b'~') => {
            let length = rest.bytes().take_while(|byte| *byte == sign).count();
            let is_alone = length == 1 && at > 0 && is_digit(at - 1) && is_digit(at + 1);
            if is_alone { 0 } else { length }
        }
        b'\\' => usize::from(bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation)),
        b'<' if rest.starts_with("<!--") => {
            first_bytes(rest, LONGEST_COMMENT).find("-->").map_or(0, |end| end + 3)
        }
        b'<' => {
            let name = rest[1..].trim_start_matches('/');
            let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic());
            let end = rest.bytes().take(200).position(|byte| byte == b'>');
            end.filter(|end| is_tag && !rest[..*end].contains(['@', ':'])).map_or(0, |end| end + 1)
        }
        _ => 0,
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
