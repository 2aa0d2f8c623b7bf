//! Brackets that are opened and never closed.

use std::ops::Range;

use super::between_brackets::quotation_marks;
use super::meant::{CURLY, behind_hash};
use super::whole_values;
use crate::data::reader::shortened;
use crate::data::toml::across::Explanation;
use crate::data::toml::lines::{is_name, line_of};

/// A line of a hint is not longer, in characters.
const LONGEST: usize = 120;

/// What is said of a bracket in `line` that is never closed: `missing` belongs at byte `at`.
pub(in crate::data::toml) fn explained(
    text: &str,
    line: &Range<usize>,
    at: usize,
    missing: &str,
) -> Explanation {
    let written = &text[line.clone()];
    if let Some((before, after, name)) = around_name(written.split('#').next().unwrap_or("")) {
        return of_table(name, wanted(name, before.max(after)));
    }
    let (name, value) = written.split_once('=').unwrap_or((written, ""));
    let name = name.trim();
    if missing.starts_with(['"', '\'']) {
        let field = |value: &str| format!("Write {name} = {value}");
        let of_line = (line.end >= at).then(|| quotation_marks(value.trim(), field)).flatten();
        return of_line.unwrap_or_else(|| {
            let message = "A quotation mark is opened and never closed".to_owned();
            (message, format!("Put a {} at the end of the text, before the bracket", &missing[..1]))
        });
    }
    let is_in_line = line.end >= at;
    let typed = value.trim();
    let is_closed = typed.ends_with(if missing.starts_with('}') { '}' } else { ']' });
    if is_in_line && is_closed && typed.contains('#') {
        // All of the line counts, not only what the parser read of it.
        return match whole_values::of(typed) {
            Some(whole) => (whole_values::MISSING.to_owned(), format!("Write {name} = {whole}")),
            None => (whole_values::MISSING.to_owned(), whole_values::GENERAL.to_owned()),
        };
    }
    if value.trim_start_matches([' ', '[']).starts_with('#')
        && let Some(of_hash) = behind_hash(name, value.trim())
    {
        return of_hash;
    }
    let message = "A bracket is opened and never closed".to_owned();
    let last = line_of(text, at);
    let hint = if last.start > line.start {
        let last = shortened(text[last].trim());
        format!("Put {missing} on a line of its own below the line {last}")
    } else {
        let whole = text[line.start..at].trim_end_matches([',', ' ']);
        let space = if missing.starts_with('}') { " " } else { "" };
        let value = whole.split_once('=').map_or("", |(_, value)| value.trim());
        if let Some(value) = whole_values::of(&format!("{value}{space}{missing}")) {
            return (message, format!("Write {name} = {value}"));
        }
        match whole.chars().count() < LONGEST && !whole.contains(CURLY) {
            true => format!("Write {whole}{space}{missing}"),
            false => format!("Put {missing} at the end of this line"),
        }
    };
    (message, hint)
}

/// What is said of a table whose name has too few or too many brackets on one side.
pub(super) fn of_table(name: &str, wanted: usize) -> Explanation {
    let (open, close) = ("[".repeat(wanted), "]".repeat(wanted));
    (
        format!("The brackets before and after “{}” are not the same", shortened(name)),
        format!("Write {open}{}{close}", shortened(name)),
    )
}

/// How many brackets stand before and behind the name of a table, and the name.
pub(in crate::data::toml) fn around_name(line: &str) -> Option<(usize, usize, &str)> {
    let line = line.trim_end();
    let inside = line.trim_start_matches('[');
    let name = inside.trim_end_matches(']');
    let (before, after) = (line.len() - inside.len(), inside.len() - name.len());
    let name = name.trim();
    let is_table = is_name(name) && name.starts_with(|c: char| c.is_ascii_alphabetic());
    (is_table && before + after > 0 && before != after).then_some((before, after, name))
}

const SINGLE: [&str; 8] =
    ["purpose", "may", "tell", "colors", "type", "space", "pictures", "severity"];
const DOUBLE: [&str; 7] = ["goals", "roles", "promises", "teams", "places", "handbook", "meetings"];

/// Whether a file of settings has a table that is called so.
pub(super) fn is_table(name: &str) -> bool {
    SINGLE.contains(&name) || DOUBLE.contains(&name)
}

/// How many brackets a table has on each side; `most` stand on one of them now.
pub(in crate::data::toml) fn wanted(name: &str, most: usize) -> usize {
    match () {
        () if SINGLE.contains(&name) => 1,
        () if DOUBLE.contains(&name) => 2,
        () => most.min(2),
    }
}
