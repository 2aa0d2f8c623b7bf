//! What changes, and what does not: a workspace is handed changes and gives snapshots.

mod snapshot;
mod traces;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Change, Content, Diagnostic, Flaw, Role, Source, SourcePath};
use crate::check;
use crate::config::{Config, Programme};
use crate::document::{self, Document, Highlighter, Setting};
use crate::language::{Language, Languages};
use crate::look::Look;
use crate::site::words::only_words_differ;
use crate::site::{Documents, Media, Parts, Settings, Site};
use crate::views::{self, Context, Tones};
use snapshot::Sources;
pub use snapshot::{Outcome, Photo, Snapshot};
pub use traces::Difference;

/// The project as it is now. The only thing of the house that changes.
pub struct Workspace {
    settings: Settings,
    highlighter: Highlighter,
    config: Arc<Config>,
    config_source: Option<Source>,
    config_wrong: Vec<Diagnostic>,
    languages: Arc<Languages>,
    programme: Arc<Programme>,
    programme_source: Option<Source>,
    programme_wrong: Vec<Diagnostic>,
    /// `None` until something is applied: which look it is stands in `site.toml`.
    look: Option<Arc<Look>>,
    look_files: BTreeMap<SourcePath, Content>,
    look_wrong: Vec<Diagnostic>,
    documents: Documents,
    media: Arc<BTreeMap<SourcePath, Media>>,
    flaws: BTreeMap<SourcePath, Diagnostic>,
    /// The texts that are not UTF-8, as far as they can be read.
    garbled: Arc<BTreeMap<SourcePath, Arc<str>>>,
    /// What is known of photos by their pixels.
    tones: Arc<Tones>,
    /// What was given last: where only words differ, the rest of it is still true.
    last: Option<Arc<Snapshot>>,
}

