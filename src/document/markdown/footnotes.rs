//! Footnotes: numbered in the order in which they are first referred to, and shown together at the
//! end of the text.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Piece;
use super::meant::Placed;
use super::origin::{Origin, short};
use super::references::folded;
use super::writer::{Part, Writer};
use crate::base::{Code, Diagnostic};

/// The footnotes that the text defines, by folded label.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    defined: BTreeMap<String, Definition>,
    /// Of which events those begin that readers do not see.
    unseen: BTreeSet<usize>,
    /// Those of them that were passed by.
    passed: Vec<Unused>,
}

#[derive(Debug)]
struct Definition {
    content: Writer,
    /// Of its label in the source.
    range: Range<usize>,
    /// Where it ends.
    end: usize,
    label: String,
}

/// A definition that nothing refers to.
#[derive(Debug)]
pub(super) struct Unused {
    pub(super) label: String,
    /// Of its label in the source.
    pub(super) range: Range<usize>,
    /// Where it ends.
    pub(super) end: usize,
}

/// Of which events of a text definitions begin that readers do not see: nothing refers to them, or
/// only what they do not see.
fn unseen(events: &[Placed<'_>]) -> BTreeSet<usize> {
    let mut definitions: Vec<(usize, String)> = vec![];
    // By the definition in which they are.
    let mut references: BTreeMap<Option<String>, Vec<String>> = BTreeMap::new();
    let mut open: Vec<(usize, String)> = vec![];
    let mut with_others = BTreeSet::new();
    for (at, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                with_others.extend(open.last().map(|(at, _)| *at));
                open.push((at, folded(label)));
                definitions.push((at, folded(label)));
            }
            Event::End(TagEnd::FootnoteDefinition) => drop(open.pop()),
            Event::FootnoteReference(label) => {
                let within = open.last().map(|(_, label)| label.clone());
                references.entry(within).or_default().push(folded(label));
            }
            _ => {}
        }
    }
    if definitions.is_empty() {
        return BTreeSet::new();
    }
    let mut seen = BTreeSet::new();
    let mut waiting = references.remove(&None).unwrap_or_default();
    while let Some(label) = waiting.pop() {
        waiting.extend(references.remove(&Some(label.clone())).unwrap_or_default());
        seen.insert(label);
    }
    let unseen = definitions.into_iter().filter(|(_, label)| !seen.contains(label));
    unseen.map(|(at, _)| at).filter(|at| !with_others.contains(at)).collect()
}

/// What is said of definitions that nothing refers to.
pub(super) fn unused(mut unused: Vec<Unused>, origin: &Origin) -> Vec<Diagnostic> {
    unused.sort_by_key(|it| it.range.start);
    let mut lines = origin.lines();
    let told = unused.into_iter().map(|it| {
        let label = short(&it.label);
        let (first, last) = lines.of(&(it.range.start..it.end));
        let which = match first == last {
            true => "this line".to_owned(),
            false => format!("lines {first} to {last}"),
        };
        let message = format!(
            "Readers do not see {which}: nothing on this page refers to the footnote “[^{label}]”"
        );
        Diagnostic::new(Code::UnusedFootnote, origin.span(it.range), message)
            .hint(format!("Write [^{label}] where it belongs, or remove the footnote"))
    });
    told.collect()
}

/// The text with its footnotes at the end, and the definitions that nothing refers to.
pub(super) struct Numbered {
    pub(super) pieces: Vec<Piece>,
    /// The footnotes' plain text.
    pub(super) plain: String,
    pub(super) unused: Vec<Unused>,
}

