//! The YAML parser's complaint, in words for who has never heard of YAML.

use std::ops::Range;

use saphyr_parser::ScanError;

use crate::base::character::is_refused;
use crate::base::{Code, Diagnostic, Source};
use crate::data::characters::refused_at;
use crate::data::reader::shortened;
use crate::data::{Entry, Value};

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
    if let Some((hidden, c)) = line.char_indices().find(|(_, c)| is_refused(*c)) {
        let hidden = line_start + hidden;
        return refused_at(c, hidden..hidden + c.len_utf8(), source);
    }
    let place =
        line_start..(line_start + line.trim_end().len()).max(at.min(line_start + line.len()));
    let before_place = line_start.saturating_sub(before.len() + 1).max(range.start);
    let before_place = before_place..before_place + before.trim_end().len();
    let next_start = (line_start + line.len() + 1).min(range.end);
    let next = text[next_start..range.end].lines().next().unwrap_or_default();
    let next_place = next_start..next_start + next.trim_end().len();
    let lines = [(before, &before_place), (line, &place), (next, &next_place)];
    if let Some((tabbed, place)) = lines.iter().find(|(line, _)| is_indented_by_tab(line)) {
        let name = tabbed.split(':').next().unwrap_or_default().trim();
        let before = match name.chars().all(|c| c.is_alphanumeric() || c == '_') {
            true => format!(", before “{}”", shortened(name)),
            false => String::new(),
        };
        let message = format!("A tab stands at the beginning of this line{before}");
        return Diagnostic::new(Code::BrokenYaml, source.span((*place).clone()), message).hint(
            "Delete the tab; where the line belongs to the one above it, write two blanks instead",
        );
    }
    let place = if is_unclosed(before) && !is_unclosed(line) { before_place } else { place };
    let (message, hint) = likely(line, before, error.info());
    Diagnostic::new(Code::BrokenYaml, source.span(place), message).hint(hint)
}

fn is_indented_by_tab(line: &str) -> bool {
    let rest = line.trim_start();
    !rest.is_empty() && line[..line.len() - rest.len()].contains('\t')
}

fn is_unclosed(line: &str) -> bool {
    line.matches(['[', '{']).count() > line.matches([']', '}']).count()
}

/// A value behind a word that begins with ! or &, which YAML does not take for a part of it. `at` is
/// where the parser says that the value begins.
pub(super) fn of_mark(source: &Source, at: usize) -> Diagnostic {
    let text = &source.text;
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    // Behind `title: `, `- `, `[` or `, `.
    let begins = |(at, c): &(usize, char)| {
        matches!(c, '!' | '&')
            && matches!(line[..*at].chars().next_back(), None | Some(' ' | '[' | '{' | ','))
    };
    let (mark_at, mark) = line.char_indices().find(begins).unwrap_or((0, '!'));
    let rest = line[mark_at..].trim_end();
    // Between brackets, the value ends before the next one.
    let is_within = line[..mark_at].contains(['[', '{']);
    let end = rest.find([',', ']', '}']).filter(|_| is_within).unwrap_or(rest.len());
    let (value, behind) = rest.split_at(end);
    let message = format!(
        "A value that begins with {mark} is read as something else, and that word of it is lost"
    );
    let place = start + mark_at..start + mark_at + value.len();
    Diagnostic::new(Code::BrokenYaml, source.span(place), message).hint(format!(
        "Put the text between quotes: {}\"{}\"{behind}",
        line[..mark_at].trim_start(),
        shortened(value).replace('"', "\\\"")
    ))
}

/// A value of which nothing is left, as it begins with #, and nobody meant a remark.
pub(super) fn cut_off(source: &Source, entry: &Entry) -> Option<Diagnostic> {
    if entry.value.value != Value::Empty {
        return None;
    }
    let behind = source.text[entry.key_range.end..].lines().next()?;
    let value = behind.trim_start_matches([':', ' ']).trim_end();
    let is_meant = value.starts_with('#') && !value[1..].starts_with([' ', '#']) && value.len() > 1;
    let at = entry.key_range.end + behind.find('#')?;
    is_meant.then(|| {
        let message = "A value that begins with # is taken for a remark, and nothing is left of it";
        let quoted = format!("{}: \"{}\"", entry.key, shortened(value).replace('"', "\\\""));
        Diagnostic::new(Code::BrokenYaml, source.span(at..at + value.len()), message)
            .hint(format!("Put the text between quotes: {quoted}"))
    })
}

/// `"Pump" four`: it begins with a quotation, and does not end with it.
fn closes_early(value: &str) -> bool {
    let Some(mark) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return false };
    let end = value[1..].find(mark).map(|end| &value[end + 2..]);
    end.is_some_and(|rest| !rest.trim().is_empty() && !rest.contains(mark))
}

fn likely(line: &str, before: &str, info: &str) -> (String, String) {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let (key, value) = line.split_once(": ").unwrap_or(("title", line));
    let (key, value) = (shortened(key.trim()), value.trim());
    let quoted = format!("{key}: \"{}\"", shortened(value).replace('"', "\\\""));
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
    if closes_early(value) {
        return (
            "Behind the closing quotation mark something more stands".to_owned(),
            format!("Put all of it between quotes: {quoted}"),
        );
    }
    if line.matches('"').count() % 2 == 1 || info.contains("quoted scalar") {
        return (
            "A quotation mark is opened and not closed".to_owned(),
            "Put a \" at the end of the text, or a \\ before a \" that belongs to it".to_owned(),
        );
    }
    if info.contains("flow") || is_unclosed(line) || is_unclosed(before) {
        return (
            "A bracket is opened and not closed".to_owned(),
            "Put a ] or } at the end of the list, or put the text between quotes if the bracket is meant as text".to_owned(),
        );
    }
    let is_list = |c: char| matches!(c, '-' | '?') && value[1..].starts_with(' ');
    let is_mark = |c: &char| "@`%&*!|>,]}".contains(*c) || is_list(*c);
    if let Some(mark) = value.chars().next().filter(is_mark).filter(|_| line.contains(": ")) {
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
