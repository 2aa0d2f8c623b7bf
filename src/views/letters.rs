//! A page letter by letter, as readers see it, however its bytes spell a letter: composed or not, as
//! an entity of HTML, between tags, with signs that show nothing.

mod entities;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use self::entities::entity;
use crate::base::character::{REPLACEMENT, is_formatting};
use crate::base::escape::escaped;

/// What readers see at a place of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// A letter or digit, or a mark on the letter before it; an entity may be a letter with a mark.
    Letter(char, Option<char>),
    /// A blank, the end of a line, a tag that begins a new line.
    Blank,
    Hyphen,
    Apostrophe,
    /// A tag within a line.
    Tag,
    /// A tag or comment that readers see as it was typed.
    TypedTag,
    /// Signs that only join, part or shape others.
    Nothing,
    Other(char),
}

/// Whether a text has tags, which are no words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    Tags,
    None,
}

/// The longest tag that is looked for in what an author typed, which may have no end.
const LONGEST_TYPED: usize = 2000;

/// What stands at the beginning of what an author typed, and its length in bytes.
pub(super) fn first(text: &str) -> Option<(Seen, usize)> {
    first_of(text, LONGEST_TYPED)
}

/// The same of a text of these marks. Rendered tags have an end, however long they are.
pub(super) fn first_in(text: &str, marks: Marks) -> Option<(Seen, usize)> {
    first_of(text, if marks == Marks::Tags { usize::MAX } else { LONGEST_TYPED })
}

fn first_of(text: &str, longest_tag: usize) -> Option<(Seen, usize)> {
    let c = text.chars().next()?;
    let found = match c {
        '&' => match typed_tag(text) {
            Some(length) => Some((Seen::TypedTag, length)),
            None => entity(text).map(|(c, mark, length)| (shown(c, mark), length)),
        },
        '<' => annotation(text).map(|length| (Seen::Tag, length)).or_else(|| {
            let length = tag(&text.as_bytes()[..text.len().min(longest_tag)])?;
            Some((of_tag(&text[..length]), length))
        }),
        // The end of a line as JSON writes it.
        '\\' if text[1..].starts_with(['n', 'r', 't']) => Some((Seen::Blank, 2)),
        _ => None,
    };
    Some(found.unwrap_or_else(|| (shown(c, None), c.len_utf8())))
}

fn shown(c: char, mark: Option<char>) -> Seen {
    match c {
        '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʹ' | '′' | '´' | '`' | '＇' => Seen::Apostrophe,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => {
            Seen::Hyphen
        }
        // Emphasis, where a text is read as its author typed it.
        '*' | REPLACEMENT => Seen::Nothing,
        '“' | '”' | '„' | '«' | '»' => Seen::Other('"'),
        '＠' | '\u{FE6B}' => Seen::Other('@'),
        '．' | '。' | '｡' | '\u{FE52}' => Seen::Other('.'),
        '＋' => Seen::Other('+'),
        // Lines through or below letters, and frames around digits.
        '\u{305}' | '\u{332}' | '\u{333}' | '\u{335}'..='\u{338}' | '\u{20D0}'..='\u{20F0}' => {
            Seen::Nothing
        }
        c if is_formatting(c) => Seen::Nothing,
        c if c.is_whitespace() => Seen::Blank,
        c if c.is_alphanumeric() || is_combining_mark(c) => Seen::Letter(c, mark),
        c => Seen::Other(c),
    }
}

