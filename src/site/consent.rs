//! Who agreed to be named and shown: on the day of the build, to the readers of the build.
//!
//! A no in the person's own file wins over everything that other files say. A picture that somebody
//! says no to is taken down on every page. A picture for which somebody was not asked is not shown
//! either, and if a story that is shown says that it shows this person, that is an error.

use std::collections::{BTreeMap, HashMap};

use super::{BuildAudience, BuildOptions, Hidden, Site};
use crate::base::{Date, Hash, SourcePath};
use crate::document::kinds::person::{PersonStatus, Scope};
use crate::document::kinds::story::Audience;
use crate::document::kinds::{Person, Story};
use crate::document::{Facts, Kind};

/// What somebody says to being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Yes,
    /// Never, not in this story, no longer, or not any more since a day.
    No,
    /// Nobody noted an answer for these readers.
    Unasked,
}

/// Why readers may not see a picture; the stronger reason last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unseen {
    /// It is for other readers, or somebody in it was not asked yet.
    Withheld,
    /// Somebody in it does not want to be seen.
    TakenDown,
}

/// How a consent came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConsentEnd {
    /// They said so.
    TakenBack,
    /// This was its last day; nobody asked them since.
    Lapsed(Date),
}

/// How the person's consent to be named ended, if it is over on the day of the build. A day of
/// withdrawal in the future is nearly always a slip, and the safe reading is that it holds already.
pub(crate) fn over(person: &Person, options: &BuildOptions) -> Option<ConsentEnd> {
    let consent = person.consent.as_ref();
    let is_taken_back = person.status == Some(PersonStatus::Withdrawn)
        || consent
            .is_some_and(|consent| consent.name == Some(false) || consent.withdrawn.is_some());
    if is_taken_back {
        return Some(ConsentEnd::TakenBack);
    }
    let last = consent.and_then(|consent| consent.until).filter(|day| *day < options.today);
    last.map(ConsentEnd::Lapsed)
}

/// Whether the person's consent to be named is over on the day of the build.
pub(crate) fn has_withdrawn(person: &Person, options: &BuildOptions) -> bool {
    over(person, options).is_some()
}

/// Whether this person's file has an error among its fields, or cannot be used: what they agreed to
/// may not be known then. It is told there, and not at every place that follows from it.
pub(crate) fn is_unclear(site: &Site, id: &str) -> bool {
    let name = format!("people/{id}");
    site.is_flawed(&name) || site.original(&name).is_some_and(|known| !known.is_sound)
}

/// Whether the name of somebody may stand on a page: not that of somebody who withdrew consent, and
/// in a public build of nobody who is not shown. `id` is the name of a person's file, without ending.
pub(crate) fn may_be_named(site: &Site, id: &str) -> bool {
    match site.hidden.get(&format!("people/{id}")) {
        Some(Hidden::Withdrawn) => false,
        Some(_) => !site.is_public(),
        None => true,
    }
}

/// What the person's own file says to being shown in pictures.
pub(crate) fn answer(person: &Person, options: &BuildOptions) -> Answer {
    if has_withdrawn(person, options) {
        return Answer::No;
    }
    match person.consent.as_ref().and_then(|consent| consent.photo) {
        Some(false) => Answer::No,
        Some(true) if !has_begun(person, options) => Answer::Unasked,
        Some(true)
            if options.audience == BuildAudience::Internal || agreed_to_all(person, options) =>
        {
            Answer::Yes
        }
        Some(true) | None => Answer::Unasked,
    }
}

/// What somebody says to the photos of one story: their own file first; where that says nothing
/// about pictures, a yes that the story notes, with its day, for the readers that the story has.
pub(crate) fn answer_in(site: &Site, story: &Story, id: &str) -> Answer {
    let known = person(site, id);
    let own = known.map_or(Answer::Unasked, |known| answer(known, &site.options));
    let is_silent =
        known.is_none_or(|known| known.consent.as_ref().is_none_or(|it| it.photo.is_none()));
    let noted = story.people.iter().find(|it| it.id.as_ref().is_some_and(|it| it.id == id));
    match (own, noted) {
        (Answer::No, _) => Answer::No,
        (_, Some(noted)) if noted.photo == Some(false) => Answer::No,
        (Answer::Unasked, Some(noted)) if noted.photo == Some(true) && is_silent => {
            let reaches = site.options.audience == BuildAudience::Internal
                || story.audience == Some(Audience::Public);
            let asked = noted.asked.is_some_and(|day| day <= site.options.today);
            if asked && reaches { Answer::Yes } else { Answer::Unasked }
        }
        (own, _) => own,
    }
}

/// Whether the day has come on which the person agrees: a yes counts from that day on.
fn has_begun(person: &Person, options: &BuildOptions) -> bool {
    begins(person, options).is_none()
}

/// The day from which on the person agrees, if that is still to come.
pub(crate) fn begins(person: &Person, options: &BuildOptions) -> Option<Date> {
    person.consent.as_ref()?.given.filter(|day| *day > options.today)
}

/// Whether the person wants the name seen by everybody.
pub(crate) fn agreed_to_all(person: &Person, options: &BuildOptions) -> bool {
    let consent = person.consent.as_ref().filter(|_| has_begun(person, options));
    consent
        .is_some_and(|consent| consent.name == Some(true) && consent.scope == Some(Scope::Public))
}

