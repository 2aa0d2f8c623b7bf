//! What a file holds, read as its role asks for.

use std::io::{BufRead, BufReader, Read};
use std::sync::Arc;

use crate::base::hash::Hasher;
use crate::base::{Content, Flaw, Hash, Role, SourcePath};
use crate::io::files::{self, ASSET_LIMIT, Found};
use crate::picture;

const TEXT_LIMIT: u64 = 1 << 20;
const LOOK_LIMIT: u64 = 4 << 20;

/// The content and its hash.
pub(super) fn read(path: &SourcePath, found: &Found) -> Result<(Hash, Content), Flaw> {
    let extension = path.extension();
    match (Role::of(path), extension.as_str()) {
        (Role::Config | Role::Programme | Role::Document, _)
        | (
            Role::Look,
            "css" | "ftl" | "htm" | "html" | "js" | "json" | "md" | "mjs" | "toml" | "txt"
            | "webmanifest" | "xml",
        ) => text(found),
        (Role::Look, "svg") => {
            let (hash, content) = text(found)?;
            if let Content::Text(drawing) = &content {
                picture::weigh_drawing(drawing).map_err(Flaw::BadPicture)?;
            }
            Ok((hash, content))
        }
        // A photo of a look tells as little of its place as one of a story.
        (Role::Look, "gif" | "jpeg" | "jpg" | "png" | "webp") => {
            let bytes = files::read(found, LOOK_LIMIT)?;
            let clean = picture::clean(&bytes).map_err(Flaw::BadPicture)?;
            Ok((Hash::of(&bytes), Content::Bytes(clean.into())))
        }
        (Role::Look, _) => {
            let bytes = files::read(found, LOOK_LIMIT)?;
            Ok((Hash::of(&bytes), Content::Bytes(bytes.into())))
        }
        (Role::Asset, "m4a" | "m4v" | "mov" | "mp4") => {
            let bytes = files::read(found, ASSET_LIMIT)?;
            if picture::is_photo(&bytes) {
                return Err(disguised());
            }
            if picture::tells_place(&bytes) {
                return Err(Flaw::TellsPlace);
            }
            Ok((
                Hash::of(&bytes),
                Content::File { hash: Hash::of(&bytes), size: bytes.len() as u64 },
            ))
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
        (Role::Asset | Role::Other, _) => file(found),
    }
}

fn text(found: &Found) -> Result<(Hash, Content), Flaw> {
    let bytes = files::read(found, TEXT_LIMIT)?;
    let hash = Hash::of(&bytes);
    match str::from_utf8(&bytes) {
        Ok(text) => Ok((hash, Content::Text(Arc::from(text)))),
        Err(error) => {
            let at = error.valid_up_to();
            Err(Flaw::NotUtf8 { at, text: String::from_utf8_lossy(&bytes).into() })
        }
    }
}

fn file(found: &Found) -> Result<(Hash, Content), Flaw> {
    let file = files::open(found, ASSET_LIMIT)?;
    let mut file = BufReader::with_capacity(1 << 16, file).take(ASSET_LIMIT + 1);
    let mut hasher = Hasher::default();
    let mut size = 0;
    loop {
        let piece = file.fill_buf().map_err(|error| files::words(&error))?;
        if piece.is_empty() {
            break;
        }
        if size == 0 && picture::is_photo(piece) {
            return Err(disguised());
        }
        hasher.update(piece);
        let length = piece.len();
        size += length as u64;
        file.consume(length);
    }
    files::within(size, ASSET_LIMIT)?;
    let hash = hasher.finish();
    Ok((hash, Content::File { hash, size }))
}

/// A photo under the name of a paper would be published as it stands, with all that it tells.
fn disguised() -> Flaw {
    Flaw::BadPicture("it is a photo, and its name says otherwise: name it .jpg or .png".into())
}
