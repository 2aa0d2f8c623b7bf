//! Photos made by hand: turned, noted upon, transparent, spoilt.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, RgbImage, RgbaImage};
use proptest::prelude::*;

use super::*;
use crate::base::{PictureFormat, RenditionFormat};
use crate::picture::header;

const RED: [u8; 3] = [200, 30, 30];
const GREEN: [u8; 3] = [30, 160, 40];
const BLUE: [u8; 3] = [40, 60, 190];
const WHITE: [u8; 3] = [240, 240, 235];

/// Four fields of colour: upper left, upper right, lower left, lower right.
fn fields(width: u32, height: u32, colours: [[u8; 3]; 4]) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let at = usize::from(x >= width / 2) + 2 * usize::from(y >= height / 2);
        image::Rgb(colours[at])
    })
}

fn jpeg(picture: &RgbImage, exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif).expect("room for EXIF");
    }
    encoder
        .write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .expect("a JPEG");
    bytes
}

fn in_format(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    picture.write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// EXIF as a phone writes it, with a turn and a place.
fn exif(turn: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend(b"\x12\x01\x03\0\x01\0\0\0");
    tiff.extend([turn, 0, 0, 0]);
    tiff.extend(b"\x0f\x01\x02\0\x10\0\0\0\x26\0\0\0\0\0\0\0GPS 55.47N 8.45E");
    tiff
}

fn webp(width: u32, height: u32) -> Rendition {
    Rendition { format: RenditionFormat::Webp, width, height }
}

fn shown(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).expect("what was developed can be shown").into_rgb8()
}

fn corners(picture: &RgbImage) -> [[u8; 3]; 4] {
    let (right, down) = (picture.width() * 3 / 4, picture.height() * 3 / 4);
    let (left, up) = (picture.width() / 4, picture.height() / 4);
    [(left, up), (right, up), (left, down), (right, down)].map(|(x, y)| picture.get_pixel(x, y).0)
}

fn near(one: [u8; 3], other: [u8; 3]) -> bool {
    one.iter().zip(other).all(|(one, other)| one.abs_diff(other) <= 12)
}

#[test]
fn photos_stand_upright_whatever_way_the_camera_was_held() {
    let [a, b, c, d] = [RED, GREEN, BLUE, WHITE];
    let turns = [
        (1, [a, b, c, d]),
        (2, [b, a, d, c]),
        (3, [d, c, b, a]),
        (4, [c, d, a, b]),
        (5, [a, c, b, d]),
        (6, [c, a, d, b]),
        (7, [d, b, c, a]),
        (8, [b, d, a, c]),
    ];
    for (turn, upright) in turns {
        let bytes = jpeg(&fields(160, 120, [a, b, c, d]), Some(exif(turn)));
        let facts = header(&bytes).expect("a photo");
        let sides = if turn >= 5 { (120, 160) } else { (160, 120) };
        assert_eq!((facts.width, facts.height), sides, "turn {turn}");
        let size = webp(sides.0 / 2, sides.1 / 2);
        let developed = develop(&bytes, &[size]).expect("a photo");
        let picture = shown(&developed.prints[0]);
        assert_eq!(picture.dimensions(), (size.width, size.height));
        for (found, wanted) in corners(&picture).into_iter().zip(upright) {
            assert!(near(found, wanted), "turn {turn}: {found:?}, not {wanted:?}");
        }
    }
}

#[test]
fn every_rendition_has_the_size_and_notation_that_was_asked_for() {
    let bytes = jpeg(&fields(400, 300, [RED, GREEN, BLUE, WHITE]), None);
    let asked = [
        Rendition { format: RenditionFormat::Jpeg, width: 200, height: 150 },
        webp(100, 75),
        Rendition { format: RenditionFormat::Png, width: 200, height: 150 },
        webp(400, 300),
    ];
    let prints = develop(&bytes, &asked).expect("a photo").prints;
    assert_eq!(prints.len(), asked.len());
    for at in [0, 1, 2, 3] {
        assert_eq!(shown(&prints[at]).dimensions(), (asked[at].width, asked[at].height));
    }
    let formats = [0, 1, 2].map(|at| header(&prints[at]).expect("a picture").format);
    assert_eq!(formats, [PictureFormat::Jpeg, PictureFormat::Webp, PictureFormat::Png]);
}

