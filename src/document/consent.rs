//! What somebody answered, left empty or written beside the group that it belongs to. An answer that
//! cannot be read must not count as none: whoever wrote `withdrawn:` meant to be withdrawn.

use crate::base::{Code, Date, Diagnostic, date};
use crate::data::answers::Said;
use crate::data::fields::FieldList;
use crate::data::{KeyValue, Node, Reader, Value};
use crate::document::kinds::person::Consent;

/// Reports answers without words in the consent of a person's file, and reads a withdrawal without a
/// day that can be read as a no to everything.
pub(super) fn check(entries: &mut Vec<KeyValue>, reader: &mut Reader<'_>) {
    let Some(at) = entries.iter().position(|entry| entry.key == "consent") else { return };
    if entries[at].value.value == Value::Empty {
        let inner = beside(entries, at);
        if inner.is_empty() {
            reader.report(empty_group(&entries[at], reader));
            return;
        }
        reader.report(not_indented(&inner[0], reader));
        let end = inner.last().map_or(0, |last| last.value.range.end);
        entries[at].value = Node { range: inner[0].key_range.start..end, value: Value::Map(inner) };
    }
    let Value::Map(answers) = &mut entries[at].value.value else { return };
    let mut is_withdrawn = false;
    answers.retain(|answer| {
        is_withdrawn |= answer.key == "withdrawn" && !is_readable(&answer.value);
        let told = (answer.value.value == Value::Empty).then(|| unanswered(answer, reader));
        let told = told.flatten();
        let is_kept = told.is_none();
        told.into_iter().for_each(|told| reader.report(told));
        is_kept
    });
    if is_withdrawn {
        answers.retain(|answer| !matches!(&*answer.key, "name" | "photo"));
        let place = entries[at].key_range.clone();
        let Value::Map(answers) = &mut entries[at].value.value else { return };
        answers.extend(["name", "photo"].map(|key| KeyValue {
            key: key.to_owned(),
            key_range: place.clone(),
            value: Node { value: Value::Scalar("no".to_owned()), range: place.clone() },
        }));
    }
}

/// Whether what `withdrawn` says is clear: a day, or a no.
fn is_readable(value: &Node) -> bool {
    match &value.value {
        Value::Scalar(text) => {
            let parsed: Result<Date, _> = date::parse_date(text);
            parsed.is_ok() || Said::of(text) == Some(Said::No)
        }
        _ => false,
    }
}

/// Takes the answers directly below `consent:` that begin at the edge of the line. `name` and `photo`
/// are fields of a person, too: there, they hold no answer.
fn beside(entries: &mut Vec<KeyValue>, at: usize) -> Vec<KeyValue> {
    let is_answer = |entry: &&KeyValue| match (&*entry.key, &entry.value.value) {
        ("name" | "photo", Value::Scalar(text)) => Said::of(text).is_some(),
        (key, _) => Consent::FIELDS.iter().any(|field| field.name == key),
    };
    let count = entries[at + 1..].iter().take_while(is_answer).count();
    entries.drain(at + 1..at + 1 + count).collect()
}

fn not_indented(entry: &KeyValue, reader: &Reader<'_>) -> Diagnostic {
    let span = reader.source.span(entry.key_range.clone());
    let message = format!("“{}” belongs to “consent” above it, and begins at the edge", entry.key);
    Diagnostic::new(Code::EmptyField, span, message)
        .hint("Begin this line with two spaces, and so the lines below it that belong to consent")
}

fn empty_group(entry: &KeyValue, reader: &Reader<'_>) -> Diagnostic {
    let span = reader.source.span(entry.key_range.clone());
    Diagnostic::new(Code::EmptyField, span, "“consent” has no answer behind it").hint(
        "Write what they said: consent: {photo: yes, name: yes} or consent: {photo: no, name: no}; \
         if nobody asked them, remove the line",
    )
}

/// What is said of an answer with nothing behind its name; `None` where it may be left for later.
fn unanswered(answer: &KeyValue, reader: &Reader<'_>) -> Option<Diagnostic> {
    let (message, hint) = match &*answer.key {
        "withdrawn" => (
            "This person counts as withdrawn, but “withdrawn” has no day behind it".to_owned(),
            "On which day? Write it as in withdrawn: 2026-11-29; if they withdrew nothing, remove \
             withdrawn"
                .to_owned(),
        ),
        "until" => (
            "“until” has no day behind it".to_owned(),
            "Until which day? Write it as in until: 2027-12-31; if there is no last day, remove until"
                .to_owned(),
        ),
        key @ ("photo" | "name") => (
            format!("“{key}” has no answer behind it"),
            format!("Write {key}: yes or {key}: no; if nobody asked them, remove {key}"),
        ),
        _ => return None,
    };
    let span = reader.source.span(answer.key_range.clone());
    Some(Diagnostic::new(Code::EmptyField, span, message).hint(hint))
}
