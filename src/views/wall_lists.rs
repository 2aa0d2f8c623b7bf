//! The page that names every list of the wall: teams, places, themes, forms, languages and years,
//! so that nobody has to open filters to find out which there are.

use serde::Serialize;

use super::page_meta::PageMeta;
use super::scene::Scene;
use super::wall::{FilterLinks, all_filters};
use super::{Page, Routes};
use crate::document::kinds::table::Section;

/// What the template `wall-lists.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    filters: Vec<FilterLinks>,
    /// Whether there are stories; one alone is in no list.
    has_stories: bool,
}

/// The filters in the order of this page: first those that only this page leads to.
const KEYS: &[&str] = &["team", "place", "theme", "form", "language", "year"];
/// How many values of one filter the page names; those with the most stories.
const MOST_VALUES: usize = 1000;

pub(crate) fn view(scene: &Scene<'_>, routes: &Routes) -> Page<Values> {
    Page {
        meta: PageMeta { title: scene.text("wall-lists"), kind: "lists", ..PageMeta::default() },
        crumbs: vec![scene.home(), scene.section(Section::Stories)],
        values: Values {
            filters: all_filters(scene, routes, KEYS, MOST_VALUES),
            has_stories: !scene.site.stories.is_empty(),
        },
    }
}
