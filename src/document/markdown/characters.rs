//! Reports characters that no text may hold, with their places.

use std::ops::Range;

pub(super) use crate::base::character::{REPLACEMENT, cleaned, is_refused};
use crate::base::character::{complaint, refused, turns};
use crate::base::{Code, Diagnostic, Source};

/// How many of them are reported individually.
const MAX_REPORTED: usize = 5;

/// An error for each refused character of the text, and for the first that turns the direction of a
/// line; five at most.
pub(super) fn check(source: &Source, body: Range<usize>) -> Vec<Diagnostic> {
    let text = source.text.get(body.clone()).unwrap_or_default();
    let mut turned = None;
    let is_first = |(at, c): &(usize, char)| {
        let line = Some(text[..*at].rfind('\n').map_or(0, |newline| newline + 1));
        !turns(*c) || std::mem::replace(&mut turned, line) != line
    };
    refused(text)
        .filter(is_first)
        .take(MAX_REPORTED)
        .map(|(at, c)| {
            let start = body.start + at;
            let (message, hint) = complaint(c);
            let span = source.span(start..start + c.len_utf8());
            Diagnostic::new(Code::ControlCharacter, span, message).hint(hint)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    #[test]
    fn refused_characters_are_told_with_their_place_and_not_without_end() {
        let text = "å\u{0}\u{202E}\t\n\u{200E}\u{FEFF}é".to_owned() + &"\u{1}".repeat(9);
        let path = SourcePath::new("content/a.md").expect("a path inside");
        let source = Source::new(path, text.as_str());
        let found = check(&source, 0..text.len());
        assert_eq!(found.len(), MAX_REPORTED);
        assert_eq!(found[0].span.range, Some(2..3));
        assert_eq!(found[1].span.range, Some(3..6));
        assert!(found[1].message.contains("U+202E"));
        let copied =
            "Ring \u{202A}+45 12\u{202C} eller \u{202A}+45 21\u{202C}.\n\u{2068}Ole\u{2069}\n";
        let path = SourcePath::new("content/a.md").expect("a path inside");
        assert_eq!(check(&Source::new(path, copied), 0..copied.len()).len(), 2, "one a line");
    }
}
