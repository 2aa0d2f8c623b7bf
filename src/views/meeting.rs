//! The page of a series of meetings: its next days, and the sheet for the next one, to be printed and
//! written on. Who was there is written nowhere.

use serde::Serialize;

use super::Page;
use super::agenda::{self, Days, Item};
use super::page_meta::PageMeta;
use super::scene::Scene;
use crate::base::Date;
use crate::site::addresses::{ALL_MEETINGS, meeting_calendar_path};

/// What the template `meeting.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    name: String,
    what_for: Option<String>,
    place: Option<String>,
    every: String,
    minutes: Option<u32>,
    /// The next one, and those that follow.
    next: Option<NextDay>,
    later: Vec<NextDay>,
    agenda: Vec<Item>,
    /// The calendar of this series, and of all.
    calendar: String,
    all: Option<String>,
}

#[derive(Serialize)]
struct NextDay {
    iso: String,
    long: String,
    time: Option<String>,
    is_moved: bool,
}

/// How many later days the page names.
const LATER: usize = 4;

pub(crate) fn view(scene: &Scene<'_>, at: usize) -> Page<Values> {
    let meetings = &scene.site.programme.meetings;
    let meeting = meetings.get(at).expect("routes name meetings that there are");
    let today = scene.site.options.today;
    let sittings = meeting.next(today, LATER + 1);
    let on = |date: Date| scene.locale.dates.with_weekday(date);
    let mut days = sittings.iter().map(|sitting| NextDay {
        iso: sitting.date.to_string(),
        long: on(sitting.date),
        time: sitting.time.clone(),
        is_moved: sitting.moved_from.is_some(),
    });
    let next = days.next();
    let agenda = sittings.first().map(|sitting| {
        let days = Days {
            last: meeting.last_before(sitting.date),
            day: sitting.date,
            next: sittings.get(1).map(|sitting| sitting.date),
        };
        agenda::agenda(scene, meeting, days)
    });
    let name = scene.local(&meeting.name.value);
    let part = meeting.address_part(scene.site.default_language());
    Page {
        meta: PageMeta { title: name.clone(), kind: "meeting", ..PageMeta::default() },
        crumbs: vec![scene.home(), scene.programme()],
        values: Values {
            name,
            what_for: meeting.what_for.as_ref().map(|what_for| scene.local(what_for)),
            place: meeting.place.as_ref().map(|place| scene.local(place)),
            every: scene.text(meeting.rhythm().text()),
            minutes: meeting.minutes,
            next,
            later: days.collect(),
            agenda: agenda.unwrap_or_default(),
            calendar: scene.url(&meeting_calendar_path(&part)),
            all: (meetings.len() > 1).then(|| scene.url(ALL_MEETINGS)),
        },
    }
}
