//! Mistakes that the TOML parser found, in words for people who have never heard of TOML.

mod bare;
mod between_brackets;

use std::ops::Range;

use super::across::{self, Began, Explanation};
use super::lines::{is_name, line_of};
use crate::base::character::{is_formatting, is_refused};
use crate::base::date::parse_date;
use crate::base::{Code, Diagnostic, Source};
use crate::data::characters::refused_at;
use crate::data::quotes::{behind_quotes, quoted, unquoted};
use crate::data::reader::shortened;

/// The message and hint for a mistake.
pub(super) struct Complaint {
    pub(super) diagnostic: Diagnostic,
    /// Whether the parser read everything below as a part of the value.
    pub(super) swallows: bool,
}

/// What is likely to be wrong at `place`, of which the parser says `words`. `part` are the fields.
pub(super) fn of(
    source: &Source,
    part: &Range<usize>,
    place: Range<usize>,
    words: &str,
) -> Complaint {
    let text = &source.text[part.clone()];
    let diagnostic = match across::began(text, place.start - part.start, words) {
        None => in_line(source, part, place, words),
        Some(Began { line, explanation: (message, hint), swallows }) => {
            let place = part.start + line.start..part.start + line.end;
            let diagnostic = Diagnostic::new(Code::BrokenToml, source.span(place), message);
            return Complaint { diagnostic: diagnostic.hint(hint), swallows };
        }
    };
    Complaint { diagnostic, swallows: false }
}

/// What is wrong in the line at which the parser stopped.
fn in_line(source: &Source, part: &Range<usize>, place: Range<usize>, words: &str) -> Diagnostic {
    let text = &source.text[part.clone()];
    let diagnostic = |(message, hint): (String, String), place| {
        Diagnostic::new(Code::BrokenToml, source.span(place), message).hint(hint)
    };
    let line = line_of(text, place.start - part.start);
    let whole = part.start + line.start..part.start + line.end;
    let name_ends = text[line.clone()].find('=').unwrap_or(line.len());
    let is_hidden = |(at, c): &(usize, char)| {
        // In a name, also characters that a text may contain.
        is_refused(*c) || *c == '\r' || *at < name_ends && is_formatting(*c)
    };
    if let Some((at, c)) = text[line.clone()].char_indices().find(is_hidden) {
        let at = whole.start + at;
        return refused_at(c, at..at + c.len_utf8(), source);
    }
    let above = &text[..line.start];
    let header = || above.lines().rev().find(|line| line.starts_with('[')).unwrap_or_default();
    let line = &text[line];
    if let Some(of_line) = as_a_whole(line, words) {
        return diagnostic(of_line, whole);
    }
    diagnostic(of_value(line, words, header).unwrap_or_else(at_last), place)
}

/// What to say where the lines of the file, most of them at least, end with a carriage return alone.
pub(super) fn of_old_mac(source: &Source, part: &Range<usize>) -> Option<Diagnostic> {
    let text = &source.text[part.clone()];
    let (first, _) = text.split_once('\r')?;
    let alone = text.matches('\r').count() - text.matches("\r\n").count();
    (alone > text.matches('\n').count()).then(|| {
        let place = part.start..part.start + first.len();
        let message = "This file has the line ends of an old Mac, so all of it counts as one line";
        Diagnostic::new(Code::BrokenToml, source.span(place), message).hint(
            "Save it again with the line ends of Unix (LF): most editors offer that when saving, \
             or at the bottom of the window",
        )
    })
}

fn explained(message: impl Into<String>, hint: impl Into<String>) -> Option<Explanation> {
    Some((message.into(), hint.into()))
}

