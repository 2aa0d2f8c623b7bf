//! Texts beside `content/` that were taken in already (`storywall new theme --from lamps.md`): their words
//! stand in a text of the site, so nothing is missing.

use std::path::Path;

use walkdir::WalkDir;

use super::hidden::top;
use crate::base::{Source, SourcePath};
use crate::document::{Kind, body_of, misplaced};
use crate::language::Language;
use crate::language::slug::slug;

/// Names of files that are looked at, and letters that are compared.
const MOST_NAMES: usize = 5000;
const MOST_LETTERS: usize = 2000;

/// Whether a text of this kind has the title and the words of one that lies beside `content/` under
/// this name.
pub(super) fn is_taken_in(root: &Path, kind: Kind, name: &str, text: &str) -> bool {
    let Some(Told { title, words }) = told(text) else { return false };
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let slugs = ["en", "nl"].into_iter().filter_map(Language::parse);
    let mut names: Vec<String> = slugs.filter_map(|language| slug(&title, &language)).collect();
    names.push(stem);
    let (title, words) = (letters(&title), letters(&words));
    let begin: String = words.chars().take(MOST_LETTERS).collect();
    let folder = root.join("content").join(kind.inside());
    let walk = WalkDir::new(folder).min_depth(1).max_depth(3).into_iter().flatten();
    walk.take(MOST_NAMES).filter(|entry| entry.file_type().is_file()).any(|entry| {
        let name = entry.file_name().to_string_lossy();
        let is_likely = names.iter().any(|it| name.to_lowercase().starts_with(it.as_str()));
        is_likely
            && top(entry.path(), &name).and_then(|text| told(&text)).is_some_and(|own| {
                letters(&own.title) == title && letters(&own.words).contains(&begin)
            })
    })
}

/// What a text says, apart from its other fields.
struct Told {
    title: String,
    words: String,
}

fn told(text: &str) -> Option<Told> {
    let source = Source::new(SourcePath::new("content/text.md")?, text);
    let title = misplaced::title_of(&source)?;
    let words = source.text.get(body_of(&source)).unwrap_or_default().to_owned();
    Some(Told { title, words })
}

/// Words without the signs of Markdown, which are escaped in what was sent.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
