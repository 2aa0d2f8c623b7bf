//! Words that a site does not want in its texts: `Project Nightjar`, `SB-####`, `nightjar*`.

use std::collections::VecDeque;
use std::ops::Range;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::character::is_formatting;

/// Words to look for: `#` is a digit, `*` the rest of a word, a space any space within a paragraph.
/// Capitals make no difference, and only whole words are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    signs: Vec<Sign>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// In small letters.
    One(char),
    Digit,
    Rest,
    Space,
}

/// Fewer letters and digits would be found everywhere.
const FEWEST_SIGNS: usize = 3;

impl Pattern {
    /// `None` if the words are too few to be looked for.
    pub(crate) fn parse(words: &str) -> Option<Pattern> {
        let mut signs: Vec<Sign> = vec![];
        for c in words.trim().chars() {
            let sign = match c {
                '#' => Sign::Digit,
                '*' => Sign::Rest,
                c if c.is_whitespace() => Sign::Space,
                c => Sign::One(c),
            };
            let again = matches!(sign, Sign::Space | Sign::Rest) && signs.last() == Some(&sign);
            match sign {
                Sign::One(c) => decompose_canonical(c, |part| signs.push(Sign::One(small(part)))),
                _ if again => {}
                _ => signs.push(sign),
            }
        }
        let is_telling = |sign: &&Sign| match sign {
            Sign::One(c) => c.is_alphanumeric(),
            Sign::Digit => true,
            Sign::Rest | Sign::Space => false,
        };
        let enough = signs.iter().filter(is_telling).count() >= FEWEST_SIGNS;
        (enough && signs.first() != Some(&Sign::Rest)).then_some(Pattern { signs })
    }

    /// Where it stands in a text, in bytes.
    pub(crate) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut before = None;
        let mut next = 0;
        text.char_indices().filter_map(move |(at, c)| {
            let is_in_word = before.replace(c).is_some_and(char::is_alphanumeric);
            if at < next || is_in_word && c.is_alphanumeric() {
                return None;
            }
            let end = self.end(text, at)?;
            next = end;
            Some(at..end)
        })
    }

    /// Where it ends, if it begins at `at`.
    fn end(&self, text: &str, at: usize) -> Option<usize> {
        let mut rest = &text[at..];
        // What the last letter of the text is made of and is not compared yet.
        let mut letters: VecDeque<char> = VecDeque::new();
        for sign in &self.signs {
            if letters.is_empty() && at < text.len() - rest.len() {
                rest = unseen(rest);
            }
            match sign {
                Sign::Rest => {
                    letters.clear();
                    rest = &rest[rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())..];
                }
                Sign::Space => {
                    let end = blanks(rest).filter(|_| letters.is_empty())?;
                    rest = &rest[end..];
                }
                Sign::Digit | Sign::One(_) => {
                    if letters.is_empty() {
                        let c = rest.chars().next()?;
                        decompose_canonical(c, |part| letters.push_back(small(part)));
                        rest = &rest[c.len_utf8()..];
                    }
                    let c = letters.pop_front()?;
                    let is_it = match sign {
                        Sign::One(one) => c == *one,
                        _ => c.is_ascii_digit(),
                    };
                    is_it.then_some(())?;
                }
            }
        }
        let end = text.len() - rest.len();
        let ends_in_word = text[..end].ends_with(char::is_alphanumeric);
        let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() || is_combining_mark(c));
        (letters.is_empty() && (!ends_in_word || !goes_on)).then_some(end)
    }
}

/// The text without marks of emphasis and signs that show nothing, with which it begins.
fn unseen(text: &str) -> &str {
    text.trim_start_matches(|c: char| matches!(c, '*' | '_') || is_formatting(c))
}

/// The length of the space with which a text begins, also as HTML writes it, and of the emphasis in
/// it; an empty line is none.
fn blanks(text: &str) -> Option<usize> {
    let mut rest = text;
    loop {
        let after = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
        let after = ["&nbsp;", "&#32;", "&#160;", "\\\n"]
            .iter()
            .find_map(|space| after.strip_prefix(space))
            .unwrap_or(after);
        if after.len() == rest.len() {
            break;
        }
        rest = after;
    }
    let end = text.len() - rest.len();
    let has_space = text[..end].contains(char::is_whitespace) || text[..end].contains('&');
    (has_space && text[..end].matches('\n').count() < 2).then_some(end)
}

/// In small letters, with one sign for all hyphens.
fn small(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2012}' | '\u{2212}' => '-',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The text with signs in place of what stands in these ranges: as many, and as long.
pub(crate) fn hidden(text: &str, ranges: impl Iterator<Item = Range<usize>>) -> Option<String> {
    let mut hidden: Option<String> = None;
    for range in ranges {
        let signs: String = text[range.clone()]
            .chars()
            .map(|c| match c.len_utf8() {
                _ if c.is_whitespace() => c,
                1 => '*',
                2 => '×',
                3 => '•',
                _ => '𐄁',
            })
            .collect();
        hidden.get_or_insert_with(|| text.to_owned()).replace_range(range, &signs);
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_found(pattern: &str, text: &str, expected: &[&str]) {
        let pattern = Pattern::parse(pattern).expect("a pattern");
        let found: Vec<&str> = pattern.find(text).map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_are_found_as_a_whole() {
        let text = "Project Nightjar, PROJECT\n  NIGHTJAR; project\n\nNightjar, xProject Nightjars";
        assert_found("project nightjar", text, &["Project Nightjar", "PROJECT\n  NIGHTJAR"]);
        assert_found("nightjar*", "Nightjars nightjar-x", &["Nightjars", "nightjar"]);
        assert_found("SB-####", "sb-1234, SB-12345, XSB-1234, SB-12a4", &["sb-1234"]);
        assert_found("(ÅBO)", "x(åbo)x", &["(åbo)"]);
        let marked = "Project *Nightjar* Project&nbsp;Nightjar Project\u{200B} Night\u{AD}jar";
        let all = ["Project *Nightjar", "Project&nbsp;Nightjar", "Project\u{200B} Night\u{AD}jar"];
        assert_found("Project Nightjar", marked, &all);
        assert_found("SB-####", "SB\u{2011}1234", &["SB\u{2011}1234"]);
        assert_found("Åse", "A\u{30A}se og Åse, Ase", &["A\u{30A}se", "Åse"]);
        assert_found("ana ana", "ana ana ana ana", &["ana ana", "ana ana"]);
    }

    #[test]
    fn too_few_words_are_no_pattern() {
        for few in ["", "  ", "ab", "*", "* *", "*abc", "- -"] {
            assert_eq!(Pattern::parse(few), None, "{few}");
        }
    }

    #[test]
    fn what_is_hidden_keeps_its_place() {
        let text = "Åse 🦊x bor her";
        let now = hidden(text, std::iter::once(0..10)).expect("something is hidden");
        assert_eq!(now, "×** 𐄁* bor her");
        assert_eq!((now.len(), now.chars().count()), (text.len(), text.chars().count()));
        assert_eq!(hidden(text, std::iter::empty()), None);
    }
}