/// The pictures that readers may not see. What front matter says of a file holds for every text
/// that shows the file, and for every copy of it; and so does a description that names somebody who
/// no longer agrees. A copy is a file with the same bytes, or with the
/// same pixels; `pixels` gives the hash of the pixels by the hash of the file, as far as it is
/// known.
pub(crate) fn unseen(site: &Site, pixels: &HashMap<Hash, Hash>) -> BTreeMap<SourcePath, Unseen> {
    let mut said = Said { site, pixels, by_picture: BTreeMap::new() };
    for document in site.facts.values() {
        let here = &document.path;
        if let Some(story) = document.meta.story() {
            said.note_story(document, story);
        }
        if let Some(person) = document.meta.person() {
            let portrait = person.photo.as_ref().and_then(|photo| here.join(&photo.id));
            if let Some(path) = portrait {
                let id = document.name.trim_start_matches("people/");
                said.note(&path, id, answer(person, &site.options));
            }
        }
    }
    for pictured in site.pictured.values().flatten().filter(|it| it.is_left_out()) {
        said.note(&pictured.path, &pictured.id, Answer::No);
    }
    said.unseen()
}

/// What everybody says to each picture, wherever it was noted; copies of a picture are one.
struct Said<'a> {
    site: &'a Site,
    pixels: &'a HashMap<Hash, Hash>,
    by_picture: BTreeMap<PictureIdentity, BTreeMap<String, Answer>>,
}

/// A picture by its pixels; by its bytes where its pixels are not known; by its path where it is
/// not among the usable files of the project.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum PictureIdentity {
    Pixels(Hash),
    Bytes(Hash),
    Path(SourcePath),
}

impl Said<'_> {
    fn which(&self, path: &SourcePath) -> PictureIdentity {
        match self.site.media.get(path) {
            Some(medium) => match self.pixels.get(&medium.hash()) {
                Some(pixels) => PictureIdentity::Pixels(*pixels),
                None => PictureIdentity::Bytes(medium.hash()),
            },
            None => PictureIdentity::Path(path.clone()),
        }
    }

    /// What a story says of its photos.
    fn note_story(&mut self, document: &Facts, story: &Story) {
        let site = self.site;
        // The text is not shown yet, so there is still time to ask this person.
        let waits = matches!(
            site.hidden.get(&document.name),
            Some(Hidden::Draft | Hidden::Paused | Hidden::Future)
        );
        for photo in &story.photos {
            let Some(path) = document.path.join(&photo.file.id) else { continue };
            for id in &photo.shows {
                let answer = answer_in(site, story, &id.id);
                if answer != Answer::Unasked || !waits {
                    self.note(&path, &id.id, answer);
                }
            }
            // Pictures of people who are not named are not shown outside the company.
            let nameless = photo.faces == Some(true) && photo.shows.is_empty();
            if nameless && site.is_public() {
                self.note(&path, "", Answer::Unasked);
            }
        }
    }

    /// A no counts more than a yes, and a yes counts more than no answer.
    fn note(&mut self, path: &SourcePath, id: &str, answer: Answer) {
        let which = self.which(path);
        let people = self.by_picture.entry(which).or_default();
        let known = people.entry(id.to_owned()).or_insert(answer);
        *known = match (*known, answer) {
            (Answer::No, _) | (_, Answer::No) => Answer::No,
            (Answer::Yes, _) | (_, Answer::Yes) => Answer::Yes,
            (Answer::Unasked, Answer::Unasked) => Answer::Unasked,
        };
    }

    fn unseen(&self) -> BTreeMap<SourcePath, Unseen> {
        let worst: BTreeMap<&PictureIdentity, Unseen> = self
            .by_picture
            .iter()
            .filter_map(|(which, people)| {
                let whys = people.values().filter_map(|answer| match answer {
                    Answer::Yes => None,
                    Answer::No => Some(Unseen::TakenDown),
                    Answer::Unasked => Some(Unseen::Withheld),
                });
                Some((which, whys.max()?))
            })
            .collect();
        if worst.is_empty() {
            return BTreeMap::new();
        }
        let of = |path: &SourcePath| Some((path.clone(), *worst.get(&self.which(path))?));
        self.site.media.keys().filter_map(of).collect()
    }
}

/// The ids of people by their names in small letters, shown or not, where only one has the name. One
/// word alone may be the name of anybody.
pub(crate) fn by_only_name(site: &Site) -> HashMap<String, &str> {
    let mut all: HashMap<String, Option<&str>> = HashMap::new();
    for text in site.originals(Kind::Person) {
        let Some(person) = text.meta.person() else { continue };
        let name = person.name.trim().to_lowercase();
        all.entry(name).and_modify(|known| *known = None).or_insert(Some(text.id()));
    }
    let only = |(name, id): (String, Option<_>)| Some((name, id?));
    all.into_iter().filter(|(name, _)| name.contains(' ')).filter_map(only).collect()
}

/// A person's file, shown or not.
pub(crate) fn person<'a>(site: &'a Site, id: &str) -> Option<&'a Person> {
    site.original(&format!("people/{id}"))?.meta.person()
}
