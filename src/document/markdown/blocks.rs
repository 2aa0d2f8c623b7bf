//! Blocks: headings, lists, tables, quotations, code.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Piece;
use super::literal_signs::signs_of_text;
use super::numbered::{self, Meaning, Numbers, number};
use super::origin::short;
use super::walk::{Open, Walk};
use crate::base::{Code, Diagnostic};

impl<'a> Walk<'a> {
    pub(super) fn start_element(
        &mut self,
        at: usize,
        tag: &'a Tag<'a>,
        range: Range<usize>,
    ) -> usize {
        if let Some(signs) = signs_of_text(self.text, &self.events[at].0, &range) {
            self.signs(signs);
            self.open.push(Open::Signs(signs));
            return at + 1;
        }
        match tag {
            Tag::Paragraph => return self.paragraph(at),
            Tag::Heading { level, .. } => self.heading(*level, range),
            Tag::BlockQuote(_) => return self.quotation(at),
            Tag::List(start) => self.list(at, *start),
            Tag::Item => self.item(at),
            Tag::FootnoteDefinition(label) => {
                let (label, end) = (label.to_string(), range.end);
                self.writers.push(Default::default());
                self.open.push(Open::Footnote { label, range: self.footnote_label(&range), end });
            }
            Tag::DefinitionList => self.block("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => self.block("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => self.block("<dd>", "</dd>\n"),
            Tag::Table(alignments) => self.table(alignments),
            Tag::TableHead => self.table_head(),
            Tag::TableRow => self.table_row(at, range),
            Tag::TableCell => self.cell(at),
            Tag::Emphasis => self.inline("<em>", "</em>"),
            Tag::Strong => self.inline("<strong>", "</strong>"),
            Tag::Strikethrough => self.inline("<del>", "</del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.link(at, *link_type, dest_url, title, range);
            }
            // Handled before, or not enabled in the parser.
            _ => self.open.push(Open::Nothing),
        }
        at + 1
    }

    pub(super) fn end(&mut self, at: usize) {
        let Some(open) = self.open.pop() else { return };
        match open {
            Open::Nothing => {}
            Open::TooDeep => self.writer().plain.push(' '),
            Open::Inline(tag) => self.writer().raw(tag),
            Open::Signs(signs) => self.signs(signs),
            Open::Block(tag) => self.end_block(tag),
            Open::Numbered(_) => self.end_block("</ol>\n"),
            Open::Paragraph { plain, is_top } => {
                self.note_paragraph(plain, is_top);
                self.end_block("</p>\n");
            }
            Open::Heading { place, plain, images, level, range } => {
                self.words_end = None;
                let is_empty = self.writer().plain[plain..].trim().is_empty();
                match is_empty && self.body.images.len() == images {
                    true => self.empty_heading(place, range),
                    false => self.end_heading(place, plain, images, level, range),
                }
            }
            Open::Link { index, plain, images } => self.end_link(at, index, plain, images),
            Open::Alert { place, is_do, ends_pair } => {
                self.end_block("</section>\n");
                if is_do {
                    self.last_do = Some((at, place));
                }
                if ends_pair {
                    self.writer().raw("</div>\n");
                }
            }
            Open::Footnote { label, range, end } => self.end_footnote(&label, range, end),
            Open::TableHead => self.end_table_head(),
            Open::Table => self.end_table(),
        }
    }

    fn inline(&mut self, start: &str, end: &'static str) {
        self.writer().raw(start);
        self.open.push(Open::Inline(end));
    }

    /// Writes signs that mark nothing.
    fn signs(&mut self, signs: &str) {
        self.writer().text(signs);
        self.before = signs.chars().next_back();
    }

    pub(super) fn block(&mut self, start: &str, end: &'static str) {
        self.writer().fresh_line();
        self.writer().raw(start);
        self.open.push(Open::Block(end));
    }

    pub(super) fn end_block(&mut self, tag: &str) {
        let writer = self.writer();
        writer.raw(tag);
        writer.end_plain_line();
    }

    fn paragraph(&mut self, at: usize) -> usize {
        if let Some(Event::Start(Tag::Image { dest_url, title, .. })) = self.event(at + 1) {
            let end = self.image_end(at + 1);
            if matches!(self.event(end), Some(Event::End(_))) {
                self.writer().fresh_line();
                self.image(at + 1, dest_url, title, true);
                self.writer().raw("\n");
                self.writer().end_plain_line();
                return end + 1;
            }
        }
        self.joined_lines(at);
        self.start_paragraph();
        at + 1
    }

    pub(super) fn start_paragraph(&mut self) {
        let is_top = self.open.is_empty();
        self.writer().fresh_line();
        self.writer().raw("<p>");
        let plain = self.plain_start();
        self.open.push(Open::Paragraph { plain, is_top });
    }

    fn note_paragraph(&mut self, plain: usize, is_top: bool) {
        let range = plain..self.writer().plain.len();
        if self.is_in_footnote() || self.writer().plain[range.clone()].trim().is_empty() {
            return;
        }
        if is_top {
            self.excerpt.0.get_or_insert(range);
        } else {
            self.excerpt.1.get_or_insert(range);
        }
    }

    /// The label of a footnote, which stands at `range`.
    pub(super) fn footnote_label(&self, range: &Range<usize>) -> Range<usize> {
        let colon = self.text[range.clone()].find(':');
        range.start..colon.map_or(range.end, |at| range.start + at)
    }

    /// The event that ends what begins with event `at`.
    pub(super) fn end_of(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        let inside = self.events[at..].iter().take_while(|(event, _)| {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            depth > 0
        });
        at + inside.count()
    }

    fn end_footnote(&mut self, label: &str, range: Range<usize>, end: usize) {
        let Some(content) = self.writers.pop() else { return };
        let Some(first) = self.footnotes.define(label, range.clone(), end, content) else { return };
        let message = format!("The footnote “[^{}]” is written twice", short(label));
        self.diagnose(
            Diagnostic::new(Code::DuplicateFootnote, self.origin.span(range), message)
                .hint("Give one of them another name")
                .place(self.origin.span(first), "this one is used"),
        );
    }

    fn list(&mut self, at: usize, start: Option<u64>) {
        match start {
            None => self.sign_of_list(at),
            Some(1) => self.number_in_sentence(at),
            Some(_) => {}
        }
        match start {
            None if self.is_task(at + 1) => self.block("<ul class=\"tasks\">\n", "</ul>\n"),
            None => self.block("<ul>\n", "</ul>\n"),
            Some(start) => {
                self.writer().fresh_line();
                match start {
                    1 => self.writer().raw("<ol>\n"),
                    _ => self.writer().raw(&format!("<ol start=\"{start}\">\n")),
                }
                let meaning = match start {
                    0 | 1 => numbered::meaning(&self.items_of(at), self.rules.language),
                    _ => Meaning::Places,
                };
                self.open.push(Open::Numbered(Numbers::from(start, meaning)));
            }
        }
    }

    /// The items of the list that begins at `at`, as they are typed.
    fn items_of(&self, at: usize) -> impl Iterator<Item = &'a str> + Clone {
        let text = self.text;
        let mut depth = 0_usize;
        let inside = self.events[at..].iter().map_while(move |(event, range)| {
            let is_item = matches!(event, Event::Start(Tag::Item)) && depth == 1;
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            (depth > 0).then_some(is_item.then_some(range))
        });
        inside.flatten().map(|range| text.get(range.clone()).unwrap_or_default())
    }

