//! The rules by which boxes are cleaned.

use super::boxes::{BoxAt, blank, next};
use super::{DAMAGED, Fault};
use crate::picture::recording::long;

/// How a box is cleaned.
pub(super) enum Rule {
    /// It contains boxes, of which only these are kept.
    Within(&'static [(&'static [u8; 4], Rule)]),
    /// It has this length in bytes; bytes after that are blanked.
    Fixed(usize),
    /// A table: a count, and entries of this length; bytes after the last entry are blanked.
    Table(usize),
    /// A header with times and durations; its length in version 0 and in version 1.
    Header(usize, usize),
    /// It is cleaned by a function, or blanked if the function returns so.
    With(fn(&mut [u8]) -> Result<Keep, Fault>),
    /// It contains boxes with different rules for video and for audio (`true`).
    Each(fn(&mut [u8], &BoxAt, bool) -> Result<(), Fault>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    Yes,
    No,
}

use Rule::{Each, Fixed, Header, Table, With, Within};

/// Cleans a list of boxes. The depth of recursion is limited by the rules, not by the file.
pub(super) fn within(
    bytes: &mut [u8],
    list: &BoxAt,
    rules: &[(&[u8; 4], Rule)],
    is_audio: bool,
) -> Result<(), Fault> {
    let mut at = list.body.start;
    while let Some(one) = next(bytes, at..list.body.end, false)? {
        at = one.body.end;
        let rule = rules.iter().find(|(kind, _)| **kind == one.kind);
        let body = &mut bytes[one.body.clone()];
        let keep = match rule.map(|(_, rule)| rule) {
            None => Keep::No,
            Some(Within(rules)) => {
                within(bytes, &one, rules, is_audio)?;
                Keep::Yes
            }
            Some(Each(clean)) => {
                clean(bytes, &one, is_audio)?;
                Keep::Yes
            }
            Some(Fixed(length)) => only(body, *length)?,
            Some(Table(entry)) => table(body, *entry)?,
            Some(Header(short, long)) => {
                header(body, *short, *long)?;
                Keep::Yes
            }
            Some(With(clean)) => clean(body)?,
        };
        if keep == Keep::No {
            blank(bytes, &one);
        }
    }
    bytes[at..list.body.end].fill(0);
    Ok(())
}

/// Blanks all bytes after the first `length` bytes.
pub(super) fn only(body: &mut [u8], length: usize) -> Result<Keep, Fault> {
    body.get_mut(length..).ok_or(DAMAGED)?.fill(0);
    Ok(Keep::Yes)
}

pub(super) fn table(body: &mut [u8], entry: usize) -> Result<Keep, Fault> {
    let count = usize::try_from(long(body, 4).ok_or(DAMAGED)?).map_err(|_| DAMAGED)?;
    only(body, count.saturating_mul(entry).saturating_add(8))
}

/// Blanks the times of creation and change, and the reserved fields.
pub(super) fn header(body: &mut [u8], short: usize, long: usize) -> Result<(), Fault> {
    let (times, length) = match body.first() {
        Some(0) => (4..12, short),
        Some(1) => (4..20, long),
        _ => return Err(DAMAGED),
    };
    only(body, length)?;
    let end = times.end;
    body[times].fill(0);
    match short {
        // A track header: the reserved fields after its ID and after its duration.
        84 => {
            let after = length - 60;
            body[end + 4..end + 8].fill(0);
            body[after..after + 8].fill(0);
        }
        // A movie header: the reserved fields after its volume, and the selection of an editor.
        100 => {
            let after = length - 74;
            body[after..after + 10].fill(0);
            body[length - 28..length - 4].fill(0);
        }
        _ => {}
    }
    Ok(())
}
