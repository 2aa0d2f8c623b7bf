//! Decodes a file to pixels, or says what is wrong and what to do.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, Limits};

use super::Pixels;
use super::cost::may_be_drawn;
use crate::base::PictureFormat;
use crate::picture::exif::Orientation;
use crate::picture::{DAMAGED, LARGEST_SIDE, MOST_PIXELS, Walked, heic, walk};

/// Bytes that the pixels of one file may take before they are made eight bits a colour.
const MOST_BYTES: u64 = 256 << 20;

/// Bytes of a colour profile: those of cameras and screens have some thousand.
const LARGEST_PROFILE: usize = 4 << 20;
/// Bytes that a PNG may take beside its pixels.
const MOST_BESIDE: u64 = 16 << 20;

/// A photo as it was taken.
pub(super) struct Negative {
    pub(super) pixels: Pixels,
    /// An ICC profile of other colours than sRGB's.
    pub(super) profile: Option<Vec<u8>>,
    pub(super) turn: Orientation,
    /// Whether it has the even areas of a drawing or a screen, which lossy formats smear.
    pub(super) is_drawn: bool,
}

/// Everything is walked through before it is decoded. A decoder that stumbles over a hostile file
/// is this file's fault, and stops nothing else.
pub(super) fn decode(bytes: &[u8]) -> Result<Negative, String> {
    let (format, Walked { turn, clean, .. }) = walk(bytes)?;
    // Notes in a PNG can be as long as they like: the cleaned copy has none. Of others it would only
    // lie beside the pixels.
    let clean = (format == PictureFormat::Png).then_some(clean);
    let bytes = clean.as_deref().unwrap_or(bytes);
    let decoded = catch_unwind(AssertUnwindSafe(|| match format {
        PictureFormat::Jpeg => raster(JpegDecoder::new(Cursor::new(bytes))),
        PictureFormat::Png => {
            // What is not pixels is written packed, and could be anything unpacked.
            let mut small = limits();
            small.max_alloc = Some(MOST_BESIDE);
            raster(PngDecoder::with_limits(Cursor::new(bytes), small))
        }
        PictureFormat::Gif => raster(GifDecoder::new(Cursor::new(bytes))),
        PictureFormat::Webp => raster(WebPDecoder::new(Cursor::new(bytes))),
        PictureFormat::Heic => of_phone(bytes),
        PictureFormat::Svg => Err("a drawing has no pixels".into()),
    }));
    let (pixels, profile) = decoded.unwrap_or_else(|_| Err(DAMAGED.into()))?;
    let is_drawn = may_be_drawn(format) && has_even_areas(&pixels);
    Ok(Negative { pixels, profile, turn, is_drawn })
}

type Raster = Result<(Pixels, Option<Vec<u8>>), String>;

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_BYTES);
    limits
}

fn raster<D: ImageDecoder>(decoder: ImageResult<D>) -> Raster {
    let mut decoder = decoder.map_err(|error| fault(&error))?;
    if decoder.total_bytes() > MOST_BYTES {
        return Err("the picture needs too much memory: save it as JPEG".into());
    }
    decoder.set_limits(limits()).map_err(|error| fault(&error))?;
    let profile = decoder.icc_profile().ok().flatten();
    let profile = profile.filter(|profile| profile.len() <= LARGEST_PROFILE);
    let image = DynamicImage::from_decoder(decoder).map_err(|error| fault(&error))?;
    let (width, height) = (image.width(), image.height());
    let is_clear = image.color().has_alpha();
    let data = match is_clear {
        true => image.into_rgba8().into_raw(),
        false => image.into_rgb8().into_raw(),
    };
    Ok((Pixels { width, height, is_clear, data }.without_empty_transparency(), profile))
}

/// What a decoder gave up at.
fn fault(error: &ImageError) -> &'static str {
    match error {
        ImageError::Limits(_) => {
            "something in it, such as its colour profile, needs too much memory: save it again \
             without that"
        }
        _ => DAMAGED,
    }
}

/// A photo of an iPhone. The decoder turns it and gives sRGB.
fn of_phone(bytes: &[u8]) -> Raster {
    let options = heifer::Options { max_threads: 1, max_pixels: MOST_PIXELS };
    let image = heifer::decode_srgb_rgba8(bytes, &options).map_err(|_| heic::UNREADABLE)?;
    let heifer::Image { width, height, data, .. } = image;
    Ok((Pixels { width, height, is_clear: true, data }.without_empty_transparency(), None))
}

impl Pixels {
    /// A photo with an alpha channel that hides nothing is treated as opaque.
    fn without_empty_transparency(mut self) -> Pixels {
        if !self.is_clear || self.data.chunks_exact(4).any(|pixel| pixel[3] < u8::MAX) {
            return self;
        }
        // In place: a second copy of a large photo would be the most that it ever takes.
        let count = self.data.len() / 4;
        for at in 1..count {
            self.data.copy_within(4 * at..4 * at + 3, 3 * at);
        }
        self.data.truncate(3 * count);
        self.is_clear = false;
        self
    }
}

/// Whether most neighbours are exactly alike: in photos hardly any are.
fn has_even_areas(pixels: &Pixels) -> bool {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let rows = (0..height).step_by(height.div_ceil(64));
    let (mut alike, mut all) = (0_usize, 0_usize);
    for y in rows {
        for x in 1..width {
            alike += usize::from(pixels.at(x - 1, y) == pixels.at(x, y));
            all += 1;
        }
    }
    alike * 2 > all
}
