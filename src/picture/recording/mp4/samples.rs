//! Where the samples of a track lie, so that all other bytes can be blanked, and so that text in
//! coded frames can be found.

use std::ops::Range;

use super::boxes::{BoxAt, find};
use super::pictures::Pictures;
use super::{DAMAGED, Fault, big, codecs};
use crate::base::Remake;
use crate::picture::recording::long;

/// Old QuickTime files give audio sizes in another unit than bytes.
const OLD_COUNT: Fault = Fault { why: "its sound has an old format", remake: Remake::Copy };

/// Collects the byte ranges of a track's samples.
pub(super) fn note(
    bytes: &[u8],
    track: &BoxAt,
    is_audio: bool,
    wanted: &mut Vec<Range<u32>>,
    pictures: &mut Pictures,
) -> Result<(), Fault> {
    let mut list = track.body.clone();
    for kind in [b"mdia", b"minf", b"stbl"] {
        list = find(bytes, list, kind)?.ok_or(DAMAGED)?.body;
    }
    let table = |kind: &[u8; 4]| -> Result<Option<&[u8]>, Fault> {
        Ok(find(bytes, list.clone(), kind)?.map(|one| &bytes[one.body]))
    };
    let mut sizes = match (table(b"stsz")?, table(b"stz2")?) {
        (Some(body), _) => Sizes::of(body, 32)?,
        (None, Some(body)) => Sizes::of(body, body.get(7).copied().unwrap_or(0))?,
        (None, None) => return Err(DAMAGED),
    };
    let kinds = table(b"stsd")?.ok_or(DAMAGED)?;
    if is_audio && sizes.of_each > 0 && u64::from(sizes.of_each) < frame(kinds) {
        return Err(OLD_COUNT);
    }
    let runs = table(b"stsc")?.ok_or(DAMAGED)?;
    let (offsets, width) = match (table(b"stco")?, table(b"co64")?) {
        (Some(body), _) => (body, 4),
        (None, Some(body)) => (body, 8),
        (None, None) => return Err(DAMAGED),
    };
    let offsets = entries(offsets, width)?;
    let runs = entries(runs, 12)?.map(|it| (big(&it[..4]), big(&it[4..8]), big(&it[8..])));
    let mut runs = runs.peekable();
    let codings = match is_audio {
        true => vec![],
        false => {
            let kinds = find(bytes, list.clone(), b"stsd")?.ok_or(DAMAGED)?;
            codecs::codings(bytes, &kinds)?
        }
    };
    let (mut in_each, mut coding) = (0, None);
    for (chunk, offset) in (1..).zip(offsets) {
        while let Some((_, many, kind)) = runs.next_if(|(first, ..)| *first <= chunk) {
            in_each = many;
            coding = usize::try_from(kind).ok().and_then(|it| codings.get(it.checked_sub(1)?));
        }
        let start = big(offset);
        let mut end = start;
        match coding {
            Some(coding) if pictures.looks_into(*coding) => {
                for _ in 0..in_each.min(sizes.left()) {
                    let length = sizes.sum(1);
                    pictures.add(end, length, *coding)?;
                    end = end.saturating_add(length);
                }
            }
            // A video chunk has no sample description.
            None if !is_audio && in_each > 0 => return Err(DAMAGED),
            _ => end = end.saturating_add(sizes.sum(in_each)),
        }
        let within = |at: u64| u32::try_from(at.min(bytes.len() as u64)).unwrap_or(u32::MAX);
        wanted.push(within(start)..within(end));
    }
    Ok(())
}

/// The entries of a table, as many as its count says; bytes after them are ignored.
fn entries(table: &[u8], width: usize) -> Result<impl Iterator<Item = &[u8]>, Fault> {
    let count = usize::try_from(long(table, 4).ok_or(DAMAGED)?).map_err(|_| DAMAGED)?;
    Ok(table.get(8..).unwrap_or_default().chunks_exact(width).take(count))
}

/// Bytes per audio frame of uncompressed sound; two, the minimum, for other formats.
fn frame(descriptions: &[u8]) -> u64 {
    let Some(one) = descriptions.get(8..) else { return 2 };
    let short = |at: usize| one.get(at..at + 2).map_or(0, big);
    let bytes = match one.get(4..8) {
        Some(b"sowt" | b"twos") => short(8 + 18).div_ceil(8),
        Some(b"in24") => 3,
        Some(b"in32" | b"fl32") => 4,
        Some(b"ulaw" | b"alaw") => 1,
        _ => return 2,
    };
    bytes * short(8 + 16)
}

