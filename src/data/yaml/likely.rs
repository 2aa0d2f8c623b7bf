//! What is likely to be wrong in a line of YAML: a sentence, and a remedy.

mod comma;
mod group;
mod list;
mod marks;
mod name;
mod place;

use std::ops::Range;

pub(super) use comma::{at_the_end, missing};
pub(super) use list::of_list;
pub(super) use marks::of_curly_end;
use name::is_name;
pub(in crate::data) use name::{COLONS, SEMICOLONS};
pub(super) use name::{bullet, is_odd_blank, of_name, of_odd_indent};
pub(super) use place::{of_entry_off, of_indent, of_stray};

use super::prose::is_text;
use crate::data::quotes::{behind_quotes, quoted, quoted_items, unquoted};
use crate::data::reader::shortened;

/// A group of fields with semicolons between them.
pub(super) fn with_semicolons(line: &str) -> Option<Explanation> {
    let (key, value) = parts(line);
    (value.starts_with('{') && value.contains(';')).then(|| group::of_group(&key, value)).flatten()
}

/// A message and a hint.
pub(super) type Explanation = (String, String);

fn explained(message: impl Into<String>, hint: impl Into<String>) -> Option<Explanation> {
    Some((message.into(), hint.into()))
}

pub(super) fn of_tab(line: &str) -> Explanation {
    let name = line.split(':').next().unwrap_or_default().trim();
    let before = match name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        true => format!(", before “{}”", shortened(name)),
        false => String::new(),
    };
    (
        format!("There is a tab at the beginning of this line{before}"),
        "Delete the tab; where the line belongs to the one above it, write two spaces instead"
            .to_owned(),
    )
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// A text between quotation marks whose next line begins at the edge.
pub(super) fn of_open_quote() -> Explanation {
    (
        "This text between quotation marks goes on in the next line".to_owned(),
        "Write all of it on one line; or begin the lines below it with two spaces".to_owned(),
    )
}

pub(super) fn of_bracket() -> Explanation {
    (
        "A bracket is opened and never closed".to_owned(),
        "Put a ] or } at the end of the list, or put the text between quotes if the bracket is meant as text".to_owned(),
    )
}

/// What is wrong with the value of the line.
pub(super) fn of_value(line: &str, info: &str) -> Option<Explanation> {
    if let Some((name, rest)) =
        line.split_once('{').filter(|(name, _)| is_name(name.trim()) && name.trim() != "-")
    {
        let name = name.trim();
        return explained(
            format!("A colon is missing behind “{name}”"),
            format!("Write {name}: {{{}", shortened(rest.trim_end())),
        );
    }
    if let Some(told) = name::of_windows_path(line) {
        return Some(told);
    }
    let (key, value) = parts(line);
    let whole = |value: &str| format!("{key}: {}", quoted(value));
    if let Some(rest) = behind_quotes(value) {
        if let Some(items) = quoted_items(value).filter(|_| !is_text(&key)) {
            return explained(
                "This is a list without brackets around it",
                format!("Put it between brackets: {key}: [{items}]"),
            );
        }
        return match value.starts_with('\'') {
            true => explained(
                "This text ends at its second ', but more follows",
                format!(
                    "Put the text between double quotes: {}",
                    // Of `'Bob' is here`, the first ' belongs to the text.
                    match value.ends_with('\'') {
                        true => whole(&unquoted(value)),
                        false => whole(value),
                    }
                ),
            ),
            // `"Pump" four` is meant with its quotes, `"the "new" pump"` without the outer ones.
            false if rest.ends_with('"') => explained(
                "This text ends at its second \", but more follows",
                format!("Put a \\ before each \" inside the text: {}", whole(&unquoted(value))),
            ),
            false => explained(
                "There is more text after the closing quotation mark",
                format!("Put all of it between quotes: {}", whole(value)),
            ),
        };
    }
    // A link of Markdown names one page or colleague.
    if let Some((_, target)) = value.strip_prefix('[').and_then(|rest| rest.split_once("]("))
        && let Some(target) = target.strip_suffix(')')
    {
        let file = target.rsplit('/').next().unwrap_or_default();
        let name = file.strip_suffix(".md").unwrap_or(file);
        return explained(
            "A field cannot hold a link such as [words](address)",
            format!("Write the name alone: {key}: {}", shortened(name)),
        );
    }
    if goes_on_behind_bracket(value) {
        return explained(
            "There is more text after the closing bracket",
            format!("Put the text between quotes: {}", whole(value)),
        );
    }
    if let Some(explanation) = group::of_group(&key, value) {
        return Some(explanation);
    }
    if let Some(explanation) = group::with_two_colons(line) {
        return Some(explanation);
    }
    let ends_with_colon = value.ends_with(':') && !value.trim_end_matches(':').is_empty();
    if (line.matches(": ").count() > 1 || ends_with_colon)
        && !value.starts_with(['[', '{', '"', '\''])
    {
        return explained(
            "This line has two colons",
            format!("Put the text between quotes: {}", whole(value)),
        );
    }
    if line.contains('\t') {
        let words: Vec<&str> =
            line.split('\t').map(str::trim).filter(|it| !it.is_empty()).collect();
        return explained(
            "There is a tab in this line",
            format!("Put one space in place of the tab: {}", shortened(&words.join(" "))),
        );
    }
    if info.contains("escape") || info.contains("hexadecimal") {
        return explained(
            "A \\ in this text begins something that is not a character",
            "Write the character itself; or write \\\\ for a \\ that belongs to the text",
        );
    }
    if value.starts_with('\'') {
        return explained(
            "A quotation mark is opened and never closed",
            format!(
                "Put the text between double quotes: {}; or put a ' at its end, if the ' at its \
                 beginning is not a part of it",
                whole(value)
            ),
        );
    }
    if line.matches('"').count() % 2 == 1 || info.contains("quoted scalar") {
        return explained(
            "A quotation mark is opened and never closed",
            "Put a \" at the end of the text, or a \\ before a \" that belongs to it",
        );
    }
    None
}

