//! Which months of a measure are hidden.

use std::collections::BTreeMap;

use super::judged::{Judged, Quarters};
use super::measures::Bases;
use super::voices::Voices;
use crate::config::measures::Unit;
use crate::config::quarter::{Measure, Series};
use crate::data::quarters::Quarter;
use crate::site::quarters::EvaluatedQuarter;

/// Which points of a series are hidden on the page of `file`: each as its own quarter is judged, so
/// that a month is hidden on every page or on none.
pub(crate) fn hidden_months(
    quarters: &Quarters,
    voices: &Voices,
    (file, measure): (&EvaluatedQuarter, &Measure),
    series: &Series,
) -> Vec<bool> {
    let mut judged = BTreeMap::new();
    let id = &*measure.id.value;
    let hidden = series.points.iter().map(|point| {
        let (month, Some(v)) = (&point.m.value.0, point.v) else { return false };
        // Of what is no month, nothing is known.
        let Some(quarter) = Quarter::of_month(month) else { return true };
        let judged = judged
            .entry(quarter)
            .or_insert_with(|| Judged::of(quarters, voices.quarters.get(&quarter), quarter));
        match measure.unit() {
            Unit::People => judged.hides_month(id, month, v.value),
            _ => judged.hides(id) || Bases::of(measure, file).is_few(measure, v.value),
        }
    });
    hidden.collect()
}
