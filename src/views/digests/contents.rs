//! What a letter to colleagues tells: what the site has of the days between two letters. Only what
//! readers of the site may see can be in it, for it is made of nothing else.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::base::Date;
use crate::data::types::PersonName;
use crate::document::Kind;
use crate::document::kinds::Story;
use crate::document::kinds::digest::{Digest, DigestProse};
use crate::document::kinds::story::Status;
use crate::language::Arg;
use crate::site::Entry;
use crate::site::consent::may_be_named;
use crate::speaking::Event;
use crate::views::card::{Card, first_sentence};
use crate::views::dialled::{Piece, pieces};
use crate::views::scene::{Contact, Day, Face, Scene};

/// The days that a letter tells about; the last one is that on which it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) since: Date,
    pub(crate) until: Date,
}

/// A letter without the words of its introduction.
#[derive(Serialize)]
pub(crate) struct Letter {
    pub(in crate::views) title: String,
    /// The language of its own words.
    pub(in crate::views) lang: String,
    /// "14–27 November 2026"
    pub(in crate::views) days: String,
    pub(in crate::views) sent: Day,
    pub(in crate::views) summary: Option<String>,
    pub(in crate::views) by: Option<Writer>,
    /// The story that stands first, where somebody chose it.
    pub(in crate::views) first: Option<Told>,
    pub(in crate::views) why: Option<String>,
    /// The new stories, newest first.
    pub(in crate::views) new: Vec<Told>,
    /// How many new stories are not shown.
    pub(in crate::views) more: usize,
    /// What came of earlier stories.
    pub(in crate::views) outcomes: Vec<Came>,
    pub(in crate::views) questions: Vec<Answered>,
    pub(in crate::views) calls: Vec<Closing>,
    /// Who told, in one phrase: they may be thanked.
    pub(in crate::views) thanks: Option<String>,
    /// Who helped them.
    pub(in crate::views) helped: Option<String>,
    pub(in crate::views) question: Option<String>,
}

/// Who writes the letter.
#[derive(Serialize)]
pub(crate) struct Writer {
    pub(in crate::views) face: Face,
    /// How to answer.
    pub(in crate::views) contact: Option<Contact>,
}

/// A story as the letter tells it: in its author's own words.
#[derive(Serialize)]
pub(crate) struct Told {
    #[serde(flatten)]
    pub(in crate::views) card: Card,
    /// Its author's sentence, or the first one of the text; of a glimpse, all of it.
    pub(in crate::views) lines: String,
    pub(in crate::views) is_glimpse: bool,
    /// Who tells it, in one phrase; nobody, where it is told without a name.
    pub(in crate::views) who: Option<String>,
    pub(in crate::views) post: Option<String>,
    /// What came of it, if something did by the day of the letter.
    pub(in crate::views) came: Option<String>,
}

/// What came of a story.
#[derive(Serialize)]
pub(crate) struct Came {
    pub(in crate::views) title: String,
    pub(in crate::views) url: String,
    pub(in crate::views) lang: String,
    pub(in crate::views) text: String,
}

/// A question that was answered.
#[derive(Serialize)]
pub(crate) struct Answered {
    pub(in crate::views) title: String,
    pub(in crate::views) url: String,
    pub(in crate::views) lang: String,
    /// How the answer begins.
    pub(in crate::views) begins: String,
    /// The same in parts, so that a number in it can be called.
    pieces: Vec<Piece>,
}

/// A call that closes soon after the letter.
#[derive(Serialize)]
pub(crate) struct Closing {
    pub(in crate::views) name: String,
    pub(in crate::views) lang: String,
    pub(in crate::views) url: String,
    pub(in crate::views) days_left: i32,
    pub(in crate::views) closes: Day,
    pub(in crate::views) place: Option<String>,
    pub(in crate::views) is_for_first_timers: bool,
    /// What the company pays, as keys of texts end.
    pub(in crate::views) covers: Vec<&'static str>,
    pub(in crate::views) ask: Option<Contact>,
}

/// How many new stories a letter tells; of more, it says how many.
const STORIES: usize = 8;
const OUTCOMES: usize = 6;
const QUESTIONS: usize = 4;
const CALLS: usize = 3;
/// Within so many days a call closes soon.
const SOON: i32 = 28;
/// How many people are named among those who told, or who helped.
const NAMES: usize = 12;

/// The letter that a text of the site is.
pub(crate) fn of_entry(scene: &Scene<'_>, entry: &Entry, digest: &Digest) -> Letter {
    let days = Days { since: digest.since, until: digest.date };
    written(scene, entry, digest, days)
}

