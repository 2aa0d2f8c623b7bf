//! Estimates how much memory a photo needs, before it is decoded.

use crate::base::{Picture, PictureFormat, Rendition, RenditionFormat};

/// Bytes that the file and its tables take, whatever the size.
const FIXED: u64 = 4 << 20;

/// Bytes at most while the photo is decoded and these renditions of it are made, one after the
/// other: an estimate from sizes and notations alone, by what the libraries were seen to take.
pub(crate) fn cost(picture: &Picture, renditions: &[Rendition]) -> u64 {
    let own = pixels(picture.width, picture.height);
    let made = |rendition: &Rendition| {
        let bytes = match rendition.format {
            // What may be a drawing is written without loss, which looks far back.
            RenditionFormat::Webp if may_be_drawn(picture.format) => 40,
            RenditionFormat::Webp => 12,
            RenditionFormat::Avif => 80,
            RenditionFormat::Jpeg | RenditionFormat::Png => 10,
        };
        pixels(rendition.width, rendition.height) * bytes
    };
    FIXED + own * decoded(picture) + renditions.iter().map(made).max().unwrap_or(0)
}

/// Bytes a pixel while it is decoded, and made eight bits a colour, and halved.
fn decoded(picture: &Picture) -> u64 {
    match picture.format {
        PictureFormat::Png if picture.is_deep => 12,
        PictureFormat::Jpeg => 4,
        PictureFormat::Png => 5,
        PictureFormat::Gif | PictureFormat::Webp => 9,
        PictureFormat::Heic => 12,
        PictureFormat::Svg => 0,
    }
}

pub(super) fn may_be_drawn(format: PictureFormat) -> bool {
    matches!(format, PictureFormat::Png | PictureFormat::Gif)
}

fn pixels(width: u32, height: u32) -> u64 {
    u64::from(width) * u64::from(height)
}
