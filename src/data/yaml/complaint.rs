//! Mistakes that the YAML parser found, in words for people who have never heard of YAML.

use std::ops::Range;

use saphyr_parser::ScanError;

use super::cut;
use super::likely::{self, Explanation};
use crate::base::character::is_refused;
use crate::base::{Code, Diagnostic, Source};
use crate::data::characters::refused_at;
use crate::data::{KeyValue, Value};

/// What is likely to be wrong in the line at which the parser stopped, or in one above it.
pub(super) fn of(
    source: &Source,
    range: &Range<usize>,
    at: usize,
    error: &ScanError,
) -> Diagnostic {
    let lines = Lines { text: &source.text, part: range };
    let line = lines.with_words(at);
    let words = &source.text[line.clone()];
    if let Some((hidden, c)) = words.char_indices().find(|(_, c)| is_refused(*c)) {
        let hidden = line.start + hidden;
        return refused_at(c, hidden..hidden + c.len_utf8(), source);
    }
    let near = [lines.above(&line), Some(line.clone()), lines.below(&line)];
    let tabbed =
        near.into_iter().flatten().find(|line| is_indented_by_tab(&source.text[line.clone()]));
    let (place, (message, hint)) = match tabbed {
        Some(line) => {
            let explanation = likely::of_tab(&source.text[line.clone()]);
            (line, explanation)
        }
        None => lines
            .curly_end(&line)
            .or_else(|| likely::with_semicolons(words).map(|it| (line.clone(), it)))
            .or_else(|| likely::of_list(words).map(|it| (line.clone(), it)))
            .or_else(|| likely::missing(&source.text, range, line.end))
            .unwrap_or_else(|| guilty(&lines, line, error.info())),
    };
    Diagnostic::new(Code::BrokenYaml, source.span(place), message).hint(hint)
}

/// The message for a file without any list of fields, if one line shows why.
pub(super) fn of_no_fields(source: &Source, range: &Range<usize>) -> Option<Diagnostic> {
    let lines = Lines { text: &source.text, part: range };
    let mut line = Some(lines.at(range.start));
    while let Some(place) = line {
        if let Some((message, hint)) = likely::of_name(&source.text[place.clone()]) {
            let span = source.span(place);
            return Some(Diagnostic::new(Code::BrokenYaml, span, message).hint(hint));
        }
        line = lines.below(&place);
    }
    None
}

/// Further lines with a mistake in the name of a field, behind it or at their end, where the line `blamed` has one:
/// who writes `author:anna` once does so in each line.
pub(super) fn of_other_names(
    source: &Source,
    range: &Range<usize>,
    blamed: Option<&Range<usize>>,
) -> Vec<Diagnostic> {
    let lines = Lines { text: &source.text, part: range };
    let words = |line: &Range<usize>| &source.text[line.clone()];
    let slip = |line: &str| likely::of_name(line).or_else(|| likely::at_the_end(line));
    let Some(blamed) = blamed.filter(|line| slip(words(line)).is_some()) else {
        return vec![];
    };
    let first = lines.at(range.start);
    let all = std::iter::successors(Some(first), |line| lines.below(line));
    let is_begun = |line: &str| !line.starts_with([' ', '\t']) || likely::bullet(line).is_some();
    let others = all.filter(|line| line != blamed && is_begun(words(line)));
    let told = others.filter_map(|line| {
        let (message, hint) = slip(words(&line))?;
        Some(Diagnostic::new(Code::BrokenYaml, source.span(line), message).hint(hint))
    });
    told.take(MAX_NAMES).collect()
}

/// Further ones are told when these are corrected.
const MAX_NAMES: usize = 20;

