//! MP3: the frames of sound, each as it stands, and nothing between, before or behind them.
//!
//! Tags are not taken out one by one: whatever is no frame is left behind, known or unknown.

use super::{DAMAGED, tags};
use crate::base::{Fault, Remake};

const NONE: Fault = Fault { why: "no MP3 sound was found in it", remake: Remake::Encode };

/// Frames that must follow each other before bytes are taken for sound.
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
        // Most of it would be silently lost.
        length if length < bytes.len() / 2 => Err(DAMAGED),
        _ => Ok(out),
    }
}

struct Frame {
    /// What all frames of one sound have in common: version, layer, rate.
    voice: [u8; 2],
    length: usize,
}

/// Whether frames of one voice follow each other from here on, to the end if that is near.
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

/// The frame of layer III at `at`, if it is whole.
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

/// Kilobits a second by their number, for MPEG 1 and for what came later.
const FIRST: &[usize] = &[0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const SECOND: &[usize] = &[0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_as_long_as_their_heads_say() {
        let length = |head: [u8; 4]| {
            let bytes = [head.as_slice(), &[0; 2000]].concat();
            frame(&bytes, 0).map(|frame| frame.length)
        };
        assert_eq!(length([0xFF, 0xFB, 0x90, 0]), Some(417));
        assert_eq!(length([0xFF, 0xFB, 0x92, 0]), Some(418));
        assert_eq!(length([0xFF, 0xF3, 0x40, 0]), Some(104));
        assert_eq!(length([0xFF, 0xE3, 0x48, 0]), Some(288));
        // Another layer, no version, no rate, a length that is not told.
        for head in [[0xFF, 0xFD, 0x90, 0], [0xFF, 0xEB, 0x90, 0], [0xFF, 0xFB, 0x9C, 0]] {
            assert_eq!(length(head), None, "{head:?}");
        }
        assert_eq!(length([0xFF, 0xFB, 0, 0]), None);
        assert_eq!(length([0xFF, 0xFB, 0xF0, 0]), None);
    }
}
