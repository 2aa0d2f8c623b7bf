//! What changes, and what does not: a workspace is handed changes and gives snapshots.

mod moves;
mod origins;
mod photos;
mod reading;
mod snapshot;
mod traces;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Change, Content, Flaw, Role, Source, SourcePath};
use crate::check;
use crate::document::{self, Document, Highlighter, Setting};
use crate::look::Look;
use crate::site::words::only_words_differ;
use crate::site::{Media, Settings};
pub(crate) use origins::Origins;
pub use photos::{Outcome, Photo};
use reading::Reading;
pub use snapshot::Snapshot;
pub(crate) use traces::Difference;

/// The project as it is now. The only thing of the house that changes.
pub struct Workspace {
    settings: Settings,
    highlighter: Highlighter,
    look_files: BTreeMap<SourcePath, Content>,
    reading: Arc<Reading>,
    /// What was given last: where only words differ, the rest of it is still true.
    last: Option<Arc<Snapshot>>,
}

impl Workspace {
    /// An empty project.
    pub fn new(settings: Settings) -> Workspace {
        Workspace {
            settings,
            highlighter: Highlighter::new(),
            look_files: BTreeMap::new(),
            reading: Arc::new(Reading::nothing()),
            last: None,
        }
    }

    /// Takes changes and says what the project is now. What depends on what a change touched is
    /// made anew; the site is made whole, but where only words of texts differ.
    pub fn apply(&mut self, changes: Vec<Change>) -> Arc<Snapshot> {
        // Of several changes of one file, only the last is still true.
        let changes: BTreeMap<SourcePath, Content> =
            changes.into_iter().map(|change| (change.path, change.content)).collect();
        let roles: BTreeSet<Role> = changes.keys().map(Role::of).collect();
        let count = changes.len();
        let mut texts = vec![];
        for (path, content) in changes {
            self.take(path, content, &mut texts);
        }
        let all_are_texts = texts.len() == count;
        let reading = Arc::make_mut(&mut self.reading);
        if roles.contains(&Role::Config) && reading.read_config() {
            let all = reading.documents.values().map(|document| document.source.clone());
            let fresh: BTreeSet<SourcePath> = texts.iter().map(|text| text.path.clone()).collect();
            texts.extend(all.filter(|source| !fresh.contains(&source.path)).collect::<Vec<_>>());
        }
        if roles.contains(&Role::Config) || roles.contains(&Role::Programme) {
            reading.read_programme();
        }
        let is_other = roles.contains(&Role::Config) || roles.contains(&Role::Look);
        if reading.look.is_none() || is_other {
            let last = reading.look.take();
            let (config, languages) = (&reading.config, &reading.languages);
            let (look, wrong) = Look::new(config, languages, &self.look_files, last.as_deref());
            (reading.look, reading.look_wrong) = (Some(Arc::new(look)), wrong);
        }
        let exchanged = self.parse(texts);
        let last = self.last.take();
        let kept = last.and_then(|last| match () {
            () if all_are_texts => self.reworded(&last, &exchanged),
            () if roles.iter().all(|role| *role == Role::Look) => self.relooked(&last),
            () => None,
        });
        self.give(kept.unwrap_or_else(|| self.whole()))
    }

    /// Takes what the pixels of photos tell, and says what the project is now: their tones, those
    /// that cannot be shown, and those that are copies of what readers may not see.
    pub fn develop(&mut self, outcomes: Vec<Outcome>) -> Arc<Snapshot> {
        // Without files, no photo is one of them.
        let last = self.last.take();
        let mut broken = false;
        let reading = Arc::make_mut(&mut self.reading);
        let tones = Arc::make_mut(&mut reading.tones);
        let pixels = Arc::make_mut(&mut reading.pixels);
        let is_unseen = |path: &SourcePath| {
            last.as_ref().is_some_and(|last| last.site().unseen.contains_key(path))
        };
        for Outcome { path, source, seen } in outcomes {
            match seen {
                Ok(facts) => {
                    tones.insert(source, facts.tone);
                    pixels.insert(source, facts.pixels);
                }
                // Another photo lies there by now, or none: of that one, nothing is known.
                Err(_) if reading.media.get(&path).copied().map(Media::hash) != Some(source) => {}
                // What is not shown must not stand in the way of what is.
                Err(Flaw::BadPicture(_)) if is_unseen(&path) => _ = reading.blind.insert(source),
                Err(_) if is_unseen(&path) => {}
                Err(flaw) => {
                    broken = true;
                    Arc::make_mut(&mut reading.media).remove(&path);
                    let diagnostic = check::flaws::diagnostic(&path, &flaw);
                    reading.flaws.insert(path, diagnostic);
                }
            }
        }
        let last = last.filter(|last| !broken && last.site().still_hides(&self.reading.pixels));
        let toned = last.map(|last| last.with_tones(self.reading.clone()));
        self.give(toned.unwrap_or_else(|| self.whole()))
    }

