//! Numbers of lists: readers see each as it was typed. `24. december` and `31. december` below it are
//! two days, and CommonMark would count on from the first: 24, 25.

use super::walk::{Open, Walk};

/// The list that is open, by the numbers that were typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    first: u64,
    /// Of the item before; `None` before the first.
    last: Option<u64>,
}

impl Numbers {
    pub(super) fn from(first: u64) -> Numbers {
        Numbers { first, last: None }
    }

    /// Takes the number of the next item; whether it does not follow from those before it. A list
    /// may be typed with the same number in each line, `1.` `1.` `1.`, and is counted then.
    fn jumps_to(&mut self, typed: u64) -> bool {
        let last = self.last.replace(typed);
        last.is_some_and(|last| last.checked_add(1) != Some(typed) && typed != self.first)
    }
}

/// The number that an item begins with, and it with the sign behind it.
fn number(item: &str) -> Option<(u64, &str)> {
    let item = item.trim_start();
    let digits = item.len() - item.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker = item.get(..digits + 1).filter(|marker| marker.ends_with(['.', ')']))?;
    Some((item[..digits].parse().ok()?, marker))
}

impl Walk<'_> {
    /// The `value` of an item of the list that is open, if its number is not the next one. In the
    /// plain text, numbers stand that are probably a part of the words: those of a list that does
    /// not begin with 1, and those that jump.
    pub(super) fn item_value(&mut self, at: usize) -> Option<u64> {
        let Some(Open::Numbered(numbers)) = self.open.last_mut() else { return None };
        let (_, range) = &self.events[at];
        let (typed, marker) = number(self.text.get(range.clone())?)?;
        let jumps = numbers.jumps_to(typed);
        if jumps || numbers.first > 1 {
            let words = format!("{marker} ");
            let writer = self.writer();
            writer.end_plain_line();
            let start = writer.plain.len();
            writer.plain.push_str(&words);
            self.number_at = Some(start..start + words.len());
        }
        jumps.then_some(typed)
    }

    /// Where the plain text of a block begins: with the number, if it is the first of an item.
    pub(super) fn plain_start(&mut self) -> usize {
        let end = self.writer().plain.len();
        let number = self.number_at.take().filter(|number| number.end == end);
        number.map_or(end, |number| number.start)
    }
}
