//! Names of fields in capital letters: `Title: A night`. They are read as what they mean, and told
//! together, once.

use super::answers::Said;
use super::{Field, KeyValue, Node, Reader, Value};
use crate::base::{Code, Diagnostic, Severity};
use crate::data::reader::shortened;

/// Gives each such field its right name, and reports them.
pub(crate) fn lowered(entries: &mut [KeyValue], fields: &[Field], reader: &mut Reader<'_>) {
    let is_field = |key: &str| fields.iter().any(|field| field.name == key);
    let mut told: Vec<(String, String)> = vec![];
    let mut place = None;
    let mut is_refused = false;
    for at in 0..entries.len() {
        let right = entries[at].key.trim().to_lowercase();
        let is_meant = !is_field(&entries[at].key) && is_field(&right);
        if !is_meant || entries.iter().any(|entry| entry.key == right) {
            continue;
        }
        place = place.or(Some(entries[at].key_range.clone()));
        told.push((shortened(&entries[at].key), right.clone()));
        is_refused |= right == "consent" && says_no(&entries[at].value);
        entries[at].key = right;
    }
    let Some(place) = place else { return };
    let message = match &*told {
        [(written, _)] => format!("The name of the field “{written}” has capital letters"),
        _ => "The names of these fields have capital letters".to_owned(),
    };
    let each = told.iter().map(|(written, right)| format!("{right} in place of “{written}”"));
    let hint = format!("Write {}", each.collect::<Vec<_>>().join(", "));
    let span = reader.source.span(place);
    // A clear no holds at once, and stops nothing.
    let told = match is_refused {
        true => Diagnostic::new(
            Code::UnreadConsent,
            span,
            format!("{message}; this counts as a no to name and pictures"),
        )
        .with_severity(Severity::Warning),
        false => Diagnostic::new(Code::UnknownField, span, message),
    };
    reader.report(told.hint(hint));
}

/// Whether an answer, or one of several, is a clear no.
fn says_no(value: &Node) -> bool {
    match &value.value {
        Value::Map(answers) => answers.iter().any(|answer| says_no(&answer.value)),
        _ => Said::of_node(value) == Some(Said::No),
    }
}