/// The sizes of a track's samples, read in order.
struct Sizes<'a> {
    of_each: u32,
    bits: u8,
    table: &'a [u8],
    next: u64,
    count: u64,
}

impl<'a> Sizes<'a> {
    fn of(body: &'a [u8], bits: u8) -> Result<Sizes<'a>, Fault> {
        let of_each = if bits == 32 { long(body, 4).ok_or(DAMAGED)? } else { 0 };
        let count = u64::from(long(body, 8).ok_or(DAMAGED)?);
        let table = body.get(12..).unwrap_or_default();
        match bits {
            4 | 8 | 16 | 32 => Ok(Sizes { of_each, bits, table, next: 0, count }),
            _ => Err(DAMAGED),
        }
    }

    /// How many sizes were not read yet.
    fn left(&self) -> u64 {
        self.count - self.next
    }

    /// The total size of the next `samples` samples.
    fn sum(&mut self, samples: u64) -> u64 {
        let samples = samples.min(self.left());
        let first = self.next;
        self.next += samples;
        match self.of_each {
            0 => (first..self.next).map(|index| self.one(index)).sum(),
            size => u64::from(size).saturating_mul(samples),
        }
    }

    fn one(&self, index: u64) -> u64 {
        let bytes = |width: usize| -> u64 {
            let at = usize::try_from(index).unwrap_or(usize::MAX).saturating_mul(width);
            let end = at.saturating_add(width);
            self.table.get(at..end).map_or(0, big)
        };
        match self.bits {
            32 => bytes(4),
            16 => bytes(2),
            8 => bytes(1),
            _ => {
                let at = usize::try_from(index / 2).unwrap_or(usize::MAX);
                let both = self.table.get(at).copied().unwrap_or(0);
                u64::from(if index.is_multiple_of(2) { both >> 4 } else { both & 15 })
            }
        }
    }
}

/// Blanks all bytes in `data` that lie in no range of `wanted`.
pub(super) fn blank_all_but(bytes: &mut [u8], data: &[Range<usize>], mut wanted: Vec<Range<u32>>) {
    wanted.sort_unstable_by_key(|range| range.start);
    let usize = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    let mut wanted = wanted.into_iter().map(|it| usize(it.start)..usize(it.end)).peekable();
    // Both lists are sorted, so no range has to be looked at twice.
    let mut seen = 0;
    for room in data {
        let mut at = room.start.max(seen.min(room.end));
        while let Some(one) = wanted.next_if(|one| one.start < room.end) {
            if one.start > at {
                bytes[at..one.start].fill(0);
            }
            at = at.max(one.end.min(room.end));
            seen = seen.max(one.end);
        }
        bytes[at.min(room.end)..room.end].fill(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_bytes_outside_of_samples_are_blanked() {
        let clean = |data: &[(usize, usize)], wanted: &[(u32, u32)]| {
            let mut bytes = b"abcdefghij".to_vec();
            let data: Vec<_> = data.iter().map(|(start, end)| *start..*end).collect();
            let wanted = wanted.iter().map(|(start, end)| *start..*end).collect();
            blank_all_but(&mut bytes, &data, wanted);
            String::from_utf8(bytes).expect("letters").replace('\0', ".")
        };
        assert_eq!(clean(&[(2, 8)], &[(5, 6), (3, 4)]), "ab.d.f..ij");
        assert_eq!(clean(&[(2, 5), (6, 9)], &[(4, 7)]), "ab..efg..j");
        assert_eq!(clean(&[(2, 5), (6, 9)], &[(0, 10)]), "abcdefghij");
        assert_eq!(clean(&[(2, 5)], &[(3, 4), (3, 5), (9, 9)]), "ab.defghij");
        assert_eq!(clean(&[(2, 5)], &[]), "ab...fghij");
    }

    #[test]
    fn sample_sizes_of_any_width_are_added_up() {
        let sizes = |body: &[u8], bits| {
            let mut sizes = Sizes::of(body, bits).expect("a table");
            (sizes.sum(2), sizes.sum(u64::MAX), sizes.sum(1))
        };
        let four = b"\0\0\0\0\0\0\0\x04\0\0\0\x03\x12\x30";
        assert_eq!(sizes(four, 4), (3, 3, 0));
        let wide = b"\0\0\0\0\0\0\0\0\0\0\0\x02\0\0\0\x05\0\0\x01\0";
        assert_eq!(sizes(wide, 32), (261, 0, 0));
        let equal = b"\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
        assert_eq!(sizes(equal, 32).0, 2 * 0xFFFF_FFFF);
    }
}
