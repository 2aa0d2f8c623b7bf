//! The story wall: all stories, and a list of its own for each value of a filter.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::Serialize;

use super::card_cache::CardsAt;
use super::lists::{Filter, List};
use super::opening::Opening;
use super::page_meta::PageMeta;
use super::paging::{self, Pager};
use super::scene::{LinkTo, Scene};
use super::view::LIST_MEMBERS;
use super::{Page, Routes, shorten};
use crate::base::Diagnostic;
use crate::document::Kind;
use crate::document::kinds::table::Section;
use crate::look::Root;

/// The filters of a list as HTML, the same on all its pages because they are in one folder. Made
/// when the first of these pages asks for it.
#[derive(Default)]
pub(crate) struct FilterBars(Mutex<BTreeMap<Filter, Arc<FilterBar>>>);

/// The component `filter_bar` as HTML.
type FilterBar = OnceLock<Result<String, Box<Diagnostic>>>;

impl FilterBars {
    fn of(&self, filter: &Filter) -> Arc<FilterBar> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(filter.clone()).or_default().clone()
    }
}

/// How many values of one filter the wall shows, and how many its other lists show.
const MOST_VALUES: usize = 100;
const MOST_ELSEWHERE: usize = 24;

/// The filters in the order in which they are shown.
const KEYS: &[&str] = &["theme", "team", "place", "language", "form", "year"];

impl Filter {
    /// The label of a filter in the language of the scene.
    fn label(&self, scene: &Scene<'_>) -> String {
        match self {
            Filter::Everything => scene.text("nav-stories"),
            Filter::Theme(id) => scene.theme_title(id).unwrap_or(id).to_owned(),
            Filter::Team(id) => scene.site.team_name(id, scene.code()).to_owned(),
            Filter::Place(place) => scene.site.place_name(place, scene.code()).to_owned(),
            Filter::Language(code) => scene.language_name(code),
            Filter::Form(word) => scene.text(&format!("form-{word}")),
            Filter::Year(year) => year.to_string(),
        }
    }
}

/// What the template `wall.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    opening: Option<Opening>,
    title: String,
    heading: String,
    lead: Option<String>,
    /// HTML: the items of the wall.
    cards: String,
    /// HTML: the component `filter_bar`.
    filter_bar: String,
    /// The address of the file that says which stories are in which list.
    members: &'static str,
    pager: Pager,
    count: usize,
    /// The numbers of the first and last story on this page, where there are several pages.
    range: Option<(usize, usize)>,
    current: Option<Current>,
    empty: bool,
}

#[derive(Serialize)]
struct Current {
    key: &'static str,
    label: String,
}

/// What the component `filter_bar` is given.
#[derive(Serialize)]
struct Arguments {
    filters: Vec<FilterLinks>,
}

/// One filter with its values.
#[derive(Clone, Serialize)]
pub(crate) struct FilterLinks {
    key: &'static str,
    all: All,
    items: Vec<FilterLink>,
}

#[derive(Clone, Serialize)]
struct All {
    url: String,
    count: usize,
}

#[derive(Clone, Serialize)]
struct FilterLink {
    label: String,
    url: String,
    count: usize,
    current: bool,
}

pub(crate) fn view(
    scene: &Scene<'_>,
    routes: &Routes,
    list: &List,
    page: usize,
) -> Result<Page<Values>, Diagnostic> {
    let per_page = scene.site.config.per_page;
    let count = list.stories.len();
    let from = (page - 1) * per_page;
    let shown = &list.stories[from.min(count)..(from + per_page).min(count)];
    let shown = shown.iter().map(|place| &*scene.site.stories[*place]);
    let label = list.filter.label(scene);
    let everything = list.filter == Filter::Everything;
    let opening = scene.opening(Kind::Story, page).filter(|_| everything);
    let title = match everything {
        true => scene.list_meta(opening.as_ref(), "nav-stories", "wall").title,
        false => {
            let key = format!("by-{}", list.filter.key());
            scene.text_with(&key, &[("name", crate::language::Arg::Text(&label))])
        }
    };
    let crumbs = match everything {
        true => vec![scene.home()],
        false => vec![scene.home(), scene.section(Section::Stories)],
    };
    Ok(Page {
        meta: PageMeta { title: title.clone(), kind: "wall", ..PageMeta::default() },
        crumbs,
        values: Values {
            opening,
            heading: title.clone(),
            title,
            lead: everything.then(|| scene.text("stories-lead")),
            cards: scene.render_cards(CardsAt::Top, shown)?,
            filter_bar: filter_bar(scene, routes, list)?,
            members: LIST_MEMBERS,
            pager: paging::pager(scene, &list.path, page, paging::pages(count, per_page)),
            count,
            range: (count > per_page).then(|| (from + 1, (from + per_page).min(count))),
            current: (!everything).then(|| Current { key: list.filter.key(), label }),
            empty: count == 0,
        },
    })
}

