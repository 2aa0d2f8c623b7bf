//! Who agreed to be named and shown: on the day of the build, to the readers of the build.
//!
//! The person's own file wins over everything. What it says no to, or no longer says yes to, is
//! taken down wherever it stands; what nobody was asked about is an error before it is published.

use std::collections::BTreeMap;

use super::{BuildAudience, Media, Settings, Site};
use crate::base::{Hash, SourcePath};
use crate::document::Meta;
use crate::document::kinds::person::{PersonStatus, Scope};
use crate::document::kinds::story::Photo;
use crate::document::kinds::{Person, Story};

/// What somebody says to being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    /// Never, not in this story, no longer, or not any more since a day.
    No,
    /// Nobody noted an answer for these readers.
    Unasked,
}

/// Why readers may not see a picture; the stronger reason last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unseen {
    /// It is for other readers, or somebody in it was not asked yet.
    Withheld,
    /// Somebody in it does not want to be seen.
    TakenDown,
}

/// Whether the person's consent to be named is over on the day of the build.
pub fn has_withdrawn(person: &Person, settings: &Settings) -> bool {
    let consent = person.consent.as_ref();
    person.status == Some(PersonStatus::Withdrawn)
        || consent.is_some_and(|consent| {
            consent.name == Some(false)
                || consent.withdrawn.is_some_and(|day| day <= settings.today)
                || consent.until.is_some_and(|day| day < settings.today)
        })
}

/// What the person's own file says to being shown in pictures.
pub fn answer(person: &Person, settings: &Settings) -> Answer {
    if has_withdrawn(person, settings) {
        return Answer::No;
    }
    match person.consent.as_ref().and_then(|consent| consent.photo) {
        Some(false) => Answer::No,
        Some(true) if settings.audience == BuildAudience::Internal || agreed_to_all(person) => {
            Answer::Yes
        }
        Some(true) | None => Answer::Unasked,
    }
}

/// Whether pictures of the person may be shown in this build.
pub fn may_be_pictured(person: &Person, settings: &Settings) -> bool {
    answer(person, settings) == Answer::Yes
}

/// What somebody says to the photos of one story: their own file first; where that says nothing, a
/// yes that the story notes, with its day.
pub fn answer_in(site: &Site, story: &Story, id: &str) -> Answer {
    let own = person(site, id).map_or(Answer::Unasked, |known| answer(known, &site.settings));
    let noted = story.people.iter().find(|it| it.id.as_ref().is_some_and(|it| it.id == id));
    match (own, noted) {
        (Answer::No, _) => Answer::No,
        (_, Some(noted)) if noted.photo == Some(false) => Answer::No,
        (Answer::Unasked, Some(noted)) if noted.photo == Some(true) => {
            let asked = noted.asked.is_some_and(|day| day <= site.settings.today);
            if asked { Answer::Yes } else { Answer::Unasked }
        }
        (own, _) => own,
    }
}

/// Whether the person wants the name seen by everybody.
pub fn agreed_to_all(person: &Person) -> bool {
    let consent = person.consent.as_ref();
    consent
        .is_some_and(|consent| consent.name == Some(true) && consent.scope == Some(Scope::Public))
}

/// The pictures that readers may not see: what front matter says of a file holds for every text
/// that shows it, and for every copy of it under another name.
pub fn unseen(site: &Site) -> BTreeMap<SourcePath, Unseen> {
    let mut unseen = BTreeMap::new();
    for document in site.documents.values() {
        let here = &document.source.path;
        match &document.meta {
            Meta::Story(story) => {
                for photo in &story.photos {
                    hide(&mut unseen, here.join(&photo.file.id), unseen_in(site, story, photo));
                }
            }
            Meta::Person(person) => {
                let why = match answer(person, &site.settings) {
                    Answer::Yes => None,
                    Answer::No => Some(Unseen::TakenDown),
                    Answer::Unasked => Some(Unseen::Withheld),
                };
                let portrait = person.photo.as_ref();
                hide(&mut unseen, portrait.and_then(|photo| here.join(&photo.id)), why);
            }
            _ => {}
        }
    }
    let mut hashes: BTreeMap<Hash, Unseen> = BTreeMap::new();
    for (path, why) in &unseen {
        if let Some(Media::Picture(picture)) = site.media.get(path) {
            let known = hashes.entry(picture.hash).or_insert(*why);
            *known = (*known).max(*why);
        }
    }
    if !hashes.is_empty() {
        for (path, medium) in site.media.iter() {
            let Media::Picture(picture) = medium else { continue };
            hide(&mut unseen, Some(path.clone()), hashes.get(&picture.hash).copied());
        }
    }
    unseen
}

fn hide(unseen: &mut BTreeMap<SourcePath, Unseen>, path: Option<SourcePath>, why: Option<Unseen>) {
    if let (Some(path), Some(why)) = (path, why) {
        let known = unseen.entry(path).or_insert(why);
        *known = (*known).max(why);
    }
}

/// Why a story's photo may not be seen; faces that nobody names stay inside.
fn unseen_in(site: &Site, story: &Story, photo: &Photo) -> Option<Unseen> {
    let answers = photo.shows.iter().map(|id| answer_in(site, story, &id.id));
    let worst = answers.filter_map(|answer| match answer {
        Answer::Yes => None,
        Answer::No => Some(Unseen::TakenDown),
        Answer::Unasked => Some(Unseen::Withheld),
    });
    let nameless = photo.faces == Some(true)
        && photo.shows.is_empty()
        && site.settings.audience == BuildAudience::Public;
    worst.max().or(nameless.then_some(Unseen::Withheld))
}

/// A person's file, shown or not.
pub fn person<'a>(site: &'a Site, id: &str) -> Option<&'a Person> {
    let path = SourcePath::new(&format!("content/people/{id}.md"))?;
    match &site.documents.get(&path)?.meta {
        Meta::Person(person) => Some(person),
        _ => None,
    }
}
