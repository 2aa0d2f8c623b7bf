//! `content/coach.toml`: the words and limits of the coach, where a site wants them otherwise.

use crate::base::{Code, Diagnostic, Places, Source, Span};
use crate::data::fields::{FieldList, fields, read_tree, shortened};
use crate::data::languages::english_name;
use crate::data::{Node, Reader, Value, toml};

fields! {
    /// `content/coach.toml`: what the coach looks for, where a site wants it otherwise.
    pub(crate) struct CoachFile {
        /// For stories in Danish.
        optional da: WordLists = "{ without = [\"agenda*\"] }";
        /// For stories in Dutch.
        optional nl: WordLists = "{ fog = [\"klankborden\"] }";
        /// For stories in English.
        optional en: WordLists = "{ scene = [\"ferry\"] }";
    }
}

fields! {
    /// The words of one language. A star stands for any letters, at the beginning or the end of a word.
    pub(crate) struct WordLists {
        /// How people speak of themselves.
        list first_person: String, at most 1000 = "[\"I\", \"me\", \"my\"]";
        /// How a company speaks of itself.
        list we: String, at most 1000 = "[\"we\", \"our\"]";
        /// What people do and say: a name beside such a word is a person's.
        list says: String, at most 1000 = "[\"said\", \"asked\"]";
        /// Times, places, things in the hand, what is heard or felt.
        list scene: String, at most 1000 = "[\"monday*\", \"canteen*\"]";
        /// How something was done: steps and attempts.
        list how: String, at most 1000 = "[\"tried\", \"turned out\"]";
        /// What failed, and doubts.
        list setback: String, at most 1000 = "[\"did not work\"]";
        /// How companies announce something.
        list announce: String, at most 1000 = "[\"proud to announce\"]";
        /// What annual reports are about.
        list finance: String, at most 1000 = "[\"record profit*\"]";
        /// How companies praise themselves.
        list superlative: String, at most 1000 = "[\"world-class\"]";
        /// Words of meetings that show nothing.
        list fog: String, at most 1000 = "[\"synerg*\"]";
        /// Words that fill a sentence.
        list filler: String, at most 1000 = "[\"going forward\"]";
        /// What stands beside a number of money, or of a share.
        list units: String, at most 1000 = "[\"million\", \"per cent\"]";
        /// The words of a link to a report.
        list report: String, at most 1000 = "[\"annual report*\"]";
        /// How nouns end that were made of other words.
        list noun_endings: String, at most 1000 = "[\"tion\", \"ment\"]";
        /// Abbreviations, after whose full stop a sentence goes on.
        list abbreviations: String, at most 1000 = "[\"approx.\"]";
        /// Words with a capital letter that are not names of people.
        list not_names: String, at most 1000 = "[\"Denmark\"]";
        /// Frequent words, by which the language is known.
        list common: String, at most 1000 = "[\"the\", \"and\"]";
        /// Words of the program's lists that do not count here.
        list without: String, at most 1000 = "[\"journey\"]";
        /// From where on something counts.
        optional limits: Limits = "{ lix = 52 }";
    }
}

fields! {
    /// From where on something counts. Numbers without a unit are hits in 1,000 words.
    pub(crate) struct Limits {
        /// How many words a text needs before it is looked at.
        optional words: u32 = "80";
        /// Fewer words of the first person are too few.
        optional first_person: u32 = "10";
        /// More words of “we” are many.
        optional we: u32 = "30";
        /// Where there is much “we”, fewer words of the first person are too few.
        optional first_person_beside_we: u32 = "5";
        /// Fewer words of how something was done are too few.
        optional how: u32 = "7";
        /// A LIX above it is hard to read.
        optional lix: u32 = "50";
        /// As many words of announcements, figures, praise, fog and filling are many.
        optional polish: u32 = "15";
        /// More nouns made of other words are many.
        optional nouns: u32 = "120";
        /// How many numbers of money and shares are many, in the whole text.
        optional figures: u32 = "2";
        /// How many words of praise are many, in the whole text.
        optional praise: u32 = "2";
        /// How many of 1,000 recent titles may share three words with this one.
        optional titles: u32 = "100";
        /// As many of 1,000 runs of five words in common with a recent story make it the same.
        optional same: u32 = "500";
    }
}

