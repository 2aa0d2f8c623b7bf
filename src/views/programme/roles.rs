//! Who answers for what, and which roles are free: those are an invitation.

use serde::Serialize;

use crate::base::Date;
use crate::config::ProgrammeRole;
use crate::document::kinds::person::PersonStatus;
use crate::language::Arg;
use crate::views::initials::initials;
use crate::views::scene::{Contact, Day, Face, Scene};

/// Somebody who has a role.
#[derive(Serialize)]
pub(crate) struct RoleLine {
    name: String,
    what_for: Option<String>,
    /// A colleague.
    face: Option<Face>,
    /// Somebody from outside.
    external: Option<External>,
    contact: Option<Contact>,
    /// From when to when.
    time: Option<String>,
}

/// Somebody who does not work here.
#[derive(Serialize)]
struct External {
    name: String,
    initials: String,
}

/// A role that nobody has.
#[derive(Serialize)]
pub(crate) struct Vacancy {
    name: String,
    what_for: Option<String>,
    /// The first day on which nobody had it any more, if that is known.
    since: Option<Day>,
}

/// The roles that somebody has, and those that are free.
pub(super) fn lines(scene: &Scene<'_>) -> (Vec<RoleLine>, Vec<Vacancy>) {
    let (free, taken): (Vec<&ProgrammeRole>, Vec<&ProgrammeRole>) =
        scene.site.programme.roles.iter().partition(|role| is_free(scene, role));
    let taken = taken.into_iter().map(|role| line(scene, role)).collect();
    (taken, free.into_iter().map(|role| vacancy(scene, role)).collect())
}

/// Nobody has it, its time is over, or who has it has left.
fn is_free(scene: &Scene<'_>, role: &ProgrammeRole) -> bool {
    let is_over = role.until.as_ref().is_some_and(|it| it.value < scene.site.options.today);
    let has_left = role.person.as_ref().is_some_and(|person| {
        let person = scene.site.person(&person.id).and_then(|entry| entry.person());
        person.is_some_and(|person| person.status == Some(PersonStatus::Former))
    });
    is_over || has_left || (role.person.is_none() && role.external.is_none())
}

fn line(scene: &Scene<'_>, role: &ProgrammeRole) -> RoleLine {
    let person = role.person.as_ref();
    RoleLine {
        name: scene.local(&role.name),
        what_for: role.what_for.as_ref().map(|what_for| scene.local(what_for)),
        face: person.map(|person| scene.face(&person.id)),
        // Where a role has both, the colleague counts.
        external: role
            .external
            .as_ref()
            .filter(|_| person.is_none())
            .map(|name| External { initials: initials(name), name: name.clone() }),
        contact: person.and_then(|person| scene.contact(&person.id)),
        time: time(scene, role.since, role.until.as_ref().map(|until| until.value)),
    }
}

fn vacancy(scene: &Scene<'_>, role: &ProgrammeRole) -> Vacancy {
    let today = scene.site.options.today;
    let over = role.until.as_ref().map(|until| until.value).filter(|until| *until < today);
    Vacancy {
        name: scene.local(&role.name),
        what_for: role.what_for.as_ref().map(|what_for| scene.local(what_for)),
        since: over.and_then(|until| until.tomorrow().ok()).map(|day| scene.day(day)),
    }
}

fn time(scene: &Scene<'_>, since: Option<Date>, until: Option<Date>) -> Option<String> {
    let month = |date: Option<Date>| date.map(|date| scene.locale.dates.month(date));
    let (since, until) = (month(since), month(until));
    let key = match (&since, &until) {
        (Some(_), Some(_)) => "role-time",
        (Some(_), None) => "role-since",
        (None, Some(_)) => "role-until",
        (None, None) => return None,
    };
    let (since, until) = (since.unwrap_or_default(), until.unwrap_or_default());
    Some(scene.text_with(key, &[("since", Arg::Text(&since)), ("until", Arg::Text(&until))]))
}
