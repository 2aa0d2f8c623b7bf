//! Teams and places as readers see them, with a link to their stories where there is such a list.

use serde::Serialize;

use super::lists::Filter;
use super::scene::Scene;
use crate::site::spelling::same_to_people;

/// A team or a place.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListName {
    name: String,
    /// The list of its stories; none while it would be the only one, or have none.
    url: Option<String>,
}

impl ListName {
    pub(super) fn has_list(&self) -> bool {
        self.url.is_some()
    }
}

impl Scene<'_> {
    pub(crate) fn team(&self, id: &str) -> ListName {
        let name = self.site.team_name(id, self.code()).to_owned();
        self.list_name(name, &Filter::Team(id.to_owned()))
    }

    pub(crate) fn place(&self, place: &str) -> ListName {
        let name = self.site.place_name(place, self.code()).to_owned();
        // Lists are named as the first language of the site names the place.
        let town = self.site.place_name(place, self.site.default_language()).to_owned();
        self.list_name(name, &Filter::Place(town))
    }

    fn list_name(&self, name: String, filter: &Filter) -> ListName {
        let list = self.lists.and_then(|lists| {
            lists.get(filter).or_else(|| {
                // Spellings that are the same to people are one list.
                let (Filter::Team(value) | Filter::Place(value)) = filter else { return None };
                let same = same_to_people(value);
                lists.values().find(|list| match (&list.filter, filter) {
                    (Filter::Team(other), Filter::Team(_))
                    | (Filter::Place(other), Filter::Place(_)) => same_to_people(other) == same,
                    _ => false,
                })
            })
        });
        ListName { name, url: list.map(|list| self.url(&list.path)) }
    }
}
