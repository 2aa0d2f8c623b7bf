//! The workspace takes changes and gives snapshots. It changes; a snapshot never does.

mod coaching;
mod committed;
pub(crate) mod copied;
mod copies;
mod desk;
mod forbidden;
mod moves;
mod named;
mod origins;
mod photos;
mod reading;
mod remaining;
mod report;
mod snapshot;
mod table_file;
mod titles;
mod traces;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Change, Content, Flaw, Role, Source, SourcePath};
use crate::check;
use crate::document::kinds::person::PersonStatus;
use crate::document::{self, Document, Facts, Highlighter, Kind, ParseContext};
use crate::look::Look;
use crate::site::consent::{agreed_to_all, has_withdrawn};
use crate::site::{BuildAudience, BuildOptions, History, Media};
pub(crate) use coaching::HeardStory;
use committed::Committed;
pub(crate) use origins::Origins;
pub use photos::{DevelopedPhoto, Photo};
use reading::Reading;
pub use snapshot::Snapshot;
pub(crate) use traces::Difference;

/// What becomes of the texts of documents when they are parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Texts {
    /// They are kept, for reports, for later changes of the settings, and to see where texts moved.
    Kept,
    /// They are dropped: a third less memory.
    Dropped,
}

/// The project as it is now. Nothing else in the pure part of the program changes.
pub struct Workspace {
    options: BuildOptions,
    highlighter: Highlighter,
    texts: Texts,
    look_files: BTreeMap<SourcePath, Content>,
    reading: Arc<Reading>,
    committed: Committed,
    /// What was given last: the next one takes from it what is still true.
    last: Option<Arc<Snapshot>>,
}

impl Workspace {
    /// An empty project that will be edited.
    pub fn new(options: BuildOptions) -> Workspace {
        Workspace::with(options, Texts::Kept)
    }

    /// An empty project that is given all of its files at once, with their settings. Its snapshots
    /// do not know the texts of documents: a report reads these files again.
    pub(crate) fn to_open_once(options: BuildOptions) -> Workspace {
        Workspace::with(options, Texts::Dropped)
    }

    fn with(options: BuildOptions, texts: Texts) -> Workspace {
        Workspace {
            texts,
            options,
            committed: Committed::default(),
            highlighter: Highlighter::new(),
            look_files: BTreeMap::new(),
            reading: Arc::new(Reading::nothing()),
            last: None,
        }
    }

    /// Takes changes and says what the project is now. What depends on what a change touched is
    /// made anew.
    pub fn apply(&mut self, changes: Vec<Change>) -> Arc<Snapshot> {
        // Of several changes of one file, only the last is still true.
        let changes: BTreeMap<SourcePath, Content> =
            changes.into_iter().map(|change| (change.path, change.content)).collect();
        let roles: BTreeSet<Role> = changes.keys().map(Role::of).collect();
        let mut texts = Taken::default();
        for (path, content) in changes {
            self.take(path, content, &mut texts);
        }
        let Taken { mut texts, unusable } = texts;
        let reading = Arc::make_mut(&mut self.reading);
        if roles.contains(&Role::Config) && reading.read_config() {
            debug_assert!(self.texts == Texts::Kept || reading.documents.is_empty());
            let all = reading.texts.iter();
            let all = all.map(|(path, text)| Source::new(path.clone(), text.clone()));
            let fresh: BTreeSet<SourcePath> = texts.iter().map(|text| text.path.clone()).collect();
            texts.extend(all.filter(|source| !fresh.contains(&source.path)).collect::<Vec<_>>());
        }
        if roles.contains(&Role::Config) || roles.contains(&Role::Programme) {
            reading.read_programme();
        }
        if roles.contains(&Role::Config) {
            reading.read_quarters();
        }
        if [Role::Config, Role::BrandStops, Role::Jobs].iter().any(|role| roles.contains(role)) {
            reading.read_tables();
        }
        let is_other = roles.contains(&Role::Config) || roles.contains(&Role::Look);
        if reading.look.is_none() || is_other {
            let last = reading.look.take();
            let (config, languages) = (&reading.config, &reading.languages);
            let (look, wrong) = Look::new(config, languages, &self.look_files, last.as_deref());
            (reading.look, reading.look_wrong) = (Some(Arc::new(look)), wrong);
        }
        self.parse(texts, &unusable);
        self.give()
    }

