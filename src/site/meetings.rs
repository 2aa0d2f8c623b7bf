//! The days on which a series of meetings is, from what `programme.toml` says of it.

use jiff::ToSpan;
use jiff::civil::Weekday;

use super::addresses::{part_slug, plain_slug};
use crate::base::{At, Date};
use crate::config::{Meeting, MeetingRhythm, WhichDay};

/// One meeting of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sitting {
    pub(crate) date: Date,
    /// The hour, `14:00`, if it is known.
    pub(crate) time: Option<String>,
    /// The usual day, where it is on another one.
    pub(crate) moved_from: Option<Date>,
}

/// The months in which a meeting of each quarter is: those that follow one.
pub(crate) const MONTHS_OF_QUARTERS: [i8; 4] = [1, 4, 7, 10];

/// How many usual days are looked at: as many weeks as two years have. A series that pauses longer is over.
const MOST_LOOKED_AT: usize = 105;

impl Meeting {
    /// The next meetings on or after a day, in the order of their days; none where it is not known on
    /// which weekday they are.
    pub(crate) fn next(&self, from: Date, most: usize) -> Vec<Sitting> {
        let last = self.until;
        // One that is moved to later comes after its usual day.
        let moved = self.moved.iter().map(|moved| moved.from);
        let moved = moved.filter(|day| *day < from && self.is_usual(*day));
        let mut next: Vec<Sitting> = self
            .usual_days(from)
            .take(MOST_LOOKED_AT)
            .take_while(|day| last.is_none_or(|last| *day <= last))
            .chain(moved)
            .filter_map(|day| self.sitting(day))
            .filter(|sitting| sitting.date >= from)
            .collect();
        next.sort_by_key(|sitting| sitting.date);
        next.truncate(most);
        next
    }

    /// The last meeting before a day.
    pub(crate) fn last_before(&self, day: Date) -> Option<Date> {
        let back = match self.rhythm() {
            MeetingRhythm::Week => 15.weeks(),
            MeetingRhythm::Month => 6.months(),
            MeetingRhythm::Quarter => 12.months(),
        };
        let begin = day.checked_sub(back).ok()?;
        let days = self.usual_days(begin).take(MOST_LOOKED_AT);
        let sittings = days.take_while(|usual| *usual < day).filter_map(|day| self.sitting(day));
        sittings.map(|sitting| sitting.date).filter(|date| *date < day).max()
    }

    /// Its part of addresses: its id, or what its name becomes.
    pub(crate) fn address_part(&self, language: &str) -> String {
        match self.id.as_ref().filter(|id| !id.value.is_empty()) {
            Some(id) => part_slug(&id.value).into_owned(),
            None => plain_slug(self.name.value.get(language, language)),
        }
    }

    /// Where that is written.
    pub(crate) fn address_at(&self) -> At {
        let id = self.id.as_ref().filter(|id| !id.value.is_empty());
        id.map_or(self.name.at, |id| id.at)
    }

    pub(crate) fn rhythm(&self) -> MeetingRhythm {
        self.every.unwrap_or_default()
    }

    /// The days of the rhythm from a day on, without regard to exceptions.
    pub(crate) fn usual_days(&self, from: Date) -> impl Iterator<Item = Date> {
        let from = self.since.map_or(from, |since| since.max(from));
        let weekday = self.day.as_ref().map(|day| day.day());
        let rhythm = self.rhythm();
        let which = self.which.unwrap_or_default();
        let mut at = weekday.and_then(|weekday| first_step(from, weekday, rhythm));
        std::iter::from_fn(move || {
            loop {
                let step = at?;
                let day = match rhythm {
                    MeetingRhythm::Week => Some(step),
                    MeetingRhythm::Month | MeetingRhythm::Quarter => which.of_month(step, weekday?),
                };
                at = match rhythm {
                    MeetingRhythm::Week => step.checked_add(1.week()).ok(),
                    MeetingRhythm::Month => step.checked_add(1.month()).ok(),
                    MeetingRhythm::Quarter => step.checked_add(3.months()).ok(),
                };
                if let Some(day) = day.filter(|day| *day >= from) {
                    return Some(day);
                }
            }
        })
    }

    /// Whether a day is one of the rhythm.
    pub(crate) fn is_usual(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day <= until) && self.usual_days(day).next() == Some(day)
    }

    fn sitting(&self, day: Date) -> Option<Sitting> {
        let time = || self.time.as_ref().map(|time| time.written());
        if let Some(moved) = self.moved.iter().find(|moved| moved.from == day) {
            let time = moved.time.as_ref().map(|time| time.written()).or_else(time);
            return Some(Sitting { date: moved.to, time, moved_from: Some(day) });
        }
        let sitting = Sitting { date: day, time: time(), moved_from: None };
        (!self.except.contains(&day)).then_some(sitting)
    }
}

