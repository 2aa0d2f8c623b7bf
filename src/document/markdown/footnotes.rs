//! Footnotes: numbered in the order in which they are first referred to, and shown together at the
//! end of the text.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;
use std::ops::Range;

use super::Piece;
use super::references::folded;
use super::writer::{Part, Writer};

/// The footnotes that the text defines, by folded label.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    defined: BTreeMap<String, Definition>,
}

#[derive(Debug)]
struct Definition {
    content: Writer,
    /// Of its label in the source.
    range: Range<usize>,
    label: String,
}

/// A definition that nothing refers to.
pub(super) struct Unused {
    pub(super) label: String,
    pub(super) range: Range<usize>,
}

/// The text with its footnotes at the end, and the definitions that nothing refers to.
pub(super) struct Numbered {
    pub(super) pieces: Vec<Piece>,
    /// The footnotes' plain text.
    pub(super) plain: String,
    pub(super) unused: Vec<Unused>,
}

impl Footnotes {
    /// If the label is defined already, that definition counts, and its place is returned.
    pub(super) fn define(
        &mut self,
        label: &str,
        range: Range<usize>,
        content: Writer,
    ) -> Option<Range<usize>> {
        let key = folded(label);
        if let Some(first) = self.defined.get(&key) {
            return Some(first.range.clone());
        }
        self.defined.insert(key, Definition { content, range, label: label.to_owned() });
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
            .map(|(_, definition)| Unused { label: definition.label, range: definition.range })
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
