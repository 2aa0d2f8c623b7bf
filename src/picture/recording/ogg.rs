//! Ogg: Opus, Vorbis and Theora. The comment packet of each stream is overwritten in place, and
//! its pages get a new checksum.

use std::ops::Range;

use super::{DAMAGED, little_long, vorbis};
use crate::base::{Fault, Remake};
use crate::picture::notes::holds;

const OTHER: Fault = Fault {
    why: "it contains something else than sound and pictures that every browser plays",
    remake: Remake::Encode,
};

/// The limit of streams in a file, because every page is looked up in the list of streams. A usual
/// video has two.
const MOST_STREAMS: usize = 16;

/// One logical stream of the file: audio or video.
struct Stream {
    serial: u32,
    packets: usize,
    /// The first bytes of the first packet, and its whole length.
    begin: Vec<u8>,
    length: usize,
    /// The byte ranges of the second packet, which holds the comments.
    comments: Vec<Range<usize>>,
    is_unfinished: bool,
}

pub(super) fn clean(mut bytes: Vec<u8>) -> Result<Vec<u8>, Fault> {
    let mut streams: Vec<Stream> = vec![];
    let mut touched: Vec<Range<usize>> = vec![];
    let mut at = 0;
    while at < bytes.len() {
        let Some(page) = Page::at(&bytes, at) else {
            if at == 0 || holds(&bytes[at..], b"OggS") {
                return Err(DAMAGED);
            }
            bytes.truncate(at);
            break;
        };
        if read(&bytes, &page, &mut streams)? {
            touched.push(at..page.end);
        }
        at = page.end;
    }
    for stream in &streams {
        silence(&mut bytes, stream)?;
    }
    for page in touched {
        let page = &mut bytes[page];
        page[22..26].fill(0);
        let sum = sum(page);
        page[22..26].copy_from_slice(&sum.to_le_bytes());
    }
    Ok(bytes)
}

struct Page {
    flags: u8,
    serial: u32,
    /// The byte range of its segment table.
    lengths: Range<usize>,
    end: usize,
}

impl Page {
    fn at(bytes: &[u8], at: usize) -> Option<Page> {
        let head = bytes.get(at..)?.first_chunk::<27>().filter(|it| it.starts_with(b"OggS\0"))?;
        let lengths = at + 27..at + 27 + usize::from(head[26]);
        let size: usize = bytes.get(lengths.clone())?.iter().map(|it| usize::from(*it)).sum();
        let end = lengths.end + size;
        let serial = little_long(head, 14)?;
        (end <= bytes.len()).then_some(Page { flags: head[5], serial, lengths, end })
    }
}

const CONTINUED: u8 = 1;
const FIRST: u8 = 2;

/// Reads one page; returns whether it contains a part of a comment packet.
fn read(bytes: &[u8], page: &Page, streams: &mut Vec<Stream>) -> Result<bool, Fault> {
    let known = streams.iter().position(|stream| stream.serial == page.serial);
    let index = match (known, page.flags & FIRST != 0) {
        (Some(index), false) => index,
        (None, true) if streams.len() < MOST_STREAMS => {
            streams.push(Stream {
                serial: page.serial,
                packets: 0,
                begin: vec![],
                length: 0,
                comments: vec![],
                is_unfinished: false,
            });
            streams.len() - 1
        }
        _ => return Err(DAMAGED),
    };
    let stream = &mut streams[index];
    if stream.is_unfinished != (page.flags & CONTINUED != 0) {
        return Err(DAMAGED);
    }
    let mut at = page.lengths.end;
    let mut has_comments = false;
    for length in &bytes[page.lengths.clone()] {
        let segment = at..at + usize::from(*length);
        at = segment.end;
        match stream.packets {
            0 => {
                let room = 8_usize.saturating_sub(stream.begin.len());
                stream.begin.extend(bytes[segment.clone()].iter().take(room));
                stream.length += segment.len();
            }
            1 => {
                has_comments = true;
                match stream.comments.last_mut().filter(|last| last.end == segment.start) {
                    Some(last) => last.end = segment.end,
                    None => stream.comments.push(segment),
                }
            }
            _ => {}
        }
        stream.is_unfinished = *length == 255;
        stream.packets += usize::from(!stream.is_unfinished);
    }
    Ok(has_comments)
}

fn silence(bytes: &mut [u8], stream: &Stream) -> Result<(), Fault> {
    let begin = match (stream.begin.as_slice(), stream.length) {
        // A channel mapping table follows if there are more than two channels.
        (b"OpusHead", 19..=276) => vorbis::OPUS,
        (b"\x01vorbis\0", 30) => vorbis::VORBIS,
        (b"\x80theora\x03", 42) => vorbis::THEORA,
        _ => return Err(OTHER),
    };
    let parts = stream.comments.iter().map(|part| &bytes[part.clone()]);
    let mut packet = parts.collect::<Vec<_>>().concat();
    vorbis::silence(&mut packet, begin).ok_or(DAMAGED)?;
    let mut rest = packet.as_slice();
    for part in &stream.comments {
        let (piece, after) = rest.split_at(part.len());
        bytes[part.clone()].copy_from_slice(piece);
        rest = after;
    }
    Ok(())
}

/// The checksum of a page: CRC-32 with the polynomial of Ogg, without reflection.
fn sum(page: &[u8]) -> u32 {
    page.iter().fold(0, |sum, byte| {
        let index = usize::from((sum >> 24) as u8 ^ byte);
        sum << 8 ^ SUMS[index]
    })
}

const SUMS: [u32; 256] = {
    let mut sums = [0; 256];
    let mut index = 0;
    while index < 256 {
        let mut sum = (index as u32) << 24;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 << 31 == 0 { sum << 1 } else { sum << 1 ^ 0x04C1_1DB7 };
            bit += 1;
        }
        sums[index] = sum;
        index += 1;
    }
    sums
};
