//! What changes, and what does not: a workspace is handed changes and gives snapshots.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{
    Change, Content, Diagnostic, Note, Output, Role, Severity, Source, SourcePath, UrlPath,
};
use crate::check;
use crate::config::{Config, Programme, Weight};
use crate::document::{self, Document, Highlighter, Setting};
use crate::language::{Language, Languages};
use crate::look::Look;
use crate::site::{Media, Parts, Settings, Site};
use crate::views::{self, Context, Routes};

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
    look: Arc<Look>,
    look_files: BTreeMap<SourcePath, Content>,
    look_wrong: Vec<Diagnostic>,
    documents: Arc<BTreeMap<SourcePath, Arc<Document>>>,
    media: Arc<BTreeMap<SourcePath, Media>>,
    flaws: BTreeMap<SourcePath, Diagnostic>,
}

/// The project as it was at one moment: addresses, and what each answers.
pub struct Snapshot {
    context: Context,
    routes: Routes,
    diagnostics: Vec<Diagnostic>,
    sources: Sources,
    /// Files of the project that were read.
    pub files: usize,
}

/// Texts that reports may show.
struct Sources {
    config: Option<Source>,
    programme: Option<Source>,
}

impl Workspace {
    /// An empty project.
    pub fn new(settings: Settings) -> Workspace {
        let config = Arc::new(Config::silent());
        let languages = Arc::new(languages_of(&config));
        let (look, look_wrong) = Look::new(&config, &languages, &BTreeMap::new());
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
            look: Arc::new(look),
            look_files: BTreeMap::new(),
            look_wrong,
            documents: Arc::default(),
            media: Arc::default(),
            flaws: BTreeMap::new(),
        }
    }

    /// Takes changes and says what the project is now. What depends on what a change touched is
    /// made anew; the site is always made whole.
    pub fn apply(&mut self, changes: Vec<Change>) -> Arc<Snapshot> {
        // Of several changes of one file, only the last is still true.
        let changes: BTreeMap<SourcePath, Content> =
            changes.into_iter().map(|change| (change.path, change.content)).collect();
        let roles: BTreeSet<Role> = changes.keys().map(Role::of).collect();
        let mut texts = vec![];
        for (path, content) in changes {
            self.take(path, content, &mut texts);
        }
        if roles.contains(&Role::Config) && self.read_config() {
            let all = self.documents.values().map(|document| document.source.clone());
            let fresh: BTreeSet<SourcePath> = texts.iter().map(|text| text.path.clone()).collect();
            texts.extend(all.filter(|source| !fresh.contains(&source.path)).collect::<Vec<_>>());
        }
        if roles.contains(&Role::Config) || roles.contains(&Role::Programme) {
            self.read_programme();
        }
        if roles.contains(&Role::Config) || roles.contains(&Role::Look) {
            let (look, wrong) = Look::new(&self.config, &self.languages, &self.look_files);
            (self.look, self.look_wrong) = (Arc::new(look), wrong);
        }
        self.parse(texts);
        self.snapshot()
    }

    fn take(&mut self, path: SourcePath, content: Content, texts: &mut Vec<Source>) {
        self.flaws.remove(&path);
        if let Content::Flawed(flaw) = &content {
            self.flaws.insert(path.clone(), check::flaws::diagnostic(&path, flaw));
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

    fn parse(&mut self, texts: Vec<Source>) {
        if texts.is_empty() {
            return;
        }
        let setting = Setting { languages: &self.config.languages, highlighter: &self.highlighter };
        let parsed: Vec<Arc<Document>> = texts
            .into_par_iter()
            .map(|source| Arc::new(document::parse(source, setting)))
            .collect();
        let documents = Arc::make_mut(&mut self.documents);
        documents
            .extend(parsed.into_iter().map(|document| (document.source.path.clone(), document)));
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        let site = Arc::new(Site::new(Parts {
            config: self.config.clone(),
            programme: self.programme.clone(),
            languages: self.languages.clone(),
            settings: self.settings.clone(),
            documents: self.documents.clone(),
            media: self.media.clone(),
            flawed: Arc::new(self.flaws.keys().cloned().collect()),
        }));
        let configured = self.config_source.is_some() || self.flaws.contains_key(&self.config.path);
        let context = Context::new(site.clone(), self.look.clone());
        let (routes, wrong) = views::routes(&context);
        let mut diagnostics: Vec<Diagnostic> = self.flaws.values().cloned().collect();
        diagnostics.extend_from_slice(&self.config_wrong);
        diagnostics.extend_from_slice(&self.programme_wrong);
        diagnostics.extend_from_slice(&self.look_wrong);
        diagnostics.extend(wrong);
        for document in self.documents.values() {
            diagnostics.extend_from_slice(&document.diagnostics);
        }
        diagnostics.extend(check::run(&site, configured));
        weigh(&mut diagnostics, &self.config);
        diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
        diagnostics.dedup();
        bound(&mut diagnostics);
        Arc::new(Snapshot {
            files: self.documents.len() + self.media.len() + self.look_files.len(),
            context,
            routes,
            diagnostics,
            sources: Sources {
                config: self.config_source.clone(),
                programme: self.programme_source.clone(),
            },
        })
    }
}

impl Snapshot {
    /// Every address, in order.
    pub fn addresses(&self) -> impl Iterator<Item = &UrlPath> {
        self.routes.all.keys()
    }

    /// What an address answers; `None` if there is no such address.
    pub fn render(&self, address: &UrlPath) -> Option<Result<Output, Diagnostic>> {
        let route = self.routes.all.get(address)?;
        Some(views::render(&self.context, &self.routes, address, route))
    }

    /// All that is wrong, in order of file and place.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Renders one address of each kind of view, for mistakes of templates that show only then.
    pub fn trial(&self) -> Vec<Diagnostic> {
        let mut tried = vec![];
        let mut out: Vec<Diagnostic> = vec![];
        for (address, route) in &self.routes.all {
            let kind = std::mem::discriminant(&route.view);
            if tried.contains(&kind) {
                continue;
            }
            tried.push(kind);
            if let Err(mistake) = views::render(&self.context, &self.routes, address, route)
                && !out.contains(&mistake)
            {
                out.push(mistake);
            }
        }
        out.sort_by(|a, b| a.order().cmp(&b.order()));
        out
    }

    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The text of a file, for reports.
    pub fn text(&self, path: &SourcePath) -> Option<Arc<str>> {
        let site = &self.context.site;
        if let Some(document) = site.documents.get(path) {
            return Some(document.source.text.clone());
        }
        let known = [&self.sources.config, &self.sources.programme];
        let known = known.into_iter().flatten().find(|source| source.path == *path);
        let source = known.or_else(|| self.context.look.sources.get(path))?;
        Some(source.text.clone())
    }
}

fn languages_of(config: &Config) -> Languages {
    let english = || Language::parse("en").expect("English is a language");
    let default = Language::parse(config.default_language()).unwrap_or_else(english);
    Languages::new(default, config.languages.iter().filter_map(|code| Language::parse(code)))
}

/// More of one file are counted, not told: nobody reads them, and a hostile file has a million.
const MAX_TOLD: usize = 200;

/// Keeps the first of each file; one more says how many others there are, as grave as they are.
fn bound(diagnostics: &mut Vec<Diagnostic>) {
    let mut bounded: Vec<Diagnostic> = vec![];
    for of_file in diagnostics.chunk_by(|a, b| a.span.path == b.span.path) {
        let (told, rest) = of_file.split_at(of_file.len().min(MAX_TOLD));
        bounded.extend_from_slice(told);
        let gravest = rest.iter().min_by_key(|diagnostic| diagnostic.severity);
        bounded.extend(gravest.map(|gravest| Diagnostic {
            code: "more-problems",
            severity: gravest.severity,
            message: format!("There are {} more problems in this file", rest.len()),
            span: rest[0].span.clone(),
            notes: vec![Note::Hint("Mend the ones above first".to_owned())],
        }));
    }
    *diagnostics = bounded;
}

/// What `site.toml` says of how much a kind of problem matters; consent and safety are not its to
/// say.
fn weigh(diagnostics: &mut Vec<Diagnostic>, config: &Config) {
    let Some(weights) = &config.file.severity else { return };
    diagnostics.retain_mut(|diagnostic| {
        let Some(weight) = weights.get(diagnostic.code) else { return true };
        if check::is_fixed(diagnostic.code) {
            return true;
        }
        diagnostic.severity = match weight.value {
            Weight::Error => Severity::Error,
            Weight::Warning => Severity::Warning,
            Weight::Advice => Severity::Advice,
            Weight::Off => return false,
        };
        true
    });
}
