//! What is wrong with a site, as text: one small file a format.

mod alike;
mod excerpt;
mod github;
mod gitlab;
mod html;
mod human;
mod inert;
mod json;
mod lines;
mod places;
mod sarif;
mod short;

use std::sync::Arc;

pub(crate) use github::github;
pub(crate) use gitlab::gitlab;
pub(crate) use html::{Spot, html};
pub use human::{Screen, human};
pub(crate) use inert::{Said, inert, said_at};
pub(crate) use json::json;
pub(crate) use lines::FileTexts;
#[cfg(test)]
pub(crate) use lines::Position;
pub(crate) use sarif::sarif;
pub(crate) use short::short;

use crate::base::{Code, Diagnostic, Severity, SourcePath};

/// What to report, and how to read the texts that it is about.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    pub diagnostics: &'a [Diagnostic],
    /// The text of a file, `None` if it cannot be read.
    pub text_of: &'a dyn Fn(&SourcePath) -> Option<Arc<str>>,
    /// How many files were looked at.
    pub files: usize,
    /// The address of the page that says what each code means, if there is one.
    pub checks_page: Option<&'a str>,
}

/// How many there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub advice: usize,
}

impl Counts {
    pub fn of(diagnostics: &[Diagnostic]) -> Counts {
        let count = |severity| diagnostics.iter().filter(|one| one.severity() == severity).count();
        Counts {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            advice: count(Severity::Advice),
        }
    }
}

impl Counts {
    /// "2 errors, 1 warning"; empty if there is nothing.
    pub(crate) fn words(&self) -> String {
        let parts = [
            (self.errors, "error", "errors"),
            (self.warnings, "warning", "warnings"),
            (self.advice, "piece of advice", "pieces of advice"),
        ];
        let text = parts.into_iter().filter(|part| part.0 > 0);
        let text: Vec<String> = text.map(|(count, one, many)| several(count, one, many)).collect();
        text.join(", ")
    }
}

fn several(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Sentences in one line. What ends with a question mark, or quotes a whole sentence, has its end.
fn joined(sentences: &[String]) -> String {
    let mut line = String::new();
    for (at, sentence) in sentences.iter().enumerate() {
        line.push_str(sentence);
        let end = sentence.trim_end_matches(['”', '“', '»', '’', ')']);
        if at + 1 < sentences.len() {
            line.push_str(if end.ends_with(['.', '?', '!', '…']) { " " } else { ". " });
        }
    }
    line
}

impl<'a> Report<'a> {
    /// Where it stands what a code means.
    fn help_on(&self, code: Code) -> Option<String> {
        self.checks_page.map(|page| format!("{page}#{}", code.name()))
    }

    /// In order of file and place, whatever order they came in.
    fn ordered(&self) -> Vec<&'a Diagnostic> {
        let mut ordered: Vec<&Diagnostic> = self.diagnostics.iter().collect();
        ordered.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        ordered
    }
}

#[cfg(test)]
mod tests;
