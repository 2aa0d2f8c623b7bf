//! The page of the programme: what it is for, what we hope for, what we promised, who answers for
//! what, when we meet, and what we try. What is not written down yet is named at its end.

mod goals;
mod ledger;
mod meetings;
mod promises;
mod roadmap;
mod roles;

use serde::Serialize;

use super::Page;
use super::home::stressed;
use super::list_names::ListName;
use super::page_meta::PageMeta;
use super::scene::{Contact, LinkTo, Scene};
use super::slides;
use crate::data::types::{PageName, PersonName};
use crate::document::kinds::table::Section;
use crate::site::addresses::{ALL_MEETINGS, PROGRAMME, SLIDES};

/// What the template `programme.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    /// HTML: the part between asterisks is emphasised.
    purpose: Option<String>,
    /// The page that says why.
    why: Option<Why>,
    /// What else to read: the answer to "May I?".
    may: Option<LinkTo>,
    goals: Vec<goals::GoalLine>,
    promises: promises::Promises,
    /// What readers can hold us to.
    ledger: Option<ledger::Ledger>,
    roles: Vec<roles::RoleLine>,
    vacancies: Vec<roles::Vacancy>,
    meetings: Vec<meetings::MeetingLine>,
    roadmap: Option<roadmap::Values>,
    /// Teams and places from which there are stories.
    lists: Vec<ListName>,
    /// The page of stories to show, where there is a story.
    slides: Option<String>,
    /// The calendar of all meetings.
    calendar: Option<String>,
    /// Whom to ask about all of it.
    helper: Option<Contact>,
    /// The texts that name what is not written down yet.
    open: Vec<String>,
}

#[derive(Serialize)]
struct Why {
    title: String,
    url: String,
    summary: Option<String>,
    lang: String,
}

/// How many teams and places are named; a page of the wall has all of them.
const MOST_LISTS: usize = 60;

/// Somebody who answers for something: a name, and where to reach them if readers may.
#[derive(Serialize)]
pub(super) struct Owner {
    name: String,
    url: Option<String>,
}

pub(crate) fn view(scene: &Scene<'_>) -> Page<Values> {
    let programme = &scene.site.programme;
    let purpose = programme.purpose.as_ref();
    let sentence = purpose.map(|purpose| scene.local(&purpose.sentence));
    let (roles, vacancies) = roles::lines(scene);
    let goals = goals::lines(scene);
    let promises = promises::lines(scene);
    let meetings = meetings::lines(scene);
    let roadmap = roadmap::values(scene);
    let parts = [
        ("open-goals", goals.is_empty()),
        ("open-promises", promises.is_empty()),
        ("open-roles", roles.is_empty() && vacancies.is_empty()),
        ("open-meetings", meetings.is_empty()),
        ("open-roadmap", roadmap.is_none()),
    ];
    let open = parts.into_iter().filter(|(_, is_empty)| *is_empty);
    let may = programme.may.as_ref();
    Page {
        meta: PageMeta {
            title: scene.text("programme-title"),
            kind: "programme",
            ..PageMeta::default()
        },
        crumbs: vec![scene.home(), scene.section(Section::Handbook)],
        values: Values {
            why: purpose.and_then(|it| {
                why(scene, it.page.as_ref()?, sentence.as_deref().unwrap_or_default())
            }),
            purpose: sentence.filter(|sentence| !sentence.is_empty()).map(|it| stressed(&it)),
            may: may.and_then(|may| scene.page_named(may.page.as_ref()?)),
            lists: lists(scene),
            helper: may.and_then(|may| scene.contact(&may.contact.as_ref()?.id)),
            slides: slides::is_there(scene.site).then(|| scene.url(SLIDES)),
            open: open.map(|(key, _)| scene.text(key)).collect(),
            goals,
            promises,
            ledger: ledger::ledger(scene),
            roles,
            vacancies,
            calendar: (!meetings.is_empty()).then(|| scene.url(ALL_MEETINGS)),
            meetings,
            roadmap,
        },
    }
}

/// The page that says why. A summary that only repeats the purpose is left out.
fn why(scene: &Scene<'_>, page: &PageName, purpose: &str) -> Option<Why> {
    let entry = scene.site.entry(&page.id)?;
    let LinkTo { title, url } = scene.link_to(entry);
    let lang = scene.document(entry).facts.language.clone();
    let purpose = purpose.replace('*', "");
    let summary = scene.summary(entry).filter(|summary| *summary != purpose);
    Some(Why { title, url, summary: summary.map(str::to_owned), lang })
}

/// Teams and places from which there are stories. Those without are not named: nobody is told who
/// does not take part.
fn lists(scene: &Scene<'_>) -> Vec<ListName> {
    let programme = &scene.site.programme;
    let teams = programme.teams.iter().map(|team| scene.team(&team.id.value));
    let places = programme.places.iter().map(|place| scene.place(&place.id.value));
    teams.chain(places).filter(ListName::has_list).take(MOST_LISTS).collect()
}

/// Who answers for something; nobody whom readers may not see.
pub(super) fn owner(scene: &Scene<'_>, person: &PersonName) -> Option<Owner> {
    scene.site.person(&person.id)?;
    let face = scene.face(&person.id);
    Some(Owner { name: face.name, url: face.url })
}

impl Scene<'_> {
    /// A text of `programme.toml` in the language of the page.
    pub(super) fn local(&self, text: &crate::data::Localized) -> String {
        text.get(self.code(), self.site.default_language()).to_owned()
    }

    /// The page of the programme, for crumbs.
    pub(super) fn programme(&self) -> LinkTo {
        LinkTo { title: self.text("programme"), url: self.url(PROGRAMME) }
    }
}
