//! A group of fields that is nearly YAML: without its brackets, in round ones, or with semicolons.

use super::{Explanation, explained, is_name};
use crate::data::reader::shortened;
use crate::data::yaml::prose::is_text;

/// What is wrong with a value that lists fields: `photo: no`, `(photo: no)`, `{photo: no; name: yes}`.
pub(super) fn of_group(key: &str, value: &str) -> Option<Explanation> {
    let pairs = [('{', '}'), ('(', ')'), ('[', ']')];
    let around = pairs
        .iter()
        .find_map(|(open, close)| Some((*open, value.strip_prefix(*open)?.strip_suffix(*close)?)));
    let (open, inside) = around.unwrap_or((' ', value));
    if is_text(key) || !is_name(key) || inside.contains(['{', '}', '[', ']', '"', '\'', '#']) {
        return None;
    }
    let parts = inside.split([',', ';']).map(|part| {
        let (name, value) = part.split_once(':')?;
        let (name, value) = (name.trim(), value.trim());
        (is_name(name) && !value.is_empty() && !value.contains(": "))
            .then(|| format!("{name}: {value}"))
    });
    let fields = parts.collect::<Option<Vec<_>>>()?.join(", ");
    let message = match open {
        '{' if inside.contains(';') => "A semicolon stands where these fields need a comma",
        '{' => return None,
        '(' | '[' => "Fields within a field stand between { and }",
        _ => "The brackets { and } are missing around these fields",
    };
    explained(message, format!("Write {key}: {{{}}}", shortened(&fields)))
}
