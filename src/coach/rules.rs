//! What counts in one language: its words, ready to be found, and its limits.
//!
//! An entry of a list is one word or several. A star at the beginning or the end of a word stands
//! for any letters there, also none. Several words are found where they stand one after the other in
//! the same block. Of the entries of a group that begin at the same word, the longest counts, and
//! its words count for no other entry of that group. The five lists of polished words are one group;
//! every other list is a group of its own.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::lists::{Held, of_program};
use super::word::{Word, words};
use crate::config::{CoachFile, WordLists};

/// The lists whose entries are looked for in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum List {
    FirstPerson,
    We,
    Says,
    Scene,
    How,
    Setback,
    Units,
    Report,
    Superlative,
    /// Announcements, finance, fog and filling.
    Polish,
}

impl List {
    /// The group in which the longest entry counts.
    fn group(self) -> usize {
        match self {
            List::Superlative => List::Polish as usize,
            other => other as usize,
        }
    }
}

const GROUPS: usize = List::Polish as usize + 1;

/// An entry of a list that stands in the text, by the number of its first word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) list: List,
    pub(super) word: usize,
}

#[derive(Debug)]
struct Entry {
    list: List,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Whole(String),
    Begins(String),
    Ends(String),
}

/// What counts in one language.
pub(crate) struct Rules {
    lists: WordLists,
    pub(super) limits: Held,
    entries: Vec<Entry>,
    /// Entries by the first of their words, as it is, as it begins, and as it ends.
    whole: HashMap<String, Vec<usize>>,
    begins: HashMap<String, Vec<usize>>,
    ends: HashMap<String, Vec<usize>>,
    first_person: HashSet<String>,
    abbreviations: HashSet<String>,
    not_names: HashSet<String>,
    common: HashSet<String>,
    noun_endings: Vec<String>,
}

impl Rules {
    /// Those of the program for a language, as a site changes them. `None` for a language of which
    /// the program knows nothing.
    pub(crate) fn of(language: &str, site: &CoachFile) -> Option<Rules> {
        let program = of_program(language)?;
        let own = match language {
            "da" => site.da.as_ref(),
            "nl" => site.nl.as_ref(),
            _ => site.en.as_ref(),
        };
        let none = WordLists::default();
        let own = own.unwrap_or(&none);
        let usual = program.limits.clone().unwrap_or_default();
        let limits = Held::of(&usual, own.limits.as_ref());
        let lists = program.with(own);
        let set = |list: &[String]| list.iter().map(|it| it.to_lowercase()).collect();
        let mut rules = Rules {
            limits,
            entries: vec![],
            whole: HashMap::new(),
            begins: HashMap::new(),
            ends: HashMap::new(),
            first_person: set(&lists.first_person),
            abbreviations: set(&lists.abbreviations),
            not_names: set(&lists.not_names),
            common: set(&lists.common),
            noun_endings: lists.noun_endings.iter().map(|it| it.to_lowercase()).collect(),
            lists: WordLists::default(),
        };
        for (list, entries) in [
            (List::FirstPerson, &lists.first_person),
            (List::We, &lists.we),
            (List::Says, &lists.says),
            (List::Scene, &lists.scene),
            (List::How, &lists.how),
            (List::Setback, &lists.setback),
            (List::Units, &lists.units),
            (List::Report, &lists.report),
            (List::Superlative, &lists.superlative),
            (List::Polish, &lists.announce),
            (List::Polish, &lists.finance),
            (List::Polish, &lists.fog),
            (List::Polish, &lists.filler),
        ] {
            entries.iter().for_each(|entry| rules.add(list, entry));
        }
        rules.lists = lists;
        Some(rules)
    }

    fn add(&mut self, list: List, entry: &str) {
        let parts: Vec<Part> = entry.split_whitespace().filter_map(Part::of).collect();
        let number = self.entries.len();
        let (map, key) = match parts.first() {
            Some(Part::Whole(word)) => (&mut self.whole, word),
            Some(Part::Begins(word)) => (&mut self.begins, word),
            Some(Part::Ends(word)) => (&mut self.ends, word),
            None => return,
        };
        map.entry(key.clone()).or_default().push(number);
        self.entries.push(Entry { list, parts });
    }

    pub(super) fn is_first_person(&self, word: &str) -> bool {
        self.first_person.contains(word)
    }

    pub(super) fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains(word)
    }

    pub(super) fn is_no_name(&self, word: &str) -> bool {
        self.not_names.contains(word)
    }

    pub(super) fn is_common(&self, word: &str) -> bool {
        self.common.contains(word)
    }

    pub(super) fn is_made_noun(&self, word: &Word) -> bool {
        word.letters >= SHORTEST_NOUN && self.noun_endings.iter().any(|it| word.text.ends_with(it))
    }

    /// The entries that stand in a block, whose first word has this number.
    pub(super) fn hits(&self, words: &[Word], first: usize) -> Vec<Hit> {
        let mut hits = vec![];
        let mut free = [0; GROUPS];
        for at in 0..words.len() {
            let mut longest: [Option<(List, usize)>; GROUPS] = [None; GROUPS];
            for number in self.beginning_with(&words[at].text) {
                let Entry { list, parts } = &self.entries[number];
                let group = list.group();
                let is_longer = longest[group].is_none_or(|(_, length)| parts.len() > length);
                if is_longer && at >= free[group] && Part::all_match(parts, &words[at..]) {
                    longest[group] = Some((*list, parts.len()));
                }
            }
            for (list, length) in longest.into_iter().flatten() {
                free[list.group()] = at + length;
                hits.push(Hit { list, word: first + at });
            }
        }
        hits
    }

    /// The entries whose first word may be this one.
    fn beginning_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let borders = || word.char_indices().map(|(at, _)| at).take(LONGEST).chain([word.len()]);
        let begins = borders().filter_map(|end| self.begins.get(&word[..end]));
        let ends = borders().filter_map(|start| self.ends.get(&word[start..]));
        self.whole.get(word).into_iter().chain(begins).chain(ends).flatten().copied()
    }

    /// All of it, for the program of a browser.
    pub(crate) fn json(&self, language: &str) -> Value {
        let lists: serde_json::Map<String, Value> = self
            .lists
            .all()
            .into_iter()
            .map(|(name, list)| (name.to_owned(), json!(list)))
            .collect();
        let limits: serde_json::Map<String, Value> =
            self.limits.all().into_iter().map(|(name, it)| (name.to_owned(), json!(it))).collect();
        json!({ "language": language, "lists": lists, "limits": limits })
    }
}

/// Shorter words are no nouns made of others: “ting”, “city”.
const SHORTEST_NOUN: usize = 7;
/// How many letters of a word are compared with the beginnings and ends of a list.
const LONGEST: usize = 40;

impl Part {
    fn of(word: &str) -> Option<Part> {
        let spelled = |word: &str| words(word, 0).first().map(|it| it.text.clone());
        match (word.strip_prefix('*'), word.strip_suffix('*')) {
            (Some(end), _) => spelled(end).map(Part::Ends),
            (None, Some(start)) => spelled(start).map(Part::Begins),
            (None, None) => spelled(word).map(Part::Whole),
        }
    }

    fn all_match(parts: &[Part], words: &[Word]) -> bool {
        let matches = |(part, word): (&Part, &Word)| match part {
            Part::Whole(whole) => word.text == *whole,
            Part::Begins(start) => word.text.starts_with(start),
            Part::Ends(end) => word.text.ends_with(end),
        };
        parts.len() <= words.len() && parts.iter().zip(words).all(matches)
    }
}
