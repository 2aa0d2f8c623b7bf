//! MP4 and its relatives (MOV, M4A): what is not needed for playing is overwritten in place, so
//! that the rest keeps its position.
//!
//! A box that is not on the list becomes `free`, and its content zeros. Players skip `free`, as
//! they skip boxes that they do not know; so nothing that is overwritten was seen or heard before.
//! Text tracks are the exception: they may be subtitles, which readers need, or the flight path of
//! a drone, which must not be published; so such a file is refused. In `mdat`, all bytes that no
//! kept track refers to are blanked too: there lie the samples of removed tracks. Text inside the
//! coded frames of videos is overwritten.

mod boxes;
mod codecs;
mod pictures;
mod rule;
mod rules;
mod samples;

use std::ops::Range;

use super::{DAMAGED, big};
use crate::base::{Fault, Remake};
use boxes::{BoxAt, blank, find, next};
use pictures::Pictures;

const FRAGMENTS: Fault = Fault { why: "it is stored in fragments", remake: Remake::Copy };
const WORDS: Fault = Fault {
    why: "it contains a track of words, which may reveal where it was recorded; save subtitles as \
          a file of their own (.vtt or .srt)",
    remake: Remake::Copy,
};
const NOTHING: Fault =
    Fault { why: "no pictures and no sound were found in it", remake: Remake::Encode };

pub(super) fn clean(mut bytes: Vec<u8>) -> Result<Vec<u8>, Fault> {
    let mut wanted: Vec<Range<u32>> = vec![];
    let mut pictures = Pictures::default();
    let mut data: Vec<Range<usize>> = vec![];
    let (mut tracks, mut at) = (0, 0);
    while at < bytes.len() {
        let one = match next(&bytes, at..bytes.len(), true) {
            Ok(Some(one)) => one,
            // After the last box, cameras write metadata of their own: these are cut off.
            _ if tracks > 0 && !data.is_empty() => {
                bytes.truncate(at);
                break;
            }
            _ => return Err(DAMAGED),
        };
        match &one.kind {
            b"ftyp" => brands(&mut bytes[one.body.clone()])?,
            b"moov" => tracks += movie(&mut bytes, &one, &mut wanted, &mut pictures)?,
            b"mdat" => data.push(one.body.clone()),
            b"moof" => return Err(FRAGMENTS),
            _ => blank(&mut bytes, &one),
        }
        at = one.body.end;
    }
    if tracks == 0 {
        return Err(NOTHING);
    }
    pictures.clean(&mut bytes, &data)?;
    samples::blank_all_but(&mut bytes, &data, wanted);
    Ok(bytes)
}

/// Cleans the list of brands. Brands of single vendors are removed: they would name the device.
fn brands(body: &mut [u8]) -> Result<(), Fault> {
    if body.len() < 8 || !body.len().is_multiple_of(4) {
        return Err(DAMAGED);
    }
    for (index, brand) in body.chunks_exact_mut(4).enumerate() {
        match index {
            1 => brand.fill(0),
            _ if BRANDS.contains(&&*brand) => {}
            _ => brand.copy_from_slice(b"isom"),
        }
    }
    Ok(())
}

const BRANDS: [&[u8]; 24] = [
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"mp41",
    b"mp42", b"avc1", b"hvc1", b"av01", b"M4A ", b"M4V ", b"qt  ", b"dby1", b"3gp4", b"3gp5",
    b"3gp6", b"3gp7", b"3g2a", b"dash",
];

/// Cleans the `moov` box; returns how many tracks it keeps, and collects where their samples lie.
fn movie(
    bytes: &mut [u8],
    movie: &BoxAt,
    wanted: &mut Vec<Range<u32>>,
    pictures: &mut Pictures,
) -> Result<usize, Fault> {
    let mut tracks = 0;
    let mut at = movie.body.start;
    while let Some(one) = next(bytes, at..movie.body.end, false)? {
        at = one.body.end;
        match &one.kind {
            b"mvhd" => rules::movie_header(&mut bytes[one.body])?,
            b"trak" => match handler(bytes, &one)?.as_ref() {
                Some(what @ (b"vide" | b"soun")) => {
                    let is_audio = what == b"soun";
                    rules::track(bytes, &one, is_audio)?;
                    samples::note(bytes, &one, is_audio, wanted, pictures)?;
                    tracks += 1;
                }
                Some(b"text" | b"sbtl" | b"subt" | b"clcp") => return Err(WORDS),
                // Tracks of positions, motion data and timecodes: no browser shows them.
                _ => blank(bytes, &one),
            },
            _ => blank(bytes, &one),
        }
    }
    bytes[at..movie.body.end].fill(0);
    Ok(tracks)
}

/// The handler type of a track, such as `vide` or `soun`.
fn handler(bytes: &[u8], track: &BoxAt) -> Result<Option<[u8; 4]>, Fault> {
    let Some(media) = find(bytes, track.body.clone(), b"mdia")? else { return Ok(None) };
    let Some(handler) = find(bytes, media.body, b"hdlr")? else { return Ok(None) };
    Ok(bytes[handler.body].get(8..).and_then(|it| it.first_chunk()).copied())
}
