//! Encodes pixels as a file.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use webp::{PixelLayout, WebPConfig};

use super::Pixels;
use crate::base::RenditionFormat;

/// Quality from 0 to 100. Above this, photos get larger but not visibly better.
const WEBP_QUALITY: f32 = 78.0;
const DRAFT_QUALITY: f32 = 30.0;
const JPEG_QUALITY: u8 = 80;
#[cfg(feature = "avif")]
const AVIF_QUALITY: f32 = 62.0;
/// 1 to 10, the quickest: a step less takes twice as long and saves a tenth.
#[cfg(feature = "avif")]
const AVIF_SPEED: u8 = 8;

pub(super) fn encode(
    pixels: &Pixels,
    format: RenditionFormat,
    is_drawn: bool,
) -> Result<Vec<u8>, String> {
    match format {
        RenditionFormat::Webp => webp(pixels, is_drawn),
        RenditionFormat::Avif => avif(pixels),
        RenditionFormat::Jpeg => jpeg(pixels),
        RenditionFormat::Png => png(pixels),
    }
}

/// The same notation, rough and quick; AVIF takes too long for that and comes as WebP, which
/// browsers know by its bytes.
pub(super) fn draft(pixels: &Pixels, format: RenditionFormat) -> Result<Vec<u8>, String> {
    match format {
        RenditionFormat::Webp | RenditionFormat::Avif => {
            let mut config = webp_config()?;
            config.quality = DRAFT_QUALITY;
            config.method = 0;
            webp_as(pixels, &config)
        }
        RenditionFormat::Jpeg => jpeg(pixels),
        RenditionFormat::Png => png(pixels),
    }
}

const CANNOT: &str = "it cannot be converted for readers: save it again as JPEG";

fn webp(pixels: &Pixels, is_drawn: bool) -> Result<Vec<u8>, String> {
    let mut config = webp_config()?;
    config.quality = WEBP_QUALITY;
    config.lossless = i32::from(is_drawn);
    webp_as(pixels, &config)
}

fn webp_config() -> Result<WebPConfig, String> {
    WebPConfig::new().map_err(|()| CANNOT.into())
}

fn webp_as(pixels: &Pixels, config: &WebPConfig) -> Result<Vec<u8>, String> {
    let layout = if pixels.is_clear { PixelLayout::Rgba } else { PixelLayout::Rgb };
    let encoder = webp::Encoder::new(&pixels.data, layout, pixels.width, pixels.height);
    let bytes = encoder.encode_advanced(config).map_err(|_| CANNOT)?;
    Ok(bytes.to_vec())
}

/// Without its encoder, no page asks for it (`RenditionFormat::MAKES_AVIF`).
#[cfg(not(feature = "avif"))]
fn avif(_: &Pixels) -> Result<Vec<u8>, String> {
    Err(CANNOT.into())
}

#[cfg(feature = "avif")]
fn avif(pixels: &Pixels) -> Result<Vec<u8>, String> {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let encoder = ravif::Encoder::new()
        .with_quality(AVIF_QUALITY)
        .with_alpha_quality(AVIF_QUALITY)
        .with_speed(AVIF_SPEED)
        // The photos of a site are made side by side already.
        .with_num_threads(Some(1));
    let encoded = match pixels.is_clear {
        true => {
            let colours: Vec<_> = pixels.data.chunks_exact(4).map(rgba).collect();
            encoder.encode_rgba(ravif::Img::new(&colours, width, height))
        }
        false => {
            let colours: Vec<_> = pixels.data.chunks_exact(3).map(rgb).collect();
            encoder.encode_rgb(ravif::Img::new(&colours, width, height))
        }
    };
    encoded.map(|encoded| encoded.avif_file).map_err(|_| CANNOT.into())
}

#[cfg(feature = "avif")]
fn rgb(pixel: &[u8]) -> ravif::RGB8 {
    ravif::RGB8::new(pixel[0], pixel[1], pixel[2])
}

#[cfg(feature = "avif")]
fn rgba(pixel: &[u8]) -> ravif::RGBA8 {
    ravif::RGBA8::new(pixel[0], pixel[1], pixel[2], pixel[3])
}

fn jpeg(pixels: &Pixels) -> Result<Vec<u8>, String> {
    let mut bytes = vec![];
    JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)
        .write_image(&pixels.opaque(), pixels.width, pixels.height, ExtendedColorType::Rgb8)
        .map_err(|_| CANNOT)?;
    Ok(bytes)
}

fn png(pixels: &Pixels) -> Result<Vec<u8>, String> {
    let kind = if pixels.is_clear { ExtendedColorType::Rgba8 } else { ExtendedColorType::Rgb8 };
    let mut bytes = vec![];
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive)
        .write_image(&pixels.data, pixels.width, pixels.height, kind)
        .map_err(|_| CANNOT)?;
    Ok(bytes)
}