    /// Another day counts as today: says what the project is then.
    pub fn turn(&mut self, settings: Settings) -> Arc<Snapshot> {
        self.settings = settings;
        self.give(self.whole())
    }

    fn give(&mut self, snapshot: Snapshot) -> Arc<Snapshot> {
        let snapshot = Arc::new(snapshot);
        self.last = Some(snapshot.clone());
        snapshot
    }

    fn whole(&self) -> Snapshot {
        let files = self.look_files.len();
        Snapshot::of(self.reading.clone(), self.settings.clone(), files)
    }

    fn take(&mut self, path: SourcePath, content: Content, texts: &mut Vec<Source>) {
        let reading = Arc::make_mut(&mut self.reading);
        reading.flaws.remove(&path);
        if reading.garbled.contains_key(&path) {
            Arc::make_mut(&mut reading.garbled).remove(&path);
        }
        if let Content::Flawed(flaw) = &content {
            reading.flaws.insert(path.clone(), check::flaws::diagnostic(&path, flaw));
            if let Flaw::NotUtf8 { text, .. } = flaw {
                Arc::make_mut(&mut reading.garbled).insert(path.clone(), text.clone());
            }
        }
        let text = match &content {
            Content::Text(text) => Some(Source::new(path.clone(), text.clone())),
            _ => None,
        };
        match Role::of(&path) {
            Role::Config => reading.config_source = text,
            Role::Programme => reading.programme_source = text,
            Role::Document => match text {
                Some(source) => texts.push(source),
                None => {
                    Arc::make_mut(&mut reading.documents).remove(&path);
                }
            },
            Role::Asset => match Media::of(&content) {
                Some(medium) => {
                    Arc::make_mut(&mut reading.media).insert(path, medium);
                }
                None => {
                    Arc::make_mut(&mut reading.media).remove(&path);
                }
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

    /// Parses texts and takes them in, each with what was there before.
    fn parse(&mut self, texts: Vec<Source>) -> Vec<Exchanged> {
        if texts.is_empty() {
            return vec![];
        }
        let reading = Arc::make_mut(&mut self.reading);
        let setting =
            Setting { languages: &reading.config.languages, highlighter: &self.highlighter };
        let parsed: Vec<Arc<Document>> = texts
            .into_par_iter()
            .map(|source| Arc::new(document::parse(source, setting)))
            .collect();
        let documents = Arc::make_mut(&mut reading.documents);
        let exchange = |new: Arc<Document>| Exchanged {
            old: documents.insert(new.path().clone(), new.clone()),
            new,
        };
        parsed.into_iter().map(exchange).collect()
    }

    /// The snapshot as `whole` would make it, if the texts differ from those of `last` in their
    /// words only.
    fn reworded(&self, last: &Snapshot, exchanged: &[Exchanged]) -> Option<Snapshot> {
        let is_same =
            |it: &Exchanged| it.old.as_ref().is_some_and(|old| only_words_differ(old, &it.new));
        let changed: Vec<_> = exchanged.iter().map(|exchanged| exchanged.new.clone()).collect();
        let is_true = exchanged.iter().all(is_same) && last.still_points(exchanged);
        (is_true && self.reading.is_configured())
            .then(|| last.reworded(self.reading.clone(), &changed))
    }

    /// The snapshot as `whole` would make it, where only files of looks differ from those of `last`,
    /// and the same files can be used.
    fn relooked(&self, last: &Snapshot) -> Option<Snapshot> {
        let is_true = last.site().flawed.iter().eq(self.reading.flaws.keys());
        (is_true && self.reading.is_configured())
            .then(|| last.relooked(self.reading.clone(), self.look_files.len()))
    }
}

/// A text that was read, and the one that stood there before.
struct Exchanged {
    old: Option<Arc<Document>>,
    new: Arc<Document>,
}

#[cfg(test)]
mod tests;