/// What is wrong with a field that the parser accepted, but not as it was meant: an unusual blank
/// in its name, or a list with the signs of a word processor, which YAML takes for one text.
pub(super) fn of_entry(
    source: &Source,
    range: &Range<usize>,
    entry: &KeyValue,
) -> Option<Diagnostic> {
    let lines = Lines { text: &source.text, part: range };
    let told = |place: Range<usize>, (message, hint): Explanation| {
        let span = source.span(place);
        Some(Diagnostic::new(Code::BrokenYaml, span, message).hint(hint))
    };
    if entry.key.contains(likely::is_odd_blank) || entry.key.contains("**") {
        let place = lines.at(entry.key_range.start);
        let line = &source.text[place.clone()];
        let above = lines.above(&place).map_or("", |above| &source.text[above]);
        let explanation = likely::of_odd_indent(line, above).or_else(|| likely::of_name(line))?;
        return told(place, explanation);
    }
    if let Some(place) = bulleted(source, entry) {
        let line = lines.at(place);
        return told(line.clone(), likely::of_name(&source.text[line])?);
    }
    let Value::Scalar(value) = &entry.value.value else { return None };
    if value.ends_with(',') && source.text[entry.key_range.clone()].starts_with('"') {
        let place = lines.at(entry.key_range.start);
        return told(place.clone(), likely::at_the_end(&source.text[place])?);
    }
    let place = lines.at(entry.value.range.start);
    let is_below = place.start > entry.key_range.end;
    let line = &source.text[place.clone()];
    likely::bullet(line).filter(|_| is_below)?;
    told(place.clone(), likely::of_name(line)?)
}

/// Where a name begins with the sign of an entry of a list: `-id: kirsten`, `• id: kirsten`.
fn bulleted(source: &Source, entry: &KeyValue) -> Option<usize> {
    let is_one = |entry: &KeyValue| {
        let written = source.text.get(entry.key_range.clone()).unwrap_or_default();
        likely::bullet(written).is_some()
    };
    if is_one(entry) {
        return Some(entry.key_range.start);
    }
    let mut open = vec![&entry.value];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Map(entries) => {
                if let Some(found) = entries.iter().find(|entry| is_one(entry)) {
                    return Some(found.key_range.start);
                }
                open.extend(entries.iter().map(|entry| &entry.value));
            }
            Value::List(items) => open.extend(items),
            Value::Empty | Value::Scalar(_) => {}
        }
    }
    None
}

