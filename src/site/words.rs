//! When a text may take the place of another, and nothing outside of it is other than before.

use crate::document::markdown::LinkKind;
use crate::document::{Document, front_matter};

/// Whether `new` stands where `old` stood, says the same of itself in front matter, offers the same
/// places to links and leads to the same ones: then the site, its addresses and what the checks
/// find are the same with either, but for their words.
pub fn only_words_differ(old: &Document, new: &Document) -> bool {
    let front = front_matter(new);
    old.path() == new.path()
        && (&old.name, &old.language, &old.fence) == (&new.name, &new.language, &new.fence)
        && front_matter(old) == front
        && offers(old).eq(offers(new))
        && old.body.anchors == new.body.anchors
        && leads_to(old).eq(leads_to(new))
        && shows(old).eq(shows(new))
}

/// The text before the body: all that a document's fields are made of.
pub fn front_matter(document: &Document) -> &str {
    let source = &document.source;
    &source.text[..front_matter::read(source, &mut vec![]).body.start]
}

fn offers(document: &Document) -> impl Iterator<Item = &str> {
    document.body.headings.iter().map(|heading| heading.id.as_str())
}

fn leads_to(document: &Document) -> impl Iterator<Item = (&str, LinkKind)> {
    document.body.links.iter().map(|link| (link.destination.as_str(), link.kind))
}

fn shows(document: &Document) -> impl Iterator<Item = &str> {
    document.body.images.iter().map(|image| image.destination.as_str())
}
