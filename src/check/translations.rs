//! Texts in two files; translations: without an original, of what cannot be translated, older than
//! their original.

use crate::base::{Anchor, At, Code, Diagnostic, Finding};
use crate::data::languages::english_name;
use crate::site::Site;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    left_out(site, out);
    untranslated(site, out);
    for document in &site.orphans {
        let name = &document.name;
        let path = format!("content/{name}.md");
        if site.is_flawed(name) {
            continue;
        }
        let itself = document.language == site.default_language();
        let message = match itself {
            true => format!(
                "The name of this file must not contain “.{}”, which is the site's first language",
                document.language
            ),
            false => format!("This is a translation of {path}, which does not exist"),
        };
        let hint = match itself {
            true => format!("Rename the file to {path}"),
            false => format!("Write {path} first, or rename this file to that"),
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
                out.push(Diagnostic::new(Code::TranslatedStory, document.top(), message).hint(
                    format!(
                        "Remove the file; or, if it is a story of its own, rename it without \
                         .{language} and add a line lang: {language}"
                    ),
                ));
            } else if entry.is_outdated(language) {
                out.push(
                    Diagnostic::new(
                        Code::OutdatedTranslation,
                        document.top(),
                        "This translation is older than the last review of its original; readers \
                         see a notice",
                    )
                    .hint("Bring it up to date, and write today's date under translated:"),
                );
            }
        }
    }
}

/// Files in a language that was taken out of `languages`, or never was there.
fn left_out(site: &Site, out: &mut Vec<Finding>) {
    let languages = Anchor { path: site.config.path.clone(), at: At::Top };
    for document in &site.left_out {
        let code = document.language.as_str();
        let count = site.left_out.iter().filter(|other| other.language == code).count();
        let message = format!(
            "This file is in {}, but “{code}” is not among the languages of this site, so it is left \
             out",
            english_name(code).unwrap_or(code)
        );
        let files = match count {
            1 => format!("rename or remove the file whose name ends in .{code}.md"),
            _ => format!("remove the {count} files whose names end in .{code}.md"),
        };
        out.push(
            Diagnostic::new(Code::LanguageLeftOut, document.top(), message)
                .hint(format!("Add \"{code}\" to languages in site.toml; or {files}"))
                .place(languages.clone(), "the languages of this site"),
        );
    }
}

/// Texts that are missing in a language, told once for each language that lacks most of them: it is
/// a new one. Later, readers see the original of a text that is not translated yet.
fn untranslated(site: &Site, out: &mut Vec<Finding>) {
    let languages: Vec<&String> =
        site.config.file.languages.iter().map(|language| &language.value).collect();
    for (at, code) in languages.into_iter().enumerate() {
        if code == site.default_language() {
            continue;
        }
        let texts = || {
            let all = site.entries.values();
            all.filter(|entry| {
                entry.original.kind.row().is_translatable && entry.original.language != *code
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
