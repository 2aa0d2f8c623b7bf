//! What a file holds, read as its role asks for.

use std::io::{BufRead, BufReader, Read};
use std::sync::Arc;

use crate::base::hash::Hasher;
use crate::base::{Content, Flaw, Hash, Role, SourcePath, Tells};
use crate::io::files::{self, ASSET_LIMIT, PlainFile};
use crate::picture::{self, Offer};

const TEXT_LIMIT: u64 = 1 << 20;
const LOOK_LIMIT: u64 = 4 << 20;

/// The content and its hash.
pub(super) fn read(path: &SourcePath, found: &PlainFile) -> Result<(Hash, Content), Flaw> {
    let extension = path.extension();
    match (Role::of(path), extension.as_str()) {
        // A drawing of a look is cleaned of scripts and private data as one of a story is.
        (Role::Look, "svg") if !is_template(path) => {
            let bytes = files::read(found, LOOK_LIMIT)?;
            let clean = picture::clean(&bytes).map_err(Flaw::BadPicture)?;
            let clean = String::from_utf8_lossy(&clean).into_owned();
            Ok((Hash::of(&bytes), Content::Text(clean.into())))
        }
        (Role::Look, "woff2") => {
            let bytes = files::read(found, LOOK_LIMIT)?;
            picture::check_font(&bytes)?;
            Ok((Hash::of(&bytes), Content::Bytes(bytes.into())))
        }
        (
            Role::Config
            | Role::Programme
            | Role::Coach
            | Role::BrandStops
            | Role::Jobs
            | Role::Document,
            _,
        )
        | (
            Role::Look,
            "css" | "ftl" | "htm" | "html" | "js" | "json" | "md" | "mjs" | "svg" | "toml" | "txt"
            | "webmanifest" | "xml",
        ) => text(found),
        (Role::Quarter, "csv") => table(found),
        (Role::Quarter, _) => text(found),
        // A photo of a look is cleaned of its place as one of a story is.
        (Role::Look, "gif" | "jpeg" | "jpg" | "png" | "webp") => {
            let bytes = files::read(found, LOOK_LIMIT)?;
            let clean = picture::clean(&bytes).map_err(Flaw::BadPicture)?;
            Ok((Hash::of(&bytes), Content::Bytes(clean.into())))
        }
        (Role::Look, _) => {
            let bytes = files::read(found, LOOK_LIMIT)?;
            Ok((Hash::of(&bytes), Content::Bytes(bytes.into())))
        }
        (
            Role::Asset,
            "apng" | "avif" | "bmp" | "gif" | "heic" | "heif" | "jfif" | "jpe" | "jpeg" | "jpg"
            | "jxl" | "png" | "svg" | "svgz" | "tif" | "tiff" | "webp",
        ) => {
            let bytes = files::read(found, ASSET_LIMIT)?;
            let picture = picture::header(&bytes).map_err(Flaw::BadPicture)?;
            Ok((picture.hash, Content::Picture(picture)))
        }
        (Role::Asset, ending) => match Offer::of(ending) {
            Some(offer) if offer.is_recording() => {
                let bytes = files::read(found, ASSET_LIMIT)?;
                let hash = Hash::of(&bytes);
                // What can be cleaned now can be cleaned when it is published.
                picture::clean_recording(offer, bytes)?;
                Ok((hash, Content::Recording { hash }))
            }
            Some(offer) => {
                let bytes = files::read(found, ASSET_LIMIT)?;
                let hash = Hash::of(&bytes);
                let tells = picture::look_into(offer, &bytes)?;
                Ok((hash, Content::File { hash, tells }))
            }
            None => file(found),
        },
        (Role::Other, _) => file(found),
    }
}

/// Whether a file of a look is filled in with values, and not published as it stands.
fn is_template(path: &SourcePath) -> bool {
    path.as_str().split('/').nth(2) == Some("templates")
}

/// The bytes of a file that is no longer than a text may be.
pub(super) fn bytes_of_text(found: &PlainFile) -> Option<Vec<u8>> {
    files::read(found, TEXT_LIMIT).ok()
}

