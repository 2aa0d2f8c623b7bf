//! Fields whose value is no text, so that a # behind it begins a comment.

/// Whether a line is a field of names, a day or a word, none of which has a # in it.
pub(super) fn holds_no_words(line: &str) -> bool {
    let name = line.trim_start().trim_start_matches("- ").split(':').next().unwrap_or_default();
    NAMES.contains(&name.trim())
}

const NAMES: &[&str] = &[
    "author",
    "helped_by",
    "owner",
    "buddy",
    "contact",
    "person",
    "theme",
    "team",
    "date",
    "reviewed",
    "form",
    "audience",
    "status",
    "lang",
    "goal",
    "id",
    "shows",
    "photo",
    "consent",
    "order",
    "given",
    "until",
    "withdrawn",
    "given_by",
    "answered_by",
    "approved_by",
    "named",
    "who",
    "faces",
    "asked",
    "on",
    "opens",
    "closes",
    "start",
    "end",
    "translated",
    "verified",
    "fetched",
    "effective",
    "minutes",
];
