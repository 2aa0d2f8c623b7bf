//! The lists of the wall: for each filter, the stories that share its value.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::withheld_contacts::WithheldContacts;
use crate::base::Hash;
use crate::document::kinds::story::Status;
use crate::site::addresses::{part_slug, plain_slug};
use crate::site::name_words::NameWords;
use crate::site::spelling::{most_used, same_to_people};
use crate::site::{Entry, Site};

/// The stories that share one thing, as places in `Site::stories`, newest first.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) filter: Filter,
    /// Its first page: `stories/by/theme-night-shift.html`.
    pub(crate) path: String,
    pub(crate) stories: Vec<usize>,
}

/// What the stories of a list share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Filter {
    Everything,
    Theme(String),
    Team(String),
    Place(String),
    Language(String),
    Form(&'static str),
    Year(i16),
}

impl Filter {
    pub(super) fn key(&self) -> &'static str {
        match self {
            Filter::Everything => "all",
            Filter::Theme(_) => "theme",
            Filter::Team(_) => "team",
            Filter::Place(_) => "place",
            Filter::Language(_) => "language",
            Filter::Form(_) => "form",
            Filter::Year(_) => "year",
        }
    }

    /// The address of its first page, where no other value wants the same (`paths`). Themes are named
    /// as in the addresses of their own pages, so no two of them have the same.
    pub(crate) fn path(&self) -> String {
        let value: Cow<'_, str> = match self {
            Filter::Everything => return "stories/index.html".to_owned(),
            Filter::Theme(id) => part_slug(id),
            Filter::Team(id) | Filter::Place(id) | Filter::Language(id) => plain_slug(id).into(),
            Filter::Form(word) => (*word).into(),
            Filter::Year(year) => year.to_string().into(),
        };
        format!("stories/by/{}-{value}.html", self.key())
    }

    /// What its address would be if letters were not written in ASCII, and nothing was cut.
    fn exact_path(&self) -> String {
        match self {
            Filter::Team(id) | Filter::Place(id) => {
                format!("stories/by/{}-{}.html", self.key(), same_to_people(id).replace(' ', "-"))
            }
            _ => self.path(),
        }
    }

    /// An address that it has alone: it depends only on the value itself.
    fn path_alone(&self) -> String {
        let value = match self {
            Filter::Theme(id) | Filter::Team(id) | Filter::Place(id) => same_to_people(id),
            _ => return self.path(),
        };
        let hash = Hash::of(value.as_bytes()).to_string();
        let path = self.path();
        format!("{}-x{}.html", path.trim_end_matches(".html"), &hash[..8])
    }
}

/// The addresses of filters. Where several want the same (Århus and Aarhus, C# and C++), the one that
/// is spelled like it keeps it, and the others get one of their own.
fn paths<'a>(filters: impl Iterator<Item = &'a Filter>) -> BTreeMap<&'a Filter, String> {
    let mut by_path: BTreeMap<String, Vec<&Filter>> = BTreeMap::new();
    for filter in filters {
        by_path.entry(filter.path()).or_default().push(filter);
    }
    let mut paths = BTreeMap::new();
    for (path, filters) in by_path {
        let exact = filters.iter().filter(|filter| filter.exact_path() == path).count();
        let is_shared = filters.len() > 1;
        for filter in filters {
            let keeps_it = !is_shared || (exact == 1 && filter.exact_path() == path);
            paths.insert(filter, if keeps_it { path.clone() } else { filter.path_alone() });
        }
    }
    paths
}

/// Every list of the wall, made by one walk over the stories.
pub(crate) fn lists(site: &Site) -> BTreeMap<Filter, Arc<List>> {
    let mut all = vec![];
    let (mut themes, mut teams, mut towns) = (Shelf::new(), Shelf::new(), Shelf::new());
    let (mut languages, mut forms, mut years) = (Shelf::new(), Shelf::new(), Shelf::new());
    let keys: Vec<Option<Keys<'_>>> =
        site.stories.par_iter().map(|entry| Keys::of(site, entry)).collect();
    for (place, keys) in keys.iter().enumerate().filter_map(|(at, keys)| Some((at, keys.as_ref()?)))
    {
        all.push(place);
        for (shelf, key) in [
            (&mut themes, keys.theme),
            (&mut teams, keys.team),
            (&mut towns, keys.town),
            (&mut languages, Some(keys.language)),
        ] {
            if let Some(key) = key {
                shelf.entry(key).or_default().push(place);
            }
        }
        forms.entry(keys.form).or_default().push(place);
        if let Some(year) = keys.year {
            years.entry(year).or_default().push(place);
        }
    }
    themes.retain(|theme, _| site.theme(theme).is_some());
    let named = |filter: fn(String) -> Filter| {
        move |(key, stories): (&str, Vec<usize>)| (filter(key.to_owned()), stories)
    };
    let mut lists: BTreeMap<Filter, Vec<usize>> = BTreeMap::from([(Filter::Everything, all)]);
    lists.extend(themes.into_iter().map(named(Filter::Theme)));
    lists.extend(languages.into_iter().map(named(Filter::Language)));
    lists.extend(forms.into_iter().map(|(form, stories)| (Filter::Form(form), stories)));
    lists.extend(years.into_iter().map(|(year, stories)| (Filter::Year(year), stories)));
    // A list has an address, and a name or number in it cannot be replaced for readers.
    let (names, contacts) = (NameWords::of(site), WithheldContacts::of(site));
    let is_withheld =
        |value: &str| names.has_whole(value) || contacts.within_address(value).is_some();
    // A town is one filter, whether stories name it by its name or by its id, and however they write
    // capitals and blanks. So is a team.
    let named = |town: &str| site.place_name(town, site.default_language()).to_owned();
    let towns = towns.into_iter().map(|(town, stories)| (named(town), stories));
    let named = |team: &str| site.usual_team(team).to_owned();
    let teams = teams.into_iter().map(|(team, stories)| (named(team), stories));
    for (filter, values) in
        [(Filter::Place as fn(String) -> Filter, joined(towns)), (Filter::Team, joined(teams))]
    {
        let seen = values.into_iter().filter(|(value, _)| !is_withheld(value));
        lists.extend(seen.map(|(value, stories)| (filter(value), stories)));
    }
    // A filter that has only one value would not narrow the wall, and no page links to it. Lists of
    // themes are kept: the page of a theme links to its list.
    let mut values: BTreeMap<&'static str, usize> = BTreeMap::new();
    for filter in lists.keys() {
        *values.entry(filter.key()).or_default() += 1;
    }
    let filters = |filter: &Filter| {
        matches!(filter, Filter::Everything | Filter::Theme(_)) || values[filter.key()] > 1
    };
    lists.retain(|filter, _| filters(filter));
    // Each has one, in the same order.
    let paths: Vec<String> = paths(lists.keys()).into_values().collect();
    let lists = lists.into_iter().zip(paths);
    let list = |((filter, stories), path): ((Filter, _), _)| {
        (filter.clone(), Arc::new(List { filter, path, stories }))
    };
    lists.map(list).collect()
}

