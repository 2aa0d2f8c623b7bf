//! Letters to colleagues as pages: each letter, and the list of all of them.

pub(crate) mod contents;
pub(crate) mod mail;
mod plain_text;

use std::sync::Arc;

use serde::Serialize;

use self::contents::Letter;
use super::Page;
use super::opening::Opening;
use super::page_meta::PageMeta;
use super::scene::{Day, Face, LinkTo, Scene};
use crate::base::Diagnostic;
use crate::document::Kind;
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
    let listed = |entry: &Arc<Entry>| {
        let digest = entry.digest()?;
        Some(Listed {
            title: scene.document(entry).title().to_owned(),
            url: scene.url_of(&entry.name),
            lang: scene.document(entry).facts.language.clone(),
            summary: scene.summary(entry).map(str::to_owned),
            sent: scene.day(digest.date),
            by: digest.by.as_ref().map(|person| scene.face(&person.id)),
        })
    };
    let opening = scene.opening(Kind::Digest, 1);
    Ok(Page {
        meta: scene.list_meta(opening.as_ref(), "nav-digests", "digests"),
        crumbs: vec![scene.home(), scene.section(Section::Stories)],
        values: List {
            opening,
            letters: scene.context.letters().iter().filter_map(listed).collect(),
        },
    })
}

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let digest = entry.digest().expect("a letter's page shows a letter");
    let document = scene.document(entry);
    let letters = scene.context.letters();
    let place = letters.iter().position(|other| other.name == entry.name);
    let at = |place: Option<usize>| {
        place.and_then(|at| letters.get(at)).map(|letter| scene.link_to(letter))
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
