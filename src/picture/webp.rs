//! WebP: chunks in a RIFF frame; an animation's frames hold chunks of their own.

use super::exif::Orientation;
use super::reader::Reader;
use super::{DAMAGED, Walked};

/// Colour profile, transparency, animation; not EXIF, not XMP, nothing reserved.
const KEPT_FLAGS: u8 = 0b0011_0010;
/// Says that there is EXIF.
const TURN_FLAG: u8 = 0b0000_1000;
const FRAME_HEAD: usize = 16;

pub(super) fn walk(bytes: &[u8]) -> Result<Walked, String> {
    let mut input = Reader::new(bytes);
    input.take(4)?;
    let length = usize::try_from(u32::from_le_bytes(input.array()?)).map_err(|_| DAMAGED)?;
    input.take(4)?;
    let mut input = Reader::new(input.take(length.checked_sub(4).ok_or(DAMAGED)?)?);

    let mut canvas = None;
    let mut has_pixels = false;
    let mut frames = 0_usize;
    let mut turn = Orientation::AS_IT_LIES;
    let mut flags = None;
    let mut chunks = Vec::with_capacity(bytes.len());
    while !input.is_empty() {
        let (kind, content) = chunk(&mut input)?;
        match &kind {
            b"VP8X" if canvas.is_none() => {
                let head: [u8; 10] = Reader::new(content).array()?;
                let side =
                    |at: usize| 1 + u32::from_le_bytes([head[at], head[at + 1], head[at + 2], 0]);
                canvas = Some((side(4), side(7)));
                let kept = [&[head[0] & KEPT_FLAGS, 0, 0, 0], &head[4..]].concat();
                write(&mut chunks, kind, &kept);
                flags = Some(chunks.len() - kept.len());
            }
            b"VP8 " | b"VP8L" if !has_pixels => {
                canvas = Some(canvas.map_or_else(|| still_size(kind, content), Ok)?);
                has_pixels = true;
                write(&mut chunks, kind, content);
            }
            b"ANMF" => {
                has_pixels = true;
                frames += 1;
                write(&mut chunks, kind, &frame(content)?);
            }
            b"ANIM" if content.len() == 6 => write(&mut chunks, kind, content),
            b"ICCP" | b"ALPH" => write(&mut chunks, kind, content),
            // Some programs begin it as a JPEG does.
            b"EXIF" => {
                let tiff = content.strip_prefix(b"Exif\0\0").unwrap_or(content);
                turn = Orientation::read(tiff).unwrap_or(turn);
            }
            _ => {}
        }
    }
    let canvas = canvas.filter(|_| has_pixels).ok_or(DAMAGED)?;
    // Without a head of its own, nothing says that there is a turn: browsers know of none.
    match flags.filter(|_| turn != Orientation::AS_IT_LIES) {
        Some(flags) => {
            chunks[flags] |= TURN_FLAG;
            write(&mut chunks, *b"EXIF", &turn.write());
        }
        None => turn = Orientation::AS_IT_LIES,
    }
    let (width, height) = turn.shown(canvas);
    let mut clean = b"RIFF".to_vec();
    clean.extend(length_of(4 + chunks.len()));
    clean.extend(b"WEBP");
    clean.append(&mut chunks);
    Ok(Walked { turn, moves: frames > 1, ..Walked::still(width, height, clean) })
}

fn chunk<'a>(input: &mut Reader<'a>) -> Result<([u8; 4], &'a [u8]), String> {
    let kind = input.array()?;
    let length = usize::try_from(u32::from_le_bytes(input.array()?)).map_err(|_| DAMAGED)?;
    let content = input.take(length)?;
    // The last chunk of some files lacks the byte that makes it even.
    if length % 2 == 1 && !input.is_empty() {
        input.byte()?;
    }
    Ok((kind, content))
}

fn frame(content: &[u8]) -> Result<Vec<u8>, String> {
    let mut input = Reader::new(content);
    let mut kept = input.take(FRAME_HEAD)?.to_vec();
    while !input.is_empty() {
        let (kind, content) = chunk(&mut input)?;
        if matches!(&kind, b"VP8 " | b"VP8L" | b"ALPH") {
            write(&mut kept, kind, content);
        }
    }
    Ok(kept)
}

fn still_size(kind: [u8; 4], content: &[u8]) -> Result<(u32, u32), String> {
    let mut content = Reader::new(content);
    if &kind == b"VP8L" {
        if content.byte()? != 0x2F {
            return Err(DAMAGED.into());
        }
        let bits = u32::from_le_bytes(content.array()?);
        return Ok((1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)));
    }
    content.take(3)?;
    if content.take(3)? != b"\x9d\x01\x2a" {
        return Err(DAMAGED.into());
    }
    let mut side = || content.array().map(|bytes| u32::from(u16::from_le_bytes(bytes) & 0x3FFF));
    Ok((side()?, side()?))
}

fn write(out: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) {
    out.extend(kind);
    out.extend(length_of(content.len()));
    out.extend(content);
    if content.len() % 2 == 1 {
        out.push(0);
    }
}

fn length_of(length: usize) -> [u8; 4] {
    u32::try_from(length).expect("no longer than what was read").to_le_bytes()
}
