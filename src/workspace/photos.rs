//! The photos of a snapshot: which are looked into, and what of them may be kept.

use super::Snapshot;
use super::reading::Reading;
use crate::base::{Flaw, Hash, Picture, PictureFormat, PixelFacts, Rendition, SourcePath};
use crate::site::renditions::{Shown, renditions};
use crate::site::{Media, Unseen};

/// A photo that was developed: what its pixels say, or why it cannot be shown.
pub struct DevelopedPhoto {
    pub path: SourcePath,
    /// Of the file.
    pub source: Hash,
    pub seen: Result<PixelFacts, Flaw>,
}

/// A photo of the project, with the sizes that are wanted of it.
#[derive(Clone, Debug)]
pub struct Photo {
    pub path: SourcePath,
    pub picture: Picture,
    pub renditions: Vec<Rendition>,
}

impl Snapshot {
    /// The photos that pages show.
    pub fn photos(&self) -> Vec<Photo> {
        let media = &self.context.site.media;
        let photo = |(path, renditions): (&SourcePath, Vec<Rendition>)| match media.get(path) {
            Some(Media::Picture(picture)) => {
                Some(Photo { path: path.clone(), picture: *picture, renditions })
            }
            _ => None,
        };
        self.routes.photos().into_iter().filter_map(photo).collect()
    }

    /// The photos that readers may not see, and nothing to make of them: only their pixels tell
    /// which of the others are copies.
    pub(crate) fn unseen_photos(&self) -> Vec<Photo> {
        let site = &self.context.site;
        let photo = |path: &SourcePath| match site.media.get(path) {
            Some(Media::Picture(picture)) if picture.format != PictureFormat::Svg => {
                Some(Photo { path: path.clone(), picture: *picture, renditions: vec![] })
            }
            _ => None,
        };
        site.unseen.keys().filter_map(photo).collect()
    }

    /// The photos that pages show, or would show if they were no copies, and that nobody has looked
    /// into yet.
    pub fn undeveloped_photos(&self) -> Vec<Photo> {
        let Reading { pixels, blind, .. } = &*self.reading;
        let mut photos = self.unseen_photos();
        photos.retain(|photo| !blind.contains(&photo.picture.hash));
        photos.extend(self.photos());
        photos.retain(|photo| !pixels.contains_key(&photo.picture.hash));
        photos
    }

    /// The photos that may be kept ready, shown or not, in every size that the site makes: those of
    /// the project, but for those that somebody in them wants to be gone, or that not even colleagues
    /// may see: of these, no size.
    pub(crate) fn keepable_photos(&self) -> Vec<Photo> {
        let site = &self.context.site;
        let is_gone = |path: &SourcePath| match site.unseen.get(path) {
            Some(Unseen::TakenDown) => true,
            Some(Unseen::Withheld) => !site.is_public(),
            None => false,
        };
        let photo = |(path, medium): (&SourcePath, &Media)| match medium {
            Media::Picture(picture) => {
                let sizes: &[Shown] =
                    if is_gone(path) { &[] } else { &[Shown::Small, Shown::Large] };
                let all = sizes.iter().flat_map(|it| renditions(picture, *it, &site.config));
                let renditions = all.collect();
                Some(Photo { path: path.clone(), picture: *picture, renditions })
            }
            Media::Recording(_) | Media::File { .. } => None,
        };
        site.media.iter().filter_map(photo).collect()
    }
}
