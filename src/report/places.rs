//! What formats for other programs have in common: a place as numbers, and all words in one line.

use std::collections::HashMap;

use super::excerpt::visible;
use super::lines::FileTexts;
use crate::base::diagnostic::Note;
use crate::base::identity::shown_path;
use crate::base::{Diagnostic, Hash, Span};

/// A place by its file, as seen from where the command runs, and its lines and columns, which count
/// from 1. `None` where the whole file is meant.
pub(super) struct Place {
    pub(super) file: String,
    pub(super) range: Option<Range>,
}

/// From the first character to the one behind the last.
pub(super) struct Range {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

pub(super) fn place(span: &Span, folder: &str, files: &mut FileTexts<'_>) -> Place {
    let range = files.place(span).map(|place| Range {
        line: place.start.line,
        column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
    });
    Place { file: format!("{folder}{}", shown_path(&span.path)), range }
}

/// What is wrong, how to mend it, and which other places matter, as sentences in one line. Nothing
/// in it acts on a terminal or on a program that reads lines.
pub(super) fn sentences(diagnostic: &Diagnostic, files: &mut FileTexts<'_>) -> String {
    let mut words = vec![visible(&diagnostic.message)];
    for note in &diagnostic.notes {
        words.push(match note {
            Note::Hint(hint) | Note::Example(hint) => visible(hint),
            Note::Place(span, label) => {
                let line =
                    files.place(span).map_or_else(String::new, |it| format!(":{}", it.start.line));
                visible(&format!("{label}: {}{line}", shown_path(&span.path)))
            }
        });
    }
    super::joined(&words)
}

/// Names of diagnostics that stay when their lines move. Of several that say the same of one file,
/// each has a name of its own.
#[derive(Default)]
pub(super) struct Fingerprints {
    seen: HashMap<String, usize>,
}

impl Fingerprints {
    pub(super) fn of(&mut self, one: &Diagnostic) -> String {
        let what = format!("{}\n{}\n{}", one.code.name(), one.span.path, one.message);
        let before = self.seen.entry(what.clone()).or_default();
        *before += 1;
        Hash::of(format!("{what}\n{before}").as_bytes()).to_string()
    }
}
