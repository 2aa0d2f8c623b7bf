//! Events of the speaking board that nobody has announced yet: what is expected of a series.

use serde::Serialize;

use super::board::Board;
use super::scene::Scene;
use crate::base::Date;
use crate::language::Arg;
use crate::site::Entry;
use crate::speaking::{Certainty, Forecast, Subject};

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

/// The name of a series: that of its newest edition, without the year of that edition at its end.
fn without_year(name: &str, forecast: &Forecast) -> String {
    let year = forecast.seen_in.iter().find_map(|year| name.strip_suffix(&year.to_string()));
    let shorter = year.map_or(name, |name| name.trim_end_matches([' ', ',']));
    if shorter.is_empty() { name.to_owned() } else { shorter.to_owned() }
}

fn expected_card(scene: &Scene<'_>, newest: &Entry, forecast: &Forecast) -> ExpectedCard {
    let month = scene.locale.dates.month(forecast.around);
    let day = scene.day(forecast.around).long;
    let key = match (forecast.certainty, forecast.subject) {
        (Certainty::SeasonOnly, Subject::CallCloses) => "expected-call-season",
        (_, Subject::CallCloses) => "expected-call-day",
        (Certainty::SeasonOnly, Subject::EventStarts) => "expected-event-season",
        (_, Subject::EventStarts) => "expected-event-day",
    };
    ExpectedCard {
        name: without_year(scene.document(newest).title(), forecast),
        url: scene.url_of(&newest.name),
        when: scene.text_with(
            key,
            &[
                ("day", Arg::Text(&day)),
                ("weeks", Arg::Number(i64::from(forecast.weeks))),
                ("month", Arg::Text(&month)),
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
