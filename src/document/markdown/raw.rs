//! Raw HTML: shown as text in submitted texts, used as HTML in the handbook.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::Event;

use super::office::PASTE_PLAIN;
use super::origin::short;
use super::run::Run;
use super::tags::Tag;
use super::walk::Walk;
use super::{Trust, comments};
use crate::base::{Code, Diagnostic};

impl<'a> Walk<'a> {
    pub(super) fn html_block(&mut self, at: usize) -> usize {
        let mut run = Run::default();
        let mut next = at + 1;
        while let Some((Event::Html(text) | Event::Text(text), range)) = self.events.get(next) {
            run.push(self.text, text, range.clone());
            next += 1;
        }
        self.other_comments(&run);
        self.foreign(&run);
        match self.rules.trust {
            Trust::Handbook => {
                self.writer().fresh_line();
                let html = self.markup.rewrite(&run);
                self.writer().raw(&html);
                self.writer().fresh_line();
            }
            Trust::Submitted => {
                let text = self.without_comments(&run);
                if text.trim().is_empty() {
                    return next + 1;
                }
                let place = run.source(0..run.text.len());
                match text.contains('<') {
                    true => self.shown_html(place),
                    false => self.behind_comment(&text, place),
                }
                self.writer().fresh_line();
                self.writer().raw("<p>");
                self.writer().text(&super::characters::cleaned(text.trim()));
                self.end_block("</p>\n");
            }
        }
        next + 1
    }

    pub(super) fn inline_html(&mut self, html: &'a str, range: Range<usize>) {
        let mut run = Run::default();
        run.push(self.text, html, range.clone());
        match self.rules.trust {
            Trust::Handbook => {
                let rewritten = self.markup.rewrite(&run);
                self.writer().raw(&rewritten);
                self.writer().part_at_tag(html);
            }
            Trust::Submitted => {
                let html = self.without_comments(&run);
                if html.is_empty() {
                    return;
                }
                if !self.double_angles(&range) {
                    self.shown_html(range);
                }
                self.writer().text(&super::characters::cleaned(&html));
            }
        }
    }

    /// A comment is not for readers, whoever wrote it.
    fn without_comments<'t>(&mut self, run: &'t Run<'_>) -> Cow<'t, str> {
        let (text, open) = comments::without(&run.text);
        for at in comments::swallowing(&run.text).into_iter().chain(open) {
            let start = run.source(at..at + comments::START.len()).start;
            let diagnostic = comments::unclosed(&self.origin, start);
            self.diagnose(diagnostic);
        }
        text
    }

    /// Reports Markdown that stands on the line of a comment, where the parser does not read it.
    fn behind_comment(&mut self, text: &str, range: Range<usize>) {
        if !text.contains(['*', '_', '[', '`', '#', '&']) {
            return;
        }
        let message =
            "Behind a comment, on the same line, readers see these words as you typed them";
        self.diagnose(
            Diagnostic::new(Code::RawHtml, self.origin.span(range), message)
                .hint("Put the comment on a line of its own, and an empty line below it"),
        );
    }

    /// Reports `<<Navn>>`, which is no HTML. Whether it is one.
    fn double_angles(&mut self, range: &Range<usize>) -> bool {
        let (before, behind) = (&self.text[..range.start], &self.text[range.end..]);
        if !before.ends_with('<') || !behind.starts_with('>') {
            return false;
        }
        let typed = range.start - 1..range.end + 1;
        if self.reported.kinds.insert("double angles") {
            let words = short(&self.text[range.start + 1..range.end - 1]);
            let message = format!("“<<{words}>>” is shown to readers as it is typed");
            let hint = "If it is a place to fill in, write what belongs there; if these are quotation \
                        marks, write « and » in their place";
            let span = self.origin.span(typed);
            self.diagnose(Diagnostic::new(Code::RawHtml, span, message).hint(hint));
        }
        true
    }

    /// Reports once that raw HTML is shown as text.
    pub(super) fn shown_html(&mut self, range: Range<usize>) {
        if std::mem::replace(&mut self.reported.raw_html, true) {
            return;
        }
        let is_of_word = self.text[range.clone()]
            .match_indices('<')
            .filter_map(|(at, _)| Tag::read(self.text, range.start + at))
            .any(|tag| tag.is_of_word(self.text));
        let (message, hint) = match is_of_word {
            true => (
                "This text was pasted from Word or Outlook, so readers see its formatting as words",
                PASTE_PLAIN,
            ),
            false => (
                "HTML is not used in this file, so readers see it as you typed it",
                "Use Markdown, as in **strong** or [words](address)",
            ),
        };
        self.diagnose(Diagnostic::new(Code::RawHtml, self.origin.span(range), message).hint(hint));
    }
}
