//! The words and limits of a language: those of the program (`src/coach/words/da.toml` and its kin)
//! with what a site adds and leaves out in `content/coach.toml`.

use crate::base::{Source, SourcePath};
use crate::config::{Limits, WordLists};

/// The lists by name, in the order in which they are declared.
macro_rules! lists {
    ($( $name:ident )*) => {
        impl WordLists {
            /// Each list with its name.
            pub(super) fn all(&self) -> Vec<(&'static str, &[String])> {
                vec![$( (stringify!($name), &self.$name[..]) ),*]
            }

            /// The same with the words that `own` adds, and without those that it leaves out.
            pub(super) fn with(&self, own: &WordLists) -> WordLists {
                let folded = |word: &String| word.to_lowercase();
                let without: Vec<String> = own.without.iter().map(folded).collect();
                let joined = |program: &[String], site: &[String]| -> Vec<String> {
                    let program = program.iter().filter(|it| !without.contains(&folded(it)));
                    program.chain(site).cloned().collect()
                };
                WordLists {
                    $( $name: joined(&self.$name, &own.$name), )*
                    without: vec![],
                    limits: None,
                }
            }
        }
    };
}

lists! {
    first_person we says scene how setback announce finance superlative fog filler units report
    noun_endings abbreviations not_names common
}

/// The limits by name, in the order in which they are declared.
macro_rules! limits {
    ($( $name:ident )*) => {
        /// The limits that hold for a language.
        #[derive(Clone, Copy, Debug)]
        pub(super) struct Held { $( pub(super) $name: usize, )* }

        impl Held {
            /// Those of the site, else those of the program, which has them all.
            pub(super) fn of(program: &Limits, own: Option<&Limits>) -> Held {
                let one = |own: Option<u32>, program: Option<u32>| {
                    own.or(program).unwrap_or_default() as usize
                };
                Held { $( $name: one(own.and_then(|own| own.$name), program.$name), )* }
            }

            /// Each limit with its name.
            pub(super) fn all(&self) -> Vec<(&'static str, usize)> {
                vec![$( (stringify!($name), self.$name) ),*]
            }
        }
    };
}

limits! {
    words first_person we first_person_beside_we how lix polish nouns figures praise titles same
}

/// What the program knows of a language, if it knows any of it.
pub(super) fn of_program(language: &str) -> Option<WordLists> {
    let text = match language {
        "da" => include_str!("words/da.toml"),
        "nl" => include_str!("words/nl.toml"),
        "en" => include_str!("words/en.toml"),
        _ => return None,
    };
    let path = SourcePath::new(&format!("src/coach/words/{language}.toml"))?;
    Some(WordLists::read(&Source::new(path, text)))
}
