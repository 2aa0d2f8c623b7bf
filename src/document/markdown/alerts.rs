//! Alerts: quotations that begin with `[!MAY]` or a similar marker.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::alert_kinds::{AlertKind, KINDS, called, meant_by};
use super::meant::Placed;
use super::walk::{Open, Walk};
use super::{Piece, Trust};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Severity, Span};

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
            self.told_to = marker.range.end;
            self.diagnose(diagnostic);
        } else if let Some((range, hint)) = nearly(self.text, self.events, at) {
            self.told_to = range.end;
            let span = self.origin.span(range);
            let message = "This is typed nearly as the name of a block, so readers see it";
            self.diagnose(Diagnostic::new(Code::UnknownAlert, span, message).hint(hint));
        } else {
            self.sign_of_quotation(at);
        }
        self.block("<blockquote>", "</blockquote>\n");
        at + 1
    }

    /// Reports a marker that stands within a quotation, below its first line, so that readers see
    /// what follows in the block above. Whether the line at `at` is one.
    pub(super) fn marker_within(&mut self, at: usize, line: &str) -> bool {
        let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let before = self.origin.text(&(start..at));
        let is_within = before.contains('>') && before.chars().all(|c| "> \t".contains(c));
        let inside = line.strip_prefix("[!").filter(|_| is_within);
        let Some((name, behind)) = inside.and_then(|inside| inside.split_once(']')) else {
            return false;
        };
        let end = at + "[!]".len() + name.len();
        if meant_by(name).is_none() {
            let is_one = is_in_capitals(name) && behind.trim().is_empty();
            if is_one {
                let marker = Marker { name, kind: None, range: at..end };
                let diagnostic = marker.unknown(self.origin.span(at..end));
                self.told_to = end;
                self.diagnose(diagnostic);
            }
            return is_one;
        }
        let message = format!(
            "“{}” stands within the block above it, so readers see what follows as a part of that \
             block",
            &self.text[at..end]
        );
        self.told_to = end;
        let span = self.origin.span(at..end);
        self.diagnose(
            Diagnostic::new(Code::UnknownAlert, span, message)
                .with_severity(Severity::Error)
                .hint("Put an empty line above it, one without >"),
        );
        true
    }

    /// Reports a block of which nothing but its marker begins with `>`.
    fn empty_alert(&mut self, marker: Range<usize>) {
        // That of another tool has no >.
        if !self.origin.text(&marker).starts_with("[!") {
            return;
        }
        let span = self.origin.span(marker);
        let message = "There is nothing in this block, so readers see an empty one";
        self.diagnose(Diagnostic::new(Code::UnknownAlert, span, message).hint(
            "Begin each line that belongs to it with >, with no empty line above the first; or \
             remove this line",
        ));
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
            if let Some(Event::End(TagEnd::BlockQuote(_))) = self.event(next + 1) {
                self.empty_alert(marker);
            }
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
        let hint = match meant_by(self.name)
            .map(|kind| kind.name.to_uppercase())
            .as_deref()
            .or_else(|| nearest(self.name, names.iter().map(String::as_str)))
        {
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
    // Obsidian's sign for a block that can be folded: `[!info]- Title`.
    let unfolded = after.strip_prefix(['-', '+']);
    let is_fold = |rest: &&str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let after = unfolded.filter(is_fold).unwrap_or(after);
    let end = paragraph.end - after.trim_start_matches([' ', '\t']).len();
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let kind = KINDS.iter().find(|kind| kind.name.eq_ignore_ascii_case(&plain));
    Some(Marker { name, kind, range: paragraph.start..end })
}

/// What a quotation begins with that is nearly a marker, and how the marker is written: `[! MAY]`,
/// `[!PAS PÅ]`, `**[!TIP]**`, `[MAY]`.
fn nearly(text: &str, events: &[Placed<'_>], at: usize) -> Option<(Range<usize>, String)> {
    let (Event::Start(Tag::Paragraph), paragraph) = events.get(at + 1)? else { return None };
    let line = text.get(paragraph.clone())?.split('\n').next()?.trim_end();
    let inside = line.trim_start_matches(['*', '_', '`', ' ']).strip_prefix('[')?;
    let (name, behind) = inside.split_once(']')?;
    let has_sign = name.trim_start().starts_with('!');
    let is_link = behind.starts_with(['(', '[', ':']);
    let kind = meant_by(name);
    // `[may]` may be words, and `[! what a day]`, too.
    let capitals = name.chars().all(|c| !c.is_lowercase());
    let is_alone = behind.trim_matches(['*', '_', '`', ' ', ':']).is_empty();
    let is_one = match has_sign {
        true => kind.is_some() || is_alone,
        false => kind.is_some() && (capitals || is_alone),
    };
    let length = name.chars().count();
    if is_link || !is_one || length > 2 * MAX_NAME {
        return None;
    }
    let end = paragraph.start + line.len() - behind.len();
    let hint = match kind {
        Some(kind) => format!("Write > [!{}] on a line of its own", kind.name.to_uppercase()),
        None => {
            let names: Vec<String> = KINDS.iter().map(|kind| kind.name.to_uppercase()).collect();
            format!("Write > [!NAME] on a line of its own, with one of these: {}", names.join(", "))
        }
    };
    Some((paragraph.start..end, hint))
}

/// Whether this is the name of a block, of this program or of another, as it is typed in a marker.
pub(super) fn is_in_capitals(name: &str) -> bool {
    (2..=MAX_NAME).contains(&name.len())
        && name.chars().all(|c| is_name(c) && !c.is_lowercase())
        && name.starts_with(char::is_uppercase)
}

/// An apostrophe is allowed, so that `[!DON'T]` is understood too.
fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '\'' | '’')
}