/// A value that begins with a sign of YAML, and where it stands in the line.
pub(super) fn of_mark(line: &str) -> Option<(Range<usize>, Explanation)> {
    // Behind `title: `, `- `, `[` or `, `.
    let begins = |(at, c): &(usize, char)| {
        "!&*@`%>|".contains(*c)
            && matches!(
                line[..*at].trim_end().chars().next_back(),
                None | Some(':' | '-' | '[' | '{' | ',')
            )
            && !line[..*at].ends_with([':', '-'])
    };
    let (at, mark) = line.char_indices().find(begins)?;
    let rest = line[at..].trim_end();
    // Between brackets, the value ends before the next one.
    let is_within = line[..at].contains(['[', '{']);
    let end = rest.find([',', ']', '}']).filter(|_| is_within).unwrap_or(rest.len());
    let (value, behind) = rest.split_at(end);
    let message = match mark {
        '!' | '&' => format!("This value begins with {mark}, so its first word would be lost"),
        mark => format!("A value cannot begin with {mark}"),
    };
    let lead = line[..at].trim_start();
    let hint = match value[mark.len_utf8()..].split_once(": ") {
        // It is the name of a field.
        Some((name, _)) if is_name(name) => {
            format!("Delete the {mark}: {lead}{}{behind}", shortened(&value[mark.len_utf8()..]))
        }
        _ => format!("Put the text between quotes: {lead}{}{behind}", quoted(value)),
    };
    Some((at..at + value.len(), (message, hint)))
}

/// What is said of a value that begins with a sign of YAML.
const BEGINS: &str = "A value cannot begin with ";

/// Whether this is said of the value of a line alone.
pub(super) fn is_of_value((message, _): &Explanation) -> bool {
    message.starts_with(BEGINS)
}

/// The message if nothing above explains the mistake.
pub(super) fn of_rest<'a>(line: &str, above: impl Iterator<Item = &'a str> + Clone) -> Explanation {
    let before = above.clone().next().unwrap_or_default();
    let (key, value) = parts(line);
    let is_list = |c: char| matches!(c, '-' | '?') && value[1..].starts_with(' ');
    let is_mark = |c: &char| "@`%&*!|>,]}".contains(*c) || is_list(*c);
    if let Some(mark) = value.chars().next().filter(is_mark).filter(|_| line.contains(": ")) {
        return (
            format!("{BEGINS}{mark}"),
            match mark {
                // The name of a colleague, as chats write it.
                '@' if !is_text(&key) && is_id(&value[1..]) => {
                    format!("Remove the @: {key}: {}", shortened(&value[1..]))
                }
                '-' if !is_text(&key) && !value[1..].contains(": ") => {
                    format!("Remove the -: {key}: {}", shortened(value[1..].trim()))
                }
                _ => format!("Put the text between quotes: {key}: {}", quoted(value)),
            },
        );
    }
    let is_own_list = !before.trim_end().ends_with(':');
    // Below the hyphen of an item instead of its first letter.
    let is_below_hyphen = before.trim_start().starts_with("- ") && !line.contains("- ");
    if line.contains(':')
        && (indent_of(line) != indent_of(before) || is_below_hyphen)
        && is_own_list
        && indent_of(line) > 0
    {
        return of_indent(line, above);
    }
    if let Some(explanation) = place::of_item(line, above.clone()) {
        return explanation;
    }
    if !line.contains(':') {
        return of_no_colon(line);
    }
    (
        "The fields cannot be read from here on".to_owned(),
        "Write each field on a line of its own: its name, a colon, a space and its value; put a \
         value with : or # between quotes"
            .to_owned(),
    )
}

/// A line that is neither a field nor an entry of a list.
pub(super) fn of_no_colon(line: &str) -> Explanation {
    let line = line.trim();
    (
        "A colon is missing in this line, so it is not a field".to_owned(),
        match line.split_once(char::is_whitespace).filter(|(name, _)| is_name(name)) {
            Some((name, value)) => format!(
                "If it is a field, write {name}: {}; if it belongs to the line above, join the two",
                // `author - birthe-lund`
                shortened(value.trim().trim_start_matches(['-', '–', '—', '>', ' ']))
            ),
            None => "Join it to the line above if it belongs to that one, or remove it".to_owned(),
        },
    )
}

/// Name and value of a line.
fn parts(line: &str) -> (String, &str) {
    let (key, value) = line.split_once(": ").unwrap_or(("title", line));
    (shortened(key.trim()), value.trim())
}

/// `[Big] news`: a list, and more.
fn goes_on_behind_bracket(value: &str) -> bool {
    if !value.starts_with(['[', '{']) {
        return false;
    }
    let mut depth = 0_usize;
    let end = value.find(|c| {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    let rest = end.map_or("", |end| value[end + 1..].trim());
    !rest.is_empty() && !rest.starts_with(['#', ',', ']', '}'])
}

/// Whether a word may be the id of a colleague.
fn is_id(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}
