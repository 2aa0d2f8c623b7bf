//! Videos and sound files: the same pictures and sound, without metadata that says where, when,
//! with what and by whom they were recorded (GPS, dates, devices, names).
//!
//! Only what is known to be needed for playing is kept. Nothing is decoded, no file grows, and the
//! time is proportional to the size of the file.

mod coded;
mod flac;
mod matroska;
mod mp3;
mod mp4;
mod ogg;
mod tags;
mod vorbis;
mod wav;

use super::notes;
use super::offer::{Kind, Offer};
use crate::base::{Fault, Flaw, Remake};

/// Raised whenever `clean_recording` writes other bytes than before, so that what is published is
/// renewed.
pub(crate) const RECORDING_EDITION: u32 = 2;

/// The film or sound as readers get it.
pub fn clean_recording(offer: &Offer, bytes: Vec<u8>) -> Result<Vec<u8>, Flaw> {
    if !offer.fits(&bytes) {
        return Err(super::other_kind(&bytes));
    }
    let clean = match offer.kind {
        Kind::Mp4 => mp4::clean(bytes),
        Kind::Matroska => matroska::clean(bytes),
        Kind::Mp3 => mp3::clean(&bytes),
        Kind::Ogg => ogg::clean(bytes),
        Kind::Flac => flac::clean(&bytes),
        Kind::Wav => wav::clean(&bytes),
        _ => Err(DAMAGED),
    };
    let clean = clean.map_err(Flaw::BadRecording)?;
    // Finds metadata in parts that no cleaner reads, such as EXIF data between coded frames.
    match notes::tells_anything(&clean) {
        true => Err(Flaw::TellsPlace),
        false => Ok(clean),
    }
}

const DAMAGED: Fault = Fault { why: "it is damaged, or ends too early", remake: Remake::Copy };

/// A number of up to eight bytes, the most significant first.
fn big(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

/// The four bytes at `at`, as a number; `None` beyond the end.
fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk::<4>().map(|it| u32::from_be_bytes(*it))
}

/// The same with the least significant byte first.
fn little_long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk::<4>().map(|it| u32::from_le_bytes(*it))
}
