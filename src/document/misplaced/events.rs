//! Events with the fields of other tools, such as lists of conferences: `date`, `location`, `cfp`.

use crate::data::{KeyValue, Tree, Value};
use crate::document::Kind;

/// An event, if the fields say so by whatever names, and nobody tells it.
pub(super) fn as_event(own: Kind, tree: &Tree) -> Option<Kind> {
    if !matches!(own, Kind::Page | Kind::Talk | Kind::Story) {
        return None;
    }
    let has = |is_one: fn(&str) -> bool| {
        let is_said = |it: &&KeyValue| it.value.value != Value::Empty;
        tree.entries.iter().filter(is_said).any(|entry| is_one(&plain(&entry.key)))
    };
    if has(is_of_teller) {
        return None;
    }
    let (has_day, has_place, has_call) = (has(is_day), has(is_place), has(is_call));
    let has_link = tree.entries.iter().any(|entry| match &entry.value.value {
        Value::Scalar(value) => is_link(&plain(&entry.key)) && value.trim().starts_with("http"),
        _ => false,
    });
    let is_one = match has_call {
        true => has_day || has_place || has_link,
        false => has_day && has_place && has_link,
    };
    is_one.then_some(Kind::Opportunity)
}

fn plain(key: &str) -> String {
    key.to_lowercase().replace(['-', ' ', '_'], "")
}

fn is_of_teller(key: &str) -> bool {
    matches!(
        key,
        "author"
            | "authors"
            | "forfatter"
            | "auteur"
            | "speaker"
            | "speakers"
            | "taler"
            | "talere"
            | "spreker"
            | "sprekers"
    )
}

fn is_call(key: &str) -> bool {
    key.starts_with("cfp") || key.starts_with("callfor")
}

fn is_place(key: &str) -> bool {
    matches!(
        key,
        "location"
            | "venue"
            | "city"
            | "place"
            | "where"
            | "country"
            | "sted"
            | "lokation"
            | "hvor"
            | "by"
            | "plaats"
            | "locatie"
            | "waar"
            | "stad"
    )
}

fn is_day(key: &str) -> bool {
    matches!(
        key,
        "date"
            | "dates"
            | "day"
            | "when"
            | "start"
            | "starts"
            | "startdate"
            | "end"
            | "enddate"
            | "eventdate"
            | "dato"
            | "startdato"
            | "hvornår"
            | "datum"
            | "startdatum"
            | "wanneer"
    )
}

fn is_link(key: &str) -> bool {
    matches!(
        key,
        "url"
            | "link"
            | "website"
            | "web"
            | "homepage"
            | "site"
            | "eventurl"
            | "hjemmeside"
            | "webside"
            | "tickets"
            | "billetter"
            | "register"
            | "registration"
            | "tilmelding"
            | "aanmelden"
            | "rsvp"
    )
}
