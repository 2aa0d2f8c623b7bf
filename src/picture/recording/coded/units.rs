//! H.264 and HEVC: a frame consists of NAL units. Each has a length before it, and a type.

use super::{BROKEN, DAMAGED, Fault, big, sei};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Avc,
    Hevc,
}

/// How the NAL units of a track are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::picture::recording) struct Units {
    pub(super) family: Family,
    /// The size of the length field before each unit, in bytes.
    pub(super) width: usize,
    /// Whether the metadata units of Dolby Vision are kept.
    pub(super) is_dolby: bool,
}

impl Units {
    pub(super) fn clean(self, picture: &mut [u8]) -> Result<(), Fault> {
        let mut rest = picture;
        while rest.len() >= self.width {
            let (length, after) = rest.split_at_mut(self.width);
            let length = usize::try_from(big(length)).map_err(|_| BROKEN)?;
            let (unit, after) = after.split_at_mut_checked(length).ok_or(BROKEN)?;
            self.family.clean(unit, self.is_dolby);
            rest = after;
        }
        rest.fill(0);
        Ok(())
    }
}

/// Cleans `count` units from `at` on, each after a length of two bytes; returns the last one's end.
pub(super) fn in_list(
    body: &mut [u8],
    mut at: usize,
    count: u64,
    family: Family,
) -> Result<usize, Fault> {
    for _ in 0..count {
        let length = body.get(at..at + 2).map(big).ok_or(DAMAGED)?;
        let end = at + 2 + usize::try_from(length).map_err(|_| DAMAGED)?;
        family.clean(body.get_mut(at + 2..end).ok_or(DAMAGED)?, true);
        at = end;
    }
    Ok(at)
}

impl Family {
    fn clean(self, unit: &mut [u8], is_dolby: bool) {
        let Some(head) = unit.first().copied() else { return };
        match self {
            Family::Avc => match head & 0x1F {
                // Slices, parameter sets, and the same units of other views.
                1..=5 | 7 | 8 | 13..=15 | 19..=21 => {}
                6 => sei::clean(&mut unit[1..]),
                9 if unit.len() == 2 => {}
                10 | 11 if unit.len() == 1 => {}
                28 if is_dolby => {}
                _ => fill(unit, &[12]),
            },
            Family::Hevc => match head >> 1 & 0x3F {
                0..=9 | 16..=21 | 32..=34 => {}
                39 | 40 if unit.len() > 2 => sei::clean(&mut unit[2..]),
                35 if unit.len() == 3 => {}
                36 | 37 if unit.len() == 2 => {}
                62 | 63 if is_dolby => {}
                _ => fill(unit, &[38 << 1, 1]),
            },
        }
    }
}

/// Replaces a unit by a filler unit, which players skip.
fn fill(unit: &mut [u8], head: &[u8]) {
    unit.fill(0xFF);
    if let Some(last) = unit.last_mut() {
        *last = 0x80;
    }
    let length = head.len().min(unit.len());
    unit[..length].copy_from_slice(&head[..length]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(family: Family, picture: &[u8]) -> Result<Vec<u8>, Fault> {
        let mut picture = picture.to_vec();
        Units { family, width: 2, is_dolby: false }.clean(&mut picture)?;
        Ok(picture)
    }

    #[test]
    fn coded_frames_stay_and_other_units_become_filler() {
        let avc =
            b"\0\x03\x65ab\0\x05\x1Eabcd\0\x02\x09\xF0\0\x03\x09\xF0a\0\x01\x1E\0\0".as_slice();
        let clean_avc =
            b"\0\x03\x65ab\0\x05\x0C\xFF\xFF\xFF\x80\0\x02\x09\xF0\0\x03\x0C\xFF\x80\0\x01\x0C\0\0";
        assert_eq!(clean(Family::Avc, avc), Ok(clean_avc.to_vec()));
        let hevc = b"\0\x03\x26\x01a\0\x05\x60\x01abc\0\x05\x7C\x01abc\0\x01\x60".as_slice();
        let clean_hevc =
            b"\0\x03\x26\x01a\0\x05\x4C\x01\xFF\xFF\x80\0\x05\x4C\x01\xFF\xFF\x80\0\x01\x4C";
        assert_eq!(clean(Family::Hevc, hevc), Ok(clean_hevc.to_vec()));
    }

    #[test]
    fn invalid_lengths_are_refused_and_trailing_bytes_are_blanked() {
        assert_eq!(clean(Family::Avc, b"\0\x03\x65a"), Err(BROKEN));
        assert_eq!(clean(Family::Avc, b"\0\x01\x65a"), Ok(b"\0\x01\x65\0".to_vec()));
        assert_eq!(clean(Family::Avc, b""), Ok(vec![]));
    }
}
