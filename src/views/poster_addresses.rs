//! Which texts have a poster, and where it stands.

use std::collections::BTreeSet;

use super::scene::Scene;
use crate::site::addresses::page_path;
use crate::site::{Entry, Site};

/// The address of the poster of a text.
pub(crate) fn path(name: &str) -> String {
    format!("posters/{}", page_path(name))
}

/// The texts that have a poster: each theme, and each story that was chosen for a month. A poster of
/// every story would be a page more for each, which nobody prints. While nobody is asked for a story,
/// there is none: it would hang beside the coffee, and ask.
pub(crate) fn texts(site: &Site) -> impl Iterator<Item = &Entry> {
    let all = site.entries.values().map(|entry| &**entry);
    // Of two texts that want the same address, that is told where they stand.
    let mut taken = BTreeSet::new();
    all.filter(|entry| has_one(site, entry)).filter(move |entry| taken.insert(path(&entry.name)))
}

/// Whether a text of the site has a poster.
pub(crate) fn has_one(site: &Site, entry: &Entry) -> bool {
    let is_chosen = entry.story().is_some_and(|story| story.featured.is_some());
    !site.is_public() && site.pause().is_none() && (entry.theme().is_some() || is_chosen)
}

/// The address of the poster of a text, where it has one.
pub(crate) fn address(scene: &Scene<'_>, entry: &Entry) -> Option<String> {
    has_one(scene.site, entry).then(|| scene.url(&path(&entry.name)))
}
