//! Numbers of lists: readers see each as it was typed. `24. december` and `31. december` below it are
//! two days, and CommonMark would count on from the first: 24, 25.

/// The list that is open, by the numbers that were typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    pub(super) first: u64,
    /// Of the item before; `None` before the first.
    last: Option<u64>,
}

impl Numbers {
    pub(super) fn from(first: u64) -> Numbers {
        Numbers { first, last: None }
    }

    /// Takes the number of the next item; whether it does not follow from those before it. A list
    /// may be typed with a 1 or a 0 in each line, `1.` `1.` `1.`, and is counted then.
    pub(super) fn jumps_to(&mut self, typed: u64) -> bool {
        let last = self.last.replace(typed);
        last.is_some_and(|last| {
            last.checked_add(1) != Some(typed) && (typed != self.first || typed > 1)
        })
    }
}

/// The number that an item begins with, and it with the sign behind it.
pub(super) fn number(item: &str) -> Option<(u64, &str)> {
    let item = item.trim_start();
    let digits = item.len() - item.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker = item.get(..digits + 1).filter(|marker| marker.ends_with(['.', ')']))?;
    Some((item[..digits].parse().ok()?, marker))
}
