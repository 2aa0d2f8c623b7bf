//! `thanks.toml` beside `site.toml`: for whom it is, whoever thanks colleagues for their stories. It is
//! private: nothing of the site is made of it, so no page and no address depends on it.

use crate::base::{Code, Date, Diagnostic, Places, Source, SourcePath, Span};
use crate::data::fields::{fields, read_tree};
use crate::data::types::PageName;
use crate::data::{Reader, Tree, Value, toml};

/// The file of the project that holds the list.
pub(crate) const LIST: &str = "thanks.toml";

fields! {
    /// `thanks.toml`: what is still to be thanked for, and what is done.
    pub(crate) struct ThanksFile {
        /// A part for each story.
        list thanks: Thank, at most 10000 = "[{ story = \"stories/2026/pump\" }]";
    }
}

fields! {
    /// What is known of thanking for one story.
    pub(crate) struct Thank {
        /// The story.
        required story: PageName = "stories/2026/pump";
        /// What its author would like, as they said it; never a prize.
        optional would_like: String, at most 500 = "Yankie bars, on board";
        /// Whether a card is printed. Some would rather have none.
        optional card: bool = "false";
        /// When they were thanked.
        optional given: Date = "2026-11-30";
        /// Anything to remember.
        optional note: String, at most 1000 = "Ask Mette which ship he is on";
    }
}

/// What nobody is thanked with here: it turns telling into a contest, and those who do not win stop.
const REFUSED: [&str; 12] = [
    "points",
    "score",
    "scores",
    "rank",
    "ranking",
    "leaderboard",
    "badge",
    "badges",
    "certificate",
    "certificates",
    "level",
    "prize",
];

impl ThanksFile {
    /// Where it lies.
    pub(crate) fn path() -> SourcePath {
        SourcePath::new(LIST).expect("a path inside")
    }

    /// Reads `thanks.toml`.
    pub(crate) fn read(source: &Source, out: &mut Vec<Diagnostic>) -> ThanksFile {
        let whole = 0..source.text.lines().next().map_or(0, str::len);
        let mut own = vec![];
        let tree = toml::read_file(source, &mut own);
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
            out: &mut own,
        };
        let file = read_tree(&tree, &whole, &mut reader);
        for (key, span) in keys(&tree, source) {
            let is_it = |told: &&mut Diagnostic| {
                told.code == Code::UnknownField && told.span.range == span.range
            };
            if let Some(told) = own.iter_mut().find(is_it).filter(|_| is_refused(&key)) {
                *told = refused(&key, span);
            }
        }
        out.append(&mut own);
        file
    }
}

fn is_refused(key: &str) -> bool {
    REFUSED.contains(&key.to_lowercase().as_str())
}

fn refused(key: &str, span: Span) -> Diagnostic {
    let message = format!(
        "“{key}” is not kept here: whoever is counted tells for the count, and whoever does not win \
         stops telling"
    );
    Diagnostic::new(Code::UnknownField, span, message).hint(
        "Remove it, and write would_like = \"…\" with what the author would like: a card signed by \
         hand, a coffee, a word to their manager",
    )
}

/// The names of all fields, with their places.
fn keys(tree: &Tree, source: &Source) -> Vec<(String, Span)> {
    let mut found = vec![];
    for entry in &tree.entries {
        found.push((entry.key.clone(), source.span(entry.key_range.clone())));
        let Value::List(items) = &entry.value.value else { continue };
        for item in items {
            let Value::Map(fields) = &item.value else { continue };
            let fields = fields.iter();
            found.extend(fields.map(|it| (it.key.clone(), source.span(it.key_range.clone()))));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (ThanksFile, Vec<Diagnostic>) {
        let mut out = vec![];
        let file = ThanksFile::read(&Source::new(ThanksFile::path(), text), &mut out);
        (file, out)
    }

    #[test]
    fn a_list_says_who_would_like_what_and_who_was_thanked() {
        let (file, out) = read(
            "[[thanks]]\nstory = \"stories/2026/pump\"\nwould_like = \"Coffee\"\n\n\
             [[thanks]]\nstory = \"stories/2026/bolt\"\ngiven = 2026-11-30\ncard = false\n",
        );
        assert!(out.is_empty(), "{out:?}");
        assert_eq!(file.thanks.len(), 2);
        assert_eq!(file.thanks[0].story.id, "stories/2026/pump");
        assert_eq!(file.thanks[0].would_like.as_deref(), Some("Coffee"));
        assert_eq!(file.thanks[1].card, Some(false));
        assert!(file.thanks[1].given.is_some());
    }

    #[test]
    fn nobody_is_thanked_with_points() {
        for key in ["points", "Leaderboard", "certificate"] {
            let text = format!("[[thanks]]\nstory = \"stories/2026/pump\"\n{key} = 5\n");
            let (_, out) = read(&text);
            assert_eq!(out.len(), 1, "{out:?}");
            assert!(out[0].message.contains("whoever is counted"), "{out:?}");
        }
    }
}