    fn item(&mut self, at: usize) {
        let value = self.item_value(at).map(|value| format!(" value=\"{value}\""));
        let class = if self.is_task(at) { " class=\"task\"" } else { "" };
        self.block(&format!("<li{class}{}>", value.unwrap_or_default()), "</li>\n");
    }

    /// The `value` of an item of the list that is open, if its number is not the next one. In the
    /// plain text, numbers stand that are probably a part of the words: those of a list that does
    /// not begin with 1, and those that jump.
    fn item_value(&mut self, at: usize) -> Option<u64> {
        let Some(Open::Numbered(numbers)) = self.open.last_mut() else { return None };
        let (_, range) = &self.events[at];
        let (typed, marker) = number(self.text.get(range.clone())?)?;
        let jumps = numbers.jumps_to(typed);
        if jumps || numbers.are_words() {
            let words = format!("{marker} ");
            let writer = self.writer();
            writer.end_plain_line();
            let start = writer.plain.len();
            writer.plain.push_str(&words);
            self.number_at = Some(start..start + words.len());
        }
        jumps.then_some(typed)
    }

    /// Where the plain text of a block begins: with the number, if it is the first of an item.
    fn plain_start(&mut self) -> usize {
        let end = self.writer().plain.len();
        let number = self.number_at.take().filter(|number| number.end == end);
        number.map_or(end, |number| number.start)
    }

    fn is_task(&self, item: usize) -> bool {
        let next = match self.event(item + 1) {
            Some(Event::Start(Tag::Paragraph)) => self.event(item + 2),
            next => next,
        };
        matches!(next, Some(Event::TaskListMarker(_)))
    }

    pub(super) fn task(&mut self, is_done: bool) {
        self.writer().hole(Piece::Task(is_done));
        self.writer().raw(" ");
        self.writer().plain.push_str(if is_done { "☑ " } else { "☐ " });
    }

    pub(super) fn event(&self, at: usize) -> Option<&'a Event<'a>> {
        self.events.get(at).map(|(event, _)| event)
    }
}
