//! Fields of handbooks that no tool is known for, such as those of somebody's own templates.

use super::table::Meaning::{self, Draft, Field as Same, Hides};
use super::table::{FIELDS, HIDING, SHOWING};
use super::{Told, meaning};
use crate::base::diagnostic::nearest;
use crate::data::reader::shortened;
use crate::data::{Field, KeyValue, Reader, translated};

/// What is told of a field that no tool is known for: it means nothing here. What may be a slip, an
/// answer of somebody, words for readers or what hides a text stays a mistake.
pub(super) fn of_no_tool(entry: &KeyValue, fields: &[Field], reader: &Reader<'_>) -> Option<Told> {
    let key = entry.key.to_lowercase().replace('-', "_");
    let is_field = |name: &str| fields.iter().any(|field| field.name == name);
    let is_name = !key.is_empty()
        && key.len() <= 40
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '$' | '@'));
    if !is_name || is_field(&entry.key) || meaning(&key).is_some() || reader.broken {
        return None;
    }
    let known = fields.iter().map(|field| field.name);
    // Shorter names are near to too many words.
    let of_others = || {
        let is_meant = |it: &Meaning| matches!(it, Same(_) | Hides | Draft { .. });
        let of_table = FIELDS.iter().filter(move |(_, it)| is_meant(it));
        let names = of_table.flat_map(|(names, _)| names.iter().copied());
        let names = names.chain(HIDING.iter().copied()).chain(SHOWING.iter().copied());
        names.filter(|name| name.len() > 4)
    };
    let is_slip = nearest(&key, known).is_some()
        || translated::is_name_of_field(&key)
        || translated::line(&key, fields).is_some()
        || translated::inside(&key, fields).is_some()
        || nearest(&key.replace('_', "-"), of_others()).is_some()
        || INTERNAL.iter().any(|part| key.contains(part))
        || crate::data::keys::is_text_below(&key);
    (!is_slip).then(|| Told {
        message: format!(
            "There is no field called “{}” here, and no page shows it",
            shortened(&entry.key)
        ),
        hint:
            "Remove the line and those that belong to it; or leave them, if another program needs \
               them"
                .to_owned(),
        read_as: None,
    })
}

/// Parts of names that may say that not everybody should see a text, or what somebody agreed to.
const INTERNAL: &[&str] = &[
    "consent",
    "samtykke",
    "toestemming",
    "withdraw",
    "confidential",
    "fortrolig",
    "vertrouwelijk",
    "secret",
    "hemmelig",
    "geheim",
    "internal",
    "intern",
    "restricted",
    "draft",
    "publish",
    "hid",
    "embargo",
];
