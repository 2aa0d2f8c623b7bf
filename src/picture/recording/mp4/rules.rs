//! Which boxes of a track are needed for playing, and what of each.

use super::boxes::{BoxAt, next};
use super::rule::{Keep, Rule, header, only, table, within};
use super::{DAMAGED, Fault, codecs};
use crate::base::Remake;
use crate::picture::recording::long;

use Rule::{Each, Fixed, Header, Table, With, Within};

const TRACK: &[(&[u8; 4], Rule)] = &[
    (b"tkhd", Header(84, 96)),
    (b"edts", Within(&[(b"elst", With(edits))])),
    (b"tapt", Within(&[(b"clef", Fixed(12)), (b"prof", Fixed(12)), (b"enof", Fixed(12))])),
    (b"mdia", Within(MEDIA)),
];

const MEDIA: &[(&[u8; 4], Rule)] = &[
    (b"mdhd", Header(24, 36)),
    (b"hdlr", With(handler)),
    (
        b"minf",
        Within(&[
            (b"vmhd", Fixed(12)),
            (b"smhd", Fixed(8)),
            (b"hdlr", With(handler)),
            (b"dinf", Within(&[(b"dref", With(references))])),
            (b"stbl", Within(SAMPLES)),
        ]),
    ),
];

const SAMPLES: &[(&[u8; 4], Rule)] = &[
    (b"stsd", Each(codecs::descriptions)),
    (b"stts", Table(8)),
    (b"ctts", Table(8)),
    (b"stss", Table(4)),
    (b"stps", Table(4)),
    (b"stsc", Table(12)),
    (b"stco", Table(4)),
    (b"co64", Table(8)),
    (b"stsz", With(sizes)),
    (b"stz2", With(small_sizes)),
];

/// Cleans a video or audio track.
pub(super) fn track(bytes: &mut [u8], track: &BoxAt, is_audio: bool) -> Result<(), Fault> {
    within(bytes, track, TRACK, is_audio)
}

pub(super) fn movie_header(body: &mut [u8]) -> Result<(), Fault> {
    header(body, 100, 112)
}

/// Keeps the handler type of a track; its vendor and its name are blanked.
fn handler(body: &mut [u8]) -> Result<Keep, Fault> {
    body.get_mut(12..).ok_or(DAMAGED)?.fill(0);
    Ok(Keep::Yes)
}

/// Data references must point into the file itself: the path of another file would name a disk.
fn references(body: &mut [u8]) -> Result<Keep, Fault> {
    const ELSEWHERE: Fault =
        Fault { why: "its pictures or sound are in another file", remake: Remake::Copy };
    let end = body.len();
    let mut at = 8;
    while at < end {
        let Some(one) = next(body, at..end, false)? else { break };
        let entry = &mut body[one.body.clone()];
        if long(entry, 0).ok_or(DAMAGED)? & 1 == 0 {
            return Err(ELSEWHERE);
        }
        entry[4..].fill(0);
        at = one.body.end;
    }
    body.get_mut(at..).ok_or(DAMAGED)?.fill(0);
    Ok(Keep::Yes)
}

fn edits(body: &mut [u8]) -> Result<Keep, Fault> {
    let entry = if body.first() == Some(&1) { 20 } else { 12 };
    table(body, entry)
}

fn sizes(body: &mut [u8]) -> Result<Keep, Fault> {
    let of_each = long(body, 4).ok_or(DAMAGED)?;
    let count = long(body, 8).ok_or(DAMAGED)?;
    let listed = if of_each == 0 { u64::from(count) * 4 } else { 0 };
    only(body, usize::try_from(12 + listed).map_err(|_| DAMAGED)?)
}

fn small_sizes(body: &mut [u8]) -> Result<Keep, Fault> {
    let bits = long(body, 4).ok_or(DAMAGED)? & 0xFF;
    let count = long(body, 8).ok_or(DAMAGED)?;
    let listed = (u64::from(count) * u64::from(bits)).div_ceil(8);
    only(body, usize::try_from(12 + listed).map_err(|_| DAMAGED)?)
}
