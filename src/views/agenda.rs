//! What a meeting talks about, filled in from the site: what is new, what waits, what closes, what is due.
//! What there is nothing of drops out, and gives its minutes to the reading.

use std::sync::Arc;

use jiff::ToSpan;
use serde::Serialize;

use super::scene::Scene;
use super::shorten;
use crate::base::Date;
use crate::config::{Meeting, MeetingRhythm, written_hour};
use crate::due::{days, programme, quarters, stories, texts};
use crate::language::Arg;
use crate::site::Entry;

/// One thing to talk about.
#[derive(Serialize)]
pub(crate) struct Item {
    /// The hour at which it begins, if the meeting has one.
    at: Option<String>,
    minutes: u32,
    heading: String,
    text: Option<String>,
    lines: Vec<Line>,
    /// How many more there are.
    more: usize,
}

#[derive(Serialize)]
struct Line {
    text: String,
    /// The language of the text, where it is not that of the page.
    lang: Option<String>,
    url: Option<String>,
    /// What stands behind it in small.
    post: Option<String>,
}

/// An item before its minutes are known.
struct Point {
    heading: String,
    weight: u32,
    text: Option<String>,
    lines: Vec<Line>,
    more: usize,
}

/// The days of a meeting, of the one before and of the one after.
#[derive(Clone, Copy)]
pub(super) struct Days {
    pub(super) last: Option<Date>,
    pub(super) day: Date,
    pub(super) next: Option<Date>,
}

/// How many lines an item has at most: all of them must fit on a sheet.
const LINES: usize = 5;
/// How long a meeting is that does not say it.
const MINUTES: u32 = 30;

pub(super) fn agenda(scene: &Scene<'_>, meeting: &Meeting, days: Days) -> Vec<Item> {
    let points = points(scene, meeting, days);
    let total = meeting.minutes.filter(|minutes| *minutes > 0).unwrap_or(MINUTES);
    let weights: Vec<u32> = points.iter().map(|point| point.weight).collect();
    let minutes = shared(total, &weights);
    let mut at = meeting.time.as_ref().map(|time| time.time());
    let item = |(point, minutes): (Point, u32)| {
        let begins = at.map(written_hour);
        at = at.map(|time| time.wrapping_add(i64::from(minutes).minutes()));
        let Point { heading, text, lines, more, .. } = point;
        Item { at: begins, minutes, heading, text, lines, more }
    };
    points.into_iter().zip(minutes).map(item).collect()
}

fn points(scene: &Scene<'_>, meeting: &Meeting, around: Days) -> Vec<Point> {
    let Days { last, day, next } = around;
    let until = next.unwrap_or(day);
    let new = stories::new_stories(scene.site, last, day);
    let mut points = vec![];
    if let Some(newest) = new.first() {
        let mut read = Point::new(scene.text("agenda-read"), 5);
        read.text = Some(scene.text("agenda-read-how"));
        read.lines.push(story(scene, newest));
        points.push(read);
        let since = last.map(|last| scene.locale.dates.short(last, day));
        let heading = match &since {
            Some(since) => scene.text_with("agenda-new-since", &[("day", Arg::Text(since))]),
            None => scene.text("agenda-new"),
        };
        let lines = new.iter().map(|entry| story(scene, entry)).collect();
        points.extend(Point::of(heading, 8, lines));
    }
    // What they ask is not shown before they are published.
    let waiting = texts::waiting_questions(scene.site).count();
    if waiting > 0 {
        let mut questions = Point::new(scene.text("agenda-questions"), 6);
        let count = i64::try_from(waiting).unwrap_or(i64::MAX);
        let text = scene.text_with("agenda-questions-wait", &[("n", Arg::Number(count))]);
        questions.text = Some(text);
        points.push(questions);
    }
    let calls = days::closing_calls(scene.site, day, until);
    let calls = calls.into_iter().map(|call| dated(scene, call)).collect();
    points.extend(Point::of(scene.text("agenda-closing"), 6, calls));
    if meeting.rhythm() == MeetingRhythm::Quarter {
        points.extend(Point::of(scene.text("agenda-promises"), 15, promises(scene)));
    }
    points.extend(measures(scene, day));
    let pages = texts::to_check(scene.site, until);
    let pages = pages.into_iter().map(|page| dated(scene, page)).collect();
    points.extend(Point::of(scene.text("agenda-review"), 5, pages));
    points.extend(Point::of(scene.text("agenda-tries"), 6, tries(scene)));
    let asks = [("agenda-seen", "agenda-seen-how", 5)];
    let asks = asks.into_iter().filter(|_| scene.site.pause().is_none());
    for (key, how, weight) in asks.chain([("agenda-differ", "agenda-differ-how", 3)]) {
        let mut point = Point::new(scene.text(key), weight);
        point.text = Some(scene.text(how));
        points.push(point);
    }
    points
}

