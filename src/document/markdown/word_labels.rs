//! The marks by which Word counts the comments of each person: `[AB1]`.

use std::collections::BTreeSet;

/// The marks with which lines of a text begin.
pub(super) fn labels(text: &str) -> BTreeSet<&str> {
    let lines = text.lines().filter(|line| line.starts_with('['));
    lines.filter_map(label).collect()
}

/// `AB1` of `[AB1]`: the letters of a name and a number.
pub(super) fn label(text: &str) -> Option<&str> {
    const LONGEST: usize = 6;
    let inside = text.strip_prefix('[')?;
    let end = inside.bytes().take(LONGEST + 1).position(|byte| byte == b']')?;
    let (label, behind) = (&inside[..end], &inside[end + 1..]);
    let number = label.trim_start_matches(|c: char| c.is_uppercase());
    let letters = label[..label.len() - number.len()].chars().count();
    let is_one = matches!(letters, 2 | 3)
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && !behind.starts_with([':', '(', '[']);
    is_one.then_some(label)
}
