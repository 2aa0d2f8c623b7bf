//! The lists of the wall: for each filter, the stories that share its value.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::document::kinds::story::Status;
use crate::site::addresses::plain_slug;
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

    pub(crate) fn path(&self) -> String {
        let value = match self {
            Filter::Everything => return "stories/index.html".to_owned(),
            Filter::Theme(id) | Filter::Team(id) | Filter::Place(id) | Filter::Language(id) => {
                id.clone()
            }
            Filter::Form(word) => (*word).to_owned(),
            Filter::Year(year) => year.to_string(),
        };
        format!("stories/by/{}-{}.html", self.key(), plain_slug(&value))
    }
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
    lists.extend(teams.into_iter().map(named(Filter::Team)));
    lists.extend(languages.into_iter().map(named(Filter::Language)));
    lists.extend(forms.into_iter().map(|(form, stories)| (Filter::Form(form), stories)));
    lists.extend(years.into_iter().map(|(year, stories)| (Filter::Year(year), stories)));
    for (town, stories) in towns {
        // A town is one filter, whether stories name it by its name or by its id.
        let town = site.place_name(town, site.default_language()).to_owned();
        let list = lists.entry(Filter::Place(town)).or_default();
        list.extend(stories);
        list.sort_unstable();
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
    lists
        .into_iter()
        .filter(|(filter, _)| filters(filter))
        .map(|(filter, stories)| {
            let path = filter.path();
            (filter.clone(), Arc::new(List { filter, path, stories }))
        })
        .collect()
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
