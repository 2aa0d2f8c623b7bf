//! What is published of a photo: which sizes, in which notations, at which addresses.

use super::Media;
use crate::base::{Hash, Picture, PictureFormat, Rendition, RenditionFormat, SourcePath, UrlPath};
use crate::config::Config;
use crate::picture;

/// How large pages show a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shown {
    /// A portrait beside a name.
    Small,
    /// On a card, in a text, across a page.
    Large,
}

/// Pixels across of portraits: beside a name and on the person's own page, on sharp screens.
const SMALL: [u32; 2] = [96, 320];
/// Browsers without the newer notations, and readers of feeds, get about this width.
const FALLBACK: u32 = 800;

/// A photo's renditions, the preferred notation first, each from narrow to wide; none for drawings,
/// which have every size.
pub(crate) fn renditions(picture: &Picture, shown: Shown, config: &Config) -> Vec<Rendition> {
    let fallback = match picture.format {
        PictureFormat::Svg => return vec![],
        PictureFormat::Jpeg | PictureFormat::Heic => Some(RenditionFormat::Jpeg),
        PictureFormat::Png | PictureFormat::Gif => Some(RenditionFormat::Png),
        PictureFormat::Webp => None,
    };
    let widths = match shown {
        Shown::Small => widths(picture.width, &SMALL),
        Shown::Large => widths(picture.width, &config.picture_widths),
    };
    let rendition = |format, width: u32| {
        let height = u64::from(picture.height) * u64::from(width);
        let height = (height + u64::from(picture.width) / 2) / u64::from(picture.width.max(1));
        Rendition { format, width, height: u32::try_from(height.max(1)).unwrap_or(u32::MAX) }
    };
    let mut all = vec![];
    if config.avif {
        all.extend(widths.iter().map(|width| rendition(RenditionFormat::Avif, *width)));
    }
    all.extend(widths.iter().map(|width| rendition(RenditionFormat::Webp, *width)));
    let middle = widths.iter().copied().min_by_key(|width| width.abs_diff(FALLBACK));
    if let (Some(format), Some(width)) = (fallback, middle) {
        all.push(rendition(format, width));
    }
    all
}

/// The rendition that everything can show.
pub(crate) fn fallback(renditions: &[Rendition]) -> Option<Rendition> {
    let last = renditions.last()?;
    if last.format != RenditionFormat::Webp {
        return Some(*last);
    }
    let webp = renditions.iter().filter(|it| it.format == RenditionFormat::Webp);
    webp.min_by_key(|it| it.width.abs_diff(FALLBACK)).copied()
}

/// The widths asked for that a picture has; its own where it is narrower than the widest.
fn widths(own: u32, asked: &[u32]) -> Vec<u32> {
    let mut widths: Vec<u32> = asked.iter().copied().filter(|width| *width < own).collect();
    if widths.len() < asked.len() {
        // Of two widths that hardly differ, one is enough.
        if widths.last().is_some_and(|last| u64::from(*last) * 10 > u64::from(own) * 9) {
            widths.pop();
        }
        widths.push(own);
    }
    widths
}

/// `media/stories/2026/pump-800-0a1b2c3d4e.webp`: another photo, size or way of making it has
/// another address.
pub(super) fn address(path: &SourcePath, picture: &Picture, rendition: Rendition) -> UrlPath {
    let name = format!("{}-{}", Media::stem(path), rendition.width);
    let hash = hash(picture, rendition).short();
    UrlPath::new(&format!("{name}-{hash}.{}", rendition.format.ending()))
        .expect("slugs with a hash are inside")
}

/// Of what the rendition will be, without making it.
pub(crate) fn hash(picture: &Picture, rendition: Rendition) -> Hash {
    let Rendition { format, width, height } = rendition;
    let made = format!("{} {} {format:?} {width} {height}", picture.hash, picture::EDITION);
    Hash::of(made.as_bytes())
}

#[cfg(test)]
mod tests;
