//! Quotations that begin with `[!MAY]` or one of its kin.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::walk::Placed;
use crate::base::diagnostic::nearest;

/// What an alert says about what it holds: the name in the source, the class, the title's key.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
}

/// GitHub's five, then ours.
pub(super) const KINDS: &[Kind] = &[
    Kind { name: "note", title: "alert-note" },
    Kind { name: "tip", title: "alert-tip" },
    Kind { name: "important", title: "alert-important" },
    Kind { name: "warning", title: "alert-warning" },
    Kind { name: "caution", title: "alert-caution" },
    Kind { name: "may", title: "alert-may" },
    Kind { name: "careful", title: "alert-careful" },
    Kind { name: "ask", title: "alert-ask" },
    Kind { name: "do", title: "alert-do" },
    Kind { name: "dont", title: "alert-dont" },
];

const MAX_NAME: usize = 24;

/// A marker at the beginning of a quotation.
#[derive(Debug)]
pub(super) struct Marker<'a> {
    pub(super) name: &'a str,
    /// Nothing if no kind has this name.
    pub(super) kind: Option<&'static Kind>,
    pub(super) range: Range<usize>,
}

impl Marker<'_> {
    /// The kind that was probably meant, as it is written.
    pub(super) fn nearest(&self) -> Option<String> {
        nearest(self.name, KINDS.iter().map(|kind| kind.name)).map(str::to_uppercase)
    }
}

/// The marker of the quotation that begins with event `at`.
pub(super) fn marker<'a>(text: &'a str, events: &[Placed<'_>], at: usize) -> Option<Marker<'a>> {
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

/// `[!DON'T]` is understood too.
fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '\'' | '’')
}
