//! Pictures as pages show them: every size that there is, and what stands there until one comes.

use serde::Serialize;

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
