//! The register of consent and its preview, as programs read them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Places, Preview, Register, word};
use crate::base::{SourcePath, UrlPath};
use crate::site::register::{PhotoOf, lapsing};

impl Register {
    /// For programs: people with their photos and pages.
    pub(crate) fn to_json(&self) -> String {
        let photo = |photo: &PhotoOf| {
            let pages = self.pages.get(&photo.path);
            let pages: Vec<&str> = pages.into_iter().flatten().map(UrlPath::as_str).collect();
            json!({
                "file": photo.path.as_str(),
                "text": photo.text,
                "answer": word(photo.answer),
                "shown": photo.unseen.is_none(),
                "pages": pages,
            })
        };
        let people = self.records.iter().map(|record| {
            let photos: Vec<Value> = record.photos.iter().map(photo).collect();
            json!({
                "id": record.id,
                "name": record.name,
                "may_be_named": record.may_be_named,
                "pictures": word(record.pictures),
                "given": record.given.map(|day| day.to_string()),
                "until": record.until.map(|day| day.to_string()),
                "reference": record.reference,
                "photos": photos,
                "named_in": record.named_in,
                "tells": record.tells,
            })
        });
        let lapsing = lapsing(&self.records).into_iter();
        let lapsing: Vec<Value> = lapsing
            .map(|(day, record)| json!({ "day": day.to_string(), "id": record.id }))
            .collect();
        let people: Vec<Value> = people.collect();
        format!("{:#}", json!({ "people": people, "lapsing": lapsing }))
    }
}

impl Preview {
    /// For programs: every address.
    pub(crate) fn to_json(&self) -> String {
        let words = |addresses: &[UrlPath]| {
            addresses.iter().map(|it| it.as_str().to_owned()).collect::<Vec<_>>()
        };
        let photos = self.photos.iter().map(|(path, pages)| {
            let pages: Vec<&str> = pages.iter().map(UrlPath::as_str).collect();
            json!({ "file": path.as_str(), "pages": pages })
        });
        let photos: Vec<Value> = photos.collect();
        let places = |all: &Places| {
            let place = |(path, lines): (&SourcePath, &BTreeSet<Option<usize>>)| {
                let (its_name, lines) = (lines.contains(&None), lines.iter().flatten());
                json!({
                    "file": path.as_str(),
                    "its_name": its_name,
                    "lines": lines.collect::<Vec<_>>(),
                })
            };
            all.iter().map(place).collect::<Vec<Value>>()
        };
        let tasks: Vec<&str> = self.tasks.iter().map(SourcePath::as_str).collect();
        format!(
            "{:#}",
            json!({
                "id": self.record.id,
                "name": self.record.name,
                "has_errors": self.has_errors,
                "photos": photos,
                "stories": self.stories,
                "tasks": tasks,
                "addresses": places(&self.addresses),
                "words": places(&self.words),
                "look_yourself": self.unread.iter().map(SourcePath::as_str).collect::<Vec<_>>(),
                "gone": words(&self.difference.gone),
                "changed": words(&self.difference.changed),
                "new": words(&self.difference.new),
            })
        )
    }
}
