//! The rules of the speaking board: in which state a call is, what comes next, what looks wrong.

mod date_faults;
mod dates;
mod forecast;
mod sections;

use crate::base::{Date, Deadline, Zone};

pub(crate) use date_faults::{DateFault, DateField};
pub(crate) use forecast::{Certainty, Edition, Forecast, Subject, forecast};
pub(crate) use sections::{Card, Sections, sections};

/// The dates of one opportunity. Its name and subject play no part in these rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Event {
    /// `None` means at any time, as with a podcast.
    pub(crate) start: Option<Date>,
    /// `None` means the day on which it starts.
    pub(crate) end: Option<Date>,
    pub(crate) call: Option<Call>,
    pub(crate) status: Option<Status>,
}

/// A call for speakers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) opens: Option<Date>,
    /// `None` means open until the event begins.
    pub(crate) closes: Option<Deadline>,
    /// The time zone of the deadline; `None` means the time zone of the site.
    pub(crate) zone: Option<Zone>,
}

/// A status that overrides the dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// The call stays open for a while after its day, until the new day is known.
    Extended,
    /// The call is closed, whatever its day.
    Closed,
    /// There will be no event.
    Cancelled,
}

/// The state of an opportunity on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum State {
    Cancelled,
    Over,
    Running,
    CfpUpcoming,
    CfpOpen,
    CfpClosing,
    CfpLastDay,
    CfpClosed,
    NoCfp,
}

/// A call closes soon when it closes within so many days.
pub(crate) const CLOSING_DAYS: i32 = 14;

/// How many days an extended call counts as open without a new date. Most are extended by a week or
/// two.
const LAST_OF_EXTENSION: i32 = -14;

impl Event {
    /// The state on the day `today` in the time zone of the site. Every combination of dates has a
    /// state.
    pub(crate) fn state(&self, today: Date, site_zone: &Zone) -> State {
        if self.status == Some(Status::Cancelled) {
            return State::Cancelled;
        }
        if self.last_day().is_some_and(|last| last < today) {
            return State::Over;
        }
        if self.start.is_some_and(|start| start <= today) {
            return State::Running;
        }
        let Some(call) = &self.call else { return State::NoCfp };
        let days_left = call.last_day(site_zone).map(|last| days_between(today, last));
        match (self.status, days_left) {
            (Some(Status::Closed), _) => State::CfpClosed,
            (Some(Status::Extended), Some(LAST_OF_EXTENSION..=-1)) => State::CfpClosing,
            (_, Some(..=-1)) => State::CfpClosed,
            _ if call.opens.is_some_and(|opens| today < opens) => State::CfpUpcoming,
            (_, Some(0)) => State::CfpLastDay,
            (_, Some(1..=CLOSING_DAYS)) => State::CfpClosing,
            _ => State::CfpOpen,
        }
    }

    /// How many days are left to send something in, today not counted: 0 on the last day. `None`
    /// if the call has no day, or is not open or about to be.
    pub(crate) fn days_left(&self, today: Date, site_zone: &Zone) -> Option<i32> {
        use State::{CfpClosing, CfpLastDay, CfpOpen, CfpUpcoming};
        match self.state(today, site_zone) {
            CfpUpcoming | CfpOpen | CfpClosing | CfpLastDay => {
                let last = self.closing_day(site_zone)?;
                Some(days_between(today, last)).filter(|days| *days >= 0)
            }
            _ => None,
        }
    }

    /// Whether the company, which wants to know `lead_days` before one must answer, can no longer
    /// be asked in time: before the call closes, or before the event if there is no such day.
    pub(crate) fn too_short(&self, lead_days: u16, today: Date, site_zone: &Zone) -> bool {
        use State::{CfpClosing, CfpLastDay, CfpOpen, CfpUpcoming, NoCfp};
        let answer_by = match self.state(today, site_zone) {
            CfpUpcoming | CfpOpen | CfpClosing | CfpLastDay | NoCfp => {
                self.closing_day(site_zone).or(self.start)
            }
            _ => None,
        };
        answer_by.is_some_and(|day| days_between(today, day) < i32::from(lead_days))
    }

    /// The last day, at the site, on which one may send something in.
    pub(crate) fn closing_day(&self, site_zone: &Zone) -> Option<Date> {
        self.call.as_ref()?.last_day(site_zone)
    }

    /// An end before the start is a slip; the later of the two counts.
    pub(crate) fn last_day(&self) -> Option<Date> {
        self.start.max(self.end)
    }
}

impl Call {
    fn last_day(&self, site_zone: &Zone) -> Option<Date> {
        let zone = self.zone.as_ref().unwrap_or(site_zone);
        self.closes.map(|closes| closes.day_in(zone, site_zone))
    }
}

impl State {
    /// The name of the state in keys of texts, in CSS classes and in data: `cfp-last-day`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            State::Cancelled => "cancelled",
            State::Over => "over",
            State::Running => "running",
            State::CfpUpcoming => "cfp-soon",
            State::CfpOpen => "cfp-open",
            State::CfpClosing => "cfp-closing",
            State::CfpLastDay => "cfp-last-day",
            State::CfpClosed => "cfp-closed",
            State::NoCfp => "no-cfp",
        }
    }

    /// Whether one can send something in today.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, State::CfpOpen | State::CfpClosing | State::CfpLastDay)
    }

    /// Whether somebody could still become a speaker there.
    pub(crate) fn invites(self) -> bool {
        !matches!(self, State::CfpClosed | State::Running) && !self.is_past()
    }

    /// Whether nobody will go there any more.
    pub(crate) fn is_past(self) -> bool {
        matches!(self, State::Over | State::Cancelled)
    }
}

/// Negative if `to` is before `from`.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    let days = from.until(to).map_or(0, |span| span.get_days());
    debug_assert_eq!(days.signum(), i32::from(to > from) - i32::from(to < from));
    days
}

#[cfg(test)]
mod tests;
