//! The report for a page: a list of all problems with place, line and hints.

use std::fmt;

use super::Report;
use super::excerpt::{excerpt, visible};
use super::lines::Position;
use super::lines::{FileTexts, LineRange};
use crate::base::diagnostic::Note;
use crate::base::escape::escaped;
use crate::base::identity::shown_path;
use crate::base::{Diagnostic, SourcePath, Span};

/// A place in a file that a reader may want to open; without a position, the file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot<'a> {
    pub(crate) path: &'a SourcePath,
    pub(crate) position: Option<Position>,
}

impl<'a> Spot<'a> {
    /// Where a span begins.
    pub(crate) fn of(span: &'a Span, files: &mut FileTexts<'_>) -> Spot<'a> {
        Spot { path: &span.path, position: files.place(span).map(|place| place.start) }
    }
}

impl fmt::Display for Spot<'_> {
    /// As every report names it: `content/a.md:12:3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&shown_path(self.path)))?;
        match self.position {
            Some(Position { line, column }) => write!(f, ":{line}:{column}"),
            None => Ok(()),
        }
    }
}

/// Every diagnostic as an item of a list. `link` makes the HTML that shows and opens a place.
pub(crate) fn html(report: &Report<'_>, link: &dyn Fn(&Spot<'_>) -> String) -> String {
    let mut files = FileTexts::new(report.text_of);
    let mut out = String::from("<ul class=\"report\">\n");
    for diagnostic in report.ordered() {
        item(&mut out, diagnostic, report.help_on(diagnostic.code), &mut files, link);
    }
    out.push_str("</ul>\n");
    out
}

/// In columns; a narrow screen breaks the line.
const ROOM: usize = 120;

fn item(
    out: &mut String,
    diagnostic: &Diagnostic,
    help: Option<String>,
    files: &mut FileTexts<'_>,
    link: &dyn Fn(&Spot<'_>) -> String,
) {
    let severity = diagnostic.severity().word();
    let message = escaped(&visible(&diagnostic.message));
    let code = format!("<code class=\"code\">{}</code>", diagnostic.code.name());
    let code = match help {
        Some(page) => format!("<a class=\"what\" href=\"{}\">{code}</a>", escaped(&page)),
        None => code,
    };
    out.push_str(&format!(
        "<li class=\"{severity}\"><p class=\"message\"><strong class=\"sign\">{severity}</strong> \
         {message} {code}</p>\n"
    ));
    out.push_str(&shown(&diagnostic.span, None, files, link));
    for note in &diagnostic.notes {
        match note {
            Note::Hint(hint) | Note::Example(hint) => {
                out.push_str(&format!("<p class=\"hint\">{}</p>\n", escaped(&visible(hint))));
            }
            Note::Place(span, label) => out.push_str(&shown(span, Some(label), files, link)),
        }
    }
    out.push_str("</li>\n");
}

/// The place, what it is about if that is not the message, and its line if it has one.
fn shown(
    span: &Span,
    label: Option<&str>,
    files: &mut FileTexts<'_>,
    link: &dyn Fn(&Spot<'_>) -> String,
) -> String {
    let place = files.place(span);
    let spot = Spot { path: &span.path, position: place.as_ref().map(|place| place.start) };
    let label = label.map(|label| format!("{}: ", escaped(&visible(label)))).unwrap_or_default();
    let line = place.map(|place| line(&place)).unwrap_or_default();
    format!("<div class=\"where\">{label}{}</div>\n{line}", link(&spot))
}

/// The line on which the place begins, the place marked in it.
fn line(place: &LineRange) -> String {
    let line = place.lines.line(place.start.line);
    let start = place.range.start.min(line.end);
    let end = place.range.end.clamp(start, line.end);
    let text = place.lines.shown(line.clone());
    let excerpt = excerpt(&text, start - line.start..end - line.start, ROOM);
    let (before, marked, after) = (
        escaped(&excerpt.text[..excerpt.marked.start]),
        escaped(&excerpt.text[excerpt.marked.clone()]),
        escaped(&excerpt.text[excerpt.marked.end..]),
    );
    format!("<pre><code>{before}<mark>{marked}</mark>{after}</code></pre>\n")
}
