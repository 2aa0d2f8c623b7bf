//! HTML with holes while it is written, together with its plain text.

use super::Piece;
use super::tags::Tag;
use crate::base::escape::escape;

/// A piece, or a footnote's reference whose number is not yet known.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Piece(Piece),
    /// By the footnote's folded label.
    Reference(String),
}

/// One stream of HTML: the text's, or a footnote's.
#[derive(Clone, Debug, Default)]
pub(super) struct Writer {
    pub(super) parts: Vec<Part>,
    /// The words that readers see, one line for each block.
    pub(super) plain: String,
    parting: Parting,
}

/// Whether the next words of the plain text begin a word of their own, though no space stands before
/// them: those behind a picture, a footnote, a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Parting {
    #[default]
    No,
    Yes,
    /// If they are no ending of a genitive: `[Anna](anna.md)s`.
    UnlessGenitive,
}

impl Writer {
    /// A writer with enough room for the plain text of `text`.
    pub(super) fn for_text(text: &str) -> Writer {
        Writer { plain: String::with_capacity(text.len()), ..Writer::default() }
    }

    pub(super) fn raw(&mut self, html: &str) {
        match self.parts.last_mut() {
            Some(Part::Piece(Piece::Raw(last))) => last.push_str(html),
            _ => self.parts.push(Part::Piece(Piece::Raw(html.to_owned()))),
        }
    }

    /// Adds a piece unchanged; HTML is joined with the HTML before it.
    pub(super) fn piece(&mut self, piece: Piece) {
        match (self.parts.last_mut(), piece) {
            (Some(Part::Piece(Piece::Raw(last))), Piece::Raw(html)) if !last.is_empty() => {
                last.push_str(&html);
            }
            (Some(Part::Piece(last @ Piece::Raw(_))), html @ Piece::Raw(_)) => *last = html,
            (_, piece) => self.parts.push(Part::Piece(piece)),
        }
    }

    /// Writes a text escaped, and adds it to the plain text.
    pub(super) fn text(&mut self, text: &str) {
        self.part_words(text);
        self.plain.push_str(text);
        self.escaped(text);
    }

    /// In the plain text, the next words are no part of the last one.
    pub(super) fn part(&mut self, parting: Parting) {
        if self.parting != Parting::Yes {
            self.parting = parting;
        }
    }

    fn part_words(&mut self, text: &str) {
        let Some(first) = text.chars().next() else { return };
        let is_genitive = || {
            let rest = text.strip_prefix(['s', 'S']);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let parts = match std::mem::take(&mut self.parting) {
            Parting::No => false,
            Parting::Yes => true,
            Parting::UnlessGenitive => !is_genitive(),
        };
        if parts && first.is_alphanumeric() && self.plain.ends_with(char::is_alphanumeric) {
            self.plain.push(' ');
        }
    }

    /// The same around a tag of HTML. A letter or two before `<sub>` is a formula or a unit: H₂O, m².
    pub(super) fn part_at_tag(&mut self, html: &str) {
        let Some(tag) = Tag::read(html, 0) else { return };
        let word = self.plain.chars().rev().take_while(|c| c.is_alphanumeric()).take(4);
        let word: Vec<char> = word.collect();
        let is_short = match tag.is_closing {
            true => word.len() < 4 && word.iter().any(|c| c.is_alphabetic()),
            false => word.len() < 3 && word.iter().all(|c| c.is_alphabetic()),
        };
        match tag.name.as_str() {
            "sub" | "sup" if is_short => {}
            "a" | "code" if tag.is_closing => self.part(Parting::UnlessGenitive),
            "a" | "code" | "br" | "hr" | "img" | "rt" | "rp" | "sub" | "sup" => {
                self.part(Parting::Yes);
            }
            _ if tag.is_apart() => self.part(Parting::Yes),
            _ => {}
        }
    }

    pub(super) fn escaped(&mut self, text: &str) {
        self.raw("");
        if let Some(Part::Piece(Piece::Raw(last))) = self.parts.last_mut() {
            escape(last, text);
        }
    }

    pub(super) fn hole(&mut self, piece: Piece) {
        self.parts.push(Part::Piece(piece));
    }

    pub(super) fn reference(&mut self, label: String) {
        self.parts.push(Part::Reference(label));
    }

    /// A place to be filled in later.
    pub(super) fn place(&mut self) -> usize {
        self.parts.push(Part::Piece(Piece::Raw(String::new())));
        self.parts.push(Part::Piece(Piece::Raw(String::new())));
        self.parts.len() - 2
    }

    pub(super) fn fill(&mut self, place: usize, html: String) {
        if let Some(part) = self.parts.get_mut(place) {
            *part = Part::Piece(Piece::Raw(html));
        }
    }

    /// Starts a new line for a block.
    pub(super) fn fresh_line(&mut self) {
        let ends_line = match self.parts.iter().rev().find(|part| !part.is_empty()) {
            Some(Part::Piece(Piece::Raw(html))) => html.ends_with('\n'),
            Some(_) => false,
            None => true,
        };
        if !ends_line {
            self.raw("\n");
        }
    }

    /// Ends the current line of the plain text, unless it is empty.
    pub(super) fn end_plain_line(&mut self) {
        if !self.plain.is_empty() && !self.plain.ends_with('\n') {
            self.plain.push('\n');
        }
    }
}

impl Part {
    fn is_empty(&self) -> bool {
        matches!(self, Part::Piece(Piece::Raw(html)) if html.is_empty())
    }
}
