//! The boxes of an MP4 file: each has a length, a type and a content.

use std::ops::Range;

use super::{DAMAGED, Fault, big};

/// One box, with the offsets of its type and its content.
#[derive(Clone, Debug)]
pub(super) struct BoxAt {
    pub(super) kind: [u8; 4],
    name_at: usize,
    pub(super) body: Range<usize>,
}

/// The box at the beginning of `range`; `None` where only padding is left. Only a box at the top
/// level of the file may have no length, which means that it reaches to the end of the file.
pub(super) fn next(
    bytes: &[u8],
    range: Range<usize>,
    is_outermost: bool,
) -> Result<Option<BoxAt>, Fault> {
    let rest = &bytes[range.clone()];
    let Some(head) = rest.first_chunk::<8>() else { return Ok(None) };
    let kind = [head[4], head[5], head[6], head[7]];
    let (header, length) = match big(&head[..4]) {
        0 if is_outermost => (8, rest.len() as u64),
        // QuickTime ends some lists with a length of zero.
        0 => return Ok(None),
        1 => (16, rest.get(8..16).map(big).ok_or(DAMAGED)?),
        length => (8, length),
    };
    let length = usize::try_from(length).map_err(|_| DAMAGED)?;
    if length < header || length > rest.len() {
        return Err(DAMAGED);
    }
    let body = range.start + header..range.start + length;
    Ok(Some(BoxAt { kind, name_at: range.start + 4, body }))
}

/// The first box of this type in a list of boxes.
pub(super) fn find(
    bytes: &[u8],
    list: Range<usize>,
    kind: &[u8; 4],
) -> Result<Option<BoxAt>, Fault> {
    let mut at = list.start;
    while let Some(one) = next(bytes, at..list.end, false)? {
        if &one.kind == kind {
            return Ok(Some(one));
        }
        at = one.body.end;
    }
    Ok(None)
}

/// Replaces a box by an empty `free` box of the same length.
pub(super) fn blank(bytes: &mut [u8], one: &BoxAt) {
    bytes[one.name_at..one.name_at + 4].copy_from_slice(b"free");
    bytes[one.body.clone()].fill(0);
}
