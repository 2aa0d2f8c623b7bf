//! Colleagues who agreed to be seen, with what may be shown of them.

use std::sync::Arc;

use serde::Serialize;

use super::Page;
use super::card::first_sentence;
use super::card_cache::CardsAt;
use super::helpers::Helper;
use super::list_names::ListName;
use super::opening::Opening;
use super::page_meta::PageMeta;
use super::paging::{self, Pager};
use super::scene::{Contact, Day, Face, Scene};
use crate::base::Diagnostic;
use crate::data::Localized;
use crate::document::Kind;
use crate::document::kinds::Person;
use crate::document::kinds::opportunity::EventKind;
use crate::document::kinds::person::{PersonStatus, Skill};
use crate::document::kinds::table::Section;
use crate::site::Entry;

/// What the template `people.html` is given.
#[derive(Serialize)]
pub(crate) struct List {
    opening: Option<Opening>,
    /// On the first page.
    helpers: Vec<Helper>,
    people: Vec<ListedPerson>,
    /// What some can do and others cannot, if all stand on one page.
    skills: Vec<SkillFilter>,
    pager: Pager,
}

/// A filter of the list, which works without script.
#[derive(Serialize)]
struct SkillFilter {
    key: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct ListedPerson {
    #[serde(flatten)]
    face: Face,
    can: Vec<&'static str>,
    /// The first sentence of what they say of themselves, and its language.
    says: String,
    lang: String,
    lang_name: Option<String>,
    stories: usize,
}

/// What the template `person.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    person: Profile,
    /// HTML: the items of the wall.
    cards: String,
    /// Older ones than those with a card.
    older: Vec<OlderStory>,
    talks: Vec<TalkLink>,
}

#[derive(Serialize)]
struct Profile {
    #[serde(flatten)]
    face: Face,
    languages: Vec<String>,
    expertise: Vec<Topic>,
    can: Vec<&'static str>,
    wants_to_try: Vec<Topic>,
    contact: Option<Contact>,
    work: Option<ListName>,
    town: Option<ListName>,
    buddy: Option<Face>,
    former: bool,
    html: String,
    lang: String,
    lang_name: Option<String>,
}

#[derive(Serialize)]
struct OlderStory {
    title: String,
    url: String,
    lang: String,
    day: Option<Day>,
}

/// What somebody knows or would like to try, and its language.
#[derive(Serialize)]
struct Topic {
    text: String,
    lang: String,
}

#[derive(Serialize)]
pub(crate) struct TalkLink {
    pub(crate) title: String,
    pub(crate) url: String,
    pub(crate) minutes: Option<u32>,
    pub(crate) lang: String,
    pub(crate) lang_name: String,
}

/// How many stories a profile shows as cards; of the others, it has the titles.
const CARDS: usize = 6;

