//! The page of a story: first the person, then what happened, then the outcome.

use serde::Serialize;

use super::Page;
use super::card::minutes;
use super::card_cache::CardsAt;
use super::list_names::ListName;
use super::page_meta::PageMeta;
use super::picture::Pictured;
use super::poster_addresses;
use super::scene::{Contact, Day, Face, LinkTo, Scene};
use crate::base::{Diagnostic, UrlPath, media_type};
use crate::config::Job;
use crate::document::kinds::Story;
use crate::document::kinds::story::{Byline, OutcomeKind, StoryProse, ThereToo, ThereTooProse};
use crate::document::kinds::table::Section;
use crate::language::Arg;
use crate::site::addresses::goal_path;
use crate::site::consent::may_be_named;
use crate::site::customers::unsaid;
use crate::site::links::ASK;
use crate::site::{Entry, Site, Words};

/// What the template `story.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    story: StoryValues,
    /// The first photo; without a picture if none of the photos may be seen any more.
    lead: Option<Pictured>,
    /// HTML: the items of a wall.
    related: String,
    newer: Option<LinkTo>,
    older: Option<LinkTo>,
}

#[derive(Serialize)]
struct StoryValues {
    title: String,
    lang: String,
    lang_name: String,
    form: &'static str,
    html: String,
    /// Where it stands as a poster, if it does.
    poster: Option<String>,
    /// “Thank you, Jonas.”
    thanks: String,
    /// What is said of its words. Nothing where they do not stand as its authors wrote them, because a
    /// name is withheld.
    vow: Option<String>,
    people: Vec<Face>,
    date: Option<Day>,
    minutes: usize,
    theme: Option<LinkTo>,
    goal: Option<Goal>,
    outcomes: Vec<OutcomeValues>,
    /// What a customer says who agreed to it.
    customer: Option<CustomerValues>,
    there_too: Vec<Voice>,
    /// Where somebody adds a sentence to this story.
    add: Option<String>,
    share: Share,
    helped_by: Vec<Face>,
    buddy: Option<Face>,
    featured: Option<Featured>,
    pictures: Vec<Pictured>,
    /// Whether a sentence stands where a photo was.
    hides_photo: bool,
    team: Option<ListName>,
    /// The jobs that are open in its team.
    jobs: Vec<JobValues>,
    place: Option<ListName>,
    /// Whether it is told without a name.
    is_anonymous: bool,
    /// How to write to the authors or call them; of a story without a name, to the colleague who helps.
    contacts: Vec<Contact>,
    edit: Option<String>,
    quote: Option<String>,
    for_whom: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Goal {
    pub(super) name: String,
    url: String,
    why: Option<String>,
}

#[derive(Serialize)]
struct OutcomeValues {
    day: Option<Day>,
    kind: &'static str,
    text: String,
}

#[derive(Serialize)]
struct CustomerValues {
    says: String,
    called: Option<String>,
}

#[derive(Serialize)]
struct JobValues {
    title: String,
    location: Option<String>,
    url: String,
    until: Day,
}

/// What somebody adds who was there too.
#[derive(Serialize)]
struct Voice {
    /// Nobody, where they would rather not be named.
    face: Option<Face>,
    says: String,
}

#[derive(Serialize)]
struct Share {
    audience: &'static str,
    text: Option<String>,
    links: Vec<Url>,
}

#[derive(Serialize)]
struct Url {
    url: String,
}

#[derive(Serialize)]
struct Featured {
    why: Option<String>,
    month: String,
}

/// How many other stories a story links to.
const RELATED: usize = 3;
/// How many of its authors a story says how to reach.
const MOST_CONTACTS: usize = 3;
/// How many open jobs of its team a story shows.
const MOST_JOBS: usize = 3;

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let story = entry.story().expect("a story's page shows a story");
    let (document, prose) = (scene.original(entry), scene.words::<Story>(entry));
    let mut pictures = scene.story_pictures(entry, story);
    let hides_photo = pictures.iter().any(|photo| photo.picture.is_none());
    let first = pictures.iter().position(|photo| photo.picture.is_some()).unwrap_or(0);
    let lead = (!pictures.is_empty()).then(|| pictures.remove(first));
    let people = scene.faces(story.tellers());
    let (newer, older) = neighbours(scene, entry);
    let html = scene.html(document);
    let facts = StoryValues {
        title: document.title().to_owned(),
        lang: entry.original.language.clone(),
        lang_name: scene.own_name(&entry.original.language),
        form: story.form.unwrap_or_default().word(),
        poster: poster_addresses::address(scene, entry),
        thanks: scene.thanks(story),
        vow: (scene.nameless(&html, media_type::HTML).is_none())
            .then(|| vow(scene, entry, &people))
            .flatten(),
        html,
        people,
        date: story.date.map(|date| scene.day(date)),
        minutes: minutes(document.prose.words),
        theme: scene.theme_of(story),
        goal: goal(scene, story),
        outcomes: outcomes(scene, entry),
        customer: customer(scene, story),
        there_too: there_too(scene, story, prose),
        add: scene.site.invites().then(|| format!("{}#there-too={}", scene.url(ASK), entry.name)),
        share: Share {
            audience: story.audience.unwrap_or_default().word(),
            text: prose.share.as_ref().and_then(|share| share.text.clone()),
            links: prose.share.as_ref().map_or(vec![], |share| {
                share.links.iter().map(|link| Url { url: link.0.clone() }).collect()
            }),
        },
        helped_by: scene.faces(&story.helped_by),
        buddy: story.buddy.as_ref().map(|buddy| scene.face(&buddy.id)),
        featured: story.featured.as_ref().map(|featured| Featured {
            why: prose.featured.as_ref().and_then(|featured| featured.why.clone()),
            month: scene.month(&featured.month.0),
        }),
        pictures,
        hides_photo,
        team: scene.site.team_of(entry).map(|team| scene.team(team)),
        jobs: jobs(scene, entry),
        place: scene.site.place_of(entry).map(|place| scene.place(place)),
        is_anonymous: story.is_anonymous(),
        contacts: contacts(scene, story),
        // Beside a file, a forge shows who committed it.
        edit: scene.edit_url(document).filter(|_| !story.is_anonymous()),
        quote: prose.quote.clone(),
        for_whom: prose.for_whom.clone(),
    };
    Ok(Page {
        meta: PageMeta {
            title: document.title().to_owned(),
            description: Some(
                prose.summary.clone().unwrap_or_else(|| document.prose.excerpt.clone()),
            ),
            kind: "story",
            lang: entry.original.language.clone(),
            canonical: scene
                .site
                .base_url()
                .map(|base| format!("{base}{}", canonical(scene.site, entry))),
            ..PageMeta::default()
        },
        crumbs: vec![scene.home(), scene.section(Section::Stories)],
        values: Values { story: facts, lead, related: related(scene, entry, story)?, newer, older },
    })
}

