//! One track, and how its frames are coded.

use std::ops::Range;

use super::{DAMAGED, Fault, PACKED};
use crate::picture::recording::coded::{self, Coding};

pub(super) const AVC: &[u8] = b"V_MPEG4/ISO/AVC";
pub(super) const AV1: &[u8] = b"V_AV1";

#[derive(Default)]
pub(super) struct Track {
    pub(super) number: Option<u64>,
    name: Option<Name>,
    /// The byte range of its decoder configuration.
    set_up: Option<Range<usize>>,
    /// `None` until the first block is read.
    coding: Option<Coding>,
}

#[derive(Clone, Copy)]
enum Name {
    Avc,
    Av1,
    Other,
}

impl Track {
    /// Stores the codec of the track; a second codec is an error.
    pub(super) fn name(&mut self, name: &[u8]) -> Result<(), Fault> {
        let name = match name {
            AVC => Name::Avc,
            AV1 => Name::Av1,
            _ => Name::Other,
        };
        if self.name.replace(name).is_some() { Err(DAMAGED) } else { Ok(()) }
    }

    pub(super) fn set_up(&mut self, place: Range<usize>) -> Result<(), Fault> {
        if self.set_up.replace(place).is_some() { Err(DAMAGED) } else { Ok(()) }
    }

    /// Overwrites the text in a block. The range begins after the track number.
    pub(super) fn clean(&mut self, bytes: &mut [u8], block: Range<usize>) -> Result<(), Fault> {
        let coding = match self.coding {
            Some(coding) => coding,
            None => self.coding(bytes)?,
        };
        self.coding = Some(coding);
        if coding == Coding::Plain {
            return Ok(());
        }
        // A block has a timestamp, flags and the frame. Only audio has several frames in a block.
        const SEVERAL: u8 = 6;
        let block = &mut bytes[block];
        match block.get(2) {
            Some(marks) if marks & SEVERAL == 0 => coding.clean(&mut block[3..]),
            Some(_) => Err(PACKED),
            None => Err(DAMAGED),
        }
    }

    /// Cleans the decoder configuration of a track that has no block.
    pub(super) fn finish(&mut self, bytes: &mut [u8]) -> Result<(), Fault> {
        if self.coding.is_none() && self.name.is_some() && self.set_up.is_some() {
            self.coding = Some(self.coding(bytes)?);
        }
        Ok(())
    }

    fn coding(&self, bytes: &mut [u8]) -> Result<Coding, Fault> {
        let set_up = self.set_up.clone().map(|place| &mut bytes[place]);
        match (self.name.ok_or(DAMAGED)?, set_up) {
            (Name::Avc, Some(set_up)) => {
                coded::set_up_avc(set_up)?;
                Coding::avc(set_up)
            }
            (Name::Avc, None) => Err(DAMAGED),
            (Name::Av1, set_up) => {
                set_up.map_or(Ok(()), coded::set_up_av1)?;
                Ok(Coding::Av1)
            }
            (Name::Other, _) => Ok(Coding::Plain),
        }
    }
}
