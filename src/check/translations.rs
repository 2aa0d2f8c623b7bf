//! Texts in two files; translations: without an original, of what cannot be translated, older than
//! their original.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::misnamed_translations;
use crate::base::diagnostic::nearest;
use crate::base::{Anchor, At, Code, Diagnostic, Finding, SourcePath};
use crate::data::languages::{
    code_of, english_name, is_mistaken, left_out, likely_language, meant,
};
use crate::document::{Facts, Kind};
use crate::site::{Entry, Site};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    of_no_language(site, out);
    with_likely_language(site, out);
    let first_language = wrong_first_language(site);
    let is_told = first_language.is_some();
    out.extend(first_language);
    if !is_told {
        untranslated(site, out);
    }
    let originals = originals_by_letters(site);
    for document in &site.orphans {
        let name = &document.name;
        let path = format!("content/{name}.md");
        if site.is_flawed(name) || is_told && has_original(site, document) {
            continue;
        }
        // That it lies in the wrong folder is the cause, and told.
        if document.meant.is_some() {
            continue;
        }
        if !document.kind.row().is_translatable {
            out.push(of_a_kind_without_translations(site, document));
            continue;
        }
        let first = site.default_language();
        let itself = document.language == first;
        // With `hello.en.md` as `hello.md`, `hello.da.md` is right.
        let is_first = |it: &Arc<Facts>| it.language == first && it.name == document.name;
        if !itself && site.orphans.iter().any(is_first) {
            continue;
        }
        let message = match itself {
            true => format!(
                "The name of this file must not contain “.{}”, which is the site's first language",
                document.language
            ),
            false => format!("This is a translation of {path}, which does not exist"),
        };
        let hint = match itself {
            true if has_original(site, document) => {
                let keep = format!(
                    "Rename or remove {}: {path} is the {} one",
                    document.path.file_name(),
                    english_name(first).unwrap_or(first)
                );
                let rename = "rename that one first, with its language in the name";
                match is_chosen(site) {
                    true => format!(
                        "{keep}; or, if that is in another language, write its language as \
                         default_language in site.toml, or, where the site does without it, {rename}"
                    ),
                    false => format!("{keep}; or, if that is in another language, {rename}"),
                }
            }
            true => format!("Rename the file to {path}"),
            false => match meant_original(site, &originals, document) {
                Some(target) => format!("Rename this file to {target}"),
                None => match near_original(site, document) {
                    Some(near) => format!(
                        "Did you mean content/{near}.{}.md? Rename this file to that; or rename \
                         content/{near}.md to {path}",
                        document.language
                    ),
                    None => format!("Write {path} first, or rename this file to that"),
                },
            },
        };
        out.push(Diagnostic::new(Code::OrphanTranslation, document.top(), message).hint(hint));
    }
    for (double, kept) in &site.doubles {
        let message = format!("This file makes the same page as {}", kept.path);
        out.push(
            Diagnostic::new(Code::SameAddress, double.top(), message)
                .hint("Rename one of the two files")
                .place(kept.top(), "the other file"),
        );
    }
    for entry in site.entries.values() {
        for (language, document) in &entry.translations {
            let kind = entry.original.kind.row();
            if !kind.is_translatable {
                let message = format!("This translates {}, which cannot be translated", kind.one);
                let (code, hint) = match entry.original.kind == Kind::Person {
                    true => (
                        Code::UnreadConsent,
                        format!(
                            "Move what it says to {}, and remove this file",
                            entry.original.path
                        ),
                    ),
                    false => (
                        Code::TranslatedStory,
                        format!(
                            "Remove the file; or, if it is {} of its own, rename it without \
                             .{language}{}",
                            kind.one,
                            with_language(document)
                        ),
                    ),
                };
                out.push(Diagnostic::new(code, document.top(), message).hint(hint));
            } else if entry.is_outdated(language) {
                out.push(
                    Diagnostic::new(
                        Code::OutdatedTranslation,
                        document.named("translated"),
                        "This translation is older than the last review of its original; readers \
                         see a notice",
                    )
                    .hint("Bring it up to date, and write today's date under translated:"),
                );
            }
        }
    }
}

/// What is said of `anna-bech.da.md`, whether the site has that language or not: nobody would miss
/// the story of a colleague, or know what somebody agreed to, if it were left out with the
/// translations.
fn of_a_kind_without_translations(site: &Site, document: &Facts) -> Finding {
    let path = format!("content/{}.md", document.name);
    let one = document.kind.row().one;
    let message = format!("This file is named as a translation, and {one} has none");
    let code = match document.kind == Kind::Person {
        true => Code::UnreadConsent,
        false => Code::OrphanTranslation,
    };
    let rename = match has_original(site, document) {
        true if document.kind == Kind::Person => {
            format!("Move what it says to {path}, and remove this file")
        }
        true => format!("Rename it, for {path} is there already{}", with_language(document)),
        false => format!("Rename it to {path}{}", with_language(document)),
    };
    Diagnostic::new(code, document.top(), message).hint(rename)
}

