//! Splits a parsed text: facts, on which others may depend, prose, which only readers see, and the
//! places of both.

use std::ops::Range;

use super::kinds::MetaProse;
use super::markdown::{Body, Heading, Html, Image, Link, OtherId, Piece, WikiLink};
use super::{facts, prose};
use crate::base::{Places, Span};

/// The facts of a text; `Facts` says what each is.
pub(super) struct BodyFacts {
    pub(super) headings: Vec<String>,
    pub(super) raw_ids: Vec<String>,
    pub(super) other_ids: Vec<OtherId>,
    pub(super) links: Vec<facts::Link>,
    pub(super) images: Vec<String>,
    pub(super) wiki_links: Vec<facts::WikiLink>,
}

/// The facts of a text, and its prose together with that of the file's fields. The places of its
/// links and pictures are written to `places`.
pub(super) fn apart(
    body: Body,
    fields: MetaProse,
    places: &mut Places,
) -> (BodyFacts, prose::Prose) {
    places.links = body.links.iter().map(|link| range(&link.span)).collect();
    places.images = body.images.iter().map(|image| range(&image.span)).collect();
    places.wiki_links = body.wiki_links.iter().map(|link| range(&link.span)).collect();
    let wiki_link = |it: WikiLink| facts::WikiLink {
        typed: it.typed,
        destination: it.destination,
        words: it.words,
    };
    let link = |it: Link| facts::Link { destination: it.destination, kind: it.kind };
    let heading = |it: Heading| (it.id, prose::Heading { level: it.level, text: it.text });
    let image = |Image { destination, alt, title, alone, .. }: Image| {
        (destination, prose::Image { alt, title, alone })
    };
    let (ids, headings) = body.headings.into_iter().map(heading).unzip();
    let (destinations, images) = body.images.into_iter().map(image).unzip();
    let facts = BodyFacts {
        headings: ids,
        raw_ids: body.raw_ids,
        other_ids: body.other_ids,
        links: body.links.into_iter().map(link).collect(),
        images: destinations,
        wiki_links: body.wiki_links.into_iter().map(wiki_link).collect(),
    };
    let Body { words, excerpt, .. } = body;
    let (html, lead) = (exact(body.html), lead(&body.text).into());
    (facts, prose::Prose { fields, html, headings, images, lead, words, excerpt })
}

/// Copies the HTML without spare capacity, because all texts of a large site are kept in memory.
fn exact(html: Html) -> Html {
    let exact = |piece: Piece| match piece {
        // This copies, because most allocators do not release memory when a block is made a little
        // shorter.
        Piece::Raw(html) => Piece::Raw(html.as_str().to_owned()),
        other => other,
    };
    Html(html.0.into_iter().map(exact).collect())
}

/// More than a card shows: a sentence of 400 bytes, and 1,200 bytes after it (`src/views/card.rs`).
/// Blanks are not counted, because a card shows a single one for many.
const LEAD: usize = 1_700;

fn lead(text: &str) -> &str {
    let mut counted = 0;
    for (at, c) in text.char_indices() {
        counted += if c.is_whitespace() { 0 } else { c.len_utf8() };
        if counted > LEAD {
            return &text[..at];
        }
    }
    text
}

fn range(span: &Span) -> Range<usize> {
    span.range.clone().unwrap_or_default()
}