fn text(found: &PlainFile) -> Result<(Hash, Content), Flaw> {
    let bytes = files::read(found, TEXT_LIMIT)?;
    picture::check_text(&bytes)?;
    let hash = Hash::of(&bytes);
    if is_utf16(&bytes) {
        let text = format!("{}{}", char::REPLACEMENT_CHARACTER, from_utf16(&bytes));
        return Err(Flaw::NotUtf8 { at: 0, text: text.into() });
    }
    match str::from_utf8(&bytes) {
        Ok(text) => match conflict(text) {
            Some(at) => Err(Flaw::Conflict { at, text: Arc::from(text) }),
            None => Ok((hash, Content::Text(Arc::from(text)))),
        },
        Err(error) => {
            let at = error.valid_up_to();
            Err(Flaw::NotUtf8 { at, text: String::from_utf8_lossy(&bytes).into() })
        }
    }
}

/// A table of a spreadsheet: as UTF-8, as “Unicode text”, which is UTF-16, or in the letters of
/// Windows, in which Excel saves a table where nothing else is chosen.
fn table(found: &PlainFile) -> Result<(Hash, Content), Flaw> {
    let bytes = files::read(found, TEXT_LIMIT)?;
    let text: Arc<str> = match str::from_utf8(&bytes) {
        _ if is_utf16(&bytes) => from_utf16(&bytes).into(),
        Ok(text) => text.into(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into(),
    };
    Ok((Hash::of(&bytes), Content::Text(text)))
}

/// Whether these bytes begin with the mark of UTF-16, or with letters of which one byte is empty, as
/// in UTF-16 and UTF-32.
fn is_utf16(bytes: &[u8]) -> bool {
    let empty = bytes.iter().take(400).filter(|byte| **byte == 0).count();
    bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xFE, 0xFF])
        || empty > 1 && empty * 3 > bytes.len().min(400)
}

/// What such bytes say. An empty byte before each letter, or the mark turned round, tells which half
/// of it comes first; of four bytes for each letter, the empty ones are left out.
fn from_utf16(bytes: &[u8]) -> String {
    let empty = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let is_big = match bytes {
        [0xFE, 0xFF, ..] => true,
        [0xFF, 0xFE, ..] => false,
        _ => empty(0) > empty(1),
    };
    let pairs = bytes.chunks_exact(2).map(|pair| [pair[0], pair[1]]);
    let units = pairs.map(if is_big { u16::from_be_bytes } else { u16::from_le_bytes });
    let units: Vec<u16> = units.collect();
    String::from_utf16_lossy(&units).replace(['\0', '\u{FEFF}', char::REPLACEMENT_CHARACTER], "")
}

/// Where Git marked the beginning of two versions, if it did and nobody has chosen one. A page that
/// shows such lines in a block of code has no conflict.
fn conflict(text: &str) -> Option<usize> {
    let mut first = None;
    let mut is_split = false;
    let mut in_code = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            in_code = !in_code;
        }
        match line.get(..7) {
            Some("<<<<<<<") if !in_code => first = first.or(Some(start)),
            Some("=======") if first.is_some() => is_split = true,
            Some(">>>>>>>") if is_split => return first,
            _ => {}
        }
    }
    None
}

/// What no reader is offered, whatever it is.
fn file(found: &PlainFile) -> Result<(Hash, Content), Flaw> {
    let file = files::open(found, ASSET_LIMIT)?;
    let mut file = BufReader::with_capacity(1 << 16, file).take(ASSET_LIMIT + 1);
    let mut hasher = Hasher::default();
    let mut size = 0;
    loop {
        let piece = file.fill_buf().map_err(|error| files::words(&error))?;
        if piece.is_empty() {
            break;
        }
        hasher.update(piece);
        let length = piece.len();
        size += length as u64;
        file.consume(length);
    }
    files::within(size, ASSET_LIMIT)?;
    let hash = hasher.finish();
    Ok((hash, Content::File { hash, tells: Tells::default() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_utf_16_is_read_whichever_half_comes_first() {
        for (mark, is_big) in [(true, true), (true, false), (false, true), (false, false)] {
            let text = format!("{}name: Vera Kjær €\n", if mark { "\u{FEFF}" } else { "" });
            let units = text.encode_utf16();
            let bytes =
                units.flat_map(|it| if is_big { it.to_be_bytes() } else { it.to_le_bytes() });
            let bytes: Vec<u8> = bytes.collect();
            assert!(is_utf16(&bytes));
            assert_eq!(from_utf16(&bytes), "name: Vera Kjær €\n", "{mark} {is_big}");
        }
    }
}
