//! The speaking board without its language: which events are in which section, and which are
//! expected. It is made once for all pages of a site.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::Kind;
use crate::site::{Entry, Site};
use crate::speaking::{self, Card, Edition, Event, Forecast, Sections, Status};

/// The events of a site on the day of the build.
pub(super) struct Board {
    events: Vec<(Arc<Entry>, Event)>,
    /// The sections. Numbers are the places of events in the order of their names.
    pub(super) sections: Sections<usize>,
    /// For each series of which no next event is announced yet: its newest event, and when the next
    /// call may close.
    pub(super) expected: Vec<(Arc<Entry>, Forecast)>,
}

impl Board {
    pub(super) fn of(site: &Site) -> Board {
        let entries = site.of_kind(Kind::Opportunity);
        let events: Vec<(Arc<Entry>, Event)> = entries
            .filter_map(|entry| Some((entry.clone(), Event::from(entry.opportunity()?))))
            .collect();
        let keyed = events.iter().enumerate().map(|(at, (_, event))| (at, event));
        let sections = speaking::sections(keyed, site.options.today, &site.config.zone);
        let expected = expected(site, &events);
        Board { events, sections, expected }
    }

    /// The event behind a card of a section.
    pub(super) fn event(&self, card: &Card<usize>) -> (&Entry, &Event) {
        let (entry, event) = &self.events[card.key];
        (entry, event)
    }
}

fn expected(site: &Site, events: &[(Arc<Entry>, Event)]) -> Vec<(Arc<Entry>, Forecast)> {
    let zone = &site.config.zone;
    let mut series: BTreeMap<&str, Vec<(&Arc<Entry>, Edition)>> = BTreeMap::new();
    for (entry, event) in events {
        let named = entry.opportunity().and_then(|opportunity| opportunity.series.as_deref());
        if let (Some(name), Some(start)) = (named, event.start) {
            let cancelled = event.status == Some(Status::Cancelled);
            let edition = Edition { start, closes: event.closing_day(zone), cancelled };
            series.entry(name).or_default().push((entry, edition));
        }
    }
    let forecast = |editions: &Vec<(&Arc<Entry>, Edition)>| {
        let dates: Vec<Edition> = editions.iter().map(|(_, edition)| *edition).collect();
        let forecast = speaking::forecast(&dates, site.options.today)?;
        let (newest, _) = editions.iter().max_by_key(|(_, edition)| edition.start)?;
        Some(((*newest).clone(), forecast))
    };
    series.values().filter_map(forecast).collect()
}
