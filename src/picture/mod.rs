//! Pictures, videos, sound files and documents as bytes: reads the header of a picture, removes
//! metadata that says where, when and with what a file was made, makes photos in the sizes that
//! readers get, and finds what documents reveal.
//!
//! Faults are sentences for authors, without a full stop. What `header` accepts, `clean` accepts:
//! both walk through the whole file, and neither decodes a pixel.

mod develop;
mod exif;
mod gif;
mod heic;
mod jpeg;
mod notes;
mod offer;
mod paper;
mod png;
mod reader;
mod recording;
mod svg;
#[cfg(test)]
mod tests;
mod webp;

use crate::base::{Flaw, Hash, Picture, PictureFormat};
use exif::Orientation;

pub(crate) use develop::{EDITION, cost, develop, develop_with_draft};
pub use offer::Offer;
pub use paper::look_into;
pub(crate) use paper::{Searched, searched, words_of};
pub(crate) use recording::RECORDING_EDITION;
pub use recording::clean_recording;
pub(crate) use svg::DRAWING;

/// Pixels a side: more than any screen shows.
pub(crate) const LARGEST_SIDE: u32 = 12_000;

/// Pixels in all: what the largest cameras of phones take, and little enough to be decoded anywhere.
pub(crate) const MOST_PIXELS: u64 = 51_000_000;

/// Raised whenever `clean` writes other bytes than before, so that what is published is renewed.
pub(crate) const CLEAN_EDITION: u32 = 4;

/// What the picture is, by its bytes and not by its name.
pub fn header(bytes: &[u8]) -> Result<Picture, String> {
    let (format, walked) = walk(bytes)?;
    let Walked { width, height, moves, is_deep, .. } = walked;
    Ok(Picture { format, width, height, hash: Hash::of(bytes), moves, is_deep })
}

/// The same pixels, colours and turn, without metadata; nothing is decoded, nothing is lost. Not
/// for HEIC, which browsers cannot show.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, String> {
    match walk(bytes)? {
        (PictureFormat::Heic, _) => Err("browsers cannot show HEIC: save it as JPEG".into()),
        (_, walked) => Ok(walked.clean),
    }
}

/// A font of a look, which is published unchanged.
pub(crate) fn check_font(bytes: &[u8]) -> Result<(), Flaw> {
    if bytes.starts_with(b"wOF2") { Ok(()) } else { Err(other_kind(bytes)) }
}

/// The flaw of a text that is a document of another program, under another name.
pub(crate) fn check_text(bytes: &[u8]) -> Result<(), Flaw> {
    const REMEDY: &str = "Open it in the program that made it, copy the words, and save them as \
                          plain text (UTF-8) under this name";
    let is_of_a_program = bytes.starts_with(b"%PDF-")
        || bytes.starts_with(b"{\\rtf")
        || bytes.contains(&0) && !bytes.starts_with(b"\xFF\xFE") && !bytes.starts_with(b"\xFE\xFF");
    match offer::named(bytes).filter(|_| is_of_a_program) {
        Some((is, _)) => Err(Flaw::OtherKind { is: Some(is), remedy: REMEDY }),
        None => Ok(()),
    }
}

/// The flaw of a file whose bytes are of another kind than its ending says.
fn other_kind(bytes: &[u8]) -> Flaw {
    const UNKNOWN: &str = "Save it again in the program that made it, or rename it with the ending \
                           of its own kind";
    match offer::named(bytes) {
        _ if bytes.is_empty() => {
            Flaw::OtherKind { is: Some("an empty file"), remedy: "Copy it again" }
        }
        _ if ["---", "\u{feff}---"].iter().any(|begin| bytes.starts_with(begin.as_bytes())) => {
            Flaw::OtherKind {
                is: Some("a text with fields"),
                remedy: "Rename it with the ending .md, if readers should see it",
            }
        }
        Some((is, remedy)) => Flaw::OtherKind { is: Some(is), remedy },
        None => Flaw::OtherKind { is: None, remedy: UNKNOWN },
    }
}

