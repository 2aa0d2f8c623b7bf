//! Messages between pictures (SEI): a kind, a length and a content, one behind the other, with a
//! byte 3 wherever two zeros would be read as something else.

use std::ops::Range;

/// What is left out becomes this: a message of filling. Where two zeros stand before, its number
/// would be lost; there it is one that nobody gave a meaning.
const FILLING: u8 = 3;
const NO_MEANING: u8 = 254;

/// The most bytes that one message of filling takes, kind and length included.
const MOST: usize = 256;

/// The end of a unit.
const END: u8 = 0x80;

/// Silences all messages that are not needed for playing, at the same length.
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

/// Whether the message at `at` is needed, and where it ends; `None` if it is none.
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

/// When pictures are shown, from where one can begin, in which colours, and how they are turned: all
/// of it short.
fn is_needed(kind: usize, length: usize) -> bool {
    match kind {
        // Filling up of the decoder's room, the hour of a picture, where one can begin.
        0 | 1 | 129 | 130 => length <= 64,
        6 | 47 | 128 | 165 => length <= 16,
        // Two eyes.
        45 | 176 => length <= 64,
        137 => length == 24,
        144 => length == 4,
        147 => length == 1,
        148 => length == 8,
        _ => false,
    }
}

/// Bytes as they are meant: without the marks between.
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

    /// A number in steps of 255.
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

/// Exchanges the messages of a range for filling. One or two bytes have no room for a message, and
/// say nothing.
fn silence(body: &mut [u8], range: Range<usize>) {
    let mut at = range.start;
    while range.end.saturating_sub(at) >= 3 {
        let length = match range.end - at {
            // One or two bytes more would be left over.
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
    fn what_is_needed_stays_and_words_become_filling() {
        let point = b"\x06\x01\xC4".as_slice();
        let words = b"\x05\x05words".as_slice();
        let filling = b"\x03\x05\xFF\xFF\xFF\xFF\xFF".as_slice();
        let end = b"\x80".as_slice();
        assert_eq!(
            cleaned(&[point, words, point, end].concat()),
            [point, filling, point, end].concat()
        );
        // Of a needed kind, and longer than it can be.
        let long = [b"\x93\x06".as_slice(), b"Odense", end].concat();
        assert_eq!(cleaned(&long), b"\x03\x06\xFF\xFF\xFF\xFF\xFF\xFF\x80");
        // Longer than what is there, or without an end.
        for odd in [b"\x05\x20words\x80".as_slice(), b"\x05\x04words", b"words", b"\x05\x05words"] {
            let clean = cleaned(odd);
            assert!(!clean.windows(3).any(|it| it == b"ord"), "{odd:?}: {clean:?}");
            assert_eq!(clean.len(), odd.len());
        }
    }

    #[test]
    fn a_mark_between_zeros_is_no_part_of_a_message() {
        // Of three bytes: two zeros and a 1.
        let body = b"\x05\x03\0\0\x03\x01\x06\x01\xC4\x80";
        assert_eq!(cleaned(body), b"\x03\x04\xFF\xFF\xFF\xFF\x06\x01\xC4\x80");
        // Behind zeros, a 3 would be taken for a mark.
        let body = b"\x06\x02\0\0\x05\x03abc\x80";
        assert_eq!(cleaned(body), b"\x06\x02\0\0\xFE\x03\xFF\xFF\xFF\x80");
    }

    #[test]
    fn words_of_any_length_become_whole_messages() {
        for length in 1..1200_usize {
            let mut body = vec![5];
            body.extend(vec![255; length / 255]);
            body.push(u8::try_from(length % 255).expect("a byte"));
            body.extend(vec![b'w'; length]);
            body.extend(b"\x06\x01\xC4\x80");
            let clean = cleaned(&body);
            assert!(clean.ends_with(b"\x06\x01\xC4\x80"), "{length}");
            // One such byte may be a length.
            assert!(!clean.windows(2).any(|it| it == b"ww"), "{length}");
            assert_eq!(cleaned(&clean), clean, "{length}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_stands_there_is_silenced_once_and_for_all(
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
