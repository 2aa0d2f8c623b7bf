//! What was pasted from other tools in square brackets: places of pictures that did not
//! come along, links of Confluence, tags of forums.

use super::{Found, NEAR};
use crate::document::markdown::destinations::{is_address, is_picture};
use crate::document::markdown::origin::short;

/// Tags of forums (BBCode).
const TAGS: &[&str] = &["quote", "b", "i", "u", "img", "url", "code", "color", "size", "spoiler"];

/// How comments begin where words are copied with them.
const COMMENTS: &[&str] = &[
    "kommentar fra ",
    "kommentar af ",
    "kommenteret ",
    "comment by ",
    "comment from ",
    "opmerking van ",
    "opmerking door ",
];

/// `[cid:image001.png@01D9]`, `[image: image1.png]`, `[Anna|https://example.org]`, `[quote]`.
/// `is_alone` says of a range whether the text holds nothing else.
pub(super) fn between_square(
    text: &str,
    at: usize,
    is_alone: impl Fn(usize) -> bool,
) -> Option<Found> {
    let inside = &text[at + 1..];
    let near = (0..=NEAR.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let length = inside[..near].find([']', '[', '\n'])?;
    if !inside[length..].starts_with(']') {
        return None;
    }
    let (near, inside, behind) = (&inside[..near], &inside[..length], &inside[length + 1..]);
    let range = at..at + length + 2;
    let found = |what, hint| {
        Some(Found { range: range.clone(), what, name: format!("[{}]", short(inside)), hint })
    };
    if behind.starts_with(['(', '[']) {
        return None;
    }
    let lower = inside.to_ascii_lowercase();
    if inside.contains(": ") && COMMENTS.iter().any(|begins| lower.starts_with(begins)) {
        return found("a comment of Word", "Remove it".to_owned());
    }
    let places = ["cid:", "image:", "billede:", "afbeelding:"];
    if let Some(name) = places.iter().find_map(|place| lower.strip_prefix(place)) {
        let name = inside[inside.len() - name.len()..].split('@').next().unwrap_or_default().trim();
        let file = if is_picture(name) { name } else { "picture.jpg" };
        let is_one = lower.starts_with("cid:") || is_picture(name);
        return is_one.then(|| {
            found(
                "the place of a picture that did not come along with the text",
                format!(
                    "Save the picture beside this file, and write ![what it shows]({}) here",
                    file.replace(' ', "-")
                ),
            )
        })?;
    }
    if let Some((words, address)) = inside.split_once('|') {
        let (words, address) = (words.trim(), address.trim());
        return (!words.is_empty() && is_address(address)).then(|| {
            let hint = format!("Write [{}]({})", short(words), address);
            found("a link of Confluence", hint)
        })?;
    }
    let name = lower.split('=').next().unwrap_or_default();
    let tag = TAGS.iter().find(|tag| **tag == name)?;
    let close = near.to_ascii_lowercase().find(&format!("[/{tag}]"));
    if close.is_none() && !(matches!(*tag, "quote" | "code" | "spoiler") && is_alone(range.end)) {
        return None;
    }
    let hint = match *tag {
        "quote" => "Remove it and its end, and begin each line of the quotation with > ",
        "b" => "Write **words** in its place",
        "i" => "Write *words* in its place",
        "url" => "Write [words](https://example.org) in its place",
        "img" => "Write ![what it shows](file.jpg), and put the file beside this one",
        "code" => "Put code between two lines of ```",
        _ => "Remove it and its end",
    };
    found("a tag of a forum (BBCode)", hint.trim_end().to_owned())
}
