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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typeset(text: &str, language: &str) -> String {
        let mut run = Run::default();
        run.push(text, text, 0..text.len());
        set(&run, 0..text.len(), None, Marks::of(language)).into_owned()
    }

    #[test]
    fn each_language_has_its_marks() {
        let cases = [
            ("en", "\"I won't,\" she said.", "“I won’t,” she said."),
            ("en", "He said 'no' (\"no\").", "He said ‘no’ (“no”)."),
            ("en", "the '90s, get 'em", "the ’90s, get ’em"),
            ("da", "\"Det går,\" sagde han 'stille'.", "”Det går,” sagde han ’stille’."),
            ("nl", "'s avonds zei ze: \"Foto's!\"", "’s avonds zei ze: “Foto’s!”"),
            ("nl", "'t is 'mooi'", "’t is ‘mooi’"),
            ("en", "1914--1918 -- wait---no...", "1914–1918 – wait—no…"),
            ("en", "run --help ---- ..", "run --help ---- .."),
            ("en", "\"'Both,' he said\"", "“‘Both,’ he said”"),
        ];
        for (language, text, expected) in cases {
            assert_eq!(typeset(text, language), expected, "{text}");
        }
    }

    #[test]
    fn escaped_quotes_stay_straight() {
        let source = "\\\"a\\\" \"b\"";
        let mut run = Run::default();
        run.push(source, "\"a", 1..3);
        run.push(source, "\" \"b\"", 4..9);
        assert_eq!(set(&run, 0..run.text.len(), None, Marks::of("en")), "\"a\" “b”");
    }
    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn text_without_quotes_and_dashes_stays_unchanged(text in "[a-cå\"'.“ -]{0,6}") {
            let changes = text.chars().any(|c| matches!(c, '"' | '\'' | '.' | '-'));
            prop_assert!(changes || typeset(&text, "en") == text);
        }
    }
}
