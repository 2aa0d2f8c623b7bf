//! Settings that stand in the other of the two files of settings, or not below their table.

use super::reader::shortened;
use super::{Field, KeyValue, Reader, Value, colors};

/// Fields that hold a day, whatever else is in their file.
pub(crate) const DAYS: &[&str] = &[
    "answered",
    "agreed",
    "asked",
    "checked",
    "date",
    "effective",
    "end",
    "fetched",
    "from",
    "given",
    "next",
    "mended",
    "next_review",
    "notify",
    "on",
    "reviewed",
    "sent",
    "since",
    "start",
    "to",
    "translated",
    "until",
    "verified",
    "withdrawn",
];

/// The fields of `site.toml`.
pub(crate) const SITE: &[&str] = &[
    "title",
    "description",
    "base_url",
    "default_language",
    "languages",
    "theme",
    "time_zone",
    "index",
    "edit_url",
    "per_page",
    "feed_length",
    "colors",
    "type",
    "space",
    "pictures",
    "coach",
    "severity",
    "check",
];

/// The fields of `content/programme.toml`.
pub(crate) const PROGRAMME: &[&str] = &[
    "purpose", "may", "tell", "goals", "roles", "promises", "teams", "places", "handbook",
    "meetings", "roadmap", "status", "trust",
];

/// Where a field belongs that a file of settings does not have: the other file, or the table of the
/// colours.
pub(super) fn elsewhere(fields: &[Field], entry: &KeyValue, reader: &Reader<'_>) -> Option<String> {
    let is_site = match reader.source.path.as_str() {
        "site.toml" => true,
        "content/programme.toml" => false,
        _ => return None,
    };
    // Only at the top of the file.
    let (own, others, other) = match is_site {
        true => (SITE, PROGRAMME, "content/programme.toml"),
        false => (PROGRAMME, SITE, "site.toml"),
    };
    if !fields.iter().all(|field| own.contains(&field.name)) {
        return None;
    }
    let key = entry.key.as_str();
    if others.contains(&key) {
        let what = match entry.value.value {
            Value::Map(_) | Value::List(_) => "move it there with all that belongs to it",
            _ => "move this line there",
        };
        return Some(format!("It belongs to {other}: {what}"));
    }
    let color = color(entry)?;
    let place = if is_site { "" } else { "in site.toml, " };
    let line = colors::line(key, &[color.to_owned()])
        .unwrap_or_else(|| format!("{key} = \"{}\"", shortened(color)));
    Some(format!("A colour stands {place}below a line [colors]: write {line} there"))
}

/// The colour that a field holds: by its notation, or by the name of the field.
fn color(entry: &KeyValue) -> Option<&str> {
    let Value::Scalar(text) = &entry.value.value else { return None };
    let digits = text.trim().strip_prefix('#');
    let is_color =
        digits.is_some_and(|it| it.len() >= 3 && it.bytes().all(|b| b.is_ascii_hexdigit()));
    let is_named = ["brand", "ink", "paper", "accent"].contains(&&*entry.key);
    (is_color || is_named).then_some(text.trim())
}