/// The line that a text of its own needs, if texts of its kind name their language.
fn with_language(document: &Facts) -> String {
    match document.kind.fields().iter().any(|field| field.name == "lang") {
        true => {
            let code = &*document.language;
            let code = if is_mistaken(code) { code_of(code).unwrap_or(code) } else { code };
            format!(", and add a line lang: {code}")
        }
        false => String::new(),
    }
}

/// A name as somebody may mean it who writes `Purpose..da.md` for the translation of `purpose.md`.
fn letters(name: &str) -> String {
    name.to_lowercase().trim_end_matches(['.', ' ']).to_owned()
}

/// The names of the originals by their letters, where some translation has none.
fn originals_by_letters(site: &Site) -> BTreeMap<String, &str> {
    let names = site.entries.keys().filter(|_| !site.orphans.is_empty());
    names.map(|name| (letters(name), &**name)).collect()
}

/// The right name of a translation whose original is there under a name that is nearly its own, or
/// outside of a folder for its language.
fn meant_original(
    site: &Site,
    originals: &BTreeMap<String, &str>,
    document: &Facts,
) -> Option<String> {
    let language = &document.language;
    let named = |name: &&str| format!("content/{name}.{language}.md");
    originals.get(&letters(&document.name)).map(named).or_else(|| {
        let target = misnamed_translations::name_without_folder(site, document)?;
        let base = target.strip_prefix("content/")?.strip_suffix(&format!(".{language}.md"))?;
        originals.get(&letters(base)).map(named)
    })
}

/// The original of nearly this name, where that has no translation of its own yet.
fn near_original<'a>(site: &'a Site, document: &Facts) -> Option<String> {
    let is_open = |entry: &&Arc<Entry>| {
        entry.original.kind.row().is_translatable
            && !entry.translations.contains_key(&document.language)
    };
    let parts = |name: &'a str| name.rsplit_once('/').unwrap_or(("", name));
    let (folder, last) = document.name.rsplit_once('/').unwrap_or(("", &document.name));
    let names = site.entries.values().filter(is_open).map(|entry| parts(&entry.name));
    let names = names.filter(|(own, _)| *own == folder).map(|(_, last)| last);
    let near = nearest(last, names)?;
    Some(match folder {
        "" => near.to_owned(),
        folder => format!("{folder}/{near}"),
    })
}

/// Files in a language that was taken out of `languages`, or never was there.
fn of_no_language(site: &Site, out: &mut Vec<Finding>) {
    let told = site.left_out.iter().filter(|document| document.meant.is_none());
    out.extend(told.map(|document| {
        let code = document.language.as_str();
        if !document.kind.row().is_translatable {
            return of_a_kind_without_translations(site, document);
        }
        match meant(code, &site.config.languages) {
            Some(meant) => misnamed(site, document, meant),
            None => left_out(code, english_name(code).unwrap_or(code), document.top()),
        }
    }));
}

/// Files that are taken for texts of their own, though their names end in what looks like a language.
fn with_likely_language(site: &Site, out: &mut Vec<Finding>) {
    let all = site.facts.values().filter(|document| !document.is_translation());
    out.extend(all.filter_map(|document| {
        let (ending, code) = likely_language(&document.name, &site.config.languages)?;
        let language = english_name(code).unwrap_or(code);
        let message = format!(
            "The name of this file ends in “.{ending}”, so it is a page of its own, and no \
             translation into {language}"
        );
        let hint = format!(
            "If it is one, add \"{code}\" to languages in site.toml and rename the file to end in \
             .{code}.md; if not, write a hyphen in place of the dot"
        );
        Some(Diagnostic::new(Code::NameLikeLanguage, document.top(), message).hint(hint))
    }));
}

/// What is said of a file whose name ends in what is taken for the code of a language.
fn misnamed(site: &Site, document: &Facts, meant: &str) -> Finding {
    let code = &document.language;
    let message = format!(
        "The name of this file ends in “.{code}”, which is not among the languages of this site, so \
         it is left out"
    );
    let language = english_name(meant).unwrap_or(meant);
    let target = match meant == site.default_language() {
        true => format!("content/{}.md", document.name),
        false => format!("content/{}.{meant}.md", document.name),
    };
    let is_there = SourcePath::new(&target).is_some_and(|path| site.facts.contains_key(&path));
    if is_there {
        let hint = format!(
            "{target} is there already: compare the two, keep what is right in that file, and \
             remove this one"
        );
        return Diagnostic::new(Code::LanguageLeftOut, document.top(), message).hint(hint);
    }
    let mut hint = match meant == site.default_language() {
        true => format!(
            "Remove .{code} from its name: {language} is the site's first language; or remove the \
             file if there is one without .{code} already"
        ),
        false => format!("Did you mean .{meant}.md? Rename it, if it is in {language}"),
    };
    if english_name(code).is_some() {
        hint.push_str(&format!("; or add \"{code}\" to languages in site.toml"));
    }
    Diagnostic::new(Code::LanguageLeftOut, document.top(), message).hint(hint)
}

