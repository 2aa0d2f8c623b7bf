//! The orientation of a photo, which is the only metadata that readers need.

/// A turn or mirroring, 1 to 8; 1 means unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Orientation(u8);

const TAG: u16 = 0x0112;
const SHORT: u16 = 3;

impl Orientation {
    pub(super) const AS_IT_LIES: Orientation = Orientation(1);

    /// Reads it from a TIFF block, as EXIF is; `None` if it is not there or makes no sense.
    pub(super) fn read(tiff: &[u8]) -> Option<Orientation> {
        let little = match tiff.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        let short = |at: usize| -> Option<u16> {
            let bytes = tiff.get(at..)?.first_chunk::<2>()?;
            Some(if little { u16::from_le_bytes(*bytes) } else { u16::from_be_bytes(*bytes) })
        };
        let long = |at: usize| -> Option<u32> {
            let bytes = tiff.get(at..)?.first_chunk::<4>()?;
            Some(if little { u32::from_le_bytes(*bytes) } else { u32::from_be_bytes(*bytes) })
        };
        let start = usize::try_from(long(4)?).ok()?;
        let entries = short(start)?;
        (0..usize::from(entries))
            .map_while(|index| start.checked_add(2 + 12 * index))
            .find(|at| short(*at) == Some(TAG) && at.checked_add(12).is_some())
            .filter(|at| short(at + 2) == Some(SHORT))
            .and_then(|at| short(at + 8))
            .and_then(|value| u8::try_from(value).ok())
            .filter(|value| (1..=8).contains(value))
            .map(Orientation)
    }

    #[cfg(test)]
    pub(super) fn of(number: u8) -> Orientation {
        Orientation(number)
    }

    /// Whether width and height are swapped when the picture is shown.
    pub(super) fn lies_on_its_side(self) -> bool {
        self.0 >= 5
    }

    /// The number that EXIF gives it.
    pub(super) fn number(self) -> u8 {
        self.0
    }

    /// Width and height as shown, of those as they lie.
    pub(super) fn shown(self, (width, height): (u32, u32)) -> (u32, u32) {
        if self.lies_on_its_side() { (height, width) } else { (width, height) }
    }

    /// A TIFF block that says this and nothing else.
    pub(super) fn write(self) -> Vec<u8> {
        let mut tiff = b"MM\0*\0\0\0\x08\0\x01".to_vec();
        tiff.extend(TAG.to_be_bytes());
        tiff.extend(SHORT.to_be_bytes());
        tiff.extend(1u32.to_be_bytes());
        tiff.extend(u16::from(self.0).to_be_bytes());
        tiff.extend([0; 2 + 4]);
        tiff
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_orientation_can_be_read_back() {
        for value in 1..=8 {
            assert_eq!(Orientation::read(&Orientation(value).write()), Some(Orientation(value)));
        }
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(Orientation::read(little), Some(Orientation(6)));
    }

    #[test]
    fn invalid_exif_data_have_no_orientation() {
        let cases: [&[u8]; 5] = [
            b"",
            b"II*\0",
            b"II*\0\xff\xff\xff\xff",
            b"MM\0*\0\0\0\x08\xff\xff",
            b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x09\0\0",
        ];
        for tiff in cases {
            assert_eq!(Orientation::read(tiff), None, "{tiff:?}");
        }
    }
}
