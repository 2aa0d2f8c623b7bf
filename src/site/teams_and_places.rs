//! Of which team and place a story is, and what these are called.

use super::{Entry, Site, spelling};
use crate::config::Named;
use crate::document::kinds::Person;

impl Site {
    /// The team of a story: its own, or its first author's.
    pub(crate) fn team_of<'a>(&'a self, entry: &'a Entry) -> Option<&'a str> {
        let story = entry.story()?;
        let own = story.team.as_ref().map(|team| team.id.as_str());
        own.or_else(|| Some(self.first_author(entry)?.team.as_ref()?.id.as_str()))
    }

    /// The place of a story: its own, or its first author's.
    pub(crate) fn place_of<'a>(&'a self, entry: &'a Entry) -> Option<&'a str> {
        let story = entry.story()?;
        let place = story.location.as_ref();
        let place = place.or_else(|| self.first_author(entry)?.location.as_ref());
        place.map(|place| place.value.trim()).filter(|place| !place.is_empty())
    }

    fn first_author<'a>(&'a self, entry: &'a Entry) -> Option<&'a Person> {
        let id = &entry.story()?.tellers().first()?.id;
        self.person(id)?.person()
    }

    /// A team's name in `language`; its id where it has none.
    pub(crate) fn team_name<'a>(&'a self, id: &'a str, language: &str) -> &'a str {
        let usual = self.usual_team(id);
        let name = named(&self.programme.teams, id, language, self.default_language());
        name.unwrap_or(usual)
    }

    /// A place's name in `language`, found by id or by name.
    pub(crate) fn place_name<'a>(&'a self, place: &'a str, language: &str) -> &'a str {
        let known = self.known_place(place);
        let usual = || self.usual_place(place);
        known.map_or_else(usual, |known| known.name.get(language, self.default_language()))
    }

    /// The place of `programme.toml` with this id or name, however it is spelled.
    pub(crate) fn known_place(&self, place: &str) -> Option<&Named> {
        let places = &self.programme.places;
        if places.is_empty() {
            return None;
        }
        let wanted = spelling::same_to_people(place);
        let is_it = |name: &str| name == place || spelling::same_to_people(name) == wanted;
        let by_id = places.iter().find(|known| known.id.value == place);
        by_id.or_else(|| {
            places.iter().find(|known| known.name.all().any(is_it) || is_it(&known.id.value))
        })
    }
}

fn named<'a>(list: &'a [Named], id: &str, language: &str, default: &str) -> Option<&'a str> {
    let named = list.iter().find(|named| named.id.value == id)?;
    Some(named.name.get(language, default))
}
