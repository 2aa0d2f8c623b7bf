//! Raw HTML: shown as text in submitted texts, used as HTML in the handbook.

use std::ops::Range;

use pulldown_cmark::Event;

use super::Trust;
use super::run::Run;
use super::walk::Walk;
use crate::base::{Code, Diagnostic};

impl Walk<'_> {
    pub(super) fn html_block(&mut self, at: usize) -> usize {
        let mut run = Run::default();
        let mut next = at + 1;
        while let Some((Event::Html(text) | Event::Text(text), range)) = self.events.get(next) {
            run.push(self.text, text, range.clone());
            next += 1;
        }
        self.foreign(&run);
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

    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        match self.rules.trust {
            Trust::Handbook => {
                let mut run = Run::default();
                run.push(self.text, html, range);
                let html = self.markup.rewrite(&run);
                self.writer().raw(&html);
            }
            Trust::Submitted => {
                self.shown_html(range);
                let html = super::characters::cleaned(html);
                self.writer().text(&html);
            }
        }
    }

    /// Reports once that raw HTML is shown as text.
    pub(super) fn shown_html(&mut self, range: Range<usize>) {
        if std::mem::replace(&mut self.reported.raw_html, true) {
            return;
        }
        let message = "HTML is not used in this file, so readers see it as you typed it";
        self.diagnose(
            Diagnostic::new(Code::RawHtml, self.origin.span(range), message)
                .hint("Use Markdown, as in **strong** or [words](address)"),
        );
    }
}
