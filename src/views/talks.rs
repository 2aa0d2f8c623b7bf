//! Talks: those that colleagues have given at events, and those that they could give again.

use serde::Serialize;

use super::Page;
use super::opening::Opening;
use super::page_meta::PageMeta;
use super::scene::{Contact, Day, Face, LinkTo, Scene};
use crate::base::Diagnostic;
use crate::config::HelpsWith;
use crate::document::Kind;
use crate::document::kinds::Talk;
use crate::document::kinds::table::Section;
use crate::document::kinds::talk::TellingState;
use crate::site::Entry;

/// What the template `talks.html` is given.
#[derive(Serialize)]
pub(crate) struct List {
    opening: Option<Opening>,
    talks: Vec<TalkValues>,
    helper: Option<Contact>,
}

/// What the template `talk.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    talk: TalkPage,
    /// Whom to ask for the talk: the speakers, or else who helps with talks.
    contacts: Vec<Contact>,
}

#[derive(Serialize)]
struct TalkValues {
    title: String,
    url: String,
    people: Vec<Face>,
    lang: String,
    lang_name: String,
    level: Option<&'static str>,
    minutes: Option<u32>,
    summary: Option<String>,
    available_for: Vec<&'static str>,
    topics: Vec<String>,
}

#[derive(Serialize)]
struct TalkPage {
    #[serde(flatten)]
    facts: TalkValues,
    html: String,
    history: Vec<Telling>,
    slides: Option<String>,
    recording: Option<String>,
    story: Option<LinkTo>,
}

#[derive(Serialize)]
struct Telling {
    name: String,
    url: Option<String>,
    state: &'static str,
    day: Option<Day>,
}

pub(crate) fn list(scene: &Scene<'_>, _: usize) -> Result<Page<List>, Diagnostic> {
    let mut entries: Vec<_> = scene.site.of_kind(Kind::Talk).collect();
    entries
        .sort_by_cached_key(|entry| scene.locale.collation.sort_key(scene.original(entry).title()));
    let opening = scene.opening(Kind::Talk, 1);
    Ok(Page {
        meta: scene.list_meta(opening.as_ref(), "nav-talks", "talks"),
        crumbs: crumbs(scene).into_iter().take(2).collect(),
        values: List {
            opening,
            talks: entries.into_iter().map(|entry| facts(scene, entry)).collect(),
            helper: scene.helper_with(HelpsWith::Talks),
        },
    })
}

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let talk = entry.talk().expect("a talk's page shows a talk");
    let document = scene.document(entry);
    let history = talk
        .history
        .iter()
        // A refusal or withdrawal concerns only the speaker: the page lists where the talk was held
        // or will be.
        .filter(|telling| {
            !matches!(telling.state, Some(TellingState::Rejected | TellingState::Withdrawn))
        })
        .filter_map(|telling| {
            let event = telling.opportunity.as_ref().and_then(|id| scene.site.opportunity(&id.id));
            // An event that these readers may not see is left out, unless the telling names its
            // place itself.
            let name =
                telling.at.clone().or_else(|| Some(scene.original(event?).title().to_owned()))?;
            Some(Telling {
                name,
                url: event.map(|event| scene.url_of(&event.name)),
                state: telling.state.unwrap_or(TellingState::Given).word(),
                day: telling.on.map(|date| scene.day(date)),
            })
        })
        .collect();
    let story = talk.story.as_ref().and_then(|story| scene.page_named(story));
    Ok(Page {
        meta: PageMeta {
            title: document.title().to_owned(),
            description: summary(scene, entry).or_else(|| Some(document.prose.excerpt.clone())),
            kind: "talk",
            lang: document.facts.language.clone(),
            ..PageMeta::default()
        },
        crumbs: crumbs(scene),
        values: Values {
            talk: TalkPage {
                facts: facts(scene, entry),
                html: scene.html(document),
                history,
                slides: talk.slides.as_ref().map(|url| url.0.clone()),
                recording: talk.recording.as_ref().map(|url| url.0.clone()),
                story,
            },
            contacts: contacts(scene, talk),
        },
    })
}

fn contacts(scene: &Scene<'_>, talk: &Talk) -> Vec<Contact> {
    let speakers = scene.contacts(&talk.speakers);
    match speakers.is_empty() {
        true => scene.helper_with(HelpsWith::Talks).into_iter().collect(),
        false => speakers,
    }
}

/// The sentence that the speaker wrote for lists.
fn summary(scene: &Scene<'_>, entry: &Entry) -> Option<String> {
    scene.original(entry).summary().map(str::to_owned)
}

fn facts(scene: &Scene<'_>, entry: &Entry) -> TalkValues {
    let talk = entry.talk().expect("only talks are listed");
    let words = scene.words::<Talk>(entry);
    let language = &entry.original.language;
    TalkValues {
        title: scene.original(entry).title().to_owned(),
        url: scene.url_of(&entry.name),
        people: scene.faces(&talk.speakers),
        lang: language.clone(),
        lang_name: scene.language_name(language),
        level: talk.level.map(|level| level.word()),
        minutes: talk.minutes,
        summary: summary(scene, entry),
        available_for: talk.available_for.iter().map(|kind| kind.word()).collect(),
        topics: words.topics.clone(),
    }
}

/// Talks belong to the section for speaking. A public build has no board that the crumbs could link
/// to.
fn crumbs(scene: &Scene<'_>) -> Vec<LinkTo> {
    let board = (!scene.site.is_public()).then(|| scene.section(Section::Speaking));
    [Some(scene.home()), board, scene.list_of(Kind::Talk)].into_iter().flatten().collect()
}
