//! Expects the next edition of a series from its past ones, and says how certain that is.
//!
//! The next call is expected a year after the last one. Of 42 calls on public record that could be
//! foretold so, three in four came within the weeks that a forecast names. Two sightings are the
//! least.

use jiff::Span;

use super::days_between;
use crate::base::Date;

/// One edition of a series, past or coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edition {
    pub(crate) start: Date,
    /// The day on which its call closed or closes.
    pub(crate) closes: Option<Date>,
    pub(crate) cancelled: bool,
}

/// An expectation. It is never shown as a fact, but apart and with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Forecast {
    pub(crate) subject: Subject,
    /// The middle of the expectation.
    pub(crate) around: Date,
    /// It may come so many weeks earlier or later.
    pub(crate) weeks: u8,
    pub(crate) certainty: Certainty,
    /// The years whose editions it rests on, oldest first.
    pub(crate) seen_in: Vec<i16>,
}

/// What is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// That the call closes.
    CallCloses,
    /// That the event takes place, if too little is known of its calls.
    EventStarts,
}

/// How near to each other the days of past years lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Certainty {
    /// Within thirty days: a day can be named.
    Tight,
    /// Within seventy-five: a month.
    Medium,
    /// A time of the year, no more.
    SeasonOnly,
}

impl Certainty {
    /// `None` if the days are spread over too much of the year to expect anything.
    fn of(spread: i16) -> Option<Certainty> {
        match spread {
            ..=30 => Some(Certainty::Tight),
            31..=75 => Some(Certainty::Medium),
            76..=120 => Some(Certainty::SeasonOnly),
            _ => None,
        }
    }

    fn weeks(self) -> u8 {
        match self {
            Certainty::Tight => 4,
            Certainty::Medium => 6,
            Certainty::SeasonOnly => 10,
        }
    }
}

/// What to expect of a series. Nothing if a coming edition is known, even a cancelled one; if fewer
/// than two have been; if their days foretell nothing; or if two rounds have passed without an
/// edition.
pub(crate) fn forecast(series: &[Edition], today: Date) -> Option<Forecast> {
    if series.iter().any(|edition| edition.start >= today) {
        return None;
    }
    let mut past: Vec<&Edition> = series.iter().filter(|edition| !edition.cancelled).collect();
    past.sort_by_key(|edition| edition.start);
    past.dedup_by_key(|edition| edition.start);
    let starts: Vec<Date> = past.iter().map(|edition| edition.start).collect();
    let called: Vec<&Edition> =
        past.iter().copied().filter(|edition| edition.closes.is_some()).collect();
    let (subject, seen, days) = match called.len() {
        2.. => {
            let days = called.iter().filter_map(|edition| edition.closes).collect();
            (Subject::CallCloses, called, days)
        }
        _ if past.len() >= 2 => (Subject::EventStarts, past, starts.clone()),
        _ => return None,
    };
    let measured = Certainty::of(spread(&days))?;
    let (around, certainty) = next_round(&days, period(&starts), measured, today)?;
    let mut seen_in: Vec<i16> = seen.iter().map(|edition| edition.start.year()).collect();
    seen_in.dedup();
    Some(Forecast { subject, around, weeks: certainty.weeks(), certainty, seen_in })
}

/// The first round whose weeks are not yet over. After a missed round we are less sure, and after
/// two the series has probably ended.
fn next_round(
    days: &[Date],
    period: i16,
    certainty: Certainty,
    today: Date,
) -> Option<(Date, Certainty)> {
    let last = *days.iter().max()?;
    [(1, certainty), (2, Certainty::SeasonOnly)].into_iter().find_map(|(round, certainty)| {
        let around = last.checked_add(Span::new().years(round * period)).ok()?;
        let over = i32::from(certainty.weeks()) * 7;
        (days_between(around, today) <= over).then_some((around, certainty))
    })
}

/// Years from one edition to the next: the fewest that have been seen, at least one.
fn period(starts: &[Date]) -> i16 {
    let gaps = starts.windows(2).map(|pair| days_between(pair[0], pair[1]));
    gaps.min().map_or(1, |days| i16::try_from((days + 182) / 365).unwrap_or(1).max(1))
}

