//! The colour nearest to one that cannot be read, for the hint of a report.

use super::Tokens;
use super::pairs::Pair;
use crate::base::SourcePath;
use crate::data::colors::Rgb;
use crate::look::color::{contrast, toward};

/// In so many steps a colour becomes black or white.
const STEPS: u8 = 100;

impl Tokens {
    /// The colours for light and dark nearest to this one with which all its pairs can be read;
    /// `None` if making it darker or lighter does not help.
    pub(super) fn nearest(&self, name: &str, pairs: &[(Pair, SourcePath)]) -> Option<[Rgb; 2]> {
        Some([self.nearest_in(name, 0, pairs)?, self.nearest_in(name, 1, pairs)?])
    }

    fn nearest_in(&self, name: &str, scheme: usize, pairs: &[(Pair, SourcePath)]) -> Option<Rgb> {
        let own = self.colors.get(name)?[scheme];
        let others: Vec<(Rgb, f64)> = pairs
            .iter()
            .filter_map(|(pair, _)| {
                let other = match (&*pair.text.value, &*pair.on.value) {
                    (text, on) if text == name && on != name => on,
                    (text, on) if on == name && text != name => text,
                    _ => return None,
                };
                Some((self.colors.get(other)?[scheme], pair.least()))
            })
            .collect();
        let is_readable =
            |color: &Rgb| others.iter().all(|(other, least)| contrast(*color, *other) >= *least);
        let mixed = (0..=STEPS).flat_map(|step| {
            [[0; 3], [255; 3]].map(|end| toward(own, end, f64::from(step) / f64::from(STEPS)))
        });
        mixed.into_iter().find(is_readable)
    }
}
