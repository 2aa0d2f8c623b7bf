//! HEIC, the format of iPhones. Browsers cannot show it, so readers get other formats.

use heifer::heifer_isobmff::HeifFile;
use heifer::heifer_isobmff::boxes::Property;

use super::Walked;

/// By its brand: a still picture, or a file that holds one among others.
pub(super) fn is_heic(bytes: &[u8]) -> bool {
    let brand = bytes.get(4..8).filter(|kind| kind == b"ftyp").and_then(|_| bytes.get(8..12));
    brand.is_some_and(|brand| {
        matches!(brand, b"heic" | b"heix" | b"heim" | b"heis" | b"mif1" | b"mif2")
    })
}

pub(super) const UNREADABLE: &str = "this HEIC photo cannot be read: save it as JPEG";

pub(super) fn walk(bytes: &[u8]) -> Result<Walked, String> {
    let file = HeifFile::parse(bytes).map_err(|_| UNREADABLE)?;
    let item = file.primary_item().map_err(|_| UNREADABLE)?;
    if &item.item_type.0 == b"av01" {
        return Err("this is an AVIF picture: save it as JPEG or WebP".into());
    }
    let mut size = file.image_size(item.id).ok().flatten().ok_or(UNREADABLE)?;
    for property in file.item_properties(item.id).map_err(|_| UNREADABLE)? {
        match property {
            Property::CleanAperture { width, height, .. } => {
                let cut = |(part, whole): (u32, u32)| part.checked_div(whole).ok_or(UNREADABLE);
                size = (cut(*width)?, cut(*height)?);
            }
            Property::Rotation(1 | 3) => size = (size.1, size.0),
            _ => {}
        }
    }
    // Nothing of the file itself is ever published.
    Ok(Walked::still(size.0, size.1, vec![]))
}