#[test]
#[cfg(feature = "avif")]
fn avif_has_the_size_that_was_asked_for() {
    let bytes = jpeg(&fields(400, 300, [RED, GREEN, BLUE, WHITE]), None);
    let asked = [Rendition { format: RenditionFormat::Avif, width: 64, height: 48 }];
    let prints = develop(&bytes, &asked).expect("a photo").prints;
    assert!(prints[0][4..12] == *b"ftypavif", "an AVIF picture");
    let size = b"ispe\0\0\0\0\0\0\0\x40\0\0\0\x30";
    assert!(contains(&prints[0], size), "the box that holds its sides");
}

#[test]
fn nothing_that_a_camera_noted_is_left() {
    let picture = fields(80, 60, [RED, GREEN, BLUE, WHITE]);
    let bytes = jpeg(&picture, Some(exif(6)));
    assert!(contains(&bytes, b"GPS 55.47N"));
    let formats = [RenditionFormat::Webp, RenditionFormat::Jpeg, RenditionFormat::Png];
    let asked = formats.map(|format| Rendition { format, width: 30, height: 40 });
    for print in develop(&bytes, &asked).expect("a photo").prints {
        for mark in [&b"GPS"[..], b"Exif", b"EXIF", b"II*\0", b"ICC"] {
            assert!(!contains(&print, mark), "{}", String::from_utf8_lossy(mark));
        }
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn colours_of_other_profiles_become_those_of_every_screen() {
    let picture = fields(64, 64, [[200, 60, 40]; 4]);
    let profile = moxcms::ColorProfile::new_display_p3().encode().expect("a profile");
    let mut bytes = vec![];
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_icc_profile(profile).expect("PNG holds profiles");
    encoder.write_image(&picture, 64, 64, ExtendedColorType::Rgb8).expect("a PNG");
    let developed = develop(&bytes, &[webp(32, 32)]).expect("a picture");
    let colour = shown(&developed.prints[0]).get_pixel(16, 16).0;
    // CSS Color 4: color(display-p3 0.784 0.235 0.157) is rgb(217, 47, 27).
    assert!(near(colour, [217, 47, 27]), "{colour:?}");
}

#[test]
fn a_tone_does_not_depend_on_what_else_is_made() {
    let bytes = jpeg(&fields(400, 300, [BLUE; 4]), Some(exif(6)));
    let alone = develop(&bytes, &[]).expect("a photo");
    let with = develop(&bytes, &[webp(30, 40), webp(150, 200)]).expect("a photo");
    assert!(alone.prints.is_empty() && alone.facts.tone.is_some());
    assert_eq!(alone.facts, with.facts);
}

#[test]
fn transparency_is_kept() {
    let picture = RgbaImage::from_fn(60, 40, |x, _| image::Rgba([200, 30, 30, x as u8 * 4]));
    let bytes = in_format(&picture.into(), ImageFormat::Png);
    let asked = [webp(30, 20), Rendition { format: RenditionFormat::Png, width: 30, height: 20 }];
    let developed = develop(&bytes, &asked).expect("a picture");
    assert_eq!(developed.facts.tone, None);
    for print in developed.prints {
        let picture = image::load_from_memory(&print).expect("a picture").into_rgba8();
        assert!(picture.get_pixel(1, 1).0[3] < 40 && picture.get_pixel(28, 1).0[3] > 200);
    }
}

#[test]
fn drawings_keep_their_even_areas() {
    let picture = fields(80, 60, [RED, GREEN, BLUE, WHITE]);
    let bytes = in_format(&picture.into(), ImageFormat::Png);
    let developed = develop(&bytes, &[webp(80, 60)]).expect("a picture");
    assert_eq!(corners(&shown(&developed.prints[0])), [RED, GREEN, BLUE, WHITE]);
}

#[test]
fn other_picture_formats_are_read() {
    let picture = fields(64, 48, [RED, GREEN, BLUE, WHITE]);
    let heic = heifer::encode_rgb8(64, 48, &picture, &heifer::EncodeOptions::default());
    let deep = DynamicImage::from(picture.clone()).into_rgb16();
    let pictures = [
        (PictureFormat::Gif, in_format(&DynamicImage::from(picture.clone()), ImageFormat::Gif)),
        (PictureFormat::Webp, in_format(&DynamicImage::from(picture), ImageFormat::WebP)),
        (PictureFormat::Heic, heic.expect("a HEIC photo")),
        (PictureFormat::Png, in_format(&deep.into(), ImageFormat::Png)),
    ];
    for (format, bytes) in pictures {
        let facts = header(&bytes).expect("a picture");
        assert_eq!((facts.format, facts.width, facts.height), (format, 64, 48));
        assert_eq!(facts.is_deep, format == PictureFormat::Png);
        let developed = develop(&bytes, &[webp(32, 24)]).expect("a picture");
        let colours = corners(&shown(&developed.prints[0]));
        for (found, wanted) in colours.into_iter().zip([RED, GREEN, BLUE, WHITE]) {
            assert!(near(found, wanted), "{format:?}: {found:?}, not {wanted:?}");
        }
    }
}

#[test]
fn an_animation_is_shown_by_its_first_frame() {
    let mut bytes = vec![];
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for colour in [RED, BLUE] {
        let frame: RgbaImage = DynamicImage::from(fields(20, 20, [colour; 4])).into_rgba8();
        encoder.encode_frame(image::Frame::new(frame)).expect("a frame");
    }
    drop(encoder);
    assert!(header(&bytes).expect("a GIF").moves);
    let developed = develop(&bytes, &[webp(10, 10)]).expect("a picture");
    assert!(near(shown(&developed.prints[0]).get_pixel(5, 5).0, RED));
}

#[test]
fn a_picture_that_cannot_be_decoded_is_reported_in_a_sentence() {
    let whole = in_format(&fields(80, 60, [RED, GREEN, BLUE, WHITE]).into(), ImageFormat::Png);
    // The header and the end are sound; what lies between is not.
    let mut spoilt = whole.clone();
    let pixels = whole.windows(4).position(|it| it == b"IDAT").expect("pixels") + 4;
    spoilt[pixels..pixels + 20].fill(0xFF);
    assert!(header(&spoilt).is_ok());
    let fault = develop(&spoilt, &[]).expect_err("no pixels");
    assert!(fault.contains("damaged"), "{fault}");
}

#[test]
fn a_picture_for_printing_is_reported_as_such() {
    let frame = b"\xff\xd8\xff\xc0\0\x14\x08\0\x10\0\x10\x04";
    let bytes = [frame.as_slice(), &[0; 12], b"\xff\xd9"].concat();
    let fault = header(&bytes).expect_err("no colours of screens");
    assert!(fault.contains("printing"), "{fault}");
}

#[test]
fn a_photo_of_endless_scans_is_refused_before_it_is_decoded() {
    let photo = jpeg(&fields(16, 16, [RED; 4]), None);
    let scan = photo.windows(2).position(|it| it == b"\xff\xda").expect("a scan");
    let (front, scans) = photo[..photo.len() - 2].split_at(scan);
    let bytes = [front, &scans.repeat(101), b"\xff\xd9"].concat();
    let fault = header(&bytes).expect_err("too many scans");
    assert!(fault.contains("too long"), "{fault}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_panic(
        which in 0..4usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let picture = DynamicImage::from(fields(24, 16, [RED, GREEN, BLUE, WHITE]));
        let formats = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP];
        let mut bytes = in_format(&picture, formats[which]);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Ok(developed) = develop(&bytes, &[webp(12, 8)]) {
            prop_assert_eq!(shown(&developed.prints[0]).dimensions(), (12, 8));
        }
    }
}