/// The line with the mistake, which the parser may have accepted, and the message for it.
fn guilty(lines: &Lines<'_>, line: Range<usize>, info: &str) -> (Range<usize>, Explanation) {
    let words = |line: &Range<usize>| &lines.text[line.clone()];
    if info.contains("document start") {
        let first = lines.first();
        if words(&first).starts_with(' ') {
            return (first.clone(), likely::of_indent(words(&first), std::iter::empty()));
        }
    }
    let above = lines.above(&line).map_or("", |above| words(&above));
    if let Some(explanation) = likely::of_odd_indent(words(&line), above) {
        return (line, explanation);
    }
    if let Some(explanation) = likely::of_name(words(&line)) {
        return (line, explanation);
    }
    if let Some((line, explanation)) = lines.stray_above(&line) {
        return (line, explanation);
    }
    // Of an entry without its hyphen and space, YAML accepts the first line.
    if let Some(above) = lines.above(&line).filter(|above| likely::bullet(words(above)).is_some())
        && let Some(explanation) = likely::of_name(words(&above))
    {
        return (above, explanation);
    }
    let nearest = [Some(line.clone()), lines.above(&line)];
    if let Some((line, explanation)) = nearest
        .into_iter()
        .flatten()
        .filter_map(|line| likely::at_the_end(words(&line)).map(|it| (line, it)))
        .find(|(line, _)| lines.up_from(line.clone()).all(|line| !is_unclosed(words(&line))))
    {
        return (line, explanation);
    }
    // For YAML, a line without a space after its colon is text that continues in the next line.
    let mut above = lines.above(&line);
    while let Some(place) = above.filter(|place| !is_field(words(place))) {
        if let Some(explanation) = likely::of_name(words(&place)) {
            return (place, explanation);
        }
        above = lines.above(&place);
    }
    let before = lines.above(&line).unwrap_or(line.start..line.start);
    let mut above = lines.up_from(line.clone());
    if let Some((line, found)) =
        above.find_map(|line| cut::in_brackets(words(&line)).map(|found| (line, found)))
    {
        let (place, message, hint) = found;
        let place = line.start + place.start..line.start + place.end;
        return (place, (message.to_owned(), hint));
    }
    let near = [Some(&before), Some(&line)].into_iter().flatten();
    if let Some((line, message)) = near
        .filter(|_| !is_field(words(&line).split(" #").next().unwrap_or_default()))
        .find_map(|line| cut::in_text(words(line)).map(|message| (line.clone(), message)))
    {
        let hint = "Write the whole text on one line, between quotes";
        return (line, (message.to_owned(), hint.to_owned()));
    }
    if let Some(opens) = lines.open_quote(&line) {
        return (opens, likely::of_open_quote());
    }
    // What stands above, without a colon, was taken for the end of the value before it.
    if let Some(above) = lines.above(&line)
        && !words(&above).trim().is_empty()
        && !words(&above).contains(':')
        && !words(&above).trim_start().starts_with(['-', '#', ']', '}'])
        && is_field(words(&line))
        && !is_unclosed(words(&line))
        && lines.up_from(above.clone()).all(|line| !is_unclosed(words(&line)))
    {
        let explanation = likely::of_no_colon(words(&above));
        return (above, explanation);
    }
    if let Some(explanation) = likely::of_value(words(&line), info) {
        return (value_of(&line, words(&line)), explanation);
    }
    if info.contains("flow") || is_unclosed(words(&line)) || is_unclosed(words(&before)) {
        let opens = lines.up_from(line.clone()).find(|line| is_unclosed(words(line)));
        return (opens.unwrap_or(line), likely::of_bracket());
    }
    // Of `@name`, the sign goes, and not into quotes.
    let is_name = words(&line).split_once(": ").is_some_and(|(_, value)| value.starts_with('@'));
    if let Some((place, explanation)) = likely::of_mark(words(&line)).filter(|_| !is_name) {
        return (line.start + place.start..line.start + place.end, explanation);
    }
    let above: Vec<&str> = lines.up_from(line.clone()).skip(1).map(|line| words(&line)).collect();
    let explanation = likely::of_rest(words(&line), above.into_iter());
    match likely::is_of_value(&explanation) {
        true => (value_of(&line, words(&line)), explanation),
        false => (line, explanation),
    }
}

/// Where the value stands in a line: behind its name, a colon and a space, or all of the line.
fn value_of(line: &Range<usize>, words: &str) -> Range<usize> {
    let Some((name, value)) = words.split_once(": ") else { return line.clone() };
    let blanks = value.len() - value.trim_start().len();
    match value.trim().is_empty() || name.contains(['[', '{', '"', '\'']) {
        true => line.clone(),
        false => line.start + name.len() + ": ".len() + blanks..line.end,
    }
}

/// The lines of the fields, as places in the file.
struct Lines<'a> {
    text: &'a str,
    part: &'a Range<usize>,
}

