//! WebM and Matroska: elements that are not needed for playing become `Void` where they stand, and
//! their content zeros, so that the rest keeps its position. In video blocks, text inside the
//! coded frames is overwritten.

mod elements;
mod track;

use super::{DAMAGED, big, vorbis};
use crate::base::{Fault, Remake};
use crate::picture::notes::position;
use elements::{Id, Rule, VOID, rule};
use track::Track;

const OTHER_TRACK: Fault = Fault {
    why: "it contains more than pictures and sound, which may reveal where it was recorded; save \
          subtitles as a file of their own (.vtt)",
    remake: Remake::Copy,
};
const OTHER_NOTATION: Fault = Fault {
    why: "its pictures or sound have a format that browsers do not play",
    remake: Remake::Encode,
};
const PACKED: Fault =
    Fault { why: "its pictures or sound are compressed a second time", remake: Remake::Copy };

/// The limit of how deep elements may be nested; real videos use seven levels.
const DEEPEST: usize = 12;

const CODECS: [&[u8]; 7] =
    [b"V_VP8", b"V_VP9", track::AV1, track::AVC, b"A_OPUS", b"A_VORBIS", b"A_AAC"];

pub(super) fn clean(mut bytes: Vec<u8>) -> Result<Vec<u8>, Fault> {
    // The ends of all open elements, outermost first; `None` where the length is unknown.
    let mut ends: Vec<Option<usize>> = vec![];
    let mut tracks: Vec<Track> = vec![];
    let mut at = 0;
    while at < bytes.len() {
        while ends.last() == Some(&Some(at)) {
            ends.pop();
        }
        let element = Element::at(&bytes, at);
        // Bytes after the end of the segment do not belong to the video: they are cut off.
        if ends.is_empty() && !tracks.is_empty() && element.as_ref().is_none_or(Element::is_loose) {
            bytes.truncate(at);
            break;
        }
        let element = element.ok_or(DAMAGED)?;
        let known_end = ends.iter().rev().flatten().next().copied();
        let limit = known_end.unwrap_or(bytes.len());
        let end = match element.length {
            Some(length) => element.body.checked_add(length).filter(|end| *end <= limit),
            None => Some(limit),
        };
        let end = end.ok_or(DAMAGED)?;
        let body = element.body..end;
        at = match rule(element.id) {
            Rule::Within => {
                if ends.len() == DEEPEST {
                    return Err(DAMAGED);
                }
                // A new cluster ends the cluster before it, if that one has an unknown length.
                if element.id == elements::CLUSTER && ends.last() == Some(&None) && ends.len() > 1 {
                    ends.pop();
                }
                if element.id == elements::TRACK {
                    tracks.push(Track::default());
                }
                ends.push(element.length.map(|_| end));
                body.start
            }
            _ if element.length.is_none() => return Err(DAMAGED),
            Rule::Short if body.len() <= 8 => end,
            Rule::Short => return Err(DAMAGED),
            Rule::Name => {
                bytes[body].fill(0);
                end
            }
            Rule::Type if matches!(big(&bytes[body.clone()]), 1 | 2) => end,
            Rule::Type => return Err(OTHER_TRACK),
            Rule::Number => {
                let number = big(&bytes[body]);
                if tracks.iter().any(|track| track.number == Some(number)) {
                    return Err(DAMAGED);
                }
                let track = tracks.last_mut().filter(|track| track.number.is_none());
                track.ok_or(DAMAGED)?.number = Some(number);
                end
            }
            Rule::Codec if CODECS.contains(&bytes[body.clone()].trim_ascii_end()) => {
                tracks.last_mut().ok_or(DAMAGED)?.name(bytes[body].trim_ascii_end())?;
                end
            }
            // Audio codecs begin with `A_`, video codecs with `V_`; others are subtitles or data.
            Rule::Codec if !matches!(bytes[body.clone()], [b'A' | b'V', ..]) => {
                return Err(OTHER_TRACK);
            }
            Rule::Codec => return Err(OTHER_NOTATION),
            Rule::SetUp => {
                set_up(&mut bytes[body.clone()])?;
                tracks.last_mut().ok_or(DAMAGED)?.set_up(body)?;
                end
            }
            Rule::Block => {
                let (number, width) = id_or_number(&bytes[body.clone()], true).ok_or(DAMAGED)?;
                let track = tracks.iter_mut().find(|track| track.number == Some(number));
                track.ok_or(DAMAGED)?.clean(&mut bytes, body.start + width..body.end)?;
                end
            }
            Rule::Refused => return Err(PACKED),
            Rule::Blank => {
                blank(&mut bytes, at, end);
                end
            }
        };
        if tracks.len() > 64 {
            return Err(DAMAGED);
        }
    }
    for track in &mut tracks {
        track.finish(&mut bytes)?;
    }
    if tracks.is_empty() { Err(DAMAGED) } else { Ok(bytes) }
}