impl Workspace {
    /// An empty project.
    pub fn new(settings: Settings) -> Workspace {
        let config = Arc::new(Config::silent());
        let languages = Arc::new(languages_of(&config));
        Workspace {
            settings,
            highlighter: Highlighter::new(),
            config,
            config_source: None,
            config_wrong: vec![],
            languages,
            programme: Arc::default(),
            programme_source: None,
            programme_wrong: vec![],
            look: None,
            look_files: BTreeMap::new(),
            look_wrong: vec![],
            documents: Arc::default(),
            media: Arc::default(),
            flaws: BTreeMap::new(),
            garbled: Arc::default(),
            tones: Arc::default(),
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
        if roles.contains(&Role::Config) && self.read_config() {
            let all = self.documents.values().map(|document| document.source.clone());
            let fresh: BTreeSet<SourcePath> = texts.iter().map(|text| text.path.clone()).collect();
            texts.extend(all.filter(|source| !fresh.contains(&source.path)).collect::<Vec<_>>());
        }
        if roles.contains(&Role::Config) || roles.contains(&Role::Programme) {
            self.read_programme();
        }
        let is_other = roles.contains(&Role::Config) || roles.contains(&Role::Look);
        if self.look.is_none() || is_other {
            let (look, wrong) = Look::new(&self.config, &self.languages, &self.look_files);
            (self.look, self.look_wrong) = (Some(Arc::new(look)), wrong);
        }
        let exchanged = self.parse(texts);
        let last = self.last.take().filter(|_| all_are_texts);
        let reworded = last.and_then(|last| self.reworded(&last, &exchanged));
        let snapshot = Arc::new(reworded.unwrap_or_else(|| self.whole()));
        self.last = Some(snapshot.clone());
        snapshot
    }

    /// Takes what the pixels of photos tell, and says what the project is now: their tones, and
    /// those that cannot be shown.
    pub fn develop(&mut self, outcomes: Vec<Outcome>) -> Arc<Snapshot> {
        let last = self.last.take().expect("photos are developed after they were read");
        let mut broken = false;
        let tones = Arc::make_mut(&mut self.tones);
        for Outcome { path, source, tone } in outcomes {
            match tone {
                Ok(tone) => _ = tones.insert(source, tone),
                Err(flaw) => {
                    broken = true;
                    Arc::make_mut(&mut self.media).remove(&path);
                    let diagnostic = check::flaws::diagnostic(&path, &flaw);
                    self.flaws.insert(path, diagnostic);
                }
            }
        }
        let snapshot = Arc::new(if broken { self.whole() } else { self.with_tones(&last) });
        self.last = Some(snapshot.clone());
        snapshot
    }

    /// The same snapshot, with the tones that are known now.
    fn with_tones(&self, last: &Snapshot) -> Snapshot {
        let site = last.context.site.clone();
        Snapshot {
            files: last.files,
            context: Context::new(site, self.look(), self.tones.clone()),
            routes: last.routes.clone(),
            found: last.found.clone(),
            diagnostics: last.diagnostics.clone(),
            sources: last.sources.clone(),
        }
    }

    fn look(&self) -> Arc<Look> {
        self.look.clone().expect("every snapshot has one")
    }

    fn take(&mut self, path: SourcePath, content: Content, texts: &mut Vec<Source>) {
        self.flaws.remove(&path);
        if self.garbled.contains_key(&path) {
            Arc::make_mut(&mut self.garbled).remove(&path);
        }
        if let Content::Flawed(flaw) = &content {
            self.flaws.insert(path.clone(), check::flaws::diagnostic(&path, flaw));
            if let Flaw::NotUtf8 { text, .. } = flaw {
                Arc::make_mut(&mut self.garbled).insert(path.clone(), text.clone());
            }
        }
        let text = match &content {
            Content::Text(text) => Some(Source::new(path.clone(), text.clone())),
            _ => None,
        };
        match Role::of(&path) {
            Role::Config => self.config_source = text,
            Role::Programme => self.programme_source = text,
            Role::Document => match text {
                Some(source) => texts.push(source),
                None => {
                    Arc::make_mut(&mut self.documents).remove(&path);
                }
            },
            Role::Asset => match Media::of(&content) {
                Some(medium) => {
                    Arc::make_mut(&mut self.media).insert(path, medium);
                }
                None => {
                    Arc::make_mut(&mut self.media).remove(&path);
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

    /// Reads `site.toml`; true if documents must be read again under it.
    fn read_config(&mut self) -> bool {
        let before = self.config.languages.clone();
        self.config_wrong.clear();
        self.config = Arc::new(match &self.config_source {
            Some(source) => Config::read(source, &mut self.config_wrong),
            None => Config::silent(),
        });
        if before == self.config.languages {
            return false;
        }
        self.languages = Arc::new(languages_of(&self.config));
        true
    }

    fn read_programme(&mut self) {
        self.programme_wrong.clear();
        self.programme = Arc::new(match &self.programme_source {
            Some(source) => {
                Programme::read(source, &self.config.languages, &mut self.programme_wrong)
            }
            None => Programme::default(),
        });
    }

    /// Parses texts and takes them in, each with what was there before.
    fn parse(&mut self, texts: Vec<Source>) -> Vec<Exchanged> {
        if texts.is_empty() {
            return vec![];
        }
        let setting = Setting { languages: &self.config.languages, highlighter: &self.highlighter };
        let parsed: Vec<Arc<Document>> = texts
            .into_par_iter()
            .map(|source| Arc::new(document::parse(source, setting)))
            .collect();
        let documents = Arc::make_mut(&mut self.documents);
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
        let is_true = exchanged.iter().all(is_same) && last.says_nothing_of_bodies(&changed);
        (is_true && self.is_configured()).then_some(())?;
        let site = Arc::new(last.context.site.reworded(self.documents.clone(), &changed));
        let routes = last.routes.reworded(&site, &changed);
        Some(Snapshot {
            files: last.files,
            context: Context::new(site, self.look(), self.tones.clone()),
            routes,
            found: last.found.clone(),
            diagnostics: last.with_diagnostics_of(&changed, &self.config),
            sources: last.sources.clone(),
        })
    }

    fn is_configured(&self) -> bool {
        self.config_source.is_some() || self.flaws.contains_key(&self.config.path)
    }

    fn whole(&self) -> Snapshot {
        let site = Arc::new(Site::new(Parts {
            config: self.config.clone(),
            programme: self.programme.clone(),
            languages: self.languages.clone(),
            settings: self.settings.clone(),
            documents: self.documents.clone(),
            media: self.media.clone(),
            flawed: Arc::new(self.flaws.keys().cloned().collect()),
        }));
        let configured = self.is_configured();
        let context = Context::new(site.clone(), self.look(), self.tones.clone());
        let ((routes, wrong), checked) =
            rayon::join(|| views::routes(&context), || check::run(&site, configured));
        let mut found: Vec<Diagnostic> = self.flaws.values().cloned().collect();
        found.extend_from_slice(&self.config_wrong);
        found.extend_from_slice(&self.programme_wrong);
        found.extend_from_slice(&self.look_wrong);
        found.extend(wrong);
        found.extend(checked);
        // Without `site.toml`, what the rest lacks is guesswork: its languages are not known.
        found.retain(|told| configured || told.code == check::NO_SITE);
        let own = self.documents.values().filter(|_| configured);
        let own = own.flat_map(|document| &document.diagnostics);
        Snapshot {
            files: self.documents.len() + self.media.len() + self.look_files.len(),
            context,
            routes,
            diagnostics: check::told(found.iter().chain(own), &self.config).into(),
            found: found.into(),
            sources: Sources {
                config: self.config_source.clone(),
                programme: self.programme_source.clone(),
                garbled: self.garbled.clone(),
            },
        }
    }
}

/// A text that was read, and the one that stood there before.
struct Exchanged {
    old: Option<Arc<Document>>,
    new: Arc<Document>,
}

fn languages_of(config: &Config) -> Languages {
    let english = || Language::parse("en").expect("English is a language");
    let default = Language::parse(config.default_language()).unwrap_or_else(english);
    Languages::new(default, config.languages.iter().filter_map(|code| Language::parse(code)))
}

#[cfg(test)]
mod tests;
