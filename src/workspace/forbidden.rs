//! Words that `site.toml` forbids, in the text of a file.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use super::reading::Reading;
use crate::base::diagnostic::Note;
use crate::base::pattern::{self, Pattern};
use crate::base::{Code, Diagnostic, Source, SourcePath, Span};
use crate::config::Config;
use crate::data::{Field, Shape};
use crate::document::allowance::Allowances;
use crate::document::{Kind, names_of_fields};

/// Those in the file of this path.
pub(super) fn forbidden(reading: &Reading, path: &SourcePath) -> Vec<Diagnostic> {
    let all = reading.config.forbidden();
    let source = match reading.programme_source.as_ref().filter(|source| source.path == *path) {
        _ if all.is_empty() => return vec![],
        Some(source) => source.clone(),
        None => match reading.texts.get(path) {
            Some(text) => Source::new(path.clone(), text.clone()),
            None => return vec![],
        },
    };
    let mut told = vec![];
    let names = OnceCell::new();
    let is_name = |found: &Range<usize>| {
        let names = names.get_or_init(|| names_of_fields(&source));
        names.iter().any(|name| name.start <= found.start && found.end <= name.end)
    };
    for (pattern, reason) in all {
        let name = path.file_name().trim_end_matches(".md");
        let words = name.replace(['-', '_'], " ");
        if [name, &words].into_iter().any(|name| pattern.find(name).next().is_some()) {
            let message = "The name of this file has words that may not stand on this site";
            told.push(
                Diagnostic::new(Code::ForbiddenWords, Span::file(path.clone()), message)
                    .hint("Rename the file, and correct the links to it")
                    .hint(format!("The reason in site.toml: {reason}")),
            );
        }
        let found = pattern.find(&source.text).filter(|found| !is_name(found));
        let mut allowances = Allowances::of(&source.text);
        told.extend(found.filter_map(|range| {
            let allowance = allowances.at(range.start, Code::ForbiddenWords);
            let message = "These words may not stand in a text of this site";
            let one = Diagnostic::new(Code::ForbiddenWords, source.span(range), message);
            allowance.told(one.hint(format!("The reason in site.toml: {reason}")))
        }));
    }
    told
}

/// Where the words stand, except as the name of a field: that is known to everybody, and a report
/// without it cannot be understood.
fn secret<'a>(pattern: &'a Pattern, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    pattern.find(text).filter(|found| !FIELDS.contains(&text[found.clone()]))
}

/// The names of all fields of texts.
static FIELDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let mut names = HashSet::new();
    let mut waiting: Vec<&Field> = Kind::ALL.iter().flat_map(|kind| kind.fields()).collect();
    while let Some(field) = waiting.pop() {
        names.insert(field.name);
        let inner: &[Field] = match &field.shape {
            Shape::Group(inner) | Shape::List(Shape::Group(inner)) => inner,
            _ => &[],
        };
        waiting.extend(inner);
    }
    names
});

/// What a report says, without what the site forbids.
pub(super) fn hide(config: &Config, told: &mut Diagnostic) {
    let hide = |words: &mut String| {
        for (pattern, _) in config.forbidden() {
            if let Some(hidden) = pattern::hidden(words, secret(pattern, words)) {
                *words = hidden;
            }
        }
    };
    hide(&mut told.message);
    for note in &mut told.notes {
        match note {
            Note::Hint(words) | Note::Example(words) | Note::Place(_, words) => hide(words),
        }
    }
}

/// The text as reports show it: nothing of what the site forbids can be read, and every letter has
/// its place.
pub(super) fn hidden(config: &Config, text: &Arc<str>) -> Arc<str> {
    config.forbidden().iter().fold(text.clone(), |text, (pattern, _)| {
        let hidden = pattern::hidden(&text, secret(pattern, &text));
        hidden.map_or(text, Arc::from)
    })
}
