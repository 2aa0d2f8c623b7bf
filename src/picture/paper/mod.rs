//! Documents (PDF, Office, archives): what they reveal besides their text. They are published
//! unchanged, because rewriting one would break its signature or its layout; so the author is
//! warned.

mod archive;
mod pdf;
mod words;
mod written;

pub(crate) use words::{Searched, searched, words_of};

use super::notes;
use super::offer::{Kind, Offer};
use crate::base::{Flaw, Tells};

const DAMAGED: Flaw = Flaw::OtherKind {
    is: Some("an archive without a list of its files"),
    remedy: "Copy it again, or make the archive again",
};

const PART_OF_PAGE: Flaw = Flaw::OtherKind {
    is: Some("a text that begins like a web page, with tags between < and >"),
    remedy: "Remove the tags, such as <script>, at its beginning, or save it as a PDF",
};

/// What the document reveals; a flaw if its content is not what its ending says.
pub fn look_into(offer: &Offer, bytes: &[u8]) -> Result<Tells, Flaw> {
    if !offer.fits(bytes) {
        return Err(super::other_kind(bytes));
    }
    if matches!(offer.kind, Kind::Text(_) | Kind::Rtf | Kind::Pdf) && begins_like_page(bytes) {
        return Err(PART_OF_PAGE);
    }
    Ok(match offer.kind {
        Kind::Pdf => notes::find(bytes).and(pdf::look_into(bytes)),
        Kind::Office | Kind::Named | Kind::Zip => {
            if !archive::is_whole(bytes) {
                return Err(DAMAGED);
            }
            if !archive::is(offer, bytes) {
                return Err(super::other_kind(bytes));
            }
            // Between the entries something may stand that the list does not name.
            notes::find(bytes).and(archive::look_into(bytes))
        }
        Kind::Rtf | Kind::Text(_) => written::look_into(bytes),
        _ => notes::find(bytes),
    })
}

/// Whether a tag stands at its beginning that makes some programs take it for a page. Calendars of
/// Outlook hold each of their texts as a page too, behind a name of its own.
fn begins_like_page(bytes: &[u8]) -> bool {
    const BEGINNING: usize = 1024;
    const TAGS: [&[u8]; 7] =
        [b"<script", b"<html", b"<svg", b"<!doctype", b"<iframe", b"<object", b"<embed"];
    let near = bytes[..bytes.len().min(BEGINNING)].to_ascii_lowercase();
    let end = notes::position(&near, b"x-alt-desc").unwrap_or(near.len());
    TAGS.iter().any(|tag| notes::holds(&near[..end], tag))
}

/// Whether an element of this name holds words, however deep they lie in it.
fn has_words(xml: &[u8], element: &str) -> bool {
    const LONGEST: usize = 4000;
    const MOST: usize = 1000;
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut rest = xml;
    for _ in 0..MOST {
        let Some(at) = notes::position(rest, open.as_bytes()) else { break };
        rest = &rest[at + open.len()..];
        // What begins so may have a longer name.
        let is_whole = matches!(rest.first(), Some(b'>' | b' ' | b'\n' | b'\r' | b'\t'));
        let near = &rest[..rest.len().min(LONGEST)];
        let end = notes::position(near, close.as_bytes());
        if is_whole && end.is_some_and(|end| is_worded(&near[..end])) {
            return true;
        }
    }
    false
}

/// Whether there is a word outside of tags, the first of which has begun already.
fn is_worded(xml: &[u8]) -> bool {
    let mut is_tag = true;
    xml.iter().any(|byte| {
        match byte {
            b'<' => is_tag = true,
            b'>' => is_tag = false,
            byte => return !is_tag && !byte.is_ascii_whitespace(),
        }
        false
    })
}
