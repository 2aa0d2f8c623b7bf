//! Events of the speaking board that nobody has announced yet: what is expected of a series.

use serde::Serialize;

use super::board::Board;
use super::scene::Scene;
use crate::base::Date;
use crate::config::HelpsWith;
use crate::language::Arg;
use crate::site::Entry;
use crate::speaking::{Certainty, Event, Forecast, Subject};

#[derive(Serialize)]
pub(super) struct ExpectedCard {
    name: String,
    url: String,
    when: String,
    confidence: &'static str,
    seen: Vec<i16>,
}

/// The series of which no next event is announced yet, in the order in which their calls may close.
pub(super) fn cards(scene: &Scene<'_>, board: &Board) -> Vec<ExpectedCard> {
    let mut cards: Vec<(Date, ExpectedCard)> = board
        .expected
        .iter()
        .map(|(newest, forecast)| (forecast.around, expected_card(scene, newest, forecast)))
        .collect();
    cards.sort_by(|(a, one), (b, other)| (a, &one.name).cmp(&(b, &other.name)));
    cards.into_iter().map(|(_, card)| card).collect()
}

/// The name of the next edition: that of the newest one, with the coming year in place of its own.
/// A name without a year stays as it is.
fn next_name(name: &str, newest: i16, next: i16) -> String {
    match name.strip_suffix(&newest.to_string()) {
        Some(series) if !series.trim().is_empty() => format!("{series}{next}"),
        _ => name.to_owned(),
    }
}

/// The year in which the next event takes place. A call may close in the year before.
fn coming_year(newest: &Event, closed: Option<Date>, forecast: &Forecast) -> Option<i16> {
    let starts = newest.start?;
    let before = match forecast.subject {
        Subject::CallCloses => closed.map_or(0, |closed| starts.year() - closed.year()),
        Subject::EventStarts => 0,
    };
    Some(forecast.around.year() + before)
}

fn expected_card(scene: &Scene<'_>, newest: &Entry, forecast: &Forecast) -> ExpectedCard {
    let event = newest.opportunity().map(Event::from).unwrap_or_default();
    let closed = event.closing_day(&scene.site.config.zone);
    let title = scene.document(newest).title();
    let years = event.start.map(|start| start.year()).zip(coming_year(&event, closed, forecast));
    let month = scene.locale.dates.month(forecast.around);
    let day = scene.day(forecast.around).long;
    let helper = scene.helper_with(HelpsWith::Speaking);
    let name = helper.as_ref().map_or("", |helper| &helper.name);
    let passed = forecast.around < scene.site.options.today;
    let key = match (forecast.certainty, forecast.subject) {
        // A day that has passed is none to wait for.
        (Certainty::Tight | Certainty::Medium, Subject::CallCloses) if passed => {
            if name.is_empty() { "expected-call-now-plain" } else { "expected-call-now" }
        }
        (Certainty::Tight | Certainty::Medium, Subject::EventStarts) if passed => {
            if name.is_empty() { "expected-event-now-plain" } else { "expected-event-now" }
        }
        (Certainty::SeasonOnly, Subject::CallCloses) => "expected-call-season",
        (_, Subject::CallCloses) => "expected-call-day",
        (Certainty::SeasonOnly, Subject::EventStarts) => "expected-event-season",
        (_, Subject::EventStarts) => "expected-event-day",
    };
    ExpectedCard {
        name: years.map_or_else(|| title.to_owned(), |(own, next)| next_name(title, own, next)),
        url: scene.url_of(&newest.name),
        when: scene.text_with(
            key,
            &[
                ("day", Arg::Text(&day)),
                ("weeks", Arg::Number(i64::from(forecast.weeks))),
                ("month", Arg::Text(&month)),
                ("name", Arg::Text(name)),
            ],
        ),
        confidence: match forecast.certainty {
            Certainty::Tight => "tight",
            Certainty::Medium => "medium",
            Certainty::SeasonOnly => "season",
        },
        seen: forecast.seen_in.clone(),
    }
}
