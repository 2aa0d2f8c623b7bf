//! AV1: a frame consists of OBUs (open bitstream units). Each has a type, and most have a length.

use super::{BROKEN, Fault};

const NOTES: u8 = 5;
const PADDING: u8 = 15;

/// Overwrites the text in a coded frame, or in a decoder configuration.
pub(super) fn clean(picture: &mut [u8]) -> Result<(), Fault> {
    let mut rest = picture;
    while let Some(head) = rest.first().copied() {
        let start = if head & 4 == 0 { 1 } else { 2 };
        let after = rest.get(start..).ok_or(BROKEN)?;
        let (length, width) = match head & 2 {
            0 => (after.len(), 0),
            _ => number(after).ok_or(BROKEN)?,
        };
        let start = start + width;
        let end = start.checked_add(length).filter(|end| *end <= rest.len()).ok_or(BROKEN)?;
        let (unit, after) = rest.split_at_mut(end);
        if !is_needed(head >> 3 & 15, &unit[start..]) {
            unit[0] = head & 7 | PADDING << 3;
            unit[start..].fill(0xFF);
            if let Some(last) = unit[start..].last_mut() {
                *last = 0x80;
            }
        }
        rest = after;
    }
    Ok(())
}

fn is_needed(kind: u8, content: &[u8]) -> bool {
    match kind {
        // Sequence header, frame headers, frames, tile groups and tile lists.
        1 | 3 | 4 | 6 | 7 | 8 => true,
        2 => content.is_empty(),
        // Metadata that are kept: content light level, mastering display, scalability.
        NOTES => matches!(content.first(), Some(1..=3)) && content.len() <= 64,
        _ => false,
    }
}

/// A number in LEB128 (seven bits per byte, the least significant first), and its width.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut number = 0_u64;
    for (index, byte) in bytes.iter().take(8).enumerate() {
        number |= u64::from(byte & 0x7F) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((usize::try_from(number).ok()?, index + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(picture: &[u8]) -> Result<Vec<u8>, Fault> {
        let mut picture = picture.to_vec();
        clean(&mut picture)?;
        Ok(picture)
    }

    #[test]
    fn text_becomes_padding_and_coded_frames_stay_unchanged() {
        let picture = b"\x12\0\x2A\x06\x04words\x32\x01a";
        let clean = b"\x12\0\x7A\x06\xFF\xFF\xFF\xFF\xFF\x80\x32\x01a";
        assert_eq!(cleaned(picture), Ok(clean.to_vec()));
        let picture = b"\x12\0\x2A\x05\x01\0\0\0\x80\x32\x03abc\x2E\0\x02\x04w\x30abc";
        let clean = b"\x12\0\x2A\x05\x01\0\0\0\x80\x32\x03abc\x7E\0\x02\xFF\x80\x30abc";
        assert_eq!(cleaned(picture), Ok(clean.to_vec()));
    }

    #[test]
    fn invalid_lengths_are_refused() {
        for odd in [b"\x32\x04abc".as_slice(), b"\x34", b"\x32", b"\x32\xFF\xFF"] {
            assert_eq!(cleaned(odd), Err(BROKEN), "{odd:?}");
        }
    }
}
