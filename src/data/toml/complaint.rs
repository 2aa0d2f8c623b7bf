//! Mistakes that the TOML parser found, in words for people who have never heard of TOML.

mod bare;
mod between_brackets;
pub(super) mod brackets;
mod meant;
mod text_lines;
mod whole_line;
mod whole_values;

use std::ops::Range;

use super::across::{self, Began, Explanation};
use super::lines::{is_name, line_of, without_comment};
use crate::base::character::{is_formatting, is_refused};
use crate::base::date::parse_date;
use crate::base::{Code, Diagnostic, Source};
use crate::data::answers::Said;
use crate::data::characters::refused_at;
use crate::data::colors;
use crate::data::listed_languages;
use crate::data::quotes::{behind_quotes, quoted, unquoted};
use crate::data::reader::shortened;
use meant::{CURLY, is_whole, list_of_texts, with_equals, written};

/// The message and hint for a mistake.
pub(super) struct Complaint {
    pub(super) diagnostic: Diagnostic,
    /// Whether the parser read everything below as a part of the value.
    pub(super) swallows: bool,
    /// The lines of which nothing else is said, as bytes of the fields.
    pub(super) covers: Option<Range<usize>>,
}

/// What is likely to be wrong at `place`, of which the parser says `words`. `part` are the fields.
pub(super) fn of(
    source: &Source,
    part: &Range<usize>,
    place: Range<usize>,
    words: &str,
) -> Complaint {
    let text = &source.text[part.clone()];
    let told = |line: &Range<usize>, (message, hint): Explanation| {
        let place = part.start + line.start..part.start + line.end;
        Diagnostic::new(Code::BrokenToml, source.span(place), message).hint(hint)
    };
    let line = line_of(text, place.start - part.start);
    if let Some((covers, explanation)) = text_lines::explanation(text, &line, words) {
        let diagnostic = told(&line, explanation);
        return Complaint { diagnostic, swallows: false, covers: Some(covers) };
    }
    match across::began(text, place.start - part.start, words) {
        None => {
            let diagnostic = in_line(source, part, place, words);
            Complaint { diagnostic, swallows: false, covers: None }
        }
        Some(Began { line, explanation, swallows }) => {
            let diagnostic = told(&line, explanation);
            Complaint { diagnostic, swallows, covers: None }
        }
    }
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
    let of_line = whole_line::explanation(text, &line, words);
    let line = &text[line];
    if let Some(of_line) = of_line {
        return diagnostic(of_line, whole);
    }
    if let Some(of_item) = across::item_with_one_mark(line) {
        return diagnostic(of_item, whole);
    }
    diagnostic(of_value(line, words, header).unwrap_or_else(|| at_last(line)), place)
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

/// Fields that are answered with yes or no, whatever is written there.
const ANSWERS: [&str; 3] = ["avif", "index", "kept"];

/// What is wrong with the value of the line.
fn of_value<'h>(line: &str, words: &str, header: impl Fn() -> &'h str) -> Option<Explanation> {
    let (key, value) = line.split_once('=')?;
    let (key, value) = (key.trim(), value.trim());
    let field = |value: &str| format!("Write {} = {value}", shortened(key));
    if value.is_empty() {
        return explained(format!("“{}” has no value", shortened(key)), "Write it after the =");
    }
    let behind_equals = value.trim_start_matches(['=', ' ']);
    if value.starts_with('=') && !behind_equals.is_empty() {
        return explained("There is more than one = here", field(&written(behind_equals)));
    }
    if let Some(of_hash) = meant::behind_hash(key, value) {
        return Some(of_hash);
    }
    if let Some(list) = list_of_texts(value) {
        return explained("This list has no brackets around it", field(&list));
    }
    if let Some(of_mark) = bare::one_mark(value, field).or_else(|| bare::one_bracket(value, field))
    {
        return Some(of_mark);
    }
    let bare = value.split('#').next().unwrap_or_default().trim();
    if let Some(number) = bare::number_with_unit(key, bare) {
        return explained("This is a number with more behind it", field(&number));
    }
    let color = || colors::line(key, &[bare.to_owned()]);
    if let Some(line) = header().starts_with("[colors]").then(color).flatten() {
        return explained("This colour is not between quotation marks", format!("Write {line}"));
    }
    if let Some(codes) = listed_languages::codes(bare).filter(|_| key == "languages") {
        let list = format!("[\"{}\"]", codes.join("\", \""));
        return explained("This list is not between brackets and quotation marks", field(&list));
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
    if ANSWERS.contains(&key) && !bare.is_empty() && !value.starts_with(['"', '\'', '[', '{']) {
        return explained(
            "This answer must be true or false",
            match Said::of(bare) {
                Some(Said::Yes) => field("true"),
                Some(Said::No) => field("false"),
                None => format!("{}, or {key} = false", field("true")),
            },
        );
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
    let inner = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
    if let Some(list) = inner.and_then(list_of_texts) {
        return explained("A comma is missing between two values of this list", field(&list));
    }
    if words.contains("missing comma") {
        return explained(
            "A comma is missing between two values of this list",
            "Put a comma there, as in [\"da\", \"en\"]",
        );
    }
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
        let text = without_comment(value);
        return explained("This text is not between quotation marks", field(&written(text)));
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

fn at_last(line: &str) -> Explanation {
    let message = "This cannot be read as a field with its value".to_owned();
    let hint = match line.split_once('=').map(|(key, value)| (key.trim(), value.trim())) {
        Some((key, value)) if is_name(key) && !value.is_empty() && value.chars().count() < 40 => {
            format!("If this is a text, write {key} = {}", quoted(value))
        }
        Some((key, _)) if is_name(key) => format!(
            "Put a text between quotes, as in {key} = \"…\", and a list between brackets, as in \
             {key} = [\"…\", \"…\"]"
        ),
        _ => "Write the name of the field, = and its value between quotes; or begin a comment \
              with #"
            .to_owned(),
    };
    (message, hint)
}

#[cfg(test)]
mod tests;
