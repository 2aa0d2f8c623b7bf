//! Reports characters that no text may hold, with their places.

use std::ops::Range;

pub(super) use crate::base::character::{REPLACEMENT, cleaned, is_refused};
use crate::base::character::{complaint, name, refused, turns};
use crate::base::{Code, Diagnostic, Source};

/// How many of them are reported individually.
const MAX_REPORTED: usize = 5;

/// An error for each refused character of the text, and for the first that turns the direction of a
/// line; five at most.
pub(super) fn check(source: &Source, body: Range<usize>) -> Vec<Diagnostic> {
    let text = source.text.get(body.clone()).unwrap_or_default();
    let mut turned: Option<usize> = None;
    let is_first = |(at, c): &(usize, char)| {
        !turns(*c) || turned.replace(*at).is_none_or(|last| text[last..*at].contains('\n'))
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

/// Says of the first line that ends in a way which readers do not see: Word and web pages write
/// U+2028 and U+2029.
pub(super) fn unseen_end_of_line(source: &Source, body: Range<usize>) -> Option<Diagnostic> {
    let text = source.text.get(body.clone())?;
    let (at, c) = text.match_indices(['\u{2028}', '\u{2029}']).next()?;
    let c = c.chars().next()?;
    let message =
        format!("This line does not end here for readers: U+{:04X} ({})", u32::from(c), name(c));
    let start = body.start + at;
    let hint = "Write \\ and a new line in its place, or an empty line; and so with others like it";
    let span = source.span(start..start + c.len_utf8());
    Some(Diagnostic::new(Code::JoinedLines, span, message).hint(hint))
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
        for (text, code, hint) in [
            ("frøs\u{B}Og sov", Code::ControlCharacter, "Put a new line in its place"),
            ("frøs\u{C}Og sov", Code::ControlCharacter, "Put a new line in its place"),
            ("frøs\u{85}Og sov", Code::ControlCharacter, "Put a new line in its place"),
            ("frøs\u{2028}Og\u{2029}sov", Code::JoinedLines, "Write \\ and a new line"),
        ] {
            let path = SourcePath::new("content/a.md").expect("a path inside");
            let source = Source::new(path, text);
            let mut found = check(&source, 0..text.len());
            found.extend(unseen_end_of_line(&source, 0..text.len()));
            let [one] = &found[..] else { panic!("{text:?}: {found:?}") };
            assert_eq!(one.code, code, "{text:?}");
            assert!(one.message.starts_with("This line does not end here for readers"), "{text:?}");
            let hints = format!("{:?}", one.notes);
            assert!(hints.contains(&hint.replace('\\', "\\\\")), "{text:?}: {hints}");
        }
        let copied =
            "Ring \u{202A}+45 12\u{202C} eller \u{202A}+45 21\u{202C}.\n\u{2068}Ole\u{2069}\n";
        let path = SourcePath::new("content/a.md").expect("a path inside");
        assert_eq!(check(&Source::new(path, copied), 0..copied.len()).len(), 2, "one a line");
    }
}
