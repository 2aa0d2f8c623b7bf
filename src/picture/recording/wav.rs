//! WAV: keeps the format chunk and the data chunk, and leaves out all other chunks.

use super::{DAMAGED, little_long};
use crate::base::{Fault, Remake};

const OTHER_NOTATION: Fault =
    Fault { why: "its sound has a format that few programs play", remake: Remake::Encode };

pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(b"RIFF\0\0\0\0WAVE");
    let mut rest = bytes.get(12..).ok_or(DAMAGED)?;
    let (mut has_format, mut has_sound) = (false, false);
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let length = little_long(head, 4).and_then(|it| usize::try_from(it).ok()).ok_or(DAMAGED)?;
        let kind = &head[..4];
        let Some(content) = after.get(..length) else {
            // A chunk is cut off. This is an error only if the audio data were not found yet: all
            // other chunks are left out anyway.
            match has_sound {
                true => break,
                false => return Err(DAMAGED),
            }
        };
        match kind {
            b"fmt " if !has_format => {
                chunk(&mut out, kind, format(content)?);
                has_format = true;
            }
            b"fact" if has_format && !has_sound && length >= 4 => {
                chunk(&mut out, kind, &content[..4]);
            }
            b"data" if has_format && !has_sound => {
                chunk(&mut out, kind, content);
                has_sound = true;
            }
            _ => {}
        }
        rest = after.get(length + length % 2..).unwrap_or_default();
    }
    if !has_sound {
        return Err(DAMAGED);
    }
    let length = u32::try_from(out.len() - 8).map_err(|_| DAMAGED)?;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    // The padding byte of the last chunk may be missing in the original: the file must not grow.
    out.truncate(out.len().min(bytes.len()));
    Ok(out)
}

/// The bytes of the format chunk that its audio format needs.
fn format(content: &[u8]) -> Result<&[u8], Fault> {
    let notation = content.first_chunk::<2>().map(|it| u16::from_le_bytes(*it)).ok_or(DAMAGED)?;
    let length = match notation {
        // Integer PCM, floating point, A-law and mu-law.
        1 | 3 | 6 | 7 => 16,
        0xFFFE => 40,
        _ => return Err(OTHER_NOTATION),
    };
    content.get(..length).ok_or(DAMAGED)
}

fn chunk(out: &mut Vec<u8>, kind: &[u8], content: &[u8]) {
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    out.extend(kind);
    out.extend(length.to_le_bytes());
    out.extend(content);
    if content.len() % 2 == 1 {
        out.push(0);
    }
}
