//! The last moment to send something in, and what day that is here.

use jiff::civil::Time;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::written::Written;
use super::{Date, DateMistake, Zone, guess};

/// The end of a day, or a moment of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Deadline {
    pub(crate) date: Date,
    /// `None` means until the day ends.
    pub(crate) time: Option<Time>,
    /// `None` means the time zone of the call, or else of the site.
    pub(crate) offset: Option<Offset>,
}

/// `2027-01-15`, `2027-01-15T23:59`, or with an offset: `2027-01-15T23:59:00+01:00`.
pub(crate) fn parse_deadline(text: &str) -> Result<Deadline, DateMistake> {
    let text = text.trim();
    match Written::read(text) {
        Some(written) => written.moment().map(|moment| Deadline {
            date: moment.date,
            time: moment.time,
            offset: moment.offset,
        }),
        None => Err(guess::mistake(text, |date, time| match time {
            Some(time) => format!("{date}T{:02}:{:02}", time.hour(), time.minute()),
            None => date.to_string(),
        })),
    }
}

impl Deadline {
    /// The last day, in the site's zone, on which one may still send; `zone` is the call's own.
    pub(crate) fn day_in(&self, zone: &Zone, site_zone: &Zone) -> Date {
        self.end(zone.rules())
            .and_then(|end| end.checked_sub(SignedDuration::from_nanos(1)).ok())
            .map_or(self.date, |last| site_zone.rules().to_datetime(last).date())
    }

    /// The first moment that is too late; `None` beyond the last date that can be calculated.
    fn end(&self, zone: &TimeZone) -> Option<Timestamp> {
        let (date, time) = match self.time {
            Some(time) => (self.date, time),
            None => (self.date.tomorrow().ok()?, Time::midnight()),
        };
        match self.offset {
            Some(offset) => offset.to_timestamp(date.to_datetime(time)).ok(),
            None => zone.to_timestamp(date.to_datetime(time)).ok(),
        }
    }
}