impl Point {
    fn new(heading: String, weight: u32) -> Point {
        Point { heading, weight, text: None, lines: vec![], more: 0 }
    }

    /// `None` where there is nothing of it.
    fn of(heading: String, weight: u32, mut lines: Vec<Line>) -> Option<Point> {
        let more = lines.len().saturating_sub(LINES);
        lines.truncate(LINES);
        (!lines.is_empty()).then(|| Point { lines, more, ..Point::new(heading, weight) })
    }
}

fn story(scene: &Scene<'_>, entry: &Entry) -> Line {
    let place = scene.site.place_of(entry);
    let lang = &entry.original.language;
    Line {
        text: scene.link_to(entry).title,
        lang: (lang != scene.code()).then(|| lang.clone()),
        url: Some(scene.url_of(&entry.name)),
        post: place.map(|place| scene.site.place_name(place, scene.code()).to_owned()),
    }
}

/// A text, and the day until which something is due with it.
fn dated(scene: &Scene<'_>, (due, entry): (Date, &Arc<Entry>)) -> Line {
    Line {
        text: scene.link_to(entry).title,
        lang: None,
        url: Some(scene.url_of(&entry.name)),
        post: Some(scene.locale.dates.short(due, scene.site.options.today)),
    }
}

/// What is tried and not done.
fn tries(scene: &Scene<'_>) -> Vec<Line> {
    let line = |attempt: &crate::config::Attempt| Line {
        text: scene.local(&attempt.what),
        lang: None,
        url: None,
        post: attempt.owner.as_ref().and_then(|person| {
            scene.site.person(&person.id)?;
            Some(scene.face(&person.id).name)
        }),
    };
    programme::open_tries(scene.site).map(line).collect()
}

/// The promises, those first that are not kept.
fn promises(scene: &Scene<'_>) -> Vec<Line> {
    let line = |promise: &crate::config::Promise| Line {
        text: shorten::shortened(&scene.local(&promise.text), 200),
        lang: None,
        url: None,
        post: (promise.kept == Some(false)).then(|| scene.text("agenda-not-yet")),
    };
    programme::promises(scene.site).into_iter().map(line).collect()
}

/// What of the last quarter is still to be written down, as of the day of the meeting.
fn measures(scene: &Scene<'_>, day: Date) -> Option<Point> {
    let (key, quarter) = match quarters::to_begin(scene.site, day) {
        Some(quarter) => ("agenda-measures-begin", quarter),
        None => ("agenda-measures-finish", quarters::to_finish(scene.site, day)?.0),
    };
    let mut point = Point::new(scene.text("agenda-measures"), 6);
    point.text = Some(scene.text_with(key, &[("quarter", Arg::Text(&scene.quarter(quarter)))]));
    Some(point)
}

/// How long the first point is at most, while others can have what is left.
const LONGEST_READING: u32 = 20;

/// The minutes of a meeting, shared out: what is left over is the first one's, and what would be too much
/// for that is the longest one's. Where there are too few, all are shortened alike. The sum is always that
/// of the meeting, as long as each can have one.
fn shared(total: u32, weights: &[u32]) -> Vec<u32> {
    let wanted: u32 = weights.iter().sum();
    if wanted == 0 {
        return vec![];
    }
    let mut minutes: Vec<u32> = match wanted <= total {
        true => weights.to_vec(),
        false => weights.iter().map(|weight| (weight * total / wanted).max(1)).collect(),
    };
    let given: u32 = minutes.iter().sum();
    let left = total.saturating_sub(given);
    let first = left.min(LONGEST_READING.saturating_sub(minutes[0]));
    minutes[0] += first;
    let longest = (0..minutes.len()).max_by_key(|at| weights[*at]).unwrap_or(0);
    minutes[longest] += left - first;
    let mut over = given.saturating_sub(total);
    while over > 0 {
        let Some(longest) = minutes.iter_mut().filter(|it| **it > 1).max() else { break };
        *longest -= 1;
        over -= 1;
    }
    minutes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minutes_of_a_meeting_are_all_shared_out() {
        for total in [5, 10, 30, 45, 90] {
            for weights in [&[5, 8, 6, 6, 5, 3][..], &[5, 3], &[5], &[5, 8, 6, 6, 15, 5, 6, 5, 3]] {
                let minutes = shared(total, weights);
                assert!(minutes.iter().all(|it| *it > 0), "{total} {weights:?}");
                let fewest = u32::try_from(weights.len()).expect("few");
                assert_eq!(minutes.iter().sum::<u32>(), total.max(fewest), "{total} {weights:?}");
            }
        }
        assert_eq!(shared(20, &[5, 3]), [17, 3], "the reading gets what is left");
        assert_eq!(shared(90, &[5, 8, 15]), [20, 8, 62], "and not more than it needs");
    }
}
