//! The stories in the order in which the wall shows them.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::Site;
use super::entry::{Entry, Group, of_kind};
use crate::base::Date;
use crate::document::Kind;
use crate::document::kinds::Story;
use crate::document::kinds::story::{Outcome, Status};

/// The stories in their order, and the position of each story in it. `Site` offers both.
pub(super) struct SortedStories {
    pub(super) stories: Vec<Arc<Entry>>,
    pub(super) places: HashMap<String, usize>,
    pub(super) by_author: HashMap<String, Vec<usize>>,
    pub(super) by_theme: HashMap<String, Vec<usize>>,
    pub(super) by_goal: HashMap<String, Vec<usize>>,
}

impl Site {
    /// What came of a story until today, newest first; one that is announced came not yet.
    pub(crate) fn outcomes_of<'a>(
        &self,
        story: &'a Story,
    ) -> impl Iterator<Item = (usize, &'a Outcome)> {
        let places = story.outcomes_until(self.options.today).into_iter();
        places.map(|at| (at, &story.outcome[at]))
    }

    /// The day of the newest outcome of a story, if it has an outcome.
    pub(crate) fn newest_outcome(&self, entry: &Entry) -> Option<Option<Date>> {
        self.outcomes_of(entry.story()?).next().map(|(_, outcome)| outcome.on)
    }

    /// Stories with an outcome, the newest outcome first, as places in `stories`.
    pub(crate) fn with_outcome(&self) -> Vec<usize> {
        let newest = |entry: &Entry| self.newest_outcome(entry);
        let dated = self.stories.iter().enumerate();
        let mut dated: Vec<_> =
            dated.filter_map(|(at, entry)| Some((newest(entry)?, at))).collect();
        dated.sort_by_key(|(newest, _)| Reverse(*newest));
        dated.into_iter().map(|(_, at)| at).collect()
    }
}

impl Site {
    /// The stories that help a goal of the programme and are on the wall, newest first.
    pub(crate) fn stories_for(&self, goal: &str) -> Vec<&Entry> {
        let places = self.stories_by_goal.get(goal).into_iter().flatten();
        let stories = places.map(|place| &*self.stories[*place]);
        let is_archived =
            |it: &Entry| it.story().is_some_and(|story| story.status == Some(Status::Archived));
        stories.filter(|entry| !is_archived(entry)).collect()
    }
}

impl SortedStories {
    pub(super) fn of(entries: &Group) -> SortedStories {
        let of_kind = of_kind(entries, Kind::Story);
        let mut dated: Vec<DatedStory<'_>> = of_kind.filter_map(DatedStory::of).collect();
        // Newest first; entries come in the order of their names, and the sort keeps it.
        dated.sort_by_key(|dated| Reverse(dated.date));
        let (places, (by_author, by_theme, by_goal)) = rayon::join(
            || dated.iter().enumerate().map(|(at, it)| (it.entry.name.clone(), at)).collect(),
            || {
                let author = places_by(&dated, |it| it.tellers().iter().map(|it| it.id.as_str()));
                let theme = places_by(&dated, |it| it.theme.iter().map(|it| it.id.as_str()));
                (author, theme, places_by(&dated, |it| it.goal.iter().map(|it| it.id.as_str())))
            },
        );
        let stories = dated.iter().map(|dated| dated.entry.clone()).collect();
        SortedStories { stories, places, by_author, by_theme, by_goal }
    }
}

/// The facts of a story by which stories are sorted. They are looked up once and kept together:
/// the facts of ten thousand stories are spread over the memory, so each look at them is slow.
struct DatedStory<'a> {
    date: Option<Date>,
    entry: &'a Arc<Entry>,
    story: &'a Story,
}

impl<'a> DatedStory<'a> {
    fn of(entry: &'a Arc<Entry>) -> Option<DatedStory<'a>> {
        let story = entry.story()?;
        Some(DatedStory { date: story.date, entry, story })
    }
}

/// The places of the stories that each key stands in, newest first.
fn places_by<'a, K: Iterator<Item = &'a str>>(
    stories: &[DatedStory<'a>],
    keys: impl Fn(&'a Story) -> K,
) -> HashMap<String, Vec<usize>> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, dated) in stories.iter().enumerate() {
        for key in keys(dated.story) {
            places.entry(key).or_default().push(place);
        }
    }
    places.into_iter().map(|(key, places)| (key.to_owned(), places)).collect()
}
