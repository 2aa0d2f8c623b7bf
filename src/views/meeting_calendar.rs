//! The meetings of the programme as a calendar to subscribe to: all of them, or one series.

use jiff::civil::DateTime;

use super::calendar::{Calendar, When, digits, weekday_letters};
use super::scene::Scene;
use crate::base::date::Zone;
use crate::base::media_type::WORDS;
use crate::base::{Date, percent};
use crate::config::{Meeting, MeetingRhythm, MovedMeeting};
use crate::site::addresses::meeting_path;

/// All series, or the one at this place among them.
pub(crate) fn calendar(scene: &Scene<'_>, only: Option<usize>) -> Vec<u8> {
    let site = scene.site;
    let meetings: Vec<&Meeting> = match only {
        Some(at) => site.programme.meetings.get(at).into_iter().collect(),
        None => site.programme.meetings.iter().collect(),
    };
    let title = scene.local(&site.config.file.title);
    let name = match only.and_then(|_| meetings.first()) {
        Some(meeting) => format!("{}, {title}", scene.local(&meeting.name.value)),
        None => format!("{}, {title}", scene.text("meetings-calendar")),
    };
    let mut calendar = Calendar::new(&told(scene, &name));
    let begin = begins(scene);
    let series: Vec<Series<'_>> =
        meetings.iter().filter_map(|meeting| Series::of(scene, meeting, begin)).collect();
    let zone = &site.config.zone;
    if let Some(first) = series.iter().filter_map(Series::first_with_hour).min() {
        calendar.zone(zone, first);
    }
    for series in &series {
        series.write(scene, zone, &mut calendar);
    }
    calendar.finish()
}

/// A text of the programme without names that readers may not see: no name is found in a text whose
/// lines were folded.
pub(super) fn told(scene: &Scene<'_>, text: &str) -> String {
    scene.nameless(text, WORDS).unwrap_or_else(|| text.to_owned())
}

/// Where the calendar begins: with the year, so that it stays the same. What was before is over, and how
/// the clocks were then is not told.
fn begins(scene: &Scene<'_>) -> Date {
    scene.site.options.today.first_of_year()
}

/// A series of meetings with what its events have in common.
struct Series<'a> {
    meeting: &'a Meeting,
    /// The first usual day from the beginning of the calendar on.
    first: Date,
    begin: Date,
}

