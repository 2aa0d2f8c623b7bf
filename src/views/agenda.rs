//! What a meeting talks about, filled in from the site: what is new, what waits, what closes, what is due.
//! What there is nothing of drops out, and gives its minutes to the reading.

use jiff::ToSpan;
use serde::Serialize;

use super::scene::Scene;
use super::shorten;
use crate::base::Date;
use crate::config::{Meeting, MeetingRhythm, written_hour};
use crate::document::Kind;
use crate::document::kinds::story::Status;
use crate::language::Arg;
use crate::site::{Entry, Hidden, Site};
use crate::speaking::Event;

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

fn points(scene: &Scene<'_>, meeting: &Meeting, days: Days) -> Vec<Point> {
    let Days { last, day, next } = days;
    let until = next.unwrap_or(day);
    let new = new_stories(scene.site, last, day);
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
    let waiting = waiting_questions(scene.site);
    if waiting > 0 {
        let mut questions = Point::new(scene.text("agenda-questions"), 6);
        let count = i64::try_from(waiting).unwrap_or(i64::MAX);
        let text = scene.text_with("agenda-questions-wait", &[("n", Arg::Number(count))]);
        questions.text = Some(text);
        points.push(questions);
    }
    points.extend(Point::of(scene.text("agenda-closing"), 6, closing(scene, day, until)));
    if meeting.rhythm() == MeetingRhythm::Quarter {
        points.extend(Point::of(scene.text("agenda-promises"), 15, promises(scene)));
    }
    points.extend(Point::of(scene.text("agenda-review"), 5, due_pages(scene, until)));
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

/// Stories that came since the last meeting, newest first.
fn new_stories(site: &Site, last: Option<Date>, day: Date) -> Vec<&Entry> {
    let is_new = |entry: &&Entry| {
        entry.story().is_some_and(|story| {
            story.status != Some(Status::Archived)
                && story.date.is_some_and(|date| date <= day && last.is_none_or(|last| date > last))
        })
    };
    site.stories.iter().map(|entry| &**entry).filter(is_new).collect()
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

/// How many questions are drafts. What they ask is not shown before they are published.
fn waiting_questions(site: &Site) -> usize {
    let questions = site.hidden.iter().filter(|(name, _)| name.starts_with(Kind::Faq.row().inside));
    questions.filter(|(_, why)| matches!(why, Hidden::Draft)).count()
}

/// Calls that close before the next meeting, the first one first.
fn closing(scene: &Scene<'_>, day: Date, until: Date) -> Vec<Line> {
    let site = scene.site;
    let zone = &site.config.zone;
    let mut calls: Vec<(Date, Line)> = site
        .of_kind(Kind::Opportunity)
        .filter_map(|entry| {
            let event = Event::from(entry.opportunity()?);
            event.days_left(site.options.today, zone)?;
            let closes = event.closing_day(zone).filter(|it| (day..=until).contains(it))?;
            let line = Line {
                text: scene.link_to(entry).title,
                lang: None,
                url: Some(scene.url_of(&entry.name)),
                post: Some(scene.locale.dates.short(closes, site.options.today)),
            };
            Some((closes, line))
        })
        .collect();
    calls.sort_by_key(|(closes, _)| *closes);
    calls.into_iter().map(|(_, line)| line).collect()
}

/// Pages of the handbook that must be checked before the next meeting, the oldest first.
fn due_pages(scene: &Scene<'_>, until: Date) -> Vec<Line> {
    let entries = scene.site.of_kind(Kind::Page).chain(scene.site.of_kind(Kind::Guideline));
    let mut due: Vec<(Date, Line)> = entries
        .filter_map(|entry| {
            let of_page = entry.page().map(|page| (page.reviewed, page.review_every));
            let of_guideline = || entry.guideline().map(|it| (it.reviewed, it.review_every));
            let (reviewed, every) = of_page.or_else(of_guideline)?;
            let due = every?.after(reviewed?);
            let line = Line {
                text: scene.link_to(entry).title,
                lang: None,
                url: Some(scene.url_of(&entry.name)),
                post: Some(scene.locale.dates.short(due, scene.site.options.today)),
            };
            (due < until).then_some((due, line))
        })
        .collect();
    due.sort_by_key(|(due, _)| *due);
    due.into_iter().map(|(_, line)| line).collect()
}

/// What is tried and not done.
fn tries(scene: &Scene<'_>) -> Vec<Line> {
    let roadmap = scene.site.programme.roadmap.as_ref();
    let open = roadmap.into_iter().flat_map(|it| &it.tries).filter(|it| it.done != Some(true));
    let line = |attempt: &crate::config::Attempt| Line {
        text: scene.local(&attempt.what),
        lang: None,
        url: None,
        post: attempt.owner.as_ref().and_then(|person| {
            scene.site.person(&person.id)?;
            Some(scene.face(&person.id).name)
        }),
    };
    open.map(line).collect()
}

/// The promises, those first that are not kept.
fn promises(scene: &Scene<'_>) -> Vec<Line> {
    let mut promises: Vec<_> = scene.site.programme.promises.iter().collect();
    promises.sort_by_key(|promise| promise.kept != Some(false));
    let line = |promise: &crate::config::Promise| Line {
        text: shorten::shortened(&scene.local(&promise.text), 200),
        lang: None,
        url: None,
        post: (promise.kept == Some(false)).then(|| scene.text("agenda-not-yet")),
    };
    promises.into_iter().map(line).collect()
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
