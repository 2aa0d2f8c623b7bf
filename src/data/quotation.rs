//! Quotation marks of a word processor around a text for readers, who see them: `title: “The pump”`.
//! A title may be a quotation, so nobody takes them away.

use super::yaml::prose::LISTS;
use super::{Node, Reader};
use crate::base::{Code, Diagnostic, Severity};

/// Reports a pair of marks around the whole text, and a mark without its partner.
pub(super) fn check(words: &str, node: &Node, reader: &mut Reader<'_>) {
    let (severity, message, hint) = if is_around(words) {
        (
            Severity::Advice,
            "Quotation marks stand around all of this text, and readers see them",
            "Remove both, unless these are words that somebody says",
        )
    } else if is_alone(words) && !is_parted(node, reader) {
        (
            Severity::Warning,
            "A quotation mark of this text has no partner, and readers see it",
            "Remove it; or, if somebody says these words, write a mark before and behind them",
        )
    } else {
        return;
    };
    let span = reader.source.span(node.range.clone());
    let diagnostic = Diagnostic::new(Code::MarksInField, span, message).hint(hint);
    reader.report(diagnostic.with_severity(severity));
}

/// Whether a comma between brackets parts a text from the other mark: `[“a, b”, c]`, which is told as
/// that.
fn is_parted(node: &Node, reader: &Reader<'_>) -> bool {
    let text = &reader.source.text;
    let before = text.get(..node.range.start).unwrap_or_default().trim_end();
    let behind = text.get(node.range.end..).unwrap_or_default().trim_start();
    LISTS.contains(&reader.field) && (before.ends_with(',') || behind.starts_with(','))
}

/// Marks that are nothing else; single ones are apostrophes, too.
const DOUBLE: [char; 6] = ['“', '”', '„', '‟', '«', '»'];
const SINGLE: [char; 6] = ['‘', '’', '‚', '‛', '‹', '›'];

/// Whether a pair of marks stands around the whole text.
fn is_around(words: &str) -> bool {
    let Some(first) = words.chars().next() else { return false };
    let marks: &[char] = if DOUBLE.contains(&first) { &DOUBLE } else { &SINGLE };
    let inside = words.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks));
    inside.is_some_and(|inside| !inside.trim().is_empty() && places(inside, marks).is_empty())
}

/// Whether a mark at the beginning or the end of the text is the only one.
fn is_alone(words: &str) -> bool {
    let [at] = places(words, &DOUBLE)[..] else { return false };
    let before = words[..at].trim();
    let behind = words[at..].chars().skip(1).collect::<String>();
    let behind = behind.trim().trim_end_matches(['.', '!', '?', ',']);
    before.is_empty() != behind.is_empty()
}

/// Where marks stand that are no apostrophe within a word and no sign of inches.
fn places(words: &str, marks: &[char]) -> Vec<usize> {
    let is_mark = |(at, c): &(usize, char)| {
        let before = words[..*at].chars().next_back();
        let behind = words[at + c.len_utf8()..].chars().next();
        let is_in_word =
            before.is_some_and(char::is_alphanumeric) && behind.is_some_and(char::is_alphanumeric);
        let is_inch = before.is_some_and(|c| c.is_ascii_digit()) && matches!(c, '”' | '“');
        marks.contains(c) && !is_in_word && !is_inch
    };
    words.char_indices().filter(is_mark).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_alone, is_around};

    #[test]
    fn a_pair_around_all_is_found_and_no_other() {
        for words in [
            "“The pump”",
            "‘The pump’",
            "„The pump“",
            "„The pump”",
            "»The pump«",
            "«The pump»",
            "”The pump”",
            "“ The pump ”",
            "‹The pump›",
            "‘The pump’s night’",
        ] {
            assert!(is_around(words) && !is_alone(words), "{words}");
        }
        for words in [
            "The pump",
            "“Yes” and “no”",
            "“Yes,” she said",
            "She said “yes”",
            "“”",
            "The pumps’",
            "’t Pompje",
            "‘Tis the season",
            "A pipe of 12”",
            "Home » Pump",
            "”",
            "",
        ] {
            assert!(!is_around(words) && !is_alone(words), "{words}");
        }
    }

    #[test]
    fn a_mark_without_its_partner_is_found() {
        for words in ["“The pump", "The pump”", "„The pump", "The pump«", "The pump“", "The pump”."]
        {
            assert!(is_alone(words) && !is_around(words), "{words}");
        }
    }
}
