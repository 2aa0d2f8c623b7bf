//! What looks wrong in an event's own dates.

use super::{Event, days_between};
use crate::base::Date;

/// Something that its author should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateFault {
    /// Impossible: the call closes when the event has begun.
    ClosesAfterStart,
    /// Rare: both on one day.
    ClosesOnStart,
    /// More than a year ahead: a slip in the year?
    ClosesLongBefore { days: i32 },
    /// The call closes before it opens.
    OpensAfterCloses,
    /// Impossible.
    EndBeforeStart,
    /// An end without a start.
    EndWithoutStart,
    /// More than ten days, both ends counted: a slip in the month?
    Long { days: i32 },
    /// Before 2010 or after 2099: a slip in the year?
    OddYear { field: DateField, year: i16 },
}

/// The date that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateField {
    Start,
    End,
    Opens,
    Closes,
}

impl DateFault {
    /// Whether it cannot be as written; the others may be true.
    pub(crate) fn is_impossible(self) -> bool {
        use DateFault::{ClosesAfterStart, EndBeforeStart, OpensAfterCloses};
        matches!(self, ClosesAfterStart | EndBeforeStart | OpensAfterCloses)
    }
}

const LONGEST: i32 = 10;

impl Event {
    /// All that looks wrong. Days are compared as they are written, each at its own place.
    pub(crate) fn date_faults(&self) -> Vec<DateFault> {
        let opens = self.call.as_ref().and_then(|call| call.opens);
        let closes = self.call.as_ref().and_then(|call| call.closes).map(|closes| closes.date);
        let dates = [
            (DateField::Start, self.start),
            (DateField::End, self.end),
            (DateField::Opens, opens),
            (DateField::Closes, closes),
        ];
        let odd = dates.iter().filter_map(|(field, date)| odd_year(*field, (*date)?));
        let mut faults: Vec<DateFault> = odd.collect();
        // A wrong year explains the rest.
        let sound = |date: Option<Date>| date.filter(|date| has_sound_year(*date));
        faults.extend(length(sound(self.start), sound(self.end)));
        if let (Some(closes), Some(start)) = (sound(closes), sound(self.start)) {
            faults.extend(lead(closes, start));
        }
        if let (Some(opens), Some(closes)) = (sound(opens), sound(closes))
            && closes < opens
        {
            faults.push(DateFault::OpensAfterCloses);
        }
        if self.start.is_none() && self.end.is_some() {
            faults.push(DateFault::EndWithoutStart);
        }
        faults
    }
}

fn odd_year(field: DateField, date: Date) -> Option<DateFault> {
    (!has_sound_year(date)).then(|| DateFault::OddYear { field, year: date.year() })
}

fn has_sound_year(date: Date) -> bool {
    (2010..2100).contains(&date.year())
}

fn length(start: Option<Date>, end: Option<Date>) -> Option<DateFault> {
    let days = days_between(start?, end?) + 1;
    match days {
        ..=0 => Some(DateFault::EndBeforeStart),
        1..=LONGEST => None,
        days => Some(DateFault::Long { days }),
    }
}

fn lead(closes: Date, start: Date) -> Option<DateFault> {
    match days_between(closes, start) {
        ..=-1 => Some(DateFault::ClosesAfterStart),
        0 => Some(DateFault::ClosesOnStart),
        1..=366 => None,
        days => Some(DateFault::ClosesLongBefore { days }),
    }
}
