//! A word as lists name it.
//!
//! A word is a run of letters, digits and combining marks. `'`, `’` and `-` between two of these
//! belong to it, and so do `.`, `,` and `:` between two digits: `m'n`, `to-do`, `5.678`, `14:30`.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) range: Range<usize>,
    /// In small letters, each with its marks as one character, `’` as `'`.
    pub(super) text: String,
    /// How many of its characters are letters.
    pub(super) letters: usize,
    pub(super) is_capital: bool,
    pub(super) is_quoted: bool,
    /// Whether it is the first of a sentence, or of something that is quoted or follows a colon.
    pub(super) begins: bool,
}

pub(super) fn is_part(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// The words of any text, such as a title.
pub(super) fn words(text: &str, offset: usize) -> Vec<Word> {
    let mut words: Vec<Word> = vec![];
    let mut chars = text.char_indices().peekable();
    let mut open: Option<usize> = None;
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let is_inner = match c {
            '\'' | '’' | '-' => is_part(before) && is_part(next),
            '.' | ',' | ':' => before.is_ascii_digit() && next.is_ascii_digit(),
            _ => false,
        };
        let is_in = is_part(c) || is_inner && open.is_some();
        match (open, is_in) {
            (None, true) => open = Some(at),
            (Some(start), false) => {
                words.push(Word::new(&text[start..at], offset + start));
                open = None;
            }
            _ => {}
        }
        before = c;
    }
    words.extend(open.map(|start| Word::new(&text[start..], offset + start)));
    words
}

impl Word {
    fn new(text: &str, start: usize) -> Word {
        let composed: String = match text.is_ascii() {
            true => text.to_ascii_lowercase(),
            false => text.nfc().collect::<String>().to_lowercase().replace('’', "'"),
        };
        Word {
            range: start..start + text.len(),
            letters: composed.chars().filter(|c| c.is_alphabetic()).count(),
            text: composed,
            is_capital: text.starts_with(char::is_uppercase),
            is_quoted: false,
            begins: false,
        }
    }

    pub(super) fn is_number(&self) -> bool {
        self.letters == 0
    }
}
