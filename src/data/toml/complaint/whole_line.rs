//! Lines that are no field of TOML, wherever in them the parser stopped: lines of YAML, JSON and
//! prose, names that are none, tables with too few brackets.

use std::ops::Range;

use super::meant::{with_equals, written};
use super::{between_brackets, brackets, explained};
use crate::data::quotes::{quoted, unquoted};
use crate::data::reader::shortened;
use crate::data::toml::across::Explanation;
use crate::data::toml::lines::is_name;
use crate::data::toml::tables;

/// A line of a hint is not longer, in characters.
const LONGEST: usize = 120;

/// What is wrong with the line, wherever in it the parser stopped.
pub(super) fn explanation(text: &str, line: &Range<usize>, words: &str) -> Option<Explanation> {
    let place = line;
    let line = text[line.clone()].trim();
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
            match tables::single(line) {
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
            format!("Write {}", field_of_yaml(before.trim(), after.trim())),
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
            format!("Write each on a line of its own, without {{ and }}{}", first_field(line)),
        );
    }
    if line.starts_with("- ") {
        return explained(
            "This list is written with hyphens, which this file does not use",
            match list_of_hyphens(text, place) {
                Some(line) => format!("Write {line} in place of all its lines"),
                None => "Write it on the line of its field, between brackets".to_owned(),
            },
        );
    }
    if let Some((before, after, name)) = brackets::around_name(line).filter(|_| is_table) {
        return Some(brackets::of_table(name, brackets::wanted(name, before.max(after))));
    }
    if line.starts_with('=') {
        return explained(
            "The name before the = is missing",
            format!("Write the name of the field first, as in title {}", shortened(line)),
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
                match line.split_once(char::is_whitespace).filter(|(name, _)| is_name(name)) {
                    Some((name, value)) => format!(
                        "Write {name} = {}; or begin a comment with #",
                        written(value.trim())
                    ),
                    None => "Write name, = and value between quotes; or begin a comment with #"
                        .to_owned(),
                },
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

/// A line of YAML in TOML.
fn field_of_yaml(name: &str, value: &str) -> String {
    if value.is_empty() && brackets::is_table(name) {
        let count = brackets::wanted(name, 1);
        return format!("{}{name}{}", "[".repeat(count), "]".repeat(count));
    }
    let line = |value: &str| format!("{name} = {value}");
    if let Some((_, line)) = between_brackets::quotation_marks(value, line) {
        return line;
    }
    match value.starts_with('{') {
        true => line(&with_equals(value)),
        false => line(&written(value)),
    }
}

/// The first field of a line of JSON, as an example.
fn first_field(line: &str) -> String {
    let inside = line.trim_matches(['{', '}', ',', ' ']);
    let Some((name, value)) = inside.split_once([':', '=']) else { return String::new() };
    let name = name.trim().trim_matches('"');
    let value = value.split(",").next().unwrap_or_default().trim();
    match is_name(name) && !value.is_empty() {
        true => format!(", as in {}", field_of_yaml(name, value)),
        false => String::new(),
    }
}

/// The list that is written with hyphens around this line, on one line.
fn list_of_hyphens(text: &str, line: &Range<usize>) -> Option<String> {
    let is_item = |line: &&str| line.trim_start().starts_with("- ");
    let above: Vec<&str> = text[..line.start].lines().rev().take(100).collect();
    let before = above.iter().take_while(|line| is_item(line)).count();
    let name = above.get(before)?.trim_end_matches([' ', ':', '=', '[']).trim();
    let items = above[..before].iter().rev().copied();
    let below = text[line.start..].lines().take(100).take_while(is_item);
    let item = |line: &str| {
        let item = line.trim_start().trim_start_matches("- ").trim().trim_end_matches(',');
        match item.starts_with(['"', '\'']) {
            true => quoted(&unquoted(item)),
            false => quoted(item),
        }
    };
    let items: Vec<String> = items.chain(below).map(item).collect();
    let whole = format!("{name} = [{}]", items.join(", "));
    (is_name(name) && whole.chars().count() < LONGEST).then_some(whole)
}