/// A story has a page for each language of the interface; the canonical one is in its own language.
pub(crate) fn canonical(site: &Site, entry: &Entry) -> UrlPath {
    let own = &entry.original.language;
    let is_there = site.languages.all().any(|language| language.as_str() == own);
    site.address_of(&entry.name, if is_there { own } else { site.default_language() })
}

/// That nobody else has changed a word, where Git shows it; else what is promised.
fn vow(scene: &Scene<'_>, entry: &Entry, people: &[Face]) -> Option<String> {
    Some(match (scene.site.words_of(entry), people) {
        (Words::OfTheAuthor, [teller]) if teller.url.is_some() => {
            scene.text_with("words-untouched-by", &[("name", Arg::Text(&teller.name))])
        }
        (Words::OfTheAuthor, _) => scene.text("words-untouched"),
        (Words::NotKnown, _) => scene.text("words-stay"),
        // The promise was not kept here.
        (Words::ChangedByOthers, _) => return None,
    })
}

/// The goal that a story helps, where colleagues read.
pub(super) fn goal(scene: &Scene<'_>, story: &Story) -> Option<Goal> {
    // The goals of the programme are internal to the company, so a public build does not show them.
    let id = &story.goal.as_ref().filter(|_| !scene.site.is_public())?.id;
    let goal = scene.site.programme.goals.iter().find(|goal| goal.id.value == *id)?;
    let default = scene.site.default_language();
    Some(Goal {
        name: goal.name.get(scene.code(), default).to_owned(),
        url: scene.url(&goal_path(&goal.id.value)),
        why: goal.why.as_ref().map(|why| why.get(scene.code(), default).to_owned()),
    })
}

