//! What is hidden of a quarter, once for all pages that show something of it: its own page, the page of
//! the quarter after it, which shows its numbers as those of last quarter, and every page with its
//! months. They are judged together, with what the site itself counts, because whoever opens two pages
//! can subtract.

use std::collections::BTreeMap;

use super::measures::{Bases, shows_base};
use super::small_numbers::is_few;
use super::table::{Settled, Told, VOICES, is_told_by_months, settled};
use super::voices::Counts;
use crate::config::measures::Unit;
use crate::config::quarter::Measure;
use crate::data::quarters::Quarter;
use crate::site::quarters::EvaluatedQuarter;

pub(crate) type Quarters = BTreeMap<Quarter, EvaluatedQuarter>;

/// What is shown of a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ShownMeasure {
    /// Whether its number is hidden.
    pub(crate) is_hidden: bool,
    /// Whether it may be shown how many were asked, and of how many it is a part.
    pub(crate) shows_base: bool,
    /// Whether its target may be shown: all of them, where that may not be told, is none.
    pub(crate) shows_target: bool,
}

/// What all pages may show of one quarter.
pub(crate) struct Judged<'a> {
    own: Option<&'a EvaluatedQuarter>,
    /// The measures of its file, in their order.
    pub(crate) measures: Vec<ShownMeasure>,
    /// Whether a measure is hidden on the page of the next quarter.
    previous: BTreeMap<&'a str, bool>,
    people: BTreeMap<&'a str, Settled<'a>>,
}

impl<'a> Judged<'a> {
    /// What may be shown of a quarter, of which the site itself counts `counted`.
    pub(crate) fn of(
        quarters: &'a Quarters,
        counted: Option<&Counts>,
        quarter: Quarter,
    ) -> Judged<'a> {
        let told = told(quarters, quarter);
        let mut people = BTreeMap::new();
        let voices = told.iter().filter(|(id, _)| VOICES.contains(id));
        people.extend(settled(&voices.collect::<Vec<_>>(), counted));
        for one in told.iter().filter(|(id, _)| !VOICES.contains(id)) {
            people.extend(settled(&[one], None));
        }
        let own = quarters.get(&quarter);
        let measures = own.map(|own| measures(own, &people)).unwrap_or_default();
        let next = quarters.get(&quarter.next());
        let previous = next.map(|next| previous(next, own, &people)).unwrap_or_default();
        Judged { own, measures, previous, people }
    }

    /// Whether the number of this measure is hidden where the next quarter shows it beside its own.
    pub(crate) fn hides_previous(&self, id: &str) -> bool {
        self.previous.get(id).copied().unwrap_or_default()
    }

    /// Whether a month of this quarter is hidden, in which a measure of people is `number`.
    pub(crate) fn hides_month(&self, id: &str, month: &str, number: f64) -> bool {
        let month = self.people.get(id).and_then(|settled| settled.months.get(month));
        month.is_some_and(|(told, is_hidden)| *is_hidden || (number - told).abs() > 1e-9)
    }

    /// Whether anything of a measure is hidden in this quarter.
    pub(crate) fn hides(&self, id: &str) -> bool {
        let measures = self.own.map(EvaluatedQuarter::measures).unwrap_or_default();
        let mut of_id = measures.iter().zip(&self.measures).filter(|(it, _)| it.id.value == id);
        of_id.any(|(_, shown)| shown.is_hidden) || self.hides_previous(id)
    }
}

/// What the files tell of a quarter with measures of people, by id.
fn told(quarters: &Quarters, quarter: Quarter) -> BTreeMap<&str, Told<'_>> {
    let mut all = BTreeMap::<&str, Told<'_>>::new();
    let people = |of: Quarter| {
        let file = quarters.get(&of).map(EvaluatedQuarter::measures).unwrap_or_default();
        file.iter().filter(|measure| measure.unit() == Unit::People)
    };
    for measure in people(quarter) {
        let own = &mut all.entry(&measure.id.value).or_default().own;
        *own = own.or(measure.value.map(|it| it.value));
    }
    for series in quarters.get(&quarter).into_iter().flat_map(|file| &file.words.series) {
        let is_other = |month: &str| Quarter::of_month(month) != Some(quarter);
        let others = series.points.iter().any(|point| is_other(&point.m.value.0));
        let months = series.points.iter().filter_map(|point| point.v).map(|v| v.value);
        if let Some(told) = all.get_mut(&*series.id.value).filter(|_| others) {
            told.own_tells |= told.own.is_some_and(|own| is_told_by_months(own, months));
        }
    }
    for measure in people(quarter.next()) {
        let later = &mut all.entry(&measure.id.value).or_default().later;
        *later = later.or(measure.previous.map(|it| it.value));
    }
    let others = quarters.iter().filter(|(of, _)| **of != quarter).map(|(_, file)| file);
    for file in quarters.get(&quarter).into_iter().chain(others) {
        for series in &file.words.series {
            let is_of_people = |it: &Measure| it.unit() == Unit::People;
            if !file.measure(&series.id.value).is_some_and(is_of_people) {
                continue;
            }
            let own = |month: &str| Quarter::of_month(month) == Some(quarter);
            for point in series.points.iter().filter(|point| own(&point.m.value.0)) {
                if let Some(v) = point.v {
                    let told = all.entry(&series.id.value).or_default();
                    told.months.entry(&point.m.value.0).or_insert(v.value);
                }
            }
        }
    }
    all
}

/// The measures of a file, as they are shown on its page.
fn measures(file: &EvaluatedQuarter, people: &BTreeMap<&str, Settled<'_>>) -> Vec<ShownMeasure> {
    let of = |measure: &Measure| {
        let settled = people.get(&*measure.id.value).filter(|_| measure.unit() == Unit::People);
        let hides = |number: f64| {
            // A measure that the file has twice is told twice.
            let first = file.measure(&measure.id.value).and_then(|it| it.value);
            let is_near = first.is_some_and(|first| is_few((first.value - number).abs()));
            let by_others = settled.is_some_and(|settled| settled.own || is_near);
            by_others || Bases::of(measure, file).is_few(measure, number)
        };
        let is_hidden = measure.value.is_some_and(|value| hides(value.value));
        let shows_base = shows_base(measure);
        let is_all =
            measure.target.as_ref().is_some_and(|it| Bases::told(measure).has(it.value.value));
        ShownMeasure { is_hidden, shows_base, shows_target: shows_base || !is_all }
    };
    file.measures().iter().map(of).collect()
}

/// Which numbers of a quarter are hidden on the page of the next one.
fn previous<'a>(
    next: &'a EvaluatedQuarter,
    own: Option<&EvaluatedQuarter>,
    people: &BTreeMap<&str, Settled<'_>>,
) -> BTreeMap<&'a str, bool> {
    let of = |measure: &'a Measure| {
        let id = &*measure.id.value;
        let before = own.and_then(|own| Some((own, own.measure(id)?)));
        let number = measure.previous.or_else(|| before.and_then(|(_, before)| before.value));
        let is_few = |number: f64| {
            let by_own =
                before.is_some_and(|(own, before)| Bases::of(before, own).is_few(before, number));
            by_own || Bases::told(measure).is_few(measure, number)
        };
        let by_others = people.get(id).is_some_and(|settled| settled.later);
        (id, by_others || number.is_some_and(|number| is_few(number.value)))
    };
    // Of a measure that a file has twice, each is hidden where one is.
    let mut all = BTreeMap::new();
    for (id, is_hidden) in next.measures().iter().map(of) {
        *all.entry(id).or_default() |= is_hidden;
    }
    all
}

#[cfg(test)]
mod tests;