    /// Takes what the pixels of photos tell, and says what the project is now: their tones, those
    /// that cannot be shown, and those that are copies of what readers may not see.
    pub fn develop(&mut self, developed: Vec<DevelopedPhoto>) -> Arc<Snapshot> {
        let last = self.last.clone();
        let reading = Arc::make_mut(&mut self.reading);
        let tones = Arc::make_mut(&mut reading.tones);
        let pixels = Arc::make_mut(&mut reading.pixels);
        let is_unseen = |path: &SourcePath| {
            last.as_ref().is_some_and(|last| last.site().unseen.contains_key(path))
        };
        for DevelopedPhoto { path, source, seen } in developed {
            match seen {
                Ok(facts) => {
                    tones.insert(source, facts.tone);
                    pixels.insert(source, facts.pixels);
                }
                // The file was replaced or removed since: this result is about the old photo.
                Err(_) if reading.media.get(&path).copied().map(Media::hash) != Some(source) => {}
                // A picture that readers cannot see must not stop the site from being published.
                Err(Flaw::BadPicture(_)) if is_unseen(&path) => _ = reading.blind.insert(source),
                Err(_) if is_unseen(&path) => {}
                Err(flaw) => {
                    Arc::make_mut(&mut reading.media).remove(&path);
                    let diagnostic = check::flaws::diagnostic(&path, &flaw);
                    reading.flaws.insert(path, diagnostic);
                }
            }
        }
        self.give()
    }

    /// Takes what Git tells of the texts of stories, before the files themselves are given.
    pub(crate) fn know(&mut self, history: History) {
        Arc::make_mut(&mut self.reading).history = Arc::new(history);
    }

    /// Sets other build options, such as the day that counts as today, and returns the snapshot
    /// that they make.
    pub fn set_options(&mut self, options: BuildOptions) -> Arc<Snapshot> {
        self.options = options;
        self.give()
    }

    fn give(&mut self) -> Arc<Snapshot> {
        let last = self.last.take();
        let (reading, files) = (self.reading.clone(), self.look_files.len());
        let next = Snapshot::new(reading, self.options.clone(), files, last.as_deref());
        let next = Arc::new(next);
        self.last = Some(next.clone());
        next
    }

    fn take(&mut self, path: SourcePath, content: Content, taken: &mut Taken) {
        let reading = Arc::make_mut(&mut self.reading);
        let role = Role::of(&path);
        let content = match content {
            // A document keeps it: places in its file are counted as on the disk.
            Content::Text(text) if role != Role::Document => {
                Content::Text(Source::without_mark(&text))
            }
            other => other,
        };
        if role == Role::Document {
            self.committed.compare(&mut reading.history, &path, &content);
        }
        reading.flaws.remove(&path);
        reading.missing.remove(&path);
        if reading.garbled.contains_key(&path) {
            Arc::make_mut(&mut reading.garbled).remove(&path);
        }
        if let Content::Flawed(flaw) = &content {
            reading.flaws.insert(path.clone(), check::flaws::diagnostic(&path, flaw));
            let missing = check::flaws::missing_for(flaw);
            reading.missing.extend(missing.map(|missing| (path.clone(), missing)));
            if let Flaw::NotUtf8 { text, .. } | Flaw::Conflict { text, .. } = flaw {
                Arc::make_mut(&mut reading.garbled).insert(path.clone(), text.clone());
            }
        }
        let text = match &content {
            Content::Text(text) => Some(Source::new(path.clone(), text.clone())),
            _ => None,
        };
        match role {
            Role::Config => reading.config_source = text,
            Role::Programme => reading.programme_source = text,
            Role::Coach => reading.take_coach(text),
            Role::Quarter => reading.take_quarter(&path, text),
            Role::BrandStops => reading.stops.source = text,
            Role::Jobs => reading.jobs.source = text,
            Role::Document => match text {
                Some(source) => taken.texts.push(source),
                None => {
                    reading.remove(&path);
                    taken.unusable.extend(unusable(path, &content));
                }
            },
            Role::Asset => match Media::of(&content) {
                Some(medium) => {
                    Arc::make_mut(&mut reading.media).insert(path, medium);
                }
                None if reading.media.contains_key(&path) => {
                    Arc::make_mut(&mut reading.media).remove(&path);
                }
                None => {}
            },
            Role::Look => match content {
                Content::Gone | Content::Flawed(_) => {
                    self.look_files.remove(&path);
                }
                content => {
                    self.look_files.insert(path, content);
                }
            },
            Role::Other => {}
        }
    }

