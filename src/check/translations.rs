//! Translations: without an original, of what cannot be translated, older than their original.

use crate::base::{Code, Diagnostic, Finding};
use crate::site::Site;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for document in &site.orphans {
        let name = &document.name;
        let path = format!("content/{name}.md");
        let itself = document.language == site.default_language();
        let message = match itself {
            true => format!(
                "“{}” is the site's first language, which needs no ending",
                document.language
            ),
            false => format!("This translates {path}, which does not exist"),
        };
        let hint = match itself {
            true => format!("Call the file {path}"),
            false => format!("Write {path} first, or call this file by that name"),
        };
        out.push(Diagnostic::new(Code::OrphanTranslation, document.top(), message).hint(hint));
    }
    for entry in site.entries.values() {
        for (language, document) in &entry.translations {
            if !entry.original.kind.row().is_translatable {
                out.push(
                    Diagnostic::new(
                        Code::TranslatedStory,
                        document.top(),
                        "What a person tells stands in that person's own language only",
                    )
                    .hint(format!("Make it a text of its own, with a line lang: {language}")),
                );
            } else if entry.is_outdated(language) {
                out.push(
                    Diagnostic::new(
                        Code::OutdatedTranslation,
                        document.top(),
                        "The original was reviewed after this translation; readers are told so",
                    )
                    .hint("Bring it up to date and set translated: to today"),
                );
            }
        }
    }
}
