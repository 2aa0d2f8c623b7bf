//! The report for people at a terminal: message, place with its line, hints, and a sum.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title,
};

use super::alike::{self, Told};
use super::excerpt::{excerpt, visible, visible_first};
use super::lines::{FileTexts, LineRange};
use super::{Counts, Report, several};
use crate::base::diagnostic::Note;
use crate::base::identity::shown_path;
use crate::base::{Code, Severity, Span};

/// What the report will be read on.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    pub(crate) colours: bool,
    /// In columns.
    pub(crate) width: usize,
}

impl Default for Screen {
    /// A file or a pipe.
    fn default() -> Screen {
        Screen { colours: false, width: 100 }
    }
}

/// Every diagnostic with its place, what is alike once with its places, then the sum.
pub fn human(report: &Report<'_>, screen: Screen) -> String {
    let style = if screen.colours { Renderer::styled() } else { Renderer::plain() };
    let renderer = style.hyperlink(false).term_width(screen.width.max(NARROWEST));
    let room = screen.width.max(NARROWEST) - GUTTER;
    let mut files = FileTexts::new(report.text_of);
    let mut text = String::new();
    let told = alike::folded(&report.ordered());
    for one in &told {
        text.push_str(&renderer.render(&groups(one, room, &mut files)));
        text.push_str("\n\n");
    }
    if told.iter().any(Told::leaves_places_out) {
        text.push_str("storywall check --format json lists all of them.\n\n");
    }
    if let Some(by_code) = alike::by_code(report) {
        text.push_str(&by_code);
    }
    text + &sum(report) + &checks_page(report)
}

/// The last line, where people can read what each code means.
pub(super) fn checks_page(report: &Report<'_>) -> String {
    let page = report.checks_page.filter(|_| !report.diagnostics.is_empty());
    page.map_or_else(String::new, |page| format!("What each code means: {}\n", visible(page)))
}

/// A narrower screen has no room for a line and its mark.
const NARROWEST: usize = 40;
/// The number of the line, the bar, and the marks of a cut.
const GUTTER: usize = 12;

/// The parts of one diagnostic, a group each: only a group's first line of source can stand under
/// a place whose column is given.
fn groups(told: &Told<'_>, room: usize, files: &mut FileTexts<'_>) -> Vec<Group<'static>> {
    let one = &told.one;
    let diagnostic = one.first;
    let level = level(diagnostic.severity());
    let title = title(diagnostic.code, diagnostic.severity(), &diagnostic.message);
    let main = Mark { kind: AnnotationKind::Primary, label: None, level: &level, room };
    let mut groups = vec![Group::with_title(title)];
    groups.extend(shown(&diagnostic.span, &main, files));
    let mut remedies = Group::with_level(Level::HELP);
    if !one.others.is_empty() {
        let places = alike::listed(&one.others, |other| named(&other.span, files));
        let times = one.others.len() + 1;
        remedies =
            remedies.element(Level::NOTE.message(format!("{times} times, also here: {places}")));
    }
    for note in &diagnostic.notes {
        match note {
            Note::Hint(hint) | Note::Example(hint) => {
                remedies = remedies.element(Level::HELP.message(visible(hint)));
            }
            Note::Place(span, label) => {
                let kind = AnnotationKind::Context;
                groups.extend(shown(
                    span,
                    &Mark { kind, label: Some(visible(label)), ..main },
                    files,
                ));
            }
        }
    }
    if !told.listed.is_empty() {
        remedies = remedies.element(Level::NOTE.message(of_kind(told, files)));
    }
    if !remedies.is_empty() {
        groups.push(remedies);
    }
    groups
}

/// The others of a kind: a line for some of them, with what differs, and the number of the rest.
fn of_kind(told: &Told<'_>, files: &mut FileTexts<'_>) -> String {
    let mut before = told.one.first;
    let count = told.listed.iter().map(|it| it.others.len() + 1).sum::<usize>() + told.counted;
    let mut words = format!("{count} more of this kind:");
    for one in &told.listed {
        let (place, what) = (named(&one.first.span, files), alike::in_a_line(one, before));
        words.push_str(&format!("\n{place}: {}", visible(&what)));
        before = one.first;
    }
    if told.counted > 0 {
        words.push_str(&format!("\nand {} more", told.counted));
    }
    words
}

fn title(code: Code, severity: Severity, message: &str) -> Title<'static> {
    let level = level(severity).with_name(severity.word());
    level.secondary_title(visible(message)).id(code.name())
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO,
    }
}

/// A place as editors open it: `content/a.md:2:1`.
fn named(span: &Span, files: &mut FileTexts<'_>) -> String {
    let path = visible_first(&shown_path(&span.path));
    match files.place(span) {
        Some(place) => format!("{path}:{}:{}", place.start.line, place.start.column),
        None => path,
    }
}

struct Mark<'a> {
    kind: AnnotationKind,
    label: Option<String>,
    level: &'a Level<'static>,
    room: usize,
}

/// The place, and its line if it has one. The place is counted in the whole file, so it is named
/// apart from the line, which may be cut.
fn shown(span: &Span, mark: &Mark<'_>, files: &mut FileTexts<'_>) -> Vec<Group<'static>> {
    let path = visible(&shown_path(&span.path));
    let group = || Group::with_level(mark.level.clone());
    match (files.place(span), &mark.label) {
        (Some(place), _) => {
            let origin = Origin::path(path).line(place.start.line).char_column(place.start.column);
            vec![group().element(origin), group().element(snippet(&place, mark))]
        }
        (None, Some(label)) => {
            vec![group().element(Level::NOTE.message(format!("{label}: {path}")))]
        }
        (None, None) => vec![group().element(Origin::path(path))],
    }
}

/// The line on which the place begins: where a mistake begins is enough to find it.
fn snippet(place: &LineRange, mark: &Mark<'_>) -> Snippet<'static, Annotation<'static>> {
    let line = place.lines.line(place.start.line);
    let start = place.range.start.min(line.end);
    let end = place.range.end.clamp(start, line.end);
    let text = place.lines.shown(line.clone());
    let excerpt = excerpt(&text, start - line.start..end - line.start, mark.room);
    let annotation = mark.kind.span(excerpt.marked).label(mark.label.clone());
    Snippet::source(excerpt.text).line_start(place.start.line).annotation(annotation)
}

/// "2 errors, 1 warning in 2 files"
fn sum(report: &Report<'_>) -> String {
    let counts = Counts::of(report.diagnostics);
    if counts == Counts::default() {
        let files = several(report.files, "file", "files");
        return format!("Everything is fine: nothing is wrong in {files}.\n");
    }
    let mut paths: Vec<&str> =
        report.diagnostics.iter().map(|diagnostic| diagnostic.span.path.as_str()).collect();
    paths.sort_unstable();
    paths.dedup();
    format!("{} in {}\n", counts.words(), several(paths.len(), "file", "files"))
}
