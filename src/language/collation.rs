//! The order of words in a language, by CLDR: Danish has æ, ø, å (and aa) after z.

use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;

use super::Language;

/// The order of one language.
#[derive(Debug)]
pub(crate) struct Collation(CollatorBorrowed<'static>);

impl Collation {
    pub(crate) fn new(language: &Language) -> Collation {
        let collator =
            CollatorBorrowed::try_new((&language.id()).into(), CollatorOptions::default());
        Collation(collator.expect("the data in the program covers every language by its fallbacks"))
    }

    pub(crate) fn compare(&self, one: &str, other: &str) -> Ordering {
        self.0.compare(one, other)
    }

    /// Bytes that compare as the texts do; for `sort_by_cached_key` and ordered maps.
    pub(crate) fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.0.write_sort_key_to(text, &mut key);
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language;

    fn sorted<'a>(code: &str, mut words: Vec<&'a str>) -> Vec<&'a str> {
        let collation = Collation::new(&language(code));
        let mut compared = words.clone();
        compared.sort_by(|a, b| collation.compare(a, b));
        words.sort_by_cached_key(|word| collation.sort_key(word));
        assert_eq!(words, compared, "keys and comparison agree");
        words
    }

    #[test]
    fn danish_ends_with_three_letters() {
        let words = vec!["Århus", "øl", "Aalborg", "zebra", "æble", "Anna", "Äpfel", "abe"];
        assert_eq!(
            sorted("da", words),
            ["abe", "Anna", "zebra", "æble", "Äpfel", "øl", "Aalborg", "Århus"]
        );
    }

    #[test]
    fn dutch_keeps_ij_where_it_is_written() {
        let words = vec!["ijs", "zon", "ik", "ijzer", "Åse", "iglo", "coördinatie", "cook"];
        assert_eq!(
            sorted("nl", words),
            ["Åse", "cook", "coördinatie", "iglo", "ijs", "ijzer", "ik", "zon"]
        );
    }
}
