//! Texts in two files; translations: without an original, of what cannot be translated, older than
//! their original.

use std::collections::HashMap;

use crate::base::{Code, Diagnostic, Finding};
use crate::document::Facts;
use crate::site::Site;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    twice(site, out);
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

/// Two files of one text: `guide.md` and `guide.MD`.
fn twice(site: &Site, out: &mut Vec<Finding>) {
    let mut known: HashMap<(&str, Option<&str>), &Facts> = HashMap::new();
    for document in site.facts.values() {
        let language = document.is_translation().then_some(document.language.as_str());
        let Some(first) = known.insert((&document.name, language), document) else { continue };
        let message = format!("This file and {} are the same page", first.path);
        out.push(Diagnostic::new(Code::SameAddress, document.top(), message).hint(
            "Remove one of the two, or give it another name: capitals make no difference in \
                 .md and in the language before it",
        ));
    }
}