struct Element {
    id: Id,
    /// The offset of its content.
    body: usize,
    /// The length of its content; `None` if it is unknown.
    length: Option<usize>,
}

impl Element {
    /// Whether it may not stand at the top level of a file.
    fn is_loose(&self) -> bool {
        !matches!(self.id, elements::HEAD | elements::FILM)
    }

    fn at(bytes: &[u8], at: usize) -> Option<Element> {
        let rest = bytes.get(at..)?;
        let (id, width) = id_or_number(rest.get(..rest.len().min(4))?, false)?;
        let (length, more) = id_or_number(rest.get(width..)?, true)?;
        let is_unknown = length == (1 << (7 * more)) - 1;
        let length = usize::try_from(length).ok()?;
        let id = Id::try_from(id).ok()?;
        Some(Element { id, body: at + width + more, length: (!is_unknown).then_some(length) })
    }
}

/// A number of variable length, and its width: the first byte says how many bytes follow. In an
/// element's ID, the bit that marks the width is part of the value.
fn id_or_number(bytes: &[u8], is_number: bool) -> Option<(u64, usize)> {
    let first = *bytes.first()?;
    let width = usize::try_from(first.leading_zeros()).ok()? + 1;
    let whole = bytes.get(..width).filter(|_| width <= 8).map(big)?;
    let sign = if is_number { 1 << (7 * width) } else { 0 };
    Some((whole - sign, width))
}

/// Cleans the codec data of Vorbis, which contains the comment packet.
fn set_up(body: &mut [u8]) -> Result<(), Fault> {
    let Some(at) = position(body, b"\x03vorbis").filter(|at| *at < 300) else {
        return if body.len() > 4096 { Err(DAMAGED) } else { Ok(()) };
    };
    // Three packets: the lengths of the first two stand before them, as sums of bytes up to 255.
    let mut lengths = [0; 2];
    let mut next = 1;
    for length in &mut lengths {
        loop {
            let byte = *body.get(next).ok_or(DAMAGED)?;
            next += 1;
            *length += usize::from(byte);
            if byte != 255 {
                break;
            }
        }
    }
    let packet = next + lengths[0]..next + lengths[0] + lengths[1];
    let is_right = body.first() == Some(&2) && packet.start == at;
    let packet = body.get_mut(packet).filter(|_| is_right).ok_or(DAMAGED)?;
    vorbis::silence(packet, vorbis::VORBIS).ok_or(DAMAGED)
}

/// Replaces the element from `at` to `end` by a `Void` element of the same length.
fn blank(bytes: &mut [u8], at: usize, end: usize) {
    let room = end - at;
    let whole = &mut bytes[at..end];
    whole.fill(0);
    whole[0] = VOID;
    // The shortest element has two bytes; the length field has one byte, or always eight.
    let width = if room > 9 { 8 } else { 1 };
    let length = (room - 1 - width) as u64 | 1 << (7 * width);
    let sign = length.to_be_bytes();
    whole[1..=width].copy_from_slice(&sign[8 - width..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_void_element_has_the_length_of_the_element_it_replaces() {
        for length in 2..400 {
            let mut bytes = vec![0x7F; length + 2];
            blank(&mut bytes, 1, length + 1);
            assert_eq!((bytes[0], bytes[length + 1]), (0x7F, 0x7F), "{length}");
            let room = Element::at(&bytes, 1).expect("an element");
            assert_eq!(room.id, u32::from(VOID));
            let end = room.length.map(|it| room.body + it);
            assert_eq!(end, Some(length + 1), "{length}");
        }
    }
}
