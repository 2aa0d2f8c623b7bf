//! Links within a line: where they lead, and what is told of them.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::alert_kinds::REMOVE;
use super::destinations::{classify, slip};
use super::origin::{BETWEEN_BRACKETS, short};
use super::references::is_label_of_comment;
use super::walk::{Open, Walk};
use super::writer::Parting;
use super::{Link, LinkKind, Piece};
use crate::base::escape::escape_address;
use crate::base::{Code, Diagnostic};

impl Walk<'_> {
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
    pub(super) fn open_link(&mut self, link: Link, title: &str) {
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
