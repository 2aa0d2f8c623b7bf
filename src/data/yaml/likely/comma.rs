//! Commas of YAML: one too many at the end of a line, as JSON has it, or one too few between
//! brackets.

use std::ops::Range;

use super::{Explanation, explained, is_name, parts};
use crate::data::quotes::{behind_quotes, quoted, unquoted};
use crate::data::reader::shortened;
use crate::data::translated::is_name_of_field;

/// Names of fields that stand between brackets, beside those that files have, too.
const INNER: &[&str] = &[
    "caption",
    "city",
    "closes",
    "country",
    "day",
    "fetched",
    "from",
    "given",
    "hotel",
    "id",
    "minutes",
    "month",
    "note",
    "notify",
    "on",
    "online",
    "opens",
    "opportunity",
    "photo",
    "public",
    "state",
    "ticket",
    "travel",
    "type",
    "tz",
    "until",
    "url",
    "who",
    "why",
];

/// A field with a comma at its end, as in `"title": "T",`.
pub(in crate::data::yaml) fn at_the_end(line: &str) -> Option<Explanation> {
    let whole = line.trim_end().strip_suffix(',')?;
    let (key, value) = whole.trim_start().trim_start_matches("- ").split_once(": ")?;
    let value = value.trim();
    let has_quotes = key.trim().starts_with('"') && key.trim().ends_with('"');
    let is_whole = value.len() > 1
        && (value.starts_with('"') && value.ends_with('"') && behind_quotes(value).is_none()
            || value.starts_with('[') && value.ends_with(']')
            || value.starts_with('{') && value.ends_with('}'));
    let name = key.trim().trim_matches('"');
    if !is_name(name) || !(has_quotes || is_whole) || value.is_empty() {
        return None;
    }
    let plain = match value.starts_with('"') {
        true => quoted(&unquoted(value)),
        false => shortened(value),
    };
    explained(
        "There is a comma at the end of this line, which is not part of the field",
        format!("Remove it: {name}: {plain}"),
    )
}

/// The line in which the first comma is missing between brackets, up to byte `end`: before the name
/// of a field, or between two entries.
pub(in crate::data::yaml) fn missing(
    text: &str,
    part: &Range<usize>,
    end: usize,
) -> Option<(Range<usize>, Explanation)> {
    let mut scan = Scan::default();
    let mut start = part.start;
    for line in text[part.clone()].split_inclusive('\n') {
        if start >= end {
            return None;
        }
        let line = line.trim_end_matches('\n');
        let places = scan.line(line);
        if let Some(first) = places.first() {
            // A field at the beginning of a line is the next one: the bracket was not closed.
            if *first == 0 && start > part.start {
                return None;
            }
            let words = line.trim_end();
            let mut corrected = words.to_owned();
            for at in places.iter().rev() {
                let before = corrected[..*at].trim_end().len();
                corrected.replace_range(before..*at, if before == 0 { "" } else { ", " });
            }
            let before = words[*first..].split([':', ',', ']', '}']).next().unwrap_or_default();
            let before = shortened(before.trim());
            // The line above ends without it.
            let hint = match words[..*first].trim().is_empty() {
                true => "Put a comma at the end of the line above this one".to_owned(),
                false => format!("Put a comma before it: {}", corrected.trim()),
            };
            let message = format!("A comma is missing before “{before}”");
            return Some((start..start + words.len(), (message, hint)));
        }
        start += line.len() + 1;
    }
    None
}

/// What is open while lines are read.
#[derive(Default)]
struct Scan {
    /// For each open bracket, whether it is `{`, and what was read since it or the last comma.
    open: Vec<(bool, Entry)>,
}

#[derive(Clone, Copy, Default)]
struct Entry {
    /// Whether a name and its colon were read.
    has_name: bool,
    /// Whether a value ended that a sign of its own ends: a quotation mark or a bracket.
    is_complete: bool,
}

impl Scan {
    /// Where commas are missing in a line.
    fn line(&mut self, line: &str) -> Vec<usize> {
        let mut places = vec![];
        let mut at = match self.open.is_empty() {
            true => begin(line).unwrap_or(line.len()),
            false => 0,
        };
        while let Some(c) = line[at..].chars().next() {
            let next = at + c.len_utf8();
            if self.open.is_empty() && !matches!(c, '[' | '{') {
                break;
            }
            let is_after_blank = line[..at].is_empty() || line[..at].ends_with([' ', '\t']);
            let before = line[..at].trim_end();
            let top = self.open.last_mut().map(|(_, entry)| entry);
            let is_beginning = before.is_empty()
                || before.ends_with(['[', '{', ',', ':'])
                || top.as_ref().is_some_and(|entry| entry.is_complete);
            at = match c {
                '#' if is_after_blank => break,
                '"' | '\'' if is_beginning => {
                    if let Some(entry) = top {
                        if entry.is_complete {
                            places.push(at);
                            *entry = Entry::default();
                        }
                        entry.is_complete = true;
                    }
                    let rest = behind_quotes(&line[at..]).map_or(0, str::len);
                    let closed = line.len() - rest;
                    // A text that ends in no line of its own is another mistake.
                    if rest == 0 && !line[next..].ends_with(c) {
                        break;
                    }
                    closed
                }
                '[' | '{' => {
                    if let Some(entry) = top.filter(|entry| entry.is_complete) {
                        places.push(at);
                        *entry = Entry::default();
                    }
                    self.open.push((c == '{', Entry::default()));
                    next
                }
                ']' | '}' => {
                    self.open.pop();
                    if let Some((_, entry)) = self.open.last_mut() {
                        entry.is_complete = true;
                    }
                    next
                }
                ',' => {
                    top.into_iter().for_each(|entry| *entry = Entry::default());
                    next
                }
                ':' if line[next..].is_empty() || line[next..].starts_with(' ') => {
                    self.colon(line, at, &mut places);
                    next
                }
                _ => next,
            };
        }
        places
    }

