//! Macros and tags of Confluence.

use super::{Found, NEAR, REMOVE_CONTENTS};
use crate::document::markdown::alert_kinds::{REMOVE, called};
use crate::document::markdown::open_macros::OpenMacros;

/// Macros of Confluence that set words apart, and the alerts that mean the same.
const MACROS: &[&str] = &[
    "info", "note", "warning", "tip", "panel", "code", "noformat", "expand", "toc", "quote",
    "excerpt", "section", "column", "color", "children", "status",
];

/// Those of them that stand alone.
const UNPAIRED: &[&str] = &["toc", "children", "status"];

/// `<ac:image ac:width="2">`, where the parser sees only words.
pub(super) fn tag_of_confluence(text: &str, at: usize) -> Option<Found> {
    let inside = &text[at + 1..];
    if !["ac:", "ri:", "at:"].iter().any(|space| inside.starts_with(space)) {
        return None;
    }
    let length = inside.find(|c: char| !c.is_ascii_alphanumeric() && !"-:".contains(c))?;
    let (name, rest) = inside.split_at(length);
    let near = (0..=NEAR.min(rest.len())).rev().find(|end| rest.is_char_boundary(*end))?;
    let end = rest[..near].find(['>', '\n']).filter(|end| rest[*end..].starts_with('>'))?;
    let range = at..text.len() - rest.len() + end + 1;
    let (what, name) = ("a tag of Confluence", format!("<{name}>"));
    Some(Found { range, what, name, hint: REMOVE.to_owned() })
}

/// `{info}` at the beginning or the end of the words, `{panel:title=Words}`.
pub(super) fn macro_of_confluence(text: &str, at: usize, open: &mut OpenMacros) -> Option<Found> {
    let inside = &text[at + 1..];
    let length = inside.find(|c: char| !c.is_ascii_lowercase())?;
    let name = MACROS.iter().copied().find(|name| *name == &inside[..length])?;
    let near = (0..=NEAR.min(inside.len())).rev().find(|end| inside.is_char_boundary(*end))?;
    let end = inside[..near].find(['}', '\n']).filter(|end| inside[*end..].starts_with('}'))?;
    let has_values = match inside.as_bytes()[length] {
        b'}' => false,
        b':' => true,
        _ => return None,
    };
    let range = at..at + end + 2;
    if !has_values && open.close(name) {
        // It was told with its beginning.
        return Some(Found { range, what: "", name: String::new(), hint: String::new() });
    }
    // In the middle of a sentence, it is a word in braces.
    if !has_values && !text[..at].trim().is_empty() {
        return None;
    }
    if !UNPAIRED.contains(&name) {
        open.open(name);
    }
    let hint = match called(name) {
        Some(kind) => kind.remedy(),
        None if name == "toc" => REMOVE_CONTENTS.to_owned(),
        None if matches!(name, "code" | "noformat") => {
            "Put code between two lines of ```".to_owned()
        }
        None => REMOVE.to_owned(),
    };
    Some(Found { range, what: "a macro of Confluence", name: format!("{{{name}}}"), hint })
}
