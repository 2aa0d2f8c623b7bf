//! A group of fields that is nearly YAML: without its brackets, in round ones, or with semicolons.

use super::{Explanation, explained, is_name};
use crate::data::quotes::quoted;
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

/// A group of which a text has a second colon: `{name: Ole: mester, named: no}`.
pub(super) fn with_two_colons(line: &str) -> Option<Explanation> {
    let start = line.find('{')?;
    let inside = line[start..].trim_end().trim_end_matches(']').trim_end();
    let inside = inside.strip_prefix('{')?.strip_suffix('}')?;
    if inside.contains(['{', '}', '[', ']', '"', '\'', '#', '\\']) {
        return None;
    }
    let mut is_odd = false;
    let fields = inside.split(',').map(|field| {
        let (name, value) = field.trim().split_once(": ").filter(|(name, _)| is_name(name))?;
        let value = value.trim();
        let has_colon = value.contains(": ") || value.ends_with(':');
        is_odd |= has_colon;
        Some(match has_colon {
            true => format!("{name}: {}", quoted(value)),
            false => format!("{name}: {value}"),
        })
    });
    let fields = fields.collect::<Option<Vec<_>>>()?.join(", ");
    let behind = line[start..].trim_end().strip_prefix('{')?.strip_prefix(inside)?;
    let lead = line[..start].trim_start();
    is_odd.then(|| {
        explained(
            "A text between these brackets has a colon, so it counts as a field of its own",
            format!("Put the text between quotes: {lead}{{{fields}{behind}"),
        )
    })?
}

#[cfg(test)]
mod tests {
    use super::with_two_colons;

    #[test]
    fn a_text_with_a_colon_in_a_group_is_put_between_quotes() {
        for (line, hint) in [
            (
                "  - {name: Ole: mester, named: no}",
                "Put the text between quotes: - {name: \"Ole: mester\", named: no}",
            ),
            (
                "people: [{name: Ole: mester, named: no}]",
                "Put the text between quotes: people: [{name: \"Ole: mester\", named: no}]",
            ),
        ] {
            assert_eq!(with_two_colons(line).expect(line).1, hint, "{line}");
        }
        assert_eq!(with_two_colons("  - {name: Ole, named: no}"), None);
    }
}
