//! What readers can hold us to, in figures about texts and promises, never about people. What is not
//! known is said, and is never a nought.

use serde::Serialize;

use super::{Owner, owner};
use crate::config::BrandStop;
use crate::site::Words;
use crate::views::scene::{Day, Scene};

#[derive(Serialize)]
pub(crate) struct Ledger {
    /// Of how many stories it counts.
    all: usize,
    words: Option<WordsLine>,
    waited: Option<WaitedLine>,
    /// Nobody writes it down, where there is none.
    stops: Option<Stops>,
    promises: Option<PromisesLine>,
}

/// Texts whose words somebody else changed.
#[derive(Serialize)]
struct WordsLine {
    changed: usize,
    /// Of how many Git tells it.
    known: usize,
}

/// How long stories waited.
#[derive(Serialize)]
struct WaitedLine {
    /// Half of them did not wait longer.
    half: i32,
    longest: i32,
    known: usize,
}

#[derive(Serialize)]
struct Stops {
    since: Option<Day>,
    count: usize,
    /// The newest.
    lines: Vec<StopLine>,
}

#[derive(Serialize)]
struct StopLine {
    day: Day,
    by: Option<Owner>,
    why: String,
    told: String,
}

#[derive(Serialize)]
struct PromisesLine {
    all: usize,
    broken: usize,
    mended: usize,
}

/// Of fewer stories, a figure would tell of each.
const FEWEST: usize = 5;
/// How many times are told one by one.
const STOPS: usize = 12;

/// `None` where there is nothing to account for yet.
pub(super) fn ledger(scene: &Scene<'_>) -> Option<Ledger> {
    let site = scene.site;
    let all = site.stories.len();
    if all == 0 && site.stops.is_none() {
        return None;
    }
    let words: Vec<Words> = site.stories.iter().map(|entry| site.words_of(entry)).collect();
    let count = |state: Words| words.iter().filter(|it| **it == state).count();
    let known = all - count(Words::NotKnown);
    let waited = site.waited();
    let (days, known_days) = (&waited.days, waited.days.len());
    let promises = &site.programme.promises;
    let kept = |kept| promises.iter().filter(move |promise| promise.kept == Some(kept));
    Some(Ledger {
        all,
        // A nought of a few would pass for one of all.
        words: (known >= FEWEST && (known * 2 >= all || count(Words::ChangedByOthers) > 0))
            .then(|| WordsLine { changed: count(Words::ChangedByOthers), known }),
        waited: (known_days >= FEWEST).then(|| WaitedLine {
            half: days[(known_days - 1) / 2],
            longest: days[known_days - 1],
            known: known_days,
        }),
        stops: site.stops.as_deref().map(|stops| {
            // What is written down for a day to come has not happened.
            let is_past = |stop: &&BrandStop| stop.on <= site.options.today;
            let mut newest: Vec<&BrandStop> = stops.stops.iter().filter(is_past).collect();
            newest.sort_by_key(|stop| std::cmp::Reverse(stop.on));
            Stops {
                since: stops.since.map(|since| scene.day(since)),
                count: newest.len(),
                lines: newest.into_iter().take(STOPS).map(|stop| line(scene, stop)).collect(),
            }
        }),
        promises: (!promises.is_empty()).then(|| PromisesLine {
            all: promises.len(),
            broken: kept(false).count(),
            mended: kept(true).filter(|promise| promise.mended.is_some()).count(),
        }),
    })
}

fn line(scene: &Scene<'_>, stop: &BrandStop) -> StopLine {
    StopLine {
        day: scene.day(stop.on),
        by: stop.by.as_ref().and_then(|person| owner(scene, person)),
        why: scene.local(&stop.why),
        told: scene.local(&stop.to_author),
    }
}
