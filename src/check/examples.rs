//! Examples in hints: names of this site's own people, themes and pages in place of those of the
//! example handbook, which somebody may otherwise copy and be told that they do not exist.

use crate::base::{Diagnostic, Note, SourcePath};
use crate::document::{Facts, Kind};
use crate::site::AllFacts;
use crate::site::links::{as_destination, relative};

/// Names in the examples of fields, and the kind of text that each is a name of.
const NAMES: [(&str, Kind); 10] = [
    ("jonas-holm", Kind::Person),
    ("anna-bech", Kind::Person),
    ("mette-krogh", Kind::Person),
    ("emil-nygaard", Kind::Person),
    ("karen-molgaard", Kind::Person),
    ("mariam-lund", Kind::Person),
    ("things-that-broke", Kind::Theme),
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
        own_page(hint, &diagnostic.span.path, facts);
    }
}

/// The same for paths of pages. A link leads from the file `from`, in which it is written.
fn own_page(hint: &mut String, from: &SourcePath, facts: &AllFacts) {
    for (name, kind) in [("faq/bad-spelling", Kind::Faq), ("permission", Kind::Page)] {
        // The name of a file to begin with is no example.
        if !hint.contains(name) || hint.contains("Begin with") {
            continue;
        }
        let originals = || facts.values().map(|it| &**it).filter(|it| !it.is_translation());
        let is_like = |it: &Facts| it.kind == kind || it.kind == Kind::Page;
        let link = format!("../{name}.md");
        if hint.contains(&link) {
            // Any text will do: one of the same kind, whose path needs no signs around it, and the
            // file that is wrong itself only if there is no other.
            let key = |it: &&Facts| {
                let is_odd = it.name.contains([' ', '(', ')']);
                (it.name != name, it.path == *from, !is_like(it), is_odd, it.name.clone())
            };
            if let Some(own) = originals().min_by_key(key) {
                let own = relative(from.as_str(), own.path.as_str());
                *hint = hint.replace(&link, &as_destination(own));
            }
        } else if originals().all(|it| it.name != name)
            && let Some(own) = originals().filter(|it| is_like(it)).map(|it| &it.name).min()
        {
            *hint = hint.replace(name, own);
        }
    }
}
