//! Numbers of people that readers know to belong together, collected one by one: sums, what is left of
//! a sum, and what lies between two numbers of the same people.

use super::bounds::Sum;
use super::small_numbers::{Stands, hidden_beside, is_few};

/// Nobody has more people: computing with more would not be exact.
const MOST: f64 = 100_000_000.0;

#[derive(Default)]
pub(super) struct Linked {
    numbers: Vec<u32>,
    stands: Vec<Stands>,
    hidden: Vec<bool>,
    sums: Vec<Sum>,
}

impl Linked {
    /// A number as a file says it; where it stands.
    pub(super) fn number(&mut self, people: f64) -> usize {
        self.numbers.push(whole(people));
        self.stands.push(Stands::Here);
        self.hidden.push(is_few(people));
        self.numbers.len() - 1
    }

    /// A number that is shown somewhere else.
    pub(super) fn standing(&mut self, people: u32) -> usize {
        let at = self.number(people.into());
        (self.stands[at], self.hidden[at]) = (Stands::Elsewhere, false);
        at
    }

    /// A number that nobody says, and that others tell.
    pub(super) fn told(&mut self, people: u32) -> usize {
        let at = self.number(people.into());
        self.stands[at] = Stands::Nowhere;
        at
    }

    pub(super) fn people(&self, at: usize) -> u32 {
        self.numbers[at]
    }

    pub(super) fn hide(&mut self, at: usize) {
        self.hidden[at] = self.stands[at] != Stands::Elsewhere;
    }

    pub(super) fn is_hidden(&self, at: usize) -> bool {
        self.hidden[at]
    }

    /// The numbers at `parts` make the one at `total`.
    pub(super) fn sum(&mut self, parts: Vec<usize>, total: usize) {
        self.sums.push(Sum { parts, total });
    }

    /// How many these are together.
    pub(super) fn together(&self, parts: &[usize]) -> u32 {
        parts.iter().fold(0, |sum, part| sum.saturating_add(self.numbers[*part]))
    }

    /// The numbers at `parts` are in the one at `total`, and what is left is in no number.
    pub(super) fn within(&mut self, mut parts: Vec<usize>, total: usize) {
        let left = self.numbers[total].saturating_sub(self.together(&parts));
        if left > 0 {
            parts.push(self.told(left));
        }
        self.sum(parts, total);
    }

    /// Two numbers of the same people: what lies between them is a number, too.
    pub(super) fn apart(&mut self, one: usize, other: usize) {
        let (least, most) = match self.numbers[one] <= self.numbers[other] {
            true => (one, other),
            false => (other, one),
        };
        if self.numbers[least] < self.numbers[most] {
            self.within(vec![least], most);
        }
    }

    /// Hides what tells too much of those that are hidden.
    pub(super) fn settle(&mut self) {
        let hidden = std::mem::take(&mut self.hidden);
        self.hidden = hidden_beside(&self.numbers, &self.stands, hidden, &self.sums);
    }
}

/// A number of people as one can add it up.
fn whole(people: f64) -> u32 {
    people.clamp(0.0, MOST).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_people_than_there_are_make_no_trouble() {
        let mut linked = Linked::default();
        let months = vec![linked.number(9e11), linked.number(9e11)];
        let all = linked.number(9e11);
        assert_eq!(linked.together(&months), 200_000_000);
        linked.within(months, all);
        linked.settle();
        assert!(!linked.is_hidden(0) && !linked.is_hidden(all));
    }

    #[test]
    fn two_numbers_of_the_same_people_do_not_tell_the_few_between_them() {
        let hidden = |one: f64, site: u32| {
            let mut linked = Linked::default();
            let (own, site) = (linked.number(one), linked.standing(site));
            linked.apart(own, site);
            linked.settle();
            assert!(!linked.is_hidden(site));
            linked.is_hidden(own)
        };
        assert!(hidden(8.0, 6) && hidden(6.0, 8), "two");
        assert!(!hidden(6.0, 6) && !hidden(11.0, 6) && !hidden(6.0, 12));
    }
}