/// The same about other days.
pub(crate) fn written(scene: &Scene<'_>, entry: &Entry, digest: &Digest, days: Days) -> Letter {
    let words: &DigestProse = scene.words::<Digest>(entry);
    let translated = scene.translation(entry);
    let local = |own: &Option<String>, other: Option<&Option<String>>| {
        other.and_then(Option::clone).or_else(|| own.clone())
    };
    let chosen = digest.first.as_ref().and_then(|page| scene.site.entry(&page.id));
    let chosen = chosen.filter(|entry| entry.story().is_some_and(is_told));
    let document = scene.document(entry);
    Letter {
        title: document.title().to_owned(),
        lang: document.facts.language.clone(),
        summary: scene.summary(entry).map(str::to_owned),
        by: digest.by.as_ref().and_then(|person| writer(scene, person)),
        why: chosen.and_then(|_| local(&words.why, translated.map(|it| &it.why))),
        question: local(&words.ending, translated.map(|it| &it.ending)),
        ..plain(scene, days, chosen.map(|entry| &**entry))
    }
}

/// A letter that nobody has written anything into.
pub(crate) fn plain(scene: &Scene<'_>, days: Days, chosen: Option<&Entry>) -> Letter {
    let site = scene.site;
    let is_chosen = |entry: &Entry| chosen.is_some_and(|chosen| chosen.name == entry.name);
    let new: Vec<&Entry> = site
        .stories
        .iter()
        .map(|entry| &**entry)
        .filter(|entry| {
            entry.story().is_some_and(|story| is_told(story) && is_in(days, story.date))
        })
        .collect();
    let others: Vec<&Entry> = new.iter().copied().filter(|entry| !is_chosen(entry)).collect();
    let told: BTreeSet<&str> =
        others.iter().take(STORIES).copied().chain(chosen).map(|it| it.name.as_str()).collect();
    let range = scene.locale.dates.range(days.since, days.until).concat();
    let (thanks, helped) = thanked(scene, &new);
    Letter {
        title: scene.text_with("letter-plain-title", &[("days", Arg::Text(&range))]),
        lang: scene.code().to_owned(),
        days: range,
        sent: scene.day(days.until),
        summary: None,
        by: None,
        first: chosen.map(|entry| tell(scene, entry, days.until)),
        why: None,
        new: others.iter().take(STORIES).map(|entry| tell(scene, entry, days.until)).collect(),
        more: others.len().saturating_sub(STORIES),
        outcomes: outcomes(scene, days, &told),
        questions: questions(scene, days),
        calls: calls(scene, days.until),
        thanks,
        helped,
        question: None,
    }
}

fn is_in(days: Days, date: Option<Date>) -> bool {
    date.is_some_and(|date| days.since <= date && date <= days.until)
}

/// Whether a letter may tell a story that readers of the site see: drafts are shown to those who ask
/// for them, and a letter is sent to others.
fn is_told(story: &Story) -> bool {
    matches!(story.status.unwrap_or_default(), Status::Published)
}

fn writer(scene: &Scene<'_>, person: &PersonName) -> Option<Writer> {
    may_be_named(scene.site, &person.id).then(|| Writer {
        face: scene.face(&person.id),
        contact: scene.contacts(std::slice::from_ref(person)).pop(),
    })
}

fn tell(scene: &Scene<'_>, entry: &Entry, until: Date) -> Told {
    let card = scene.card(entry);
    let is_glimpse = card.form == "glimpse";
    let mut outcomes = scene.outcomes(entry);
    let came = outcomes.find(|(it, _)| it.on.is_some_and(|on| on <= until));
    let came = came.map(|(_, words)| words.note.clone());
    let who = (!card.people.is_empty()).then(|| scene.names(&card.people, card.others));
    let post = match card.people.as_slice() {
        [one] if card.others == 0 && !one.post.is_empty() => Some(one.post.clone()),
        _ => None,
    };
    let lines = match (is_glimpse, &card.text) {
        (true, Some(text)) => text.clone(),
        _ => card.summary.clone(),
    };
    Told { lines, is_glimpse, who, post, came, card }
}

/// What came of stories in these days, newest first; not of those that the letter tells itself.
fn outcomes(scene: &Scene<'_>, days: Days, told: &BTreeSet<&str>) -> Vec<Came> {
    let site = scene.site;
    let stories = site.with_outcome().into_iter().map(|place| &site.stories[place]);
    let mut came: Vec<(Option<Date>, &Entry, &str)> = vec![];
    for entry in stories.filter(|entry| !told.contains(entry.name.as_str())) {
        if !entry.story().is_some_and(is_told) {
            continue;
        }
        let all = scene.outcomes(entry).filter(|(outcome, _)| is_in(days, outcome.on));
        came.extend(all.map(|(outcome, words)| (outcome.on, &**entry, words.note.as_str())));
    }
    came.sort_by_key(|(on, ..)| std::cmp::Reverse(*on));
    let came = came.into_iter().take(OUTCOMES).map(|(_, entry, text)| {
        let link = scene.link_to(entry);
        let lang = entry.original.language.clone();
        Came { title: link.title, url: link.url, lang, text: text.to_owned() }
    });
    came.collect()
}

