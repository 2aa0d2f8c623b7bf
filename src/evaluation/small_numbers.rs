//! Numbers of so few people that one might see who is meant, and numbers from which these could be
//! computed: they are hidden. Four steps, after the usual practice of statistical offices (Eurostat's
//! Handbook on Statistical Disclosure Control, chapter 5, on primary and secondary suppression in
//! linked tables; Statistics Denmark shows no averages of fewer than five):
//!
//! 1. A number from one to four is hidden. None is nobody, and is shown.
//! 2. Of a sum that is shown, what is hidden is at least two numbers and five people.
//! 3. What can still be computed of a hidden number, with all sums together, is a range of five or
//!    more (`src/evaluation/bounds.rs`); where it is narrower, another number is hidden.
//! 4. Whoever kept an earlier page can subtract: a sum over quarters is shown again only where the
//!    difference tells of nobody (`src/evaluation/voices.rs`).
//!
//! Percentages and means tell numbers too (`tells_few`, `hidden_means`).

use super::bounds::{Sum, bounds};

/// How many people there are at least behind a number that is shown.
pub(crate) const FEW: u32 = 5;

/// Whether a number is of so few people that it is not shown.
pub(crate) fn is_few(number: f64) -> bool {
    number > 0.0 && number < f64::from(FEW)
}

/// Which of these numbers of people are hidden, given the sums that readers know.
pub(crate) fn hidden(numbers: &[u32], sums: &[Sum]) -> Vec<bool> {
    let exact: Vec<f64> = numbers.iter().map(|it| f64::from(*it)).collect();
    let mut hidden: Vec<bool> = exact.iter().map(|number| is_few(*number)).collect();
    // Each round hides at least one number more.
    while let Some(told) = told(&exact, &hidden, sums) {
        match companion(numbers, &hidden, sums, told) {
            Some(other) => hidden[other] = true,
            // Only numbers of nobody are left beside it.
            None => break,
        }
    }
    hidden
}

/// A hidden number of which too much is told.
fn told(numbers: &[f64], hidden: &[bool], sums: &[Sum]) -> Option<usize> {
    let by_a_rest = sums.iter().filter(|sum| !hidden[sum.total]).find_map(|sum| {
        let parts = sum.parts.iter().copied().filter(|part| hidden[*part]);
        let parts: Vec<usize> = parts.collect();
        let people: f64 = parts.iter().map(|part| numbers[*part]).sum();
        let is_bare = !parts.is_empty() && (parts.len() < 2 || people < f64::from(FEW));
        is_bare.then(|| parts[0])
    });
    by_a_rest.or_else(|| {
        (0..numbers.len()).filter(|at| hidden[*at]).find(|at| {
            let (least, most) = bounds(numbers, hidden, sums, *at);
            most - least < f64::from(FEW) - 1e-6
        })
    })
}

/// Which shown number is hidden beside the one of which too much is told: the smallest part of a sum
/// that it is in, else the whole of that.
fn companion(numbers: &[u32], hidden: &[bool], sums: &[Sum], told: usize) -> Option<usize> {
    let is_in = |sum: &&Sum| sum.total == told || sum.parts.contains(&told);
    let free = |at: &usize| !hidden[*at] && numbers[*at] > 0;
    let parts = sums.iter().filter(is_in).flat_map(|sum| sum.parts.iter().copied()).filter(free);
    let part = parts.min_by_key(|at| (numbers[*at], *at));
    let totals = || sums.iter().filter(is_in).map(|sum| sum.total).filter(free);
    part.or_else(|| totals().min_by_key(|at| (numbers[*at], *at))).or_else(|| {
        // It is told by sums that it is not in itself.
        (0..numbers.len()).filter(free).min_by_key(|at| (numbers[*at], *at))
    })
}

/// Whether a percentage of so many tells of fewer than five, on one side or the other: 67 % of 9 are
/// six, and the other three.
pub(crate) fn tells_few(percent: f64, of: u32) -> bool {
    let count = (percent / 100.0 * f64::from(of)).round();
    is_few(count) || is_few(f64::from(of) - count) || of < FEW
}

/// Which groups' means are hidden, beside the mean of all, by how many answered in each: those of
/// fewer than five, and others until at least two groups are hidden, and five people in them. One
/// alone could be computed: of nine who say 3.6 and six of them who say 3.8, the other three say 2.95
/// to 3.45.
pub(crate) fn hidden_means(all: u32, groups: &[u32]) -> Vec<bool> {
    let mut hidden: Vec<bool> = groups.iter().map(|answers| *answers < FEW).collect();
    // Those who answered and are in no group are a group that is never shown.
    let rest = all.saturating_sub(groups.iter().sum());
    loop {
        let count = hidden.iter().filter(|it| **it).count() + usize::from(rest > 0);
        let people = hidden.iter().zip(groups).filter(|(it, _)| **it);
        let people: u32 = people.map(|(_, answers)| answers).sum::<u32>() + rest;
        if count == 0 || (count > 1 && people >= FEW) {
            return hidden;
        }
        let kept = |at: &usize| !hidden[*at];
        match (0..groups.len()).filter(kept).min_by_key(|at| (groups[*at], *at)) {
            Some(other) => hidden[other] = true,
            None => return hidden,
        }
    }
}

#[cfg(test)]
mod tests;
