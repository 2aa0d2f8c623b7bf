//! The page that says what a feed is, in plain words, and lists those that there are.

use serde::Serialize;

use super::Page;
use super::feeds::{Feed, feeds};
use super::page_meta::PageMeta;
use super::scene::Scene;

/// What the template `feeds.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    /// The feeds of the whole site; every page names them to feed readers.
    all: Vec<FeedLinks>,
    /// Those of a theme or a language.
    parts: Vec<FeedLinks>,
}

/// A feed as Atom and as JSON.
#[derive(Serialize)]
struct FeedLinks {
    title: String,
    url: String,
    json: String,
}

/// How many feeds every page names (`feeds::links`); they are the first ones.
const WHOLE: usize = 2;

pub(crate) fn view(scene: &Scene<'_>) -> Page<Values> {
    let links = |feed: &Feed| FeedLinks {
        title: feed.part(scene),
        url: format!("{}.xml", feed.path()),
        json: format!("{}.json", feed.path()),
    };
    let mut all: Vec<FeedLinks> = feeds(scene.site).iter().map(links).collect();
    let parts = all.split_off(WHOLE.min(all.len()));
    Page {
        meta: PageMeta { title: scene.text("feeds"), kind: "feeds", ..PageMeta::default() },
        crumbs: vec![scene.home()],
        values: Values { all, parts },
    }
}
