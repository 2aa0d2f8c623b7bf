//! How far the talks of colleagues came, as numbers; hidden where one would see who was turned down.

use super::bounds::Sum;
use super::small_numbers::hidden;
use super::voices::Shown;
use crate::document::Kind;
use crate::document::kinds::talk::TellingState;
use crate::site::Site;

/// The steps of a talk, each with how many came so far: an idea, sent in, accepted, given.
pub(crate) const STEPS: [&str; 4] = ["idea", "sent", "accepted", "given"];

/// How many talks came how far, since the beginning.
pub(crate) fn steps(site: &Site) -> [Shown; 4] {
    let mut counts = [0_u32; 4];
    for entry in site.of_kind(Kind::Talk) {
        let Some(talk) = entry.talk() else { continue };
        let states = talk.history.iter().filter_map(|telling| telling.state);
        let step = states.map(step).max().unwrap_or(0);
        counts[..=step].iter_mut().for_each(|count| *count += 1);
    }
    shown(counts)
}

fn step(state: TellingState) -> usize {
    match state {
        TellingState::Planned => 0,
        TellingState::Submitted
        | TellingState::Waitlisted
        | TellingState::Rejected
        | TellingState::Withdrawn => 1,
        TellingState::Accepted | TellingState::Confirmed => 2,
        TellingState::Given | TellingState::Told => 3,
    }
}

/// The steps, and between them those who did not take the next one: of these, too, few are hidden.
fn shown(counts: [u32; 4]) -> [Shown; 4] {
    let mut numbers = counts.to_vec();
    let mut sums = vec![];
    for at in 0..3 {
        sums.push(Sum { parts: vec![at + 1, numbers.len()], total: at });
        numbers.push(counts[at] - counts[at + 1]);
    }
    let hidden = hidden(&numbers, &sums);
    [0, 1, 2, 3].map(|at| (!hidden[at]).then(|| counts[at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_was_turned_down_cannot_be_seen() {
        assert_eq!(shown([30, 20, 15, 10]), [Some(30), Some(20), Some(15), Some(10)]);
        assert_eq!(shown([4, 4, 3, 3]), [None, None, None, None]);
        // Two of nine were turned down: nine and seven do not stand beside each other.
        let made = shown([20, 9, 7, 7]);
        assert!(made[1].is_none() || made[2].is_none(), "{made:?}");
    }
}
