//! Lines of TOML, as places, and the names that begin them.

use std::ops::Range;

use crate::data::yaml::meant_behind_hash;

/// The line of byte `at`, without its end.
pub(super) fn line_of(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    start..start + text[start..end].trim_end().len()
}

/// A value without the comment behind it. What begins with # and was hardly meant as a comment
/// (`Deck #4`) stays with it.
pub(super) fn without_comment(value: &str) -> &str {
    let is_comment = |at: &usize| {
        let is_parted = value[..*at].ends_with(char::is_whitespace);
        is_parted && meant_behind_hash(&value[*at..]).is_none()
    };
    let comment = value.match_indices('#').map(|(at, _)| at).find(is_comment);
    value[..comment.unwrap_or(value.len())].trim_end()
}

/// Whether a field can be called so without quotes.
pub(super) fn is_name(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

/// Whether a table begins in this line; a comment may stand behind it.
pub(super) fn is_header(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim();
    let table = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
    let is_table = |name: &str| is_name(name) && !name.starts_with(|c: char| c.is_ascii_digit());
    table.is_some_and(|name| is_table(name.trim_matches(['[', ']'])))
}

/// Whether a field or a table begins in this line.
pub(super) fn is_begin(line: &str) -> bool {
    is_header(line) || line.split_once('=').is_some_and(|(name, _)| is_name(name.trim()))
}
