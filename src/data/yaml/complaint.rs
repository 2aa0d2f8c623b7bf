//! The YAML parser's complaint, in words for who has never heard of YAML.

use std::ops::Range;

use saphyr_parser::ScanError;

use crate::base::character::is_refused;
use crate::base::{Diagnostic, Source};
use crate::data::fields::shortened;

/// What is likely to be wrong in the line at which the parser stopped.
pub(super) fn of(
    source: &Source,
    range: &Range<usize>,
    at: usize,
    error: &ScanError,
) -> Diagnostic {
    let text = &source.text;
    let at = at.min(range.end);
    let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1).max(range.start);
    let line = text[line_start..range.end.max(line_start)].lines().next().unwrap_or_default();
    let before = text[range.start..line_start].lines().next_back().unwrap_or_default();
    let place =
        line_start..(line_start + line.trim_end().len()).max(at.min(line_start + line.len()));
    let (message, hint) = likely(line, before, error.info());
    Diagnostic::error("broken-yaml", source.span(place), message).hint(hint)
}

fn likely(line: &str, before: &str, info: &str) -> (String, String) {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let (key, value) = line.split_once(": ").unwrap_or(("title", line));
    let (key, value) = (shortened(key.trim()), value.trim());
    let quoted = format!("{key}: \"{}\"", shortened(value).replace('"', "\\\""));
    if let Some(c) = line.chars().find(|c| is_refused(*c)) {
        return (
            format!("The invisible character U+{:04X} stands in this line", c as u32),
            "Delete it: it was probably pasted along with the text".to_owned(),
        );
    }
    if line.matches(": ").count() > 1 && !value.starts_with(['[', '{', '"', '\'']) {
        return (
            "There is a second colon in this line, so it cannot be told where the value begins"
                .to_owned(),
            format!("Put the text between quotes: {quoted}"),
        );
    }
    if line.contains('\t') {
        return (
            "There is a tab in this line; YAML wants spaces".to_owned(),
            "Replace the tab by two spaces".to_owned(),
        );
    }
    if info.contains("escape") || info.contains("hexadecimal") {
        return (
            "A \\ in this text begins what stands for no character".to_owned(),
            "Write the character itself; for a \\ that belongs to the text, write \\\\".to_owned(),
        );
    }
    if line.matches('"').count() % 2 == 1 || info.contains("quoted scalar") {
        return (
            "A quotation mark is opened and not closed".to_owned(),
            "Put a \" at the end of the text, or a \\ before a \" that belongs to it".to_owned(),
        );
    }
    let unclosed = |line: &str| line.matches(['[', '{']).count() > line.matches([']', '}']).count();
    if info.contains("flow") || unclosed(line) || unclosed(before) {
        return (
            "A bracket is opened and not closed".to_owned(),
            "Put a ] or } at the end of the list, or put the text between quotes if the bracket is meant as text".to_owned(),
        );
    }
    if let Some(mark) = value.chars().next().filter(|c| "@`%&*!|>".contains(*c)) {
        return (
            format!("A value that begins with {mark} cannot be read"),
            format!("Put the text between quotes: {quoted}"),
        );
    }
    if info.contains("mapping values") && indent(line) > indent(before) {
        return (
            "This line stands further to the right than the one above it".to_owned(),
            "Take the blanks at its beginning away".to_owned(),
        );
    }
    if !line.contains(':') || !before.trim().is_empty() && !before.contains(':') {
        return (
            "In this line, or in the one above it, no colon stands between name and value"
                .to_owned(),
            "Each field stands on a line of its own, as in title: Pump four".to_owned(),
        );
    }
    (
        format!("The fields cannot be read from here on ({info})"),
        "Each field stands on a line of its own, as in title: Pump four; text with : or # stands between quotes".to_owned(),
    )
}
