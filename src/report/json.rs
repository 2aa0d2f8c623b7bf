//! For other programs: one object, its keys always in the same order.

use std::borrow::Cow;

use serde::Serialize;

use super::excerpt::is_unsafe;
use super::lines::{FileTexts, LineRange};
use super::{Counts, Report};
use crate::base::diagnostic::Note;
use crate::base::identity::{masked, shown_path};
use crate::base::{Diagnostic, Span};

#[derive(Serialize)]
struct Whole<'a> {
    /// The version of the format. It is raised when a key changes its meaning.
    version: u32,
    summary: Summary,
    diagnostics: Vec<One<'a>>,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    advice: usize,
    files: usize,
}

#[derive(Serialize)]
struct One<'a> {
    code: &'static str,
    severity: &'static str,
    file: Cow<'a, str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    message: Cow<'a, str>,
    hints: Vec<Cow<'a, str>>,
    places: Vec<Other<'a>>,
    /// Where people read what the code means; null where the site has no address.
    help: Option<String>,
}

#[derive(Serialize)]
struct Other<'a> {
    file: Cow<'a, str>,
    line: Option<usize>,
    column: Option<usize>,
    label: &'a str,
}

/// Every diagnostic; lines and columns count from 1, in characters, and are null where the whole
/// file is meant. An end is the place behind the last character.
pub(crate) fn json(report: &Report<'_>) -> String {
    let mut files = FileTexts::new(report.text_of);
    let counts = Counts::of(report.diagnostics);
    let whole = Whole {
        version: 1,
        summary: Summary {
            errors: counts.errors,
            warnings: counts.warnings,
            advice: counts.advice,
            files: report.files,
        },
        diagnostics: report
            .ordered()
            .into_iter()
            .map(|one| text(one, report.help_on(one.code), &mut files))
            .collect(),
    };
    let text = serde_json::to_string_pretty(&whole).expect("texts and numbers can be written");
    escaped(&text) + "\n"
}

fn text<'a>(
    diagnostic: &'a Diagnostic,
    help: Option<String>,
    files: &mut FileTexts<'_>,
) -> One<'a> {
    let place = files.place(&diagnostic.span);
    let mut hints = vec![];
    let mut places = vec![];
    for note in &diagnostic.notes {
        match note {
            Note::Hint(hint) | Note::Example(hint) => hints.push(masked(hint)),
            Note::Place(span, label) => places.push(other(span, label, files.place(span).as_ref())),
        }
    }
    One {
        code: diagnostic.code.name(),
        severity: diagnostic.severity().word(),
        file: shown_path(&diagnostic.span.path),
        line: place.as_ref().map(|place| place.start.line),
        column: place.as_ref().map(|place| place.start.column),
        end_line: place.as_ref().map(|place| place.end.line),
        end_column: place.as_ref().map(|place| place.end.column),
        message: masked(&diagnostic.message),
        hints,
        places,
        help,
    }
}

fn other<'a>(span: &'a Span, label: &'a str, place: Option<&LineRange>) -> Other<'a> {
    Other {
        file: shown_path(&span.path),
        line: place.map(|place| place.start.line),
        column: place.map(|place| place.start.column),
        label,
    }
}

/// The report may be printed to a terminal. Such characters stand only within JSON's texts, where
/// an escape means the same; line breaks between them are the layout.
pub(super) fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && is_unsafe(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                escaped.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            escaped.push(c);
        }
    }
    // Logs of workflows would read such a sign as a command.
    escaped.replace("##[", "##\\u005b")
}
