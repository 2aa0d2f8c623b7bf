//! A text between quotation marks that goes on in the lines below, where TOML ends it with its line.

use std::ops::Range;

use super::explained;
use crate::data::quotes::quoted;
use crate::data::toml::across::Explanation;
use crate::data::toml::lines::{is_begin, is_name};

/// A line of a hint is not longer, in characters.
const LONGEST: usize = 120;

/// The end of a text is looked for in so many lines.
const MOST_LINES: usize = 50;

/// What is said of the text that begins in `line`, and where its lines end.
pub(super) fn explanation(
    text: &str,
    line: &Range<usize>,
    words: &str,
) -> Option<(Range<usize>, Explanation)> {
    if !words.contains("basic string") && !words.contains("literal string") {
        return None;
    }
    let (name, value) = text[line.clone()].split_once('=')?;
    let (name, value) = (name.trim(), value.trim());
    let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let is_open = is_name(name) && value.matches(mark).count() == 1 && !value.contains('\\');
    if !is_open {
        return None;
    }
    let below = text[line.end..].split_inclusive('\n').skip(1).take(MOST_LINES);
    let below: Vec<&str> = below.take_while(|line| !is_begin(line)).collect();
    let closes = below.iter().position(|line| line.trim_end().ends_with(mark));
    let goes_on = |line: &&&str| !line.trim().is_empty() && !line.trim().starts_with('#');
    let count = match closes {
        Some(at) => at + 1,
        None => below.iter().take_while(goes_on).count(),
    };
    let lines = below[..count].iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    let joined = std::iter::once(&value[1..]).chain(lines).collect::<Vec<_>>().join(" ");
    let whole = joined.strip_suffix(mark).unwrap_or(&joined).trim_end();
    if count == 0 || whole.contains(['\\', '\r']) {
        return None;
    }
    let written = match mark {
        '"' if whole.contains('"') => return None,
        _ => quoted(whole),
    };
    let join = format!("Write {name} = {written} on one line");
    let hint = match joined.chars().count() < LONGEST {
        true => join,
        false => {
            format!("Join its lines to one, or write {0}{0}{0} in place of {0} at both ends", mark)
        }
    };
    let first_break = text[line.end..].find('\n').map_or(text.len(), |at| line.end + at + 1);
    let end = first_break + below[..count].iter().map(|line| line.len()).sum::<usize>();
    let explanation = explained("This text goes on below, but ends with its line", hint)?;
    Some((first_break..end, explanation))
}
