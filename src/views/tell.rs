//! The page on which somebody writes a story and takes it along: nothing of it is sent from here.

mod forge;

use serde::Serialize;

pub(super) use self::forge::Forge;
use super::page_meta::PageMeta;
use super::scene::{Contact, LinkTo, Scene};
use super::themes::{Ask, asks, sorted};
use super::view::COACH_RULES;
use super::{Page, coach_rules};

/// What the template `tell.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    themes: Vec<ThemeChoice>,
    people: Vec<Colleague>,
    /// The languages of the site, in which a story can be told.
    tongues: Vec<Tongue>,
    helper: Option<Contact>,
    /// The page that names the other ways.
    ways: Option<LinkTo>,
    forge: Option<Forge>,
    /// The address of the words of the coach, if somebody who writes can ask for a question.
    coach: Option<String>,
}

/// A theme that a story can be about, with its questions.
#[derive(Serialize)]
struct ThemeChoice {
    id: String,
    title: String,
    lang: String,
    asks: Vec<Ask>,
}

/// Somebody who can tell, or be in a story.
#[derive(Serialize)]
pub(super) struct Colleague {
    id: String,
    name: String,
    /// Work and place.
    post: String,
}

#[derive(Serialize)]
struct Tongue {
    code: String,
    name: String,
}

/// How many colleagues are offered by name; others are typed. The page holds all of them at once.
const COLLEAGUES: usize = 500;

pub(crate) fn view(scene: &Scene<'_>) -> Page<Values> {
    let site = scene.site;
    let themes = sorted(scene).into_iter().map(|entry| ThemeChoice {
        id: entry.id().to_owned(),
        title: scene.link_to(entry).title,
        lang: scene.document(entry).facts.language.clone(),
        asks: asks(scene, entry).collect(),
    });
    let tongues = site.languages.all().map(|language| Tongue {
        code: language.as_str().to_owned(),
        name: scene.own_name(language.as_str()),
    });
    let ways = site.programme.tell.as_ref().and_then(|tell| scene.page_named(tell.page.as_ref()?));
    Page {
        meta: PageMeta { title: scene.text("tell-yours"), kind: "tell", ..PageMeta::default() },
        crumbs: vec![],
        values: Values {
            themes: themes.collect(),
            people: colleagues(scene),
            tongues: tongues.collect(),
            helper: scene.helpers().into_iter().next().map(|helper| helper.contact),
            ways,
            forge: forge(scene),
            coach: coach_rules::is_shown(site).then(|| scene.url(COACH_RULES)),
        },
    }
}

/// Those who can be chosen by name.
pub(super) fn colleagues(scene: &Scene<'_>) -> Vec<Colleague> {
    let people = scene.context.people(scene.language).iter().take(COLLEAGUES).map(|entry| {
        let face = scene.face(entry.id());
        Colleague { id: entry.id().to_owned(), name: face.name, post: face.post }
    });
    people.collect()
}

/// Where the repository of the site begins a new file.
pub(super) fn forge(scene: &Scene<'_>) -> Option<Forge> {
    let edit_url = scene.site.config.file.edit_url.as_ref()?;
    Forge::of(&edit_url.value.0)
}
