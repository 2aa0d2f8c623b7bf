//! Whether a number of one measure tells of few people by itself: by how many were asked, or by what it
//! is a part of.

use super::small_numbers::{FEW, is_few, tells_few};
use crate::config::measures::Unit;
use crate::config::quarter::Measure;
use crate::site::quarters::EvaluatedQuarter;

/// Of how many people a number is, as far as anything tells it.
pub(crate) struct Bases(Vec<f64>);

impl Bases {
    /// What the measure itself tells.
    pub(crate) fn told(measure: &Measure) -> Bases {
        let n = measure.n.as_ref().map(|n| f64::from(n.value));
        Bases(n.into_iter().chain(measure.of.map(|of| of.value)).collect())
    }

    /// The same with what else its file tells of those who were asked, and of the stories that were
    /// timed.
    pub(crate) fn of(measure: &Measure, file: &EvaluatedQuarter) -> Bases {
        let Bases(mut all) = Bases::told(measure);
        let id = &measure.id.value;
        let asked = file.words.asked.iter().filter(|asked| asked.id == *id);
        all.extend(asked.map(|asked| f64::from(asked.n.value)));
        let timed = file.words.published_after.len();
        if id == "time_to_live" && timed > 0 {
            all.push(timed as f64);
        }
        Bases(all)
    }

    /// Whether a number of this measure tells of few people.
    pub(crate) fn is_few(&self, measure: &Measure, number: f64) -> bool {
        let is_of_few = || self.0.iter().any(|base| *base < f64::from(FEW));
        match measure.unit() {
            Unit::People => is_few(number) || is_of_few(),
            Unit::Percent => self.0.iter().any(|base| tells_few(number, base.round() as u32)),
            Unit::Score | Unit::Days => is_of_few(),
            Unit::Things => false,
        }
    }

    /// Whether nothing tells it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn has(&self, number: f64) -> bool {
        self.0.contains(&number)
    }
}

/// Whether it may be shown of how many people a number is: where that does not tell how few are not
/// in it.
pub(super) fn shows_base(measure: &Measure) -> bool {
    let Some(value) = measure.value.filter(|_| measure.unit() == Unit::People) else { return true };
    let Bases(bases) = Bases::told(measure);
    let between = bases.first().zip(bases.get(1)).map(|(n, of)| (n - of).abs());
    let left = bases.iter().map(|base| base - value.value);
    left.chain(between).all(|people| !is_few(people))
}
