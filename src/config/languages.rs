//! The languages of `site.toml`: which are meant, and what is said of those that are typed otherwise.

use std::collections::BTreeSet;

use super::SiteFile;
use crate::base::{Code, Diagnostic, Severity, Source};
use crate::data::fields::shortened;
use crate::data::languages::{exists, is_mistaken};
use crate::data::{Located, Node, Tree, Value, listed_languages};

/// The site has every page once in each language, and each page links to all the others.
const MAX_LANGUAGES: usize = 40;

/// The languages must be known before the texts by language can be read.
pub(super) fn of_tree(tree: &Tree) -> Vec<String> {
    let scalar = |node: &Node| match &node.value {
        Value::Scalar(text) => Some(text.clone()),
        _ => None,
    };
    let mut written = vec![];
    for key in ["default_language", "languages"] {
        match tree.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value) {
            Some(Node { value: Value::List(items), .. }) => {
                written.extend(items.iter().filter_map(scalar));
            }
            Some(node) => written.extend(scalar(node)),
            None => {}
        }
    }
    sound(written.iter().map(String::as_str))
}

/// The codes that are meant and can be used in addresses, each once, in their order; English if
/// there are none.
pub(super) fn sound<'a>(written: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut sound: Vec<String> = vec![];
    let mut seen = BTreeSet::new();
    for code in written.flat_map(meant) {
        if seen.insert(code) {
            sound.push(code.to_owned());
        }
        if sound.len() == MAX_LANGUAGES {
            break;
        }
    }
    match sound.is_empty() {
        true => vec!["en".to_owned()],
        false => sound,
    }
}

/// The codes that somebody means who writes this: `dk` is `da`. So one mistake here is not told
/// again of every file in that language.
fn meant(written: &str) -> Vec<&str> {
    match is_usable(written) {
        true => vec![written],
        false => listed_languages::codes(written).unwrap_or_default(),
    }
}

/// What is wrong with the languages.
pub(super) fn faults(file: &SiteFile, source: &Source, out: &mut Vec<Diagnostic>) {
    let mut fault = |code, place: &Located<String>, message: String, hint: String| {
        let span = source.span(place.range.clone());
        let diagnostic = Diagnostic::new(code, span, message).with_severity(Severity::Error);
        out.push(diagnostic.hint(hint));
    };
    let is_wrong = |written: &&Located<String>| !is_usable(&written.value);
    let wrong: Vec<&Located<String>> = file.languages.iter().filter(is_wrong).collect();
    let are_known = file.languages.iter().all(|it| !meant(&it.value).is_empty());
    let is_several = wrong.len() > 1 || wrong.iter().any(|it| meant(&it.value).len() > 1);
    // All of them are told once, with the line as it is right.
    let listed = match wrong.first().filter(|_| are_known && is_several) {
        Some(first) => {
            let codes = sound(file.languages.iter().map(|it| it.value.as_str()));
            let hint = format!("Write languages = [\"{}\"]", codes.join("\", \""));
            fault(Code::UnknownLanguage, first, not_codes(&wrong), hint);
            vec![]
        }
        None => wrong,
    };
    for written in file.default_language.iter().filter(is_wrong).chain(listed) {
        let hint = match meant(&written.value).as_slice() {
            [] => "Use codes such as en, da, nl".to_owned(),
            [code, ..] => format!("Did you mean “{code}”?"),
        };
        fault(Code::UnknownLanguage, written, not_codes(&[written]), hint);
    }
    let mut seen = BTreeSet::new();
    let mut again = file.languages.iter().filter(|it| !is_wrong(it));
    if let Some(code) = again.find(|code| !seen.insert(&code.value)) {
        let message = format!("The language “{}” is listed twice", code.value);
        fault(Code::NamedTwice, code, message, "Remove one of them".to_owned());
    }
    if let Some(code) = file.languages.get(MAX_LANGUAGES) {
        let message =
            format!("This site has too many languages: at most {MAX_LANGUAGES} are allowed");
        fault(Code::TooMany, code, message, "Keep those that your colleagues read".to_owned());
    }
    let Some(default) = file.default_language.as_ref().filter(|it| !is_wrong(it)) else { return };
    let mut listed = file.languages.iter().flat_map(|it| meant(&it.value));
    let is_listed = listed.any(|code| code == default.value);
    if !is_listed && !file.languages.is_empty() {
        let message = format!("“{}” is not among the languages of this site", default.value);
        let first = meant(&file.languages[0].value).first().copied().unwrap_or("da");
        let hint = format!(
            "Add \"{0}\" to languages. Or, if the site does without it, write default_language = \
             \"{first}\"; a text without a language in its name is read as {first} then, so rename \
             each page.{first}.md to page.md, after page.md itself to page.{0}.md",
            default.value
        );
        fault(Code::UnknownLanguage, default, message, hint);
    }
}

fn not_codes(wrong: &[&Located<String>]) -> String {
    let names: Vec<String> =
        wrong.iter().take(4).map(|it| format!("“{}”", shortened(&it.value))).collect();
    match names.as_slice() {
        [one] if wrong.iter().any(|it| meant(&it.value).len() > 1) => {
            format!("{one} is one text, but each language needs quotes of its own")
        }
        [one] => format!("{one} is not the code of a language"),
        [most @ .., last] => {
            format!("{} and {last} are not codes of languages", most.join(", "))
        }
        [] => String::new(),
    }
}

/// Whether it is the code of a language that there is.
fn is_usable(written: &str) -> bool {
    is_code(written) && !is_mistaken(written) && exists(written)
}

/// `da`, `nl-BE`, `sr-Latn`: as BCP 47 writes them, since they stand in addresses and file names.
fn is_code(code: &str) -> bool {
    let mut parts = code.split('-');
    let all = |part: &str, of: fn(&char) -> bool| part.chars().all(|c| of(&c));
    let language = parts.next().unwrap_or_default();
    let is_script = |part: &str| {
        part.len() == 4
            && part.starts_with(|c: char| c.is_ascii_uppercase())
            && all(&part[1..], char::is_ascii_lowercase)
    };
    let is_region = |part: &str| {
        (part.len() == 2 && all(part, char::is_ascii_uppercase))
            || (part.len() == 3 && all(part, char::is_ascii_digit))
    };
    let rest: Vec<&str> = parts.collect();
    (2..=3).contains(&language.len())
        && all(language, char::is_ascii_lowercase)
        && match rest.as_slice() {
            [] => true,
            [one] => is_script(one) || is_region(one),
            [script, region] => is_script(script) && is_region(region),
            _ => false,
        }
}