impl CoachFile {
    /// Reads `content/coach.toml`.
    pub(crate) fn read(source: &Source, out: &mut Vec<Diagnostic>) -> CoachFile {
        let mut own = vec![];
        let file = read(source, &mut own);
        let tree = toml::read_file(source, &mut vec![]);
        for entry in &tree.entries {
            let told = own.iter_mut().find(|it| {
                it.code == Code::UnknownField && it.span.range.as_ref() == Some(&entry.key_range)
            });
            if let Some((told, language)) = told.zip(english_name(&entry.key)) {
                *told = of_no_language(told.span.clone(), &entry.key, language);
            }
        }
        let words = tree.entries.iter().filter_map(|entry| match &entry.value.value {
            Value::Map(lists) => Some(lists.iter().filter_map(|list| match &list.value.value {
                Value::List(words) => Some(words),
                _ => None,
            })),
            _ => None,
        });
        own.extend(words.flatten().flatten().filter_map(|word| odd_star(word, source)));
        out.append(&mut own);
        file
    }
}

/// What is said of the words of a language in which the coach reads nothing.
fn of_no_language(span: Span, code: &str, language: &str) -> Diagnostic {
    let message = format!(
        "The coach reads no stories in {language}, so this is not used: it knows Danish, Dutch and \
         English"
    );
    Diagnostic::new(Code::UnknownField, span, message)
        .hint(format!("Remove [{code}] and the lines that belong to it"))
}

/// What is said of a word with a star that stands for too much, or for nothing.
fn odd_star(word: &Node, source: &Source) -> Option<Diagnostic> {
    let Value::Scalar(text) = &word.value else { return None };
    let text = text.trim();
    let inside = text.trim_start_matches('*').trim_end_matches('*');
    let (message, hint) = match () {
        () if text.is_empty() => return None,
        () if !inside.contains(char::is_alphanumeric) => (
            format!("“{}” would be found in every sentence", shortened(text)),
            "Write letters before or behind the star, as in synerg*; or remove it",
        ),
        () if inside.contains('*') => (
            format!("“{}” is found nowhere: its star is neither first nor last", shortened(text)),
            "Write the star at the beginning or the end of the word, as in synerg*",
        ),
        () => return None,
    };
    Some(Diagnostic::new(Code::BadPattern, source.span(word.range.clone()), message).hint(hint))
}

impl WordLists {
    /// Reads a file of the program, which holds the words of one language.
    pub(crate) fn read(source: &Source) -> WordLists {
        let mut out = vec![];
        let lists = read(source, &mut out);
        debug_assert!(out.is_empty(), "{out:?}");
        lists
    }
}

fn read<T: FieldList>(source: &Source, out: &mut Vec<Diagnostic>) -> T {
    let whole = 0..source.text.lines().next().map_or(0, str::len);
    let tree = toml::read_file(source, out);
    let mut reader = Reader {
        source,
        notation: tree.notation,
        broken: tree.broken,
        languages: &[],
        is_submitted: false,
        zone: None,
        field: "",
        fields: &[],
        places: &mut Places::default(),
        out,
    };
    read_tree(&tree, &whole, &mut reader)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    #[test]
    fn words_that_would_be_everywhere_or_nowhere_are_told_and_so_are_other_languages() {
        let told = |text: &str| {
            let source = Source::new(SourcePath::new("content/coach.toml").expect("inside"), text);
            let mut out = vec![];
            CoachFile::read(&source, &mut out);
            out.iter().map(|it| format!("{} {:?}", it.message, it.notes)).collect::<Vec<_>>()
        };
        for (text, words) in [
            ("[en]\nscene = [\"*\"]\n", "“*” would be found in every sentence"),
            ("[da]\nfog = [\"klang\", \" ** \"]\n", "in every sentence"),
            ("[nl]\nfog = [\"kl*ng\"]\n", "neither first nor last"),
            ("[de]\nfog = [\"Klang\"]\n", "no stories in German"),
        ] {
            let all = told(text);
            let [one] = &all[..] else { panic!("{text}: {all:?}") };
            assert!(one.contains(words), "{text}: {one}");
        }
        assert_eq!(told("[en]\nscene = [\"ferr*\", \"*tion\", \"a.\"]\n"), [""; 0]);
    }
}
