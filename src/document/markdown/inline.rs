//! What is within a line: words, links, pictures, raw HTML.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::alert_kinds::REMOVE;
use super::destinations::{classify, slip};
use super::origin::{BETWEEN_BRACKETS, short};
use super::references::is_label_of_comment;
use super::run::Run;
use super::walk::{Open, Walk};
use super::writer::Parting;
use super::{Link, LinkKind, Piece, Trust, autolinks, bullets, comments, typography};
use crate::base::escape::escape_address;
use crate::base::gap::{self, Gap};
use crate::base::{Code, Diagnostic};

impl<'a> Walk<'a> {
    /// Text and all text that follows it directly.
    pub(super) fn text_run(&mut self, at: usize) -> usize {
        let mut run = Run::default();
        self.bullets(at);
        let mut next = at;
        while let Some((Event::Text(text), range)) = self.events.get(next) {
            // The marker of an alert may end within a piece of text.
            let read = self.skip_to.saturating_sub(range.start).min(text.len());
            let (text, start) = match text.get(read..) {
                Some(rest) if read > 0 => (rest, range.start + read),
                _ => (&text[..], range.start),
            };
            let text = match self.words_end {
                Some(end) if range.end > end => {
                    text.get(..end.saturating_sub(start)).unwrap_or_default()
                }
                _ => text,
            };
            let end = self.words_end.map_or(range.end, |end| range.end.min(end.max(start)));
            run.push(self.text, text, start..end);
            next += 1;
        }
        self.lost_backslashes(at, next);
        self.undefined_footnotes(&run);
        self.nearly_links(&run);
        self.unclosed_comments(&run);
        self.other_comments(&run);
        self.foreign(&run);
        self.stray_stars(&run);
        self.comments_of_word(&run);
        self.placeholders(&run);
        let mut from = 0;
        for gap in gap::find(&run.text).into_iter().filter(|gap| run.is_typed(gap.range.start)) {
            self.words_and_addresses(&run, from..gap.range.start);
            from = gap.range.end;
            self.gap(&run, gap);
        }
        self.words_and_addresses(&run, from..run.text.len());
        next
    }

    /// What somebody still has to fill in.
    fn gap(&mut self, run: &Run<'_>, gap: Gap) {
        let span = self.origin.span(run.source(gap.range.clone()));
        let words = &run.text[gap.words.clone()];
        let is_part = |open: &Open| matches!(open, Open::Heading { .. } | Open::Table);
        self.diagnose(match self.open.iter().any(is_part) {
            true => gap::in_field(span, words),
            false => gap::in_sentence(span, words),
        });
        if self.rules.trust == Trust::Submitted {
            return self.words(run, gap.range);
        }
        let writer = self.writer();
        writer.raw("<mark class=\"gap\">");
        writer.hole(Piece::Text("gap"));
        writer.raw(" ");
        writer.plain.push('[');
        self.words(run, gap.words);
        let writer = self.writer();
        writer.plain.push(']');
        writer.raw("</mark>");
    }

    fn words_and_addresses(&mut self, run: &Run<'_>, range: Range<usize>) {
        let mut from = range.start;
        for found in autolinks::find(&run.text[range.clone()]) {
            let place = range.start + found.range.start..range.start + found.range.end;
            self.words(run, from..place.start);
            from = place.end;
            self.cut_address(run, place.clone());
            match self.links_open {
                0 => self.bare_link(run, place, found.destination),
                // An address is shown as it is, in a link of other words, too.
                _ => self.address(&run.text[place]),
            }
        }
        self.words(run, from..range.end);
    }

    /// Reports lines with bullets from Word, of which the text of event `at` may begin one.
    fn bullets(&mut self, at: usize) {
        let is_next = match at.checked_sub(1).and_then(|before| self.event(before)) {
            Some(Event::SoftBreak) => true,
            // Behind a hard break, a line stays a line of its own.
            Some(Event::HardBreak | Event::TaskListMarker(_)) | None => false,
            Some(Event::Start(tag)) if begins_line(tag) => false,
            _ => return,
        };
        let start = self.events[at].1.start;
        self.line_slip(start);
        self.typed_table(start, is_next);
        let line = self.text[start..].split('\n').next().unwrap_or_default();
        if is_next && self.bullet_in_item(line, start) {
            return;
        }
        let Some((bullet, place)) = self.bullet_lines.line(line, start, is_next) else { return };
        let message = match bullets::has_unusual_space(&self.text[place.end..]) {
            true => format!(
                "Behind {bullet} is an unusual kind of space, so these lines make no list: readers \
                 see them as one paragraph"
            ),
            false => format!(
                "Lines that begin with {bullet} make no list: readers see them as one paragraph"
            ),
        };
        let span = self.origin.span(place);
        let hint = bullets::remedy(&bullet);
        self.diagnose(Diagnostic::new(Code::PastedBullets, span, message).hint(hint));
    }

