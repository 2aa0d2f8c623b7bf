//! Fields of a group that stand beside it: `phone` of a person, which belongs into `contact`.

use std::collections::BTreeMap;

use super::quotes::quoted;
use super::reader::shortened;
use super::{Field, KeyValue, Notation, Reader, Value, translated};

/// Into which group a field belongs that stands beside it; of several that belong into one, all of
/// them at once: two groups of one name would be another mistake.
pub(super) fn into_group(
    fields: &[Field],
    tree: &[KeyValue],
    entry: &KeyValue,
    reader: &Reader<'_>,
) -> Option<String> {
    let (group, own) = translated::inside(&entry.key, fields)?;
    if reader.notation == Notation::Toml {
        return None;
    }
    let said = |name: &str, entry: &KeyValue| match &entry.value.value {
        Value::Scalar(value) => format!("{name}: {}", within_braces(&shortened(value))),
        _ => format!("{name}: …"),
    };
    // What is read as this group for safety's sake is not written there.
    if tree.iter().any(|entry| entry.key == group && !entry.key_range.is_empty()) {
        return Some(format!("Write {} within “{group}”, and remove this line", said(own, entry)));
    }
    let mut all: BTreeMap<&str, &KeyValue> = BTreeMap::new();
    for other in tree {
        match translated::inside(&other.key, fields) {
            Some((same, name)) if same == group => all.entry(name).or_insert(other),
            _ => continue,
        };
    }
    if all.len() < 2 || all.get(own).is_none_or(|it| it.key_range != entry.key_range) {
        return Some(format!("Write {group}: {{{}}} in place of this line", said(own, entry)));
    }
    let mut all: Vec<(&str, &KeyValue)> = all.into_iter().collect();
    all.sort_by_key(|(_, entry)| entry.key_range.start);
    let inside: Vec<String> = all.iter().map(|(name, entry)| said(name, entry)).collect();
    let line = |at: usize| 1 + reader.source.text[..at].matches('\n').count();
    let lines: Vec<String> =
        all.iter().map(|(_, entry)| line(entry.key_range.start).to_string()).collect();
    let (last, before) = lines.split_last()?;
    let lines = format!("{} and {last}", before.join(", "));
    Some(format!("Write {group}: {{{}}} in place of lines {lines}", inside.join(", ")))
}

/// A value as it may stand between braces, where a comma begins the next field.
fn within_braces(value: &str) -> String {
    match value.contains([',', '{', '}', '[', ']', '#', '"']) || value.contains(": ") {
        true => quoted(value),
        false => value.to_owned(),
    }
}
