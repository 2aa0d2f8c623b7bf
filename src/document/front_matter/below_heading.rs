//! Fields as lines of the text below its heading, as tools for notes write them: `# My night`, then
//! `Author: Jonas Holm` and `Status: Draft`.

use std::ops::Range;

use super::next_line;
use crate::base::{Code, Diagnostic, Source};
use crate::data::fields::shortened;
use crate::data::translated;
use crate::document::Kind;

/// A field of this kind of text that a line says, and its value.
pub(super) fn field(line: &str, kind: Kind) -> Option<(&'static str, &str)> {
    let (name, value) = line.split_once(':')?;
    let (name, value) = (name.trim_matches(['*', ' ']), value.trim_matches(['*', ' ']));
    let fields = kind.fields();
    let known = fields.iter().map(|field| field.name).find(|it| it.eq_ignore_ascii_case(name));
    let known = known.or_else(|| translated::meant(&name.to_lowercase(), fields))?;
    (!value.is_empty()).then_some((known, value))
}

/// Whether a line has the form of a field, of whatever tool: `Tags: bus`.
pub(super) fn is_like_field(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, value)| {
        let name = name.trim_matches(['*', ' ']);
        let is_word = |c: char| c.is_alphanumeric() || "_- ".contains(c);
        let words = name.split_whitespace().count();
        (1..=2).contains(&words) && name.chars().all(is_word) && value.starts_with([' ', '*'])
    })
}

/// What is said of such a text: its remedy takes all of its fields along, so that no draft is shown.
pub(super) fn told(source: &Source, heading: Range<usize>) -> Option<Diagnostic> {
    let kind = Kind::of(&source.path);
    let title = source.text[heading.clone()].trim().strip_prefix('#')?.trim();
    if !kind.is_submitted() || title.is_empty() || title.starts_with('#') {
        return None;
    }
    let below = next_line(&source.text, heading.end);
    let lines = source.text[below..].lines().map(str::trim).skip_while(|line| line.is_empty());
    let block: Vec<&str> = lines.take_while(|line| is_like_field(line)).collect();
    let found: Vec<(&str, &str)> = block.iter().filter_map(|line| field(line, kind)).collect();
    let is_certain = found.len() > 1 || found.iter().any(|(name, _)| *name == "status");
    if !is_certain {
        return None;
    }
    let name = if kind == Kind::Person { "name" } else { "title" };
    let mut fields = vec![format!("{name}: {}", shortened(title))];
    for (name, value) in found {
        let value = match name {
            "status" => value.to_lowercase(),
            _ => shortened(value),
        };
        fields.push(format!("{name}: {value}"));
    }
    let hint = format!(
        "Write in place of the heading and these lines, each on a line of its own: --- , then {} , \
         then --- again",
        fields.join(" , ")
    );
    let message = "The fields of this file are lines of its text, and its title is a heading";
    Some(Diagnostic::new(Code::NoFrontMatter, source.span(heading), message).hint(hint))
}
