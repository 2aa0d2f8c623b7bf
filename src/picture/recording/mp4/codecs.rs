//! Sample descriptions: which codecs are accepted, and which of their boxes are kept.

use super::boxes::{BoxAt, find, next};
use super::rule::{Keep, Rule, only, within};
use super::{DAMAGED, Fault};
use crate::base::Remake;
use crate::picture::recording::coded::{self, Coding};
use crate::picture::recording::long;

const OTHER: Fault = Fault {
    why: "its pictures or sound have a format that browsers do not play",
    remake: Remake::Encode,
};

/// The video codecs whose frames can be cleaned. Codecs of single photos (such as JPEG) are not
/// accepted: each frame could have its own metadata.
const PICTURES: [&[u8]; 13] = [
    b"avc1", b"avc2", b"avc3", b"avc4", b"hvc1", b"hev1", b"dvh1", b"dvhe", b"dva1", b"dvav",
    b"av01", b"vp08", b"vp09",
];
const SOUND: [&[u8]; 16] = [
    b"mp4a", b"alac", b"ac-3", b"ec-3", b"Opus", b"fLaC", b".mp3", b"samr", b"sawb", b"sowt",
    b"twos", b"in24", b"in32", b"fl32", b"ulaw", b"alaw",
];

/// Boxes that decoders need, in the description of any codec.
const NEEDED: &[(&[u8; 4], Rule)] = &[
    (b"avcC", Rule::With(avc)),
    (b"hvcC", Rule::With(hevc)),
    (b"lhvC", Rule::With(hevc_layer)),
    (b"av1C", Rule::With(av1)),
    (b"vpcC", Rule::With(set_up)),
    (b"dvcC", Rule::Fixed(5)),
    (b"dvvC", Rule::Fixed(5)),
    (b"colr", Rule::With(colours)),
    (b"pasp", Rule::Fixed(8)),
    (b"clap", Rule::Fixed(32)),
    (b"fiel", Rule::Fixed(2)),
    (b"gama", Rule::Fixed(4)),
    (b"mdcv", Rule::Fixed(24)),
    (b"clli", Rule::Fixed(4)),
    (b"btrt", Rule::Fixed(12)),
    (b"esds", Rule::With(set_up)),
    (b"dOps", Rule::With(set_up)),
    (b"dac3", Rule::Fixed(3)),
    (b"dec3", Rule::With(set_up)),
    (b"alac", Rule::With(set_up)),
    (b"damr", Rule::With(phone)),
    (b"dfLa", Rule::With(flac)),
    (b"wave", Rule::Within(WAVE)),
    (b"chan", Rule::With(channels)),
];

const WAVE: &[(&[u8; 4], Rule)] = &[
    (b"frma", Rule::Fixed(4)),
    (b"mp4a", Rule::Fixed(4)),
    (b"enda", Rule::Fixed(2)),
    (b"esds", Rule::With(set_up)),
    (b"alac", Rule::With(set_up)),
    (b"dac3", Rule::Fixed(3)),
    (b"\0\0\0\0", Rule::Fixed(0)),
];

/// The size of the fixed fields of a video description, before its boxes.
const FIELDS: usize = 78;

/// Cleans the descriptions of a track's samples.
pub(super) fn descriptions(bytes: &mut [u8], list: &BoxAt, is_audio: bool) -> Result<(), Fault> {
    let start = list.body.start;
    let is_newer = bytes.get(start) == Some(&1);
    let mut at = start + 8;
    if at > list.body.end {
        return Err(DAMAGED);
    }
    while let Some(mut one) = next(bytes, at..list.body.end, false)? {
        at = one.body.end;
        let is_known = if is_audio { &SOUND[..] } else { &PICTURES[..] };
        if !is_known.contains(&one.kind.as_slice()) {
            return Err(OTHER);
        }
        let body = &mut bytes[one.body.clone()];
        let fields = if is_audio { sound(body, is_newer)? } else { picture(body)? };
        one.body.start += fields;
        within(bytes, &one, NEEDED, is_audio)?;
    }
    bytes[at..list.body.end].fill(0);
    Ok(())
}

