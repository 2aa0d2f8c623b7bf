//! The letters and the tint of the circle that stands for somebody without a portrait. Two
//! colleagues with the same first letters get another one, so that no two circles are alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Hash;

/// The letters of everybody who may be seen, by their id.
pub(crate) struct Initials(BTreeMap<String, String>);

/// How many tints the style sheet has (`.tint-0` …).
const TINTS: u8 = 10;

/// How many letters of the first name are tried before two circles stay alike.
const MOST_LETTERS: usize = 3;

impl Initials {
    /// `people` are ids with names.
    pub(crate) fn of<'a>(people: impl Iterator<Item = (&'a str, &'a str)>) -> Initials {
        let mut same: BTreeMap<String, BTreeSet<(&str, &str)>> = BTreeMap::new();
        for (id, name) in people {
            same.entry(initials(name)).or_default().insert((id, name));
        }
        let mut letters = BTreeMap::new();
        for (short, people) in same {
            let longer = (2..=MOST_LETTERS).map(|count| {
                people.iter().map(|(_, name)| initials_with(name, count)).collect::<Vec<_>>()
            });
            let different = |letters: &Vec<String>| {
                letters.iter().collect::<BTreeSet<_>>().len() == letters.len()
            };
            let longer = match people.len() {
                1 => None,
                _ => longer.clone().find(different).or_else(|| longer.clone().next()),
            };
            for (at, (id, _)) in people.iter().enumerate() {
                let own = longer.as_ref().map_or(&short, |longer| &longer[at]);
                letters.insert((*id).to_owned(), own.clone());
            }
        }
        Initials(letters)
    }

    pub(crate) fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}

/// The tint of a person, the same on every page and every day.
pub(crate) fn tint(id: &str) -> u8 {
    let hash = Hash::of(id.as_bytes()).to_string();
    hash.bytes().take(8).fold(0, |sum, byte| (sum * 7 + byte % 61) % TINTS)
}

/// The first letters of the first and the last name.
pub(crate) fn initials(name: &str) -> String {
    initials_with(name, 1)
}

/// The same with so many letters of the first name: "Al" and "B".
fn initials_with(name: &str, count: usize) -> String {
    let mut words = name.split_whitespace();
    let capital = |word: &str| word.chars().next().into_iter().flat_map(char::to_uppercase);
    let first = words.next().unwrap_or_default();
    let rest = first.chars().skip(1).take(count - 1).flat_map(char::to_lowercase);
    let last = words.next_back().unwrap_or_default();
    capital(first).chain(rest).chain(capital(last)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> Vec<String> {
        let ids: Vec<String> =
            names.iter().enumerate().map(|(at, name)| format!("{at}-{name}")).collect();
        let all = Initials::of(ids.iter().map(String::as_str).zip(names.iter().copied()));
        ids.iter().map(|id| all.get(id).expect("everybody has letters").to_owned()).collect()
    }

    #[test]
    fn no_two_people_have_the_same_letters() {
        assert_eq!(of(&["Anna Bech", "Jonas Holm"]), ["AB", "JH"]);
        assert_eq!(of(&["Ali Bektas", "Anna Bech", "Jonas Holm"]), ["AlB", "AnB", "JH"]);
        assert_eq!(of(&["Anders Holm", "Anna Holm", "Åse Holm"]), ["AndH", "AnnH", "ÅH"]);
    }

    #[test]
    fn names_that_cannot_be_told_apart_are_short_again() {
        assert_eq!(of(&["Anna Bech", "Anna Bech"]), ["AnB", "AnB"]);
        assert_eq!(of(&["Anders Holm", "Andrea Holm"]), ["AnH", "AnH"]);
        assert_eq!(of(&["Cher", "Bo", ""]), ["C", "B", ""]);
    }
}
