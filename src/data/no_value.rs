//! Fields without a value.

use super::{KeyValue, Node, Reader, Value};
use crate::base::{Code, Diagnostic, Severity};

/// Reports a value that counts as none: YAML has two words for that. Whether it is such a value.
pub(super) fn null(key: &str, node: &Node, severity: Severity, reader: &mut Reader<'_>) -> bool {
    let written = reader.source.text.get(node.range.clone()).unwrap_or_default().trim();
    if node.value != Value::Empty || !matches!(written, "~" | "null") {
        return false;
    }
    let message = format!("“{key}” has no value: {written} means that there is none");
    let remedy = match severity {
        Severity::Error => "Write a value in its place",
        _ => "Remove it if there is nothing to say",
    };
    let hint = format!("{remedy}; or put it between quotes if it is a word of its own");
    let span = reader.source.span(node.range.clone());
    let diagnostic = Diagnostic::new(Code::EmptyField, span, message).hint(hint);
    reader.report(diagnostic.with_severity(severity));
    true
}

pub(super) fn reported(entry: &KeyValue, reader: &mut Reader<'_>) {
    if null(&entry.key, &entry.value, Severity::Error, reader) {
        return;
    }
    // The value is an invisible character, which was reported already.
    if matches!(&entry.value.value, Value::Scalar(text) if text.contains(['\u{2028}', '\u{2029}']))
    {
        return;
    }
    let diagnostic = Diagnostic::new(
        Code::EmptyField,
        reader.source.span(entry.key_range.clone()),
        format!("“{}” has no value", entry.key),
    );
    let behind = reader.source.text[entry.key_range.end..].lines().next().unwrap_or_default();
    let is_remark = behind.trim_start_matches([':', '=', ' ']).starts_with('#');
    reader.report(diagnostic.hint(match is_remark {
        true => "Put the whole value between quotes: what follows # is ignored",
        false => "Write it after the name, on the same line",
    }));
}

pub(super) fn is_blank(node: &Node) -> bool {
    match &node.value {
        Value::Scalar(text) => text.trim().is_empty(),
        Value::List(items) => items.is_empty(),
        Value::Empty | Value::Map(_) => false,
    }
}
