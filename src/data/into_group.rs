//! Fields of a group that stand beside it: `phone` of a person, which belongs into `contact`.

use super::quotes::quoted;
use super::reader::shortened;
use super::{Field, KeyValue, Notation, Reader, Value, translated};

/// So many lines are written out as one.
const MOST: usize = 20;

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
    // A field of its own stays: the address of an event is not that of its call for speakers.
    let is_own = |key: &str| fields.iter().any(|field| field.name == key);
    let mut all: Vec<(&str, &KeyValue)> = tree
        .iter()
        .filter(|other| !is_own(&other.key))
        .filter_map(|other| {
            let (same, name) = translated::inside(&other.key, fields)?;
            (same == group).then_some((name, other))
        })
        .collect();
    if all.len() < 2 || all.len() > MOST {
        return Some(format!("Write {group}: {{{}}} in place of this line", said(own, entry)));
    }
    all.sort_by_key(|(_, entry)| entry.key_range.start);
    // Of two that mean the same, the first is written.
    let (mut names, mut inside, mut again) = (vec![], vec![], None);
    for (name, entry) in &all {
        match names.contains(name) {
            true => {
                let first = all.iter().find(|(same, _)| same == name);
                if first.is_some_and(|(_, first)| first.value.value != entry.value.value) {
                    again = again.or(Some(*name));
                }
            }
            false => {
                names.push(*name);
                inside.push(said(name, entry));
            }
        }
    }
    let line = |at: usize| 1 + reader.source.text[..at].matches('\n').count();
    let lines: Vec<String> =
        all.iter().map(|(_, entry)| line(entry.key_range.start).to_string()).collect();
    let (last, before) = lines.split_last()?;
    let lines = format!("{} and {last}", before.join(", "));
    let whole = format!("Write {group}: {{{}}} in place of lines {lines}", inside.join(", "));
    Some(match again {
        Some(name) => format!("{whole}, with the {name} that colleagues shall use"),
        None => whole,
    })
}

/// A value as it may stand between braces, where a comma begins the next field.
fn within_braces(value: &str) -> String {
    match value.contains([',', '{', '}', '[', ']', '#', '"']) || value.contains(": ") {
        true => quoted(value),
        false => value.to_owned(),
    }
}
