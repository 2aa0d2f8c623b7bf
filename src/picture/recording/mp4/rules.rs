//! Which boxes of a track are needed for playing, and what of each.

use super::boxes::{BoxAt, blank, next};
use super::{DAMAGED, Fault, codecs};
use crate::base::Remake;
use crate::picture::recording::long;

/// What becomes of a box.
pub(super) enum Rule {
    /// It holds boxes, of which these are needed.
    Within(&'static [(&'static [u8; 4], Rule)]),
    /// Of so many bytes, and no more.
    Fixed(usize),
    /// A count of entries of so many bytes, and no more.
    Table(usize),
    /// Times and lengths; the bytes it has in its shorter and in its longer form.
    Header(usize, usize),
    /// Of its own kind: cleaned by a function, or blanked where that says so.
    With(fn(&mut [u8]) -> Result<Keep, Fault>),
    /// How samples are written: a rule of their own for pictures and for sound.
    Descriptions,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    Yes,
    No,
}

use Rule::{Descriptions, Fixed, Header, Table, With, Within};

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
    (b"stsd", Descriptions),
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

/// Cleans a track of pictures or sound.
pub(super) fn track(bytes: &mut [u8], track: &BoxAt, is_sound: bool) -> Result<(), Fault> {
    within(bytes, track, TRACK, is_sound)
}

pub(super) fn movie_header(body: &mut [u8]) -> Result<(), Fault> {
    header(body, 100, 112)
}

/// Cleans a list of boxes. As deep as the rules are, whatever the file says.
pub(super) fn within(
    bytes: &mut [u8],
    list: &BoxAt,
    rules: &[(&[u8; 4], Rule)],
    is_sound: bool,
) -> Result<(), Fault> {
    let mut at = list.body.start;
    while let Some(one) = next(bytes, at..list.body.end, false)? {
        at = one.body.end;
        let rule = rules.iter().find(|(kind, _)| **kind == one.kind);
        let body = &mut bytes[one.body.clone()];
        let keep = match rule.map(|(_, rule)| rule) {
            None => Keep::No,
            Some(Within(rules)) => {
                within(bytes, &one, rules, is_sound)?;
                Keep::Yes
            }
            Some(Descriptions) => {
                codecs::descriptions(bytes, &one, is_sound)?;
                Keep::Yes
            }
            Some(Fixed(length)) => only(body, *length)?,
            Some(Table(entry)) => table(body, *entry)?,
            Some(Header(short, long)) => {
                header(body, *short, *long)?;
                Keep::Yes
            }
            Some(With(clean)) => clean(body)?,
        };
        if keep == Keep::No {
            blank(bytes, &one);
        }
    }
    bytes[at..list.body.end].fill(0);
    Ok(())
}

/// Whatever stands behind so many bytes is blanked.
pub(super) fn only(body: &mut [u8], length: usize) -> Result<Keep, Fault> {
    body.get_mut(length..).ok_or(DAMAGED)?.fill(0);
    Ok(Keep::Yes)
}

fn table(body: &mut [u8], entry: usize) -> Result<Keep, Fault> {
    let count = usize::try_from(long(body, 4).ok_or(DAMAGED)?).map_err(|_| DAMAGED)?;
    only(body, count.saturating_mul(entry).saturating_add(8))
}

/// When it was made and changed is blanked, and what is reserved.
fn header(body: &mut [u8], short: usize, long: usize) -> Result<(), Fault> {
    let (times, length) = match body.first() {
        Some(0) => (4..12, short),
        Some(1) => (4..20, long),
        _ => return Err(DAMAGED),
    };
    only(body, length)?;
    let end = times.end;
    body[times].fill(0);
    match short {
        // Of a track: beside its number, and behind its length.
        84 => {
            let after = length - 60;
            body[end + 4..end + 8].fill(0);
            body[after..after + 8].fill(0);
        }
        // Of the film: behind its volume, and what an editor selected.
        100 => {
            let after = length - 74;
            body[after..after + 10].fill(0);
            body[length - 28..length - 4].fill(0);
        }
        _ => {}
    }
    Ok(())
}

/// What a track is for stays; who wrote it, and its name, go.
fn handler(body: &mut [u8]) -> Result<Keep, Fault> {
    body.get_mut(12..).ok_or(DAMAGED)?.fill(0);
    Ok(Keep::Yes)
}

/// Each says where the samples lie. In the file itself: else its path would tell whose disk it was.
fn references(body: &mut [u8]) -> Result<Keep, Fault> {
    const ELSEWHERE: Fault =
        Fault { why: "its pictures or sound lie in another file", remake: Remake::Copy };
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
