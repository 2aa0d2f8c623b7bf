//! How the board groups what is on it.

use std::cmp::Reverse;

use super::{Event, State};
use crate::base::{Date, Zone};

/// The sections of the board from top to bottom. What is expected is not here: `src/views/board.rs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sections<K> {
    /// By deadline.
    pub(crate) closing: Vec<Card<K>>,
    /// By deadline, those without one last.
    pub(crate) open: Vec<Card<K>>,
    /// Calls that are not open yet, by the day when they open.
    pub(crate) later: Vec<Card<K>>,
    /// Ahead or running, the call closed or none: by the day of the event, those without one last.
    pub(crate) coming: Vec<Card<K>>,
    /// Newest first.
    pub(crate) past: Vec<Card<K>>,
}

/// One opportunity and its state today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Card<K> {
    pub(crate) key: K,
    pub(crate) state: State,
    /// The last day at the site.
    pub(crate) closes_on: Option<Date>,
    pub(crate) days_left: Option<i32>,
    opens: Option<Date>,
    start: Option<Date>,
    last_day: Option<Date>,
}

/// Groups and orders; equal days are ordered by key.
pub(crate) fn sections<'a, K: Ord>(
    events: impl IntoIterator<Item = (K, &'a Event)>,
    today: Date,
    site_zone: &Zone,
) -> Sections<K> {
    let mut sections =
        Sections { closing: vec![], open: vec![], later: vec![], coming: vec![], past: vec![] };
    for (key, event) in events {
        let card = Card::new(key, event, today, site_zone);
        sections.of(&card, today).push(card);
    }
    let ahead = |day: Option<Date>| (day.is_none(), day);
    for calls in [&mut sections.closing, &mut sections.open] {
        calls.sort_by(|a, b| {
            let order = |card: &Card<K>| (ahead(card.closes_on), ahead(card.start));
            order(a).cmp(&order(b)).then_with(|| a.key.cmp(&b.key))
        });
    }
    sections.later.sort_by(|a, b| {
        let order = |card: &Card<K>| (ahead(card.opens), ahead(card.start));
        order(a).cmp(&order(b)).then_with(|| a.key.cmp(&b.key))
    });
    sections
        .coming
        .sort_by(|a, b| ahead(a.start).cmp(&ahead(b.start)).then_with(|| a.key.cmp(&b.key)));
    sections.past.sort_by(|a, b| {
        let order = |card: &Card<K>| Reverse(card.last_day.or(card.closes_on));
        order(a).cmp(&order(b)).then_with(|| a.key.cmp(&b.key))
    });
    sections
}

impl<K> Sections<K> {
    /// An opportunity without a date whose call is closed counts as past.
    fn of(&mut self, card: &Card<K>, today: Date) -> &mut Vec<Card<K>> {
        match card.state {
            State::CfpClosing | State::CfpLastDay => &mut self.closing,
            State::CfpOpen => &mut self.open,
            State::CfpUpcoming => &mut self.later,
            State::Running | State::NoCfp => &mut self.coming,
            State::CfpClosed | State::Cancelled
                if card.last_day.is_some_and(|last| last >= today) =>
            {
                &mut self.coming
            }
            State::CfpClosed | State::Cancelled | State::Over => &mut self.past,
        }
    }
}

impl<K> Card<K> {
    fn new(key: K, event: &Event, today: Date, site_zone: &Zone) -> Card<K> {
        Card {
            key,
            state: event.state(today, site_zone),
            closes_on: event.closing_day(site_zone),
            days_left: event.days_left(today, site_zone),
            opens: event.call.as_ref().and_then(|call| call.opens),
            start: event.start,
            last_day: event.last_day(),
        }
    }
}
