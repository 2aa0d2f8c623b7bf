//! The addresses of pictures and papers. Whoever sends a photo gave it its name, which may be their own: of
//! files that only anonymous stories show, no address says the name or the folder.

use std::collections::BTreeSet;

use super::renditions;
use super::{Media, Site};
use crate::base::{Hash, Picture, Rendition, SourcePath, UrlPath};
use crate::document::Facts;
use crate::document::kinds::Story;
use crate::site::links::TargetRef;

/// The files that anonymous stories show to readers, and no other text does.
pub(super) fn all(site: &Site) -> BTreeSet<SourcePath> {
    let is_anonymous = |name: &str| {
        site.entry(name).and_then(|entry| entry.story()).is_some_and(Story::is_anonymous)
    };
    if !site.stories.iter().any(|entry| is_anonymous(&entry.name)) {
        return BTreeSet::new();
    }
    let shown = site.facts.values().filter(|document| site.shows(document));
    let (theirs, others): (Vec<&Facts>, Vec<&Facts>) =
        shown.map(|document| &**document).partition(|document| is_anonymous(&document.name));
    let mut files = BTreeSet::new();
    theirs.iter().for_each(|document| used(site, document, &mut |path| _ = files.insert(path)));
    others.iter().for_each(|document| used(site, document, &mut |path| _ = files.remove(&path)));
    files
}

/// The files that a text shows or offers.
fn used(site: &Site, document: &Facts, visit: &mut dyn FnMut(SourcePath)) {
    document.meta.common().visit_files(&mut |picture| {
        document.path.join(&picture.file.id).into_iter().for_each(&mut *visit);
    });
    let links = document.links.iter().map(|link| &*link.destination);
    for destination in links.chain(document.images.iter().map(String::as_str)) {
        if let Ok(TargetRef::Media(path)) = site.find(document, destination) {
            visit(path.clone());
        }
    }
}

impl Site {
    /// The address of a file that is no photo, or of a photo that has one size.
    pub(crate) fn file_address(&self, path: &SourcePath, medium: Media) -> UrlPath {
        match self.unnamed_files.contains(path) {
            true => unnamed(medium.published(), &Media::ending(path)),
            false => medium.address(path),
        }
    }

    pub(crate) fn photo_address(
        &self,
        path: &SourcePath,
        photo: &Picture,
        rendition: Rendition,
    ) -> UrlPath {
        match self.unnamed_files.contains(path) {
            true => unnamed(renditions::hash(photo, rendition), rendition.format.ending()),
            false => renditions::address(path, photo, rendition),
        }
    }
}

/// The whole hash, since nothing else tells two files apart.
fn unnamed(hash: Hash, ending: &str) -> UrlPath {
    UrlPath::new(&format!("media/{hash}.{ending}")).expect("a hash is inside")
}
