//! What Git tells of the texts of stories: who changed words after a story had come in. Where it does
//! not tell, that is said; nobody is taken for an author, and nobody for somebody else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Site;
use super::entry::Entry;
use super::spelling::same_to_people;
use crate::base::{Date, Hash, SourcePath};

/// The history of the files of stories. It is empty where there is no repository, or only a part of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    /// Of every file that is as it was committed last.
    pub(crate) files: BTreeMap<SourcePath, FileHistory>,
    /// Everybody who ever committed something to a story.
    pub(crate) everybody: BTreeSet<Signature>,
    /// Of all that was read, to see whether something differs.
    pub(crate) hash: Option<Hash>,
}

/// The history of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FileHistory {
    /// The day on which it was written that was committed first, and by whom.
    pub(crate) added: Option<(Date, Vec<Signature>)>,
    /// By whom the words were changed after that: those who signed each change.
    pub(crate) changes: Vec<Vec<Signature>>,
    /// Whether something happened to it that does not tell who changed what.
    pub(crate) is_unclear: bool,
    /// Whether it took the place of a text in another language, which stands elsewhere since.
    pub(crate) is_translation: bool,
}

/// How somebody signs what they commit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Signature {
    pub(crate) name: String,
    pub(crate) mail: String,
}

/// Whose words a story has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    /// Nobody but its authors has changed one since it came in.
    OfTheAuthor,
    /// Somebody else has.
    ChangedByOthers,
    NotKnown,
}

/// What differs from the usual, which is that nobody else has changed a word.
#[derive(Debug, Default)]
pub(crate) struct Changed {
    by_others: BTreeSet<SourcePath>,
    not_known: BTreeSet<SourcePath>,
}

/// How many days stories waited until they were published, of those of which it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Waited {
    /// Shortest first.
    pub(crate) days: Vec<i32>,
    /// Of how many stories it is not known.
    pub(crate) not_known: usize,
}

impl Site {
    /// Whose words a story has, as far as Git tells.
    pub(crate) fn words_of(&self, entry: &Entry) -> Words {
        let path = &entry.original.path;
        if !self.history.files.contains_key(path) || self.changed.not_known.contains(path) {
            Words::NotKnown
        } else if self.changed.by_others.contains(path) {
            Words::ChangedByOthers
        } else {
            Words::OfTheAuthor
        }
    }

    /// How long stories waited. Git tells it only of what an author committed: what somebody writes in
    /// for another may have waited before.
    pub(crate) fn waited(&self) -> Waited {
        let identities = Identities::of(self);
        let mut waited = Waited::default();
        for entry in &self.stories {
            let Some(story) = entry.story() else { continue };
            let of_git = || {
                let (day, signed) = self.history.files.get(&entry.original.path)?.added.as_ref()?;
                let tellers = story.tellers().iter().map(|teller| teller.id.as_str());
                identities.is_one_of(signed, &tellers.collect()).then_some(*day)
            };
            let days = story
                .date
                .zip(story.sent.or_else(of_git))
                .and_then(|(date, sent)| (date >= sent).then(|| (date - sent).get_days()));
            match days {
                Some(days) => waited.days.push(days),
                None => waited.not_known += 1,
            }
        }
        waited.days.sort_unstable();
        waited
    }
}

