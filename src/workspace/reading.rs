//! What the files of a project say: all that a snapshot is made of, but for whom it is and for
//! which day.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::table_file::TableFile;
use crate::base::identity::phones;
use crate::base::{
    Anchor, Code, Diagnostic, Hash, Places, Severity, Source, SourcePath, Span, example_mark,
};
use crate::config::quarter::QuarterFile;
use crate::config::{BrandStops, CoachFile, Config, Jobs, Programme};
use crate::document::{Document, Documents};
use crate::language::{Language, Languages};
use crate::look::Look;
use crate::site::addresses::{brand_stops_path, jobs_path};
use crate::site::quarters::QuarterFiles;
use crate::site::{AllFacts, BuildOptions, History, Inputs, Media};
use crate::views::Tones;

/// The files as they were read. A copy shares everything that is large.
#[derive(Clone)]
pub(super) struct Reading {
    pub(super) config: Arc<Config>,
    pub(super) config_source: Option<Source>,
    pub(super) config_wrong: Vec<Diagnostic>,
    pub(super) languages: Arc<Languages>,
    pub(super) programme: Arc<Programme>,
    pub(super) programme_path: SourcePath,
    programme_places: Places,
    pub(super) programme_source: Option<Source>,
    pub(super) programme_wrong: Vec<Diagnostic>,
    /// What a site adds to the words of the coach.
    pub(super) coach: Arc<CoachFile>,
    pub(super) coach_source: Option<Source>,
    coach_wrong: Vec<Diagnostic>,
    /// What the files of `content/metrics/` say.
    quarter_files: QuarterFiles,
    pub(super) quarter_reads: BTreeMap<SourcePath, QuarterRead>,
    /// The times that somebody stepped in; `None` where nobody writes that down.
    pub(super) stops: TableFile<BrandStops>,
    /// The jobs that are open.
    pub(super) jobs: TableFile<Jobs>,
    /// `None` until something is read: which look it is stands in `site.toml`.
    pub(super) look: Option<Arc<Look>>,
    pub(super) look_wrong: Vec<Diagnostic>,
    pub(super) documents: Documents,
    /// The text of the documents' files, for reports. It is dropped where only rendering follows.
    pub(super) texts: Arc<BTreeMap<SourcePath, Arc<str>>>,
    /// Of every document; those that are equal to what they were are the same object.
    facts: AllFacts,
    pub(super) media: Arc<BTreeMap<SourcePath, Media>>,
    pub(super) flaws: BTreeMap<SourcePath, Diagnostic>,
    /// Files and folders of `content/` that are missing because they are elsewhere, by where.
    pub(super) missing: BTreeMap<SourcePath, SourcePath>,
    /// The texts that are not UTF-8, as far as they can be read.
    pub(super) garbled: Arc<BTreeMap<SourcePath, Arc<str>>>,
    /// What is known of photos by their pixels.
    pub(super) tones: Arc<Tones>,
    /// Hashes of their pixels, by those of their files.
    pub(super) pixels: Arc<HashMap<Hash, Hash>>,
    /// What Git tells of the texts of stories.
    pub(super) history: Arc<History>,
    /// Hashes of files that readers may not see, and that cannot be decoded.
    pub(super) blind: HashSet<Hash>,
}

/// A file of `content/metrics/` as it was read.
#[derive(Clone)]
pub(super) struct QuarterRead {
    pub(super) source: Source,
    places: Places,
    wrong: Vec<Diagnostic>,
}

impl Reading {
    /// An empty project.
    pub(super) fn nothing() -> Reading {
        let config = Arc::new(Config::silent());
        let languages = Arc::new(languages_of(&config));
        Reading {
            config,
            config_source: None,
            config_wrong: vec![],
            languages,
            programme: Arc::default(),
            programme_path: SourcePath::new("content/programme.toml").expect("a path inside"),
            programme_places: Places::default(),
            programme_source: None,
            programme_wrong: vec![],
            coach: Arc::default(),
            coach_source: None,
            coach_wrong: vec![],
            quarter_files: Arc::default(),
            quarter_reads: BTreeMap::new(),
            stops: TableFile::none(),
            jobs: TableFile::none(),
            look: None,
            look_wrong: vec![],
            documents: Arc::default(),
            texts: Arc::default(),
            facts: Arc::default(),
            media: Arc::default(),
            flaws: BTreeMap::new(),
            missing: BTreeMap::new(),
            garbled: Arc::default(),
            tones: Arc::default(),
            pixels: Arc::default(),
            history: Arc::default(),
            blind: HashSet::new(),
        }
    }

