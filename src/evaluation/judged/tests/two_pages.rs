//! No few people can be computed from two pages, whatever the numbers and whichever of them are on them.

use proptest::prelude::*;

use super::*;
use crate::evaluation::bounds::{Sum, bounds};
use crate::evaluation::small_numbers::{FEW, hidden};

/// New and returning voices of three months, from which all other numbers are made: for each of new,
/// returning and all voices the three months, then the quarter.
fn table(cells: [u32; 6]) -> (Vec<f64>, Vec<Sum>) {
    let mut numbers = vec![];
    let rows = [[0, 1, 2], [3, 4, 5]].map(|at| at.map(|at| cells[at]));
    let all = [0, 1, 2].map(|at| rows[0][at] + rows[1][at]);
    let mut sums = vec![];
    for row in [rows[0], rows[1], all] {
        let at = numbers.len();
        numbers.extend(row.map(f64::from));
        numbers.push(f64::from(row.iter().sum::<u32>()));
        sums.push(Sum { parts: vec![at, at + 1, at + 2], total: at + 3 });
    }
    sums.extend((0..4).map(|at| Sum { parts: vec![at, at + 4], total: at + 8 }));
    (numbers, sums)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Two pages show the same quarter: numbers on either, months on either, some left out.
    #[test]
    fn no_few_people_can_be_computed_from_two_pages(
        cells in proptest::array::uniform6(0..12_u32),
        own in 0..4096_u32,
        later in 0..4096_u32,
    ) {
        let (numbers, sums) = table(cells);
        let ids = ["new_voices", "retention", "voices"];
        let file = |mask: u32, field: &str| {
            let is_in = |at: usize| mask >> at & 1 == 1;
            let mut text = String::new();
            for (row, id) in ids.iter().enumerate() {
                let value = is_in(4 * row + 3).then(|| format!("{field} = {}", numbers[4 * row + 3]));
                text += &measure(id, &value.unwrap_or_default());
            }
            for (row, id) in ids.iter().enumerate() {
                let month = |at: usize| (["2026-07", "2026-08", "2026-09"][at], cell(&numbers, row, at));
                let points = (0..3).filter(|at| is_in(4 * row + at)).map(month).collect::<Vec<_>>();
                text += &series(id, &points);
            }
            text
        };
        let all = quarters(&[("2026-Q3", &file(own, "value")), ("2026-Q4", &file(later, "previous"))]);
        let judged = Judged::of(&all, None, quarter("2026-Q3"));
        let mut is_hidden = vec![true; 12];
        for (at, month) in ["2026-07", "2026-08", "2026-09"].iter().enumerate() {
            for (row, id) in ids.iter().enumerate() {
                let is_said = (own | later) >> (4 * row + at) & 1 == 1;
                is_hidden[4 * row + at] = !is_said
                    || judged.hides_month(id, month, f64::from(cell(&numbers, row, at)));
            }
        }
        for (row, id) in ids.iter().enumerate() {
            let on_own = own >> (4 * row + 3) & 1 == 1 && !judged.measures[row].is_hidden;
            let on_later = (own | later) >> (4 * row + 3) & 1 == 1 && !judged.hides_previous(id);
            is_hidden[4 * row + 3] = !(on_own || on_later);
        }
        let is_all = (0..12).all(|at| is_hidden[at] || numbers[at] == 0.0);
        for at in 0..12 {
            if !is_few(numbers[at]) || is_all {
                continue;
            }
            let (least, most) = bounds(&numbers, &is_hidden, &sums, at);
            // Of what no file says, the program does not know whether it is of few.
            let wide = if (own | later) >> at & 1 == 1 { f64::from(FEW) } else { 1.0 };
            prop_assert!(
                most - least >= wide - 1e-3,
                "{at}: {least} to {most} of {numbers:?}, hidden {is_hidden:?}"
            );
        }
    }

    /// What the site counts of those who are named, beside files that count all.
    #[test]
    fn no_few_unnamed_people_can_be_computed_from_what_the_site_counts(
        cells in proptest::array::uniform4(0..12_u32),
        own in 0..8_u32,
        later in 0..8_u32,
    ) {
        // New and returning ones who are named, then those who are not; then their sums.
        let [new, back, other_new, other_back] = cells;
        let named = new + back;
        let all = [new + other_new, back + other_back];
        let numbers = [new, back, other_new, other_back, named, other_new + other_back];
        let numbers = [&numbers[..], &all, &[all[0] + all[1]]].concat();
        let sums = [[0, 1, 4], [2, 3, 5], [0, 2, 6], [1, 3, 7], [4, 5, 8], [6, 7, 8]];
        let sums = sums.map(|[a, b, total]| Sum { parts: vec![a, b], total });
        let site = hidden(&[new, back, named], &[Sum { parts: vec![0, 1], total: 2 }]);
        let is_split = !site.contains(&true);
        let counts = Counts {
            voices: (!site[2]).then_some(named),
            new: is_split.then_some(new),
            back: is_split.then_some(back),
            ..Counts::default()
        };
        let ids = ["new_voices", "retention", "voices"];
        let file = |mask: u32, field: &str| {
            let line = |(at, id): (usize, &&str)| {
                let value = (mask >> at & 1 == 1).then(|| format!("{field} = {}", numbers[6 + at]));
                measure(id, &value.unwrap_or_default())
            };
            ids.iter().enumerate().map(line).collect::<String>()
        };
        let all = quarters(&[("2026-Q3", &file(own, "value")), ("2026-Q4", &file(later, "previous"))]);
        let judged = Judged::of(&all, Some(&counts), quarter("2026-Q3"));
        let mut is_hidden = vec![true; 9];
        (is_hidden[0], is_hidden[1]) = (!is_split, !is_split);
        is_hidden[4] = site[2];
        for (at, id) in ids.iter().enumerate() {
            let on_own = own >> at & 1 == 1 && !judged.measures[at].is_hidden;
            let on_later = (own | later) >> at & 1 == 1 && !judged.hides_previous(id);
            is_hidden[6 + at] = !(on_own || on_later);
        }
        let exact: Vec<f64> = numbers.iter().map(|it| f64::from(*it)).collect();
        for at in (0..9).filter(|at| is_few(exact[*at])) {
            let (least, most) = bounds(&exact, &is_hidden, &sums, at);
            let (least_by_site, most_by_site) = {
                let by_site: Vec<bool> = (0..9).map(|at| at >= 6 || is_hidden[at]).collect();
                bounds(&exact, &by_site, &sums, at)
            };
            let is_as_before = least <= least_by_site + 1e-3 && most >= most_by_site - 1e-3;
            prop_assert!(
                is_as_before || most - least >= f64::from(FEW) - 1e-3,
                "{at}: {least} to {most} of {numbers:?}, hidden {is_hidden:?}"
            );
        }
    }
}

fn cell(numbers: &[f64], row: usize, at: usize) -> u32 {
    numbers[4 * row + at] as u32
}
