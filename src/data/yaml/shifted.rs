//! Entries of a list that stand some spaces off those above them: YAML cannot read them, or takes them
//! for words of the entry above.

use super::likely::of_entry_off;
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
            let (message, hint) = of_entry_off(first)?;
            let span = source.span(start..end);
            return Some(Diagnostic::new(Code::BrokenYaml, span, message).hint(hint));
        }
        start += line.len();
    }
    None
}
