//! What of `programme.toml` should be looked at again: promises, the roadmap, a pause, and who has
//! which role.

use crate::base::{At, Date};
use crate::config::{Attempt, ProgrammeRole, ProgrammeState, ProgrammeStatus, Promise};
use crate::site::Site;

/// For how long it is known whether a promise is kept: a quarter, and a month to write it down.
const CHECKED_MONTHS: i32 = 4;
/// How many days before its end a pause is told.
const PAUSE_ENDS: i32 = 14;

/// What is due with a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PauseDue {
    /// No day says until when it is.
    Open,
    Ends(Date),
    Ended(Date),
}

/// Where a role stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RoleState {
    /// Somebody has it, with a last day or without.
    Held(Option<Date>),
    /// Its last day is over.
    Over(Date),
    /// Nobody has it, and nobody says that it is free.
    Nobody,
    /// It is free, and readers are asked.
    Free,
}

/// The promises of which nobody has looked for long whether they are kept, each with the day on which
/// somebody should have, and the place of the last look.
pub(crate) fn unchecked_promises(site: &Site) -> impl Iterator<Item = (At, Date, &Promise)> {
    let today = site.options.today;
    site.programme.promises.iter().filter_map(move |promise| {
        let checked = promise.checked.as_ref()?;
        let due = checked.value.checked_add(jiff::Span::new().months(CHECKED_MONTHS)).ok()?;
        (due < today).then_some((checked.at, due, promise))
    })
}

/// All promises, those first that are not kept.
pub(crate) fn promises(site: &Site) -> Vec<&Promise> {
    let mut promises: Vec<&Promise> = site.programme.promises.iter().collect();
    promises.sort_by_key(|promise| promise.kept != Some(false));
    promises
}

/// What is tried and not done.
pub(crate) fn open_tries(site: &Site) -> impl Iterator<Item = &Attempt> {
    let roadmap = site.programme.roadmap.iter();
    roadmap.flat_map(|it| &it.tries).filter(|it| it.done != Some(true))
}

/// When the roadmap is looked at again, and where that is written.
pub(crate) fn roadmap_review(site: &Site) -> Option<(At, Date)> {
    let next = site.programme.roadmap.as_ref()?.next_review.as_ref()?;
    Some((next.at, next.value))
}

/// A pause that ends soon, has ended, or does not say until when it is.
pub(crate) fn pause(site: &Site) -> Option<(At, PauseDue)> {
    let paused = |status: &&ProgrammeStatus| status.state.value == ProgrammeState::Paused;
    let status = site.programme.status.as_ref().filter(paused)?;
    let Some(until) = &status.until else { return Some((status.state.at, PauseDue::Open)) };
    match (until.value - site.options.today).get_days() {
        ..0 => Some((until.at, PauseDue::Ended(until.value))),
        0..=PAUSE_ENDS => Some((until.at, PauseDue::Ends(until.value))),
        _ => None,
    }
}

/// Where a role stands, and where that is written.
pub(crate) fn role_state(site: &Site, role: &ProgrammeRole) -> (At, RoleState) {
    let until = role.until.as_ref();
    let path = &site.programme_path;
    if let Some(over) = until.filter(|until| until.value < site.options.today) {
        return (over.at, RoleState::Over(over.value));
    }
    if role.person.is_some() || role.external.is_some() {
        let at = until.map_or(role.id.at, |until| until.at);
        return (at, RoleState::Held(until.map(|until| until.value)));
    }
    // Of a file with mistakes, it is not known what it lacks.
    let is_read = !site.flawed.contains(path) && !site.misread.contains(path);
    match role.vacant == Some(true) {
        true => (role.id.at, RoleState::Free),
        false if is_read => (role.id.at, RoleState::Nobody),
        false => (role.id.at, RoleState::Held(None)),
    }
}
