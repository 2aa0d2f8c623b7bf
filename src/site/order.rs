//! The stories in the order in which they hang.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::entry::{Entry, Group, of_kind};
use crate::document::Kind;
use crate::document::kinds::Story;

/// The stories as they hang, and where each of them does: what `Site` says of them.
pub(super) struct InOrder {
    pub(super) stories: Vec<Arc<Entry>>,
    pub(super) places: HashMap<String, usize>,
    pub(super) by_author: HashMap<String, Vec<usize>>,
    pub(super) by_theme: HashMap<String, Vec<usize>>,
}

impl InOrder {
    pub(super) fn of(entries: &Group) -> InOrder {
        let mut stories: Vec<Arc<Entry>> = of_kind(entries, Kind::Story).cloned().collect();
        // Newest first; entries come in the order of their names, and the sort keeps it.
        let date = |entry: &Arc<Entry>| entry.story().and_then(|story| story.date);
        stories.sort_by_cached_key(|entry| Reverse(date(entry)));
        let places = stories.iter().enumerate().map(|(place, entry)| (entry.name.clone(), place));
        let (places, (by_author, by_theme)) = rayon::join(
            || places.collect(),
            || {
                let author = places_by(&stories, |it| it.author.iter().map(|it| it.id.as_str()));
                (author, places_by(&stories, |it| it.theme.iter().map(|it| it.id.as_str())))
            },
        );
        InOrder { places, by_author, by_theme, stories }
    }
}

/// The places of the stories that each key stands in, newest first.
fn places_by<'a, K: Iterator<Item = &'a str>>(
    stories: &'a [Arc<Entry>],
    keys: impl Fn(&'a Story) -> K,
) -> HashMap<String, Vec<usize>> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, story) in stories.iter().enumerate().filter_map(|(at, it)| Some((at, it.story()?)))
    {
        for key in keys(story) {
            places.entry(key).or_default().push(place);
        }
    }
    places.into_iter().map(|(key, places)| (key.to_owned(), places)).collect()
}
