//! What has its day soon: calls for speakers that close, and meetings.

use std::sync::Arc;

use crate::base::Date;
use crate::config::Meeting;
use crate::document::Kind;
use crate::site::meetings::Sitting;
use crate::site::{Entry, Site};
use crate::speaking::Event;

/// Calls that are open, or will be, and close in these days, the first one first.
pub(crate) fn closing_calls(site: &Site, from: Date, until: Date) -> Vec<(Date, &Arc<Entry>)> {
    let zone = &site.config.zone;
    let closing = |entry| -> Option<_> {
        let entry: &Arc<Entry> = entry;
        let event = Event::from(entry.opportunity()?);
        event.days_left(site.options.today, zone)?;
        let closes = event.closing_day(zone).filter(|it| (from..=until).contains(it))?;
        Some((closes, entry))
    };
    let mut calls: Vec<_> = site.of_kind(Kind::Opportunity).filter_map(closing).collect();
    calls.sort_by_key(|(closes, _)| *closes);
    calls
}

/// Sittings of one meeting that are looked at: of a week and its exceptions, more than there are.
const SITTINGS: usize = 8;

/// The meetings from today until a day, in the order of their days and hours.
pub(crate) fn meetings(site: &Site, until: Date) -> Vec<(&Meeting, Sitting)> {
    let today = site.options.today;
    let sittings = site.programme.meetings.iter().flat_map(|meeting| {
        let next = meeting.next(today, SITTINGS).into_iter();
        next.take_while(|sitting| sitting.date <= until).map(move |sitting| (meeting, sitting))
    });
    let mut all: Vec<_> = sittings.collect();
    all.sort_by(|(_, a), (_, b)| (a.date, &a.time).cmp(&(b.date, &b.time)));
    all
}
