//! When we meet: each series with its next day.

use serde::Serialize;

use crate::config::Meeting;
use crate::site::addresses::meeting_path;
use crate::views::scene::Scene;

#[derive(Serialize)]
pub(crate) struct MeetingLine {
    name: String,
    url: String,
    what_for: Option<String>,
    place: Option<String>,
    next: Option<NextDay>,
    every: String,
    minutes: Option<u32>,
    /// Days soon after the next one on which there is none, in short.
    except: Vec<String>,
}

/// The next day of a series: `2026-12-01`, "Tue 1 Dec", and its hour.
#[derive(Serialize)]
struct NextDay {
    iso: String,
    short: String,
    time: Option<String>,
}

/// For how many days ahead it is said that there is no meeting.
const AHEAD: i64 = 40;

/// The one that is next comes first; those without a day come last.
pub(super) fn lines(scene: &Scene<'_>) -> Vec<MeetingLine> {
    let mut lines: Vec<MeetingLine> =
        scene.site.programme.meetings.iter().map(|meeting| line(scene, meeting)).collect();
    lines.sort_by_key(|line| {
        line.next.as_ref().map_or((true, String::new()), |it| (false, it.iso.clone()))
    });
    lines
}

fn line(scene: &Scene<'_>, meeting: &Meeting) -> MeetingLine {
    let today = scene.site.options.today;
    let dates = &scene.locale.dates;
    let next = meeting.next(today, 1).pop();
    let is_near = |day: i64| (0..=AHEAD).contains(&day);
    let days = |date: crate::base::Date| i64::from((date - today).get_days());
    let mut except: Vec<_> =
        meeting.except.iter().copied().filter(|it| is_near(days(*it))).collect();
    except.retain(|day| meeting.is_usual(*day) && meeting.moved.iter().all(|it| it.from != *day));
    except.sort_unstable();
    except.dedup();
    MeetingLine {
        name: scene.local(&meeting.name.value),
        url: scene.url(&meeting_path(&meeting.address_part(scene.site.default_language()))),
        what_for: meeting.what_for.as_ref().map(|what_for| scene.local(what_for)),
        place: meeting.place.as_ref().map(|place| scene.local(place)),
        next: next.map(|next| NextDay {
            iso: next.date.to_string(),
            short: dates.short_with_weekday(next.date),
            time: next.time,
        }),
        every: scene.text(meeting.rhythm().text()),
        minutes: meeting.minutes,
        except: except.into_iter().map(|date| dates.short(date, today)).collect(),
    }
}
