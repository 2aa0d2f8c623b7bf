//! The text that opens the list of a folder: `index.md`.

use std::ops::Range;

use super::has;
use crate::base::{Code, Diagnostic, Source, SourcePath};
use crate::data::{Tree, translated};
use crate::document::Kind;

/// Whether it is the text at the head of a folder's list: `index.md`, `_index.md`.
pub(super) fn opens_folder(path: &SourcePath) -> bool {
    matches!(path.file_name().split('.').next(), Some("index" | "_index"))
}

/// The right name of `Index.md`.
pub(super) fn in_small_letters(path: &SourcePath) -> Option<String> {
    let name = path.file_name();
    let lower = name.to_lowercase();
    let is_opening = matches!(lower.split('.').next(), Some("index" | "_index"));
    (is_opening && lower != name).then_some(lower)
}

/// What is said of `Index.md`.
pub(super) fn of_capitals(source: &Source, fence: &Range<usize>) -> Option<Diagnostic> {
    let name = in_small_letters(&source.path)?;
    let message = format!(
        "The text at the head of a list is {name}, in small letters: {} is read as one of the list",
        source.path.file_name()
    );
    Some(
        Diagnostic::new(Code::MisplacedText, source.span(fence.clone()), message)
            .hint(format!("Rename it to {name}")),
    )
}

/// The kind of the folder, where the text that opens it is one of its texts by its fields.
pub(super) fn as_opening(folder: &str, tree: &Tree) -> Option<Kind> {
    let kind = Kind::ALL.iter().copied().find(|kind| {
        kind.row().inside.strip_suffix('/') == Some(folder) && kind.list_address().is_some()
    })?;
    let keys = || tree.entries.iter().map(|entry| entry.key.as_str());
    let is_there = |name: &str| {
        keys().any(|key| key == name || translated::meant(key, kind.fields()) == Some(name))
    };
    let mut needed = kind.fields().iter().filter(|field| field.required);
    let is_whole = needed.all(|field| field.is_met(is_there));
    let is_its_own = keys().any(|key| has(kind, key) && !has(Kind::Page, key));
    (is_whole && is_its_own).then_some(kind)
}
