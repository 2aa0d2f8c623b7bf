//! A line of YAML that begins at a place where it does not belong.

use super::{Explanation, indent_of, is_name};
use crate::data::quotes::quoted;
use crate::data::reader::shortened;
use crate::data::translated::is_name_of_field;
use crate::data::yaml::prose::is_text;

/// A line with other spaces at its beginning than its neighbours; `above` are the lines above it, the
/// nearest first.
pub(in crate::data::yaml) fn of_indent<'a>(
    line: &str,
    above: impl Iterator<Item = &'a str>,
) -> Explanation {
    let indent = indent_of(line);
    let mut above = above.filter(|line| !line.trim().is_empty()).peekable();
    if let Some(hint) = above.peek().and_then(|text| of_text(line, text)) {
        return ("This line is indented too far".to_owned(), hint);
    }
    // Below the hyphen of the entry to which it belongs.
    let is_below_hyphen = indent > 0
        && above.peek().is_some_and(|it| indent_of(it) == indent && place_of(it) > indent);
    let mut places: Vec<(usize, &str)> = vec![];
    for neighbour in above {
        let place = place_of(neighbour);
        places.push((place, &neighbour[place..]));
        if indent_of(neighbour) == 0 {
            break;
        }
    }
    // One space is a slip; whoever typed more put the line inside something, if there is something.
    let is_inside = (indent > 1 || is_below_hyphen) && places.iter().any(|(place, _)| *place > 0);
    // Of two that are equally near, the inner one.
    let near = places
        .iter()
        .filter(|(place, _)| *place > 0 || !is_inside)
        .min_by_key(|(place, _)| (place.abs_diff(indent), indent - (*place).min(indent)));
    match near {
        Some((place, words)) if *place > 0 => {
            let name = shortened(words.split(':').next().unwrap_or_default().trim());
            let spaces = if *place == 1 { "space" } else { "spaces" };
            (
                format!("This line begins with another number of spaces than “{name}” above it"),
                format!(
                    "Begin it with exactly {place} {spaces}, so that it stands below the first letter of “{name}”"
                ),
            )
        }
        _ => (
            "This line is indented too far".to_owned(),
            "Remove the spaces at its beginning".to_owned(),
        ),
    }
}

/// Where the field of a line begins, behind the hyphen of an item.
fn place_of(line: &str) -> usize {
    let words = line.trim_start();
    let field = words.strip_prefix("- ").map_or(words, str::trim_start);
    line.len() - field.len()
}

/// The remedy for a line that may go on with the text for readers in the line above it, although it
/// has a colon.
fn of_text(line: &str, above: &str) -> Option<String> {
    let (field, text) = above.trim().trim_start_matches("- ").split_once(": ")?;
    let text = text.trim();
    let is_words = text.starts_with(char::is_alphanumeric);
    if !is_text(field) || !is_words || indent_of(line) <= indent_of(above) {
        return None;
    }
    let whole = quoted(&format!("{text} {}", line.trim()));
    let (name, _) = line.trim().split_once(':')?;
    let joined = format!("write all of it on one line, between quotes: {field}: {whole}");
    let is_known = is_name(name) && is_name_of_field(&name.to_lowercase());
    match place_of(above) {
        // It belongs below the first letter of the field above it, which is said elsewhere.
        1.. if is_known => None,
        place @ 1.. => Some(format!(
            "If it belongs to the text above, {joined}; if it is a field, begin it with exactly \
             {place} spaces"
        )),
        0 if is_known => Some(format!(
            "Remove the spaces at its beginning; or, if it belongs to the text above, {joined}"
        )),
        0 => Some(format!(
            "If it belongs to the text above, {joined}; if it is a field, remove the spaces"
        )),
    }
}

/// What is said of fields at the edge, the first of which is in this line, below the entry `item` of a
/// list to which they belong.
pub(in crate::data::yaml) fn of_stray(line: &str, item: &str, count: usize) -> Explanation {
    let name = shortened(line.split(':').next().unwrap_or_default().trim());
    let spaces = place_of(item);
    (
        format!("“{name}” belongs to the entry above it, and begins at the edge"),
        match count {
            1 => format!("Begin this line with {spaces} spaces"),
            _ => format!("Begin this line with {spaces} spaces, and so the field below it"),
        },
    )
}

/// What is said of an entry that YAML cannot read; `above` are the lines above it, the nearest first.
pub(in crate::data::yaml) fn of_item<'a>(
    line: &str,
    mut above: impl Iterator<Item = &'a str>,
) -> Option<Explanation> {
    let is_item = |line: &str| line.trim_start().starts_with("- ");
    let first = above.next()?;
    let is_off = is_item(line) && is_item(first) && indent_of(line) != indent_of(first);
    is_off.then(|| of_entry_off(first)).flatten()
}

/// The sentence and the remedy for an entry below the one in the line `first`.
pub(in crate::data::yaml) fn of_entry_off(first: &str) -> Option<Explanation> {
    let spaces = first.find("- ")?;
    let hint = match spaces {
        0 => "Remove the spaces at its beginning".to_owned(),
        1 => "Begin it with exactly 1 space".to_owned(),
        spaces => format!("Begin it with exactly {spaces} spaces"),
    };
    let message = "This entry begins with another number of spaces than the one above it";
    Some((message.to_owned(), hint))
}
