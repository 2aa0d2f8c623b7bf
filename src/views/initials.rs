//! The letters and the tint of the circle that stands for somebody without a portrait. Two
//! colleagues with the same first letters get another one, so that no two circles are alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Hash;

/// The letters of everybody who may be seen, by their id.
pub(crate) struct Initials(BTreeMap<String, String>);

/// How many tints the style sheet has (`.tint-0` …).
const TINTS: u8 = 10;

/// How many letters of the first and of the last name are tried, in this order, before two circles
/// stay alike.
const LETTERS: [(usize, usize); 5] = [(2, 1), (1, 2), (3, 1), (1, 3), (2, 2)];

impl Initials {
    /// `people` are ids with names.
    pub(crate) fn of<'a>(people: impl Iterator<Item = (&'a str, &'a str)>) -> Initials {
        let mut same: BTreeMap<String, Vec<(&str, &str)>> = BTreeMap::new();
        for (id, name) in people.collect::<BTreeSet<_>>() {
            same.entry(initials(name)).or_default().push((id, name));
        }
        let mut letters = BTreeMap::new();
        for (short, people) in &same {
            tell_apart(short, people, &LETTERS, &mut letters);
        }
        let names: Vec<(&str, &str)> = same.values().flatten().copied().collect();
        part_the_rest(&names, &mut letters);
        Initials(letters)
    }

    pub(crate) fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}

/// Gives people with the same letters those that tell most of them apart, and the rest of them others.
fn tell_apart(
    same: &str,
    people: &[(&str, &str)],
    untried: &[(usize, usize)],
    letters: &mut BTreeMap<String, String>,
) {
    let grouped = |(first, last): (usize, usize)| {
        let mut groups: BTreeMap<String, Vec<(&str, &str)>> = BTreeMap::new();
        for (id, name) in people {
            groups.entry(longer_initials(name, first, last)).or_default().push((id, name));
        }
        groups
    };
    let tried = untried.iter().map(|count| grouped(*count)).enumerate();
    // Of those that tell as many apart, the first.
    let best = tried.rev().max_by_key(|(_, groups)| groups.len());
    let best = best.filter(|(_, groups)| people.len() > 1 && groups.len() > 1);
    let Some((at, groups)) = best else {
        letters.extend(people.iter().map(|(id, _)| ((*id).to_owned(), same.to_owned())));
        return;
    };
    for (longer, people) in groups {
        let others: Vec<_> = untried
            .iter()
            .enumerate()
            .filter(|(it, _)| *it != at)
            .map(|(_, count)| *count)
            .collect();
        tell_apart(&longer, &people, &others, letters);
    }
}

/// Gives those who still have the letters of somebody else the first ones that nobody has.
fn part_the_rest(people: &[(&str, &str)], letters: &mut BTreeMap<String, String>) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for used in letters.values() {
        *seen.entry(used.clone()).or_default() += 1;
    }
    for (id, name) in people {
        let Some(own) = letters.get_mut(*id).filter(|own| seen[*own] > 1) else { continue };
        if let Some(free) = further(name).into_iter().find(|it| !seen.contains_key(it)) {
            seen.insert(free.clone(), 1);
            *own = free;
        }
    }
}

/// Other letters of a name, at most four: more of its beginnings, those of the words between, and
/// one from further inside.
fn further(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let [first, between @ .., last] = words.as_slice() else { return vec![] };
    let mut all: Vec<String> =
        LETTERS.iter().map(|(one, other)| longer_initials(name, *one, *other)).collect();
    let (given, family) = (initials(first), initials(last));
    all.extend(between.iter().map(|word| format!("{given}{}{family}", initials(word))));
    let inside = |word: &str| word.chars().skip(2).flat_map(char::to_lowercase).collect::<Vec<_>>();
    all.extend(inside(first).iter().map(|letter| format!("{given}{letter}{family}")));
    all.extend(inside(last).iter().map(|letter| format!("{given}{family}{letter}")));
    all
}

/// The tint of a person, the same on every page and every day.
pub(crate) fn tint(id: &str) -> u8 {
    let hash = Hash::of(id.as_bytes()).to_string();
    hash.bytes().take(8).fold(0, |sum, byte| (sum * 7 + byte % 61) % TINTS)
}

/// The first letters of the first and the last name.
pub(crate) fn initials(name: &str) -> String {
    longer_initials(name, 1, 1)
}

/// So many letters of the first name and of the last: "Al" and "B".
fn longer_initials(name: &str, first: usize, last: usize) -> String {
    let mut words = name.split_whitespace();
    let start = |word: &str, count: usize| {
        let mut letters = word.chars();
        let capital = letters.next().into_iter().flat_map(char::to_uppercase);
        capital.chain(letters.take(count - 1).flat_map(char::to_lowercase)).collect::<String>()
    };
    let given = words.next().map(|word| start(word, first));
    let family = words.next_back().map(|word| start(word, last));
    given.into_iter().chain(family).collect()
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
        assert_eq!(of(&["Anna Bech", "Anna Brandt", "Anna Bo"]), ["ABe", "ABr", "ABo"]);
        assert_eq!(of(&["Anna Bech", "Anna Brandt"]), ["ABe", "ABr"]);
        assert_eq!(of(&["Anna Bech", "Anja Bruun", "Arne Bech"]), ["AnnB", "AnjB", "ArnB"]);
    }

    #[test]
    fn names_that_begin_alike_get_letters_from_further_inside() {
        assert_eq!(of(&["Anna Bech", "Anna Bech"]), ["AnB", "ABe"]);
        assert_eq!(of(&["Anders Holm", "Andrea Holm"]), ["AnH", "AHo"]);
        assert_eq!(of(&["Cher", "Bo", ""]), ["C", "B", ""]);
        assert_eq!(of(&["Bo", "Bo"]), ["B", "B"]);
    }

    #[test]
    fn nobody_in_a_crowd_has_the_letters_of_somebody_else() {
        let given = ["Birte", "Bo", "Bente", "Dorthe", "Ditte"];
        let family = ["Bech", "Berg", "Bruun", "Holm X", "Bech X", "Holm", "Dam X"];
        let names: Vec<String> = given
            .iter()
            .flat_map(|given| family.iter().map(move |family| format!("{given} {family}")))
            .collect();
        let letters = of(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let different: BTreeSet<&String> = letters.iter().collect();
        assert_eq!(different.len(), names.len(), "{letters:?}");
        assert!(letters.iter().all(|it| it.chars().count() <= 4), "{letters:?}");
    }
}
