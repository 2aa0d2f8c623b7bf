//! Fields of the whole file that are written below the first table of a TOML file, and so are read
//! as a part of that table.

use std::collections::BTreeSet;

use super::lines::line_of;
use crate::base::{Code, Diagnostic};
use crate::data::reader::Shape;
use crate::data::{Field, KeyValue, Reader, Value};

/// Reports such fields, and returns them, so that they are read as fields of the whole file all the
/// same. `fields` are the fields of the whole file.
pub(in crate::data) fn lifted(
    entries: &[KeyValue],
    fields: &[Field],
    reader: &mut Reader<'_>,
) -> Vec<KeyValue> {
    let text = &reader.source.text;
    let header = |entry: &KeyValue| {
        let line = text[line_of(text, entry.key_range.start)].trim();
        line.starts_with('[').then(|| line.to_owned())
    };
    let Some(first) = entries.iter().find_map(header) else { return vec![] };
    let mut written: BTreeSet<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
    let mut lifted = vec![];
    for table in entries {
        let Some(header) = header(table) else { continue };
        for entry in inside(&table.value.value) {
            let is_meant = fields.iter().any(|field| field.name == entry.key)
                && !belongs(fields, &table.key, &entry.key)
                && written.insert(&entry.key);
            if is_meant {
                let message =
                    format!("“{}” is below {header}, so it counts as part of it", entry.key);
                let span = reader.source.span(entry.key_range.clone());
                let hint = format!("Move this line above {first}");
                reader.out.push(Diagnostic::new(Code::UnknownField, span, message).hint(hint));
                lifted.push(entry.clone());
            }
        }
    }
    lifted
}

/// The fields in a table, or in the last of a list of tables.
fn inside(value: &Value) -> &[KeyValue] {
    match value {
        Value::Map(entries) => entries,
        Value::List(items) => items.last().map_or(&[], |item| inside(&item.value)),
        Value::Empty | Value::Scalar(_) => &[],
    }
}

/// Whether the field `key` is one of the table `table`.
fn belongs(fields: &[Field], table: &str, key: &str) -> bool {
    let Some(table) = fields.iter().find(|field| field.name == table) else { return false };
    let inside = match table.shape {
        Shape::List(shape) => *shape,
        shape => shape,
    };
    matches!(inside, Shape::Group(fields) if fields.iter().any(|field| field.name == key))
}
