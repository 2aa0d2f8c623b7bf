//! What the editor shows for kinds, fields and the words that they accept, in the language of those who
//! edit: a file each in `src/document/reference/cms/words/`. What is said of a field or a kind in English
//! stands where it is declared, and above its translation, so that neither changes alone.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::document::kinds::Kind;

/// The languages that there are words in.
pub(crate) const LANGUAGES: &[&str] = &["en", "da", "nl"];

/// The words of one language, by what they stand for.
#[derive(Debug)]
pub(crate) struct EditorWords(BTreeMap<&'static str, &'static str>);

/// How a field or a kind is called, and what is said of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) label: String,
    pub(super) hint: String,
}

static ENGLISH: LazyLock<EditorWords> = LazyLock::new(|| read(include_str!("words/en.txt")));
static DANISH: LazyLock<EditorWords> = LazyLock::new(|| read(include_str!("words/da.txt")));
static DUTCH: LazyLock<EditorWords> = LazyLock::new(|| read(include_str!("words/nl.txt")));

impl EditorWords {
    /// The words of a language (`da`, `nl-BE`), or the English ones.
    pub(crate) fn of(language: &str) -> &'static EditorWords {
        match language.split('-').next().unwrap_or_default() {
            "da" => &DANISH,
            "nl" => &DUTCH,
            _ => &ENGLISH,
        }
    }

    pub(super) fn field(&self, name: &str, doc: &str) -> Said {
        let Some(shown) = self.0.get(&*format!("{name}: {doc}")) else {
            return Said { label: from_name(name), hint: doc.to_owned() };
        };
        let (label, hint) = shown.split_once(": ").unwrap_or((shown, doc));
        Said { label: label.to_owned(), hint: hint.to_owned() }
    }

    /// A word that a field accepts.
    pub(super) fn choice(&self, field: &str, word: &str) -> String {
        let of_field = self.0.get(&*format!("{field}={word}"));
        let shown = of_field.or_else(|| self.0.get(word));
        shown.map_or_else(|| from_name(word), |shown| (*shown).to_owned())
    }

    /// All of a kind with what is said of them, and one of them.
    pub(super) fn kind(&self, kind: Kind) -> (Said, String) {
        let row = kind.row();
        let Said { label, hint } = self.field(row.word, row.about);
        match label.split_once(" / ") {
            Some((all, one)) => (Said { label: all.to_owned(), hint }, one.to_owned()),
            None => {
                let one = row.one.split_once(' ').map_or(row.one, |(_, word)| word);
                (Said { label: row.heading.to_owned(), hint }, one.to_owned())
            }
        }
    }
}

/// A name as words: `for_whom`, “For whom”.
fn from_name(name: &str) -> String {
    let words = name.replace(['_', '-'], " ");
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// `= ` begins what is shown for the line above it.
fn read(text: &'static str) -> EditorWords {
    let mut words = BTreeMap::new();
    let mut above = "";
    for line in text.lines() {
        match line.strip_prefix("= ") {
            Some(shown) => assert!(words.insert(above, shown).is_none(), "twice: {above}"),
            None => above = line,
        }
    }
    EditorWords(words)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::data::{Field, Shape};
    use crate::document::reference::Subject;
    use crate::document::reference::page::doc;

    /// What may be asked for: of fields and kinds, and of words.
    #[derive(Default)]
    struct Keys {
        said: BTreeSet<String>,
        choices: BTreeSet<(&'static str, &'static str)>,
    }

    impl Keys {
        fn of_the_editor() -> Keys {
            let mut keys = Keys::default();
            for kind in Kind::ALL {
                keys.said.insert(format!("{}: {}", kind.word(), kind.row().about));
                keys.take(Subject::from(*kind).fields());
            }
            let title = Subject::Translation.fields().iter().find(|field| field.name == "title");
            keys.take(std::slice::from_ref(title.expect("a field")));
            keys
        }

        fn take(&mut self, fields: &'static [Field]) {
            for field in fields {
                self.said.insert(format!("{}: {}", field.name, doc(field)));
                let shape = match &field.shape {
                    Shape::List(one) => *one,
                    shape => shape,
                };
                let words: &[&str] = match shape {
                    Shape::Group(inner) => {
                        self.take(inner);
                        &[]
                    }
                    Shape::Choice(words) => words,
                    Shape::YesNo => &["yes", "no"],
                    _ => &[],
                };
                self.choices.extend(words.iter().map(|word| (field.name, *word)));
            }
        }
    }

    #[test]
    fn every_field_has_its_words_in_every_language_and_nothing_else_does() {
        let keys = Keys::of_the_editor();
        let choices: BTreeSet<String> = keys
            .choices
            .iter()
            .flat_map(|(of, it)| [format!("{of}={it}"), (*it).to_owned()])
            .collect();
        for language in LANGUAGES {
            let words = EditorWords::of(language);
            for (key, shown) in &words.0 {
                let is_said = keys.said.contains(*key);
                assert!(is_said || choices.contains(*key) || *key == "body", "{language}: {key}");
                assert!(!shown.trim().is_empty() && !shown.contains("  "), "{language}: {shown}");
                let is_sentence = key.contains(": ") && *language != "en";
                assert!(!is_sentence || shown.ends_with('.'), "{language}: {shown}");
            }
            if *language != "en" {
                for key in &keys.said {
                    let shown = words.0.get(&**key).unwrap_or_else(|| panic!("{language}: {key}"));
                    let (label, hint) = shown.split_once(": ").expect("a label and a sentence");
                    // Those who edit see the label again and again.
                    assert!(label.chars().count() <= 44, "{language}: {shown}");
                    assert_eq!(hint.matches('`').count() % 2, 0, "{language}: {hint}");
                }
            }
            for (field, word) in &keys.choices {
                let own = words.0.get(&*format!("{field}={word}")).or_else(|| words.0.get(word));
                assert!(own.is_some(), "{language}: {field}={word}");
            }
        }
    }

    #[test]
    fn a_language_without_words_has_the_english_ones() {
        let german = EditorWords::of("de").field("for_whom", "Who would be glad to read it.");
        assert_eq!((&*german.label, &*german.hint), ("For whom", "Who would be glad to read it."));
        let dutch = EditorWords::of("nl-BE").kind(Kind::Story);
        assert_eq!((&*dutch.0.label, &*dutch.1), ("Verhalen", "verhaal"));
    }
}
