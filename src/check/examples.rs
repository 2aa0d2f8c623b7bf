//! Examples in hints: names of this site's own people, themes and pages in place of those of the
//! example handbook, which somebody may otherwise copy and be told that they do not exist. Only
//! remedies that the program made of its own words are changed (`Note::Example`).

use std::cell::OnceCell;

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

/// The same for paths of pages.
const PAGES: [(&str, Kind); 2] = [("faq/bad-spelling", Kind::Faq), ("permission", Kind::Page)];

/// This site's own names for those of examples: each is looked for once, when it is first needed.
pub(crate) struct Examples<'a> {
    facts: &'a AllFacts,
    names: [OnceCell<Option<&'a str>>; NAMES.len()],
    pages: [OnceCell<Option<&'a str>>; PAGES.len()],
    links: [OnceCell<Vec<&'a Facts>>; PAGES.len()],
}

impl<'a> Examples<'a> {
    pub(crate) fn new(facts: &'a AllFacts) -> Examples<'a> {
        let (names, pages, links) = Default::default();
        Examples { facts, names, pages, links }
    }

    /// Puts names of this site into the examples of a diagnostic.
    pub(crate) fn make_own(&self, diagnostic: &mut Diagnostic) {
        for note in &mut diagnostic.notes {
            let Note::Example(words) = note else { continue };
            for (at, (name, _)) in NAMES.iter().enumerate() {
                if words.contains(name)
                    && let Some(own) = self.name(at)
                {
                    *words = words.replace(name, own);
                }
            }
            for (at, (name, _)) in PAGES.iter().enumerate() {
                let link = format!("../{name}.md");
                if words.contains(&link) {
                    if let Some(own) = self.link(at, &diagnostic.span.path) {
                        *words = words.replace(&link, &own);
                    }
                } else if words.contains(name)
                    && let Some(own) = self.page(at)
                {
                    *words = words.replace(name, own);
                }
            }
        }
    }

    /// No draft: whoever copies the example would name what readers do not see.
    fn originals(&self) -> impl Iterator<Item = &'a Facts> {
        let is_example = |it: &&Facts| !it.is_translation() && !it.meta.common().is_draft();
        self.facts.values().map(|it| &**it).filter(is_example)
    }

    /// The name of this site in place of one of `NAMES`, unless the site has that name itself.
    fn name(&self, at: usize) -> Option<&'a str> {
        let (name, kind) = NAMES[at];
        let of_kind = || self.originals().filter(|it| it.kind == kind).map(Facts::id);
        *self.names[at].get_or_init(|| of_kind().min().filter(|_| of_kind().all(|it| it != name)))
    }

    /// The same in place of one of `PAGES`.
    fn page(&self, at: usize) -> Option<&'a str> {
        let (name, kind) = PAGES[at];
        *self.pages[at].get_or_init(|| {
            let alike = self.originals().filter(|it| is_like(it, kind)).map(|it| &*it.name);
            // `draft.md` in an example would seem to ask for one.
            let best = alike.min_by_key(|name| (is_word_of_states(name), *name));
            best.filter(|_| self.originals().all(|it| it.name != name))
        })
    }

    /// A link to a text, from the file `from` in which it is written. Any text will do: the one of
    /// that name, or one of the same kind whose path needs no signs around it; and the file that is
    /// wrong itself only if there is no other.
    fn link(&self, at: usize, from: &SourcePath) -> Option<String> {
        let (name, kind) = PAGES[at];
        let best = self.links[at].get_or_init(|| {
            let key = |it: &&Facts| {
                (it.name != name, !is_like(it, kind), it.name.contains([' ', '(', ')']))
            };
            let first = self.originals().min_by_key(key);
            let is_another = |it: &&Facts| first.is_some_and(|first| first.path != it.path);
            let second = self.originals().filter(is_another).min_by_key(key);
            first.into_iter().chain(second).collect()
        });
        let is_right = |it: &&&Facts| it.name == name || it.path != *from;
        let own = best.iter().find(is_right).or(best.first())?;
        Some(as_destination(relative(from.as_str(), own.path.as_str())))
    }
}

/// Whether the name of a file is what one calls a text that is not ready.
fn is_word_of_states(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    ["draft", "test", "index", "untitled", "new", "old", "readme"]
        .iter()
        .any(|word| last.to_lowercase().starts_with(word))
}

/// Whether an example may name this text in place of one of the kind.
fn is_like(text: &Facts, kind: Kind) -> bool {
    text.kind == kind || text.kind == Kind::Page
}
