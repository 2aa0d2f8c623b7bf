//! Which pictures a page shows, and in which sizes.

use super::picture::{Aspect, Picture, Pictured, Source, Version};
use super::scene::Scene;
use crate::base::{
    Picture as SourcePicture, PictureFormat, Rendition, RenditionFormat, SourcePath, Tone,
};
use crate::document::kinds::story::{Focus, Photo, PhotoProse, Story};
use crate::site::consent::Unseen;
use crate::site::renditions::{self, Shown};
use crate::site::{Entry, Media};

/// A photo with fewer pixels across or down than this is shown in its own size, and on no card. The
/// width of a phone, and the height of a card's picture.
const SMALL: (u32, u32) = (360, 240);

impl Scene<'_> {
    /// A picture of `content/` by its path; `None` if there is none, which a check reports, or if
    /// readers may not see it.
    pub(crate) fn picture(
        &self,
        path: &SourcePath,
        alt: Option<&str>,
        shown: Shown,
    ) -> Option<Picture> {
        let Media::Picture(facts) = self.site.media.get(path)? else { return None };
        if self.site.unseen.contains_key(path) {
            return None;
        }
        self.context.notes.file(path);
        let decorative = matches!(alt, None | Some("decorative" | ""));
        let renditions = renditions::renditions(facts, shown, &self.site.config);
        let address = |rendition: &Rendition| {
            self.site.photo_address(path, facts, *rendition).as_str().to_owned()
        };
        let shown = renditions::fallback(&renditions);
        let (src, width, height) = match &shown {
            Some(shown) => (address(shown), shown.width, shown.height),
            None => {
                let src = self.site.file_address(path, Media::Picture(*facts));
                (src.as_str().to_owned(), facts.width, facts.height)
            }
        };
        let full = renditions.iter().rfind(|it| it.format == RenditionFormat::Webp);
        let full = full.map_or_else(|| src.clone(), address);
        let (mut sources, mut versions) = (vec![], vec![]);
        for format in [RenditionFormat::Avif, RenditionFormat::Webp] {
            let found = renditions.iter().filter(|rendition| rendition.format == format);
            let found = found.map(|it| Version { src: address(it), width: it.width });
            let found: Vec<Version> = found.collect();
            if shown.is_some_and(|shown| shown.format == format) {
                versions = found;
            } else if !found.is_empty() {
                sources.push(Source { media_type: format.media_type(), versions: found });
            }
        }
        let is_drawing = facts.format == PictureFormat::Svg;
        Some(Picture {
            full,
            src,
            width,
            height,
            alt: if decorative { String::new() } else { alt.unwrap_or_default().to_owned() },
            decorative,
            aspect: Aspect::of(facts.width, facts.height),
            widest: if is_drawing { u32::MAX } else { facts.width },
            pixels: [facts.width, facts.height],
            is_small: !is_drawing && (facts.width < SMALL.0 || facts.height < SMALL.1),
            classes: self.tone(facts).map(tone_classes).unwrap_or_default(),
            versions,
            sources,
        })
    }

    fn tone(&self, facts: &SourcePicture) -> Option<Tone> {
        self.context.tones.get(&facts.hash).copied().flatten()
    }

    /// The photos of a story in their order: those that may be seen, and one entry for all those
    /// that may not be seen any more.
    pub(crate) fn story_pictures(&self, entry: &Entry, story: &Story) -> Vec<Pictured> {
        let mut pictures: Vec<Pictured> = vec![];
        let is_anonymous = story.is_anonymous();
        for (photo, words) in story.photos.iter().zip(&self.words::<Story>(entry).photos) {
            let Some(path) = entry.original.path.join(&photo.file.id) else { continue };
            if let Some(picture) = self.story_picture(entry, photo, words) {
                pictures.push(Pictured {
                    picture: Some(picture),
                    caption: words.caption.clone(),
                    // Of an anonymous story, that is most likely who tells it.
                    by: photo
                        .by
                        .as_ref()
                        .filter(|_| !is_anonymous)
                        .map(|by| self.face(&by.id).name),
                });
            } else if self.site.unseen.get(&path) == Some(&Unseen::TakenDown)
                && pictures.iter().all(|known| known.picture.is_some())
            {
                pictures.push(Pictured { picture: None, caption: None, by: None });
            }
        }
        pictures
    }

    /// The first photo that may be shown.
    pub(crate) fn lead_picture(&self, entry: &Entry, story: &Story) -> Option<Picture> {
        let photos = story.photos.iter().zip(&self.words::<Story>(entry).photos);
        photos.into_iter().find_map(|(photo, words)| self.story_picture(entry, photo, words))
    }

    fn story_picture(&self, entry: &Entry, photo: &Photo, words: &PhotoProse) -> Option<Picture> {
        let path = entry.original.path.join(&photo.file.id)?;
        let mut picture = self.picture(&path, words.alt.as_deref(), Shown::Large)?;
        if let Some(Focus { x, y }) = photo.focus {
            let words = format!("fx{} fy{}", quarters(x), quarters(y));
            let between = if picture.classes.is_empty() { "" } else { " " };
            picture.classes = format!("{}{between}{words}", picture.classes);
        }
        Some(picture)
    }
}

/// The nearest of the five steps for which the style sheet has a class.
fn quarters(percent: u8) -> u8 {
    (percent + 12) / 25
}

/// The classes that the style sheet has for a tone.
fn tone_classes(tone: Tone) -> String {
    format!("tone tl{} tc{} th{}", tone.lightness, tone.chroma, tone.hue)
}
