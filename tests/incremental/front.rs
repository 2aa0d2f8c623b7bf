//! Edits of what stands above a text: its fields, their order, remarks, and fences.

use crate::chance::Chance;
use crate::flow::Flow;
use crate::values::{Names, other};
use storywall::data::Field;

/// A text in two parts: the entries of its front matter, each with the lines that belong to it,
/// and its body.
struct Parts {
    entries: Vec<String>,
    body: String,
}

impl Parts {
    fn of(text: &str) -> Option<Parts> {
        let (front, body) = text.strip_prefix("---\n")?.split_once("---\n")?;
        let mut entries: Vec<String> = vec![];
        for line in front.split_inclusive('\n') {
            match entries.last_mut() {
                Some(entry) if line.starts_with([' ', '-']) => entry.push_str(line),
                _ => entries.push(line.to_owned()),
            }
        }
        Some(Parts { entries, body: body.to_owned() })
    }

    fn text(&self) -> String {
        format!("---\n{}---\n{}", self.entries.concat(), self.body)
    }

    fn place(&self, field: &str) -> Option<usize> {
        let is_of = |entry: &String| {
            entry.strip_prefix(field).is_some_and(|behind| behind.starts_with(':'))
        };
        self.entries.iter().position(is_of)
    }
}

/// The value of a field, if it stands in the text on one line.
fn value(entry: &str) -> Option<Flow> {
    let (_, value) = entry.trim_end().split_once(':')?;
    (!value.contains('\n')).then(|| Flow::parse(value))
}

/// The text with another value in one of `fields`, or without the field, or with the field anew.
pub(crate) fn with_field(
    text: &str,
    fields: &[Field],
    names: &Names,
    chance: &mut Chance,
) -> Option<String> {
    let mut parts = Parts::of(text)?;
    let field = chance.one_of(fields)?;
    let at = parts.place(field.name);
    if let Some(at) = at.filter(|_| chance.once_in(if field.required { 12 } else { 4 })) {
        parts.entries.remove(at);
        return Some(parts.text());
    }
    let now = at.and_then(|at| value(&parts.entries[at]));
    let new = other(field, now.as_ref(), names, chance);
    let line = format!("{}: {}\n", field.name, spread(field.name, &new, chance));
    match at {
        Some(at) => parts.entries[at] = line,
        None => {
            let at = chance.below(parts.entries.len() + 1);
            parts.entries.insert(at, line);
        }
    }
    Some(parts.text())
}

/// The value on one line, or now and then on several, so that what is below it moves.
fn spread(name: &str, value: &Flow, chance: &mut Chance) -> String {
    match value {
        Flow::List(items) if chance.once_in(8) => {
            let lines: Vec<String> = items.iter().map(|item| format!("\n  - {item}")).collect();
            lines.concat()
        }
        Flow::Group(fields) if chance.once_in(8) => {
            let one = |(name, value): &(String, Flow)| format!("\n  {name}: {value}");
            fields.iter().map(one).collect()
        }
        Flow::Word(_) if chance.once_in(30) => format!("{value} # {name}"),
        value => value.to_string(),
    }
}

/// The text with its fields as they were, written in another way, or so that they cannot be read.
pub(crate) fn rewritten(text: &str, chance: &mut Chance) -> Option<String> {
    let mut parts = Parts::of(text)?;
    let at = chance.below(parts.entries.len());
    let other = chance.below(parts.entries.len().max(1));
    match chance.below(12) {
        0..=2 if !parts.entries.is_empty() => parts.entries.swap(at, other),
        3 | 4 => parts.entries.insert(at, "# A remark\n".to_owned()),
        5 => parts.entries.insert(0, "\n".to_owned()),
        6 if !parts.entries.is_empty() => {
            let twice = parts.entries[other].clone();
            parts.entries.insert(at, twice);
        }
        7 => parts.entries.insert(at, "titel: Et ord\n".to_owned()),
        8 => parts.entries.insert(at, "colour: blue\n".to_owned()),
        9 => parts.entries.insert(at, chance.word(&["  odd\n", "\ttab: x\n", "[\n", "a: b: c\n"])),
        10 => return Some(text.replacen("---\n", chance.word(&["", "+++\n", "--\n"]).as_str(), 1)),
        11 => return Some(format!("---\n{}{}", parts.entries.concat(), parts.body)),
        _ => return None,
    }
    Some(parts.text())
}

/// The text with another body.
pub(crate) fn with_body(text: &str, edit: impl FnOnce(&str) -> String) -> String {
    match Parts::of(text) {
        Some(mut parts) => {
            parts.body = edit(&parts.body);
            parts.text()
        }
        None => edit(text),
    }
}