    /// Reads `site.toml`; true if documents must be read again under it.
    pub(super) fn read_config(&mut self) -> bool {
        let zone = self.config.file.time_zone.clone();
        let before = self.config.languages.clone();
        self.config_wrong.clear();
        self.config = Arc::new(match &self.config_source {
            Some(source) => Config::read(source, &mut self.config_wrong),
            None => Config::silent(),
        });
        if before == self.config.languages {
            // Moments may be on other days then.
            return zone != self.config.file.time_zone;
        }
        self.languages = Arc::new(languages_of(&self.config));
        true
    }

    /// Reads `content/programme.toml`.
    pub(super) fn read_programme(&mut self) {
        self.programme_wrong.clear();
        let (programme, places) = match &self.programme_source {
            Some(source) => {
                Programme::read(source, &self.config.languages, &mut self.programme_wrong)
            }
            None => Default::default(),
        };
        (self.programme, self.programme_places) = (Arc::new(programme), places);
    }

    /// Reads `content/brand-stops.toml` and `content/jobs.toml`.
    pub(super) fn read_tables(&mut self) {
        self.stops.read(&self.config.languages);
        self.jobs.read(&self.config.languages);
    }

    /// Reads `content/coach.toml`, which depends on no other file.
    pub(super) fn take_coach(&mut self, source: Option<Source>) {
        self.coach_wrong.clear();
        let read = source.as_ref().map(|it| CoachFile::read(it, &mut self.coach_wrong));
        (self.coach, self.coach_source) = (Arc::new(read.unwrap_or_default()), source);
    }

    /// Reads a file of `content/metrics/`, or forgets it. What says the same as before stays the same
    /// object.
    pub(super) fn take_quarter(&mut self, path: &SourcePath, source: Option<Source>) {
        let Some(source) = source else {
            if self.quarter_reads.remove(path).is_some() {
                Arc::make_mut(&mut self.quarter_files).remove(path);
            }
            return;
        };
        let mut wrong = vec![];
        let (file, places) = QuarterFile::read(&source, &self.config.languages, &mut wrong);
        if self.quarter_files.get(path).is_none_or(|known| **known != file) {
            Arc::make_mut(&mut self.quarter_files).insert(path.clone(), Arc::new(file));
        }
        self.quarter_reads.insert(path.clone(), QuarterRead { source, places, wrong });
    }

    /// Reads all files of `content/metrics/` again, where the languages of the site are others.
    pub(super) fn read_quarters(&mut self) {
        let sources = self.quarter_reads.values().map(|read| read.source.clone());
        for source in sources.collect::<Vec<_>>() {
            self.take_quarter(&source.path.clone(), Some(source));
        }
    }

    /// Takes a document in. Facts that are equal to those that stood there before stay the same
    /// object, so that it costs nothing to see that they are.
    pub(super) fn insert(&mut self, mut document: Document, text: Option<Arc<str>>) {
        let path = document.path().clone();
        match self.facts.get(&path).filter(|known| **known == document.facts) {
            Some(known) => document.facts = known.clone(),
            None => {
                Arc::make_mut(&mut self.facts).insert(path.clone(), document.facts.clone());
            }
        }
        if let Some(text) = text {
            Arc::make_mut(&mut self.texts).insert(path.clone(), text);
        }
        Arc::make_mut(&mut self.documents).insert(path, Arc::new(document));
    }

    pub(super) fn remove(&mut self, path: &SourcePath) {
        if self.documents.contains_key(path) {
            Arc::make_mut(&mut self.documents).remove(path);
            Arc::make_mut(&mut self.texts).remove(path);
            Arc::make_mut(&mut self.facts).remove(path);
        }
    }

    /// The facts of all documents.
    pub(super) fn facts(&self) -> &AllFacts {
        &self.facts
    }

