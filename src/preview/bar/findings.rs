//! What is wrong: first with this page, then with the rest of the site.

use super::Told;
use crate::base::Diagnostic;
use crate::preview::voice::Voice;
use crate::preview::{Sight, editor};
use crate::report::{self, Counts, Report};

/// All that was found, parted.
pub(super) struct Findings<'a> {
    sight: &'a Sight<'a>,
    here: Vec<&'a Diagnostic>,
    /// The gravest first.
    elsewhere: Vec<&'a Diagnostic>,
}

impl<'a> Findings<'a> {
    pub(super) fn of(sight: &'a Sight<'a>, told: &Told<'a>) -> Findings<'a> {
        let is_here = |it: &&Diagnostic| {
            told.mistakes.contains(it) || told.subject.files.contains(&it.span.path)
        };
        let all = sight.snapshot.diagnostics();
        let (mut here, mut elsewhere): (Vec<_>, Vec<_>) = all.iter().partition(is_here);
        here.extend(told.mistakes.iter().filter(|mistake| !all.contains(mistake)));
        elsewhere.sort_by_key(|told| told.severity());
        Findings { sight, here, elsewhere }
    }

    pub(super) fn here(&self) -> Counts {
        counts(&self.here)
    }

    pub(super) fn elsewhere(&self) -> Counts {
        counts(&self.elsewhere)
    }

    pub(super) fn html(&self, voice: &Voice<'_>) -> String {
        let mut html = part(voice, "preview-here-title", self.here());
        match self.here.is_empty() {
            true => html.push_str(&format!("<p>{}</p>\n", voice.text("preview-well-here"))),
            false => html.push_str(&self.list(voice, &self.here)),
        }
        if !self.elsewhere.is_empty() {
            html.push_str(&part(voice, "preview-elsewhere-title", self.elsewhere()));
            html.push_str(&self.list(voice, &self.elsewhere));
        }
        html
    }

    /// The first ones, more behind a fold, and how many there are beyond.
    fn list(&self, voice: &Voice<'_>, all: &[&Diagnostic]) -> String {
        let (shown, rest) = all.split_at(all.len().min(SHOWN));
        let (folded, beyond) = rest.split_at(rest.len().min(FOLDED));
        let mut html = english(&report(self.sight, shown));
        if !folded.is_empty() {
            html.push_str(&format!(
                "<details class=\"more\"><summary>{}</summary>\n{}",
                voice.count("preview-more", rest.len()),
                english(&report(self.sight, folded))
            ));
            if !beyond.is_empty() {
                html.push_str(&format!("<p>{}</p>\n", voice.count("preview-beyond", beyond.len())));
            }
            html.push_str("</details>\n");
        }
        html
    }
}

/// So many stand open.
const SHOWN: usize = 50;
/// So many more behind a fold. The rest is counted: a bar is on every page, and must not grow with
/// the site.
const FOLDED: usize = 200;

/// A report of these, with ways to the places.
pub(crate) fn report(sight: &Sight<'_>, told: &[&Diagnostic]) -> String {
    let diagnostics: Vec<Diagnostic> = told.iter().map(|told| (*told).clone()).collect();
    let report = Report {
        diagnostics: &diagnostics,
        text_of: &|path| sight.snapshot.text(path),
        files: sight.snapshot.files,
    };
    report::html(&report, &|spot| editor::place(sight, spot))
}

/// Diagnostics are English, whatever the page speaks.
fn english(report: &str) -> String {
    format!("<div lang=\"en\">\n{report}</div>\n")
}

fn part(voice: &Voice<'_>, key: &str, counts: Counts) -> String {
    format!("<h2>{} <span class=\"tally\">{}</span></h2>\n", voice.text(key), voice.tally(counts))
}

fn counts(told: &[&Diagnostic]) -> Counts {
    let mut counts = Counts::default();
    for told in told {
        match told.severity() {
            crate::base::Severity::Error => counts.errors += 1,
            crate::base::Severity::Warning => counts.warnings += 1,
            crate::base::Severity::Advice => counts.advice += 1,
        }
    }
    counts
}
