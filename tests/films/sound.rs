//! Sound: MP3, WAV, FLAC, Opus and Vorbis.

use super::{exif, jpeg, note, played};

/// One second of frames of 128 kilobits.
pub(crate) fn frames() -> Vec<u8> {
    let frame = [b"\xFF\xFB\x90\0".as_slice(), &played(0x40, 413)].concat();
    frame.repeat(12)
}

pub(crate) fn mp3() -> Vec<u8> {
    let note = note();
    let frame = |name: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).expect("short").to_be_bytes();
        [name, &length, b"\0\0", content].concat()
    };
    let id3 = [
        frame(b"TPE1", &note),
        frame(b"OWNE", &note),
        frame(b"POPM", &note),
        frame(b"PRIV", &note),
        frame(b"GEOB", &note),
        frame(b"APIC", &[b"\0image/jpeg\0\x03\0".as_slice(), &jpeg()].concat()),
    ]
    .concat();
    let length = id3.len();
    let seven = |shift: usize| u8::try_from(length >> shift & 0x7F).expect("seven bits");
    let id3 = [b"ID3\x03\0\0".as_slice(), &[0, 0, seven(7), seven(0)], &id3].concat();
    let mut old = [b"TAG".as_slice(), &note].concat();
    old.resize(128, 0);
    old.truncate(128);
    let lyrics = [b"LYRICSBEGIN".as_slice(), &note, b"LYRICSEND"].concat();
    // An unknown tag between the frames, as players find and skip it.
    let between = [b"XTAG".as_slice(), &note].concat();
    [&id3, &frames()[..417 * 6], &between, &frames()[417 * 6..], &ape(), &lyrics, &old].concat()
}

fn ape() -> Vec<u8> {
    let note = note();
    let length = u32::try_from(note.len() + 32).expect("short").to_le_bytes();
    let foot = |flags: u8| {
        [b"APETAGEX\xD0\x07\0\0".as_slice(), &length, b"\x01\0\0\0\0\0\0", &[flags], &[0; 8]]
            .concat()
    };
    [foot(0xA0), note, foot(0x80)].concat()
}

fn chunk(kind: &[u8], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("short").to_le_bytes();
    let fill: &[u8] = if content.len() % 2 == 1 { b"\0" } else { b"" };
    [kind, &length, content, fill].concat()
}

pub(crate) fn wav() -> Vec<u8> {
    let note = note();
    let format = b"\x01\0\x01\0\x44\xAC\0\0\x88\x58\x01\0\x02\0\x10\0";
    let chunks = [
        b"WAVE".to_vec(),
        chunk(b"bext", &note),
        chunk(b"fmt ", &[format.as_slice(), &note].concat()),
        chunk(b"iXML", &note),
        chunk(b"LIST", &[b"INFO".as_slice(), &note].concat()),
        chunk(b"data", &played(0x40, 101)),
        chunk(b"id3 ", &note),
        chunk(b"_PMX", &note),
        exif(),
    ]
    .concat();
    [chunk(b"RIFF", &chunks), note].concat()
}

pub(crate) fn flac() -> Vec<u8> {
    let note = note();
    let block = |kind: u8, content: &[u8]| {
        let length = u32::try_from(content.len()).expect("short").to_be_bytes();
        [&[kind], &length[1..], content].concat()
    };
    let blocks = [
        block(0, &stream(200)),
        block(4, &comments(b"", false)),
        block(6, &jpeg()),
        block(2, &note),
        block(3, &[0; 18]),
        block(0x81, &note),
    ]
    .concat();
    let mut old = [b"TAG".as_slice(), &note].concat();
    old.resize(128, 0);
    old.truncate(128);
    [b"fLaC", blocks.as_slice(), &flac_frame(0), &flac_frame(1), &ape(), &old].concat()
}

/// How FLAC tells of sound of so many moments: one channel of eight bits, 44,100 times a second.
fn stream(moments: u8) -> [u8; 34] {
    let mut block = [0x11; 34];
    block[..18].copy_from_slice(b"\0\x64\0\x64\0\0\0\0\0\0\x0A\xC4\x40\x70\0\0\0\0");
    block[17] = moments;
    block
}

/// A frame of 100 moments as they are.
pub(crate) fn flac_frame(number: u8) -> Vec<u8> {
    let mut frame = vec![0xFF, 0xF8, 0x60, 0x02, number, 99];
    frame.push(u8::try_from(sum(&frame, 8, 0x07)).expect("a byte"));
    frame.push(0x02);
    frame.extend(played(0x40, 100));
    let sum = u16::try_from(sum(&frame, 16, 0x8005)).expect("two bytes");
    frame.extend(sum.to_be_bytes());
    frame
}

/// A CRC of so many bits.
fn sum(bytes: &[u8], width: u32, polynomial: u32) -> u32 {
    let bits =
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| u32::from(byte >> bit & 1)));
    bits.fold(0, |sum, bit| {
        let shifted = sum << 1 & ((1 << width) - 1);
        shifted ^ if sum >> (width - 1) ^ bit == 1 { polynomial } else { 0 }
    })
}

/// A packet of comments, with the sign of its end that Vorbis has.
pub(crate) fn comments(begin: &[u8], has_end: bool) -> Vec<u8> {
    let note = note();
    let field = |text: &[u8]| {
        let length = u32::try_from(text.len()).expect("short").to_le_bytes();
        [&length, text].concat()
    };
    let all = [
        begin.to_vec(),
        field(&note),
        2_u32.to_le_bytes().to_vec(),
        field(&[b"LOCATION=".as_slice(), &note].concat()),
        field(&[b"METADATA_BLOCK_PICTURE=".as_slice(), &jpeg()].concat()),
    ]
    .concat();
    [all, if has_end { vec![1] } else { vec![] }].concat()
}

/// One stream in pages; each packet begins a page of its own, and long ones fill several.
pub(crate) fn ogg(first: &[u8], comments: &[u8]) -> Vec<u8> {
    let mut pages = vec![];
    let mut flags = 2;
    for packet in [first, comments, &played(0x40, 300)] {
        let pieces: Vec<&[u8]> = packet.chunks(2 * 255).collect();
        for (index, piece) in pieces.iter().enumerate() {
            let is_last = index + 1 == pieces.len();
            let mut lengths = vec![255; piece.len() / 255];
            if is_last {
                lengths.push(u8::try_from(piece.len() % 255).expect("small"));
            }
            let flags = if index > 0 { 1 } else { flags };
            let count = u8::try_from(lengths.len()).expect("few");
            let head = [b"OggS\0".as_slice(), &[flags], &[0; 8], b"PLNT", &[0; 8], &[count]];
            pages.extend([&head.concat(), lengths.as_slice(), piece].concat());
        }
        flags = 0;
    }
    [pages, b"TAG".to_vec(), note()].concat()
}

pub(crate) fn opus() -> Vec<u8> {
    let first = [b"OpusHead\x01\x02".as_slice(), &[0; 9]].concat();
    ogg(&first, &comments(b"OpusTags", false))
}

pub(crate) fn vorbis() -> Vec<u8> {
    let first = [b"\x01vorbis".as_slice(), &[0; 23]].concat();
    ogg(&first, &comments(b"\x03vorbis", true))
}