    /// A colon behind a name: the second one of an entry has a comma missing before its name.
    fn colon(&mut self, line: &str, at: usize, places: &mut Vec<usize>) {
        let Some((true, entry)) = self.open.last_mut() else { return };
        let before = line[..at].trim_end_matches('"');
        let start = before.rfind([' ', '"', '{', ',', '\t']).map_or(0, |at| at + 1);
        let name = &before[start..];
        let is_known = |name: &str| is_name_of_field(name) || INNER.contains(&name);
        if entry.has_name && is_name(name) && is_known(&name.to_lowercase()) {
            places.push(start);
        }
        *entry = Entry { has_name: true, is_complete: false };
    }
}

/// Where the value of a line begins, if it begins with a bracket.
fn begin(line: &str) -> Option<usize> {
    let items = line.trim_start().trim_start_matches("- ");
    let value = match items.starts_with(['[', '{']) {
        true => items,
        false => parts(items).1,
    };
    value.starts_with(['[', '{']).then(|| value.as_ptr() as usize - line.as_ptr() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_comma_is_found_in_its_line() {
        for (text, line, before, corrected) in [
            (
                "photos:\n  - {file: night-deck.webp alt: \"Deck\"}\n",
                1,
                "alt",
                "- {file: night-deck.webp, alt: \"Deck\"}",
            ),
            (
                "a: [{id: mette-krogh named: yes}]\n",
                0,
                "named",
                "a: [{id: mette-krogh, named: yes}]",
            ),
            ("a: {file: x, alt: \"A b\" caption: c}\n", 0, "caption", "\"A b\", caption: c}"),
            ("a: {id: x named: yes photo: no}\n", 0, "named", "{id: x, named: yes, photo: no}"),
            ("a: [{id: x} {id: y}]\n", 0, "{id", "[{id: x}, {id: y}]"),
            ("a: [\"b\" \"c\"]\n", 0, "\"c\"", "[\"b\", \"c\"]"),
            ("a: [\n  {id: x, named: yes photo: no}\n]\n", 1, "photo", "yes, photo: no}"),
            ("a: {id: x\n  named: yes}\n", 1, "named", "at the end of the line above"),
        ] {
            let (place, (message, hint)) =
                missing(text, &(0..text.len()), text.len()).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(text[..place.start].matches('\n').count(), line, "{text}");
            assert!(message.ends_with(&format!("before “{before}”")), "{text}: {message}");
            assert!(hint.contains(corrected), "{text}: {hint}");
        }
        for text in [
            "a: {id: x, named: yes}\n",
            "a: {alt: The pump: open, id: x}\n",
            "a: [b c, d]\n",
            "a: {alt: Pump \"four\" and \"five\", id: x}\n",
            "a: \"[b: c id: d]\"\n",
            "title: Deck {id: x named: yes}\n",
            "a: {id: 'it''s', named: yes} # id: x named: yes\n",
            "a: [\n  {id: x},\n  {id: y}\n]\n",
        ] {
            assert_eq!(missing(text, &(0..text.len()), text.len()), None, "{text}");
        }
    }

    #[test]
    fn a_comma_at_the_end_is_found() {
        for (line, remedy) in [
            ("\"title\": \"T\",", Some("title: \"T\"")),
            ("title: \"T, and\",", Some("title: \"T, and\"")),
            ("\"date\": 2026-11-01,", Some("date: 2026-11-01")),
            ("author: [a, b],", Some("author: [a, b]")),
            ("    alt: \"A\",", Some("alt: \"A\"")),
            ("  - file: \"a.jpg\",", Some("file: \"a.jpg\"")),
            ("title: T,", None),
            ("title: \"a\", \"b\",", None),
            ("\"title\": \"T\"", None),
            ("which he said,", None),
        ] {
            let hint = at_the_end(line).map(|(_, hint)| hint);
            assert_eq!(hint, remedy.map(|remedy| format!("Remove it: {remedy}")), "{line}");
        }
    }
}
