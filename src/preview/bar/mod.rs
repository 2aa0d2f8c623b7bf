//! The bar at the edge of a page: one line that opens, and notes above it where something must
//! not be missed. HTML without scripts, ids or styles of its own.

mod about;
mod findings;
mod looking;

pub(super) use findings::report;

use super::missing::{Why, reason};
use super::subject::Subject;
use super::voice::Voice;
use super::{Editor, Sight, editor};
use crate::base::escape::escaped;
use crate::base::{Diagnostic, Hash};
use crate::report::Spot;
use findings::Findings;

/// What the bar tells of a page.
pub(super) struct Told<'a> {
    pub(crate) subject: Subject<'a>,
    /// What keeps the page from being made.
    pub(crate) mistakes: &'a [&'a Diagnostic],
    /// Why there is no page.
    pub(crate) why: Option<Why<'a>>,
}

/// The bar, and a hash of what it says but for the number of the snapshot.
pub(super) fn bar(sight: &Sight<'_>, told: &Told<'_>) -> (String, Hash) {
    let voice = &Voice { sight, language: &told.subject.language };
    let findings = Findings::of(sight, told);
    let (before, after) = parts(voice, told, &findings);
    let hash = Hash::of(format!("{before}{after}").as_bytes());
    let number = usize::try_from(sight.number).unwrap_or(usize::MAX);
    let number = voice.count("preview-number", number);
    (format!("{before}<p class=\"number\">{number}</p>{after}"), hash)
}

/// What stands before the number and behind it.
fn parts(voice: &Voice<'_>, told: &Told<'_>, findings: &Findings<'_>) -> (String, String) {
    let name = voice.text("preview-name");
    let language = escaped(voice.language.as_str());
    let (here, rest) = (voice.tally(findings.here()), voice.tally(findings.elsewhere()));
    let before = format!(
        "<aside class=\"preview\" aria-label=\"{name}\" lang=\"{language}\">\n{notes}\
         <details class=\"bar\" open>\n\
         <summary class=\"pin\"><span class=\"name\">{name}</span> {here}</summary>\n\
         <div class=\"strip\">\n<details class=\"panel\">\n\
         <summary class=\"line\">{line}</summary>\n<div class=\"sheet\">\n\
         <div class=\"findings\">\n{findings}</div>\n<div class=\"side\">\n{about}",
        notes = notes(voice, told),
        line = line(voice, told, &here, &rest),
        findings = findings.html(voice),
        about = about::html(voice, &told.subject),
    );
    let after = format!(
        "\n{looking}</div>\n</div>\n</details>\n{quick}</div>\n</details>\n</aside>\n",
        looking = looking::html(voice),
        quick = quick(voice, &told.subject),
    );
    (before, after)
}

/// What must be seen even where the bar is folded.
fn notes(voice: &Voice<'_>, told: &Told<'_>) -> String {
    let mut notes = String::new();
    if let Some(why) = &told.why {
        notes.push_str(&format!(
            "<div class=\"note why\">{}</div>\n",
            reason(voice, &told.subject, why)
        ));
    }
    if let Some(light) = looking::note(voice) {
        notes.push_str(&format!("<div class=\"note light\">{light}</div>\n"));
    }
    let lost = voice.text("preview-lost");
    format!(
        "<div class=\"notes\">\n{notes}<p class=\"note lost\" role=\"status\" hidden>{lost}</p>\n</div>\n"
    )
}

/// What is wrong here and elsewhere, and how long the text is.
fn line(voice: &Voice<'_>, told: &Told<'_>, here: &str, rest: &str) -> String {
    let well = match (told.why.is_some(), rest.is_empty()) {
        (true, _) => format!("<span class=\"of\">{}</span>", voice.text("preview-none-here")),
        (_, true) => format!("<span class=\"sign well\">{}</span>", voice.text("preview-well")),
        _ => format!("<span class=\"sign well\">{}</span>", voice.text("preview-well-here")),
    };
    let here = match here.is_empty() {
        true => well,
        false => format!("{here} <span class=\"of\">{}</span>", voice.text("preview-here")),
    };
    let rest = match rest.is_empty() {
        true => String::new(),
        false => format!(
            "<span class=\"rest\"><span class=\"of\">{}</span> {rest}</span>",
            voice.text("preview-elsewhere")
        ),
    };
    let length = about::length(voice, &told.subject)
        .map(|length| format!("<span class=\"length\">{length}</span>"))
        .unwrap_or_default();
    format!("<span class=\"mine\">{here}</span> {rest} {length}")
}

/// The text of this page, one click away; the other files stand in the panel.
fn quick(voice: &Voice<'_>, subject: &Subject<'_>) -> String {
    let Some(text) = about::text(voice, subject) else { return String::new() };
    if *voice.sight.editor == Editor::None {
        return String::new();
    }
    let place = editor::place(voice.sight, &Spot { path: &text.path, position: None });
    format!("<div class=\"quick\">{} {place}</div>\n", voice.text("preview-open"))
}
