//! The coded pictures of videos: the pictures stay, and the text that encoders, cameras and people
//! write between them is overwritten in place.
//!
//! H.264 and HEVC consist of units with a length before each, AV1 of units of its own. Kinds of units
//! and of messages that are needed for playing are kept; all others become filling of the same
//! length. No picture is decoded: what lies inside of one is not looked at.

mod obu;
mod sei;
mod units;

use super::{DAMAGED, big};
use crate::base::{Fault, Remake};
use units::{Family, Units};

/// Its pictures do not consist of units, although their notation says so.
const BROKEN: Fault =
    Fault { why: "its pictures are not stored as its format requires", remake: Remake::Encode };

/// How the pictures of a track are coded, as far as they must be looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// H.264 or HEVC.
    Units(Units),
    Av1,
    /// Without room for words: VP8, VP9; and sound.
    Plain,
}

impl Coding {
    /// H.264, by what its decoder is set up with.
    pub(super) fn avc(set_up: &[u8]) -> Result<Coding, Fault> {
        Coding::of(Family::Avc, set_up, 4)
    }

    /// HEVC, by what its decoder is set up with.
    pub(super) fn hevc(set_up: &[u8]) -> Result<Coding, Fault> {
        Coding::of(Family::Hevc, set_up, 21)
    }

    fn of(family: Family, set_up: &[u8], at: usize) -> Result<Coding, Fault> {
        let width = usize::from(set_up.get(at).ok_or(DAMAGED)? & 3) + 1;
        Ok(Coding::Units(Units { family, width, is_dolby: false }))
    }

    /// The same with the notes of Dolby Vision, without which its colours are wrong.
    pub(super) fn with_dolby(self) -> Coding {
        match self {
            Coding::Units(units) => Coding::Units(Units { is_dolby: true, ..units }),
            other => other,
        }
    }

    /// Silences the words in one picture.
    pub(super) fn clean(self, picture: &mut [u8]) -> Result<(), Fault> {
        match self {
            Coding::Units(units) => units.clean(picture),
            Coding::Av1 => obu::clean(picture),
            Coding::Plain => Ok(()),
        }
    }
}

/// Cleans what a decoder of H.264 is set up with.
pub(super) fn set_up_avc(body: &mut [u8]) -> Result<(), Fault> {
    let has_depths = matches!(body.get(1), Some(100 | 110 | 122 | 144 | 244 | 44 | 118 | 128));
    let mut at = 5;
    for (is_last, counted) in [(false, 0x1F), (true, 0xFF)] {
        let count = body.get(at).ok_or(DAMAGED)? & counted;
        at = units::in_list(body, at + 1, count.into(), Family::Avc)?;
        // Colours and depths may follow, with units of their own.
        if is_last && has_depths && at + 4 <= body.len() {
            at = units::in_list(body, at + 4, body[at + 3].into(), Family::Avc)?;
        }
    }
    body[at..].fill(0);
    Ok(())
}

/// The same of HEVC, or of a second layer of it, whose lists begin earlier.
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

/// The same of AV1: four bytes, and units.
pub(super) fn set_up_av1(body: &mut [u8]) -> Result<(), Fault> {
    obu::clean(body.get_mut(4..).ok_or(DAMAGED)?)
}
