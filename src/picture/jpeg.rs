//! JPEG: a series of segments, each with a marker at its beginning, and the compressed scans.
//!
//! Cameras add much to it: EXIF with place and time, XMP, maker's notes, thumbnails of cropped
//! parts, a second picture or a video after the end. Only what a decoder needs to show the same
//! pixels, colours and orientation is kept.

use super::exif::Orientation;
use super::reader::Reader;
use super::{DAMAGED, Walked};

const START: u8 = 0xD8;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const QUANTISATION: u8 = 0xDB;
const HUFFMAN: u8 = 0xC4;
const RESTART_INTERVAL: u8 = 0xDD;

const ICC: &[u8] = b"ICC_PROFILE\0";
const EXIF: &[u8] = b"Exif\0\0";
/// The marker's name, version, flags and colour transform.
const ADOBE_LENGTH: usize = 12;
/// Each scan of a progressive photo covers all its pixels again; encoders write about ten.
const MOST_SCANS: usize = 100;
/// Version 1.1, square pixels, no thumbnail.
const JFIF: &[u8] = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

pub(super) fn walk(bytes: &[u8]) -> Result<Walked, String> {
    let mut input = Reader::new(bytes);
    input.take(2)?;
    let mut frame = None;
    let mut scans = 0;
    let mut is_jfif = false;
    let mut orientation = None;
    let mut kept = Vec::with_capacity(bytes.len());
    loop {
        let marker = next_marker(&mut input)?;
        if marker == END {
            break;
        }
        if matches!(marker, 0x01 | 0xD0..=0xD7 | START) {
            continue;
        }
        let content = segment(&mut input)?;
        match marker {
            0xC0..=0xC2 if frame.is_none() => {
                frame = Some(frame_size(content)?);
                write(&mut kept, marker, content);
            }
            0xC0..=0xC2 => return Err(DAMAGED.into()),
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return Err(UNSHOWABLE.into()),
            QUANTISATION | HUFFMAN | RESTART_INTERVAL => write(&mut kept, marker, content),
            SCAN if scans == MOST_SCANS => return Err(TOO_MANY_SCANS.into()),
            SCAN => {
                write(&mut kept, marker, content);
                kept.extend(scan(&mut input)?);
                scans += 1;
            }
            0xE0 if content.starts_with(b"JFIF\0") => is_jfif = true,
            0xE1 if orientation.is_none() => {
                orientation = content.strip_prefix(EXIF).and_then(Orientation::read);
            }
            0xE2 if content.starts_with(ICC) => write(&mut kept, marker, content),
            0xEE if content.starts_with(b"Adobe") && content.len() >= ADOBE_LENGTH => {
                write(&mut kept, marker, &content[..ADOBE_LENGTH]);
            }
            _ => {}
        }
    }
    let frame = frame.filter(|_| scans > 0).ok_or(DAMAGED)?;
    let orientation = orientation.unwrap_or(Orientation::AS_IT_LIES);
    let (width, height) = orientation.shown(frame);

    let mut clean = vec![0xFF, START];
    // Decoders choose the colour model by whether this segment is there.
    if is_jfif {
        write(&mut clean, 0xE0, JFIF);
    }
    if orientation != Orientation::AS_IT_LIES {
        write(&mut clean, 0xE1, &[EXIF, &orientation.write()].concat());
    }
    clean.append(&mut kept);
    clean.extend([0xFF, END]);
    Ok(Walked { turn: orientation, ..Walked::still(width, height, clean) })
}

const UNSHOWABLE: &str =
    "this is a rare kind of JPEG that browsers cannot show: save it as an ordinary JPEG";

const TOO_MANY_SCANS: &str =
    "this JPEG is stored in a way that would take too long to open: save it as an ordinary JPEG";

const FOR_PRINTING: &str =
    "the photo has colours for printing (CMYK), not for screens: save it as a JPEG in RGB";

/// Stray bytes between segments are passed over, as decoders do.
fn next_marker(input: &mut Reader) -> Result<u8, String> {
    loop {
        input.take_until(0xFF, |_| true)?;
        let mut byte = 0xFF;
        while byte == 0xFF {
            byte = input.byte()?;
        }
        if byte != 0 {
            return Ok(byte);
        }
    }
}

fn segment<'a>(input: &mut Reader<'a>) -> Result<&'a [u8], String> {
    let length = usize::from(u16::from_be_bytes(input.array()?));
    input.take(length.checked_sub(2).ok_or(DAMAGED)?)
}

fn frame_size(content: &[u8]) -> Result<(u32, u32), String> {
    let mut content = Reader::new(content);
    if content.byte()? != 8 {
        return Err(UNSHOWABLE.into());
    }
    let height = u16::from_be_bytes(content.array()?);
    let width = u16::from_be_bytes(content.array()?);
    if content.byte()? == 4 {
        return Err(FOR_PRINTING.into());
    }
    Ok((width.into(), height.into()))
}

/// The compressed pixels: up to a marker that is neither a restart nor an escaped 0xFF.
fn scan<'a>(input: &mut Reader<'a>) -> Result<&'a [u8], String> {
    input.take_until(0xFF, |rest| !matches!(rest.get(1), None | Some(0 | 0xFF | 0xD0..=0xD7)))
}

fn write(out: &mut Vec<u8>, marker: u8, content: &[u8]) {
    let length = u16::try_from(content.len() + 2).expect("a segment is as long as one was read");
    out.extend([0xFF, marker]);
    out.extend(length.to_be_bytes());
    out.extend(content);
}
