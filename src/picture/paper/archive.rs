//! ZIP archives, and documents that are stored as one: finds the photos and names in them, with
//! limits on everything that a hostile archive could exhaust.

use super::{Kind, Offer, has_words};
use crate::base::Tells;
use crate::base::archive::{end, entries, number};
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