/// What is wrong with the line, wherever in it the parser stopped.
fn as_a_whole(line: &str, words: &str) -> Option<Explanation> {
    let line = line.trim();
    let is_table = line.starts_with('[');
    let (key, value) = line.split_once('=').map_or((line, ""), |(key, value)| (key, value.trim()));
    if key.contains(|c: char| c.is_whitespace() && !c.is_ascii()) {
        return explained(
            "There is an unusual kind of space beside the name of this field",
            "Delete the spaces around the name of the field, and type them again",
        );
    }
    let key = key.trim();
    if words.contains("recur") {
        return explained(
            "Too many fields or brackets are inside each other",
            "Put the text between quotes if its brackets or dots are meant as text",
        );
    }
    if words.contains("duplicate key") && is_table {
        return explained(
            format!("{} is written twice", shortened(line)),
            match super::tables::single(line) {
                Some(name) => format!(
                    "Move its lines below the first one, and remove this line; or, if each of \
                     them is an entry of a list, write [[{name}]] for each"
                ),
                None => "Move its lines below the first one, and remove this line".to_owned(),
            },
        );
    }
    if words.contains("duplicate key") {
        return explained(format!("“{}” is written twice", shortened(key)), "Keep one of them");
    }
    if let Some((before, after)) = line.split_once(':').filter(|_| value.is_empty() && !is_table)
        && is_name(before.trim())
    {
        return explained(
            "This line has a colon where this file needs =",
            format!("Write {} = {}", before.trim(), written(after.trim())),
        );
    }
    if line.starts_with("---") || line.starts_with("+++") {
        return explained(
            "This line is not a field",
            "Remove the line: this file needs no lines of dashes",
        );
    }
    if let Some(remark) = line.strip_prefix("//").or_else(|| line.strip_prefix("--")) {
        return explained(
            "This comment does not begin with #",
            format!("Write # {}", shortened(remark.trim())),
        );
    }
    if line.starts_with(['{', '}']) {
        return explained(
            "The fields are between { and }, which this file does not use",
            "Write each on a line of its own, without { and }, as in title = \"Pump four\"",
        );
    }
    if line.starts_with("- ") {
        return explained(
            "This list is written with hyphens, which this file does not use",
            "Write it on the line of its field, between brackets, as in languages = [\"da\", \
             \"en\"]",
        );
    }
    if line.starts_with('=') {
        return explained(
            "The name before the = is missing",
            "Write the name of the field first, as in title = \"Pump four\"",
        );
    }
    if is_table && words.contains("unclosed table") {
        return explained(
            "A bracket is opened and never closed",
            "Put the same number of brackets at the end of the line, as in [pictures] or [[teams]]",
        );
    }
    if words.contains("key with no value") || words.contains("unquoted key") {
        return Some(match key {
            _ if is_table && line.ends_with(']') => {
                let name = line.trim_matches(['[', ']', ' ']);
                let hint = match crate::data::translated::table(name) {
                    Some(meant) => format!("Did you mean {}?", line.replace(name, meant)),
                    None => "Write one of the names that this file has, as in [pictures] or \
                             [[teams]]"
                        .to_owned(),
                };
                (format!("“{}” cannot be the name of a group of lines", shortened(name)), hint)
            }
            _ if !line.contains('=') => (
                "The = between name and value is missing in this line".to_owned(),
                "Write name, = and value, as in title = \"Pump four\"; or begin a comment with #"
                    .to_owned(),
            ),
            _ if key.contains(char::is_whitespace) => (
                "The name of this field contains a space".to_owned(),
                format!(
                    "Write the name without spaces, as in time_zone; or put “{}” between quotes if \
                     it is a name of your own",
                    shortened(key)
                ),
            ),
            _ => (
                format!("“{}” cannot be the name of a field", shortened(key)),
                "Use letters from a to z, digits, _ and -, as in time_zone".to_owned(),
            ),
        });
    }
    None
}

