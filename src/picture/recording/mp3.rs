//! MP3: keeps the audio frames unchanged, and nothing before, between or after them.
//!
//! Tags are not removed one by one: all bytes that are not part of a frame are left out.

use super::{DAMAGED, tags};
use crate::base::{Fault, Remake};

const NONE: Fault = Fault { why: "no MP3 sound was found in it", remake: Remake::Encode };

/// The number of consecutive valid frames that are required before bytes count as audio.
const IN_A_ROW: usize = 3;

pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let bytes = tags::without(bytes);
    let mut out = Vec::with_capacity(bytes.len());
    let mut voice = None;
    let mut is_in_step = false;
    let mut at = 0;
    while at + 4 <= bytes.len() {
        let frame = frame(bytes, at).filter(|it| voice.is_none_or(|voice| voice == it.voice));
        match frame.filter(|_| is_in_step || is_row(bytes, at)) {
            Some(frame) => {
                voice = Some(frame.voice);
                out.extend_from_slice(&bytes[at..at + frame.length]);
                at += frame.length;
                is_in_step = true;
            }
            None => {
                is_in_step = false;
                at += 1;
            }
        }
    }
    match out.len() {
        0 => Err(NONE),
        // More than half of the file would be lost without a message.
        length if length < bytes.len() / 2 => Err(DAMAGED),
        _ => Ok(out),
    }
}

struct Frame {
    /// The header fields that are equal in all frames of a stream: version, layer, sample rate.
    voice: [u8; 2],
    length: usize,
}

/// Whether consecutive frames of one stream begin at `at`; fewer are enough at the file's end.
fn is_row(bytes: &[u8], mut at: usize) -> bool {
    let mut voice = None;
    for _ in 0..IN_A_ROW {
        if voice.is_some() && at == bytes.len() {
            return true;
        }
        match frame(bytes, at) {
            Some(frame) if voice.is_none_or(|voice| voice == frame.voice) => {
                voice = Some(frame.voice);
                at += frame.length;
            }
            _ => return false,
        }
    }
    true
}

/// The frame of layer III at `at`; `None` if it is not valid or is cut off.
fn frame(bytes: &[u8], at: usize) -> Option<Frame> {
    let head = bytes.get(at..)?.first_chunk::<4>()?;
    let is_layer_three = head[0] == 0xFF && head[1] & 0xE6 == 0xE2;
    let version = head[1] >> 3 & 3;
    if !is_layer_three || version == 1 {
        return None;
    }
    let (is_first, part) = (
        version == 3,
        match version {
            3 => 1,
            2 => 2,
            _ => 4,
        },
    );
    let kilobits = usize::from(head[2] >> 4);
    let kilobits = *(if is_first { FIRST } else { SECOND }).get(kilobits)?;
    let rate = [44_100, 48_000, 32_000].get(usize::from(head[2] >> 2 & 3))? / part;
    let padding = usize::from(head[2] >> 1 & 1);
    let length = kilobits * if is_first { 144_000 } else { 72_000 } / rate + padding;
    let is_whole = kilobits > 0 && at + length <= bytes.len();
    is_whole.then_some(Frame { voice: [head[1] & 0xFE, head[2] & 0x0C], length })
}

/// Bit rates in kilobits per second by their index, for MPEG-1 and for the later versions.
const FIRST: &[usize] = &[0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const SECOND: &[usize] = &[0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frame_lengths_follow_from_their_headers() {
        let length = |head: [u8; 4]| {
            let bytes = [head.as_slice(), &[0; 2000]].concat();
            frame(&bytes, 0).map(|frame| frame.length)
        };
        assert_eq!(length([0xFF, 0xFB, 0x90, 0]), Some(417));
        assert_eq!(length([0xFF, 0xFB, 0x92, 0]), Some(418));
        assert_eq!(length([0xFF, 0xF3, 0x40, 0]), Some(104));
        assert_eq!(length([0xFF, 0xE3, 0x48, 0]), Some(288));
        // Headers with another layer, and with invalid or free fields.
        for head in [[0xFF, 0xFD, 0x90, 0], [0xFF, 0xEB, 0x90, 0], [0xFF, 0xFB, 0x9C, 0]] {
            assert_eq!(length(head), None, "{head:?}");
        }
        assert_eq!(length([0xFF, 0xFB, 0, 0]), None);
        assert_eq!(length([0xFF, 0xFB, 0xF0, 0]), None);
    }
}