fn filter_bar(scene: &Scene<'_>, routes: &Routes, list: &List) -> Result<String, Diagnostic> {
    let made = scene.caches().filter_bars.of(&list.filter);
    let made = made.get_or_init(|| {
        let arguments = Arguments { filters: filters(scene, routes, list) };
        let root = scene.here.root();
        Ok(scene.component("filter_bar", &arguments, Root::Path(&root), &[])?)
    });
    made.clone().map_err(|mistake| *mistake)
}

/// The filters of the wall with the current value marked; the rest is the same on every page.
fn filters(scene: &Scene<'_>, routes: &Routes, current: &List) -> Vec<FilterLinks> {
    let key = current.filter.key();
    let here = FilterLink { current: true, ..link(scene, current) };
    let most = match current.filter {
        Filter::Everything => MOST_VALUES,
        _ => MOST_ELSEWHERE,
    };
    let mut filters = scene
        .caches()
        .filters
        .get_or_init(|| all_filters(scene, routes, KEYS, MOST_VALUES))
        .clone();
    for filter in &mut filters {
        most_told(&mut filter.items, most);
        if filter.key == key {
            filter.items.retain(|item| item.url != here.url);
            filter.items.push(here.clone());
        }
        in_order(scene, filter);
    }
    filters
}

/// These filters with their values, of each the most told.
pub(super) fn all_filters(
    scene: &Scene<'_>,
    routes: &Routes,
    keys: &[&'static str],
    most: usize,
) -> Vec<FilterLinks> {
    let all = routes.lists.get(&Filter::Everything).map_or(0, |list| list.stories.len());
    let mut filters = vec![];
    for key in keys {
        let lists = routes.lists.values().filter(|list| list.filter.key() == *key);
        let mut items: Vec<FilterLink> = lists.map(|list| link(scene, list)).collect();
        most_told(&mut items, most);
        // A filter that has only one value would not narrow the list.
        if items.len() > 1 {
            let all = All { url: scene.url("stories/index.html"), count: all };
            let mut filter = FilterLinks { key, all, items };
            in_order(scene, &mut filter);
            filters.push(filter);
        }
    }
    filters
}

fn link(scene: &Scene<'_>, list: &List) -> FilterLink {
    FilterLink {
        label: shorten::name(&list.filter.label(scene)),
        url: scene.url(&list.path),
        count: list.stories.len(),
        current: false,
    }
}

/// Keeps the values with the most stories: the filters are printed on every page of every list, and
/// there may be a thousand towns.
fn most_told(items: &mut Vec<FilterLink>, most: usize) {
    if items.len() > most {
        items.sort_by_key(|item| std::cmp::Reverse(item.count));
        items.truncate(most);
    }
}

fn in_order(scene: &Scene<'_>, filter: &mut FilterLinks) {
    match filter.key {
        "year" => filter.items.sort_by(|a, b| b.label.cmp(&a.label)),
        _ => filter.items.sort_by(|a, b| scene.locale.collation.compare(&a.label, &b.label)),
    }
}

impl Scene<'_> {
    /// The link to the home page, for crumbs.
    pub(crate) fn home(&self) -> LinkTo {
        LinkTo { title: self.text("home"), url: self.url("index.html") }
    }

    /// The link to the first page of a section.
    pub(crate) fn section(&self, section: Section) -> LinkTo {
        let row = section.row();
        LinkTo { title: self.text(&format!("nav-{}", row.key)), url: self.url(row.address) }
    }

    /// The link to the list of a kind; the key of its label is the name of the kind's folder.
    pub(crate) fn list_of(&self, kind: Kind) -> Option<LinkTo> {
        let key = kind.row().inside.trim_end_matches('/');
        let url = self.url(kind.list_address()?);
        Some(LinkTo { title: self.text(&format!("nav-{key}")), url })
    }
}
