//! A field and its group as they are written on one line.

use crate::data::{KeyValue, Node, Value};

/// Longer lines are not written for somebody.
const MOST: usize = 200;

/// A field and its group on one line, as it may be copied.
pub(super) fn written_whole(entry: &KeyValue) -> Option<String> {
    let whole = format!("{}: {}", entry.key, written(&entry.value)?);
    (whole.chars().count() <= MOST).then_some(whole)
}

fn written(node: &Node) -> Option<String> {
    Some(match &node.value {
        Value::Empty => return None,
        Value::Scalar(text) => as_scalar(text)?,
        Value::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(written).collect();
            format!("[{}]", items?.join(", "))
        }
        Value::Map(entries) => {
            let of = |entry: &KeyValue| match &entry.value.value {
                Value::Empty => Some(format!("{}: ", entry.key).trim_end().to_owned()),
                _ => Some(format!("{}: {}", entry.key, written(&entry.value)?)),
            };
            let entries: Option<Vec<String>> = entries.iter().map(of).collect();
            format!("{{{}}}", entries?.join(", "))
        }
    })
}

/// A text as it may stand between brackets; nothing where it has several lines.
fn as_scalar(text: &str) -> Option<String> {
    if text.chars().any(char::is_control) {
        return None;
    }
    let is_plain = text.starts_with(|c: char| c.is_alphanumeric() || c == '+')
        && !text.contains([',', '{', '}', '[', ']', '#', '"'])
        && !text.contains(": ")
        && !text.ends_with([':', ' '])
        && text != "null";
    Some(match is_plain {
        true => text.to_owned(),
        false => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
    })
}