/// What was answered in these days, the newest answer first.
fn questions(scene: &Scene<'_>, days: Days) -> Vec<Answered> {
    let answered = |entry: &Entry| entry.faq().and_then(|faq| faq.answered);
    let all = scene.site.of_kind(Kind::Faq).filter(|entry| is_in(days, answered(entry)));
    let mut all: Vec<&Entry> = all.map(|entry| &**entry).collect();
    all.sort_by_key(|entry| std::cmp::Reverse(answered(entry)));
    let answer = |entry: &Entry| {
        let document = scene.document(entry);
        let begins = first_sentence(&document.prose.lead).0;
        Answered {
            title: document.title().to_owned(),
            url: scene.url_of(&entry.name),
            lang: document.facts.language.clone(),
            pieces: pieces(&begins),
            begins,
        }
    };
    all.into_iter().take(QUESTIONS).map(answer).collect()
}

/// Calls that are open on the day of the letter and close soon after it, by their deadline.
fn calls(scene: &Scene<'_>, until: Date) -> Vec<Closing> {
    let zone = &scene.site.config.zone;
    let mut open: Vec<(i32, &Entry, Event)> = vec![];
    for entry in scene.site.of_kind(Kind::Opportunity) {
        let Some(event) = entry.opportunity().map(Event::from) else { continue };
        let left = event.days_left(until, zone).filter(|left| (0..=SOON).contains(left));
        let is_open = event.state(until, zone).is_open();
        open.extend(left.filter(|_| is_open).map(|left| (left, &**entry, event)));
    }
    open.sort_by(|(a, one, _), (b, other, _)| (a, &one.name).cmp(&(b, &other.name)));
    let card = |(days_left, entry, event): (i32, &Entry, Event)| {
        let opportunity = entry.opportunity().expect("only events have calls");
        let document = scene.document(entry);
        let cover = opportunity.we_cover.as_ref();
        let covers = cover.map_or(vec![], |cover| {
            let parts = [
                ("ticket", cover.ticket),
                ("travel", cover.travel),
                ("hotel", cover.hotel),
                ("work-time", cover.work_time),
            ];
            parts.iter().filter(|(_, yes)| *yes == Some(true)).map(|(key, _)| *key).collect()
        });
        let contact = opportunity.contact.as_ref();
        Some(Closing {
            name: document.title().to_owned(),
            lang: document.facts.language.clone(),
            url: scene.url_of(&entry.name),
            days_left,
            closes: scene.day(event.closing_day(zone)?),
            place: opportunity.place.as_ref().and_then(|place| place.city.clone()),
            is_for_first_timers: opportunity.first_timer == Some(true),
            covers,
            ask: contact.and_then(|it| scene.contacts(std::slice::from_ref(it)).pop()),
        })
    };
    open.into_iter().take(CALLS).filter_map(card).collect()
}

/// Who told, and who helped them: by name, nobody twice, and nobody who told without a name.
fn thanked(scene: &Scene<'_>, new: &[&Entry]) -> (Option<String>, Option<String>) {
    let stories = || new.iter().filter_map(|entry| entry.story());
    let tellers = once(scene, stories().flat_map(Story::tellers), &BTreeSet::new());
    let told: BTreeSet<&str> = tellers.iter().map(|person| person.id.as_str()).collect();
    let helped = stories().filter(|story| !story.is_anonymous());
    let helped = helped.flat_map(|story| story.helped_by.iter().chain(&story.buddy));
    let helpers = once(scene, helped, &told);
    let phrase = |people: &[&PersonName]| {
        let shown = people.iter().take(NAMES).map(|person| scene.face(&person.id));
        let shown: Vec<Face> = shown.collect();
        (!shown.is_empty()).then(|| scene.names(&shown, people.len() - shown.len()))
    };
    (phrase(&tellers), phrase(&helpers))
}

/// Those who may be named, each once, and none of `others`.
fn once<'a>(
    scene: &Scene<'_>,
    people: impl Iterator<Item = &'a PersonName>,
    others: &BTreeSet<&str>,
) -> Vec<&'a PersonName> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let is_meant = |person: &&PersonName| {
        !others.contains(person.id.as_str())
            && crate::site::consent::person(scene.site, &person.id).is_some()
            && may_be_named(scene.site, &person.id)
    };
    people.filter(is_meant).filter(|person| seen.insert(person.id.as_str())).collect()
}