/// What is wrong with the value of the line.
fn of_value<'h>(line: &str, words: &str, header: impl Fn() -> &'h str) -> Option<Explanation> {
    let (key, value) = line.split_once('=')?;
    let (key, value) = (key.trim(), value.trim());
    let field = |value: &str| format!("Write {} = {value}", shortened(key));
    if value.is_empty() {
        return explained(format!("“{}” has no value", shortened(key)), "Write it after the =");
    }
    if value.starts_with(CURLY) {
        return explained(
            "These quotation marks are curly, but must be straight",
            field(&written(value)),
        );
    }
    if let Some(of_marks) = between_brackets::quotation_marks(value, field) {
        return Some(of_marks);
    }
    if let Some(of_bare) = bare::value(value, words, header(), field) {
        return Some(of_bare);
    }
    if let Some(rest) = behind_quotes(value) {
        // `"B", c = "d"` are two fields.
        let is_one = !rest.contains('=') && !rest.trim_start().starts_with([',', ';']);
        let again = || field(&quoted(&unquoted(value)));
        if value.starts_with('\'') && is_one {
            return explained("This text ends at its second ', but more follows", again());
        }
        if is_one && rest.ends_with('"') {
            return explained("This text ends at its second \", but more follows", again());
        }
    }
    let alone = value.trim_end_matches([',', ';', ' ']);
    if alone.len() < value.len() && is_whole(alone) {
        let sign = value[alone.len()..].trim_start().chars().next().unwrap_or(',');
        return explained(
            format!("This line ends with {sign}, which this file does not use"),
            field(alone),
        );
    }
    if value.starts_with('{') && words.contains("missing assignment") {
        return explained(
            "There is a colon between { and } where this file needs =",
            field(&with_equals(value)),
        );
    }
    if words.contains("escape") || words.contains("unicode") {
        return explained(
            "A \\ in this text begins something that is not a character",
            "Write \\\\ for a \\ that belongs to the text",
        );
    }
    if words.contains("basic string") || words.contains("literal string") && value.starts_with('\'')
    {
        return explained(
            "A quotation mark is opened and never closed",
            format!("Put a {} at the end of the text, on the same line", &value[..1]),
        );
    }
    if words.contains("unclosed array") || words.contains("unclosed inline table") {
        let close = if words.contains("array") { ']' } else { '}' };
        return explained(
            "A bracket is opened and never closed",
            format!("Put a {close} after the last value"),
        );
    }
    if words.contains("missing comma") {
        return explained(
            "A comma is missing between two values of this list",
            "Put a comma there, as in [\"da\", \"en\"]",
        );
    }
    let bare = value.split('#').next().unwrap_or_default().trim();
    let meant = match bare.to_ascii_lowercase().as_str() {
        "yes" | "true" | "ja" | "on" => Some("true"),
        "no" | "false" | "nej" | "nee" | "off" => Some("false"),
        _ => None,
    };
    if let Some(answer) = meant {
        return explained("This answer must be true or false", field(answer));
    }
    if let Err(mistake) = parse_date(bare)
        && (mistake.suggestion.is_some() || words.contains("date"))
    {
        let hint = match mistake.suggestion {
            Some(day) => format!("Did you mean {day}?"),
            None => "Write it as year-month-day: 2026-11-21".to_owned(),
        };
        return explained(mistake.message, hint);
    }
    if words.contains("leading zero") {
        let digits = bare.trim_start_matches('0');
        let number = if digits.is_empty() { "0" } else { digits };
        return explained("This number begins with 0", field(number));
    }
    if words.contains("must be quoted") {
        return explained("This text is not between quotation marks", field(&written(bare)));
    }
    if words.contains("unexpected key or value") {
        return explained(
            "There is more after the value in this line",
            "Write one field per line; put a # before a comment, and a \\ before a \" that belongs \
             to the text",
        );
    }
    None
}

fn at_last() -> Explanation {
    (
        "This cannot be read as a field with its value".to_owned(),
        "Put text between quotes, as in title = \"Pump four\", and a list between brackets, as in \
         languages = [\"da\", \"en\"]"
            .to_owned(),
    )
}

/// Whether this is exactly one value in TOML.
fn is_whole(value: &str) -> bool {
    match value.chars().next() {
        Some(mark @ ('"' | '\'')) => {
            value.len() > 1 && value.ends_with(mark) && behind_quotes(value).is_none()
        }
        Some('[') => value.ends_with(']'),
        Some('{') => value.ends_with('}'),
        _ => written(value) == value,
    }
}

/// The inline table in TOML, if somebody wrote it as in YAML.
fn with_equals(table: &str) -> String {
    let mut is_quoted = false;
    let mut equal = String::new();
    for c in table.chars() {
        is_quoted ^= c == '"';
        match c {
            ':' if !is_quoted => equal.push_str(" ="),
            _ => equal.push(c),
        }
    }
    equal
}

const CURLY: [char; 10] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '`'];

/// The value in TOML; a value that is right already stays as it is.
fn written(value: &str) -> String {
    let is_written = value.starts_with(['"', '\'', '[', '{'])
        || matches!(value, "true" | "false")
        || value.bytes().all(|b| b.is_ascii_digit()) && !value.is_empty();
    if is_written {
        return value.to_owned();
    }
    let bare = match value.rfind(CURLY).filter(|_| value.starts_with(CURLY)) {
        Some(end) => value[..end].trim_start_matches(CURLY),
        None => value,
    };
    format!("\"{}\"", shortened(bare).replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests;
