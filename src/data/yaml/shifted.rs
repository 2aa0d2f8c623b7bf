//! Entries of a list that stand some spaces off those above them: YAML cannot read them, or takes them
//! for words of the entry above.

use super::likely::Explanation;
use crate::base::{Code, Diagnostic, Source};
use crate::data::{KeyValue, Node, Value};

/// Entries that became a part of those above them.
pub(super) fn check(source: &Source, entries: &[KeyValue]) -> Vec<Diagnostic> {
    let mut found = vec![];
    let mut open: Vec<&Node> = entries.iter().map(|entry| &entry.value).collect();
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Map(entries) => open.extend(entries.iter().map(|entry| &entry.value)),
            Value::List(items) => {
                found.extend(items.iter().filter_map(|item| swallowed(source, item)));
                open.extend(items);
            }
            Value::Empty | Value::Scalar(_) => {}
        }
    }
    found
}

fn swallowed(source: &Source, item: &Node) -> Option<Diagnostic> {
    let Value::Scalar(_) = &item.value else { return None };
    let written = source.text.get(item.range.clone())?;
    if written.starts_with(['"', '\'', '|', '>']) {
        return None;
    }
    let above = source.text[..item.range.start].rfind('\n').map_or(0, |newline| newline + 1);
    let mut start = item.range.start;
    for line in written.split_inclusive('\n') {
        if start > item.range.start && line.trim_start().starts_with("- ") {
            let end = start + line.trim_end().len();
            let first = source.text[above..].lines().next()?;
            let (message, hint) = explanation(first)?;
            let span = source.span(start..end);
            return Some(Diagnostic::new(Code::BrokenYaml, span, message).hint(hint));
        }
        start += line.len();
    }
    None
}

/// What is said of an entry that YAML cannot read; `above` are the lines above it, the nearest first.
pub(super) fn of_line<'a>(
    line: &str,
    mut above: impl Iterator<Item = &'a str>,
) -> Option<Explanation> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_item = |line: &str| line.trim_start().starts_with("- ");
    let first = above.next()?;
    let is_off = is_item(line) && is_item(first) && indent(line) != indent(first);
    is_off.then(|| explanation(first)).flatten()
}

/// The sentence and the remedy for an entry below the one in the line `first`.
fn explanation(first: &str) -> Option<Explanation> {
    let spaces = first.find("- ")?;
    let hint = match spaces {
        0 => "Remove the spaces at its beginning".to_owned(),
        1 => "Begin it with exactly 1 space".to_owned(),
        spaces => format!("Begin it with exactly {spaces} spaces"),
    };
    let message = "This entry begins with another number of spaces than the one above it";
    Some((message.to_owned(), hint))
}