impl MeetingRhythm {
    /// The key of the text that says how often it is.
    pub(crate) fn text(self) -> &'static str {
        match self {
            MeetingRhythm::Week => "every-week",
            MeetingRhythm::Month => "every-month",
            MeetingRhythm::Quarter => "every-quarter",
        }
    }
}

impl WhichDay {
    /// The day of the month of `day`.
    fn of_month(self, day: Date, weekday: Weekday) -> Option<Date> {
        day.nth_weekday_of_month(self.number(), weekday).ok()
    }

    /// Its number in the month; the last one is -1.
    pub(crate) fn number(self) -> i8 {
        match self {
            WhichDay::First => 1,
            WhichDay::Second => 2,
            WhichDay::Third => 3,
            WhichDay::Fourth => 4,
            WhichDay::Last => -1,
        }
    }
}

/// The first weekday, or the first day of the first month in which there is a meeting.
fn first_step(from: Date, weekday: Weekday, rhythm: MeetingRhythm) -> Option<Date> {
    match rhythm {
        MeetingRhythm::Week if from.weekday() == weekday => Some(from),
        MeetingRhythm::Week => from.nth_weekday(1, weekday).ok(),
        MeetingRhythm::Month => Some(from.first_of_month()),
        MeetingRhythm::Quarter => {
            let first = from.first_of_month();
            let mut months = (0..3).filter_map(|months| first.checked_add(months.months()).ok());
            months.find(|month| MONTHS_OF_QUARTERS.contains(&month.month()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Source;
    use crate::base::SourcePath;
    use crate::base::date::parse_date;
    use crate::config::Programme;

    fn meeting(fields: &str) -> Meeting {
        let path = SourcePath::new("content/programme.toml").expect("a path inside");
        let source = Source::new(path, format!("[[meetings]]\nname = \"M\"\n{fields}"));
        let mut wrong = vec![];
        let (mut programme, _) = Programme::read(&source, &["en".to_owned()], &mut wrong);
        assert!(wrong.is_empty(), "{wrong:?}");
        programme.meetings.remove(0)
    }

    fn day(text: &str) -> Date {
        parse_date(text).expect("a date")
    }

    fn next(fields: &str, from: &str, most: usize) -> Vec<String> {
        let next = meeting(fields).next(day(from), most);
        next.into_iter().map(|sitting| sitting.date.to_string()).collect()
    }

    #[test]
    fn each_rhythm_has_its_days() {
        let week = "every = \"week\"\nday = \"Thursday\"\n";
        assert_eq!(next(week, "2026-11-30", 2), ["2026-12-03", "2026-12-10"]);
        assert_eq!(next(week, "2026-12-03", 1), ["2026-12-03"], "today counts");
        let month = "every = \"month\"\nday = \"Tuesday\"\n";
        assert_eq!(next(month, "2026-11-30", 2), ["2026-12-01", "2027-01-05"]);
        assert_eq!(next(month, "2026-12-02", 1), ["2027-01-05"]);
        let last = "every = \"month\"\nday = \"Friday\"\nwhich = \"last\"\n";
        assert_eq!(next(last, "2027-02-01", 2), ["2027-02-26", "2027-03-26"]);
        let quarter = "every = \"quarter\"\nday = \"Wednesday\"\nwhich = \"second\"\n";
        assert_eq!(next(quarter, "2026-11-30", 2), ["2027-01-13", "2027-04-14"]);
        assert_eq!(next(quarter, "2027-01-14", 1), ["2027-04-14"]);
        assert_eq!(next("every = \"week\"\n", "2026-11-30", 2), [""; 0], "the day is not known");
    }

    #[test]
    fn holidays_are_left_out_and_days_moved() {
        let week = "every = \"week\"\nday = \"Thursday\"\nexcept = [2026-12-24, 2026-12-31]\n\
                    moved = [{ from = 2026-12-17, to = 2026-12-15 }, { from = 2026-12-03, to = 2026-12-11 }]\n";
        let days = ["2026-12-10", "2026-12-11", "2026-12-15", "2027-01-07"];
        assert_eq!(next(week, "2026-11-30", 4), days);
        // One that is moved to later is still to come when its usual day is over.
        assert_eq!(next(week, "2026-12-11", 1), ["2026-12-11"]);
    }

    #[test]
    fn a_series_begins_and_ends() {
        let week = "every = \"week\"\nday = \"Monday\"\nsince = 2027-01-06\nuntil = 2027-01-18\n";
        assert_eq!(next(week, "2026-11-30", 9), ["2027-01-11", "2027-01-18"]);
        let last = |fields: &str, on: &str| meeting(fields).last_before(day(on));
        assert_eq!(last(week, "2027-01-18"), Some(day("2027-01-11")));
        assert_eq!(last(week, "2027-01-11"), None);
    }
}
