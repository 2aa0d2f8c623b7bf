//! Photos as they are laid beside a story: the same pixels, without the notes of the camera.

use super::{SentFile, SentPhoto};
use crate::base::PictureFormat;
use crate::picture;

/// The photo without place, time and camera. Nothing is decoded, so nothing of it is lost.
pub(super) fn cleaned(file: SentFile, remarks: &mut Vec<String>) -> Result<SentPhoto, String> {
    let name = &file.name;
    let found = picture::header(&file.bytes).map_err(|why| format!("“{name}”: {why}"))?;
    let bytes = match found.format {
        PictureFormat::Heic => {
            remarks.push(format!(
                "“{name}” is laid in the repository as it was sent, so it may say where it was \
                 taken; what readers get of it never does"
            ));
            file.bytes
        }
        _ => picture::clean(&file.bytes).map_err(|why| format!("“{name}”: {why}"))?,
    };
    Ok(SentPhoto { name: file.name, format: found.format, bytes })
}