/// A picture that was read from its first byte to its last.
struct Walked {
    /// Pixels as shown.
    width: u32,
    height: u32,
    turn: Orientation,
    moves: bool,
    is_deep: bool,
    /// The same picture without metadata.
    clean: Vec<u8>,
}

impl Walked {
    /// An upright picture of one frame.
    fn still(width: u32, height: u32, clean: Vec<u8>) -> Walked {
        let turn = Orientation::AS_IT_LIES;
        Walked { width, height, turn, moves: false, is_deep: false, clean }
    }
}

const DAMAGED: &str = "the file is damaged: save it again in the program that made it";

fn walk(bytes: &[u8]) -> Result<(PictureFormat, Walked), String> {
    // In smaller files, no length can overflow its field.
    if bytes.len() > 1 << 30 {
        return Err("the file is too large: make the picture smaller".into());
    }
    let format = recognise(bytes)?;
    let walked = match format {
        PictureFormat::Jpeg => jpeg::walk(bytes),
        PictureFormat::Png => png::walk(bytes),
        PictureFormat::Gif => gif::walk(bytes),
        PictureFormat::Webp => webp::walk(bytes),
        PictureFormat::Heic => heic::walk(bytes),
        PictureFormat::Svg => svg::walk(bytes),
    }?;
    let Walked { width, height, .. } = walked;
    if width == 0 || height == 0 {
        return Err(DAMAGED.into());
    }
    if width > LARGEST_SIDE || height > LARGEST_SIDE {
        return Err(format!(
            "the picture is too large ({width} × {height} pixels): make it {LARGEST_SIDE} pixels \
             or less on each side"
        ));
    }
    if format != PictureFormat::Svg && u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(format!(
            "the picture is too large ({width} × {height} pixels): make it {} million pixels or \
             less",
            MOST_PIXELS / 1_000_000
        ));
    }
    Ok((format, walked))
}

fn recognise(bytes: &[u8]) -> Result<PictureFormat, String> {
    match bytes {
        [] => Err("the file is empty: copy it again".into()),
        [0xFF, 0xD8, 0xFF, ..] => Ok(PictureFormat::Jpeg),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(PictureFormat::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(PictureFormat::Webp),
        _ if bytes.starts_with(png::SIGNATURE) => Ok(PictureFormat::Png),
        _ if heic::is_heic(bytes) => Ok(PictureFormat::Heic),
        _ if svg::is_svg(bytes) => Ok(PictureFormat::Svg),
        _ => Err(foreign(bytes)),
    }
}

/// The message for a file of a kind that is not supported.
fn foreign(bytes: &[u8]) -> String {
    let advice = match bytes {
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.get(..4) {
            Some(b"avif" | b"avis") => "this is an AVIF picture: save it as JPEG or WebP",
            Some(b"hevc" | b"hevx" | b"msf1") => {
                "this is a video from a phone, not a photo: save one of its pictures as JPEG"
            }
            _ => "this is a video, not a picture",
        },
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => {
            "this is a TIFF or raw photo, which browsers cannot show: save it as JPEG"
        }
        [b'B', b'M', ..] => "this is a BMP picture: save it as PNG",
        [b'%', b'P', b'D', b'F', ..] => "this is a PDF, not a picture: save its page as PNG",
        [0xFF, 0x0A, ..] | [0, 0, 0, 0x0C, b'J', b'X', b'L', b' ', ..] => {
            "this is a JPEG XL picture, which many browsers cannot show: save it as JPEG"
        }
        _ if bytes.starts_with(b"version https://git-lfs.") => {
            "it was not fetched, and only a pointer of Git LFS lies here: run git lfs pull, and let \
             the jobs of your forge fetch such files too"
        }
        [0x1F, 0x8B, ..] => "this file is compressed: save the picture as plain SVG",
        _ => "this is not a picture that browsers can show: save it as JPEG, PNG, WebP or SVG",
    };
    advice.into()
}
