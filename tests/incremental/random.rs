//! Thousands of random edits. How many is said by `STORYWALL_EDITS`; without it, a hundred.

use rayon::prelude::*;

use crate::chance::Chance;
use crate::walk::Walk;

/// Edits from one beginning: later ones meet a project in which much is broken already.
const LENGTH: u64 = 25;

/// Edits where nobody asks for more.
const FEW: u64 = 100;

/// Goes through the edits, and says what was done and found where one of them goes wrong.
fn go(steps: &[u64]) -> Option<(usize, Vec<String>, String)> {
    let mut walk = Walk::begin();
    let mut done = vec![];
    for (at, seed) in steps.iter().enumerate() {
        let (what, wrong) = walk.step(*seed);
        done.push(what);
        if let Some(wrong) = wrong {
            return Some((at, done, wrong));
        }
    }
    None
}

/// The fewest of the steps that still go wrong.
fn shrunk(steps: &[u64]) -> Vec<u64> {
    let mut steps = steps.to_vec();
    let mut size = steps.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < steps.len() {
            let mut fewer = steps.clone();
            fewer.drain(at..(at + size).min(steps.len()));
            match go(&fewer) {
                Some((last, ..)) => {
                    fewer.truncate(last + 1);
                    steps = fewer;
                }
                None => at += size,
            }
        }
        size /= 2;
    }
    steps
}

#[test]
fn after_any_edit_a_project_equals_a_fresh_one() {
    #[expect(clippy::disallowed_methods, reason = "whoever runs the tests says how many")]
    let wanted = std::env::var("STORYWALL_EDITS").ok().and_then(|count| count.parse().ok());
    let wanted: u64 = wanted.unwrap_or(FEW);
    let walk = |number: u64| {
        let mut chance = Chance::new(number);
        let steps: Vec<u64> = (0..LENGTH).map(|_| chance.next()).collect();
        let (at, ..) = go(&steps)?;
        Some((number, steps[..=at].to_vec()))
    };
    let wrong = (0..wanted.div_ceil(LENGTH)).into_par_iter().find_map_first(walk);
    let Some((number, steps)) = wrong else { return };
    let few = shrunk(&steps);
    let (_, done, wrong) = go(&few).expect("what was shrunk still goes wrong");
    let done = done.join("\n");
    panic!(
        "walk {number} goes wrong at its edit {}; these of its edits are enough:\n{done}\n\n{wrong}",
        steps.len()
    );
}
