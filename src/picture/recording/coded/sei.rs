//! SEI messages: each has a type, a length and a payload. After two zero bytes, encoders insert an
//! emulation prevention byte (3), so that the payload cannot look like the start of a unit.

use std::ops::Range;

/// The type of the filler message that replaces a removed message. After two zero bytes, this 3
/// would be read as an emulation prevention byte; there, an unassigned type is used instead.
const FILLING: u8 = 3;
const NO_MEANING: u8 = 254;

/// The largest size of one filler message in bytes, including its type and length.
const MOST: usize = 256;

/// The byte that ends a unit (stop bit and alignment).
const END: u8 = 0x80;

/// Overwrites all messages that are not needed for playing; the length does not change.
pub(super) fn clean(body: &mut [u8]) {
    let Some(last) = body.iter().rposition(|byte| *byte != 0) else { return };
    let end = if body[last] == END { last } else { body.len() };
    let mut at = 0;
    while at < end {
        match message(&body[..end], at) {
            Some((true, next)) => at = next,
            Some((false, next)) => {
                silence(body, at..next);
                at = next;
            }
            None => {
                let last = body.len() - 1;
                body[last] = END;
                silence(body, at..last);
                return;
            }
        }
    }
}

/// Whether the message at `at` is needed, and its end; `None` if it is not a valid message.
fn message(body: &[u8], at: usize) -> Option<(bool, usize)> {
    let zeros = body[..at].iter().rev().take_while(|byte| **byte == 0).count();
    let mut bytes = Bytes { body, at, zeros };
    let kind = bytes.sum()?;
    let length = bytes.sum()?;
    for _ in 0..length {
        bytes.next()?;
    }
    bytes.skip_mark();
    Some((is_needed(kind, length), bytes.at))
}

/// Whether a message is needed for playing: timing, random access, colours and rotation. Each type
/// has a limit of its length, so that no text fits into it.
fn is_needed(kind: usize, length: usize) -> bool {
    match kind {
        // Buffering period, picture timing, recovery point, decoding unit information.
        0 | 1 | 129 | 130 => length <= 64,
        6 | 47 | 128 | 165 => length <= 16,
        // Frame packing and other information for stereo video.
        45 | 176 => length <= 64,
        137 => length == 24,
        144 => length == 4,
        147 => length == 1,
        148 => length == 8,
        _ => false,
    }
}

/// Reads the payload without the emulation prevention bytes.
struct Bytes<'a> {
    body: &'a [u8],
    at: usize,
    zeros: usize,
}

impl Bytes<'_> {
    fn next(&mut self) -> Option<u8> {
        self.skip_mark();
        let byte = *self.body.get(self.at)?;
        self.at += 1;
        self.zeros = if byte == 0 { self.zeros + 1 } else { 0 };
        Some(byte)
    }

    fn skip_mark(&mut self) {
        if self.zeros >= 2 && self.body.get(self.at) == Some(&3) {
            self.at += 1;
            self.zeros = 0;
        }
    }

    /// A number that is coded as a sum of bytes; it ends with the first byte that is not 255.
    fn sum(&mut self) -> Option<usize> {
        let mut sum = 0;
        loop {
            let byte = self.next()?;
            sum += usize::from(byte);
            if byte != 255 {
                return Some(sum);
            }
        }
    }
}

/// Replaces the messages of a range by filler messages. A rest of one or two bytes is too short for
/// a message, and also too short to hold text.
fn silence(body: &mut [u8], range: Range<usize>) {
    let mut at = range.start;
    while range.end.saturating_sub(at) >= 3 {
        let length = match range.end - at {
            // Avoids a rest of one or two bytes, which is too short for another message.
            257 | 258 => MOST - 3,
            rest => rest.min(MOST),
        };
        let is_read_otherwise = at >= 2 && body[at - 2..at] == [0, 0];
        body[at + 1..at + length].fill(0xFF);
        body[at] = if is_read_otherwise { NO_MEANING } else { FILLING };
        body[at + 1] = u8::try_from(length - 2).unwrap_or(0xFE);
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cleaned(body: &[u8]) -> Vec<u8> {
        let mut body = body.to_vec();
        clean(&mut body);
        body
    }

    #[test]
    fn needed_messages_stay_and_text_becomes_filler() {
        let point = b"\x06\x01\xC4".as_slice();
        let words = b"\x05\x05words".as_slice();
        let filling = b"\x03\x05\xFF\xFF\xFF\xFF\xFF".as_slice();
        let end = b"\x80".as_slice();
        assert_eq!(
            cleaned(&[point, words, point, end].concat()),
            [point, filling, point, end].concat()
        );
        // A message of a needed type that is longer than the limit of this type.
        let long = [b"\x93\x06".as_slice(), b"Odense", end].concat();
        assert_eq!(cleaned(&long), b"\x03\x06\xFF\xFF\xFF\xFF\xFF\xFF\x80");
        // Messages that are longer than the unit, or a unit without an end.
        for odd in [b"\x05\x20words\x80".as_slice(), b"\x05\x04words", b"words", b"\x05\x05words"] {
            let clean = cleaned(odd);
            assert!(!clean.windows(3).any(|it| it == b"ord"), "{odd:?}: {clean:?}");
            assert_eq!(clean.len(), odd.len());
        }
    }

    #[test]
    fn an_emulation_prevention_byte_is_not_part_of_a_message() {
        // A payload of three bytes: two zeros and a 1.
        let body = b"\x05\x03\0\0\x03\x01\x06\x01\xC4\x80";
        assert_eq!(cleaned(body), b"\x03\x04\xFF\xFF\xFF\xFF\x06\x01\xC4\x80");
        // After two zeros, a 3 would be read as an emulation prevention byte.
        let body = b"\x06\x02\0\0\x05\x03abc\x80";
        assert_eq!(cleaned(body), b"\x06\x02\0\0\xFE\x03\xFF\xFF\xFF\x80");
    }

    #[test]
    fn text_of_any_length_becomes_valid_filler_messages() {
        for length in 1..1200_usize {
            let mut body = vec![5];
            body.extend(vec![255; length / 255]);
            body.push(u8::try_from(length % 255).expect("a byte"));
            body.extend(vec![b'w'; length]);
            body.extend(b"\x06\x01\xC4\x80");
            let clean = cleaned(&body);
            assert!(clean.ends_with(b"\x06\x01\xC4\x80"), "{length}");
            // A single `w` may be the length of a filler message.
            assert!(!clean.windows(2).any(|it| it == b"ww"), "{length}");
            assert_eq!(cleaned(&clean), clean, "{length}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn cleaning_any_bytes_twice_changes_nothing_more(
            body in prop::collection::vec(
                prop_oneof![Just(0_u8), Just(3), Just(5), Just(6), Just(255), Just(0x80), any::<u8>()],
                0..60,
            ),
        ) {
            let clean = cleaned(&body);
            prop_assert_eq!(clean.len(), body.len());
            prop_assert_eq!(cleaned(&clean), clean);
        }
    }
}
