//! What could be computed back, case by case, and that nothing can be, whatever the numbers.

use proptest::prelude::*;

use super::*;

fn sum(parts: &[usize], total: usize) -> Sum {
    Sum { parts: parts.to_vec(), total }
}

fn ranges(numbers: &[u32], hidden: &[bool], sums: &[Sum]) -> Vec<(f64, f64)> {
    let exact: Vec<f64> = numbers.iter().map(|it| f64::from(*it)).collect();
    (0..numbers.len()).map(|at| bounds(&exact, hidden, sums, at)).collect()
}

/// A table of three by three, with its sums and the sum of these.
fn square(cells: [u32; 9]) -> (Vec<u32>, Vec<Sum>) {
    let mut numbers = cells.to_vec();
    let mut sums = vec![];
    for row in 0..3 {
        let parts = [0, 1, 2].map(|column| 3 * row + column);
        numbers.push(parts.iter().map(|at| cells[*at]).sum());
        sums.push(sum(&parts, 9 + row));
    }
    for column in 0..3 {
        let parts = [0, 1, 2].map(|row| 3 * row + column);
        numbers.push(parts.iter().map(|at| cells[*at]).sum());
        sums.push(sum(&parts, 12 + column));
    }
    numbers.push(cells.iter().sum());
    sums.push(sum(&[9, 10, 11], 15));
    sums.push(sum(&[12, 13, 14], 15));
    (numbers, sums)
}

#[test]
fn one_of_two_groups_is_not_hidden_alone() {
    let (numbers, sums) = ([3, 6, 9], [sum(&[0, 1], 2)]);
    assert_eq!(ranges(&numbers, &[true, false, false], &sums)[0], (3.0, 3.0), "it would be told");
    let both = hidden(&numbers, &sums);
    assert_eq!(both, [true, true, false]);
    assert_eq!(ranges(&numbers, &both, &sums)[0], (0.0, 9.0));
}

#[test]
fn two_that_are_three_together_are_not_hidden_alone() {
    // 1 and 2 beside 9 of 12: both would be known to be three at most.
    let (numbers, sums) = ([1, 2, 9, 12], [sum(&[0, 1, 2], 3)]);
    assert_eq!(ranges(&numbers, &[true, true, false, false], &sums)[0], (0.0, 3.0));
    let all = hidden(&numbers, &sums);
    assert_eq!(all, [true, true, true, false]);
    assert_eq!(ranges(&numbers, &all, &sums)[2], (0.0, 12.0));
}

#[test]
fn in_a_table_with_sums_one_cell_or_a_corner_of_three_tells_and_four_do_not() {
    let (numbers, sums) = square([3, 9, 8, 7, 9, 6, 8, 7, 9]);
    let mut one = vec![false; 16];
    one[0] = true;
    assert_eq!(ranges(&numbers, &one, &sums)[0], (3.0, 3.0));
    let mut corner = one.clone();
    (corner[1], corner[3]) = (true, true);
    for at in [0, 1, 3] {
        let (least, most) = ranges(&numbers, &corner, &sums)[at];
        assert!(most - least < 1e-6, "a corner of three tells all: {least} to {most}");
    }
    let four = hidden(&numbers, &sums);
    let count = four.iter().filter(|it| **it).count();
    assert!(four[0] && count >= 4, "{four:?}");
    for (at, (least, most)) in ranges(&numbers, &four, &sums).into_iter().enumerate() {
        assert!(!four[at] || most - least >= 5.0 - 1e-6, "{at}: {least} to {most}");
    }
}

#[test]
fn a_quarter_is_not_told_by_the_year() {
    let (numbers, sums) = ([6, 7, 8, 3, 24], [sum(&[0, 1, 2, 3], 4)]);
    assert_eq!(ranges(&numbers, &[false, false, false, true, false], &sums)[3], (3.0, 3.0));
    // The first quarter goes with the last, or the year is not split.
    assert_eq!(hidden(&numbers, &sums), [true, false, false, true, false]);
}

#[test]
fn new_voices_are_not_told_by_all_and_returning_ones() {
    let (numbers, sums) = ([7, 2, 9], [sum(&[0, 1], 2)]);
    assert_eq!(ranges(&numbers, &[false, true, false], &sums)[1], (2.0, 2.0));
    assert_eq!(hidden(&numbers, &sums), [true, true, false]);
}

