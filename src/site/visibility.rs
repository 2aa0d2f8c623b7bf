//! Who may see what: drafts, stories with a date in the future, audiences, withdrawn consent.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::consent::{agreed_to_all, has_withdrawn};
use super::entry::{Entry, Group, of_kind};
use super::{BuildAudience, BuildOptions};
use crate::document::Kind;
use crate::document::kinds::person::PersonStatus;
use crate::document::kinds::story::{Audience, Status};
use crate::document::kinds::table::Public;
use crate::document::kinds::{Person, Story};

/// Why a text that is there is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hidden {
    Draft,
    Paused,
    /// Its date is after the day of the build.
    Future,
    /// The build is for readers it was not written for.
    Internal,
    /// Its author, or the person it is about, has taken consent back, or it has lapsed.
    Withdrawn,
    /// It names somebody who does not want to be named, or no longer.
    Names,
    /// The author agreed to be seen by colleagues, not by everybody.
    ConsentInternal,
}

/// Separates what readers may see from what they may not see.
pub(crate) fn partition(
    mut all: Group,
    options: &BuildOptions,
) -> (Group, BTreeMap<String, Hidden>) {
    let mut hidden = BTreeMap::new();
    let people: People<'_> = of_kind(&all, Kind::Person)
        .filter_map(|entry| Some((entry.id(), entry.person()?)))
        .collect();
    let reason = |entry: &Arc<Entry>| Some((entry.name.clone(), reason(entry, &people, options)?));
    hidden.par_extend(all.par_iter().filter_map(|(_, entry)| reason(entry)));
    if options.audience == BuildAudience::Public {
        hide_lonely_themes(&all, &mut hidden);
    }
    all.retain(|name, _| !hidden.contains_key(&**name));
    (all, hidden)
}

/// Everybody by their id, shown or not.
type People<'a> = HashMap<&'a str, &'a Person>;

fn reason(entry: &Entry, people: &People<'_>, options: &BuildOptions) -> Option<Hidden> {
    if let Some(story) = entry.story() {
        return story_reason(story, people, options);
    }
    if let Some(person) = entry.person() {
        return person_reason(person, options);
    }
    if entry.original.meta.common().is_draft() && !options.drafts {
        return Some(Hidden::Draft);
    }
    // A letter is there from the day on which it is sent.
    if entry.digest().is_some_and(|letter| letter.date > options.today) && !options.drafts {
        return Some(Hidden::Future);
    }
    let is_public = match entry.original.kind.row().public {
        Public::Never => false,
        Public::Always => true,
        // Consent is checked here for talks only: texts of any other kind with `ByConsent` are
        // never public.
        Public::ByConsent => entry.talk().is_some_and(|talk| {
            talk.speakers.iter().all(|speaker| is_public_person(&speaker.id, people, options))
        }),
    };
    (!is_public && options.audience == BuildAudience::Public).then_some(Hidden::Internal)
}

fn story_reason(story: &Story, people: &People<'_>, options: &BuildOptions) -> Option<Hidden> {
    match story.status.unwrap_or_default() {
        Status::Draft if !options.drafts => return Some(Hidden::Draft),
        Status::Paused => return Some(Hidden::Paused),
        Status::Draft | Status::Published | Status::Archived => {}
    }
    if story.date.is_some_and(|date| date > options.today) && !options.drafts {
        return Some(Hidden::Future);
    }
    let authors = || story.tellers().iter().filter_map(|author| people.get(author.id.as_str()));
    if authors().any(|author| has_withdrawn(author, options)) {
        return Some(Hidden::Withdrawn);
    }
    if named(story).any(|id| people.get(id).is_some_and(|it| has_withdrawn(it, options))) {
        return Some(Hidden::Names);
    }
    if options.audience == BuildAudience::Public {
        if story.audience.unwrap_or_default() != Audience::Public {
            return Some(Hidden::Internal);
        }
        if story.tellers().iter().any(|author| !is_public_person(&author.id, people, options)) {
            return Some(Hidden::ConsentInternal);
        }
    }
    None
}

/// The people whom the story names, by their ids.
pub(crate) fn named(story: &Story) -> impl Iterator<Item = &str> {
    let named = story.people.iter().filter(|involved| involved.named != Some(false));
    named.filter_map(|involved| Some(involved.id.as_ref()?.id.as_str()))
}

fn person_reason(person: &Person, options: &BuildOptions) -> Option<Hidden> {
    if has_withdrawn(person, options) {
        return Some(Hidden::Withdrawn);
    }
    if person.status == Some(PersonStatus::Paused) {
        return Some(Hidden::Paused);
    }
    let public = options.audience == BuildAudience::Public;
    (public && !agreed_to_all(person, options)).then_some(Hidden::Internal)
}

/// A public build shows a theme only where it holds a story that everybody may read.
fn hide_lonely_themes(all: &Group, hidden: &mut BTreeMap<String, Hidden>) {
    let told_themes: HashSet<&str> = of_kind(all, Kind::Story)
        .filter(|story| !hidden.contains_key(&story.name))
        .filter_map(|story| Some(story.story()?.theme.as_ref()?.id.as_str()))
        .collect();
    let lonely = of_kind(all, Kind::Theme).filter(|theme| !told_themes.contains(theme.id()));
    hidden.extend(lonely.map(|theme| (theme.name.clone(), Hidden::Internal)));
}

fn is_public_person(id: &str, people: &People<'_>, options: &BuildOptions) -> bool {
    people
        .get(id)
        .is_some_and(|person| agreed_to_all(person, options) && !has_withdrawn(person, options))
}
