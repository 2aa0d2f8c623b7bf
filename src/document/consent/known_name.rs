//! The name of somebody in whose file the field of the name is lost or misspelt: which name readers may
//! not see must be known.

use super::unread_contacts;
use crate::data::{KeyValue, Node, Reader, Value, translated};
use crate::document::Kind;

/// Where the name is lost, another line of the file tells it, or the file's own name:
/// `mette-krogh.md`. So it is known which name readers may not see.
pub(super) fn name_by_file(entries: &mut Vec<KeyValue>, reader: &Reader<'_>) {
    let is_name = |entry: &KeyValue| match &entry.value.value {
        Value::Scalar(name) => entry.key == "name" && !name.contains(char::REPLACEMENT_CHARACTER),
        _ => false,
    };
    if entries.iter().any(is_name) {
        return;
    }
    entries.retain(|entry| entry.key != "name");
    let file = reader.source.path.file_name().split('.').next().unwrap_or_default();
    let words = file.split(['-', '_', ' ']).filter(|word| !word.is_empty());
    let by_file = || words.map(capitalised).collect::<Vec<_>>().join(" ");
    let name = unread_contacts::name(&reader.source.text).unwrap_or_else(by_file);
    if !name.is_empty() {
        let value = Node { value: Value::Scalar(name), range: 0..0 };
        entries.push(KeyValue { key: "name".to_owned(), key_range: 0..0, value });
    }
}

/// Where the name stands in a field that there is not (`navn`), it is known which name readers may not
/// see all the same.
pub(super) fn name_by_other_field(entries: &mut Vec<KeyValue>) {
    let fields = Kind::Person.fields();
    let is_there = entries.iter().any(|entry| entry.key == "name");
    let is_meant = |entry: &&KeyValue| {
        translated::meant(&entry.key.to_lowercase(), fields) == Some("name")
            && matches!(entry.value.value, Value::Scalar(_))
    };
    if let Some(meant) = entries.iter().find(is_meant).filter(|_| !is_there) {
        let (key_range, value) = (meant.key_range.clone(), meant.value.clone());
        entries.push(KeyValue { key: "name".to_owned(), key_range, value });
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
