//! Fields whose values are words for readers, in which a sign of YAML is probably meant as one of
//! the words.

/// Fields with one text.
pub(crate) const TEXTS: &[&str] = &[
    "alt",
    "audience",
    "called",
    "caption",
    "description",
    "for_whom",
    "image_alt",
    "name",
    "note",
    "place",
    "says",
    "ending",
    "questions",
    "quote",
    "role",
    "summary",
    "text",
    "title",
    "why",
];

/// Fields with a name in which a # is rarely meant as the beginning of a comment: `Aarhus # C`.
const NAMES: &[&str] = &["location", "city", "team", "series"];

/// Fields with a list of texts.
pub(crate) const LISTS: &[&str] =
    &["also_asked", "expertise", "keywords", "prompts", "topics", "wants_to_try"];

/// Whether a field of this name holds one text for readers.
pub(super) fn is_text(field: &str) -> bool {
    TEXTS.contains(&field.trim())
}

/// Whether a field of this name holds a text for readers, or a list of such.
pub(super) fn is_prose(field: &str) -> bool {
    is_text(field) || LISTS.contains(&field.trim())
}

/// Whether it holds a name. Between quotes, that ends with them.
pub(super) fn is_name(field: &str, written: &str) -> bool {
    NAMES.contains(&field.trim()) && !written.starts_with(['"', '\''])
}
