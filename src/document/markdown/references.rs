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
    let unused = defined.iter().filter(|(label, definition)| {
        // Readers see nothing of `[//]: # (words)` and `[comment]: <> (words)`, as it was meant.
        let leads_nowhere = matches!(definition.dest.as_ref(), "" | "#");
        let is_comment =
            leads_nowhere && (definition.title.is_some() || is_label_of_comment(label));
        !is_comment && !used.contains(&folded(label))
    });
    let mut places: Vec<Range<usize>> = unused.map(|(_, place)| place.span.clone()).collect();
    places.sort_by_key(|place| place.start);
    places
}

/// Labels that people give to comments.
pub(super) fn is_label_of_comment(label: &str) -> bool {
    let labels =
        ["//", "#", "_", "comment", "comments", "kommentar", "opmerking", "hidden", "note"];
    labels.contains(&&*folded(label))
}

/// Labels and titles that differ only in case and blanks are equal: this is the same for them.
pub(super) fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