impl Changed {
    /// Compares who signed changes with who tells the stories.
    pub(super) fn of(site: &Site) -> Changed {
        let mut changed = Changed::default();
        let translations = translations(site);
        let is_plain =
            |it: &FileHistory| it.changes.is_empty() && !it.is_unclear && !it.is_translation;
        if translations.is_empty() && site.history.files.values().all(is_plain) {
            return changed;
        }
        let identities = Identities::of(site);
        let known_to_git: BTreeSet<&str> =
            site.history.everybody.iter().flat_map(|it| identities.who(it)).collect();
        for entry in &site.stories {
            let path = &entry.original.path;
            let Some(history) = site.history.files.get(path) else { continue };
            let is_translation = history.is_translation || translations.contains(path);
            if is_plain(history) && !is_translation {
                continue;
            }
            let tellers = entry.story().map_or(&[][..], |story| story.tellers());
            let tellers: BTreeSet<&str> = tellers.iter().map(|it| it.id.as_str()).collect();
            let by_author = |signed: &Vec<Signature>| identities.is_one_of(signed, &tellers);
            // The words of a translation are those of whoever made it, whatever happens to them.
            let is_own = history.added.as_ref().is_some_and(|(_, signed)| by_author(signed));
            if is_translation && !is_own {
                changed.not_known.insert(path.clone());
                continue;
            }
            let others = history.changes.iter().filter(|signed| !by_author(signed));
            // Where Git does not know the author, a stranger may be them.
            let is_known = tellers.iter().any(|teller| known_to_git.contains(teller));
            let is_colleague = |signed: &Vec<Signature>| {
                !tellers.is_empty() && signed.iter().any(|it| !identities.who(it).is_empty())
            };
            let mut others = others.map(|signed| is_known || is_colleague(signed)).peekable();
            if others.peek().is_some() || history.is_unclear {
                match others.any(|is_other| is_other) {
                    true => changed.by_others.insert(path.clone()),
                    false => changed.not_known.insert(path.clone()),
                };
            }
        }
        changed
    }
}

/// The stories that seem to be translations: each belongs to one that the same people told in another
/// language, and was put in no earlier. A story has no other translation, for it is its author's words.
fn translations(site: &Site) -> BTreeSet<SourcePath> {
    let tellers = |entry: &Entry| {
        let tellers = entry.story().map_or(&[][..], |story| story.tellers());
        tellers.iter().map(|it| it.id.clone()).collect::<BTreeSet<String>>()
    };
    let added = |entry: &Entry| {
        site.history.files.get(&entry.original.path)?.added.as_ref().map(|(day, _)| *day)
    };
    let mut found = BTreeSet::new();
    for entry in &site.stories {
        let related = entry.story().map_or(&[][..], |story| &story.related);
        for other in related.iter().filter_map(|page| site.entry(&page.id)) {
            if other.original.language == entry.original.language
                || tellers(entry).is_empty()
                || tellers(entry) != tellers(other)
            {
                continue;
            }
            let (Some(own), Some(others)) = (added(entry), added(other)) else { continue };
            let later = [(own >= others, entry), (others >= own, other)];
            let later = later.into_iter().filter(|(is_later, _)| *is_later);
            found.extend(later.map(|(_, entry)| entry.original.path.clone()));
        }
    }
    found
}

/// Colleagues by how they sign: by their email address, and by their name.
struct Identities<'a> {
    by_mail: HashMap<String, BTreeSet<&'a str>>,
    by_name: HashMap<String, BTreeSet<&'a str>>,
}

impl<'a> Identities<'a> {
    fn of(site: &'a Site) -> Identities<'a> {
        let mut identities = Identities { by_mail: HashMap::new(), by_name: HashMap::new() };
        for document in site.originals(crate::document::Kind::Person) {
            let Some(person) = document.meta.person() else { continue };
            let mail = person.contact.as_ref().and_then(|contact| contact.mail.as_ref());
            if let Some(mail) = mail {
                identities.by_mail.entry(mail.0.to_lowercase()).or_default().insert(document.id());
            }
            let name = same_to_people(&person.name);
            identities.by_name.entry(name).or_default().insert(document.id());
        }
        identities
    }

    /// Everybody whose signature it may be: by the address, else by the name.
    fn who(&self, signature: &Signature) -> Vec<&'a str> {
        let by_mail = self.by_mail.get(&signature.mail.to_lowercase());
        let found = by_mail.or_else(|| self.by_name.get(&same_to_people(&signature.name)));
        found.into_iter().flatten().copied().collect()
    }

    fn is_one_of(&self, signed: &[Signature], people: &BTreeSet<&str>) -> bool {
        signed.iter().any(|it| self.who(it).iter().any(|id| people.contains(id)))
    }
}
