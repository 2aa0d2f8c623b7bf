//! PDF: finds the name of the author. Photos in a PDF keep their metadata, by which they are found.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::has_words;
use crate::base::Tells;
use crate::picture::notes::position;

/// Bytes that packed lists of objects may have, one and all together.
const MOST: usize = 1 << 20;
const MOST_IN_ALL: usize = 16 << 20;

pub(super) fn look_into(bytes: &[u8]) -> Tells {
    let names = names_author(bytes) || has_words(bytes, "dc:creator") || lists_name_author(bytes);
    Tells { names, ..Tells::default() }
}

/// The same in the packed lists of newer files.
fn lists_name_author(bytes: &[u8]) -> bool {
    let mut left = MOST_IN_ALL;
    let mut rest = bytes;
    while let Some(at) = position(rest, b"/ObjStm") {
        rest = &rest[at + 7..];
        // What it is packed in is told between this word and the next.
        let near = &rest[..rest.len().min(1000)];
        let begin = position(near, b"stream").map_or(near.len(), |begin| begin + 6);
        let packed = rest[begin..].trim_ascii_start();
        let list = match decompress_to_vec_zlib_with_limit(packed, MOST.min(left)) {
            Ok(list) => list,
            // Too long: what there was room for.
            Err(error) => error.output,
        };
        if names_author(&list) {
            return true;
        }
        // Each costs something, even one that is none.
        left = left.saturating_sub(list.len().max(1 << 10));
        if left == 0 {
            return false;
        }
    }
    false
}

/// `/Author (Ana)`, `/Author <FEFF0041>`, `/Author 12 0 R`; not `/Author ()`.
fn names_author(bytes: &[u8]) -> bool {
    const NAME: &[u8] = b"/Author";
    let mut rest = bytes;
    while let Some(at) = position(rest, NAME) {
        rest = &rest[at + NAME.len()..];
        let value = rest[..rest.len().min(200)].trim_ascii_start();
        let has_value = match value {
            [b'(', inside @ ..] => !matches!(inside.trim_ascii_start(), [b')', ..] | []),
            [b'<', inside @ ..] => inside
                .split(|byte| *byte == b'>')
                .next()
                .is_some_and(|hex| !matches!(hex.trim_ascii(), b"" | b"FEFF" | b"feff")),
            [b'0'..=b'9', ..] => true,
            _ => false,
        };
        if has_value {
            return true;
        }
    }
    false
}