impl<'a> Series<'a> {
    /// `None` where it is not known on which days it is, and where it is over or ends before it begins.
    fn of(scene: &Scene<'_>, meeting: &'a Meeting, begin: Date) -> Option<Series<'a>> {
        let first = meeting.usual_days(begin).next()?;
        let end = first.max(scene.site.options.today);
        let is_over = meeting.until.is_some_and(|until| until < end);
        (!is_over).then_some(Series { meeting, first, begin })
    }

    /// The first day that has an hour, whose clocks must be known.
    fn first_with_hour(&self) -> Option<Date> {
        let usual = self.meeting.time.is_some().then_some(self.first);
        let moved = self.moved().filter(|it| matches!(self.moved_to(it), When::Moment(_)));
        moved.map(|it| it.to).chain(usual).min()
    }

    /// Those that are not over; of two for the same day, the first.
    fn moved(&self) -> impl Iterator<Item = &'a MovedMeeting> {
        let all = &self.meeting.moved;
        let is_first = |(at, it): &(usize, &MovedMeeting)| {
            all[..*at].iter().all(|before| before.from != it.from)
        };
        let moved = all.iter().enumerate().filter(is_first).map(|(_, it)| it);
        moved.filter(|it| self.meeting.is_usual(it.from) && it.to >= self.begin)
    }

    /// A day of the series, at its hour if it has one.
    fn on(&self, day: Date) -> When {
        match &self.meeting.time {
            Some(time) => When::Moment(day.to_datetime(time.time())),
            None => When::Day(day),
        }
    }

    fn write(&self, scene: &Scene<'_>, zone: &Zone, calendar: &mut Calendar) {
        let meeting = self.meeting;
        let id = format!(
            "{}@{}",
            meeting.address_part(scene.site.default_language()),
            scene.site.host()
        );
        calendar.line("BEGIN", "VEVENT");
        calendar.line("UID", &id);
        self.write_common(scene, zone, calendar, self.on(self.first));
        calendar.line("RRULE", &self.rule(zone));
        let moved = meeting.moved.iter().map(|moved| moved.from);
        let mut left_out: Vec<Date> = meeting.except.iter().copied().chain(moved).collect();
        left_out.sort_unstable();
        left_out.dedup();
        let is_usual = |day: &Date| *day >= self.first && meeting.is_usual(*day);
        for day in left_out.into_iter().filter(is_usual) {
            calendar.when("EXDATE", self.on(day), zone);
        }
        calendar.line("END", "VEVENT");
        // One that is moved is an event of its own: programs that know no RECURRENCE-ID show it once.
        for moved in self.moved() {
            calendar.line("BEGIN", "VEVENT");
            calendar.line("UID", &format!("{}-{id}", moved.from));
            self.write_common(scene, zone, calendar, self.moved_to(moved));
            calendar.line("END", "VEVENT");
        }
    }

    /// What an event of the series says that is on this day.
    fn write_common(&self, scene: &Scene<'_>, zone: &Zone, calendar: &mut Calendar, when: When) {
        let meeting = self.meeting;
        // No clock is read: it is as if all were written on the first day.
        calendar.line("DTSTAMP", &format!("{}Z", digits(self.first.at(0, 0, 0, 0))));
        calendar.when("DTSTART", when, zone);
        if let (When::Moment(_), Some(minutes)) = (when, meeting.minutes.filter(|it| *it > 0)) {
            calendar.line("DURATION", &format!("PT{}M", minutes.min(MOST_MINUTES)));
        }
        calendar.words("SUMMARY", &told(scene, &scene.local(&meeting.name.value)));
        if let Some(what_for) = &meeting.what_for {
            calendar.words("DESCRIPTION", &told(scene, &scene.local(what_for)));
        }
        if let Some(place) = &meeting.place {
            calendar.words("LOCATION", &told(scene, &scene.local(place)));
        }
        if let Some(base) = scene.site.base_url() {
            let part = meeting.address_part(scene.site.default_language());
            let page = scene.url(&meeting_path(&part));
            calendar.line("URL", &format!("{base}{}", percent::encoded(&page)));
        }
        // A whole day is a reminder: nobody is busy for all of it.
        let is_busy = matches!(when, When::Moment(_));
        calendar.line("TRANSP", if is_busy { "OPAQUE" } else { "TRANSPARENT" });
    }

    fn rule(&self, zone: &Zone) -> String {
        let meeting = self.meeting;
        let day = weekday_letters(self.first.weekday());
        let nth = meeting.which.unwrap_or_default().number();
        let rule = match meeting.rhythm() {
            MeetingRhythm::Week => format!("FREQ=WEEKLY;BYDAY={day}"),
            MeetingRhythm::Month => format!("FREQ=MONTHLY;BYDAY={nth}{day}"),
            MeetingRhythm::Quarter => format!("FREQ=MONTHLY;INTERVAL=3;BYDAY={nth}{day}"),
        };
        match self.last().and_then(|last| self.until(last, zone)) {
            Some(until) => format!("{rule};UNTIL={until}"),
            None => rule,
        }
    }

    /// The last usual day, where the series ends within the lives of its readers.
    fn last(&self) -> Option<Date> {
        let until = self.meeting.until.filter(|until| until.year() <= LAST_YEAR)?;
        self.meeting.usual_days(self.first).take_while(|day| *day <= until).last()
    }

    /// An end that is exactly the beginning of the last one: in UTC where there is an hour, as it must be
    /// beside a time zone; a day where there is none.
    fn until(&self, last: Date, zone: &Zone) -> Option<String> {
        match self.on(last) {
            When::Day(day) => Some(super::calendar::day_digits(day)),
            When::Moment(shown) => {
                let utc = jiff::tz::Offset::UTC.to_datetime(zone.moment_of(shown)?);
                Some(format!("{}Z", digits(utc)))
            }
        }
    }

    fn moved_to(&self, moved: &MovedMeeting) -> When {
        let time = moved.time.as_ref().or(self.meeting.time.as_ref());
        let at = |time: jiff::civil::Time| -> DateTime { moved.to.to_datetime(time) };
        time.map_or(When::Day(moved.to), |time| When::Moment(at(time.time())))
    }
}

/// After this, a series has no end.
const LAST_YEAR: i16 = 2100;

/// A day has no more.
pub(super) const MOST_MINUTES: u32 = 24 * 60;
