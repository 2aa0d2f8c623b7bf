//! Blocks: headings, lists, tables, quotations, code.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Tag};

use super::alerts::{self, Marker};
use super::origin::short;
use super::run::Run;
use super::walk::{Open, Walk};
use super::{Heading, MAX_HEADINGS, Piece, Trust};
use crate::base::Diagnostic;

/// The table at hand; tables do not stand in each other.
#[derive(Default)]
pub(super) struct Table {
    number: usize,
    alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
    rows: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn start_element(
        &mut self,
        at: usize,
        tag: &'a Tag<'a>,
        range: Range<usize>,
    ) -> usize {
        match tag {
            Tag::Paragraph => return self.paragraph(at),
            Tag::Heading { level, .. } => self.heading(*level, range),
            Tag::BlockQuote(_) => return self.quotation(at),
            Tag::List(start) => self.list(at, *start),
            Tag::Item => self.item(at),
            Tag::FootnoteDefinition(label) => {
                let end =
                    self.text[range.clone()].find(':').map_or(range.end, |at| range.start + at);
                self.writers.push(Default::default());
                self.open
                    .push(Open::Footnote { label: label.to_string(), range: range.start..end });
            }
            Tag::DefinitionList => self.block("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => self.block("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => self.block("<dd>", "</dd>\n"),
            Tag::Table(alignments) => self.table(alignments),
            Tag::TableHead => {
                self.table.is_head = true;
                self.table.column = 0;
                self.writer().raw("<thead>\n<tr>");
                self.open.push(Open::TableHead);
            }
            Tag::TableRow => {
                self.table.column = 0;
                let start = if self.table.rows == 0 { "<tbody>\n<tr>" } else { "<tr>" };
                self.table.rows += 1;
                self.block(start, "</tr>\n");
            }
            Tag::TableCell => self.cell(at),
            Tag::Emphasis => self.inline("<em>", "</em>"),
            Tag::Strong => self.inline("<strong>", "</strong>"),
            Tag::Strikethrough => self.inline("<del>", "</del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.link(*link_type, dest_url, title, range);
            }
            // Handled before, or not asked for.
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
            Open::Block(tag) => self.end_block(tag),
            Open::Paragraph { plain, is_top } => {
                self.note_paragraph(plain, is_top);
                self.end_block("</p>\n");
            }
            Open::Heading { place, plain, images, level, range } => {
                let is_empty = self.writer().plain[plain..].trim().is_empty();
                match is_empty && self.body.images.len() == images {
                    true => self.empty_heading(place, range),
                    false => self.end_heading(place, plain, level, range),
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
            Open::Footnote { label, range } => self.end_footnote(&label, range),
            Open::TableHead => {
                self.table.is_head = false;
                self.end_block("</tr>\n</thead>\n");
            }
            Open::Table => {
                let body = if self.table.rows > 0 { "</tbody>\n" } else { "" };
                self.end_block(&format!("{body}</table>\n</div>\n"));
            }
        }
    }

    fn inline(&mut self, start: &str, end: &'static str) {
        self.writer().raw(start);
        self.open.push(Open::Inline(end));
    }

    fn block(&mut self, start: &str, end: &'static str) {
        self.writer().fresh_line();
        self.writer().raw(start);
        self.open.push(Open::Block(end));
    }

    fn end_block(&mut self, tag: &str) {
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
        self.start_paragraph();
        at + 1
    }

    fn start_paragraph(&mut self) {
        let is_top = self.open.is_empty();
        self.writer().fresh_line();
        self.writer().raw("<p>");
        let plain = self.writer().plain.len();
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

    fn heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        let level = level as u8;
        if level == 1 {
            let message = "the title is the only heading of the first level";
            self.diagnose(
                Diagnostic::warning("second-title", self.origin.span(range.clone()), message)
                    .hint("begin this heading with `##`"),
            );
        }
        while self.outline.last().is_some_and(|last| *last >= level) {
            self.outline.pop();
        }
        let above = self.outline.last().copied().unwrap_or(1);
        if level > above + 1 {
            let message = format!("a heading of level {level} stands under one of level {above}");
            self.diagnose(
                Diagnostic::warning("heading-jump", self.origin.span(range.clone()), message)
                    .hint(format!("begin it with `{}`", "#".repeat(usize::from(above) + 1))),
            );
        }
        self.outline.push(level);
        let shown = u8::try_from(self.outline.len() + 1).unwrap_or(6).min(6);
        self.writer().fresh_line();
        let place = self.writer().place();
        let plain = self.writer().plain.len();
        let images = self.body.images.len();
        self.open.push(Open::Heading { place, plain, images, level: shown, range });
    }

    fn empty_heading(&mut self, place: usize, range: Range<usize>) {
        self.writer().parts.truncate(place);
        self.diagnose(
            Diagnostic::warning(
                "empty-heading",
                self.origin.span(range),
                "this heading has no words",
            )
            .hint("write them, or delete the line"),
        );
    }

    fn end_heading(&mut self, place: usize, plain: usize, level: u8, range: Range<usize>) {
        let text = self.writer().plain[plain..].trim().to_owned();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.headings += 1;
        if self.headings == MAX_HEADINGS + 1 {
            let message = format!("this text has more than {MAX_HEADINGS} headings");
            self.diagnose(
                Diagnostic::error("too-many-headings", self.origin.span(range.clone()), message)
                    .hint("make several texts of it"),
            );
        }
        if self.is_in_footnote() || self.headings > MAX_HEADINGS {
            self.writer().fill(place, format!("<h{level}>"));
            return self.end_block(&format!("</h{level}>\n"));
        }
        let id = self.ids.give(&text);
        self.writer().fill(place, format!("<div class=\"heading\"><h{level} id=\"{id}\">"));
        let anchor = format!(
            "</h{level}><a class=\"anchor\" id=\"sw-to-{id}\" href=\"#{id}\" aria-label=\""
        );
        self.writer().raw(&anchor);
        self.writer().hole(Piece::Text("heading-anchor"));
        self.end_block(&format!("\" aria-labelledby=\"sw-to-{id} {id}\">#</a></div>\n"));
        self.body.headings.push(Heading { level, id, text, span: self.origin.span(range) });
    }

    fn end_footnote(&mut self, label: &str, range: Range<usize>) {
        let Some(content) = self.writers.pop() else { return };
        let Some(first) = self.footnotes.define(label, range.clone(), content) else { return };
        let message = format!("the footnote `[^{}]` is there twice", short(label));
        self.diagnose(
            Diagnostic::warning("duplicate-footnote", self.origin.span(range), message)
                .hint("give one of them another name")
                .place(self.origin.span(first), "the first one counts"),
        );
    }

    fn quotation(&mut self, at: usize) -> usize {
        match alerts::marker(self.text, self.events, at) {
            Some(Marker { kind: None, ref name, ref range, .. }) => {
                let marker = alerts::marker(self.text, self.events, at);
                let message = format!("there is no kind of block called `{name}`");
                let diagnostic =
                    Diagnostic::warning("unknown-alert", self.origin.span(range.clone()), message);
                let hint = match marker.and_then(|marker| marker.nearest()) {
                    Some(nearest) => format!("did you mean `[!{nearest}]`?"),
                    None => {
                        let names = alerts::KINDS.iter().map(|kind| kind.name.to_uppercase());
                        format!("the kinds are {}", names.collect::<Vec<_>>().join(", "))
                    }
                };
                self.diagnose(diagnostic.hint(hint));
                self.block("<blockquote>", "</blockquote>\n");
                at + 1
            }
            Some(Marker { kind: Some(kind), range, .. }) => self.alert(at, kind, range),
            None => {
                self.block("<blockquote>", "</blockquote>\n");
                at + 1
            }
        }
    }

    fn alert(&mut self, at: usize, kind: &'static alerts::Kind, marker: Range<usize>) -> usize {
        let ends_pair = match self.last_do {
            Some((end, place)) if kind.name == "dont" && end + 1 == at => {
                self.writer().fill(place, "<div class=\"pair\">\n".to_owned());
                true
            }
            _ => false,
        };
        let is_do = kind.name == "do";
        self.writer().fresh_line();
        let place = if is_do { self.writer().place() } else { 0 };
        self.writer()
            .raw(&format!("<section class=\"alert {}\">\n<p class=\"alert-title\">", kind.name));
        self.writer().hole(Piece::Text(kind.title));
        self.writer().raw("</p>\n");
        self.open.push(Open::Alert { place, is_do, ends_pair });
        self.skip_to = marker.end;
        // The marker's own line is not part of the paragraph.
        let mut next = at + 2;
        while let Some((Event::Text(_), range)) = self.events.get(next) {
            if range.end > marker.end {
                break;
            }
            next += 1;
        }
        if let Some(Event::SoftBreak | Event::HardBreak) = self.event(next) {
            next += 1;
        }
        if let Some(Event::End(_)) = self.event(next) {
            return next + 1;
        }
        self.start_paragraph();
        next
    }

    fn list(&mut self, at: usize, start: Option<u64>) {
        match start {
            None if self.is_task(at + 1) => self.block("<ul class=\"tasks\">\n", "</ul>\n"),
            None => self.block("<ul>\n", "</ul>\n"),
            Some(1) => self.block("<ol>\n", "</ol>\n"),
            Some(start) => self.block(&format!("<ol start=\"{start}\">\n"), "</ol>\n"),
        }
    }

    fn item(&mut self, at: usize) {
        let tag = if self.is_task(at) { "<li class=\"task\">" } else { "<li>" };
        self.block(tag, "</li>\n");
    }

    fn is_task(&self, item: usize) -> bool {
        let next = match self.event(item + 1) {
            Some(Event::Start(Tag::Paragraph)) => self.event(item + 2),
            next => next,
        };
        matches!(next, Some(Event::TaskListMarker(_)))
    }

    pub(super) fn task(&mut self, is_done: bool) {
        let (class, key) = if is_done { ("box done", "task-done") } else { ("box", "task-open") };
        self.writer().raw(&format!("<span class=\"{class}\" role=\"img\" aria-label=\""));
        self.writer().hole(Piece::Text(key));
        self.writer().raw("\"></span> ");
    }

    fn table(&mut self, alignments: &[Alignment]) {
        let number = self.table.number + 1;
        self.table = Table { number, alignments: alignments.to_vec(), ..Table::default() };
        let writer = self.writer();
        writer.fresh_line();
        writer.raw("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
        writer.hole(Piece::Text("table-label"));
        writer.raw(&format!(" {number}\">\n<table>\n"));
        self.open.push(Open::Table);
    }

    fn cell(&mut self, at: usize) {
        let alignment = self.table.alignments.get(self.table.column);
        self.table.column += 1;
        let class = match alignment {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::None) | None => "",
        };
        // A header without words heads nothing.
        let is_empty = matches!(self.event(at + 1), Some(Event::End(_)));
        let (tag, end) = match self.table.is_head && !is_empty {
            true => ("<th scope=\"col\"", "</th>"),
            false => ("<td", "</td>"),
        };
        if self.table.column > 1 {
            self.writer().plain.push(' ');
        }
        self.writer().raw(&format!("{tag}{class}>"));
        self.open.push(Open::Inline(end));
    }

    pub(super) fn code_block(
        &mut self,
        at: usize,
        kind: &CodeBlockKind<'_>,
        range: Range<usize>,
    ) -> usize {
        let mut next = at + 1;
        let mut code = String::new();
        while let Some(Event::Text(text)) = self.event(next) {
            code.push_str(text);
            next += 1;
        }
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let html = self.rules.highlighter.html(language, &code).unwrap_or_else(|unknown| {
            let line =
                range.start..range.end.min(range.start + info_line(&self.text[range.clone()]));
            let found = self.text[line.clone()].find(language).map(|at| line.start + at);
            let place = found.map_or(line, |start| start..start + language.len());
            let message = format!("no language called `{}` is known", short(language));
            let hint = match unknown.nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "write `text` if it is none".to_owned(),
            };
            let span = self.origin.span(place);
            self.body
                .diagnostics
                .push(Diagnostic::warning("unknown-language", span, message).hint(hint));
            let mut plain = String::new();
            super::escape(&mut plain, &code);
            plain.into()
        });
        let writer = self.writer();
        writer.fresh_line();
        writer.raw("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            writer.raw(" class=\"language-");
            writer.escaped(language);
            writer.raw("\"");
        }
        writer.raw(">");
        writer.raw(&html);
        writer.raw("</code></pre>\n");
        next + 1
    }

    pub(super) fn html_block(&mut self, at: usize) -> usize {
        let mut run = Run::default();
        let mut next = at + 1;
        while let Some((Event::Html(text) | Event::Text(text), range)) = self.events.get(next) {
            run.push(self.text, text, range.clone());
            next += 1;
        }
        self.writer().fresh_line();
        match self.rules.trust {
            Trust::Handbook => {
                let html = self.markup.rewrite(&run);
                self.writer().raw(&html);
                self.writer().fresh_line();
            }
            Trust::Submitted => {
                self.shown_html(run.source(0..run.text.len()));
                self.writer().raw("<p>");
                self.writer().text(run.text.trim());
                self.end_block("</p>\n");
            }
        }
        next + 1
    }

    pub(super) fn event(&self, at: usize) -> Option<&'a Event<'a>> {
        self.events.get(at).map(|(event, _)| event)
    }
}

/// How long the first line is.
fn info_line(block: &str) -> usize {
    block.find('\n').unwrap_or(block.len())
}
