//! Labels beside each other: each as near to what it names as the others let it be.

/// Where the middles of labels stand that want to stand at `wanted`, are as long as `lengths`, and
/// have from `start` to `end`. Where there is no room for all, they begin at `start` one after the
/// other, so whoever draws sees to it that there is.
pub(super) fn spread(wanted: &[f64], lengths: &[f64], start: f64, end: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]).then(a.cmp(b)));
    let mut middles = wanted.to_vec();
    let mut free = start;
    for at in &order {
        let half = lengths[*at] / 2.0;
        middles[*at] = middles[*at].max(free + half);
        free = middles[*at] + half;
    }
    let mut free = end;
    for at in order.iter().rev() {
        let half = lengths[*at] / 2.0;
        middles[*at] = middles[*at].min(free - half);
        free = middles[*at] - half;
    }
    if free < start - 1e-9 {
        let mut free = start;
        for at in &order {
            middles[*at] = free + lengths[*at] / 2.0;
            free += lengths[*at];
        }
    }
    middles
}
