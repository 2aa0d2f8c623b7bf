//! Backslashes between double quotes, which YAML and TOML read in the same way.

use std::ops::Range;

use super::reader::shortened;
use crate::base::{Code, Diagnostic, Source};

/// A backslash between double quotes that makes a character of control of a letter: of
/// `"C:\new folder"`, a line break.
pub(super) fn changed_letter(source: &Source, range: &Range<usize>) -> Option<Diagnostic> {
    let value = source.text.get(range.clone())?;
    // Somebody who means a line break knows how YAML writes it; who copies a path does not.
    if !value.contains(":\\") && !value.starts_with("\"\\\\") {
        return None;
    }
    let mut rest = value;
    let at = loop {
        let at = value.len() - rest.len() + rest.find('\\')?;
        let letter = value[at + 1..].chars().next()?;
        if matches!(letter, 'n' | 't' | 'r' | 'a' | 'b' | 'e' | 'f' | 'v' | '0') {
            break at;
        }
        rest = &value[at + 1 + letter.len_utf8()..];
    };
    let (start, letter) = (range.start + at, &value[at..at + 2]);
    let inside = value.trim_matches('"');
    let hint = match inside.contains(['\'', '\n']) {
        true => format!("Write \\{letter} if the backslash belongs to the text"),
        false => format!(
            "If the backslash belongs to the text, use single quotes: '{}'",
            shortened(inside)
        ),
    };
    let message = format!("Between double quotes, {letter} is one character that nobody sees");
    let span = source.span(start..start + 2);
    Some(Diagnostic::new(Code::EscapeInQuotes, span, message).hint(hint))
}