pub(crate) fn list(scene: &Scene<'_>, page: usize) -> Result<Page<List>, Diagnostic> {
    let all = scene.context.people(scene.language);
    let per_page = Kind::Person.row().list.per_page();
    let count = paging::pages(all.len(), per_page);
    let people: Vec<ListedPerson> = all
        .iter()
        .skip((page - 1) * per_page)
        .take(per_page)
        .filter_map(|entry| {
            let person = entry.person()?;
            let document = scene.original(entry);
            Some(ListedPerson {
                face: scene.face_of(entry),
                can: person.can.iter().map(|skill| skill.word()).collect(),
                says: first_sentence(&document.prose.lead).0,
                lang: entry.original.language.clone(),
                lang_name: scene.other_language(&entry.original.language),
                stories: scene.site.stories_by(entry.id()).count(),
            })
        })
        .collect();
    let skills = skills_in_list(scene).into_iter().map(|skill| SkillFilter {
        key: skill.word(),
        count: people.iter().filter(|it| it.can.contains(&skill.word())).count(),
    });
    let skills = skills.collect();
    let opening = scene.opening(Kind::Person, page);
    Ok(Page {
        meta: scene.list_meta(opening.as_ref(), "nav-people", "people"),
        crumbs: vec![scene.home()],
        values: List {
            opening,
            helpers: if page == 1 { scene.helpers() } else { vec![] },
            skills,
            people,
            pager: paging::pager(scene, Section::People.row().address, page, count),
        },
    })
}

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let person = entry.person().expect("a person's page shows a person");
    let language = &entry.original.language;
    let former = person.status == Some(PersonStatus::Former);
    let stories = scene.site.stories_by(entry.id()).take(CARDS).map(|story| &**story);
    let older = scene.site.stories_by(entry.id()).skip(CARDS).map(|story| OlderStory {
        title: scene.original(story).title().to_owned(),
        url: scene.url_of(&story.name),
        lang: story.original.language.clone(),
        day: story.story().and_then(|it| it.date).map(|date| scene.day(date)),
    });
    let contact = scene.contact_of(entry, person);
    let reachable =
        !former && !scene.site.is_public() && (contact.tel.is_some() || contact.mail.is_some());
    let talks = scene.site.board.talks_of(entry.id());
    let talks = talks.iter().filter_map(|name| scene.site.entry(name));
    let talks = talks.map(|talk| scene.talk_link(talk)).collect();
    let face = scene.face_of(entry);
    Ok(Page {
        meta: PageMeta {
            title: face.name.clone(),
            description: face.role.clone(),
            kind: "person",
            lang: language.clone(),
            ..PageMeta::default()
        },
        crumbs: vec![scene.home(), scene.section(Section::People)],
        values: Values {
            person: Profile {
                face,
                languages: person.languages.iter().map(|code| scene.language_name(code)).collect(),
                expertise: expertise(scene, entry),
                can: person.can.iter().map(|skill| skill.word()).collect(),
                wants_to_try: wants_to_try(scene, entry),
                contact: reachable.then_some(contact),
                work: person.team.as_ref().map(|team| scene.team(&team.id)),
                town: person.location.as_ref().map(|place| scene.place(&place.value)),
                buddy: person.buddy.as_ref().map(|buddy| scene.face(&buddy.id)),
                former,
                html: scene.html(scene.original(entry)),
                lang: language.clone(),
                lang_name: scene.other_language(language),
            },
            cards: scene.render_cards(CardsAt::Section, stories)?,
            older: older.collect(),
            talks,
        },
    })
}

/// What narrows the list, if all stand on one page: a skill that everybody has does not.
pub(super) fn skills_in_list(scene: &Scene<'_>) -> Vec<Skill> {
    let people = scene.context.people(scene.language);
    if people.len() > Kind::Person.row().list.per_page() {
        return vec![];
    }
    let count = |skill: &Skill| {
        let can = |entry: &&Arc<Entry>| entry.person().is_some_and(|it| it.can.contains(skill));
        people.iter().filter(can).count()
    };
    let narrows = |skill: &Skill| (1..people.len()).contains(&count(skill));
    Skill::ALL.iter().copied().filter(narrows).collect()
}

fn expertise(scene: &Scene<'_>, entry: &Entry) -> Vec<Topic> {
    let topics = scene.words::<Person>(entry).expertise.iter();
    topics.map(|it| topic(scene, entry, it)).collect()
}

/// A text in this page's language if it is written so, else as it was written.
fn topic(scene: &Scene<'_>, entry: &Entry, written: &Localized) -> Topic {
    let (language, text) = written.entry(scene.code(), scene.site.default_language());
    let language = language.unwrap_or(&entry.original.language);
    Topic { text: text.to_owned(), lang: language.to_owned() }
}

/// What somebody would like to try: a skill or a kind of event in the words of the interface, and
/// anything else as it was written.
fn wants_to_try(scene: &Scene<'_>, entry: &Entry) -> Vec<Topic> {
    let named = |wish: &Localized| {
        let topic = topic(scene, entry, wish);
        let key = if Skill::ALL.iter().any(|skill| skill.word() == topic.text) {
            format!("try-{}", topic.text)
        } else if EventKind::ALL.iter().any(|kind| kind.word() == topic.text) {
            format!("kind-{}", topic.text)
        } else {
            return topic;
        };
        Topic { text: scene.text(&key), lang: scene.code().to_owned() }
    };
    scene.words::<Person>(entry).wants_to_try.iter().map(named).collect()
}

impl Scene<'_> {
    pub(crate) fn talk_link(&self, entry: &Entry) -> TalkLink {
        let language = &entry.original.language;
        TalkLink {
            title: self.original(entry).title().to_owned(),
            url: self.url_of(&entry.name),
            minutes: entry.talk().and_then(|talk| talk.minutes),
            lang: language.clone(),
            lang_name: self.language_name(language),
        }
    }
}
