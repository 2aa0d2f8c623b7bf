//! One frame of FLAC. Its length is not stored anywhere, so its bits are parsed up to its end; the
//! audio itself is not decoded.

use super::bits::Bits;
use crate::picture::recording::big;

/// The properties of all frames, unless a frame header gives another value.
#[derive(Clone, Copy)]
pub(super) struct Stream {
    /// Bits per sample of one channel.
    bits: usize,
    /// The number of samples per channel in the whole stream; 0 if it is unknown.
    pub(super) moments: u64,
}

impl Stream {
    /// Reads the 34 bytes of the stream info block.
    pub(super) fn of(block: &[u8]) -> Stream {
        let all = block.get(10..18).map_or(0, big);
        let bits = usize::try_from(all >> 36 & 31).unwrap_or_default() + 1;
        Stream { bits, moments: all & ((1 << 36) - 1) }
    }
}

pub(super) struct Frame {
    /// In bytes.
    pub(super) length: usize,
    pub(super) moments: u64,
}

/// The frame that begins here; `None` if it is not valid or a checksum is wrong.
pub(super) fn read(bytes: &[u8], stream: Stream) -> Option<Frame> {
    let head = Head::read(bytes, stream)?;
    let mut bits = Bits::new(bytes, head.length);
    for channel in 0..head.channels {
        let is_difference = head.difference == Some(channel);
        skip_channel(&mut bits, head.moments, head.bits + usize::from(is_difference))?;
    }
    let end = bits.byte();
    let sum = u64::from(sum_of_frame(&bytes[..end]));
    let moments = u64::try_from(head.moments).ok()?;
    let is_right = bytes.get(end..end + 2).is_some_and(|it| big(it) == sum);
    is_right.then_some(Frame { length: end + 2, moments })
}

/// Whether a valid frame header stands here; the rest of the frame is not checked.
pub(super) fn begins(bytes: &[u8], stream: Stream) -> bool {
    Head::read(bytes, stream).is_some()
}

struct Head {
    length: usize,
    moments: usize,
    channels: usize,
    /// The channel that is stored as the difference to the other channel.
    difference: Option<usize>,
    bits: usize,
}

impl Head {
    fn read(bytes: &[u8], stream: Stream) -> Option<Head> {
        let [0xFF, 0xF8 | 0xF9, size, channels, first] = *bytes.first_chunk::<5>()? else {
            return None;
        };
        // The frame number is coded like UTF-8: the leading ones of its first byte give its size.
        let more = match first.leading_ones() {
            0 => 0,
            ones @ 2..=7 => usize::try_from(ones).ok()? - 1,
            _ => return None,
        };
        let mut at = 5 + more;
        let mut number = |width: usize| -> Option<usize> {
            let number = big(bytes.get(at..at + width)?);
            at += width;
            usize::try_from(number).ok()
        };
        let moments = match size >> 4 {
            0 => return None,
            1 => 192,
            code @ 2..=5 => 576 << (code - 2),
            6 => number(1)? + 1,
            7 => number(2)? + 1,
            code => 256 << (code - 8),
        };
        match size & 15 {
            12 => _ = number(1)?,
            13 | 14 => _ = number(2)?,
            15 => return None,
            _ => {}
        }
        let (count, difference) = match channels >> 4 {
            code @ 0..=7 => (usize::from(code) + 1, None),
            9 => (2, Some(0)),
            8 | 10 => (2, Some(1)),
            _ => return None,
        };
        let bits = match channels & 15 {
            0 => stream.bits,
            2 => 8,
            4 => 12,
            8 => 16,
            10 => 20,
            12 => 24,
            14 => 32,
            _ => return None,
        };
        let is_right = *bytes.get(at)? == sum_of_head(&bytes[..at]);
        is_right.then_some(Head { length: at + 1, moments, channels: count, difference, bits })
    }
}

/// Skips one channel of a frame (a subframe).
fn skip_channel(bits: &mut Bits<'_>, moments: usize, mut width: usize) -> Option<()> {
    let head = bits.take(8)?;
    if head & 1 != 0 {
        width = width.checked_sub(bits.zeros()? + 1)?;
    }
    match head >> 1 {
        0 => bits.skip(width),
        1 => bits.skip(width.checked_mul(moments)?),
        kind @ 8..=12 => {
            let order = kind - 8;
            bits.skip(order * width)?;
            skip_rest(bits, moments, order)
        }
        kind @ 32..=63 => {
            let order = kind - 31;
            bits.skip(order * width)?;
            let precision = bits.take(4)? + 1;
            bits.skip(5 + order * precision)?;
            skip_rest(bits, moments, order)
        }
        _ => None,
    }
}

/// Skips the residual: the differences to the prediction, in partitions with a Rice parameter each.
fn skip_rest(bits: &mut Bits<'_>, moments: usize, order: usize) -> Option<()> {
    let wide = match bits.take(2)? {
        0 => 4,
        1 => 5,
        _ => return None,
    };
    let parts = 1 << bits.take(4)?;
    let in_each = moments / parts;
    for part in 0..parts {
        let count = if part == 0 { in_each.checked_sub(order)? } else { in_each };
        let low = bits.take(wide)?;
        if low == (1 << wide) - 1 {
            let width = bits.take(5)?;
            bits.skip(width * count)?;
            continue;
        }
        for _ in 0..count {
            bits.zeros()?;
            bits.skip(low)?;
        }
    }
    Some(())
}

/// The CRC-8 of a frame header.
fn sum_of_head(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ byte, |sum, _| sum << 1 ^ if sum & 0x80 == 0 { 0 } else { 0x07 })
    })
}

/// The CRC-16 of a whole frame.
fn sum_of_frame(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |sum, byte| sum << 8 ^ SUMS[usize::from((sum >> 8) as u8 ^ byte)])
}

const SUMS: [u16; 256] = {
    let mut sums = [0; 256];
    let mut index = 0;
    while index < 256 {
        let mut sum = (index as u16) << 8;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 << 15 == 0 { sum << 1 } else { sum << 1 ^ 0x8005 };
            bit += 1;
        }
        sums[index] = sum;
        index += 1;
    }
    sums
};
