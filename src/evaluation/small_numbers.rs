//! Numbers of so few people that one might see who is meant, and numbers from which these could be
//! computed: they are hidden. Four steps, after the usual practice of statistical offices (Eurostat's
//! Handbook on Statistical Disclosure Control, chapter 5, on primary and secondary suppression in
//! linked tables; Statistics Denmark shows no averages of fewer than five):
//!
//! 1. A number from one to four is hidden. None is nobody, and is shown.
//! 2. Of a sum that is shown, what is hidden is at least two numbers and five people.
//! 3. What can still be computed of a hidden number, with all sums together, is a range of five or
//!    more (`src/evaluation/bounds.rs`); where it is narrower, another number is hidden.
//! 4. All pages of a build that show a quarter hide the same of it (`src/evaluation/judged.rs`), and
//!    a sum over quarters is shown again only where the difference to the last one tells of nobody
//!    (`src/evaluation/voices.rs`).
//!
//! A range counts from none: that a hidden number is known to be hidden, so that it may be below five,
//! does not make it narrower here.
//!
//! The limit: nothing is remembered from one build to the next. A number that grows from nine to
//! eleven, a story that is withdrawn later and a file that is corrected change pages, and whoever kept
//! the old ones can subtract. Nor is it known which measures of one's own are sums of others.
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
    let few = numbers.iter().map(|number| is_few(f64::from(*number))).collect();
    hidden_beside(numbers, &vec![Stands::Here; numbers.len()], few, sums)
}

/// Where a number stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Stands {
    /// On a page, if it is not hidden.
    Here,
    /// On a page, whatever is hidden here.
    Elsewhere,
    /// On none: readers can compute it, as what is left of a sum.
    Nowhere,
}

/// The same where some are hidden already, and not all stand here.
pub(crate) fn hidden_beside(
    numbers: &[u32],
    stands: &[Stands],
    hidden: Vec<bool>,
    sums: &[Sum],
) -> Vec<bool> {
    let mut table = Hiding { numbers, stands, hidden, sums };
    // Each round hides at least one number more; at the end, only numbers of nobody may be left.
    while let Some(other) = table.next() {
        table.hidden[other] = true;
    }
    table.hidden
}

/// A table while its numbers are hidden, one after the other.
struct Hiding<'a> {
    numbers: &'a [u32],
    stands: &'a [Stands],
    hidden: Vec<bool>,
    sums: &'a [Sum],
}

impl Hiding<'_> {
    /// The number to hide beside one of which too much is told.
    fn next(&self) -> Option<usize> {
        let exact: Vec<f64> = self.numbers.iter().map(|it| f64::from(*it)).collect();
        let by_a_rest = self.sums.iter().filter(|sum| !self.hidden[sum.total]).filter_map(|sum| {
            let parts = sum.parts.iter().copied().filter(|part| self.hidden[*part]);
            let parts: Vec<usize> = parts.collect();
            let people: f64 = parts.iter().map(|part| exact[*part]).sum();
            let is_bare = !parts.is_empty() && (parts.len() < 2 || people < f64::from(FEW));
            is_bare.then(|| parts[0])
        });
        let by_all_sums = (0..exact.len()).filter(|at| self.hidden[*at]).filter(|at| {
            let (least, most) = bounds(&exact, &self.hidden, self.sums, *at);
            most - least < f64::from(FEW) - 1e-6
        });
        by_a_rest.chain(by_all_sums).find_map(|told| self.companion(told))
    }

    /// Which shown number is hidden beside the one of which too much is told: the smallest part of a
    /// sum that it is in, else the whole of that. One that stands nowhere is best, for nobody misses it.
    fn companion(&self, told: usize) -> Option<usize> {
        let is_in = |sum: &&Sum| sum.total == told || sum.parts.contains(&told);
        let is_elsewhere = |at: &usize| self.stands[*at] == Stands::Elsewhere;
        let free = |at: &usize| !self.hidden[*at] && !is_elsewhere(at) && self.numbers[*at] > 0;
        let smallest = |at: &usize| (self.stands[*at] != Stands::Nowhere, self.numbers[*at], *at);
        let own = || self.sums.iter().filter(is_in);
        let parts = own().flat_map(|sum| sum.parts.iter().copied()).filter(free);
        let totals = || own().map(|sum| sum.total).filter(free);
        // It may be told by sums that it is not in itself.
        let others = || (0..self.numbers.len()).filter(free);
        parts
            .min_by_key(smallest)
            .or_else(|| totals().min_by_key(smallest))
            .or_else(|| others().min_by_key(smallest))
    }
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
    let answers = |groups: &mut dyn Iterator<Item = u32>| groups.map(u64::from).sum::<u64>();
    let rest = u64::from(all).saturating_sub(answers(&mut groups.iter().copied()));
    loop {
        let count = hidden.iter().filter(|it| **it).count() + usize::from(rest > 0);
        let few = hidden.iter().zip(groups).filter(|(it, _)| **it);
        let people = answers(&mut few.map(|(_, answers)| *answers)) + rest;
        if count == 0 || (count > 1 && people >= u64::from(FEW)) {
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
