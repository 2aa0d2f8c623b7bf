//! Alerts: quotations that begin with `[!MAY]` or a similar marker.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::alert_kinds::{AlertKind, KINDS, called};
use super::meant::Placed;
use super::walk::{Open, Walk};
use super::{Piece, Trust};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Span};

const MAX_NAME: usize = 24;

/// A marker at the beginning of a quotation.
#[derive(Debug)]
struct Marker<'a> {
    name: &'a str,
    /// `None` if no kind has this name.
    kind: Option<&'static AlertKind>,
    range: Range<usize>,
}

impl Walk<'_> {
    pub(super) fn quotation(&mut self, at: usize) -> usize {
        if let Some(mut marker) = marker(self.text, self.events, at) {
            if self.rules.trust == Trust::Handbook {
                let same = || called(marker.name);
                marker.kind = marker.kind.or_else(same);
            }
            if let Some(kind) = marker.kind {
                return self.alert(at, kind, marker.range);
            }
            let diagnostic = marker.unknown(self.origin.span(marker.range.clone()));
            self.diagnose(diagnostic);
        }
        self.block("<blockquote>", "</blockquote>\n");
        at + 1
    }

    fn alert(&mut self, at: usize, kind: &'static AlertKind, marker: Range<usize>) -> usize {
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
        // The line of the marker is not part of the paragraph.
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
}

impl Marker<'_> {
    fn unknown(&self, span: Span) -> Diagnostic {
        let message = format!("There is no kind of block called “{}”", self.name);
        let names: Vec<String> = KINDS.iter().map(|kind| kind.name.to_uppercase()).collect();
        let hint = match nearest(self.name, names.iter().map(String::as_str)) {
            Some(nearest) => format!("Did you mean “[!{nearest}]”?"),
            None => format!("Use one of these: {}", names.join(", ")),
        };
        Diagnostic::new(Code::UnknownAlert, span, message).hint(hint)
    }
}

/// The marker of the quotation that begins with event `at`.
fn marker<'a>(text: &'a str, events: &[Placed<'_>], at: usize) -> Option<Marker<'a>> {
    let (Event::Start(Tag::Paragraph), paragraph) = events.get(at + 1)? else { return None };
    let (Event::Text(_), first) = events.get(at + 2)? else { return None };
    if first.start != paragraph.start {
        return None;
    }
    let rest = text.get(paragraph.clone())?.strip_prefix("[!")?;
    let length =
        rest.find(|c: char| !is_name(c)).filter(|length| (1..=MAX_NAME).contains(length))?;
    let name = &rest[..length];
    let after = rest[length..].strip_prefix(']')?;
    let end = paragraph.end - after.trim_start_matches([' ', '\t']).len();
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let kind = KINDS.iter().find(|kind| kind.name.eq_ignore_ascii_case(&plain));
    Some(Marker { name, kind, range: paragraph.start..end })
}

/// An apostrophe is allowed, so that `[!DON'T]` is understood too.
fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '\'' | '’')
}
