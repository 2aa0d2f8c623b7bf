//! When two names of a place or a team are the same to people: capitals and blanks make no difference.

use crate::base::composed;

/// What two spellings of one name have in common: `hirtshals` for `Hirtshals` and ` HIRTSHALS`.
/// Other letters are other names: Århus is not Aarhus.
pub(crate) fn same_to_people(name: &str) -> String {
    let lower = composed(name).to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The spelling that is used most; of several, the first in the order of letters.
pub(crate) fn most_used<'a>(counts: impl Iterator<Item = (&'a str, usize)>) -> Option<&'a str> {
    let most = counts.min_by_key(|(spelling, count)| (std::cmp::Reverse(*count), *spelling))?;
    Some(most.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_blanks_make_no_difference() {
        for (one, other) in [
            ("Hirtshals", "hirtshals"),
            ("New  York", "new\u{a0}york "),
            ("ÅRHUS", "århus"),
            ("A\u{30a}rhus", "Århus"),
        ] {
            assert_eq!(same_to_people(one), same_to_people(other), "{one} {other}");
        }
        for (one, other) in [("Århus", "Aarhus"), ("C#", "C++"), ("night_shift", "night-shift")] {
            assert_ne!(same_to_people(one), same_to_people(other), "{one} {other}");
        }
    }

    #[test]
    fn the_usual_spelling_stands() {
        let counts = [("hirtshals", 1), ("Hirtshals", 2), ("HIRTSHALS", 2)];
        assert_eq!(most_used(counts.into_iter()), Some("HIRTSHALS"));
    }
}
