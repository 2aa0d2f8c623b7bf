//! Examples in hints: names of this site's own people, themes and pages in place of those of the
//! example handbook, which somebody may otherwise copy and be told that they do not exist.

use crate::base::{Diagnostic, Note};
use crate::document::Kind;
use crate::site::AllFacts;

/// Names in the examples of fields, and the kind of text that each is a name of.
const NAMES: [(&str, Kind); 5] = [
    ("jonas-holm", Kind::Person),
    ("anna-bech", Kind::Person),
    ("night-shift", Kind::Theme),
    ("harbour-days-2026", Kind::Opportunity),
    ("harbour-days-2027", Kind::Opportunity),
];

/// Puts names of this site into the hints of a diagnostic.
pub(crate) fn made_own(diagnostic: &mut Diagnostic, facts: &AllFacts) {
    for note in &mut diagnostic.notes {
        let Note::Hint(hint) = note else { continue };
        for (name, kind) in NAMES {
            if !hint.contains(name) {
                continue;
            }
            let of_kind = || facts.values().filter(|it| it.kind == kind && !it.is_translation());
            if of_kind().any(|it| it.id() == name) {
                continue;
            }
            if let Some(own) = of_kind().map(|it| it.id()).min() {
                *hint = hint.replace(name, own);
            }
        }
        own_page(hint, facts);
    }
}

/// The same for paths of pages.
fn own_page(hint: &mut String, facts: &AllFacts) {
    for (name, kind) in [("faq/bad-spelling", Kind::Faq), ("permission", Kind::Page)] {
        // The name of a file to begin with is no example.
        let is_example = hint.contains(name) && !hint.contains("Begin with");
        if !is_example || facts.values().any(|it| it.name == name) {
            continue;
        }
        let pages = facts.values().filter(|it| !it.is_translation());
        let names = pages.filter(|it| it.kind == kind || it.kind == Kind::Page);
        if let Some(own) = names.map(|it| it.name.as_str()).min() {
            *hint = hint.replace(name, own);
        }
    }
}