    /// Parses texts and takes them in.
    fn parse(&mut self, texts: Vec<Source>, unusable: &[Source]) {
        let reading = Arc::make_mut(&mut self.reading);
        let context = ParseContext::new(&reading.config.languages, &self.highlighter)
            .in_zone(reading.config.file.time_zone.as_ref());
        let parse = |source: Source| (document::parse(&source, context), source.text);
        let is_person = |source: &Source| source.path.as_str().starts_with(Kind::Person.folder());
        let (people, texts): (Vec<Source>, Vec<Source>) = texts.into_iter().partition(is_person);
        let people: Vec<(Document, Arc<str>)> = people.into_par_iter().map(parse).collect();
        // Where a name may remain that readers may not see, all texts are looked through for it.
        // So they are for words that the site forbids.
        let is_kept = self.texts == Texts::Kept
            || !reading.config.forbidden().is_empty()
            || people.iter().any(|(it, _)| may_remain(&it.facts, &self.options));
        let keep = |(parsed, text): (Document, Arc<str>)| {
            let text = (is_kept || leaves_somebody_unnamed(&parsed.facts)).then_some(text);
            (parsed, text)
        };
        let parsed: Vec<(Document, Option<Arc<str>>)> =
            texts.into_par_iter().map(parse).map(keep).collect();
        let people = people.into_iter().map(keep);
        let unusable = unusable.iter().map(|it| (document::unusable(it, context), None));
        let unusable: Vec<(Document, Option<Arc<str>>)> = unusable.collect();
        let all = people.chain(parsed).chain(unusable);
        all.for_each(|(document, text)| reading.insert(document, text));
    }
}

/// Texts that changes bring.
#[derive(Default)]
struct Taken {
    texts: Vec<Source>,
    /// Files of people and stories that cannot be used, with what of them can be read.
    unusable: Vec<Source>,
}

/// What can be read of the file of a person or a story that cannot be used: until it is mended, nobody
/// knows whether they still agree to be named, or who said no to a picture.
fn unusable(path: SourcePath, content: &Content) -> Option<Source> {
    let Content::Flawed(flaw) = content else { return None };
    let text = match flaw {
        // The mark of another encoding stands before the first letter.
        Flaw::NotUtf8 { text, .. } => {
            text.trim_start_matches(char::REPLACEMENT_CHARACTER).to_owned()
        }
        // What both versions say.
        Flaw::Conflict { text, .. } => {
            let is_mark = |line: &&str| {
                ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|it| line.starts_with(it))
            };
            text.split_inclusive('\n').filter(|line| !is_mark(line)).collect()
        }
        Flaw::Unreadable(_)
        | Flaw::TooLarge { .. }
        | Flaw::LeavesTree
        | Flaw::StrangeLink
        | Flaw::BadLink
        | Flaw::OtherKind { .. } => String::new(),
        _ => return None,
    };
    matches!(Kind::of(&path), Kind::Person | Kind::Story).then(|| Source::new(path, text))
}

/// Whether parts of this person's name may be read in texts, though readers may not see it, or a
/// number at which nobody is to call them.
fn may_remain(facts: &Facts, options: &BuildOptions) -> bool {
    facts.meta.person().is_some_and(|person| {
        let is_one_word = person.name.split_whitespace().count() == 1;
        has_withdrawn(person, options)
            || (person.contact.is_some()
                && matches!(person.status, Some(PersonStatus::Former | PersonStatus::Paused)))
            || (is_one_word
                && options.audience == BuildAudience::Public
                && !agreed_to_all(person, options))
    })
}

/// Whether a story says of a colleague that it does not name them: its text is looked through.
fn leaves_somebody_unnamed(facts: &Facts) -> bool {
    facts.meta.story().is_some_and(|story| story.unnamed().next().is_some())
}

#[cfg(test)]
mod tests;
