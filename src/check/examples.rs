//! Examples in hints: names of this site's own people, themes and pages in place of those of the
//! example handbook, which somebody may otherwise copy and be told that they do not exist. Only
//! remedies that the program made of its own words are changed (`Note::Example`).

use std::cell::OnceCell;

use crate::base::{Diagnostic, Note, SourcePath};
use crate::config::Programme;
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

/// The same for what `content/programme.toml` names.
const OF_PROGRAMME: [(&str, OfProgramme); 6] = [
    ("workshop", OfProgramme::Team),
    ("Esbjerg", OfProgramme::Place),
    ("people-find-us", OfProgramme::Goal),
    ("learn-from-each-other", OfProgramme::Goal),
    ("story_helper", OfProgramme::Role),
    ("Aarhus", OfProgramme::Place),
];

#[derive(Clone, Copy)]
enum OfProgramme {
    Team,
    Place,
    Goal,
    Role,
}

impl OfProgramme {
    /// The remedy where the site has none of them.
    fn instead(self) -> &'static str {
        match self {
            OfProgramme::Team => {
                "Write the name of a team of content/programme.toml; or remove the line"
            }
            OfProgramme::Place => "Write the name of a town",
            OfProgramme::Goal => {
                "Write the name of a goal of content/programme.toml; or remove the line"
            }
            OfProgramme::Role => {
                "Write the name of a role of content/programme.toml; or remove the line"
            }
        }
    }
}

/// Words of examples about a colleague whom only the example has.
const SENTENCES: [(&str, &str); 1] = [("Mette saved me", "a colleague saved me")];

/// The same for paths of pages.
const PAGES: [(&str, Kind); 2] = [("faq/bad-spelling", Kind::Faq), ("permission", Kind::Page)];

/// This site's own names for those of examples: each is looked for once, when it is first needed.
pub(crate) struct Examples<'a> {
    facts: &'a AllFacts,
    programme: &'a Programme,
    names: [OnceCell<Option<&'a str>>; NAMES.len()],
    pages: [OnceCell<Option<&'a str>>; PAGES.len()],
    links: [OnceCell<Vec<&'a Facts>>; PAGES.len()],
}

impl<'a> Examples<'a> {
    pub(crate) fn new(facts: &'a AllFacts, programme: &'a Programme) -> Examples<'a> {
        let (names, pages, links) = Default::default();
        Examples { facts, programme, names, pages, links }
    }

    /// Puts names of this site into the examples of a diagnostic.
    pub(crate) fn make_own(&self, diagnostic: &mut Diagnostic) {
        for note in &mut diagnostic.notes {
            let Note::Example(words) = note else { continue };
            for (said, own) in SENTENCES {
                if words.contains(said) {
                    *words = words.replace(said, own);
                }
            }
            for (at, (name, kind)) in NAMES.iter().enumerate() {
                if self.originals().all(|it| it.kind != *kind) && is_alone(words, name) {
                    *words = instead_of_name(kind.row().folder);
                }
                if words.contains(name)
                    && let Some(own) = self.name(at)
                {
                    *words = words.replace(name, own);
                }
            }
            for (name, of) in OF_PROGRAMME {
                if self.has_none(of) && is_alone(words, name) {
                    *words = of.instead().to_owned();
                }
                if is_word_in(words, name)
                    && let Some(own) = self.of_programme(name, of)
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

    /// The first of this kind in the programme, unless it has the name of the example itself.
    fn of_programme(&self, name: &str, of: OfProgramme) -> Option<&'a str> {
        let ids = self.all_of_programme(of);
        let first = ids.iter().copied().find(|id| !id.is_empty())?;
        (!ids.contains(&name)).then_some(first)
    }

    fn has_none(&self, of: OfProgramme) -> bool {
        self.all_of_programme(of).is_empty()
    }

    fn all_of_programme(&self, of: OfProgramme) -> Vec<&'a str> {
        let programme = self.programme;
        match of {
            OfProgramme::Team => programme.teams.iter().map(|it| &*it.id.value).collect(),
            OfProgramme::Goal => programme.goals.iter().map(|it| &*it.id.value).collect(),
            OfProgramme::Role => programme.roles.iter().map(|it| &*it.id.value).collect(),
            OfProgramme::Place => self.places(),
        }
    }

    /// The places of the programme by their names, or else those where colleagues are.
    fn places(&self) -> Vec<&'a str> {
        let named = self.programme.places.iter();
        let named: Vec<&str> = named.flat_map(|it| it.name.all().next()).collect();
        if !named.is_empty() {
            return named;
        }
        let people = self.originals().filter_map(|it| it.meta.person());
        people.filter_map(|it| Some(&*it.location.as_ref()?.value)).collect()
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

/// Whether a hint is nothing but this example.
fn is_alone(words: &str, name: &str) -> bool {
    words.strip_prefix("For example: ") == Some(name)
}

/// The remedy where the site has no text of a kind, with the folder where such texts are.
fn instead_of_name(folder: &str) -> String {
    format!("Write the name of a file in {folder}, without its ending; or remove the line")
}

/// Whether a word stands in a hint as the name of something, not within another word.
fn is_word_in(words: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    words.match_indices(name).any(|(at, _)| {
        let before = words[..at].chars().next_back();
        let behind = words[at + name.len()..].chars().next();
        !before.is_some_and(is_part) && !behind.is_some_and(is_part)
    })
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
