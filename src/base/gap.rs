//! Gaps: `[[fill: who answers?]]` stands where somebody still has to write something. Readers see
//! that it is missing, and `check` lists it.

use std::borrow::Cow;
use std::ops::Range;

use super::{Code, Diagnostic};

const BEGINS: &str = "[[";
/// What is to be done with it, as people write it in the languages of the interface.
const WORDS: &[&str] = &["fill in", "fill", "udfyldes", "udfyld", "invullen", "vul in"];
const ENDS: &str = "]]";
const BLANKS: [char; 3] = [' ', '\t', '\u{A0}'];
/// Bytes of its words, so that no work grows with the rest of a line.
const MOST: usize = 400;

/// A gap in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) range: Range<usize>,
    /// Where its words stand: what is to be filled in.
    pub(crate) words: Range<usize>,
}

/// All gaps of a text, in order. One that has no end in its line is none.
pub(crate) fn find(text: &str) -> Vec<Gap> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(start) = text[at..].find("[[").map(|start| at + start) {
        at = start + 1;
        let Some(gap) = begins(&text[start..]) else { continue };
        at = start + gap.range.end;
        let words = start + gap.words.start..start + gap.words.end;
        found.push(Gap { range: start..at, words });
    }
    found
}

/// The gap with which a text begins.
pub(crate) fn begins(text: &str) -> Option<Gap> {
    let head = BEGINS.len() + head(text.strip_prefix(BEGINS)?)?;
    let inside = &text[head..];
    let near = (0..=MOST.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let line = inside[..near].lines().next().unwrap_or_default();
    let inside = &line[..line.find(ENDS)?];
    let start = head + inside.len() - inside.trim_start().len();
    let words = start..start + inside.trim().len();
    Some(Gap { range: 0..head + inside.len() + ENDS.len(), words })
}

/// The length of `fill:` and its like behind the brackets: in small letters, the colon may be
/// missing. `[[Fill the tank]]` may be a page of a wiki.
fn head(inside: &str) -> Option<usize> {
    let rest = inside.trim_start_matches(BLANKS);
    WORDS.iter().find_map(|word| {
        let typed = rest.get(..word.len()).filter(|typed| typed.eq_ignore_ascii_case(word))?;
        let behind = &rest[word.len()..];
        let colon = behind.trim_start_matches(BLANKS).strip_prefix(':');
        let is_one = typed == *word && (behind.starts_with(BLANKS) || behind.starts_with(ENDS));
        let words = colon.or_else(|| is_one.then_some(behind))?;
        Some(inside.len() - words.len())
    })
}

/// A text with `[who answers?]` for each gap: brackets are the usual sign that words are not those
/// of the text.
pub(crate) fn in_brackets(text: &str) -> Cow<'_, str> {
    let gaps = find(text);
    if gaps.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for gap in gaps {
        shown += &text[from..gap.range.start];
        shown += &format!("[{}]", &text[gap.words]);
        from = gap.range.end;
    }
    Cow::Owned(shown + &text[from..])
}

/// What is said of a gap in a sentence.
pub(crate) fn in_sentence<Place>(place: Place, words: &str) -> Diagnostic<Place> {
    found(place, words).hint("Write it in place of [[fill: …]], or remove the sentence")
}

/// What is said of a gap in a field, in a heading or in a table, of which a part cannot be removed.
pub(crate) fn in_field<Place>(place: Place, words: &str) -> Diagnostic<Place> {
    found(place, words).hint("Write it in place of [[fill: …]]")
}

/// What is said of a gap in a field that may be left out.
pub(crate) fn in_optional_field<Place>(
    place: Place,
    words: &str,
    field: &str,
) -> Diagnostic<Place> {
    found(place, words)
        .hint(format!("Write it in place of [[fill: …]], or remove the field “{field}”"))
}

fn found<Place>(place: Place, words: &str) -> Diagnostic<Place> {
    let message = match words {
        "" => "Something is to be filled in here".to_owned(),
        words => format!("To be filled in: “{words}”"),
    };
    Diagnostic::new(Code::Gap, place, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_has_its_words_and_ends_in_its_line() {
        for (text, words) in [
            ("Call [[fill: who answers?]] at noon", &["who answers?"][..]),
            ("[[fill:a]][[Fill: b ]]", &["a", "b"]),
            ("[[fill: ]] [[[fill: x]]]", &["", "x"]),
            ("[[fill: no end\n]] [[fill: [x] y]]", &["[x] y"]),
            ("[[Filling stations]] [fill: x] [[Fill the tank]] [[fills x]] [[", &[]),
            ("[[fill hvem?]] [[ fill: hvem ]] [[fill : hvem]]", &["hvem?", "hvem", "hvem"]),
            ("[[udfyld: hvem?]] [[Udfyldes: hvem?]] [[udfyld hvem]]", &["hvem?", "hvem?", "hvem"]),
            ("[[invullen: wie?]] [[vul in: wie?]] [[fill in: who?]]", &["wie?", "wie?", "who?"]),
            ("[[fill]] [[fill in the name]] [[udfyldt: x]]", &["", "the name"]),
            ("[[æøå", &[]),
        ] {
            let found: Vec<&str> = find(text).into_iter().map(|gap| &text[gap.words]).collect();
            assert_eq!(found, words, "{text}");
        }
    }

    #[test]
    fn where_only_words_can_stand_brackets_show_a_gap() {
        assert_eq!(in_brackets("Call [[fill: who?]] now"), "Call [who?] now");
        assert!(matches!(in_brackets("Call [[Anna]]"), Cow::Borrowed(_)));
    }
}
