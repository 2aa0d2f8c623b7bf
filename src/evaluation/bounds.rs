//! What somebody can compute of hidden numbers from those that are shown: the least and the most that
//! each can be, by linear programming. Whoever reads a table knows its sums, and that no number is
//! below zero.

/// A sum that readers know: the numbers at `parts` make the one at `total`, as new and returning
/// voices make the voices of a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) parts: Vec<usize>,
    pub(crate) total: usize,
}

/// The least and the most that the hidden number at `at` can be, for who knows the sums and all
/// numbers that are not hidden.
pub(crate) fn bounds(numbers: &[f64], is_hidden: &[bool], sums: &[Sum], at: usize) -> (f64, f64) {
    if !is_hidden[at] {
        return (numbers[at], numbers[at]);
    }
    let hidden: Vec<usize> = (0..numbers.len()).filter(|it| is_hidden[*it]).collect();
    let mut rows: Vec<Vec<f64>> = vec![];
    for sum in sums {
        let mut row = vec![0.0; hidden.len() + 1];
        let last = hidden.len();
        let signed = sum.parts.iter().map(|part| (*part, 1.0)).chain([(sum.total, -1.0)]);
        for (number, sign) in signed {
            match hidden.iter().position(|it| *it == number) {
                Some(column) => row[column] += sign,
                None => row[last] -= sign * numbers[number],
            }
        }
        if row[..last].iter().any(|it| it.abs() > NEARLY) {
            if row[last] < 0.0 {
                row.iter_mut().for_each(|it| *it = -*it);
            }
            rows.push(row);
        }
    }
    let column = hidden.iter().position(|it| *it == at).expect("it is hidden");
    let mut goal = vec![0.0; hidden.len()];
    goal[column] = 1.0;
    let most = largest(rows.clone(), &goal);
    goal[column] = -1.0;
    (-largest(rows, &goal).min(0.0), most)
}

const NEARLY: f64 = 1e-9;

/// The largest value of `goal` under equations `row · x = row.last()`, where no x is below zero and
/// there is at least one such x. By the simplex method, with Bland's rule, which always ends.
fn largest(rows: Vec<Vec<f64>>, goal: &[f64]) -> f64 {
    let (count, columns) = (rows.len(), goal.len());
    // Each equation begins with a slack of its own, which the first phase takes to zero.
    let width = columns + count + 1;
    let mut table: Vec<Vec<f64>> = rows
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            let mut wide = vec![0.0; width];
            wide[..columns].copy_from_slice(&row[..columns]);
            wide[columns + at] = 1.0;
            wide[width - 1] = row[columns];
            wide
        })
        .collect();
    let mut basis: Vec<usize> = (columns..columns + count).collect();
    let mut first = vec![0.0; width];
    for row in &table {
        for (sum, value) in first.iter_mut().zip(row) {
            *sum += value;
        }
    }
    first[columns..width - 1].iter_mut().for_each(|it| *it = 0.0);
    climb(&mut table, &mut basis, &mut first, columns);
    // A slack that is still there is zero: it leaves where a number can take its place.
    for at in 0..count {
        if basis[at] >= columns
            && let Some(column) = (0..columns).find(|column| table[at][*column].abs() > NEARLY)
        {
            turn(&mut table, &mut basis, &mut first, at, column);
        }
    }
    let mut last = vec![0.0; width];
    last[..columns].copy_from_slice(goal);
    for (at, column) in basis.iter().enumerate().filter(|(_, column)| **column < columns) {
        let factor = last[*column];
        for (value, own) in last.iter_mut().zip(&table[at]) {
            *value -= factor * own;
        }
    }
    match climb(&mut table, &mut basis, &mut last, columns) {
        true => -last[width - 1],
        false => f64::INFINITY,
    }
}

/// Goes up along the goal as far as there is a way; false if there is no end.
fn climb(table: &mut [Vec<f64>], basis: &mut [usize], goal: &mut [f64], columns: usize) -> bool {
    while let Some(column) = (0..columns).find(|column| goal[*column] > NEARLY) {
        let last = goal.len() - 1;
        let ratio = |row: &Vec<f64>| row[last] / row[column];
        let rows = (0..table.len()).filter(|at| table[*at][column] > NEARLY);
        let least = rows.min_by(|a, b| {
            ratio(&table[*a]).total_cmp(&ratio(&table[*b])).then(basis[*a].cmp(&basis[*b]))
        });
        let Some(row) = least else { return false };
        turn(table, basis, goal, row, column);
    }
    true
}

/// Lets the number of `column` take the place of the one of `row`.
fn turn(table: &mut [Vec<f64>], basis: &mut [usize], goal: &mut [f64], row: usize, column: usize) {
    let by = table[row][column];
    table[row].iter_mut().for_each(|it| *it /= by);
    let own = table[row].clone();
    let others = (0..table.len()).filter(|at| *at != row);
    for at in others {
        let factor = table[at][column];
        table[at].iter_mut().zip(&own).for_each(|(value, own)| *value -= factor * own);
    }
    let factor = goal[column];
    goal.iter_mut().zip(&own).for_each(|(value, own)| *value -= factor * own);
    basis[row] = column;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(parts: &[usize], total: usize) -> Sum {
        Sum { parts: parts.to_vec(), total }
    }

    #[test]
    fn what_is_known_of_hidden_numbers_is_computed() {
        // A 3 and B 6 of 9.
        let numbers = [3.0, 6.0, 9.0];
        let sums = [sum(&[0, 1], 2)];
        let of = |hidden: [bool; 3], at| bounds(&numbers, &hidden, &sums, at);
        assert_eq!(of([true, false, false], 0), (3.0, 3.0), "the rest of a sum");
        assert_eq!(of([true, true, false], 0), (0.0, 9.0));
        assert_eq!(of([true, true, true], 2), (0.0, f64::INFINITY), "nothing is known");
        assert_eq!(of([true, true, false], 2), (9.0, 9.0), "what is shown is known");
    }

    #[test]
    fn a_circle_of_sums_tells_all() {
        // Each of three hidden numbers is in two sums: no single sum tells one, all together do.
        let numbers = [2.0, 3.0, 2.0, 5.0, 5.0, 4.0];
        let sums = [sum(&[0, 1], 3), sum(&[1, 2], 4), sum(&[0, 2], 5)];
        let hidden = [true, true, true, false, false, false];
        for (at, number) in [(0, 2.0), (1, 3.0), (2, 2.0)] {
            let (least, most) = bounds(&numbers, &hidden, &sums, at);
            assert!(
                (least - number).abs() < 1e-6 && (most - number).abs() < 1e-6,
                "{least} {most}"
            );
        }
    }

    #[test]
    fn a_sum_that_is_told_twice_is_no_trouble() {
        let numbers = [3.0, 6.0, 9.0];
        let sums = [sum(&[0, 1], 2), sum(&[1, 0], 2)];
        assert_eq!(bounds(&numbers, &[true, true, false], &sums, 1), (0.0, 9.0));
    }
}