    /// Reports a line with another bullet below an entry of a list, into which it runs. Whether it
    /// is one.
    fn bullet_in_item(&mut self, line: &str, start: usize) -> bool {
        let above = self.text[..start].trim_end_matches([' ', '\t']);
        let above = above.strip_suffix('\n').and_then(|above| above.lines().next_back());
        let is_at_left = start == 0 || self.text[..start].ends_with('\n');
        let is_other = bullets::begins_with_sign(line)
            || is_at_left && bullets::begins_with_dash(line) && above.is_some_and(is_short);
        if !above.is_some_and(bullets::is_item) || !is_other {
            return false;
        }
        self.bullet_lines.line(line, start, true);
        self.bullet_lines.told();
        let sign = line.trim_start().chars().next().unwrap_or_default();
        let message = format!("This line begins with {sign}, so it runs into the entry above it");
        let span = self.origin.span(start..start + sign.len_utf8());
        let hint = "Begin it, and the lines like it, with a hyphen and a space: - words";
        self.diagnose(Diagnostic::new(Code::PastedBullets, span, message).hint(hint));
        true
    }

    /// Reports a table that is none, when its second line is read. The line begins at `at`;
    /// `is_next` says whether it follows the last one in the same block.
    fn typed_table(&mut self, at: usize, is_next: bool) {
        let line = self.text[at..].split('\n').next().unwrap_or_default().trim_end();
        let Some(told) = self.table_lines.line(self.text, line, at, is_next) else { return };
        let span = self.origin.span(told.place);
        self.diagnose(Diagnostic::new(Code::OtherTool, span, told.message).hint(told.hint));
    }

    fn words(&mut self, run: &Run<'_>, range: Range<usize>) {
        let words = match self.marks {
            Some(marks) => typography::set(run, range.clone(), self.before, marks),
            None => Cow::Borrowed(&run.text[range.clone()]),
        };
        self.writer().text(&super::characters::cleaned(&words));
        if let Some(last) = run.text[range].chars().next_back() {
            self.before = Some(last);
        }
    }

    fn bare_link(&mut self, run: &Run<'_>, range: Range<usize>, destination: String) {
        let text = &run.text[range.clone()];
        let kind =
            if destination.starts_with("mailto:") { LinkKind::Mail } else { LinkKind::External };
        let span = self.origin.span(run.source(range));
        self.open_link(Link { destination, span, kind }, "");
        self.address(text);
        self.writer().raw("</a>");
        self.writer().part(Parting::UnlessGenitive);
    }

    /// The words of an address: nothing in them is set otherwise than it was typed.
    fn address(&mut self, address: &str) {
        self.writer().text(&super::characters::cleaned(address));
        self.before = address.chars().next_back();
    }

    /// `<!--` that is still text has no end, or was copied from a source in which it is text.
    fn unclosed_comments(&mut self, run: &Run<'_>) {
        for (at, _) in run.text.match_indices(comments::START) {
            let start = run.source(at..at + 1).start;
            let diagnostic = match run.is_typed(at) {
                true => Some(comments::unclosed(&self.origin, start)),
                false => comments::escaped(&self.origin, self.text, start),
            };
            self.body.diagnostics.extend(diagnostic);
        }
    }

