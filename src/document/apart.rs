//! A text taken apart: what others may depend on, what only readers read, and where both stand.

use std::ops::Range;

use super::kinds::MetaProse;
use super::markdown::{Body, Heading, Image, Link};
use super::{facts, prose};
use crate::base::{Places, Span};

/// The facts of a text; `Facts` says what each is.
pub(super) struct BodyFacts {
    pub(super) headings: Vec<String>,
    pub(super) raw_ids: Vec<String>,
    pub(super) links: Vec<facts::Link>,
    pub(super) images: Vec<String>,
}

/// The facts of a text, and its prose with that of the file's fields. Where its links and pictures
/// stand goes to `places`.
pub(super) fn apart(
    body: Body,
    fields: MetaProse,
    places: &mut Places,
) -> (BodyFacts, prose::Prose) {
    places.links = body.links.iter().map(|link| range(&link.span)).collect();
    places.images = body.images.iter().map(|image| range(&image.span)).collect();
    let link = |it: Link| facts::Link { destination: it.destination, kind: it.kind };
    let heading = |it: Heading| (it.id, prose::Heading { level: it.level, text: it.text });
    let image = |Image { destination, alt, title, alone, .. }: Image| {
        (destination, prose::Image { alt, title, alone })
    };
    let (ids, headings) = body.headings.into_iter().map(heading).unzip();
    let (destinations, images) = body.images.into_iter().map(image).unzip();
    let facts = BodyFacts {
        headings: ids,
        raw_ids: body.anchors,
        links: body.links.into_iter().map(link).collect(),
        images: destinations,
    };
    let Body { html, text, words, excerpt, .. } = body;
    (facts, prose::Prose { fields, html, headings, images, text, words, excerpt })
}

fn range(span: &Span) -> Range<usize> {
    span.range.clone().unwrap_or_default()
}
