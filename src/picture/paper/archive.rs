//! ZIP archives, and documents that are stored as one: finds the photos and names in them, with
//! limits on everything that a hostile archive could exhaust.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{Kind, Offer, has_words};
use crate::base::Tells;
use crate::picture::notes::{self, position};

/// Bytes of one entry that are looked at, and of all of them together: more than the largest file
/// holds of photos, which can hardly be packed any further.
const MOST: usize = 8 << 20;
const MOST_IN_ALL: usize = 64 << 20;
const MOST_ENTRIES: usize = 5000;
/// Archives inside of archives.
const DEEPEST: usize = 2;

/// Whether it has the list at its end by which every program finds what is in it.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let list = end(bytes).and_then(|end| number(bytes, end + 16, 4));
    list.is_some_and(|at| matches!(bytes.get(at..at + 4), Some(b"PK\x01\x02" | b"PK\x05\x06")))
}

/// Where its end begins, which is followed by a remark of up to 64 KB.
fn end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().saturating_sub(22 + 65_535);
    bytes[last..].windows(4).rposition(|it| it == b"PK\x05\x06").map(|at| last + at)
}

/// Whether the archive is what its ending promises.
pub(super) fn is(offer: &Offer, bytes: &[u8]) -> bool {
    match offer.kind {
        Kind::Office => entries(bytes).any(|entry| entry.name == b"[Content_Types].xml"),
        // By the rules of these formats, it comes first and is not packed.
        Kind::Named => {
            bytes.get(30..38) == Some(b"mimetype")
                && bytes.get(38..).is_some_and(|rest| {
                    position(&rest[..rest.len().min(200)], offer.media_type.as_bytes()).is_some()
                })
        }
        _ => true,
    }
}

pub(super) fn look_into(bytes: &[u8]) -> Tells {
    let mut budget = Budget { bytes: MOST_IN_ALL, entries: MOST_ENTRIES };
    let mut tells = look(bytes, 0, &mut budget);
    tells.unseen |= budget.bytes == 0 || budget.entries == 0;
    tells
}

struct Budget {
    bytes: usize,
    entries: usize,
}

fn look(bytes: &[u8], depth: usize, budget: &mut Budget) -> Tells {
    let mut tells = Tells::default();
    for entry in entries(bytes) {
        if budget.entries == 0 || budget.bytes == 0 {
            break;
        }
        budget.entries -= 1;
        let Some(content) = entry.content(bytes, MOST.min(budget.bytes)) else { continue };
        budget.bytes -= content.len().min(budget.bytes);
        tells = tells.and(notes::find(&content));
        tells.names |= match entry.name {
            b"docProps/core.xml" => {
                has_words(&content, "dc:creator") || has_words(&content, "cp:lastModifiedBy")
            }
            b"docProps/app.xml" => has_words(&content, "Manager"),
            // The folder in which it was saved last, which begins with somebody's name.
            b"xl/workbook.xml" => position(&content, b"absPath ").is_some(),
            b"meta.xml" => {
                has_words(&content, "meta:initial-creator") || has_words(&content, "dc:creator")
            }
            _ => false,
        };
        if depth < DEEPEST && content.starts_with(b"PK\x03\x04") {
            tells = tells.and(look(&content, depth + 1, budget));
        }
    }
    tells
}

/// What the list at the end of an archive says of one file in it.
struct Entry<'a> {
    name: &'a [u8],
    method: u16,
    length: usize,
    at: usize,
}

/// The entries of the list at the end, as far as it makes sense.
fn entries(bytes: &[u8]) -> impl Iterator<Item = Entry<'_>> {
    let mut at = end(bytes).and_then(|end| number(bytes, end + 16, 4)).unwrap_or(usize::MAX);
    std::iter::from_fn(move || {
        let head = bytes.get(at..)?.first_chunk::<46>()?;
        head.starts_with(b"PK\x01\x02").then_some(())?;
        let name = number(head, 28, 2)?;
        let after = name + number(head, 30, 2)? + number(head, 32, 2)?;
        let entry = Entry {
            name: bytes.get(at + 46..at + 46 + name)?,
            method: u16::from_le_bytes([head[10], head[11]]),
            length: number(head, 20, 4)?,
            at: number(head, 42, 4)?,
        };
        at += 46 + after;
        Some(entry)
    })
}

impl Entry<'_> {
    /// The first bytes of it, unpacked; `None` where it leads nowhere or is packed in a way that
    /// hardly any program knows.
    fn content(&self, bytes: &[u8], most: usize) -> Option<Vec<u8>> {
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
fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + width)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}
