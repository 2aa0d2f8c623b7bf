//! Mistakes of TOML that begin in one line and are found in another.

use std::ops::Range;

use super::lines::{is_begin, line_of};

/// A message and a hint.
pub(super) type Explanation = (String, String);

/// A mistake that began above the line in which it was found.
pub(super) struct Began {
    /// The line with the mistake.
    pub(super) line: Range<usize>,
    pub(super) explanation: Explanation,
    /// Whether the parser read everything below as a part of the value.
    pub(super) swallows: bool,
}

/// The mistake found at byte `at`, if it began above.
pub(super) fn began(text: &str, at: usize, words: &str) -> Option<Began> {
    let line = line_of(text, at);
    if words.contains("multi-line") {
        let is_odd =
            |place: &Range<usize>, marks: &str| text[place.clone()].matches(marks).count() % 2 == 1;
        let (place, marks) = up_from(text, line).find_map(|place| {
            let marks = ["\"\"\"", "\'\'\'"].into_iter().find(|marks| is_odd(&place, marks))?;
            Some((place, marks))
        })?;
        let message = "Three quotation marks are opened and never closed".to_owned();
        let explanation = (message, format!("Put {marks} at the end of the text"));
        return Some(Began { line: place, explanation, swallows: true });
    }
    let opens = up_from(text, line.clone()).skip(1).find(|place| is_begin(&text[place.clone()]))?;
    let list = &text[opens.start..line.start];
    let value = list.split_once('=').map_or("", |(_, value)| value).trim_start();
    let (open, close) = match value.chars().next() {
        Some('[') => ('[', ']'),
        Some('{') => ('{', '}'),
        _ => return None,
    };
    let is_closed = value.matches(open).count() <= value.matches(close).count();
    if is_closed || !words.contains("missing comma") {
        return None;
    }
    let before = text[..at].trim_end().len();
    let place = line_of(text, before);
    if let Some(explanation) = item_with_one_mark(&text[place.clone()]) {
        return Some(Began { line: place, explanation, swallows: false });
    }
    let message = "A comma is missing between two values".to_owned();
    let hint = format!("Write {},", text[place.start..before].trim());
    Some(Began { line: place, explanation: (message, hint), swallows: false })
}

/// What is wrong with a line of a list in which a text has one quotation mark.
pub(super) fn item_with_one_mark(line: &str) -> Option<Explanation> {
    let item = line.trim().trim_end_matches(',');
    let bare = item.trim_matches('"').trim();
    let has_one = item.matches('"').count() == 1 && !bare.contains(['"', '=', '\\']);
    (has_one && !bare.is_empty()).then(|| {
        let message = "A quotation mark is missing around this text".to_owned();
        (message, format!("Write \"{bare}\","))
    })
}

fn up_from(text: &str, line: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let above = |line: &Range<usize>| (line.start > 0).then(|| line_of(text, line.start - 1));
    std::iter::successors(Some(line), above)
}
