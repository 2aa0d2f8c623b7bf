//! The coded pictures of videos: the pictures stay, and the text that encoders, cameras and people
//! write between them is overwritten in place.
//!
//! H.264 and HEVC consist of NAL units with a length before each, AV1 consists of OBUs. Types of
//! units and of SEI messages that are needed for playing are kept; all others are replaced by
//! filler of the same length. No picture is decoded: its compressed data are not read.

mod obu;
mod sei;
mod units;

use super::{DAMAGED, big};
use crate::base::{Fault, Remake};
use units::{Family, Units};

/// The frames do not consist of valid units, although their format requires it.
const BROKEN: Fault =
    Fault { why: "its pictures are not stored as its format requires", remake: Remake::Encode };

/// How the frames of a track are coded, as far as cleaning depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// H.264 or HEVC.
    Units(Units),
    Av1,
    /// Formats whose frames cannot contain text: VP8, VP9; also all audio.
    Plain,
}

impl Coding {
    /// H.264, by its decoder configuration record.
    pub(super) fn avc(set_up: &[u8]) -> Result<Coding, Fault> {
        Coding::of(Family::Avc, set_up, 4)
    }

    /// HEVC, by its decoder configuration record.
    pub(super) fn hevc(set_up: &[u8]) -> Result<Coding, Fault> {
        Coding::of(Family::Hevc, set_up, 21)
    }

    fn of(family: Family, set_up: &[u8], at: usize) -> Result<Coding, Fault> {
        let width = usize::from(set_up.get(at).ok_or(DAMAGED)? & 3) + 1;
        Ok(Coding::Units(Units { family, width, is_dolby: false }))
    }

    /// The same, but the metadata of Dolby Vision are kept: without them, the colours are wrong.
    pub(super) fn with_dolby(self) -> Coding {
        match self {
            Coding::Units(units) => Coding::Units(Units { is_dolby: true, ..units }),
            other => other,
        }
    }

    /// Overwrites the text in one coded frame.
    pub(super) fn clean(self, picture: &mut [u8]) -> Result<(), Fault> {
        match self {
            Coding::Units(units) => units.clean(picture),
            Coding::Av1 => obu::clean(picture),
            Coding::Plain => Ok(()),
        }
    }
}

/// Cleans the decoder configuration record of H.264.
pub(super) fn set_up_avc(body: &mut [u8]) -> Result<(), Fault> {
    let has_depths = matches!(body.get(1), Some(100 | 110 | 122 | 144 | 244 | 44 | 118 | 128));
    let mut at = 5;
    for (is_last, counted) in [(false, 0x1F), (true, 0xFF)] {
        let count = body.get(at).ok_or(DAMAGED)? & counted;
        at = units::in_list(body, at + 1, count.into(), Family::Avc)?;
        // Chroma format and bit depths may follow, and then further units.
        if is_last && has_depths && at + 4 <= body.len() {
            at = units::in_list(body, at + 4, body[at + 3].into(), Family::Avc)?;
        }
    }
    body[at..].fill(0);
    Ok(())
}

/// The same for HEVC. `lists` is the offset of the unit lists; a second layer has them earlier.
pub(super) fn set_up_hevc(body: &mut [u8], lists: usize) -> Result<(), Fault> {
    let count = *body.get(lists).ok_or(DAMAGED)?;
    let mut at = lists + 1;
    for _ in 0..count {
        let count = body.get(at + 1..at + 3).map(big).ok_or(DAMAGED)?;
        at = units::in_list(body, at + 3, count, Family::Hevc)?;
    }
    body[at..].fill(0);
    Ok(())
}

/// The same for AV1: four bytes, and then OBUs.
pub(super) fn set_up_av1(body: &mut [u8]) -> Result<(), Fault> {
    obu::clean(body.get_mut(4..).ok_or(DAMAGED)?)
}