/// The shortest stretch of the year that contains all the days. It may cross New Year.
fn spread(days: &[Date]) -> i16 {
    const YEAR: i16 = 366;
    let mut ring: Vec<i16> = days.iter().map(|day| day.day_of_year()).collect();
    ring.sort_unstable();
    let (Some(first), Some(last)) = (ring.first(), ring.last()) else { return 0 };
    let over_new_year = first + YEAR - last;
    let gap = ring.windows(2).map(|pair| pair[1] - pair[0]).chain([over_new_year]).max();
    YEAR - gap.unwrap_or(YEAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(start: &str, closes: &str) -> Edition {
        let date = |text: &str| text.parse::<Date>().ok();
        Edition { start: date(start).expect("a date"), closes: date(closes), cancelled: false }
    }

    fn on(today: &str, editions: &[Edition]) -> Option<(String, Certainty, Subject)> {
        let found = forecast(editions, today.parse().expect("a date"))?;
        Some((found.around.to_string(), found.certainty, found.subject))
    }

    /// Today, the editions' starts and closing days, the middle of what is expected.
    type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], Option<(&'a str, Certainty)>);

    #[test]
    fn a_call_is_expected_a_year_after_the_last() {
        use Certainty::{Medium, SeasonOnly, Tight};
        let cases: [Case; 12] = [
            (
                "2026-11-21",
                &[("2025-10-08", "2025-05-09"), ("2026-10-07", "2026-05-15")],
                Some(("2027-05-15", Tight)),
            ),
            // Days on both sides of New Year are near each other.
            (
                "2026-11-21",
                &[("2025-04-01", "2024-12-27"), ("2026-04-01", "2026-01-04")],
                Some(("2027-01-04", Tight)),
            ),
            (
                "2026-11-21",
                &[("2025-10-08", "2025-04-01"), ("2026-10-07", "2026-05-15")],
                Some(("2027-05-15", Medium)),
            ),
            (
                "2026-11-21",
                &[("2025-10-08", "2025-02-01"), ("2026-10-07", "2026-05-15")],
                Some(("2027-05-15", SeasonOnly)),
            ),
            // Spring and autumn: foretells nothing.
            ("2026-11-21", &[("2025-10-08", "2025-02-01"), ("2026-10-07", "2026-07-30")], None),
            ("2026-11-21", &[("2026-10-07", "2026-05-15")], None),
            ("2026-11-21", &[], None),
            // A coming one is known.
            ("2026-11-21", &[("2025-10-08", ""), ("2026-10-07", ""), ("2026-11-21", "")], None),
            // A few weeks late, then a round missed, then forgotten.
            (
                "2027-06-10",
                &[("2025-10-08", "2025-05-09"), ("2026-10-07", "2026-05-15")],
                Some(("2027-05-15", Tight)),
            ),
            (
                "2027-06-13",
                &[("2025-10-08", "2025-05-09"), ("2026-10-07", "2026-05-15")],
                Some(("2028-05-15", SeasonOnly)),
            ),
            ("2028-12-01", &[("2025-10-08", "2025-05-09"), ("2026-10-07", "2026-05-15")], None),
            // Every second year.
            (
                "2026-11-21",
                &[("2023-06-01", "2023-02-01"), ("2025-06-04", "2025-02-01")],
                Some(("2027-02-01", Tight)),
            ),
        ];
        for (today, editions, expected) in cases {
            let editions: Vec<Edition> = editions.iter().map(|(s, c)| edition(s, c)).collect();
            let found = on(today, &editions).map(|(around, certainty, _)| (around, certainty));
            let expected = expected.map(|(around, certainty)| (around.to_owned(), certainty));
            assert_eq!(found, expected, "{today} {editions:?}");
        }
    }

    #[test]
    fn a_forecast_tells_its_reasons() {
        let editions = [
            edition("2024-03-01", ""),
            edition("2026-03-03", "2026-01-19"),
            edition("2025-03-05", "2025-01-12"),
            edition("2025-03-05", "2025-01-12"),
        ];
        let found = forecast(&editions, Date::constant(2026, 11, 21)).expect("two calls");
        assert_eq!((found.around.iso_week_date().week(), found.weeks), (3, 4));
        assert_eq!(found.seen_in, [2025, 2026], "only those whose calls were seen");
        let uncalled = [edition("2024-03-01", ""), edition("2025-03-05", "")];
        let found = on("2026-01-01", &uncalled).expect("two events");
        assert_eq!(found, ("2026-03-05".to_owned(), Certainty::Tight, Subject::EventStarts));
    }

    #[test]
    fn a_cancelled_edition_is_no_promise() {
        let mut editions = vec![
            edition("2024-05-12", "2023-12-15"),
            edition("2025-05-12", "2024-12-18"),
            edition("2027-05-12", "2026-12-18"),
        ];
        editions[2].cancelled = true;
        assert_eq!(on("2026-11-21", &editions), None);
    }
}
