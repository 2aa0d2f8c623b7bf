//! The keys of a list of fields: unknown, written twice, missing.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as MapEntry;
use std::ops::Range;

use super::reader::{example, shortened};
use super::{Field, KeyValue, Reader, Value, translated};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic};

/// More of them are not reported one by one.
const MAX_REPORTED: usize = 20;

/// Reports keys that are unknown, written twice, or missing.
pub(crate) fn check_keys(
    fields: &[Field],
    tree: &[KeyValue],
    whole: &Range<usize>,
    reader: &mut Reader<'_>,
) {
    let mut known: BTreeMap<&str, &KeyValue> = BTreeMap::new();
    let mut odd: Vec<Diagnostic> = vec![];
    // Fields that somebody meant to write, and only misspelt.
    let mut meant: Vec<&str> = vec![];
    for entry in tree {
        let complaint = match known.entry(&entry.key) {
            MapEntry::Occupied(_) if entry.key.is_empty() => None,
            MapEntry::Occupied(first) => Some(twice(first.get(), entry, reader)),
            MapEntry::Vacant(place) => {
                place.insert(entry);
                let is_field = fields.iter().any(|field| field.name == entry.key);
                (!is_field).then(|| {
                    let called = translated::meant(&entry.key, fields);
                    let near = || nearest(&entry.key, fields.iter().map(|field| field.name));
                    let near = called.or_else(near);
                    meant.extend(near);
                    unknown(fields, entry, near, reader)
                })
            }
        };
        odd.extend(complaint);
        if odd.len() > MAX_REPORTED {
            let last = odd.last_mut().expect("there are more than none");
            last.message = "There are more fields like this".to_owned();
            break;
        }
    }
    odd.into_iter().for_each(|complaint| reader.report(complaint));
    if reader.broken {
        return;
    }
    let is_missing = |field: &&Field| {
        field.required && !known.contains_key(field.name) && !meant.contains(&field.name)
    };
    for field in fields.iter().filter(is_missing) {
        let line = example(field, reader.notation);
        let span = reader.source.span(whole.clone());
        let message = format!("The field “{}” is missing", field.name);
        reader.report(
            Diagnostic::new(Code::MissingField, span, message)
                .hint(format!("Add a line such as {line}")),
        );
    }
}

fn twice(first: &KeyValue, entry: &KeyValue, reader: &Reader<'_>) -> Diagnostic {
    let message = format!("“{}” is written twice", shortened(&entry.key));
    Diagnostic::new(Code::FieldTwice, reader.source.span(entry.key_range.clone()), message)
        .place(reader.source.span(first.key_range.clone()), "first written here")
        .hint("Keep one of them")
}

/// Whether it is the rest of a text without quotes, after a comma: `{alt: Pump four, open}`.
fn is_rest_of_text(entry: &KeyValue, reader: &Reader<'_>) -> bool {
    let before = reader.source.text[..entry.key_range.start].trim_end();
    before.ends_with(',') && entry.value.value == Value::Empty
}

fn unknown(
    fields: &[Field],
    entry: &KeyValue,
    near: Option<&str>,
    reader: &Reader<'_>,
) -> Diagnostic {
    if entry.key.is_empty() {
        let span = reader.source.span(entry.key_range.clone());
        return Diagnostic::new(Code::UnknownField, span, "The name of this field is missing")
            .hint("Write the name before its value, or remove the line");
    }
    let names = || fields.iter().map(|field| field.name);
    let message = format!("There is no field called “{}” here", shortened(&entry.key));
    Diagnostic::new(Code::UnknownField, reader.source.span(entry.key_range.clone()), message).hint(
        match near {
            Some(name) if translated::meant(&entry.key, fields) == Some(name) => {
                format!("Write {name} in place of “{}”", entry.key)
            }
            Some(near) => format!("Did you mean “{near}”?"),
            None if entry.key.starts_with("//") => "Begin a comment with #".to_owned(),
            None if is_rest_of_text(entry, reader) => {
                "Put a text with a comma between quotes: between { and }, a comma begins the next \
                 field"
                    .to_owned()
            }
            None => format!("Use one of these: {}", names().collect::<Vec<_>>().join(", ")),
        },
    )
}
