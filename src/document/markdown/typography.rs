//! Sets quotation marks, dashes and ellipses according to the rules of the language.

use std::borrow::Cow;
use std::ops::Range;

use super::run::Run;

/// The quotation marks of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    double: (char, char),
    single: (char, char),
}

impl Marks {
    pub(super) fn of(language: &str) -> Marks {
        match language {
            "da" => Marks { double: ('”', '”'), single: ('’', '’') },
            _ => Marks { double: ('“', '”'), single: ('‘', '’') },
        }
    }
}

/// Words that begin with an apostrophe, not with an opening quotation mark.
const CUT_WORDS: &[&str] =
    &["s", "t", "n", "k", "m", "r", "ns", "em", "tis", "twas", "til", "cause", "bout", "cos"];

/// The part `from..to` of a run with typographic marks. `before` is the character before the run.
pub(super) fn set<'a>(
    run: &'a Run<'_>,
    range: Range<usize>,
    before: Option<char>,
    marks: Marks,
) -> Cow<'a, str> {
    let text = &*run.text;
    if !text.as_bytes()[range.clone()].iter().fold(false, |any, byte| any | may_be_set(*byte)) {
        return Cow::Borrowed(&text[range]);
    }
    let mut out = String::with_capacity(range.len() + 8);
    let mut before = text[..range.start].chars().next_back().or(before);
    let mut at = range.start;
    while let Some(c) = text[at..range.end].chars().next() {
        let same = if matches!(c, '.' | '-') { repeated(&text[at..range.end], c) } else { 1 };
        let after = |length: usize| text[at + length..].chars().next();
        let is_typed = run.is_typed(at);
        let (set, length) = match c {
            '"' if is_typed => (quote(marks.double, before, after(1)), 1),
            '\'' if is_typed && is_apostrophe(before, &text[at + 1..]) => ('’', 1),
            '\'' if is_typed => (quote(marks.single, before, after(1)), 1),
            '.' if is_typed && same == 3 => ('…', 3),
            '-' if is_typed && same == 2 && !is_option(before, after(2)) => ('–', 2),
            '-' if is_typed && same == 3 => ('—', 3),
            '.' | '-' => {
                out.push_str(&text[at..at + same]);
                before = Some(c);
                at += same;
                continue;
            }
            c => (c, c.len_utf8()),
        };
        out.push(set);
        before = Some(c);
        at += length;
    }
    Cow::Owned(out)
}

/// Whether a byte may be replaced by a typographic mark.
fn may_be_set(byte: u8) -> bool {
    (byte == b'"') | (byte == b'\'') | (byte == b'.') | (byte == b'-')
}

fn repeated(text: &str, c: char) -> usize {
    text.chars().take_while(|other| *other == c).count()
}

fn quote((open, close): (char, char), before: Option<char>, after: Option<char>) -> char {
    let opens = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '/' | '"' | '\'' | '“' | '‘')
    });
    match opens && !after.is_some_and(char::is_whitespace) {
        true => open,
        false => close,
    }
}

/// Inside a word, before a year (`'98`), or before a cut word (`'s avonds`, `'em`).
fn is_apostrophe(before: Option<char>, rest: &str) -> bool {
    if before.is_some_and(char::is_alphanumeric) {
        return true;
    }
    // The look ahead is limited, because the longest of these words is far shorter.
    let word: String = rest.chars().take(8).take_while(|c| c.is_alphanumeric()).collect();
    let length = word.chars().count();
    let is_year = length >= 2 && word.starts_with(|c: char| c.is_ascii_digit());
    is_year || CUT_WORDS.contains(&word.to_lowercase().as_str())
}

/// `--help` is the name of an option, so its hyphens are not a dash.
fn is_option(before: Option<char>, after: Option<char>) -> bool {
    before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests;
