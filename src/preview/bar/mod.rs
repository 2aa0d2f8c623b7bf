//! The bar at the edge of a page: one line that opens, and notes above it where something must
//! not be missed. HTML without scripts, ids or styles of its own.

mod about;
mod findings;
mod options_form;

pub(super) use findings::report;

use super::missing::{Why, reason};
use super::subject::Subject;
use super::texts::PreviewTexts;
use super::{Editor, PreviewRequest, desk, editor};
use crate::base::escape::escaped;
use crate::base::{Diagnostic, Hash};
use crate::report::Spot;
use findings::BarFindings;

/// What the bar is made from.
pub(super) struct BarInput<'a> {
    pub(crate) subject: Subject<'a>,
    /// What keeps the page from being made.
    pub(crate) mistakes: &'a [&'a Diagnostic],
    /// Why there is no page.
    pub(crate) why: Option<Why<'a>>,
}

/// The bar, and a hash of what it says but for the number of the snapshot.
pub(super) fn bar(request: &PreviewRequest<'_>, input: &BarInput<'_>) -> (String, Hash) {
    let texts = &PreviewTexts { request, language: &input.subject.language };
    let findings = BarFindings::of(request, input);
    let (before, after) = parts(texts, input, &findings);
    let hash = Hash::of(format!("{before}{after}").as_bytes());
    let number = usize::try_from(request.number).unwrap_or(usize::MAX);
    let number = texts.count("preview-number", number);
    (format!("{before}<p class=\"number\">{number}</p>{after}"), hash)
}

/// What stands before the number and behind it.
fn parts(
    texts: &PreviewTexts<'_>,
    input: &BarInput<'_>,
    findings: &BarFindings<'_>,
) -> (String, String) {
    let name = texts.text("preview-name");
    let language = escaped(texts.language.as_str());
    let (here, rest) = (texts.tally(findings.here()), texts.tally(findings.elsewhere()));
    let before = format!(
        "<aside class=\"preview\" aria-label=\"{name}\" lang=\"{language}\">\n{notes}\
         <details class=\"bar\" open>\n\
         <summary class=\"pin\"><span class=\"name\">{name}</span> {here}</summary>\n\
         <div class=\"strip\">\n<details class=\"panel\">\n\
         <summary class=\"line\">{line}</summary>\n<div class=\"sheet\">\n\
         <div class=\"findings\">\n{findings}</div>\n<div class=\"side\">\n{about}",
        notes = notes(texts, input, findings),
        line = line(texts, input, &here, &rest),
        findings = findings.html(texts),
        about = about::html(texts, &input.subject),
    );
    let after = format!(
        "\n{desk}{options}</div>\n</div>\n</details>\n{quick}</div>\n</details>\n</aside>\n",
        desk = desk::link(texts),
        options = options_form::html(texts),
        quick = quick(texts, &input.subject),
    );
    (before, after)
}

/// What must be seen even where the bar is folded.
fn notes(texts: &PreviewTexts<'_>, input: &BarInput<'_>, findings: &BarFindings<'_>) -> String {
    let mut notes = String::new();
    if input.why.is_none() && findings.here().errors > 0 {
        let wrong = texts.text("preview-wrong");
        notes.push_str(&format!("<div class=\"note wrong\">{wrong}</div>\n"));
    }
    if let Some(why) = &input.why {
        notes.push_str(&format!(
            "<div class=\"note why\">{}</div>\n",
            reason(texts, &input.subject, why)
        ));
    }
    if let Some(note) = options_form::note(texts) {
        notes.push_str(&format!("<div class=\"note light\">{note}</div>\n"));
    }
    let lost = texts.text("preview-lost");
    format!(
        "<div class=\"notes\">\n{notes}<p class=\"note lost\" role=\"status\" hidden>{lost}</p>\n</div>\n"
    )
}

/// What is wrong here and elsewhere, and how long the text is.
fn line(texts: &PreviewTexts<'_>, input: &BarInput<'_>, here: &str, rest: &str) -> String {
    let well = match (input.why.is_some(), rest.is_empty()) {
        (true, _) => format!("<span class=\"of\">{}</span>", texts.text("preview-none-here")),
        (_, true) => format!("<span class=\"sign well\">{}</span>", texts.text("preview-well")),
        _ => format!("<span class=\"sign well\">{}</span>", texts.text("preview-well-here")),
    };
    let here = match here.is_empty() {
        true => well,
        false => format!("{here} <span class=\"of\">{}</span>", texts.text("preview-here")),
    };
    let rest = match rest.is_empty() {
        true => String::new(),
        false => format!(
            "<span class=\"rest\"><span class=\"of\">{}</span> {rest}</span>",
            texts.text("preview-elsewhere")
        ),
    };
    let length = about::length(texts, &input.subject)
        .map(|length| format!("<span class=\"length\">{length}</span>"))
        .unwrap_or_default();
    format!("<span class=\"mine\">{here}</span> {rest} {length}")
}

/// The text of this page, one click away; the other files stand in the panel.
fn quick(texts: &PreviewTexts<'_>, subject: &Subject<'_>) -> String {
    let Some(text) = about::text(texts, subject) else { return String::new() };
    if *texts.request.editor == Editor::None {
        return String::new();
    }
    let place = editor::place(texts.request, &Spot { path: &text.path, position: None });
    format!("<div class=\"quick\">{} {place}</div>\n", texts.text("preview-open"))
}
