//! The stories in the order in which they hang.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::Site;
use super::entry::{Entry, Group, of_kind};
use crate::base::Date;
use crate::document::Kind;
use crate::document::kinds::Story;

/// The stories as they hang, and where each of them does: what `Site` says of them.
pub(super) struct InOrder {
    pub(super) stories: Vec<Arc<Entry>>,
    pub(super) places: HashMap<String, usize>,
    pub(super) by_author: HashMap<String, Vec<usize>>,
    pub(super) by_theme: HashMap<String, Vec<usize>>,
}

impl Site {
    /// Stories with an outcome, the newest outcome first, as places in `stories`.
    pub(crate) fn with_outcome(&self) -> Vec<usize> {
        let newest = |entry: &Entry| entry.story()?.outcome.iter().map(|outcome| outcome.on).max();
        let told = self.stories.iter().enumerate();
        let mut told: Vec<_> = told.filter_map(|(at, entry)| Some((newest(entry)?, at))).collect();
        told.sort_by_key(|(newest, _)| Reverse(*newest));
        told.into_iter().map(|(_, at)| at).collect()
    }
}

impl InOrder {
    pub(super) fn of(entries: &Group) -> InOrder {
        let of_kind = of_kind(entries, Kind::Story);
        let mut told: Vec<Told<'_>> = of_kind.filter_map(Told::of).collect();
        // Newest first; entries come in the order of their names, and the sort keeps it.
        told.sort_by_key(|told| Reverse(told.date));
        let (places, (by_author, by_theme)) = rayon::join(
            || told.iter().enumerate().map(|(at, it)| (it.entry.name.clone(), at)).collect(),
            || {
                let author = places_by(&told, |it| it.author.iter().map(|it| it.id.as_str()));
                (author, places_by(&told, |it| it.theme.iter().map(|it| it.id.as_str())))
            },
        );
        let stories = told.iter().map(|told| told.entry.clone()).collect();
        InOrder { stories, places, by_author, by_theme }
    }
}

/// A story, looked up once: what is asked of ten thousand lies all over the memory.
struct Told<'a> {
    date: Option<Date>,
    entry: &'a Arc<Entry>,
    story: &'a Story,
}

impl<'a> Told<'a> {
    fn of(entry: &'a Arc<Entry>) -> Option<Told<'a>> {
        let story = entry.story()?;
        Some(Told { date: story.date, entry, story })
    }
}

/// The places of the stories that each key stands in, newest first.
fn places_by<'a, K: Iterator<Item = &'a str>>(
    stories: &[Told<'a>],
    keys: impl Fn(&'a Story) -> K,
) -> HashMap<String, Vec<usize>> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, told) in stories.iter().enumerate() {
        for key in keys(told.story) {
            places.entry(key).or_default().push(place);
        }
    }
    places.into_iter().map(|(key, places)| (key.to_owned(), places)).collect()
}
