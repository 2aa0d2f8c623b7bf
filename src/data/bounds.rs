//! How long a value may be, and how many entries a list may have. Longer ones are not written by
//! hand, and would make every page that shows them as long.

use std::ops::RangeInclusive;

use super::reader::shortened;
use super::{Node, Reader, Shape, Value};
use crate::base::marks::{MOST_MARKS, piled};
use crate::base::{Code, Diagnostic};

/// The most characters of a value whose field sets no other limit.
pub(crate) const TEXT: usize = 300;
/// Characters of a web address.
pub(crate) const ADDRESS: usize = 2000;
/// The most entries of a list whose field sets no other limit.
pub(crate) const ENTRIES: usize = 100;

/// Pieces of a list on one page.
pub(crate) const PER_PAGE: RangeInclusive<u32> = 6..=200;
/// Widths of photos, in pixels.
pub(crate) const PICTURE_WIDTHS: RangeInclusive<u32> = 100..=4000;
/// Entries of a feed.
pub(crate) const FEED_LENGTH: RangeInclusive<u32> = 1..=500;

/// The numbers that a field allows, if not all.
pub(crate) fn numbers(field: &str) -> Option<RangeInclusive<u32>> {
    Some(match field {
        "per_page" => PER_PAGE,
        "widths" => PICTURE_WIDTHS,
        "feed_length" => FEED_LENGTH,
        _ => return None,
    })
}

/// The limit of a field: entries if it is a list, else characters.
pub(crate) const fn most(shape: &Shape, declared: Option<usize>) -> usize {
    match (declared, shape) {
        (Some(most), _) => most,
        (None, Shape::List(_) | Shape::Table(_)) => ENTRIES,
        (None, shape) => characters(shape),
    }
}

/// Characters of one value of this shape, where its field says nothing else.
pub(crate) const fn characters(shape: &Shape) -> usize {
    match shape {
        Shape::WebAddress => ADDRESS,
        _ => TEXT,
    }
}

/// Whether the texts of a value are short enough to be shown; else says why not.
pub(super) fn fits(key: &str, node: &Node, most: usize, reader: &mut Reader<'_>) -> bool {
    match &node.value {
        Value::Empty => true,
        Value::Scalar(text) => {
            is_flat(text, node, reader) && is_short(key, text, node, most, reader)
        }
        Value::List(items) => items.iter().all(|item| fits(key, item, most, reader)),
        Value::Map(entries) => entries.iter().all(|one| fits(key, &one.value, most, reader)),
    }
}

/// The entries that count: not more than a list may have.
pub(super) fn bounded<'a, T>(
    key: &str,
    items: &'a [T],
    most: usize,
    node_of: impl Fn(&T) -> &Node,
    reader: &mut Reader<'_>,
) -> &'a [T] {
    let Some(first) = items.get(most) else { return items };
    let span = reader.source.span(node_of(first).range.clone());
    let message =
        format!("“{}” has {} entries: at most {most} are allowed", shortened(key), items.len());
    reader.report(Diagnostic::new(Code::TooMany, span, message).hint("Remove some of them"));
    &items[..most]
}

fn is_short(key: &str, text: &str, node: &Node, most: usize, reader: &mut Reader<'_>) -> bool {
    if text.len() <= most {
        return true;
    }
    let length = text.chars().count();
    if length <= most {
        return true;
    }
    let span = reader.source.span(node.range.clone());
    let message =
        format!("“{}” has {length} characters: at most {most} are allowed", shortened(key));
    reader.report(Diagnostic::new(Code::TooLong, span, message).hint("Shorten it"));
    false
}

fn is_flat(text: &str, node: &Node, reader: &mut Reader<'_>) -> bool {
    if piled(text).is_none() {
        return true;
    }
    let span = reader.source.span(node.range.clone());
    let message =
        format!("One letter here has more than {MOST_MARKS} accents or other marks on it");
    reader.report(
        Diagnostic::new(Code::PiledMarks, span, message)
            .hint("Write the letter again without them: no language uses that many"),
    );
    false
}
