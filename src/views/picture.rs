//! Pictures as pages show them: every size that there is, and what stands there until one comes.

use serde::Serialize;

use super::scene::Scene;
use crate::base::{Picture as Facts, Rendition, RenditionFormat, SourcePath, Tone};
use crate::document::kinds::story::{Focus, Photo, Story};
use crate::site::consent::Unseen;
use crate::site::renditions::{self, Shown};
use crate::site::{Entry, Media};

/// What templates know of a picture.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Picture {
    /// What everything can show, and its size in pixels.
    pub(crate) src: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) alt: String,
    pub(crate) decorative: bool,
    pub(crate) aspect: Aspect,
    /// Classes of the style sheet: what it looks like from afar, what must not be cut off.
    pub(crate) classes: String,
    /// The same in the notation of `src`, where there is more than one size of it.
    pub(crate) versions: Vec<Version>,
    /// The same in newer notations, the preferred first.
    pub(crate) sources: Vec<Source>,
    /// The widest there is.
    pub(crate) full: String,
}

/// One notation of a picture.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Source {
    pub(crate) media_type: &'static str,
    /// From narrow to wide.
    pub(crate) versions: Vec<Version>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Version {
    pub(crate) src: String,
    pub(crate) width: u32,
}

/// How its sides relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Aspect {
    Wide,
    Square,
    Tall,
    Panorama,
}

/// A photo of a story: shown, or a sentence in its place.
#[derive(Serialize)]
pub(crate) struct Pictured {
    /// `None` where somebody in it does not want to be seen.
    pub(crate) picture: Option<Picture>,
    pub(crate) caption: Option<String>,
    pub(crate) by: Option<String>,
}

impl Aspect {
    fn of(width: u32, height: u32) -> Aspect {
        let (width, height) = (u64::from(width), u64::from(height));
        match () {
            () if width * 10 >= height * 22 => Aspect::Panorama,
            () if width * 10 >= height * 12 => Aspect::Wide,
            () if height * 10 >= width * 12 => Aspect::Tall,
            () => Aspect::Square,
        }
    }
}

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
        let decorative = matches!(alt, None | Some("decorative" | ""));
        let renditions = renditions::renditions(facts, shown, &self.site.config);
        let address = |rendition: &Rendition| {
            renditions::address(path, facts, *rendition).as_str().to_owned()
        };
        let shown = renditions::fallback(&renditions);
        let (src, width, height) = match &shown {
            Some(shown) => (address(shown), shown.width, shown.height),
            None => {
                let src = Media::Picture(*facts).address(path);
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
        Some(Picture {
            full,
            src,
            width,
            height,
            alt: if decorative { String::new() } else { alt.unwrap_or_default().to_owned() },
            decorative,
            aspect: Aspect::of(facts.width, facts.height),
            classes: self.tone(facts).map(tone_classes).unwrap_or_default(),
            versions,
            sources,
        })
    }

    fn tone(&self, facts: &Facts) -> Option<Tone> {
        self.context.tones.get(&facts.hash).copied().flatten()
    }

    /// A story's photos, in their order: those that may be seen, and one place for all that may
    /// not be seen any more.
    pub(crate) fn story_pictures(&self, entry: &Entry, story: &Story) -> Vec<Pictured> {
        let mut pictures: Vec<Pictured> = vec![];
        for photo in &story.photos {
            let Some(path) = entry.original.source.path.join(&photo.file.id) else { continue };
            if let Some(picture) = self.story_picture(entry, photo) {
                pictures.push(Pictured {
                    picture: Some(picture),
                    caption: photo.caption.clone(),
                    by: photo.by.as_ref().map(|by| self.face(&by.id).name),
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
        story.photos.iter().find_map(|photo| self.story_picture(entry, photo))
    }

    fn story_picture(&self, entry: &Entry, photo: &Photo) -> Option<Picture> {
        let path = entry.original.source.path.join(&photo.file.id)?;
        let mut picture = self.picture(&path, photo.alt.as_deref(), Shown::Large)?;
        if let Some(Focus { x, y }) = photo.focus {
            let words = format!("fx{} fy{}", quarters(x), quarters(y));
            let between = if picture.classes.is_empty() { "" } else { " " };
            picture.classes = format!("{}{between}{words}", picture.classes);
        }
        Some(picture)
    }
}

/// The nearest of the five steps that the style sheet knows.
fn quarters(percent: u8) -> u8 {
    (percent + 12) / 25
}

/// The classes by which the style sheet knows a tone.
fn tone_classes(tone: Tone) -> String {
    format!("tone tl{} tc{} th{}", tone.lightness, tone.chroma, tone.hue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_what_one_would_call_them() {
        let cases = [
            ((4000, 3000), Aspect::Wide),
            ((3000, 4000), Aspect::Tall),
            ((1000, 1000), Aspect::Square),
            ((1100, 1000), Aspect::Square),
            ((12_000, 2_000), Aspect::Panorama),
            ((1920, 1080), Aspect::Wide),
        ];
        for ((width, height), form) in cases {
            assert_eq!(Aspect::of(width, height), form, "{width} × {height}");
        }
    }
}
