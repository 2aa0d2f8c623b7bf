//! The coded frames of a video, as far as they may contain text.

use std::ops::Range;

use super::{DAMAGED, Fault};
use crate::base::Remake;
use crate::picture::recording::coded::Coding;

/// The limit of frames in a video: ten hours with a hundred frames per second.
const MOST: usize = 4_000_000;

const TOO_MANY: Fault =
    Fault { why: "it contains more pictures than a video of ten hours", remake: Remake::Encode };

/// Two frames share bytes: overwriting text in one could damage the other.
const OVER_EACH_OTHER: Fault =
    Fault { why: "its pictures overlap in the file", remake: Remake::Copy };

/// The byte ranges of the frames, and how each is coded.
#[derive(Default)]
pub(super) struct Pictures {
    codings: Vec<Coding>,
    all: Vec<Place>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    start: u32,
    length: u32,
    /// Its index in `codings`.
    coding: u32,
}

impl Pictures {
    /// Whether frames of this coding must be cleaned.
    pub(super) fn looks_into(&mut self, coding: Coding) -> bool {
        if coding != Coding::Plain && !self.codings.contains(&coding) {
            self.codings.push(coding);
        }
        coding != Coding::Plain
    }

    /// Adds one frame.
    pub(super) fn add(&mut self, start: u64, length: u64, coding: Coding) -> Result<(), Fault> {
        if self.all.len() == MOST {
            return Err(TOO_MANY);
        }
        let coding = self.codings.iter().position(|it| *it == coding).unwrap_or_default();
        let short = |number: u64| u32::try_from(number).map_err(|_| DAMAGED);
        let coding = u32::try_from(coding).unwrap_or_default();
        self.all.push(Place { start: short(start)?, length: short(length)?, coding });
        Ok(())
    }

    /// Overwrites the text in all frames, which must lie in `data`. Each byte is read only once.
    pub(super) fn clean(mut self, bytes: &mut [u8], data: &[Range<usize>]) -> Result<(), Fault> {
        self.all.retain(|place| place.length > 0);
        self.all.sort_unstable();
        // The same frame may be listed twice, because it is shown twice.
        self.all.dedup();
        let usize = |number: u32| usize::try_from(number).map_err(|_| DAMAGED);
        let mut seen = 0;
        for place in &self.all {
            let start = usize(place.start)?;
            let end = start.checked_add(usize(place.length)?).ok_or(DAMAGED)?;
            if start < seen {
                return Err(OVER_EACH_OTHER);
            }
            seen = end;
            let room = data.get(data.partition_point(|room| room.end < end));
            if room.is_none_or(|room| start < room.start) {
                return Err(DAMAGED);
            }
            self.codings[usize(place.coding)?].clean(&mut bytes[start..end])?;
        }
        Ok(())
    }
}
