//! What each code of a report means, and what helps: for colleagues who do not program, in their
//! language. Reports lead here.

use serde::Serialize;

use super::Page;
use super::page_meta::PageMeta;
use super::scene::Scene;
use crate::base::codes::Section as SectionOfCodes;
use crate::base::codes::help::{HelpTexts, help};
use crate::base::{Code, Severity};
use crate::document::kinds::table::Section;

/// What the template `checks.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    grades: [Grade; 3],
    /// The language of all that follows: English, where there are no texts in that of the page.
    help_lang: &'static str,
    sections: Vec<Part>,
}

/// How grave something is, as reports say it.
#[derive(Serialize)]
struct Grade {
    word: &'static str,
    meaning: String,
}

/// Codes about the same things.
#[derive(Serialize)]
struct Part {
    id: String,
    heading: &'static str,
    codes: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    name: &'static str,
    /// As reports say them; the usual one first.
    severities: Vec<&'static str>,
    meaning: &'static str,
    why: Option<&'static str>,
    remedy: Vec<Span>,
    example: Option<String>,
}

/// Words, or what is typed as it stands.
#[derive(Serialize)]
struct Span {
    words: &'static str,
    is_typed: bool,
}

pub(crate) fn view(scene: &Scene<'_>) -> Page<Values> {
    let help = help(scene.code());
    let part = |(at, section): (usize, &SectionOfCodes)| Part {
        id: format!("sw-part-{}", at + 1),
        heading: section.heading(help.language),
        codes: Code::ALL
            .iter()
            .filter(|code| code.row().section == *section)
            .map(|code| entry(help, *code))
            .collect(),
    };
    Page {
        meta: PageMeta {
            title: scene.text("checks"),
            kind: "checks",
            noindex: true,
            ..PageMeta::default()
        },
        crumbs: vec![scene.home(), scene.section(Section::Handbook)],
        values: Values {
            grades: [
                grade(Severity::Error, scene.text("checks-error")),
                grade(Severity::Warning, scene.text("checks-warning")),
                grade(Severity::Advice, scene.text("checks-advice")),
            ],
            help_lang: help.language,
            sections: SectionOfCodes::ALL.iter().enumerate().map(part).collect(),
        },
    }
}

fn grade(severity: Severity, meaning: String) -> Grade {
    Grade { word: severity.word(), meaning }
}

fn entry(help: &HelpTexts, code: Code) -> Entry {
    let own = help.of(code);
    Entry {
        name: code.name(),
        severities: code.row().severities.iter().map(|severity| severity.word()).collect(),
        meaning: own.meaning,
        why: own.why,
        remedy: spans(own.remedy),
        example: (!own.example.is_empty()).then(|| own.example.join("\n")),
    }
}

/// What stands between backticks is typed.
fn spans(words: &'static str) -> Vec<Span> {
    let parts = words.split('`').enumerate().filter(|(_, words)| !words.is_empty());
    parts.map(|(at, words)| Span { words, is_typed: at % 2 == 1 }).collect()
}
