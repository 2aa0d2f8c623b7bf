//! Finds the metadata of cameras in any bytes, whatever file they are in.
//!
//! JPEG, PNG, WebP, HEIC, raw photos and PDF all hold the same block, a small TIFF; so it is found
//! by its own header, and accepted if its first directory makes sense.

use crate::base::Tells;

/// Headers that are looked at: a file of nothing else must not take for ever.
const MOST_HEADERS: usize = 20_000;
/// Entries of a directory; cameras write about twenty.
const MOST_ENTRIES: usize = 128;

const MAKE: u16 = 0x010F;
const MODEL: u16 = 0x0110;
const GPS: u16 = 0x8825;
const LATITUDE: u16 = 2;
const LONGITUDE: u16 = 4;

/// What the metadata of cameras in these bytes reveals.
pub(super) fn find(bytes: &[u8]) -> Tells {
    let mut tells = Tells { place: has_place_in_words(bytes), ..Tells::default() };
    let headers = bytes.windows(4).enumerate().filter(|(_, it)| matches!(*it, b"II*\0" | b"MM\0*"));
    for (at, _) in headers.take(MOST_HEADERS) {
        tells = tells.and(block(&bytes[at..]).unwrap_or_default());
    }
    tells
}

/// Whether anything tells of a place or a camera.
pub(super) fn tells_anything(bytes: &[u8]) -> bool {
    let tells = find(bytes);
    tells.place || tells.camera || holds(bytes, CAMCORDER)
}

/// The name under which camcorders put day, place and maker between the pictures of a film.
const CAMCORDER: &[u8] = b"\x17\xEE\x8C\x60\xF8\x4D\x11\xD9\x8C\xD6\x08\x00\x20\x0C\x9A\x66MDPM";

/// XMP, which is written in letters, and the place of a film as Apple and Android write it.
fn has_place_in_words(bytes: &[u8]) -> bool {
    holds(bytes, b"GPSLatitude") || holds(bytes, b"com.apple.quicktime.location")
}

pub(super) fn holds(bytes: &[u8], part: &[u8]) -> bool {
    position(bytes, part).is_some()
}

/// Where `part`, which is not empty, stands first.
pub(super) fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let (first, _) = part.split_first()?;
    let mut from = 0;
    loop {
        from += bytes.get(from..)?.iter().position(|byte| byte == first)?;
        if bytes[from..].starts_with(part) {
            return Some(from);
        }
        from += 1;
    }
}

/// What one TIFF block tells; `None` if it is none.
fn block(tiff: &[u8]) -> Option<Tells> {
    let is_little = tiff.starts_with(b"II");
    let directory = Directory { tiff, is_little };
    let mut tells = Tells::default();
    let start = directory.long(4)?;
    // What only looks like a block ends soon.
    for entry in directory.entries(start)?.take_while(Entry::is_sound) {
        match entry.tag {
            MAKE | MODEL if entry.kind == 2 => tells.camera |= entry.count > 1,
            GPS if entry.kind == 4 => {
                let places = directory.entries(entry.value).into_iter().flatten();
                tells.place |= places.into_iter().any(|it| matches!(it.tag, LATITUDE | LONGITUDE));
            }
            _ => {}
        }
    }
    Some(tells)
}

struct Directory<'a> {
    tiff: &'a [u8],
    is_little: bool,
}

struct Entry {
    tag: u16,
    kind: u16,
    count: u32,
    value: u32,
}

impl Entry {
    fn is_sound(&self) -> bool {
        (1..=13).contains(&self.kind) && self.count > 0
    }
}

impl<'a> Directory<'a> {
    fn short(&self, at: usize) -> Option<u16> {
        let bytes = *self.tiff.get(at..)?.first_chunk::<2>()?;
        Some(if self.is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let bytes = *self.tiff.get(at..)?.first_chunk::<4>()?;
        Some(if self.is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    /// The entries of the directory at `start`, as many as there are bytes for.
    fn entries(&self, start: u32) -> Option<impl Iterator<Item = Entry> + use<'a, '_>> {
        let start = usize::try_from(start).ok()?;
        let count = usize::from(self.short(start)?).min(MOST_ENTRIES);
        Some((0..count).map_while(move |index| {
            let at = start.checked_add(2 + 12 * index)?;
            Some(Entry {
                tag: self.short(at)?,
                kind: self.short(at + 2)?,
                count: self.long(at + 4)?,
                value: self.long(at + 8)?,
            })
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A block with a maker and a place.
    fn noted() -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend(b"\x0F\x01\x02\0\x05\0\0\0\x40\0\0\0");
        tiff.extend(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0");
        tiff.extend(b"\x01\0\x02\0\x05\0\x03\0\0\0\x40\0\0\0\0\0\0\0");
        tiff.extend([b'x'; 40]);
        tiff
    }

    #[test]
    fn place_and_maker_are_found_wherever_the_block_stands() {
        let all = [b"before II* II*\0".as_slice(), &noted(), b"behind"].concat();
        let tells = find(&all);
        assert!(tells.place && tells.camera);
        assert!(!tells.names);
        assert!(find(b"<exif:GPSLatitude>55,28.590N</exif:GPSLatitude>").place);
    }

    #[test]
    fn orientation_alone_and_invalid_data_are_not_reported() {
        let turn = super::super::exif::Orientation::AS_IT_LIES.write();
        let nonsense = b"II*\0\xff\xff\xff\xff MM\0*\0\0\0\x08\xff\xff II*\0";
        for bytes in [turn.as_slice(), nonsense, b"", b"MM\0*"] {
            assert_eq!(find(bytes), Tells::default());
        }
        for length in 0..noted().len() {
            let _ = find(&noted()[..length]);
        }
    }
}
