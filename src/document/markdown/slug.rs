//! The id of a heading, made from its words.

use std::collections::BTreeMap;

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;

use crate::base::character::is_formatting;

const MAX_LENGTH: usize = 80;

/// The ids given so far; each is given only once.
#[derive(Default)]
pub(super) struct Ids(BTreeMap<String, usize>);

/// Lower-case ASCII words joined by `-`; empty if the text has no letters and no digits.
pub(crate) fn slug(text: &str) -> String {
    // From U+0300 on, characters may combine with others; those before it are always separate.
    match text.bytes().all(|byte| byte < 0xCC) {
        true => joined(text.chars()),
        false => joined(text.nfc()),
    }
}

fn joined(text: impl Iterator<Item = char>) -> String {
    let mut slug = String::new();
    let mut parted = false;
    for c in text {
        if !c.is_alphanumeric() {
            // An apostrophe does not separate words, "don't" becomes `dont`; nor does what nobody sees.
            parted |= !matches!(c, '\'' | '’') && !is_formatting(c);
            continue;
        }
        let letters = match c {
            'æ' | 'Æ' | 'ä' | 'Ä' => "ae",
            'ø' | 'Ø' | 'ö' | 'Ö' => "oe",
            'å' | 'Å' => "aa",
            'ü' | 'Ü' => "ue",
            'ß' | 'ẞ' => "ss",
            c => deunicode_char(c).unwrap_or_default(),
        };
        if slug.len() + letters.len() >= MAX_LENGTH {
            break;
        }
        for letter in letters.chars().filter(char::is_ascii_alphanumeric) {
            if parted && !slug.is_empty() {
                slug.push('-');
            }
            parted = false;
            slug.push(letter.to_ascii_lowercase());
        }
    }
    slug
}

impl Ids {
    /// An id for a heading with this text. It is never an id of the page itself (`sw-`), nor one
    /// that raw HTML could have (`user-content-`).
    pub(super) fn give(&mut self, text: &str) -> String {
        let slug = slug(text);
        let base = match slug.as_str() {
            "" => "section".to_owned(),
            slug if slug.starts_with("sw-") || slug.starts_with("user-content-") => {
                format!("section-{slug}")
            }
            _ => slug,
        };
        numbered(&mut self.0, base)
    }

    /// The id that its author gave to a heading, as far as it is free.
    pub(super) fn give_as_written(&mut self, id: &str) -> String {
        match id.starts_with("sw-") || id.starts_with("user-content-") {
            true => self.give(id),
            false => numbered(&mut self.0, id.to_owned()),
        }
    }
}

/// The ids that GitHub would give to the headings of a text, to which links of handbooks from there
/// lead.
#[derive(Default)]
pub(super) struct GithubIds(BTreeMap<String, usize>);

impl GithubIds {
    /// Each blank becomes a hyphen, and what is neither a letter, a digit, a hyphen nor an
    /// underscore goes: `Ask & answer` is `ask--answer`.
    pub(super) fn give(&mut self, text: &str) -> String {
        let kept =
            text.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let id =
            kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect();
        numbered(&mut self.0, id)
    }
}

/// The same id, with `-1`, `-2` … behind it, as GitHub counts, if it was given before.
fn numbered(given: &mut BTreeMap<String, usize>, base: String) -> String {
    let mut id = base.clone();
    let mut number = given.get(&base).copied().unwrap_or(0);
    while given.contains_key(&id) {
        number += 1;
        id = format!("{base}-{number}");
    }
    given.insert(base, number);
    given.entry(id.clone()).or_insert(0);
    id
}

#[cfg(test)]
mod tests;
