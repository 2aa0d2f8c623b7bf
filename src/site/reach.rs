//! Where the texts that readers see lead: one walk over all links.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::links::Target;
use super::{Entry, Site};
use crate::base::SourcePath;
use crate::document::Kind;

/// What something else leads to.
#[derive(Debug, Default)]
pub struct Reach {
    /// Names of pages to which another text links in its first language.
    pub pages: BTreeSet<String>,
    /// Files that a text shows or offers.
    pub media: BTreeSet<SourcePath>,
}

impl Reach {
    pub fn of(site: &Site) -> Reach {
        let entries: Vec<&Entry> = site.entries.values().map(|entry| &**entry).collect();
        let add = |mut reach: Reach, entry: &Entry| {
            reach.add(site, entry);
            reach
        };
        let both = |mut one: Reach, mut other: Reach| {
            one.pages.append(&mut other.pages);
            one.media.append(&mut other.media);
            one
        };
        let parts = entries.par_iter().map(|entry| *entry).fold(Reach::default, add);
        parts.reduce(Reach::default, both)
    }

    fn add(&mut self, site: &Site, entry: &Entry) {
        let is_page = |name: &str| {
            name != entry.name
                && site.entry(name).is_some_and(|known| known.original.kind == Kind::Page)
        };
        for link in &entry.original.body.links {
            match site.resolve(&entry.original, &link.destination) {
                Ok(Target::Text { name, .. }) if is_page(&name) => _ = self.pages.insert(name),
                Ok(Target::Media(path)) => _ = self.media.insert(path),
                _ => {}
            }
        }
        let translated = entry.translations.values();
        let offered = translated
            .clone()
            .flat_map(|text| text.body.links.iter().map(move |link| (text, &link.destination)));
        let shown = translated
            .chain([&entry.original])
            .flat_map(|text| text.body.images.iter().map(move |image| (text, &image.destination)));
        for (text, destination) in offered.chain(shown) {
            if let Ok(Target::Media(path)) = site.resolve(text, destination) {
                self.media.insert(path);
            }
        }
    }
}