    /// `[^label]` that is still text has no definition.
    fn undefined_footnotes(&mut self, run: &Run<'_>) {
        if !run.text.contains("[^") {
            return;
        }
        let mut at = 0;
        while let Some(found) = run.text[at..].find("[^") {
            let start = at + found;
            at = start + 2;
            let rest = &run.text[at..];
            let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '^'));
            let Some(length) = length.filter(|length| *length > 0) else { continue };
            if rest[length..].starts_with(']') && run.is_typed(start) {
                let label = short(&rest[..length]);
                let span = self.origin.span(run.source(start..at + length + 1));
                let message = format!("The footnote “[^{label}]” has no text");
                self.diagnose(
                    Diagnostic::new(Code::UndefinedFootnote, span, message)
                        .hint(format!("Add a line at the end: [^{label}]: …")),
                );
            }
            at += length;
        }
    }

    pub(super) fn code(&mut self, code: &str, range: Range<usize>) {
        self.accents_of_code(&range);
        self.code_of_rest(range);
        self.before = Some('x');
        let code = super::characters::cleaned(code);
        let writer = self.writer();
        writer.part(Parting::Yes);
        writer.raw("<code>");
        writer.text(&code);
        writer.raw("</code>");
        writer.part(Parting::UnlessGenitive);
    }

    pub(super) fn link(
        &mut self,
        at: usize,
        link_type: LinkType,
        destination: &str,
        title: &str,
        range: Range<usize>,
    ) {
        // `[//]: # (words)` below a line of words, where another such line defines `[//]`.
        let leads_nowhere = matches!(destination, "" | "#");
        let label = self.text[range.clone()].trim_matches(['[', ']']);
        if link_type == LinkType::Shortcut && leads_nowhere && is_label_of_comment(label) {
            self.comment_at(range.start);
            return self.open.push(Open::Nothing);
        }
        let is_mail = link_type == LinkType::Email;
        let written =
            if is_mail { format!("mailto:{destination}") } else { destination.to_owned() };
        let is_auto = matches!(link_type, LinkType::Autolink | LinkType::Email);
        let place = if is_auto { range.start + 1..range.end - 1 } else { range };
        self.nearly_picture(at, link_type, &written, &place);
        if link_type == LinkType::Autolink && is_of_confluence(destination) {
            let message = format!(
                "“<{}>” is a tag of Confluence, which means nothing here",
                short(destination)
            );
            let span = self.origin.span(place);
            self.diagnose(Diagnostic::new(Code::OtherTool, span, message).hint(REMOVE));
            return self.open.push(Open::Nothing);
        }
        let span = self.origin.span(place);
        // A link cannot contain another link.
        if self.links_open > 0 {
            return self.open.push(Open::Nothing);
        }
        if written.trim().is_empty() {
            let diagnostic = self.origin.no_address(span.clone(), "link", BETWEEN_BRACKETS);
            self.diagnose(diagnostic);
        }
        if let Some(slip) = slip(&written).filter(|_| !is_mail) {
            let diagnostic = self.origin.slip(span, destination, &slip);
            self.diagnose(diagnostic);
            return self.open.push(Open::Nothing);
        }
        match classify(&written) {
            Ok((kind, destination)) => {
                let index = self.body.links.len();
                let plain = self.writer().plain.len();
                let images = self.body.images.len();
                self.open_link(Link { destination, span, kind }, title);
                self.links_open += 1;
                self.open.push(Open::Link { index, plain, images });
            }
            Err(refusal) => {
                let diagnostic = self.origin.forbidden(span, destination, refusal);
                self.diagnose(diagnostic);
                self.open.push(Open::Nothing);
            }
        }
    }

    /// Writes the start tag and adds the link to the body.
    fn open_link(&mut self, link: Link, title: &str) {
        let index = self.body.links.len();
        let mut address = String::new();
        escape_address(&mut address, &link.destination);
        let writer = self.writer();
        writer.part(Parting::Yes);
        match link.kind {
            LinkKind::Internal | LinkKind::Fragment => {
                writer.raw("<a href=\"");
                writer.hole(Piece::Link(index));
                writer.raw("\"");
            }
            LinkKind::External => {
                writer.raw(&format!(
                    "<a class=\"external\" href=\"{address}\" rel=\"noopener external\""
                ));
            }
            LinkKind::Mail | LinkKind::Telephone => {
                writer.raw(&format!("<a href=\"{address}\""));
            }
        }
        if !title.is_empty() {
            writer.raw(" title=\"");
            writer.escaped(title);
            writer.raw("\"");
        }
        writer.raw(">");
        self.body.links.push(link);
    }

    pub(super) fn end_link(&mut self, at: usize, index: usize, plain: usize, images: usize) {
        self.writer().raw("</a>");
        self.writer().part(Parting::UnlessGenitive);
        self.links_open = self.links_open.saturating_sub(1);
        let has_words = !self.writer().plain[plain..].trim().is_empty();
        let (_, range) = &self.events[at];
        let inner_end = at.checked_sub(1).map_or(range.start, |before| self.events[before].1.end);
        let destination = self.destination(inner_end, range);
        let Some(link) = self.body.links.get_mut(index) else { return };
        // Of a link without an address, that is told.
        let is_empty =
            !has_words && self.body.images.len() == images && !link.destination.trim().is_empty();
        if let Some(place) = destination {
            link.span = self.origin.span(place);
        }
        if is_empty {
            let span = link.span.clone();
            self.diagnose(
                Diagnostic::new(Code::EmptyLink, span, "This link has no text")
                    .hint("Write its words between the square brackets"),
            );
        }
    }

    /// The range of the destination of an inline link: it follows the words of the link and `](`.
    pub(super) fn destination(
        &self,
        inner_end: usize,
        link: &Range<usize>,
    ) -> Option<Range<usize>> {
        let from = inner_end.clamp(link.start, link.end);
        let tail = self.text.get(from..link.end)?;
        let start = from + tail.find("](")? + 2;
        let rest = self.text.get(start..link.end)?;
        let start = start + (rest.len() - rest.trim_start().len());
        let rest = self.text.get(start..link.end)?;
        let (start, length) = match rest.strip_prefix('<') {
            Some(rest) => (start + 1, rest.find('>')?),
            // The last byte is the link's own `)`.
            None => (start, rest.find(char::is_whitespace).unwrap_or(rest.len().saturating_sub(1))),
        };
        (length > 0).then_some(start..start + length)
    }
}

/// Whether what stands between `<` and `>` is a tag and no address: `ac:image`, `ri:page`.
fn is_of_confluence(address: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphabetic() || c == '-';
    let parts = address.split_once(':');
    parts.is_some_and(|(space, name)| {
        matches!(space, "ac" | "ri" | "at") && name.chars().all(is_name)
    })
}

/// Whether a line was hardly ended by a program.
fn is_short(line: &str) -> bool {
    const SHORT: usize = 50;
    line.trim_end().chars().count() <= SHORT
}

/// Whether a line of text begins with this block.
fn begins_line(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph | Tag::Item | Tag::DefinitionListDefinition | Tag::FootnoteDefinition(_)
    )
}
