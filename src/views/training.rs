//! Short trainings: what people can learn, and from whom.

use serde::Serialize;

use super::Page;
use super::opening::Opening;
use super::page_meta::PageMeta;
use super::scene::{Contact, Face, Scene};
use crate::base::Diagnostic;
use crate::config::HelpsWith;
use crate::document::Kind;
use crate::document::kinds::Training;
use crate::document::kinds::table::Section;
use crate::document::kinds::training::TrainingDate;
use crate::site::Entry;
use crate::site::addresses::TRAINING_DATES;

/// What the template `trainings.html` is given.
#[derive(Serialize)]
pub(crate) struct List {
    opening: Option<Opening>,
    trainings: Vec<TrainingFacts>,
    helper: Option<Contact>,
}

/// What the template `training.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    training: Taught,
}

#[derive(Serialize)]
struct TrainingFacts {
    title: String,
    url: String,
    /// The language of the title.
    lang: String,
    summary: Option<String>,
    minutes: u32,
    format: Option<&'static str>,
    languages: Vec<String>,
    giver: Option<Face>,
    /// When it is given next.
    dates: Vec<DateValues>,
}

#[derive(Serialize)]
struct DateValues {
    iso: String,
    /// With its weekday.
    long: String,
    short: String,
    time: Option<String>,
    place: Option<String>,
    full: bool,
}

/// How many dates a page names.
const MOST_DATES: usize = 6;

#[derive(Serialize)]
struct Taught {
    #[serde(flatten)]
    facts: TrainingFacts,
    html: String,
    link: Option<String>,
    contact: Option<Contact>,
    /// The calendar of all trainings.
    calendar: String,
}

pub(crate) fn list(scene: &Scene<'_>, _: usize) -> Result<Page<List>, Diagnostic> {
    let mut entries: Vec<_> = scene.site.of_kind(Kind::Training).collect();
    entries.sort_by(|a, b| {
        let by_title =
            || scene.locale.collation.compare(scene.document(a).title(), scene.document(b).title());
        a.order().cmp(&b.order()).then_with(by_title)
    });
    let trainings =
        entries.into_iter().filter_map(|entry| Some(facts(scene, entry, entry.training()?)));
    let opening = scene.opening(Kind::Training, 1);
    Ok(Page {
        meta: scene.list_meta(opening.as_ref(), "nav-training", "trainings"),
        crumbs: vec![scene.home()],
        values: List {
            opening,
            trainings: trainings.collect(),
            helper: scene.helper_with(HelpsWith::Training),
        },
    })
}

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let training = entry.training().expect("a training's page shows a training");
    let document = scene.document(entry);
    let summary = scene.summary(entry).map(str::to_owned);
    Ok(Page {
        meta: PageMeta {
            kind: "training",
            description: summary.or_else(|| Some(document.prose.excerpt.clone())),
            ..scene.meta_of(entry)
        },
        crumbs: vec![scene.home(), scene.section(Section::Training)],
        values: Values {
            training: Taught {
                facts: facts(scene, entry, training),
                html: scene.html(document),
                link: training.link.as_ref().map(|link| link.0.clone()),
                calendar: scene.url(TRAINING_DATES),
                contact: training.given_by.as_ref().and_then(|person| scene.contact(&person.id)),
            },
        },
    })
}

fn facts(scene: &Scene<'_>, entry: &Entry, training: &Training) -> TrainingFacts {
    let document = scene.document(entry);
    TrainingFacts {
        title: document.title().to_owned(),
        url: scene.url_of(&entry.name),
        lang: document.facts.language.clone(),
        summary: scene.summary(entry).map(str::to_owned),
        minutes: training.minutes,
        format: training.format.map(|format| format.word()),
        languages: training.languages.iter().map(|code| scene.language_name(&code.0)).collect(),
        giver: training.given_by.as_ref().map(|person| scene.face(&person.id)),
        dates: dates(scene, training),
    }
}

/// Those to come, the next one first.
fn dates(scene: &Scene<'_>, training: &Training) -> Vec<DateValues> {
    let today = scene.site.options.today;
    let mut dates: Vec<&TrainingDate> =
        training.dates.iter().filter(|date| date.on >= today).collect();
    dates.sort_by_key(|date| (date.on, date.time.as_ref().map(|time| time.time())));
    let values = |date: &TrainingDate| DateValues {
        iso: date.on.to_string(),
        long: scene.locale.dates.with_weekday(date.on),
        short: scene.day(date.on).short,
        time: date.time.as_ref().map(|time| time.written()),
        place: date.place.as_ref().map(|place| scene.local(place)),
        full: date.full == Some(true),
    };
    dates.into_iter().take(MOST_DATES).map(values).collect()
}
