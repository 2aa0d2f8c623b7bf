//! Which numbers of a file of a quarter are hidden, because they are of few people or tell of few.

use super::bounds::Sum;
use super::small_numbers::{FEW, hidden, is_few, tells_few};
use super::voices::Counts;
use crate::config::measures::Unit;
use crate::config::quarter::Measure;

/// What is shown of a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ShownMeasure {
    /// Whether its number is hidden.
    pub(crate) is_hidden: bool,
    /// Whether it may be said how many were asked, and of how many it is a part.
    pub(crate) shows_base: bool,
}

/// The measures of a quarter, as they are shown beside what the site itself tells of it.
pub(crate) fn shown(measures: &[Measure], derived: Option<&Counts>) -> Vec<ShownMeasure> {
    let voices = hidden_voices(measures, derived);
    let of = |measure: &Measure| {
        let is_voice = voices.iter().any(|id| *id == measure.id.value);
        let number = measure.value.map(|value| value.value);
        let few = |number: Option<f64>| number.is_some_and(|it| is_few_of(measure, it));
        ShownMeasure { is_hidden: is_voice || few(number), shows_base: shows_base(measure) }
    };
    measures.iter().map(of).collect()
}

/// Whether a number of this measure tells of few people: this quarter's, or the one before.
pub(crate) fn is_few_of(measure: &Measure, number: f64) -> bool {
    let n = measure.n.as_ref().map(|n| n.value);
    match measure.unit() {
        Unit::People => is_few(number) || n.is_some_and(|n| n < FEW),
        Unit::Percent => n.is_some_and(|n| tells_few(number, n)),
        Unit::Score | Unit::Days => n.is_some_and(|n| n < FEW),
        Unit::Things => false,
    }
}

/// Of how many people a number is, where that does not tell how few are not in it.
fn shows_base(measure: &Measure) -> bool {
    let Some(value) = measure.value.filter(|_| measure.unit() == Unit::People) else { return true };
    let bases = [measure.n.as_ref().map(|n| f64::from(n.value)), measure.of.map(|of| of.value)];
    bases.into_iter().flatten().all(|base| !is_few(base - value.value))
}

const VOICES: [&str; 3] = ["voices", "new_voices", "retention"];

/// The measures of voices that are hidden, together with what the site counts of the same people.
fn hidden_voices(measures: &[Measure], derived: Option<&Counts>) -> Vec<&'static str> {
    let value = |id: &str| {
        let own = measures.iter().find(|measure| measure.id.value == id)?;
        own.value.map(|value| value.value.max(0.0).round() as u32)
    };
    let mut told: Vec<&'static str> = vec![];
    if let Some(derived) = derived {
        let hidden = [derived.voices, derived.new, derived.back];
        told.extend(
            VOICES.iter().zip(hidden).filter(|(_, shown)| shown.is_none()).map(|(id, _)| *id),
        );
    }
    if let (Some(all), Some(new)) = (value("voices"), value("new_voices")) {
        let numbers = [all, new, all.saturating_sub(new)];
        let sums = [Sum { parts: vec![1, 2], total: 0 }];
        let is_hidden = hidden(&numbers, &sums);
        told.extend(VOICES.iter().zip(is_hidden).filter(|(_, hidden)| *hidden).map(|(id, _)| *id));
    }
    if let (Some(all), Some(back)) = (value("voices"), value("retention")) {
        let numbers = [all, all.saturating_sub(back), back];
        let sums = [Sum { parts: vec![1, 2], total: 0 }];
        let is_hidden = hidden(&numbers, &sums);
        told.extend(VOICES.iter().zip(is_hidden).filter(|(_, hidden)| *hidden).map(|(id, _)| *id));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::quarter::Counts as Counted;
    use crate::data::Anchored;
    use crate::data::amounts::Amount;

    fn measure(id: &str, value: f64) -> Measure {
        Measure {
            id: Anchored { value: id.to_owned(), ..Anchored::default() },
            value: Some(Amount { value, digits: 0 }),
            ..Measure::default()
        }
    }

    fn asked(id: &str, value: f64, n: u32) -> Measure {
        Measure { n: Some(Anchored { value: n, ..Anchored::default() }), ..measure(id, value) }
    }

    fn is_hidden(measures: &[Measure]) -> Vec<bool> {
        shown(measures, None).iter().map(|it| it.is_hidden).collect()
    }

    #[test]
    fn numbers_of_few_people_are_hidden_and_those_of_things_are_not() {
        assert_eq!(
            is_hidden(&[measure("conversations", 4.0), measure("conversations", 5.0)]),
            [true, false]
        );
        assert_eq!(
            is_hidden(&[measure("questions_answered", 3.0), measure("own", 3.0)]),
            [false, true]
        );
        let own = Measure { counts: Some(Counted::Things), ..measure("own", 3.0) };
        assert_eq!(is_hidden(&[own]), [false]);
        assert_eq!(is_hidden(&[measure("conversations", 0.0)]), [false]);
    }

    #[test]
    fn means_and_percentages_of_few_are_hidden() {
        assert_eq!(is_hidden(&[asked("i_dare", 3.6, 4), asked("i_dare", 3.6, 5)]), [true, false]);
        assert_eq!(
            is_hidden(&[asked("perk_use", 67.0, 9), asked("perk_use", 50.0, 10)]),
            [true, false]
        );
    }

    #[test]
    fn new_voices_are_not_told_by_the_others() {
        let all = [measure("voices", 9.0), measure("new_voices", 2.0), measure("retention", 7.0)];
        assert_eq!(is_hidden(&all), [false, true, true]);
        let two = [measure("voices", 9.0), measure("retention", 7.0)];
        assert_eq!(is_hidden(&two), [false, true], "the other two are new");
    }

    #[test]
    fn what_the_site_hides_is_not_told_by_the_file() {
        let derived = Counts { voices: Some(8), ..Counts::default() };
        let made = shown(&[measure("voices", 8.0), measure("new_voices", 6.0)], Some(&derived));
        assert_eq!(made.iter().map(|it| it.is_hidden).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn how_many_were_asked_is_not_told_where_few_are_left() {
        let made = shown(&[asked("applications_mentioning", 39.0, 41)], None);
        assert_eq!(made, [ShownMeasure { is_hidden: false, shows_base: false }]);
        assert!(shown(&[asked("applications_mentioning", 7.0, 41)], None)[0].shows_base);
    }
}
