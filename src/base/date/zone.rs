//! Time zones: those of the IANA database, which the program carries, and "anywhere on Earth".

use std::sync::Arc;

use jiff::tz::{Offset, TimeZone};

use super::{DateMistake, quote};
use crate::base::diagnostic::nearest;

/// A place's rules of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Zone {
    name: Arc<str>,
    rules: TimeZone,
}

impl Zone {
    /// An IANA name (`Europe/Copenhagen`, `UTC`), or `AoE`.
    pub(crate) fn parse(text: &str) -> Result<Zone, DateMistake> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("aoe") {
            return Ok(Zone::anywhere_on_earth());
        }
        match jiff::tz::db().get(text) {
            Ok(rules) if !rules.is_unknown() => {
                let name = rules.iana_name().unwrap_or(text).into();
                Ok(Zone { name, rules })
            }
            _ => Err(mistake(text)),
        }
    }

    pub(crate) fn utc() -> Zone {
        Zone { name: "UTC".into(), rules: TimeZone::UTC }
    }

    /// UTC−12, the zone in which a day ends last.
    pub(crate) fn anywhere_on_earth() -> Zone {
        Zone { name: "AoE".into(), rules: TimeZone::fixed(Offset::constant(-12)) }
    }

    /// As the database writes it, or `AoE`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn rules(&self) -> &TimeZone {
        &self.rules
    }
}

fn mistake(text: &str) -> DateMistake {
    // The signs of `Etc/GMT+1` mean the opposite of what people write.
    let all = jiff::tz::db().available().map(|name| name.as_str().to_owned());
    let names: Vec<String> = all.filter(|name| !name.starts_with("Etc/")).collect();
    let mistake = DateMistake::new(match text {
        "" => "there is no time zone here".to_owned(),
        _ => format!("{} is not a time zone", quote(text)),
    });
    match meant(text, &names) {
        Some(name) => mistake.suggest(name),
        None => mistake,
    }
}

/// A city without its continent, another word for AoE, or a name with a slip. Three letters are
/// too few to guess from: PST is not EST.
fn meant(text: &str, names: &[String]) -> Option<String> {
    let folded = text.to_lowercase().replace([' ', '_'], "");
    if matches!(folded.as_str(), "anywhereonearth" | "anywhere-on-earth" | "utc-12" | "gmt-12") {
        return Some("AoE".to_owned());
    }
    let city = |name: &str| name.rsplit_once('/').map(|(_, city)| city.to_lowercase());
    let cities = || names.iter().filter_map(|name| Some((city(name)?, name)));
    if let Some((_, name)) = cities().find(|(city, _)| city.replace('_', "") == folded) {
        return Some(name.clone());
    }
    if text.chars().count() < 5 {
        return None;
    }
    if let Some(name) = nearest(text, names.iter().map(String::as_str)) {
        return Some(name.to_owned());
    }
    let slip: Vec<(String, &String)> = cities().collect();
    let near = nearest(text, slip.iter().map(|(city, _)| city.as_str()))?.to_owned();
    slip.into_iter().find(|(city, _)| *city == near).map(|(_, name)| name.clone())
}
