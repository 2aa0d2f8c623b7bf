//! Where the texts lead: one walk over all links and pictures.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::links::{Broken, Target};
use super::{Media, Site};
use crate::base::SourcePath;
use crate::document::{Document, Kind};

/// What something leads to.
#[derive(Debug, Default)]
pub struct Reach {
    /// Names of pages to which another text that readers see links in its first language.
    pub pages: BTreeSet<String>,
    /// Files that a text shows or offers to readers.
    pub media: BTreeSet<SourcePath>,
    /// Documents with a link that leads nowhere, or a picture that is none.
    pub doubtful: BTreeSet<SourcePath>,
}

impl Reach {
    pub fn of(site: &Site) -> Reach {
        let documents: Vec<&Document> = site.documents.values().map(|text| &**text).collect();
        let add = |mut reach: Reach, document: &&Document| {
            reach.add(site, document);
            reach
        };
        let both = |mut one: Reach, mut other: Reach| {
            one.pages.append(&mut other.pages);
            one.media.append(&mut other.media);
            one.doubtful.append(&mut other.doubtful);
            one
        };
        documents.par_iter().fold(Reach::default, add).reduce(Reach::default, both)
    }

    fn add(&mut self, site: &Site, document: &Document) {
        let mut is_sound = true;
        for link in &document.body.links {
            let target = site.resolve(document, &link.destination);
            is_sound &= target.is_ok();
            self.reach(site, document, target);
        }
        for image in &document.body.images {
            let target = site.resolve(document, &image.destination);
            is_sound &= matches!(&target, Ok(Target::Media(path)) if is_picture(site, path));
            if matches!(target, Ok(Target::Media(_))) {
                self.reach(site, document, target);
            }
        }
        if !is_sound {
            self.doubtful.insert(document.path().clone());
        }
    }

    fn reach(&mut self, site: &Site, from: &Document, target: Result<Target, Broken>) {
        match target {
            Ok(Target::Media(path)) if site.shows(from) => _ = self.media.insert(path),
            Ok(Target::Text { name, .. }) if name != from.name => {
                let is_page =
                    |name| site.entry(name).is_some_and(|it| it.original.kind == Kind::Page);
                if is_page(&name) && site.shows(from) && !from.is_translation() {
                    self.pages.insert(name);
                }
            }
            _ => {}
        }
    }
}

/// Whether the file is there, and a picture.
pub fn is_picture(site: &Site, path: &SourcePath) -> bool {
    matches!(site.media.get(path), Some(Media::Picture(_)))
}
