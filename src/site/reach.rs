//! Where the texts lead: one walk over all links and pictures.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::links::{Broken, TargetRef};
use super::{Media, Site};
use crate::base::SourcePath;
use crate::document::{Facts, Kind};

/// What something leads to.
#[derive(Debug, Default)]
pub(crate) struct Reach {
    /// Names of pages to which another text that readers see links in its first language.
    pub(crate) pages: BTreeSet<String>,
    /// Files that a text shows or offers to readers.
    pub(crate) media: BTreeSet<SourcePath>,
    /// Documents with a link that leads nowhere, or a picture that is none.
    pub(crate) doubtful: BTreeSet<SourcePath>,
}

impl Reach {
    pub(crate) fn of(site: &Site) -> Reach {
        let documents: Vec<&Facts> = site.facts.values().map(|text| &**text).collect();
        let add = |mut reach: Reach, document: &&Facts| {
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

    fn add(&mut self, site: &Site, document: &Facts) {
        let mut is_sound = true;
        for link in &document.links {
            let found = site.find(document, &link.destination);
            is_sound &= found.is_ok();
            self.reach(site, document, found);
        }
        for image in &document.images {
            let found = site.find(document, image);
            is_sound &= matches!(&found, Ok(TargetRef::Media(path)) if is_picture(site, path));
            if matches!(found, Ok(TargetRef::Media(_))) {
                self.reach(site, document, found);
            }
        }
        if !is_sound {
            self.doubtful.insert(document.path.clone());
        }
    }

    fn reach(&mut self, site: &Site, from: &Facts, found: Result<TargetRef<'_>, Broken>) {
        match found {
            Ok(TargetRef::Media(path)) if site.shows(from) => _ = self.media.insert(path),
            Ok(TargetRef::Text { entry, kind: Kind::Page, .. })
                if entry.name != from.name && !from.is_translation() && site.shows(from) =>
            {
                self.pages.insert(entry.name.clone());
            }
            _ => {}
        }
    }
}

/// Whether the file is there, and a picture.
pub(crate) fn is_picture(site: &Site, path: &SourcePath) -> bool {
    matches!(site.media.get(path), Some(Media::Picture(_)))
}
