//! Addresses of links on lines of their own, `[words]: address`, to which no link refers. Somebody may
//! have meant such a line as words: `[Birthe]: never!`

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, RefDefs, Tag};

use super::meant::Placed;

/// Where they stand, in the order of the text.
pub(super) fn unused(defined: &RefDefs<'_>, events: &[Placed<'_>]) -> Vec<Range<usize>> {
    if defined.iter().next().is_none() {
        return vec![];
    }
    let used: HashSet<String> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) => Some(folded(id)),
            _ => None,
        })
        .collect();
    let unused = defined.iter().filter(|(label, _)| !used.contains(&folded(label)));
    let mut places: Vec<Range<usize>> = unused.map(|(_, place)| place.span.clone()).collect();
    places.sort_by_key(|place| place.start);
    places
}

/// Labels and titles that differ only in case and blanks are equal: this is the same for them.
pub(super) fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
