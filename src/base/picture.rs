//! Pictures by what is known of them: what the file is, and what readers get of it.

use super::Hash;
use super::media_type;

/// What a picture's file says of itself, before a pixel of it is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    pub format: PictureFormat,
    /// Pixels, as shown: a turned photo's sides are exchanged.
    pub width: u32,
    pub height: u32,
    /// Of the file as it stands.
    pub hash: Hash,
    /// More than one frame: readers get the first.
    pub moves: bool,
    /// Sixteen bits a colour: readers get eight.
    pub is_deep: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    Jpeg,
    Png,
    Gif,
    Webp,
    Heic,
    Svg,
}

/// One size of a photo in one notation: what is published of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rendition {
    pub format: RenditionFormat,
    /// Pixels.
    pub width: u32,
    pub height: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RenditionFormat {
    Avif,
    Webp,
    Jpeg,
    Png,
}

impl RenditionFormat {
    /// Whether this program was built with an encoder of AVIF.
    pub(crate) const MAKES_AVIF: bool = cfg!(feature = "avif");

    pub(crate) fn ending(self) -> &'static str {
        match self {
            RenditionFormat::Avif => "avif",
            RenditionFormat::Webp => "webp",
            RenditionFormat::Jpeg => "jpg",
            RenditionFormat::Png => "png",
        }
    }

    pub(crate) fn media_type(self) -> &'static str {
        media_type::of(self.ending())
    }
}

/// What the pixels of a photo tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PixelFacts {
    /// What stands there until it comes; none, if it can be seen through.
    pub tone: Option<Tone>,
    /// Of the pixels alone, whatever the file is and whichever way they are turned: files of the
    /// same pixels show the same picture.
    pub pixels: Hash,
}

/// One colour that stands for a photo, in steps of the OKLCH space, so that a style sheet can know
/// all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// From black, 0, to white.
    pub lightness: u8,
    /// From grey, 0, to vivid.
    pub chroma: u8,
    /// Around the circle, from red.
    pub hue: u8,
}

impl Tone {
    pub(crate) const LIGHTNESSES: u8 = 9;
    pub(crate) const CHROMAS: u8 = 5;
    pub(crate) const HUES: u8 = 12;
    /// OKLCH chroma a step.
    pub(crate) const CHROMA_STEP: f64 = 0.03;
}
