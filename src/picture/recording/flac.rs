//! FLAC: keeps the stream info, the seek table and the audio frames; tags, pictures, padding, and
//! all bytes after the last frame are left out.

mod bits;
mod frame;

use super::{DAMAGED, tags};
use crate::base::{Fault, Remake};
use frame::Stream;

const TORN: Fault =
    Fault { why: "there is something else between its parts of sound", remake: Remake::Encode };

/// The types of the metadata blocks that are kept: stream info and seek table.
const STREAM: u8 = 0;
const SEEK_TABLE: u8 = 3;
const LAST: u8 = 0x80;

pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let bytes = tags::behind_first(bytes);
    let mut rest = bytes.strip_prefix(b"fLaC").ok_or(DAMAGED)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(b"fLaC");
    let mut last_head = None;
    loop {
        let (head, after) = rest.split_first_chunk::<4>().ok_or(DAMAGED)?;
        let length = usize::from(head[1]) << 16 | usize::from(head[2]) << 8 | usize::from(head[3]);
        let (block, after) = after.split_at_checked(length).ok_or(DAMAGED)?;
        let is_wanted = match head[0] & !LAST {
            STREAM => length == 34 && last_head.is_none(),
            SEEK_TABLE => length % 18 == 0 && last_head.is_some(),
            _ => false,
        };
        if is_wanted {
            last_head = Some(out.len());
            out.push(head[0] & !LAST);
            out.extend(&head[1..]);
            out.extend(block);
        }
        rest = after;
        if head[0] & LAST != 0 {
            break;
        }
    }
    out[last_head.ok_or(DAMAGED)?] |= LAST;
    // The stream info follows the file signature and the header of its block.
    let stream = Stream::of(&out[8..42]);
    let sound = frames(rest, stream)?;
    out.extend(&rest[..sound]);
    Ok(out)
}

/// The length of the frames in bytes: up to the declared count of samples or the last valid frame.
fn frames(bytes: &[u8], stream: Stream) -> Result<usize, Fault> {
    let (mut at, mut moments) = (0, 0);
    while stream.moments == 0 || moments < stream.moments {
        let Some(frame) = frame::read(&bytes[at..], stream) else { break };
        at += frame.length;
        moments += frame.moments;
    }
    let is_torn = || (at + 1..bytes.len()).any(|it| frame::begins(&bytes[it..], stream));
    match at {
        0 => Err(DAMAGED),
        _ if stream.moments > 0 && moments >= stream.moments => Ok(at),
        // More frames follow an invalid one, so cutting here would lose sound.
        _ if is_torn() => Err(TORN),
        _ => Ok(at),
    }
}
