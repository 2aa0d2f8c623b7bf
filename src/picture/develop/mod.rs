//! Photos as readers get them: decoded, upright, in sRGB, in the sizes that pages ask for.
//!
//! The output is made from pixels alone, so it contains no metadata. The input is not trusted:
//! `header` has checked it, and a photo that would need too much memory or time is refused before
//! it is decoded.

mod colour;
mod cost;
mod decode;
mod encode;
mod pixels;
mod sameness;
#[cfg(test)]
mod tests;
mod tone;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::base::{PixelFacts, Rendition};
use crate::picture::DAMAGED;
use crate::picture::exif::Orientation;
pub(crate) use cost::cost;
use decode::{Negative, decode};
use pixels::{Halves, Pixels};

/// Raised whenever the same photo gives other bytes than before: addresses and caches follow it.
pub(crate) const EDITION: u32 = 1;

/// A photo made ready to be shown.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Developed {
    pub(crate) facts: PixelFacts,
    /// The bytes of each rendition, in the order that they were asked for.
    pub(crate) prints: Vec<Vec<u8>>,
}

/// Decodes the photo once and makes all renditions of it. Each depends on the photo and on itself
/// alone, whatever else is made with it. Nothing is made larger than it is. The fault is a sentence
/// for authors, without a full stop.
pub(crate) fn develop(bytes: &[u8], renditions: &[Rendition]) -> Result<Developed, String> {
    unshaken(|| developed(bytes, renditions))
}

fn developed(bytes: &[u8], renditions: &[Rendition]) -> Result<Developed, String> {
    let Negative { pixels, profile, turn, is_drawn } = decode(bytes)?;
    let tone = tone::of(&pixels, profile.as_deref());
    let facts = PixelFacts { tone, pixels: sameness::hash(&pixels) };
    let mut order: Vec<usize> = (0..renditions.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(renditions[*at].width));
    let mut prints = vec![vec![]; renditions.len()];
    let mut halves = Halves::new(pixels);
    let mut last: Option<Pixels> = None;
    for at in order {
        let Rendition { format, width, height } = renditions[at];
        let shown = match last.take().filter(|last| (last.width, last.height) == (width, height)) {
            Some(same) => same,
            None => {
                let shown = halves.in_size(turn.shown((width, height)))?;
                finish(shown, profile.as_deref(), turn)
            }
        };
        prints[at] = encode::encode(&shown, format, is_drawn)?;
        last = Some(shown);
    }
    Ok(Developed { facts, prints })
}

/// The same for one rendition, with a rough one first, which is handed over as soon as the photo is
/// decoded.
pub(crate) fn develop_with_draft(
    bytes: &[u8],
    rendition: Rendition,
    draft: impl FnOnce(Vec<u8>),
) -> Result<Vec<u8>, String> {
    unshaken(|| drafted(bytes, rendition, draft))
}

fn drafted(
    bytes: &[u8],
    rendition: Rendition,
    draft: impl FnOnce(Vec<u8>),
) -> Result<Vec<u8>, String> {
    let Negative { pixels, profile, turn, is_drawn } = decode(bytes)?;
    let Rendition { format, width, height } = rendition;
    let size = turn.shown((width, height));
    let rough = finish(pixels.sampled(size), profile.as_deref(), turn);
    draft(encode::draft(&rough, format)?);
    let shown = Halves::new(pixels).in_size(size)?;
    encode::encode(&finish(shown, profile.as_deref(), turn), format, is_drawn)
}

/// If a library fails on a photo, only that photo is reported; the others are still made.
fn unshaken<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(DAMAGED.into()))
}

/// Colours and turn are worked on in the size that is shown: on fewer pixels than the camera took.
fn finish(mut shown: Pixels, profile: Option<&[u8]>, turn: Orientation) -> Pixels {
    if let Some(profile) = profile {
        colour::to_srgb(&mut shown, profile);
    }
    shown.turned(turn)
}