/// Whether the text of which this would be a translation is there.
fn has_original(site: &Site, translation: &Facts) -> bool {
    let path = SourcePath::new(&format!("content/{}.md", translation.name));
    path.is_some_and(|path| site.facts.contains_key(&path))
}

/// The cause of files that translate into the first language, told once: another one is the first.
fn wrong_first_language(site: &Site) -> Option<Finding> {
    let first = site.default_language();
    let count = site
        .orphans
        .iter()
        .filter(|document| document.language == first && has_original(site, document))
        .count();
    if count <= FEW_ORPHANS {
        return None;
    }
    let used: BTreeSet<&str> =
        site.facts.values().filter(|it| it.is_translation()).map(|it| &*it.language).collect();
    let others = site.config.languages.iter().filter(|code| *code != first);
    let mut unused = others.filter(|code| !used.contains(code.as_str()));
    let other = unused.next().filter(|_| unused.next().is_none());
    let name = english_name(first).unwrap_or(first);
    let message = format!(
        "The site's first language is {name}, but the names of {count} files end in .{first}.md as \
         those of translations do, so their originals are in another language"
    );
    let write = match other {
        Some(other) => format!("Write default_language = \"{other}\" in this file"),
        None => {
            "Write the language of those originals as default_language in this file, and among \
                 its languages"
                .to_owned()
        }
    };
    let hint = format!(
        "{write}; or, if the site does without that language, rename each page.{first}.md to page.md, \
         after page.md itself, with its language in the name"
    );
    let place = Anchor { path: site.config.path.clone(), at: At::Top };
    Some(Diagnostic::new(Code::OrphanTranslation, place, message).hint(hint))
}

/// Whether somebody chose another first language than the one that is listed first.
fn is_chosen(site: &Site) -> bool {
    let file = &site.config.file;
    let first = site.default_language();
    file.default_language.is_some()
        && file.languages.first().is_some_and(|listed| listed.value != first)
}

/// With more files that translate into the first language, this setting is the likely cause.
const FEW_ORPHANS: usize = 2;

/// Texts that are missing in a language, told once for each language that lacks most of them: it is
/// a new one. Later, readers see the original of a text that is not translated yet.
fn untranslated(site: &Site, out: &mut Vec<Finding>) {
    // The right names of these are told, and they need no translation under the wrong ones.
    let misnamed = misnamed_translations::targets(site);
    // Where texts are to be moved to another folder, the one at the head of their list is, too.
    let misplaced = site.facts.values().filter(|document| document.meant.is_some());
    let left: BTreeSet<&str> =
        misplaced.filter_map(|document| Some(document.name.rsplit_once('/')?.0)).collect();
    let is_at_head = |name: &str| name.strip_suffix("/index").is_some_and(|it| left.contains(it));
    let languages: Vec<&String> =
        site.config.file.languages.iter().map(|language| &language.value).collect();
    for (at, code) in languages.into_iter().enumerate() {
        if code == site.default_language() {
            continue;
        }
        let texts = || {
            let all = site.entries.values();
            all.filter(|entry| {
                entry.original.kind.row().is_translatable
                    && entry.original.language != *code
                    // It is to be moved first: then it is counted there, or has no translations.
                    && entry.original.meant.is_none()
                    && !is_at_head(&entry.name)
                    && !misnamed.contains_key(entry.original.path.as_str())
            })
        };
        let missing: Vec<_> =
            texts().filter(|entry| !entry.translations.contains_key(code)).collect();
        let all = texts().count();
        let lacks_all = all >= SOME && missing.len() == all;
        let lacks_most = missing.len() * 2 > all && missing.len() >= FEW;
        if !lacks_all && !lacks_most {
            continue;
        }
        let at = At::Field(u32::try_from(at).unwrap_or(u32::MAX));
        let place = Anchor { path: site.config.path.clone(), at };
        let language = english_name(code).unwrap_or(code);
        let message = format!(
            "{} of {all} texts are not translated into {language} yet; readers see them in the \
             language in which they were written",
            missing.len()
        );
        let mut named: Vec<String> = missing
            .iter()
            .take(NAMED)
            .map(|entry| format!("content/{}.{code}.md", entry.name))
            .collect();
        if missing.len() > NAMED {
            named.push(format!("and so on, {} in all", missing.len()));
        }
        let begin = format!("Write these files: {}", named.join(", "));
        out.push(Diagnostic::new(Code::Untranslated, place, message).hint(begin));
    }
}

/// With fewer missing texts, and some that are there, everybody sees which they are.
const FEW: usize = 10;
/// Texts from which on a list of what is missing helps.
const SOME: usize = 3;
/// Files that are named to begin with.
const NAMED: usize = 5;
