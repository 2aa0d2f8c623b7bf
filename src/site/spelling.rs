//! When two names of a place or a team are the same to people: capitals, spaces and characters that
//! show nothing make no difference.

use std::collections::{BTreeMap, HashMap};

use super::{AllFacts, Site};
use crate::base::character::is_formatting;
use crate::base::composed;
use crate::document::kinds::metadata::Name;

/// What two spellings of one name have in common: `hirtshals` for `Hirtshals` and ` HIRTSHALS`.
/// Other letters are other names: Århus is not Aarhus.
pub(crate) fn same_to_people(name: &str) -> String {
    let seen: String = name.chars().filter(|c| !is_formatting(*c)).collect();
    // In capitals, ß is SS.
    let lower = composed(&seen).to_lowercase().replace('ß', "ss");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The spelling that is used most; of several, the one with ordinary capitals, and of these the first
/// in the order of letters. One with a character
/// that shows nothing is never the usual one, if there is another.
pub(crate) fn most_used<'a>(counts: impl Iterator<Item = (&'a str, usize)>) -> Option<&'a str> {
    let most = counts.min_by_key(|(spelling, count)| {
        (
            spelling.contains(is_formatting) || odd_space(spelling).is_some(),
            std::cmp::Reverse(*count),
            !has_ordinary_capitals(spelling),
            *spelling,
        )
    })?;
    Some(most.0)
}

/// What is odd about the spaces of a name: two in a row, or one that is not the ordinary one.
pub(crate) fn odd_space(name: &str) -> Option<&'static str> {
    let name = name.trim();
    match name.contains(|c: char| c.is_whitespace() && c != ' ') {
        true => Some("a space that is not the ordinary one"),
        false => name.contains("  ").then_some("two spaces in a row"),
    }
}

/// `Hirtshals`, neither `HIRTSHALS` nor `hirtshals`.
fn has_ordinary_capitals(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
}

/// How names that are written in several ways are shown, by what their spellings have in common.
#[derive(Default)]
pub(crate) struct UsualSpellings {
    places: HashMap<String, String>,
    teams: HashMap<String, String>,
}

impl UsualSpellings {
    pub(crate) fn of(facts: &AllFacts) -> UsualSpellings {
        let (mut places, mut teams) = (Counts::new(), Counts::new());
        for document in facts.values() {
            document.meta.common().visit_names(&mut |name| {
                let (counts, written) = match name {
                    Name::Place(place) => (&mut places, place.value.trim()),
                    Name::Team(team) => (&mut teams, team.id.trim()),
                    _ => return,
                };
                *counts.entry(written.to_owned()).or_default() += 1;
            });
        }
        UsualSpellings { places: usual(places), teams: usual(teams) }
    }
}

/// How often each spelling is used.
type Counts = BTreeMap<String, usize>;

/// The usual spelling of those that have several.
fn usual(counts: Counts) -> HashMap<String, String> {
    let mut same: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for (written, count) in counts {
        same.entry(same_to_people(&written)).or_default().push((written, count));
    }
    let several = same.into_iter().filter(|(_, spellings)| spellings.len() > 1);
    several
        .filter_map(|(common, spellings)| {
            let counts = spellings.iter().map(|(written, count)| (&**written, *count));
            Some((common, most_used(counts)?.to_owned()))
        })
        .collect()
}

impl Site {
    /// The place as most texts write it.
    pub(crate) fn usual_place<'a>(&'a self, place: &'a str) -> &'a str {
        as_usual(&self.usual_spellings.places, place)
    }

    /// The team as most texts write it.
    pub(crate) fn usual_team<'a>(&'a self, team: &'a str) -> &'a str {
        as_usual(&self.usual_spellings.teams, team)
    }
}

fn as_usual<'a>(usual: &'a HashMap<String, String>, written: &'a str) -> &'a str {
    let known = || usual.get(&same_to_people(written));
    if usual.is_empty() { written } else { known().map_or(written, String::as_str) }
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
            ("Es\u{ad}bjerg", "Esbjerg"),
            ("\u{200b}Esbjerg\u{2060}", "Esbjerg"),
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
        assert_eq!(most_used(counts.into_iter()), Some("Hirtshals"));
        let counts = [("Es\u{ad}bjerg", 2), ("Esbjerg", 1)];
        assert_eq!(most_used(counts.into_iter()), Some("Esbjerg"));
    }
}
