//! When a text may take the place of another, and nothing outside of it is other than before.

use crate::base::{Diagnostic, Severity};
use crate::data::{Entry, Node, Tree, Value};
use crate::document::markdown::LinkKind;
use crate::document::{Document, front_matter};

/// Whether `new` stands where `old` stood, says the same of itself in front matter but for what
/// only readers read, offers the same places to links and leads to the same ones: then the site,
/// its addresses and what the checks find are the same with either, but for their words.
pub(crate) fn only_words_differ(old: &Document, new: &Document) -> bool {
    old.path() == new.path()
        && (&old.name, &old.language, &old.fence) == (&new.name, &new.language, &new.fence)
        && (front_matter(old) == front_matter(new) || say_the_same(old, new))
        && offers(old).eq(offers(new))
        && old.body.anchors == new.body.anchors
        && leads_to(old).eq(leads_to(new))
        && shows(old).eq(shows(new))
}

/// The text before the body: all that a document's fields are made of.
pub(crate) fn front_matter(document: &Document) -> &str {
    let source = &document.source;
    &source.text[..front_matter::read(source, &mut vec![]).body.start]
}

/// Whether what the fields say could be read.
pub(crate) fn is_sound(document: &Document) -> bool {
    let front = front_matter(document).len();
    // A file whose fields could not be found has them nowhere, and is told so at its first line.
    let first = document.fence.start;
    let is_above = |told: &Diagnostic| {
        told.span.range.as_ref().is_none_or(|it| it.start < front || it.start == first)
    };
    !document.diagnostics.iter().any(|told| told.severity() == Severity::Error && is_above(told))
}

/// Whether all fields are the same, but for words and for where they stand.
fn say_the_same(old: &Document, new: &Document) -> bool {
    let tree = |document: &Document| front_matter::read(&document.source, &mut vec![]).tree;
    let (before, after): (Tree, Tree) = (tree(old), tree(new));
    (before.notation, before.broken) == (after.notation, after.broken)
        && are_same(
            &before.entries,
            &after.entries,
            &Below { words: new.meta.common().prose(), path: "" },
        )
        && is_sound(old) == is_sound(new)
}

/// Where in the fields a value stands: the names above it, each with a dot behind it.
struct Below<'a> {
    words: &'static [&'static str],
    path: &'a str,
}

fn are_same(old: &[Entry], new: &[Entry], below: &Below<'_>) -> bool {
    let matters = |it: &&Entry| {
        let is_meant =
            |word: &&str| word.strip_prefix(below.path).is_some_and(|rest| rest == it.key);
        !below.words.iter().any(is_meant)
    };
    let (mut old, mut new) = (old.iter().filter(matters), new.iter().filter(matters));
    let is_same = |(old, new): (&Entry, &Entry)| {
        let path = format!("{}{}.", below.path, new.key);
        old.key == new.key && says(&old.value, &new.value, &Below { path: &path, ..*below })
    };
    // `zip` would lose what one of them has more.
    loop {
        match (old.next(), new.next()) {
            (None, None) => return true,
            (Some(old), Some(new)) if is_same((old, new)) => {}
            _ => return false,
        }
    }
}

fn says(old: &Node, new: &Node, below: &Below<'_>) -> bool {
    match (&old.value, &new.value) {
        (Value::Map(old), Value::Map(new)) => are_same(old, new, below),
        (Value::List(old), Value::List(new)) => {
            let mut pairs = old.iter().zip(new);
            old.len() == new.len() && pairs.all(|(old, new)| says(old, new, below))
        }
        (old, new) => old == new,
    }
}

fn offers(document: &Document) -> impl Iterator<Item = &str> {
    document.body.headings.iter().map(|heading| heading.id.as_str())
}

fn leads_to(document: &Document) -> impl Iterator<Item = (&str, LinkKind)> {
    document.body.links.iter().map(|link| (link.destination.as_str(), link.kind))
}

fn shows(document: &Document) -> impl Iterator<Item = (&str, &str)> {
    document.body.images.iter().map(|image| (image.destination.as_str(), image.alt.as_str()))
}
