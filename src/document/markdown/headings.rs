//! Headings: an outline without jumps, and an address for each.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use super::walk::{Open, Walk};
use super::{Heading, MAX_HEADINGS, Piece};
use crate::base::escape::escaped;
use crate::base::{Code, Diagnostic};

impl Walk<'_> {
    pub(super) fn heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        let level = level as u8;
        if level == 1 {
            let message = "the title is the only heading of the first level";
            self.diagnose(
                Diagnostic::new(Code::SecondTitle, self.origin.span(range.clone()), message)
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
                Diagnostic::new(Code::HeadingJump, self.origin.span(range.clone()), message)
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

    pub(super) fn empty_heading(&mut self, place: usize, range: Range<usize>) {
        self.writer().parts.truncate(place);
        self.diagnose(
            Diagnostic::new(
                Code::EmptyHeading,
                self.origin.span(range),
                "this heading has no words",
            )
            .hint("write them, or delete the line"),
        );
    }

    pub(super) fn end_heading(
        &mut self,
        place: usize,
        plain: usize,
        level: u8,
        range: Range<usize>,
    ) {
        let text = self.writer().plain[plain..].trim().to_owned();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.headings += 1;
        if self.headings == MAX_HEADINGS + 1 {
            let message = format!("this text has more than {MAX_HEADINGS} headings");
            self.diagnose(
                Diagnostic::new(Code::TooManyHeadings, self.origin.span(range.clone()), message)
                    .hint("make several texts of it"),
            );
        }
        if self.is_in_footnote() || self.headings > MAX_HEADINGS {
            self.writer().fill(place, format!("<h{level}>"));
            return self.end_block(&format!("</h{level}>\n"));
        }
        let id = self.ids.give(&text);
        self.writer().fill(place, format!("<div class=\"heading\"><h{level} id=\"{id}\">"));
        let anchor = format!("</h{level}><a class=\"anchor\" href=\"#{id}\" aria-label=\"");
        self.writer().raw(&anchor);
        self.writer().hole(Piece::Text("heading-anchor"));
        self.end_block(&format!(" {}\">#</a></div>\n", escaped(&text)));
        self.body.headings.push(Heading { level, id, text });
    }
}