/// The length of the tag that the text begins with. A sign in quotation marks does not end it.
pub(super) fn tag(bytes: &[u8]) -> Option<usize> {
    let name = bytes.get(1).filter(|byte| **byte != b'/').or_else(|| bytes.get(2))?;
    if bytes.first() != Some(&b'<') || !name.is_ascii_alphabetic() {
        return None;
    }
    let mut quote = None;
    for (at, byte) in bytes.iter().enumerate() {
        match (quote, *byte) {
            (Some(open), byte) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, b'>') => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Elements that begin no new line.
const WITHIN_LINES: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "picture", "q", "ruby", "s", "samp", "small", "source",
    "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

fn of_tag(tag: &str) -> Seen {
    if is_within_lines(tag) { Seen::Tag } else { Seen::Blank }
}

fn is_within_lines(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    WITHIN_LINES.iter().any(|within| within.eq_ignore_ascii_case(&name[..end]))
}

/// The length of what stands above a word, or around that: `<rt>`, `<rp>`.
pub(super) fn annotation(text: &str) -> Option<usize> {
    const LONGEST: usize = 300;
    let end = match text.get(..3)? {
        "<rt" => "</rt>",
        "<rp" => "</rp>",
        _ => return None,
    };
    let near = &text.as_bytes()[..text.len().min(LONGEST)];
    near.windows(end.len()).position(|it| it == end.as_bytes()).map(|at| at + end.len())
}

/// The length of the tag or comment that the text begins with and that readers see as it was typed:
/// `&lt;wbr&gt;`.
pub(super) fn typed_tag(text: &str) -> Option<usize> {
    const LONGEST: usize = 200;
    let rest = text.strip_prefix("&lt;")?;
    let near = &rest.as_bytes()[..rest.len().min(LONGEST)];
    let end = near.windows(4).position(|it| it == b"&gt;")?;
    let within = &rest[..end];
    let is_comment = within.starts_with("!--") && within.ends_with("--");
    (is_comment || is_within_lines(within)).then_some(end + 8)
}

/// The length of the `&lt;` with which such a tag begins: what follows is read as well.
pub(super) fn typed_sign(text: &str) -> Option<usize> {
    typed_tag(text).map(|_| "&lt;".len())
}

/// The value of an attribute without its entities.
pub(super) fn plain(value: &str) -> String {
    let mut plain = String::new();
    let mut rest = value;
    while let Some(c) = rest.chars().next() {
        let (c, length) = match entity(rest) {
            Some((c, _, length)) => (c, length),
            None => (c, c.len_utf8()),
        };
        plain.push(c);
        rest = &rest[length..];
    }
    plain
}

/// Words as they are compared: capitals, and ways to store a letter, make no difference.
pub(super) fn folded(words: &str) -> String {
    match words.is_ascii() {
        true => words.to_ascii_lowercase(),
        // By way of capitals, for ß is SS.
        false => words.nfkd().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect(),
    }
}

/// Words of a text, gathered sign by sign.
#[derive(Default)]
pub(super) struct Words {
    said: String,
    pub(super) letters: usize,
    /// Letters of the word that has begun.
    pub(super) of_word: usize,
    pub(super) ends_in_letter: bool,
    /// Whether a tag, or a sign that shows nothing, stands between letters.
    pub(super) is_joined: bool,
    /// Behind the last letter, and behind the one before it.
    pub(super) end: usize,
    pub(super) before_last: usize,
}

impl Words {
    /// `end` is where the sign ends.
    pub(super) fn take(&mut self, seen: Seen, end: usize) {
        match seen {
            Seen::Letter(c, _) if is_combining_mark(c) => {
                self.said.push(c);
                self.end = end;
                return;
            }
            Seen::Letter(c, mark) => {
                self.said.push(c);
                self.said.extend(mark);
                self.letters += 1;
                self.of_word += 1;
                (self.before_last, self.end) = (self.end, end);
            }
            Seen::Tag | Seen::TypedTag | Seen::Nothing => {
                self.is_joined = true;
                return;
            }
            // After an initial it makes no difference.
            Seen::Other('.') if self.of_word == 1 => return,
            Seen::Blank => {
                if !self.said.ends_with(' ') {
                    self.said.push(' ');
                }
            }
            Seen::Hyphen => self.said.push('-'),
            Seen::Apostrophe => self.said.push('\''),
            Seen::Other(c) => self.said.push(c),
        }
        self.ends_in_letter = matches!(seen, Seen::Letter(..));
        if !self.ends_in_letter {
            self.of_word = 0;
        }
    }

    pub(super) fn compared(&self) -> String {
        folded(self.said.trim_end())
    }
}

/// Whether letters follow the tags with which the text begins, and signs that show nothing.
pub(super) fn continues(mut text: &str, marks: Marks) -> bool {
    while let Some((Seen::Tag | Seen::TypedTag | Seen::Nothing, length)) = first_in(text, marks) {
        text = &text[length..];
    }
    matches!(first(text), Some((Seen::Letter(..), _)))
}

/// A name as it is compared with what stands in a text.
pub(super) fn compared(name: &str) -> String {
    let name = escaped(name.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let (mut words, mut at) = (Words::default(), 0);
    while let Some((seen, length)) = first(&name[at..]) {
        at += length;
        words.take(seen, at);
    }
    words.compared()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_one_however_it_is_spelled() {
        for (text, expected) in [
            ("&Aring;se", (Seen::Letter('A', Some('\u{30A}')), 7)),
            ("&#197;se", (Seen::Letter('Å', None), 6)),
            ("&#xc5;se", (Seen::Letter('Å', None), 6)),
            ("&amp;oslash;", (Seen::Letter('ø', None), 12)),
            ("&amp; x", (Seen::Other('&'), 5)),
            ("& x", (Seen::Other('&'), 1)),
            ("&nbsp;x", (Seen::Blank, 6)),
            ("&amp;amp;shy;x", (Seen::Nothing, 14 - 1)),
            ("\u{2011}M", (Seen::Hyphen, 3)),
            ("ʼN", (Seen::Apostrophe, 2)),
            ("<b title='>'>x", (Seen::Tag, 13)),
            ("</td><td>", (Seen::Blank, 5)),
            ("< b", (Seen::Other('<'), 1)),
            ("&lt;wbr&gt;x", (Seen::TypedTag, 11)),
            ("&lt;/b&gt;x", (Seen::TypedTag, 10)),
            ("&lt;!-- a --&gt;x", (Seen::TypedTag, 16)),
            ("&lt;at&gt;x", (Seen::Other('<'), 4)),
            ("&lt; b &gt;x", (Seen::Other('<'), 4)),
            ("\\nM", (Seen::Blank, 2)),
        ] {
            assert_eq!(first(text), Some(expected), "{text}");
        }
        assert_eq!(folded("Åse"), folded("A\u{30A}SE"));
        assert_eq!(folded("Weiß"), folded("WEISS"));
    }
}
