//! Where a text comes from: places in its file, and what is said about links and pictures.

use std::ops::Range;

use super::admonitions::Moved;
use super::destinations::{Refusal, Slip};
use super::{Rules, Trust};
use crate::base::{Code, Diagnostic, Severity, Source, Span};

/// Where the address of a link or a picture is missing.
pub(super) const BETWEEN_BRACKETS: &str =
    "Write it between the round brackets, or remove all the brackets";
pub(super) const BETWEEN_QUOTES: &str = "Write it between the quotation marks, or remove the tag";

/// A file, where the Markdown begins in it, and who wrote it.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    source: Source,
    start: usize,
    trust: Trust,
    /// Where the pieces of the Markdown stood before it was rewritten, if it was.
    places: Option<Moved>,
}

/// Counts the lines of a file once, however many places are asked for.
pub(super) struct Lines<'a> {
    origin: &'a Origin,
    read: usize,
    line: usize,
}

impl Lines<'_> {
    /// The first and the last line of a range of the Markdown, which stands below the one before.
    pub(super) fn of(&mut self, range: &Range<usize>) -> (usize, usize) {
        let place = self.origin.place(range);
        let text = &self.origin.source.text;
        let breaks = |words: &str| words.bytes().filter(|byte| *byte == b'\n').count();
        self.line += text.get(self.read..place.start).map_or(0, breaks);
        self.read = place.start;
        (self.line, self.line + breaks(text[place].trim_end()))
    }
}

/// What to do about a link to a file that only some computers have.
pub(crate) const OWN_DISK_HINT: &str = "Put the file beside this one and link to it there; or link to the web address that it has, \
     with https://";

impl Origin {
    pub(super) fn of(rules: &Rules<'_>, places: Option<Moved>) -> Origin {
        let source = rules.source.clone();
        Origin { source, start: rules.body.start, trust: rules.trust, places }
    }

    /// The place in the Markdown as it was typed.
    pub(super) fn typed(&self, at: usize) -> usize {
        self.places.as_ref().map_or(at, |places| places.before(at))
    }

    /// A range of the Markdown in the text of its file: whole characters as they were typed.
    fn place(&self, range: &Range<usize>) -> Range<usize> {
        let text = &self.source.text;
        let is_whole = |at: &usize| text.is_char_boundary(*at);
        let start = (0..=self.start + self.typed(range.start)).rev().find(is_whole).unwrap_or(0);
        let end = (self.start + self.typed(range.end)..text.len()).find(is_whole);
        start..end.unwrap_or(text.len()).max(start)
    }

    /// The numbers of its lines, from its beginning on.
    pub(super) fn lines(&self) -> Lines<'_> {
        Lines { origin: self, read: 0, line: 1 }
    }

    /// What was typed there.
    pub(super) fn text(&self, range: &Range<usize>) -> &str {
        self.source.text.get(self.place(range)).unwrap_or_default()
    }

    /// A range of the Markdown as a place in its file.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.source.span(self.place(&range))
    }

    pub(super) fn forbidden(&self, span: Span, destination: &str, refusal: Refusal) -> Diagnostic {
        let shown = short(destination);
        let folded = destination.to_ascii_lowercase();
        let is_drive = folded.starts_with(|c: char| c.is_ascii_alphabetic())
            && folded[1..].starts_with([':', '|']);
        if refusal == Refusal::Scheme && (folded.starts_with("file:") || is_drive) {
            let message = format!(
                "This link leads to a file on a computer or in a shared folder, which browsers do \
                 not open: “{shown}”"
            );
            return Diagnostic::new(Code::ForbiddenLink, span, message).hint(OWN_DISK_HINT);
        }
        let message = match refusal {
            Refusal::Scheme => format!("A link cannot lead to “{shown}”"),
            Refusal::NoScheme => format!("The address “{shown}” has no https:// before it"),
        };
        Diagnostic::new(Code::ForbiddenLink, span, message).hint(
            "Write a file of this site, or an address that begins with https:, mailto: or tel:",
        )
    }

    /// An address that is typed nearly right.
    pub(super) fn slip(&self, span: Span, destination: &str, slip: &Slip) -> Diagnostic {
        let shown = short(destination.trim());
        match slip {
            Slip::Meant(meant) => {
                let message = format!("The address “{shown}” leads nowhere as it is typed");
                Diagnostic::new(Code::ForbiddenLink, span, message)
                    .hint(format!("Did you mean {}?", short(meant)))
            }
            Slip::Quoted(bare) => {
                let message =
                    format!("There are quotation marks around the address {}", short(bare));
                Diagnostic::new(Code::ForbiddenLink, span, message)
                    .hint(format!("Write it without them: ({})", short(bare)))
            }
            Slip::Incomplete => {
                let message = format!("The address “{shown}” is not complete");
                let hint = match shown.to_lowercase() {
                    it if it.starts_with("mailto") => {
                        "Write the whole of it: mailto:name@company.example"
                    }
                    it if it.starts_with("tel") => "Write the whole of it: tel:+4512345678",
                    _ => "Write the whole of it: https://company.example/page",
                };
                Diagnostic::new(Code::BrokenReference, span, message).hint(hint)
            }
        }
    }

    /// `[words]()`, `<img src="">`; `what` is the link or the picture.
    pub(super) fn no_address(&self, span: Span, what: &str, hint: &str) -> Diagnostic {
        let message = format!("This {what} has no address");
        Diagnostic::new(Code::BrokenReference, span, message).hint(hint)
    }

    pub(super) fn remote_image(&self, span: Span, destination: &str) -> Diagnostic {
        let message = format!("The picture “{}” is not a file of this site", short(destination));
        Diagnostic::new(Code::RemoteImage, span, message)
            .hint("Put the picture beside this file, and write its file name here")
    }

    /// `[words]: address` on a line of its own, to which no link refers.
    pub(super) fn unused_reference(&self, range: Range<usize>) -> Diagnostic {
        let line = self.text(&range).lines().next().unwrap_or_default().trim_end();
        let start = self.place(&range).start;
        let span = self.source.span(start..start + line.len());
        let message = "Readers do not see this line: it is the address of a link that is nowhere";
        let diagnostic = Diagnostic::new(Code::UnusedReference, span, message)
            .hint(format!("If it is meant for readers, write a \\ before it: \\{}", short(line)));
        match self.trust {
            Trust::Handbook => diagnostic.with_severity(Severity::Advice),
            Trust::Submitted => diagnostic,
        }
    }

    pub(super) fn missing_alt(&self, span: Span) -> Diagnostic {
        let message = "This picture has no description for people who cannot see it";
        let diagnostic = Diagnostic::new(Code::MissingAlt, span, message)
            .hint("Write what it shows, in the brackets: ![what it shows](file.jpg)");
        match self.trust {
            Trust::Handbook => diagnostic,
            Trust::Submitted => diagnostic.with_severity(Severity::Advice),
        }
    }
}

/// The text, shortened if it is long.
pub(super) fn short(text: &str) -> String {
    const MAX: usize = 60;
    let mut short: String = text.chars().take(MAX).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    super::characters::cleaned(&short).into_owned()
}
