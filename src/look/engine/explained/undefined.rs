//! A value that a page does not have, where the engine does not say which: what is gone through one by
//! one, shown, or asked for something.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Found, capital, one_of, or_default};
use crate::base::diagnostic::nearest;
use crate::data::fields::shortened;

/// What is said of it, with the nearest of the `values` of the page; `None` for other mistakes.
pub(in crate::look::engine) fn undefined(
    raw: &str,
    found: Found<'_>,
    values: &Value,
) -> Option<(String, String)> {
    let is_one = raw.contains("type `undefined`")
        || raw.starts_with("Tried to render a variable that is undefined")
        || raw.starts_with("Field `") && !raw.contains("Available");
    let path = path(found).filter(|path| is_one && !path.is_empty())?;
    let parts: Vec<&str> = path.split('.').filter(|part| !part.is_empty()).collect();
    let mut owner = values;
    let mut at = 0;
    while let Some(value) = parts.get(at).and_then(|part| owner.get(part)) {
        (owner, at) = (value, at + 1);
    }
    // What a loop calls its own is none of the page.
    let is_of_page = at > 0 || parts.len() == 1;
    // Of a path that begins with such, the engine names the field that is not there.
    let asked = raw.strip_prefix("Field `").and_then(|rest| rest.split('`').next());
    let asked = asked.and_then(|asked| parts.iter().skip(1).position(|part| *part == asked));
    let last = parts.len() - 1;
    let at = if is_of_page { at.min(last) } else { asked.map_or(last, |at| at + 1) };
    let name = parts[at];
    let message = match parts[..at].join(".") {
        whose if whose.is_empty() => format!("There is no value “{}” here", shortened(name)),
        whose => format!("“{}” has no value “{}”", shortened(&whose), shortened(name)),
    };
    let known: BTreeSet<&str> = match owner.as_object().filter(|_| is_of_page) {
        Some(values) => values.keys().map(String::as_str).collect(),
        None => BTreeSet::new(),
    };
    let hint = match nearest(name, known.iter().copied()) {
        Some(near) => format!("Did you mean “{near}”?"),
        None if known.is_empty() => capital(&or_default(found.template)),
        None => one_of(&known),
    };
    Some((message, hint))
}

/// The names joined by dots that stand at the place: of them, the engine may mark the first or the
/// last.
fn path(found: Found<'_>) -> Option<String> {
    let is_of_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    // Of a loop, the whole of it may be marked.
    let (before, rest) = match found.rest.trim_start().strip_prefix("for ") {
        Some(rest) => ("", rest.split_once(" in ")?.1.trim_start()),
        None => (found.before, found.rest),
    };
    let begin = before.trim_end_matches(is_of_path).len();
    let end = rest.find(|c| !is_of_path(c)).unwrap_or(rest.len());
    Some(format!("{}{}", &before[begin..], &rest[..end]))
}