impl Lines<'_> {
    /// The line of byte `at`, without its end.
    fn at(&self, at: usize) -> Range<usize> {
        let at = at.clamp(self.part.start, self.part.end);
        let before = &self.text[self.part.start..at];
        let start = self.part.start + before.rfind('\n').map_or(0, |newline| newline + 1);
        let rest = &self.text[start..self.part.end];
        let line = rest.split('\n').next().unwrap_or_default();
        start..start + line.trim_end().len()
    }

    /// The same, or the nearest line above it that is not empty.
    fn with_words(&self, at: usize) -> Range<usize> {
        let line = self.at(at);
        let found = self.up_from(line.clone()).find(|line| !line.is_empty());
        found.unwrap_or(line)
    }

    /// The line in which a text between quotation marks begins that goes on below it; `line` is
    /// where the parser stopped.
    fn open_quote(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let is_odd = |line: &Range<usize>| {
            let text = &self.text[line.clone()];
            let value = text.split_once(": ").map_or(text, |(_, value)| value.trim_start());
            value.starts_with('"') && text.matches('"').count() % 2 == 1
        };
        let opens = self.up_from(line.clone()).take(3).find(is_odd)?;
        let mut below = self.below(&opens);
        for _ in 0..5 {
            let next = below?;
            let text = &self.text[next.clone()];
            if text.matches('"').count() % 2 == 1 {
                return text.trim_end().ends_with('"').then_some(opens).filter(|_| !is_field(text));
            }
            if is_field(text) {
                return None;
            }
            below = self.below(&next);
        }
        None
    }

    /// The line of a text that begins with a straight quotation mark and ends with a curly one, at the
    /// place where the parser stopped or above it.
    fn curly_end(&self, line: &Range<usize>) -> Option<(Range<usize>, Explanation)> {
        let told = |line: Range<usize>| {
            let explanation = likely::of_curly_end(&self.text[line.clone()])?;
            Some((line, explanation))
        };
        self.up_from(line.clone()).take(30).find_map(told)
    }

    /// Fields at the edge between two entries of a list, the second of which is this line: they belong
    /// to the first.
    fn stray_above(&self, line: &Range<usize>) -> Option<(Range<usize>, Explanation)> {
        let words = |line: &Range<usize>| &self.text[line.clone()];
        let is_item = |line: &str| line.trim_start().starts_with("- ");
        let is_stray = |line: &str| is_field(line) && !line.starts_with([' ', '-', '#']);
        if !is_item(words(line)) {
            return None;
        }
        let above = self.up_from(line.clone()).skip(1).take(30);
        let strays: Vec<_> = above.take_while(|line| is_stray(words(line))).collect();
        let first = strays.last()?;
        let item = self.above(first).filter(|line| is_item(words(line)))?;
        Some((first.clone(), likely::of_stray(words(first), words(&item), strays.len())))
    }

    fn first(&self) -> Range<usize> {
        let inside = &self.text[self.part.clone()];
        let words = inside.len() - inside.trim_start().len();
        self.at(self.part.start + words)
    }

    fn up_from(&self, line: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        std::iter::successors(Some(line), |line| self.above(line))
    }

    fn above(&self, line: &Range<usize>) -> Option<Range<usize>> {
        (line.start > self.part.start).then(|| self.at(line.start - 1))
    }

    fn below(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let newline = self.text[line.end..self.part.end].find('\n')?;
        let start = line.end + newline + 1;
        (start < self.part.end).then(|| self.at(start))
    }
}

fn is_indented_by_tab(line: &str) -> bool {
    let rest = line.trim_start();
    !rest.is_empty() && line[..line.len() - rest.len()].contains('\t')
}

fn is_unclosed(line: &str) -> bool {
    line.matches(['[', '{']).count() > line.matches([']', '}']).count()
}

/// Whether YAML sees a name and a colon in this line.
fn is_field(line: &str) -> bool {
    line.contains(": ") || line.ends_with(':')
}

/// A value that begins with a sign which YAML reads otherwise: of `!Wow what a day`, it leaves out a
/// word. `at` is where the parser says that the value begins.
pub(super) fn of_mark(source: &Source, at: usize) -> Diagnostic {
    let text = &source.text;
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let (place, (message, hint)) = likely::of_mark(line)
        .unwrap_or_else(|| (0..line.trim_end().len(), likely::of_rest(line, std::iter::empty())));
    let place = start + place.start..start + place.end;
    Diagnostic::new(Code::BrokenYaml, source.span(place), message).hint(hint)
}
