//! Letters to colleagues as pages: each letter, and the list of all of them.

pub(crate) mod contents;
pub(crate) mod mail;
mod plain_text;

use serde::Serialize;

use self::contents::Letter;
use super::Page;
use super::opening::Opening;
use super::page_meta::PageMeta;
use super::scene::{Day, Face, LinkTo, Scene};
use crate::base::Diagnostic;
use crate::document::Kind;
use crate::document::kinds::Digest;
use crate::document::kinds::table::Section;
use crate::site::Entry;

/// What the template `digests.html` is given.
#[derive(Serialize)]
pub(crate) struct List {
    opening: Option<Opening>,
    letters: Vec<Listed>,
}

/// A letter in the list of letters.
#[derive(Serialize)]
struct Listed {
    title: String,
    url: String,
    lang: String,
    summary: Option<String>,
    sent: Day,
    by: Option<Face>,
}

/// What the template `digest.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    letter: Letter,
    /// HTML: its introduction.
    html: String,
    newer: Option<LinkTo>,
    older: Option<LinkTo>,
}

pub(crate) fn list(scene: &Scene<'_>, _: usize) -> Result<Page<List>, Diagnostic> {
    let listed = |(entry, digest): (&Entry, &Digest)| Listed {
        title: scene.document(entry).title().to_owned(),
        url: scene.url_of(&entry.name),
        lang: scene.document(entry).facts.language.clone(),
        summary: scene.summary(entry).map(str::to_owned),
        sent: scene.day(digest.date),
        by: digest.by.as_ref().map(|person| scene.face(&person.id)),
    };
    let opening = scene.opening(Kind::Digest, 1);
    Ok(Page {
        meta: scene.list_meta(opening.as_ref(), "nav-digests", "digests"),
        crumbs: vec![scene.home(), scene.section(Section::Stories)],
        values: List { opening, letters: sorted(scene).into_iter().map(listed).collect() },
    })
}

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let digest = entry.digest().expect("a letter's page shows a letter");
    let document = scene.document(entry);
    let letters = sorted(scene);
    let place = letters.iter().position(|(other, _)| other.name == entry.name);
    let at = |place: Option<usize>| {
        place.and_then(|at| letters.get(at)).map(|(letter, _)| scene.link_to(letter))
    };
    let list = scene.list_of(Kind::Digest);
    Ok(Page {
        meta: PageMeta {
            kind: "digest",
            description: scene.summary(entry).map(str::to_owned),
            ..scene.meta_of(entry)
        },
        crumbs: vec![scene.home(), scene.section(Section::Stories)]
            .into_iter()
            .chain(list)
            .collect(),
        values: Values {
            letter: contents::of_entry(scene, entry, digest),
            html: scene.html(document),
            newer: at(place.and_then(|place| place.checked_sub(1))),
            older: at(place.map(|place| place + 1)),
        },
    })
}

/// The letters of the site, newest first.
pub(super) fn sorted<'a>(scene: &Scene<'a>) -> Vec<(&'a Entry, &'a Digest)> {
    let letters = scene.site.of_kind(Kind::Digest);
    let mut letters: Vec<(&Entry, &Digest)> =
        letters.filter_map(|entry| Some((&**entry, entry.digest()?))).collect();
    letters.sort_by_key(|(_, digest)| std::cmp::Reverse(digest.date));
    letters
}
