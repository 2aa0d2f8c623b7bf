//! ZIP archives: what lies in them, with a limit on what each may become.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::crc32::crc32;

/// Where its end begins, which is followed by a remark of up to 64 KB.
pub(crate) fn end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().saturating_sub(22 + 65_535);
    bytes[last..].windows(4).rposition(|it| it == b"PK\x05\x06").map(|at| last + at)
}

/// Whether the list at the end is there, with all files that it counts.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    let Some(count) = end(bytes).and_then(|end| number(bytes, end + 10, 2)) else { return false };
    // Of an archive with more than fit into two bytes, the count stands elsewhere.
    count == 0xFFFF || entries(bytes).count() == count
}

/// What the list at the end of an archive says of one file in it.
pub(crate) struct Entry<'a> {
    pub(crate) name: &'a [u8],
    flags: u16,
    method: u16,
    sum: u32,
    /// Bytes when it is unpacked.
    whole: usize,
    length: usize,
    at: usize,
}

/// The entries of the list at the end, as far as it makes sense.
pub(crate) fn entries(bytes: &[u8]) -> impl Iterator<Item = Entry<'_>> {
    let mut at = end(bytes).and_then(|end| number(bytes, end + 16, 4)).unwrap_or(usize::MAX);
    std::iter::from_fn(move || {
        let head = bytes.get(at..)?.first_chunk::<46>()?;
        head.starts_with(b"PK\x01\x02").then_some(())?;
        let name = number(head, 28, 2)?;
        let after = name + number(head, 30, 2)? + number(head, 32, 2)?;
        let entry = Entry {
            name: bytes.get(at + 46..at + 46 + name)?,
            flags: u16::from_le_bytes([head[8], head[9]]),
            method: u16::from_le_bytes([head[10], head[11]]),
            sum: u32::from_le_bytes([head[16], head[17], head[18], head[19]]),
            whole: number(head, 24, 4)?,
            length: number(head, 20, 4)?,
            at: number(head, 42, 4)?,
        };
        at += 46 + after;
        Some(entry)
    })
}

impl Entry<'_> {
    /// All of it, unpacked, exactly as it was packed; else why not, without a full stop.
    pub(crate) fn whole(&self, bytes: &[u8], most: usize) -> Result<Vec<u8>, &'static str> {
        if self.flags & 1 == 1 {
            return Err("it has a password: unpack it first");
        }
        if !matches!(self.method, 0 | 8) {
            return Err(
                "it is packed in a way that few programs read: unpack it with the program \
                        that packed it, and begin from the files in it",
            );
        }
        if self.whole > most {
            return Err("it is too large to unpack");
        }
        let content = self.content(bytes, most).unwrap_or_default();
        match content.len() == self.whole && crc32(&content) == self.sum {
            true => Ok(content),
            false => Err("it is damaged: ask for it again"),
        }
    }

    /// The first bytes of it, unpacked; `None` where it leads nowhere or is packed in a way that
    /// hardly any program knows.
    pub(crate) fn content(&self, bytes: &[u8], most: usize) -> Option<Vec<u8>> {
        let head = bytes.get(self.at..)?.first_chunk::<30>()?;
        head.starts_with(b"PK\x03\x04").then_some(())?;
        let start = self.at + 30 + number(head, 26, 2)? + number(head, 28, 2)?;
        let packed = bytes.get(start..)?;
        let packed = &packed[..packed.len().min(self.length)];
        match self.method {
            0 => Some(packed[..packed.len().min(most)].to_vec()),
            8 => Some(match decompress_to_vec_with_limit(packed, most) {
                Ok(content) => content,
                Err(error) => error.output,
            }),
            _ => None,
        }
    }
}

/// A number of up to four bytes at `at`, the least significant first.
pub(crate) fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + width)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}
