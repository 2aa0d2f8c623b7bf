//! Pictures as pages show them: in every size that exists, and with a tone until they have loaded.

use serde::Serialize;

/// What templates get of a picture.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Picture {
    /// The version that every program can show, and its size in pixels.
    pub(crate) src: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) alt: String,
    pub(crate) decorative: bool,
    pub(crate) aspect: Aspect,
    /// How many pixels across its widest version has: it is never shown wider.
    pub(crate) widest: u32,
    /// Width and height of the whole file in pixels.
    pub(crate) pixels: [u32; 2],
    /// Whether it is a photo with so few pixels that it would be blurred on a card.
    pub(crate) is_small: bool,
    /// Classes of the style sheet: for the tone, and for the part that must not be cut off.
    pub(crate) classes: String,
    /// Versions of the same format as `src`, if there is more than one size.
    pub(crate) versions: Vec<Version>,
    /// Versions in newer formats, the preferred format first.
    pub(crate) sources: Vec<Source>,
    /// The address of the widest version.
    pub(crate) full: String,
}

impl Picture {
    /// Whether it is flatter than 2:1: it is never cut.
    pub(super) fn is_low(&self) -> bool {
        self.width > self.height * 2
    }
}

/// One format of a picture.
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

/// The relation of width to height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Aspect {
    Wide,
    Square,
    Tall,
    Panorama,
}

/// A photo of a story, or the sentence that replaces it.
#[derive(Serialize)]
pub(crate) struct Pictured {
    /// `None` where somebody in it does not want to be seen.
    pub(crate) picture: Option<Picture>,
    pub(crate) caption: Option<String>,
    pub(crate) by: Option<String>,
}

impl Aspect {
    pub(super) fn of(width: u32, height: u32) -> Aspect {
        let (width, height) = (u64::from(width), u64::from(height));
        match () {
            () if width * 10 >= height * 22 => Aspect::Panorama,
            () if width * 10 >= height * 12 => Aspect::Wide,
            () if height * 10 >= width * 12 => Aspect::Tall,
            () => Aspect::Square,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aspect_ratios_map_to_the_expected_forms() {
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
