//! What is said of answers that are empty, or at the wrong place.

use crate::base::{Code, Diagnostic, Severity};
use crate::data::answers::Said;
use crate::data::fields::shortened;
use crate::data::{KeyValue, Reader, Value, at_the_edge};

/// What is said of answers below `consent` that begin at the edge.
pub(super) fn not_indented(
    consent: &KeyValue,
    inner: &[KeyValue],
    reader: &Reader<'_>,
) -> Diagnostic {
    let span = reader.source.span(inner[0].key_range.clone());
    let names: Vec<&str> = inner.iter().map(|it| &*it.key).collect();
    let message = at_the_edge::belong("consent", &names);
    let whole = at_the_edge::on_one_line(consent, inner, reader);
    let diagnostic =
        Diagnostic::new(Code::EmptyField, span, message).hint(whole.unwrap_or_else(|| {
            "Begin this line with two spaces, and so the lines below it that belong to consent"
                .to_owned()
        }));
    // A no holds at once.
    let says_no = |answer: &KeyValue| {
        answer.key == "withdrawn" || Said::of_node(&answer.value) == Some(Said::No)
    };
    match inner.iter().any(says_no) {
        true => diagnostic.with_severity(Severity::Warning),
        false => diagnostic,
    }
}

pub(super) fn empty_group(entry: &KeyValue, reader: &Reader<'_>) -> Diagnostic {
    let span = reader.source.span(entry.key_range.clone());
    Diagnostic::new(Code::EmptyField, span, "“consent” has no answer behind it").hint(
        "Write what they said: consent: {photo: yes, name: yes} or consent: {photo: no, name: no}; \
         if nobody asked them, remove the line",
    )
}

const DAY_IN_ITS_PLACE: &str =
    "Write year, month and day in its place: the day on which they withdrew";

/// What is said of `withdrawn: yes`, which counts, and of `withdrawn: no`, where a day would withdraw
/// somebody who did not.
pub(super) fn withdrawn_without_day(answer: &KeyValue, reader: &Reader<'_>) -> Option<Diagnostic> {
    let Value::Scalar(text) = &answer.value.value else { return None };
    let said = Said::of(text).filter(|_| answer.key == "withdrawn")?;
    let text = shortened(text.trim());
    let (begin, hint) = match said {
        Said::Yes => ("This person counts as withdrawn, but", DAY_IN_ITS_PLACE),
        Said::No => ("This person withdrew nothing, and", "Remove withdrawn"),
    };
    let message = format!("{begin} “{text}” is no day");
    let span = reader.source.span(answer.value.range.clone());
    let diagnostic = Diagnostic::new(Code::BadDate, span, message).hint(hint);
    Some(match said {
        Said::Yes => diagnostic.with_severity(Severity::Warning),
        Said::No => diagnostic,
    })
}

/// What is said of an answer with nothing behind its name; `None` where it may be left for later.
pub(super) fn unanswered(answer: &KeyValue, reader: &Reader<'_>) -> Option<Diagnostic> {
    let (message, hint) = match &*answer.key {
        // It holds at once, so it stops nothing.
        "withdrawn" => (
            "This person counts as withdrawn, but “withdrawn” has no day behind it".to_owned(),
            "Write the day on which they withdrew behind it: year, month and day, with hyphens \
             between; if they withdrew nothing, remove withdrawn"
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
    let diagnostic = Diagnostic::new(Code::EmptyField, span, message).hint(hint);
    Some(match &*answer.key {
        "withdrawn" => diagnostic.with_severity(Severity::Warning),
        _ => diagnostic,
    })
}
