//! Where fields and their values stand in a file, for what is told of them later.

use std::ops::Range;

use super::front_matter;
use crate::base::Source;
use crate::data::{KeyValue, Node, Value, toml};

/// Fields at whose values a check of the whole site tells something: mostly days that cannot be.
const NAMED: &[&str] = &[
    "audience",
    "consent.given",
    "consent.until",
    "consent.withdrawn",
    "contact",
    "customer",
    "date",
    "featured",
    "outcome",
    "people",
    "reviewed",
    "source",
    "translated",
    "until",
    "url",
    "verified",
];

/// Where their values stand.
pub(super) fn of_values(entries: &[KeyValue]) -> Vec<(&'static str, Range<usize>)> {
    let value = |name: &str| {
        let (group, field) = name.split_once('.').map_or((name, None), |it| (it.0, Some(it.1)));
        let node = &entries.iter().find(|entry| entry.key == group)?.value;
        let Some(field) = field else { return Some(node.range.clone()) };
        let Value::Map(inner) = &node.value else { return None };
        Some(inner.iter().find(|entry| entry.key == field)?.value.range.clone())
    };
    NAMED.iter().filter_map(|name| Some((*name, value(name)?))).collect()
}

/// Where the names of fields stand in a text, or in a file of settings: they are the program's words,
/// and not those of whoever wrote it.
pub(crate) fn names_of_fields(source: &Source) -> Vec<Range<usize>> {
    let tree = match source.path.extension().as_str() {
        "toml" => toml::read_file(source, &mut vec![]),
        _ => front_matter::read(source, &mut vec![]).tree,
    };
    let mut names = vec![];
    let mut waiting: Vec<&KeyValue> = tree.entries.iter().collect();
    while let Some(entry) = waiting.pop() {
        names.push(entry.key_range.clone());
        let inner: Vec<&Node> = match &entry.value.value {
            Value::List(items) => items.iter().collect(),
            _ => vec![&entry.value],
        };
        waiting.extend(inner.into_iter().flat_map(|node| match &node.value {
            Value::Map(entries) => entries.iter().collect(),
            _ => vec![],
        }));
    }
    names
}