/// Values that are the same to people are one, in the spelling that most stories use.
fn joined(values: impl Iterator<Item = (String, Vec<usize>)>) -> BTreeMap<String, Vec<usize>> {
    let mut same: BTreeMap<String, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    for (value, stories) in values {
        let spellings = same.entry(same_to_people(&value)).or_default();
        spellings.entry(value).or_default().extend(stories);
    }
    let one = |spellings: BTreeMap<String, Vec<usize>>| {
        let counts = spellings.iter().map(|(spelling, stories)| (&**spelling, stories.len()));
        let spelling = most_used(counts)?.to_owned();
        let mut stories: Vec<usize> = spellings.into_values().flatten().collect();
        stories.sort_unstable();
        Some((spelling, stories))
    };
    same.into_values().filter_map(one).collect()
}

/// What a story shares with others.
struct Keys<'a> {
    theme: Option<&'a str>,
    team: Option<&'a str>,
    town: Option<&'a str>,
    language: &'a str,
    form: &'static str,
    year: Option<i16>,
}

impl<'a> Keys<'a> {
    /// `None` for an archived story: it is no longer on the wall.
    fn of(site: &'a Site, entry: &'a Entry) -> Option<Keys<'a>> {
        let story = entry.story().expect("stories are stories");
        (story.status != Some(Status::Archived)).then(|| Keys {
            theme: story.theme.as_ref().map(|theme| theme.id.as_str()),
            team: site.team_of(entry),
            town: site.place_of(entry),
            language: &entry.original.language,
            form: story.form.unwrap_or_default().word(),
            year: story.date.map(|date| date.year()),
        })
    }
}

/// Stories by what they share.
type Shelf<K> = BTreeMap<K, Vec<usize>>;

#[cfg(test)]
mod tests {
    use super::*;

    fn paths_of(filters: &[Filter]) -> Vec<String> {
        let all = paths(filters.iter());
        filters.iter().map(|filter| all[filter].clone()).collect()
    }

    #[test]
    fn different_things_have_different_addresses() {
        let place = |name: &str| Filter::Place(name.to_owned());
        let long = "The long quay ".repeat(6);
        for pair in [
            [place("Århus"), place("Aarhus")],
            [Filter::Team("C#".to_owned()), Filter::Team("C++".to_owned())],
            [Filter::Theme("night_shift".to_owned()), Filter::Theme("night-shift".to_owned())],
            [place(&format!("{long}north")), place(&format!("{long}south"))],
            [place("???"), place("!")],
            [place("Hall-2"), place("Hall 2")],
        ] {
            let paths = paths_of(&pair);
            assert_ne!(paths[0].to_lowercase(), paths[1].to_lowercase(), "{pair:?}");
            let back: Vec<String> = paths_of(&[pair[1].clone(), pair[0].clone()]);
            assert_eq!((&back[0], &back[1]), (&paths[1], &paths[0]), "whatever the order");
        }
        // The one that is spelled like the address keeps it.
        assert_eq!(paths_of(&[place("Århus"), place("Aarhus")])[1], "stories/by/place-aarhus.html");
        assert_eq!(paths_of(&[place("Århus")])[0], "stories/by/place-aarhus.html");
    }

    #[test]
    fn the_same_thing_is_one_list() {
        let values = [("hirtshals", vec![2]), ("Hirtshals", vec![0, 3]), ("Hirtshals ", vec![1])];
        let values = values.into_iter().map(|(name, stories)| (name.to_owned(), stories));
        let expected = BTreeMap::from([("Hirtshals".to_owned(), vec![0, 1, 2, 3])]);
        assert_eq!(joined(values), expected);
    }
}