fn outcomes(scene: &Scene<'_>, entry: &Entry) -> Vec<OutcomeValues> {
    scene
        .outcomes(entry)
        .map(|(outcome, prose)| OutcomeValues {
            day: outcome.on.map(|date| scene.day(date)),
            kind: outcome.r#type.unwrap_or(OutcomeKind::Other).word(),
            text: prose.note.clone(),
        })
        .collect()
}

/// What a customer says; nothing before it is written down who agreed, and when.
fn customer(scene: &Scene<'_>, story: &Story) -> Option<CustomerValues> {
    let customer = story.customer.as_ref()?;
    let says = customer.says.as_ref().filter(|_| unsaid(scene.site, story, customer).is_none())?;
    Some(CustomerValues { says: says.value.clone(), called: customer.called.clone() })
}

fn jobs(scene: &Scene<'_>, entry: &Entry) -> Vec<JobValues> {
    let Some(team) = scene.site.team_of(entry) else { return vec![] };
    let (language, default) = (scene.code(), scene.site.default_language());
    let values = |job: &Job| JobValues {
        title: job.title.get(language, default).to_owned(),
        location: job.location.as_ref().map(|place| place.get(language, default).to_owned()),
        url: job.url.0.clone(),
        until: scene.day(job.until),
    };
    scene.site.open_jobs_of(team).take(MOST_JOBS).map(values).collect()
}

/// What colleagues add. Nothing of those whom these readers may not see; and of somebody without a
/// name, whom nobody can ask, nothing outside the company.
fn there_too(scene: &Scene<'_>, story: &Story, prose: &StoryProse) -> Vec<Voice> {
    let site = scene.site;
    let all = story.there_too.iter().zip(&prose.there_too);
    let voice = |(added, words): (&ThereToo, &ThereTooProse)| {
        let face = match &added.who {
            Some(who) if may_be_named(site, &who.id) => Some(scene.face(&who.id)),
            None if !site.is_public() => None,
            Some(_) | None => return None,
        };
        Some(Voice { face, says: words.says.clone() })
    };
    all.filter_map(voice).collect()
}

fn contacts(scene: &Scene<'_>, story: &Story) -> Vec<Contact> {
    match story.byline() {
        Byline::People(people) => scene.contacts(&people[..people.len().min(MOST_CONTACTS)]),
        Byline::Anonymous => scene.helpers().into_iter().map(|it| it.contact).take(1).collect(),
    }
}

fn neighbours(scene: &Scene<'_>, entry: &Entry) -> (Option<LinkTo>, Option<LinkTo>) {
    let Some(place) = scene.site.story_places.get(&entry.name).copied() else {
        return (None, None);
    };
    let at = |place: Option<usize>| {
        place.and_then(|place| scene.site.stories.get(place)).map(|story| scene.link_to(story))
    };
    (at(place.checked_sub(1)), at(Some(place + 1)))
}

/// First the stories that the author named, then those on the same theme, then those by the same
/// author: at most three.
fn related(scene: &Scene<'_>, entry: &Entry, story: &Story) -> Result<String, Diagnostic> {
    let named = story.related.iter().filter_map(|page| scene.site.entry(&page.id));
    let theme = story.theme.as_ref().map(|theme| theme.id.as_str()).unwrap_or_default();
    let author = story.tellers().first();
    let mut chosen: Vec<&Entry> = vec![];
    let near = named
        .chain(scene.site.stories_on(theme).take(8))
        .chain(author.into_iter().flat_map(|author| scene.site.stories_by(&author.id).take(8)));
    for other in near {
        let known = other.name == entry.name || chosen.iter().any(|known| known.name == other.name);
        if !known && other.story().is_some() {
            chosen.push(other);
        }
        if chosen.len() == RELATED {
            break;
        }
    }
    scene.render_cards(CardsAt::Section, chosen.into_iter())
}
