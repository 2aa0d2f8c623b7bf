//! What is within a line: words, links, pictures, raw HTML.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::origin::short;
use super::run::Run;
use super::walk::{Open, Walk};
use super::writer::Parting;
use super::{Link, LinkKind, Piece, Trust, autolinks, bullets, comments, typography};
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
