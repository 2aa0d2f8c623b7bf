//! What is wrong: first with this page, then with the rest of the site.

use super::BarInput;
use crate::base::Diagnostic;
use crate::language::Language;
use crate::preview::texts::PreviewTexts;
use crate::preview::{PreviewRequest, editor};
use crate::report::{self, Counts, Report};

/// All diagnostics, parted into those of this page and the others.
pub(super) struct BarFindings<'a> {
    request: &'a PreviewRequest<'a>,
    here: Vec<&'a Diagnostic>,
    /// The gravest first.
    elsewhere: Vec<&'a Diagnostic>,
}

impl<'a> BarFindings<'a> {
    pub(super) fn of(request: &'a PreviewRequest<'a>, input: &BarInput<'a>) -> BarFindings<'a> {
        let is_here = |it: &&Diagnostic| {
            input.mistakes.contains(it) || input.subject.files.contains(&it.span.path)
        };
        let all = request.snapshot.diagnostics();
        let (mut here, mut elsewhere): (Vec<_>, Vec<_>) = all.iter().partition(is_here);
        here.extend(input.mistakes.iter().filter(|mistake| !all.contains(mistake)));
        elsewhere.sort_by_key(|it| it.severity());
        BarFindings { request, here, elsewhere }
    }

    pub(super) fn here(&self) -> Counts {
        counts(&self.here)
    }

    pub(super) fn elsewhere(&self) -> Counts {
        counts(&self.elsewhere)
    }

    pub(super) fn html(&self, texts: &PreviewTexts<'_>) -> String {
        let mut html = part(texts, "preview-here-title", self.here());
        match self.here.is_empty() {
            true => html.push_str(&format!("<p>{}</p>\n", texts.text("preview-well-here"))),
            false => html.push_str(&self.list(texts, &self.here)),
        }
        if !self.elsewhere.is_empty() {
            html.push_str(&part(texts, "preview-elsewhere-title", self.elsewhere()));
            html.push_str(&self.list(texts, &self.elsewhere));
        }
        html
    }

    /// The first ones, more behind a fold, and how many there are beyond.
    fn list(&self, texts: &PreviewTexts<'_>, all: &[&Diagnostic]) -> String {
        let (shown, rest) = all.split_at(all.len().min(SHOWN));
        let (folded, beyond) = rest.split_at(rest.len().min(FOLDED));
        let mut html = english(&report(self.request, texts.language, shown));
        if !folded.is_empty() {
            html.push_str(&format!(
                "<details class=\"more\"><summary>{}</summary>\n{}",
                texts.count("preview-more", rest.len()),
                english(&report(self.request, texts.language, folded))
            ));
            if !beyond.is_empty() {
                html.push_str(&format!("<p>{}</p>\n", texts.count("preview-beyond", beyond.len())));
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
pub(crate) fn report(
    request: &PreviewRequest<'_>,
    language: &Language,
    diagnostics: &[&Diagnostic],
) -> String {
    let diagnostics: Vec<Diagnostic> = diagnostics.iter().map(|it| (*it).clone()).collect();
    // What a code means stands on this server, too.
    let address = request.snapshot.site().checks_address(language.as_str());
    let page = request.snapshot.route(&address).map(|_| format!("{}{address}", request.mount));
    let report = Report {
        diagnostics: &diagnostics,
        text_of: &|path| request.snapshot.text(path),
        files: request.snapshot.files,
        checks_page: page.as_deref(),
    };
    report::html(&report, &|spot| editor::place(request, spot))
}

/// Diagnostics are English, whatever the page speaks.
fn english(report: &str) -> String {
    format!("<div lang=\"en\">\n{report}</div>\n")
}

fn part(texts: &PreviewTexts<'_>, key: &str, counts: Counts) -> String {
    format!("<h2>{} <span class=\"tally\">{}</span></h2>\n", texts.text(key), texts.tally(counts))
}

fn counts(diagnostics: &[&Diagnostic]) -> Counts {
    let mut counts = Counts::default();
    for diagnostic in diagnostics {
        match diagnostic.severity() {
            crate::base::Severity::Error => counts.errors += 1,
            crate::base::Severity::Warning => counts.warnings += 1,
            crate::base::Severity::Advice => counts.advice += 1,
        }
    }
    counts
}
