//! What is known of a picture: what the file is, and what readers get.

use super::Hash;
use super::media_type;

/// What a picture's file says of itself, before a pixel of it is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    pub format: PictureFormat,
    /// In pixels, as shown: width and height are swapped if the photo is turned.
    pub width: u32,
    pub height: u32,
    /// The hash of the original file.
    pub hash: Hash,
    /// Whether it has more than one frame. Readers get the first.
    pub moves: bool,
    /// Whether it has sixteen bits per colour. Readers get eight.
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

/// One published version of a photo: one size in one format.
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

/// What is known of a photo once its pixels were decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PixelFacts {
    /// The colour shown until the photo has loaded; none if the photo is transparent.
    pub tone: Option<Tone>,
    /// A hash of the pixels alone, so that copies are recognised in other files and in other
    /// orientations.
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
    /// The angle in the circle of colours, starting at red.
    pub hue: u8,
}

impl Tone {
    pub(crate) const LIGHTNESSES: u8 = 9;
    pub(crate) const CHROMAS: u8 = 5;
    pub(crate) const HUES: u8 = 12;
    /// OKLCH chroma a step.
    pub(crate) const CHROMA_STEP: f64 = 0.03;
}