#[test]
fn the_mean_of_three_is_not_told_by_those_of_nine_and_six() {
    // Each mean is rounded to one digit.
    let of_three = |by: f64| ((3.6 + by) * 9.0 - (3.8 - by) * 6.0) / 3.0;
    let (least, most) = (of_three(-0.05), of_three(0.05));
    assert!((least - 2.95).abs() < 1e-6 && (most - 3.45).abs() < 1e-6, "{least} to {most}");
    assert_eq!(hidden_means(9, &[3, 6]), [true, true]);
}

#[test]
fn the_mean_of_a_group_goes_with_that_of_the_smallest_other_one() {
    assert_eq!(hidden_means(198, &[88, 61, 45, 4]), [false, false, true, true]);
    assert_eq!(hidden_means(194, &[88, 61, 45]), [false, false, false]);
    assert_eq!(hidden_means(198, &[88, 61, 45]), [false, false, true], "four are in no group");
    assert_eq!(
        hidden_means(230, &[88, 61, 45, 4]),
        [false, false, false, true],
        "many are in none"
    );
}

#[test]
fn more_answers_than_there_are_people_are_no_trouble() {
    assert_eq!(hidden_means(198, &[u32::MAX, u32::MAX]), [false, false]);
    assert_eq!(hidden_means(u32::MAX, &[3, u32::MAX]), [true, true]);
}

#[test]
fn what_stands_elsewhere_is_not_hidden_and_something_else_is() {
    // The site shows six, a file says eight: two of them are not named.
    let (numbers, sums) = ([6, 2, 8], [sum(&[0, 1], 2)]);
    let beside =
        |stands: [Stands; 3]| hidden_beside(&numbers, &stands, vec![false, true, false], &sums);
    assert_eq!(beside([Stands::Elsewhere, Stands::Here, Stands::Here]), [false, true, true]);
    assert_eq!(beside([Stands::Here; 3]), [true, true, false]);
}

#[test]
fn what_is_left_of_a_sum_is_hidden_first() {
    // Three, six and what is in neither: seven of sixteen.
    let (numbers, sums) = ([3, 6, 7, 16], [sum(&[0, 1, 2], 3)]);
    let few = || vec![true, false, false, false];
    let mut stands = [Stands::Here; 4];
    assert_eq!(hidden_beside(&numbers, &stands, few(), &sums), [true, true, false, false]);
    stands[2] = Stands::Nowhere;
    assert_eq!(hidden_beside(&numbers, &stands, few(), &sums), [true, false, true, false]);
}

#[test]
fn a_percentage_tells_how_many() {
    assert!(tells_few(67.0, 9), "six, and the other three");
    assert!(tells_few(75.0, 4) && tells_few(100.0, 4), "a group of four");
    assert!(!tells_few(50.0, 10) && !tells_few(62.0, 198) && !tells_few(100.0, 9));
}

#[test]
fn nobody_is_no_small_group() {
    let (numbers, sums) = ([0, 5, 5], [sum(&[0, 1], 2)]);
    assert_eq!(hidden(&numbers, &sums), [false, false, false]);
}

#[test]
fn a_group_beside_a_large_hidden_rest_may_be_shown() {
    // Of three ports, two are hidden, seven people together: the third is shown.
    let (numbers, sums) = ([3, 4, 12, 19], [sum(&[0, 1, 2], 3)]);
    assert_eq!(hidden(&numbers, &sums), [true, true, false, false]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn nothing_hidden_can_be_computed(cells in proptest::array::uniform9(0..14_u32)) {
        let (numbers, sums) = square(cells);
        let hidden = hidden(&numbers, &sums);
        let is_all = numbers.iter().zip(&hidden).all(|(number, hidden)| *hidden || *number == 0);
        for (at, (least, most)) in ranges(&numbers, &hidden, &sums).into_iter().enumerate() {
            prop_assert!(hidden[at] || !is_few(f64::from(numbers[at])), "{at} is shown");
            let is_wide = most - least >= f64::from(FEW) - 1e-3;
            prop_assert!(!hidden[at] || is_wide || is_all, "{at}: {least} to {most} of {numbers:?}");
        }
    }

    #[test]
    fn bounds_hold_what_is_true(cells in proptest::array::uniform9(0..14_u32), mask in any::<u16>()) {
        let (numbers, sums) = square(cells);
        let hidden: Vec<bool> = (0..16).map(|at| mask >> at & 1 == 1).collect();
        for (at, (least, most)) in ranges(&numbers, &hidden, &sums).into_iter().enumerate() {
            let number = f64::from(numbers[at]);
            prop_assert!(least <= number + 1e-6 && number <= most + 1e-6, "{least} {number} {most}");
        }
    }
}
