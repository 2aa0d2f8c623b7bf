//! PNG: a series of chunks. Only chunks that change how the picture looks are kept, and only at
//! their proper length, so that no text can be hidden in a chunk of numbers.

use super::exif::Orientation;
use super::reader::Reader;
use super::{DAMAGED, Walked};
use crate::base::crc32::crc32;

/// The chunks that are kept, and the most they may hold.
const KEPT: [(&[u8; 4], usize); 15] = [
    (b"IHDR", 13),
    (b"PLTE", 768),
    (b"IDAT", usize::MAX),
    (b"tRNS", 256),
    (b"gAMA", 4),
    (b"cHRM", 32),
    (b"sRGB", 1),
    (b"iCCP", usize::MAX),
    (b"cICP", 4),
    (b"pHYs", 9),
    (b"sBIT", 4),
    (b"bKGD", 6),
    (b"acTL", 8),
    (b"fcTL", 26),
    (b"fdAT", usize::MAX),
];

pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

pub(super) fn walk(bytes: &[u8]) -> Result<Walked, String> {
    let mut input = Reader::new(bytes);
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend(input.take(SIGNATURE.len())?);
    let mut size = None;
    let mut has_pixels = false;
    let mut frames = 0_usize;
    let mut turn = Orientation::AS_IT_LIES;
    loop {
        let length = u32::from_be_bytes(input.array()?);
        let kind: [u8; 4] = input.array()?;
        if &kind == b"IEND" {
            break;
        }
        let content = input.take(usize::try_from(length).map_err(|_| DAMAGED)?)?;
        let check: [u8; 4] = input.array()?;
        match &kind {
            b"IHDR" if size.is_none() && content.len() == 13 => {
                size = Some((frame_size(content)?, content[8] == 16));
            }
            b"IHDR" => return Err(DAMAGED.into()),
            _ if size.is_none() => return Err(UNSHOWABLE.into()),
            b"fcTL" => frames += 1,
            b"eXIf" => turn = Orientation::read(content).unwrap_or(turn),
            _ => has_pixels |= &kind == b"IDAT",
        }
        match KEPT.iter().find(|(name, _)| **name == kind) {
            Some((b"iCCP", _)) => clean.extend(unnamed_profile(content).unwrap_or_default()),
            Some((_, most)) if content.len() <= *most => {
                clean.extend(length.to_be_bytes());
                clean.extend(kind);
                clean.extend(content);
                clean.extend(check);
            }
            // A capital first letter means: a decoder that does not know this must give up.
            None if kind[0].is_ascii_uppercase() => return Err(UNSHOWABLE.into()),
            _ => {}
        }
    }
    let (size, is_deep) = size.filter(|_| has_pixels).ok_or(DAMAGED)?;
    if turn != Orientation::AS_IT_LIES {
        clean.extend(chunk(b"eXIf", &turn.write()));
    }
    clean.extend(chunk(b"IEND", &[]));
    let (width, height) = turn.shown(size);
    Ok(Walked { turn, moves: frames > 1, is_deep, ..Walked::still(width, height, clean) })
}

const UNSHOWABLE: &str =
    "this is a rare kind of PNG that browsers cannot show: save it as an ordinary PNG";

fn frame_size(content: &[u8]) -> Result<(u32, u32), String> {
    let mut content = Reader::new(content);
    Ok((u32::from_be_bytes(content.array()?), u32::from_be_bytes(content.array()?)))
}

/// A colour profile under a neutral name, because its own name is free text.
fn unnamed_profile(content: &[u8]) -> Option<Vec<u8>> {
    let end = content.iter().position(|byte| *byte == 0)?;
    Some(chunk(b"iCCP", &[b"icc", &content[end..]].concat()))
}

fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("a chunk is as long as one was read");
    let mut chunk = length.to_be_bytes().to_vec();
    chunk.extend(kind);
    chunk.extend(content);
    let check = crc32(&chunk[4..]);
    chunk.extend(check.to_be_bytes());
    chunk
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_the_one_of_the_format() {
        assert_eq!(chunk(b"IEND", &[]), b"\0\0\0\0IEND\xae\x42\x60\x82");
    }
}
