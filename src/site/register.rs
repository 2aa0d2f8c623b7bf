//! The register of consent: who agreed to what until when, and where they are named and shown.

use std::collections::BTreeMap;

use super::consent::{Answer, answer, answer_in, has_withdrawn};
use super::visibility::named;
use super::{Site, Unseen};
use crate::base::{Date, SourcePath};
use crate::document::Kind;

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) id: String,
    pub(crate) name: String,
    /// What they say to being named, and to being shown, to this build's readers.
    pub(crate) may_be_named: bool,
    pub(crate) pictures: Answer,
    pub(crate) given: Option<Date>,
    /// The last day of their consent, if it has one.
    pub(crate) until: Option<Date>,
    /// Where the agreement is kept.
    pub(crate) reference: Option<String>,
    pub(crate) photos: Vec<PhotoOf>,
    /// The stories that name them, and those that they tell, by name; shown or not.
    pub(crate) named_in: Vec<String>,
    pub(crate) tells: Vec<String>,
}

/// A photo that shows somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PhotoOf {
    pub(crate) path: SourcePath,
    /// The text whose fields or descriptions say so, by name; the person's own for a portrait.
    pub(crate) text: String,
    /// What they say to this one.
    pub(crate) answer: Answer,
    /// Why readers may not see it; the reason may be another person in the photo.
    pub(crate) unseen: Option<Unseen>,
}

/// Everybody who has a file, in the order of their ids.
pub(crate) fn register(site: &Site) -> Vec<Record> {
    let mut records = BTreeMap::new();
    for document in site.originals(Kind::Person) {
        let Some(person) = document.meta.person() else { continue };
        let id = document.name.trim_start_matches("people/").to_owned();
        let consent = person.consent.as_ref();
        let mut record = Record {
            id: id.clone(),
            name: person.name.clone(),
            may_be_named: !has_withdrawn(person, &site.options),
            pictures: answer(person, &site.options),
            given: consent.and_then(|consent| consent.given),
            until: consent.and_then(|consent| consent.until),
            reference: consent.and_then(|consent| consent.r#ref.clone()),
            photos: vec![],
            named_in: vec![],
            tells: vec![],
        };
        let portrait = person.photo.as_ref().and_then(|it| document.path.join(&it.id));
        if let Some(path) = portrait {
            let (answer, text) = (record.pictures, document.name.clone());
            let unseen = site.unseen.get(&path).copied();
            record.photos.push(PhotoOf { path, text, answer, unseen });
        }
        records.insert(id, record);
    }
    for document in site.originals(Kind::Story) {
        let Some(story) = document.meta.story() else { continue };
        let text = || document.name.to_string();
        for author in story.tellers() {
            if let Some(record) = records.get_mut(&author.id) {
                record.tells.push(text());
            }
        }
        for id in named(story) {
            if let Some(record) = records.get_mut(id) {
                record.named_in.push(text());
            }
        }
        for photo in &story.photos {
            let Some(path) = document.path.join(&photo.file.id) else { continue };
            for id in &photo.shows {
                let Some(record) = records.get_mut(&id.id) else { continue };
                let answer = answer_in(site, story, &id.id);
                let unseen = site.unseen.get(&path).copied();
                record.photos.push(PhotoOf { path: path.clone(), text: text(), answer, unseen });
            }
        }
    }
    for (path, pictured) in site.pictured.iter() {
        let Some(document) = site.facts.get(path) else { continue };
        for it in pictured.iter().filter(|it| it.is_left_out()) {
            let Some(record) = records.get_mut(&it.id) else { continue };
            let (path, text) = (it.path.clone(), document.name.clone());
            let unseen = site.unseen.get(&path).copied();
            record.photos.push(PhotoOf { path, text, answer: Answer::No, unseen });
        }
    }
    records.into_values().collect()
}

/// What ends next: the days on which a consent that still holds ends, the nearest first.
pub(crate) fn lapsing(records: &[Record]) -> Vec<(Date, &Record)> {
    let holding = records.iter().filter(|record| record.may_be_named);
    let mut lapsing: Vec<(Date, &Record)> =
        holding.filter_map(|record| Some((record.until?, record))).collect();
    lapsing.sort_by(|(one, a), (other, b)| (one, &a.id).cmp(&(other, &b.id)));
    lapsing
}
