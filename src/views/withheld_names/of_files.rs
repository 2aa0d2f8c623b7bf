//! Names by the files of people that cannot be read: of `vera-kjaer.md`, “Vera Kjær”. Nothing else is
//! known of them then, and letters with marks are lost in the name of a file.

use std::collections::{BTreeSet, HashSet};

use unicode_normalization::char::is_combining_mark;

use crate::views::letters::folded;

/// The names, as they are compared. One word alone may be anybody's, and is none.
#[derive(Default)]
pub(super) struct FileNames {
    names: BTreeSet<String>,
    first_words: HashSet<String>,
}

impl FileNames {
    pub(super) fn add(&mut self, name: &str) {
        let name = plainest(name.trim());
        if let Some((first, _)) = name.split_once(' ') {
            self.first_words.insert(first.to_owned());
            self.names.insert(name);
        }
    }

    /// The letters with which a text may begin that is one of them.
    pub(super) fn first_letters(&self) -> impl Iterator<Item = char> + '_ {
        let firsts = self.first_words.iter().filter_map(|word| word.chars().next());
        firsts.flat_map(|first| match first {
            'a' => vec!['a', 'æ'],
            'o' => vec!['o', 'ø', 'œ'],
            other => vec![other],
        })
    }

    /// The letters of the longest of them, as people may write it.
    pub(super) fn longest(&self) -> usize {
        self.names.iter().map(|name| 2 * name.chars().count()).max().unwrap_or_default()
    }

    pub(super) fn has_first_word(&self, word: &str) -> bool {
        !self.first_words.is_empty() && self.first_words.contains(&plainest(word))
    }

    pub(super) fn begins_with(&self, words: &str) -> bool {
        if self.names.is_empty() {
            return false;
        }
        let words = plainest(words);
        self.names.range(words.clone()..).next().is_some_and(|name| name.starts_with(&words))
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        !self.names.is_empty() && self.names.contains(&plainest(name))
    }
}

/// Words without what the name of a file does not tell: marks, and whether `aa`, `ae`, `oe`, `ue` are
/// one letter or two.
fn plainest(words: &str) -> String {
    let mut plain = String::new();
    for c in folded(words).chars().filter(|c| !is_combining_mark(*c)) {
        match c {
            'æ' => plain.push('a'),
            'ø' | 'œ' => plain.push('o'),
            'a' if plain.ends_with('a') => {}
            'e' if plain.ends_with(['a', 'o', 'u']) => {}
            c if c.is_alphanumeric() => plain.push(c),
            _ if plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_its_file_whatever_its_marks() {
        let mut names = FileNames::default();
        for file in ["vera kjaer", "Aase Molgaard", "Jose Müller", "ana"] {
            names.add(file);
        }
        for name in ["Vera Kjær", "vera kjaer", "Åse Mølgård", "Aase Moelgaard", "José Mueller"]
        {
            assert!(names.contains(&folded(name)), "{name}");
            let first = folded(name).chars().next().expect("a letter");
            let is_known = names.first_letters().any(|letter| letter == first);
            let words: Vec<&str> = name.split(' ').collect();
            assert!(is_known && names.has_first_word(words[0]) && names.begins_with(words[0]));
        }
        for name in ["Ana", "Vera", "Vera Krogh", "Vera Kjærsgaard"] {
            assert!(!names.contains(name), "{name}");
        }
    }
}
