//! Time zones: those of the IANA database, which the program carries, and "anywhere on Earth".

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

use super::zone_names::{called, is_of_computer, of_windows};
use super::{Date, DateMistake, quote};
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

    /// The day that it is there at a moment.
    pub(crate) fn day_at(&self, moment: Timestamp) -> Date {
        self.rules.to_datetime(moment).date()
    }

    /// Noon of a day there, as feeds write it: `2026-05-01T12:00:00+02:00`. Nearly everywhere on Earth,
    /// that is on the same day.
    pub(crate) fn noon(&self, day: Date) -> String {
        let noon = day.at(12, 0, 0, 0);
        let offset = self.rules.to_ambiguous_zoned(noon).offset();
        let offset = match offset {
            AmbiguousOffset::Unambiguous { offset } => offset,
            AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => before,
        };
        // Long ago, some places were seconds ahead, which feeds cannot say.
        let minutes = offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
        format!("{day}T12:00:00{sign}{hours:02}:{minutes:02}")
    }

    pub(super) fn rules(&self) -> &TimeZone {
        &self.rules
    }
}

fn mistake(text: &str) -> DateMistake {
    if let Some(hours) = hours_ahead(text) {
        return from_utc(text, hours);
    }
    if let Some(zone) = of_windows(text) {
        return DateMistake::new(format!("{} is what Windows calls a time zone", quote(text)))
            .suggest(zone);
    }
    if is_of_computer(text) {
        return DateMistake::new(format!(
            "{} is the time of a computer, and each that builds the site may have another one",
            quote(text)
        ));
    }
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

/// How many hours ahead of UTC somebody means who wrote `+01:00`, `UTC+1` or `GMT -5`. `CET+1` may
/// mean either, so it is not read.
fn hours_ahead(text: &str) -> Option<i8> {
    let folded: String = text.to_uppercase().replace(['\u{2212}', '\u{2013}'], "-");
    let folded: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let names = ["ETC/", "UTC", "GMT", "Z"];
    let offset = names.iter().fold(&*folded, |rest, name| rest.strip_prefix(name).unwrap_or(rest));
    let (ahead, digits) = match offset.strip_prefix('+') {
        Some(digits) => (true, digits),
        None => (false, offset.strip_prefix('-')?),
    };
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "00"),
    };
    let is_number = |text: &str| text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    let hours: i8 = Some(hours).filter(|hours| is_number(hours))?.parse().ok()?;
    let whole = matches!(minutes, "00" | "0");
    let known = if ahead { hours <= 14 } else { hours <= 12 };
    (whole && known).then_some(if ahead { hours } else { -hours })
}

/// What to write for so many hours ahead of UTC. The signs in the names of the database are the
/// other way round than people write them, so this is said.
fn from_utc(text: &str, hours: i8) -> DateMistake {
    let name = match hours {
        0 => return DateMistake::new(format!("{} is not a time zone", quote(text))).suggest("UTC"),
        -12 => "AoE".to_owned(),
        1.. => format!("Etc/GMT-{hours}"),
        _ => format!("Etc/GMT+{}", -hours),
    };
    let (count, way) = (hours.abs(), if hours > 0 { "ahead of" } else { "behind" });
    let unit = if count == 1 { "hour" } else { "hours" };
    let why = format!(
        "{} is not a time zone: one that is always {count} {unit} {way} UTC is called {name}",
        quote(text)
    );
    DateMistake::new(why).suggest(name)
}

/// The zone of a country or a city that is a part of what was typed, in small letters and without
/// spaces.
fn meant_by_part(part: &str, names: &[String]) -> Option<String> {
    let city = |name: &&String| {
        name.rsplit_once('/').is_some_and(|(_, city)| city.to_lowercase().replace('_', "") == part)
    };
    called(part).map(str::to_owned).or_else(|| names.iter().find(city).cloned())
}

/// A city without its continent, another word for AoE, or a name with a slip. Three letters are
/// too few to guess from: PST is not EST.
fn meant(text: &str, names: &[String]) -> Option<String> {
    let folded = text.to_lowercase().replace([' ', '_'], "");
    if matches!(folded.as_str(), "anywhereonearth" | "anywhere-on-earth") {
        return Some("AoE".to_owned());
    }
    if let Some(zone) = called(&folded) {
        return Some(zone.to_owned());
    }
    // `Copenhagen, Denmark`, `Denmark/Copenhagen`
    let parts =
        folded.split([',', '/', '(', ')']).filter(|part| !part.is_empty() && *part != folded);
    if let Some(zone) = parts.filter_map(|part| meant_by_part(part, names)).next() {
        return Some(zone);
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
