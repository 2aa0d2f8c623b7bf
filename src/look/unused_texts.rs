//! Texts of a company's look that no page shows: a key with a slip, a file of another language.

use std::collections::{BTreeMap, BTreeSet};

use super::LookFiles;
use crate::base::diagnostic::nearest;
use crate::base::{Code, Content, Diagnostic, Source, Span};
use crate::data::languages;
use crate::language::{Language, Languages, SHIPPED};

/// Names of languages, of which there are more than the default look names.
const NAMES_OF_LANGUAGES: [&str; 2] = ["language-", "own-name-"];

/// A warning for each file of `own` texts in a language that the site has not, and for each text of
/// the others that neither the `embedded` look has nor a file of `own` names.
pub(super) fn texts(
    embedded: &LookFiles,
    own: &LookFiles,
    site_languages: &Languages,
) -> Vec<Diagnostic> {
    let mut out = vec![];
    let known: BTreeSet<&str> =
        of_texts(embedded).flat_map(|(_, text)| keys(text)).map(|(_, key)| key).collect();
    let codes: Vec<String> = site_languages.all().map(|it| it.as_str().to_owned()).collect();
    for (name, text) in of_texts(own) {
        let (path, _) = &own[name];
        let code = name.trim_start_matches("texts/").trim_end_matches(".ftl");
        if !is_spoken(code, site_languages) {
            let message =
                format!("This site has no language “{code}”, so these texts are not used");
            let span = Span::file(path.clone());
            let diagnostic = Diagnostic::new(Code::UnusedLookFile, span, message);
            out.push(diagnostic.hint(match languages::meant(code, &codes) {
                Some(meant) => format!("Rename the file: {meant}.ftl"),
                None => format!(
                    "Name the file after a language of the site ({}), as in {}.ftl; or add the \
                     language to languages in site.toml",
                    codes.join(", "),
                    codes.first().map_or("en", |code| code)
                ),
            }));
            continue;
        }
        let source = Source::new(path.clone(), text);
        // One that is written twice is told as that.
        let mut seen = BTreeSet::new();
        for (at, key) in keys(text) {
            if !is_unused(&known, own, name, key) || !seen.insert(key) {
                continue;
            }
            let message = format!("No page shows a text called “{key}”");
            let near = nearest(key, known.iter().copied());
            let span = source.span(at..at + key.len());
            out.push(Diagnostic::new(Code::UnusedText, span, message).hint(match near {
                Some(near) => format!("Did you mean “{near}”?"),
                None => "Remove it, or write its name as the default look has it".to_owned(),
            }));
        }
    }
    out
}

/// The texts of `own` that the `embedded` look has not, and whether a page shows them.
pub(super) fn of_own<'a>(embedded: &LookFiles, own: &'a LookFiles) -> BTreeMap<&'a str, bool> {
    let known: BTreeSet<&str> =
        of_texts(embedded).flat_map(|(_, text)| keys(text)).map(|(_, key)| key).collect();
    let all = of_texts(own).flat_map(|(name, text)| keys(text).map(move |(_, key)| (name, key)));
    let new = all.filter(|(_, key)| !known.contains(key));
    new.map(|(name, key)| (key, !is_unused(&known, own, name, key))).collect()
}

fn is_unused(known: &BTreeSet<&str>, own: &LookFiles, file: &str, key: &str) -> bool {
    let names_language = NAMES_OF_LANGUAGES.iter().any(|it| key.starts_with(it));
    !(known.contains(key) || names_language || is_named(own, file, key))
}

fn of_texts(look: &LookFiles) -> impl Iterator<Item = (&str, &str)> {
    look.iter().filter_map(|(name, (_, content))| match content {
        Content::Text(text) if name.starts_with("texts/") && name.ends_with(".ftl") => {
            Some((name.as_str(), &**text))
        }
        _ => None,
    })
}

/// The keys of a file of texts, with their places. Further lines of a text are indented, and terms
/// (`-brand`) are named by texts alone.
fn keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let bare = line.trim_start_matches('\u{feff}');
        let (key, _) = bare.split_once('=')?;
        let key = key.trim_end();
        let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        is_key.then_some((start + line.len() - bare.len(), key))
    })
}

/// English is used where another language lacks a text.
fn is_spoken(code: &str, languages: &Languages) -> bool {
    let Some(language) = Language::parse(code) else { return false };
    language.as_str() == SHIPPED[0]
        || languages.all().any(|it| *it == language || it.primary() == language.as_str())
}

/// Whether another file of the look, or another text, has this name, or the beginning of it that a
/// template completes: `kind-`.
fn is_named(own: &LookFiles, file: &str, key: &str) -> bool {
    own.iter().any(|(name, (_, content))| {
        let Content::Text(text) = content else { return false };
        if name == file || name.starts_with("texts/") {
            return text.match_indices(key).any(|(at, _)| {
                let before = text[..at].trim_end_matches(' ');
                before.ends_with('{')
            });
        }
        let begins = |mark: &str| {
            let mut parts = key.match_indices('-').map(|(at, _)| &key[..=at]);
            parts.any(|part| text.contains(&format!("{mark}{part}{mark}")))
        };
        name.starts_with("templates/")
            && (text.contains(&format!("\"{key}\""))
                || text.contains(&format!("'{key}'"))
                || begins("\"")
                || begins("'"))
    })
}
