//! FLAC: what the sound is made of and where its seconds lie; tags, pictures and room are left out.

use super::{DAMAGED, tags};
use crate::base::Fault;

/// How the sound was recorded, and the blocks that stand for it.
const STREAM: u8 = 0;
const SEEK_TABLE: u8 = 3;
const LAST: u8 = 0x80;

pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let bytes = tags::without(bytes);
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
    if !matches!(rest, [0xFF, 0xF8 | 0xF9, ..]) {
        return Err(DAMAGED);
    }
    out.extend(rest);
    Ok(out)
}
