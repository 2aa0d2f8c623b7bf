//! Texts that are in a folder of another kind than they are meant to be: `Mennesker/anna-bech` for
//! `people/anna-bech`. That is told at the file, and not at each place that names the text.

use std::collections::BTreeSet;

use crate::document::Facts;

/// The names that these texts would have at their place.
pub(super) fn names<'a>(facts: impl Iterator<Item = &'a Facts>) -> BTreeSet<String> {
    let name = |facts: &'a Facts| {
        let folder = facts.meant?.row().inside;
        // A folder of its own (`stories/2026/`) may be kept or left out where it is moved.
        let inside = facts.name.split_once('/').map_or(&*facts.name, |(_, inside)| inside);
        let last = inside.rsplit('/').next().unwrap_or(inside);
        // The text at the head of the list lies beside it, and has no fields by which it is known.
        let head = format!("{folder}index");
        Some([format!("{folder}{inside}"), format!("{folder}{last}"), head])
    };
    facts.filter_map(name).flatten().collect()
}