    /// Where an anchor's place is in the files as they stand.
    pub(super) fn span(&self, anchor: &Anchor) -> Span {
        match self.documents.get(&anchor.path) {
            Some(document) => document.places.span(anchor),
            None if anchor.path == self.programme_path => self.programme_places.span(anchor),
            None if anchor.path == brand_stops_path() => self.stops.places.span(anchor),
            None if anchor.path == jobs_path() => self.jobs.places.span(anchor),
            None if anchor.path == self.config.path => {
                Span { path: anchor.path.clone(), range: self.config.place(anchor.at) }
            }
            None => match self.quarter_reads.get(&anchor.path) {
                Some(read) => read.places.span(anchor),
                None => Span::file(anchor.path.clone()),
            },
        }
    }

    /// Whether there is a `site.toml`, be it one that cannot be read.
    pub(super) fn is_configured(&self) -> bool {
        self.config_source.is_some() || self.flaws.contains_key(&self.config.path)
    }

    pub(super) fn look(&self) -> Arc<Look> {
        self.look.clone().expect("every snapshot has one")
    }

    /// What the site is made of, for these readers and this day.
    pub(super) fn inputs(&self, options: BuildOptions) -> Inputs {
        let quarters = self.quarter_reads.values().map(|read| &read.source);
        let settings = self.config_source.iter().chain(&self.programme_source).chain(quarters);
        let phones = settings.clone().flat_map(|source| phones::possible(&source.text));
        let settings_phones = phones.collect();
        let settings = settings.filter(|source| example_mark::is_in(&source.text));
        Inputs {
            config: self.config.clone(),
            programme: self.programme.clone(),
            has_programme: self.programme_source.is_some()
                || self.flaws.contains_key(&self.programme_path),
            coach: self.coach.clone(),
            quarter_files: self.quarter_files.clone(),
            stops: self.stops.table.clone(),
            jobs: self.jobs.table.clone(),
            languages: self.languages.clone(),
            options,
            facts: self.facts.clone(),
            media: self.media.clone(),
            pixels: self.pixels.clone(),
            flawed: Arc::new(self.flaws.keys().chain(self.missing.values()).cloned().collect()),
            misread: Arc::new(self.misread()),
            example_settings: settings.map(|source| source.path.clone()).collect(),
            settings_phones,
            history: self.history.clone(),
        }
    }

    /// Whether `site.toml` could be read so far that the languages of the site are known.
    pub(super) fn knows_languages(&self) -> bool {
        let is_loss = |code| {
            matches!(
                code,
                Code::BrokenToml
                    | Code::UnknownField
                    | Code::FieldTwice
                    | Code::WrongType
                    | Code::EmptyField
                    | Code::MissingField
                    | Code::UnknownLanguage
            )
        };
        !self.flaws.contains_key(&self.config.path)
            && !self
                .config_wrong
                .iter()
                .any(|it| it.severity() == Severity::Error && is_loss(it.code))
    }

    /// The files of settings in which there is an error.
    fn misread(&self) -> BTreeSet<SourcePath> {
        let diagnostic = self.config_wrong.iter().chain(&self.programme_wrong);
        // Of such a field, nothing is lost but its value.
        let is_a_value =
            |code| matches!(code, Code::BadDate | Code::BadNumber | Code::UnknownChoice);
        let errors = diagnostic.filter(|diagnostic| {
            diagnostic.severity() == Severity::Error && !is_a_value(diagnostic.code)
        });
        errors.map(|diagnostic| diagnostic.span.path.clone()).collect()
    }

    /// The diagnostics of unusable files, of the settings and of the look; not those of documents.
    pub(super) fn wrong(&self) -> impl Iterator<Item = &Diagnostic> {
        let settings = [&self.config_wrong, &self.programme_wrong, &self.coach_wrong];
        let quarters = self.quarter_reads.values().map(|read| &read.wrong);
        let tables = [&self.stops.wrong, &self.jobs.wrong];
        let lists = settings.into_iter().chain(tables).chain([&self.look_wrong]).chain(quarters);
        self.flaws.values().chain(lists.flatten())
    }
}

fn languages_of(config: &Config) -> Languages {
    let english = || Language::parse("en").expect("English is a language");
    let default = Language::parse(config.default_language()).unwrap_or_else(english);
    Languages::new(default, config.languages.iter().filter_map(|code| Language::parse(code)))
}
