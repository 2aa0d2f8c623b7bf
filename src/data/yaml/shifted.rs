//! Entries of a list that stand some spaces off those above them: YAML cannot read them, or takes them
//! for words of the entry above.

use super::likely::{COLONS, SEMICOLONS, bullet, of_entry_off, of_name};
use crate::base::{Code, Diagnostic, Source};
use crate::data::{KeyValue, Node, Value, translated};

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
    if let Some(told) = with_other_colon(source, item.range.start, written) {
        return Some(told);
    }
    let above = source.text[..item.range.start].rfind('\n').map_or(0, |newline| newline + 1);
    let mut start = item.range.start;
    for line in written.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if start > item.range.start
            && bullet(line).is_some()
            && let Some((message, hint)) = of_name(line)
        {
            let start = start + line.len() - line.trim_start().len();
            let span = source.span(start..end);
            return Some(Diagnostic::new(Code::BrokenYaml, span, message).hint(hint));
        }
        if start > item.range.start && line.trim_start().starts_with("- ") {
            let first = source.text[above..].lines().next()?;
            let (message, hint) = of_entry_off(first)?;
            let span = source.span(start..end);
            return Some(Diagnostic::new(Code::BrokenYaml, span, message).hint(hint));
        }
        start += line.len();
    }
    None
}

/// An entry that is a group of fields whose first colon is none: `- id： kirsten`, `- id:kirsten`.
fn with_other_colon(source: &Source, start: usize, written: &str) -> Option<Diagnostic> {
    let line = written.lines().next()?.trim_end();
    let is_sign = |c: char| c == ':' || COLONS.contains(&c) || SEMICOLONS.contains(&c);
    let (name, value) = line.split_once(is_sign)?;
    let name = name.trim();
    let is_field = translated::is_name_of_field(name) || name == "id";
    // `keywords: [time:management]` is a word.
    let is_of_group = written.trim_end().contains('\n') || matches!(name, "id" | "file");
    let has_ordinary_colon = line[name.len()..].trim_start().starts_with(':');
    let is_meant = is_field && !value.starts_with("//") && (!has_ordinary_colon || is_of_group);
    let (message, hint) = of_name(line).filter(|_| is_meant)?;
    let span = source.span(start..start + line.len());
    Some(Diagnostic::new(Code::BrokenYaml, span, message).hint(hint))
}