impl Footnotes {
    pub(super) fn of(events: &[Placed<'_>]) -> Footnotes {
        Footnotes { unseen: unseen(events), ..Footnotes::default() }
    }

    /// Passes by the definition that begins with event `at`, if readers do not see it: what is wrong
    /// in it matters when something refers to it. Whether it does.
    pub(super) fn passes(
        &mut self,
        at: usize,
        label: &str,
        range: Range<usize>,
        end: usize,
    ) -> bool {
        let is_unseen = self.unseen.contains(&at);
        if is_unseen {
            self.passed.push(Unused { label: label.to_owned(), range, end });
        }
        is_unseen
    }

    /// If the label is defined already, that definition counts, and its place is returned.
    pub(super) fn define(
        &mut self,
        label: &str,
        range: Range<usize>,
        end: usize,
        content: Writer,
    ) -> Option<Range<usize>> {
        let key = folded(label);
        if let Some(first) = self.defined.get(&key) {
            return Some(first.range.clone());
        }
        self.defined.insert(key, Definition { content, range, end, label: label.to_owned() });
        None
    }

    /// Numbers all references and adds the section at the end.
    pub(super) fn number(mut self, parts: Vec<Part>) -> Numbered {
        let mut numbers = Numbers::default();
        let mut out = Writer::default();
        numbers.resolve(parts, &self.defined, &mut out);
        let mut notes = vec![];
        let mut plain = String::new();
        // Footnotes that are referred to only in other footnotes come after those of the text.
        while let Some(label) = numbers.waiting.pop_front() {
            let Some(definition) = self.defined.get_mut(&label) else { continue };
            let content = std::mem::take(&mut definition.content);
            plain.push_str(&content.plain);
            let mut note = Writer::default();
            numbers.resolve(content.parts, &self.defined, &mut note);
            notes.push((label, note));
        }
        if !notes.is_empty() {
            section(notes, &numbers, &mut out);
        }
        let unused = self
            .defined
            .into_iter()
            .filter(|(key, _)| !numbers.given.contains_key(key))
            .map(|(_, it)| Unused { label: it.label, range: it.range, end: it.end })
            .chain(self.passed)
            .collect();
        let pieces = out.parts.into_iter().filter_map(|part| match part {
            Part::Piece(piece) => Some(piece),
            Part::Reference(_) => None,
        });
        Numbered { pieces: pieces.collect(), plain, unused }
    }
}

/// Numbers given so far, and how often each was referred to.
#[derive(Default)]
struct Numbers {
    given: BTreeMap<String, (usize, usize)>,
    waiting: VecDeque<String>,
}

impl Numbers {
    fn resolve(
        &mut self,
        parts: Vec<Part>,
        defined: &BTreeMap<String, Definition>,
        out: &mut Writer,
    ) {
        for part in parts {
            match part {
                Part::Piece(piece) => out.piece(piece),
                Part::Reference(label) if defined.contains_key(&label) => {
                    self.reference(label, out)
                }
                Part::Reference(_) => {}
            }
        }
    }

    fn reference(&mut self, label: String, out: &mut Writer) {
        let next = self.given.len() + 1;
        let (number, uses) = self.given.entry(label.clone()).or_insert((next, 0));
        *uses += 1;
        let (number, uses) = (*number, *uses);
        if uses == 1 {
            self.waiting.push_back(label);
        }
        let mut html = String::from("<sup class=\"footnote-ref\"><a id=\"sw-fnref-");
        push_use(&mut html, number, uses);
        push(
            &mut html,
            format_args!("\" href=\"#sw-fn-{number}\" role=\"doc-noteref\" aria-label=\""),
        );
        out.raw(&html);
        out.hole(Piece::Text("footnote-reference"));
        out.raw(&format!(" {number}\">{number}</a></sup>"));
    }
}

fn section(notes: Vec<(String, Writer)>, numbers: &Numbers, out: &mut Writer) {
    out.fresh_line();
    out.raw("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
    out.hole(Piece::Text("footnotes"));
    out.raw("\">\n<ol>\n");
    for (label, mut note) in notes {
        let (number, uses) = numbers.given.get(&label).copied().unwrap_or_default();
        out.raw(&format!("<li id=\"sw-fn-{number}\">\n"));
        // The link back is at the end of the last paragraph, where the reader finishes reading.
        let in_paragraph = match note.parts.last_mut() {
            Some(Part::Piece(Piece::Raw(html))) if html.ends_with("</p>\n") => {
                html.truncate(html.len() - "</p>\n".len());
                true
            }
            _ => false,
        };
        if !in_paragraph {
            note.fresh_line();
            note.raw("<p>");
        }
        for nth in 1..=uses {
            back_link(&mut note, number, nth);
        }
        note.raw("</p>\n");
        for part in note.parts {
            match part {
                Part::Piece(piece) => out.piece(piece),
                part => out.parts.push(part),
            }
        }
        out.raw("</li>\n");
    }
    out.raw("</ol>\n</section>\n");
}

fn back_link(note: &mut Writer, number: usize, nth: usize) {
    let mut html = String::from(" <a class=\"footnote-back\" href=\"#sw-fnref-");
    push_use(&mut html, number, nth);
    html.push_str("\" role=\"doc-backlink\" aria-label=\"");
    note.raw(&html);
    note.hole(Piece::Text("footnote-back"));
    let mut html = String::from(" ");
    push_use(&mut html, number, nth);
    html.push_str("\">↩\u{FE0E}");
    if nth > 1 {
        push(&mut html, format_args!("<sup>{nth}</sup>"));
    }
    html.push_str("</a>");
    note.raw(&html);
}

/// `3` for the first reference to footnote 3, `3-2` for the second.
fn push_use(html: &mut String, number: usize, nth: usize) {
    push(html, format_args!("{number}"));
    if nth > 1 {
        push(html, format_args!("-{nth}"));
    }
}

fn push(html: &mut String, arguments: std::fmt::Arguments<'_>) {
    html.write_fmt(arguments).expect("writing to a string does not fail");
}
