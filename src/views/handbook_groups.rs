//! The groups of the handbook, as `programme.toml` has them: its first page shows them, the menu, and
//! the tree beside each page.

use super::scene::Scene;
use crate::config::HandbookGroup;

/// A group with pages that are there.
#[derive(Clone, Copy)]
pub(super) struct GroupOfPages<'a> {
    /// The names of its pages.
    pub(super) pages: &'a [String],
    /// What is written of it; nothing is of the last, whose pages are in no other.
    pub(super) written: Option<&'a HandbookGroup>,
}

/// The groups that have pages. None where `programme.toml` has no groups.
pub(super) fn groups<'a>(scene: &Scene<'a>) -> impl Iterator<Item = GroupOfPages<'a>> {
    let written = scene.site.programme.handbook.iter().map(Some).chain(std::iter::once(None));
    let groups = scene.site.navigation.groups.iter().zip(written);
    groups
        .filter(|(pages, _)| !pages.is_empty())
        .map(|(pages, written)| GroupOfPages { pages, written })
}

/// Those that the first page shows large, each with its number on it, from 1.
pub(super) fn large_groups(scene: &Scene<'_>) -> Vec<(usize, String)> {
    let large = groups(scene).zip(1..).filter(|(group, _)| !group.is_small());
    large.map(|(group, number)| (number, group.name(scene))).collect()
}

impl GroupOfPages<'_> {
    pub(super) fn name(self, scene: &Scene<'_>) -> String {
        let default = scene.site.default_language();
        match self.written {
            Some(written) => written.name.value.get(scene.code(), default).to_owned(),
            None => scene.text("more-pages"),
        }
    }

    /// Whether the first page shows it small: readers ask nothing of it.
    pub(super) fn is_small(self) -> bool {
        self.written.is_none_or(|written| written.voice.is_none())
    }
}
