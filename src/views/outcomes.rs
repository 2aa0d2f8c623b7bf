//! What came of stories, with its words.

use super::scene::Scene;
use crate::document::kinds::Story;
use crate::document::kinds::story::{Outcome, OutcomeProse};
use crate::site::Entry;

impl<'a> Scene<'a> {
    /// What came of a story until today, newest first.
    pub(super) fn outcomes(
        &self,
        entry: &'a Entry,
    ) -> impl Iterator<Item = (&'a Outcome, &'a OutcomeProse)> {
        let words = &self.words::<Story>(entry).outcome;
        let outcomes = entry.story().into_iter().flat_map(|story| self.site.outcomes_of(story));
        outcomes.filter_map(|(at, outcome)| Some((outcome, words.get(at)?)))
    }
}
