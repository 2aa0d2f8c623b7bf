//! Code Quality of GitLab: a list whose entries are marks in a merge request.

use serde::Serialize;

use super::Report;
use super::json::escaped;
use super::lines::FileTexts;
use super::places::{Fingerprints, place, sentences};
use crate::base::Severity;

#[derive(Serialize)]
struct Entry {
    description: String,
    check_name: &'static str,
    /// The same for the same mistake when lines move. Entries that share one are shown once.
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

pub(crate) fn gitlab(report: &Report<'_>, folder: &str) -> String {
    let mut files = FileTexts::new(report.text_of);
    let mut fingerprints = Fingerprints::default();
    let mut entries = vec![];
    for one in report.ordered() {
        let place = place(&one.span, folder, &mut files);
        // GitLab has no field for it.
        let help = report.help_on(one.code).map(|page| format!(" ({page})"));
        let description = sentences(one, &mut files) + &help.unwrap_or_default();
        let (begin, end) = match place.range {
            Some(it) => ((it.line, it.column), (it.end_line, it.end_column)),
            None => ((1, 1), (1, 1)),
        };
        let position = |(line, column)| Position { line, column };
        entries.push(Entry {
            description,
            check_name: one.code.name(),
            fingerprint: fingerprints.of(one),
            severity: match one.severity() {
                Severity::Error => "critical",
                Severity::Warning => "minor",
                Severity::Advice => "info",
            },
            location: Location {
                path: place.file,
                positions: Positions { begin: position(begin), end: position(end) },
            },
        });
    }
    let text = serde_json::to_string_pretty(&entries).expect("texts and numbers can be written");
    escaped(&text) + "\n"
}