/// Cleans the fixed fields of a video description and returns their length; vendor and name of the
/// encoder are blanked.
fn picture(body: &mut [u8]) -> Result<usize, Fault> {
    let fields = body.get_mut(..FIELDS).ok_or(DAMAGED)?;
    fields[..6].fill(0);
    fields[8..24].fill(0);
    fields[42..74].fill(0);
    Ok(FIELDS)
}

fn sound(body: &mut [u8], is_newer: bool) -> Result<usize, Fault> {
    let version = body.get(9).copied().ok_or(DAMAGED)?;
    let length = match version {
        1 if !is_newer => 44,
        2 if !is_newer => 64,
        _ => 28,
    };
    let fields = body.get_mut(..length).ok_or(DAMAGED)?;
    fields[..6].fill(0);
    fields[10..16].fill(0);
    Ok(length)
}

/// A decoder configuration, which is kept if it is short.
fn set_up(body: &mut [u8]) -> Result<Keep, Fault> {
    const MOST: usize = 4096;
    if body.len() > MOST { Err(OTHER) } else { Ok(Keep::Yes) }
}

fn avc(body: &mut [u8]) -> Result<Keep, Fault> {
    coded::set_up_avc(body)?;
    set_up(body)
}

fn hevc(body: &mut [u8]) -> Result<Keep, Fault> {
    coded::set_up_hevc(body, 22)?;
    set_up(body)
}

fn hevc_layer(body: &mut [u8]) -> Result<Keep, Fault> {
    coded::set_up_hevc(body, 5)?;
    set_up(body)
}

fn av1(body: &mut [u8]) -> Result<Keep, Fault> {
    coded::set_up_av1(body)?;
    set_up(body)
}

/// The coding of the frames, for each sample description of a track.
pub(super) fn codings(bytes: &[u8], list: &BoxAt) -> Result<Vec<Coding>, Fault> {
    let mut codings = vec![];
    let mut at = list.body.start + 8;
    while let Some(one) = next(bytes, at..list.body.end, false)? {
        at = one.body.end;
        let fields = one.body.start + FIELDS..one.body.end;
        let inside = |kind| Ok(find(bytes, fields.clone(), kind)?.map(|it| &bytes[it.body]));
        let coding = match &one.kind {
            b"avc1" | b"avc2" | b"avc3" | b"avc4" | b"dva1" | b"dvav" => {
                Coding::avc(inside(b"avcC")?.ok_or(OTHER)?)?
            }
            b"hvc1" | b"hev1" | b"dvh1" | b"dvhe" => Coding::hevc(inside(b"hvcC")?.ok_or(OTHER)?)?,
            b"av01" => Coding::Av1,
            _ => Coding::Plain,
        };
        let is_dolby = inside(b"dvcC")?.or(inside(b"dvvC")?).is_some();
        codings.push(if is_dolby { coding.with_dolby() } else { coding });
    }
    Ok(codings)
}

/// Keeps colour information given as numbers; an ICC profile is blanked, because it contains names.
fn colours(body: &mut [u8]) -> Result<Keep, Fault> {
    match body.get(..4) {
        Some(b"nclx") => only(body, 11),
        Some(b"nclc") => only(body, 10),
        _ => Ok(Keep::No),
    }
}

/// The channel layout: the position of each audio channel.
fn channels(body: &mut [u8]) -> Result<Keep, Fault> {
    let count = usize::try_from(long(body, 12).unwrap_or(0)).map_err(|_| DAMAGED)?;
    only(body, count.saturating_mul(20).saturating_add(16).min(body.len().max(16)))
}

/// The configuration of AMR audio: its first four bytes, the vendor of the encoder, are blanked.
fn phone(body: &mut [u8]) -> Result<Keep, Fault> {
    body.get_mut(..4).ok_or(DAMAGED)?.fill(0);
    only(body, 9)
}

/// Keeps the stream info block of FLAC; the blocks after it may be tags and pictures.
fn flac(body: &mut [u8]) -> Result<Keep, Fault> {
    if long(body, 4).map(|head| head & 0x7FFF_FFFF) != Some(34) {
        return Err(OTHER);
    }
    only(body, 8 + 34)?;
    body[4] |= 0x80;
    Ok(Keep::Yes)
}
