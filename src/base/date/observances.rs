//! When the clocks of a place are changed, as calendars want it said: a rule for each year where there is
//! one, else each change by its day.

use jiff::civil::{DateTime, Weekday};
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};

use super::{Date, Zone};

/// A time of which the clocks of a place show the same distance to UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Observance {
    /// When it begins, by the clocks as they were before.
    pub(crate) begins: DateTime,
    pub(crate) before: Offset,
    pub(crate) offset: Offset,
    /// What it is called there: `CEST`.
    pub(crate) name: String,
    pub(crate) is_summer_time: bool,
    /// On which day it begins each year.
    pub(crate) each_year: Option<EachYear>,
}

/// A day of each year: the last Sunday of March.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EachYear {
    pub(crate) month: i8,
    pub(crate) weekday: Weekday,
    /// Its number in the month; the last one is -1.
    pub(crate) nth: i8,
}

/// For how many years changes are looked at, and said where there is no rule.
const YEARS: i16 = 10;

impl Zone {
    /// The observances from a day on, in which that day's comes first; where the clocks are never changed,
    /// one.
    pub(crate) fn observances(&self, from: Date) -> Vec<Observance> {
        let rules = self.rules();
        // The change before the day is needed, and both of a year to see a rule.
        let begin = from.checked_sub(1.year()).unwrap_or(from);
        let begin = moment(begin);
        let end = moment(from.checked_add(i32::from(YEARS).years()).unwrap_or(from));
        let mut before = rules.to_offset(begin);
        let mut changes = vec![];
        for change in rules.following(begin).take_while(|change| change.timestamp() < end) {
            let offset = change.offset();
            if offset != before {
                changes.push(Observance {
                    begins: before.to_datetime(change.timestamp()),
                    before,
                    offset,
                    name: change.abbreviation().to_owned(),
                    is_summer_time: change.dst().is_dst(),
                    each_year: None,
                });
            }
            before = offset;
        }
        if changes.is_empty() {
            let info = rules.to_offset_info(begin);
            return vec![Observance {
                begins: jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0),
                before: info.offset(),
                offset: info.offset(),
                name: info.abbreviation().to_owned(),
                is_summer_time: info.dst().is_dst(),
                each_year: None,
            }];
        }
        by_rule(&changes).unwrap_or(changes)
    }

    /// The moment at which the clocks there show this; `None` where time ends before.
    pub(crate) fn moment_of(&self, shown: DateTime) -> Option<Timestamp> {
        let zoned = self.rules().to_ambiguous_zoned(shown).compatible();
        Some(zoned.ok()?.timestamp())
    }
}

fn moment(day: Date) -> Timestamp {
    Offset::UTC.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Two observances, where the clocks are changed twice each year by the same rules.
fn by_rule(changes: &[Observance]) -> Option<Vec<Observance>> {
    let [first, second, ..] = changes else { return None };
    let years = usize::try_from(YEARS).unwrap_or(0);
    let of_rule = |one: &Observance, at: usize| {
        let all: Vec<&Observance> = changes.iter().skip(at).step_by(2).collect();
        let is_same = |other: &&Observance| {
            other.offset == one.offset
                && other.before == one.before
                && other.begins.time() == one.begins.time()
        };
        let days: Vec<Date> = all.iter().map(|it| it.begins.date()).collect();
        let rule = rule(&days).filter(|_| all.len() >= years && all.iter().all(is_same))?;
        Some(Observance { each_year: Some(rule), ..one.clone() })
    };
    Some(vec![of_rule(first, 0)?, of_rule(second, 1)?])
}

/// What days of following years have in common.
fn rule(days: &[Date]) -> Option<EachYear> {
    let first = *days.first()?;
    let (month, weekday) = (first.month(), first.weekday());
    let of = |nth: i8| {
        let is_it = |day: &Date| {
            day.month() == month && day.nth_weekday_of_month(nth, weekday).ok() == Some(*day)
        };
        let is_each_year = days.windows(2).all(|pair| pair[1].year() == pair[0].year() + 1);
        (is_each_year && days.iter().all(is_it)).then_some(EachYear { month, weekday, nth })
    };
    [-1, 1, 2, 3, 4].into_iter().find_map(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observances(zone: &str) -> Vec<Observance> {
        let zone = Zone::parse(zone).expect("a zone");
        zone.observances(Date::constant(2026, 11, 30))
    }

    #[test]
    fn clocks_that_are_changed_each_year_have_a_rule() {
        let all = observances("Europe/Copenhagen");
        let rules: Vec<_> = all.iter().filter_map(|it| it.each_year).collect();
        let last = |month| EachYear { month, weekday: Weekday::Sunday, nth: -1 };
        assert_eq!(rules, [last(3), last(10)]);
        let names: Vec<&str> = all.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["CEST", "CET"]);
        assert_eq!(all[0].begins.to_string(), "2026-03-29T02:00:00");
        assert_eq!(all[1].begins.to_string(), "2026-10-25T03:00:00");
        let rules: Vec<_> =
            observances("America/New_York").into_iter().map(|it| it.each_year).collect();
        let sunday = |month, nth| Some(EachYear { month, weekday: Weekday::Sunday, nth });
        assert_eq!(rules, [sunday(3, 2), sunday(11, 1)]);
    }

    #[test]
    fn clocks_that_are_never_changed_have_one_time() {
        for zone in ["UTC", "Asia/Tokyo", "AoE"] {
            let all = observances(zone);
            assert_eq!(all.len(), 1, "{zone}");
            assert_eq!(all[0].before, all[0].offset);
        }
    }

    #[test]
    fn clocks_without_a_rule_have_each_change() {
        // Ramadan decided, until 2026.
        let zone = Zone::parse("Africa/Casablanca").expect("a zone");
        let all = zone.observances(Date::constant(2020, 1, 1));
        assert!(all.len() > 10 && all.iter().all(|it| it.each_year.is_none()), "{all:?}");
    }
}
