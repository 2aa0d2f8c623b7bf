//! The project as it was at one moment: what does not change.

use std::collections::HashSet;
use std::sync::Arc;

use crate::base::{Code, Diagnostic, Note, Output, Severity, SourcePath, Span, Stage, UrlPath};
use crate::check;
use crate::config::Config;
use crate::document::Document;
use crate::language::Texts;
use crate::site::words::front_matter;
use crate::site::{Settings, Site};
use crate::views::{self, Context, Route, Routes, View};

use super::Exchanged;
use super::reading::Reading;

/// The project as it was at one moment: addresses, and what each answers.
pub struct Snapshot {
    pub(super) context: Context,
    pub(super) routes: Arc<Routes>,
    /// What only all texts together show to be wrong, before `site.toml` weighed it.
    pub(super) found: Arc<[Diagnostic]>,
    /// All that is wrong.
    pub(super) diagnostics: Arc<[Diagnostic]>,
    pub(super) reading: Arc<Reading>,
    look_files: usize,
    /// Files of the project that were read.
    pub files: usize,
}

/// What is wrong with the files that were read, with what was `found` in all of them together.
fn told(reading: &Reading, found: &[Diagnostic]) -> Arc<[Diagnostic]> {
    let configured = reading.is_configured();
    let own = reading.documents.values().flat_map(|document| &document.diagnostics);
    let all = reading.wrong().chain(found).chain(own);
    // Without `site.toml`, what the rest lacks is guesswork: its languages are not known.
    let all = all.filter(|told| configured || told.code == Code::NoSite);
    check::told(all, &reading.config).into()
}

impl Snapshot {
    /// All that the files say, made into a site. A look of `look_files` files was read for it.
    pub(super) fn of(reading: Arc<Reading>, settings: Settings, look_files: usize) -> Snapshot {
        let site = Arc::new(Site::new(reading.parts(settings)));
        let configured = reading.is_configured();
        let context = Context::new(site.clone(), reading.look(), reading.tones.clone());
        let look = reading.look();
        let ((routes, mut found), checked) =
            rayon::join(|| views::routes(&site, &look), || check::run(&site, configured));
        found.extend(checked);
        Snapshot {
            look_files,
            files: site.documents.len() + site.media.len() + look_files,
            context,
            routes: Arc::new(routes),
            diagnostics: told(&reading, &found),
            found: found.into(),
            reading,
        }
    }

    /// The same files for other readers, or as of another day.
    pub fn under(&self, settings: Settings) -> Snapshot {
        Snapshot::of(self.reading.clone(), settings, self.look_files)
    }

    /// The same, with the tones that `reading` knows now.
    pub(super) fn with_tones(&self, reading: Arc<Reading>) -> Snapshot {
        Snapshot {
            files: self.files,
            look_files: self.look_files,
            context: self.context.showing(self.context.site.clone(), reading.tones.clone()),
            routes: self.routes.clone(),
            found: self.found.clone(),
            diagnostics: self.diagnostics.clone(),
            reading,
        }
    }

    /// As `of` would make it of `reading`, in which no more than the look differs, of `look_files`
    /// files: neither a text nor a check asks for it.
    pub(super) fn relooked(&self, reading: Arc<Reading>, look_files: usize) -> Snapshot {
        let look = reading.look();
        Snapshot {
            files: self.files - self.look_files + look_files,
            look_files,
            routes: self.routes.relooked(&look),
            context: Context::new(self.context.site.clone(), look, reading.tones.clone()),
            found: self.found.clone(),
            diagnostics: told(&reading, &self.found),
            reading,
        }
    }

    /// As `of` would make it of `reading`, in which no more than the words of `changed` differ.
    pub(super) fn reworded(&self, reading: Arc<Reading>, changed: &[Arc<Document>]) -> Snapshot {
        let site = Arc::new(self.context.site.reworded(reading.documents.clone(), changed));
        Snapshot {
            files: self.files,
            look_files: self.look_files,
            diagnostics: self.with_diagnostics_of(changed, &reading.config),
            context: self.context.showing(site, reading.tones.clone()),
            routes: self.routes.clone(),
            found: self.found.clone(),
            reading,
        }
    }

    /// Whether everything that was found, and points into a file of `exchanged`, points to where the
    /// same still stands: to the file, to its first line, or into fields that are written as before.
    pub(super) fn still_points(&self, exchanged: &[Exchanged]) -> bool {
        let stays = |Span { path, range }: &Span| {
            let new = exchanged.iter().find(|exchanged| exchanged.new.path() == path);
            let (Some(Exchanged { old: Some(old), new }), Some(range)) = (new, range) else {
                return true;
            };
            let front = front_matter(new);
            *range == new.fence || (range.end <= front.len() && front_matter(old) == front)
        };
        let noted = |found: &Diagnostic| {
            found.notes.iter().all(|note| match note {
                Note::Place(span, _) => stays(span),
                Note::Hint(_) => true,
            })
        };
        self.found.iter().all(|found| stays(&found.span) && noted(found))
    }

    /// All that is wrong, with what the documents `changed` say now.
    fn with_diagnostics_of(&self, changed: &[Arc<Document>], config: &Config) -> Arc<[Diagnostic]> {
        let paths: HashSet<&SourcePath> = changed.iter().map(|new| new.path()).collect();
        let is_of = |it: &&Diagnostic| paths.contains(&it.span.path);
        let own = changed.iter().flat_map(|document| &document.diagnostics);
        let now = check::told(self.found.iter().filter(is_of).chain(own), config);
        if self.diagnostics.iter().filter(is_of).eq(&now) {
            return self.diagnostics.clone();
        }
        let others = self.diagnostics.iter().filter(|it| !is_of(it)).cloned();
        let mut all: Vec<Diagnostic> = others.chain(now).collect();
        all.sort_by(|a, b| a.span.path.cmp(&b.span.path));
        all.into()
    }

    /// What all pages are views of.
    pub(crate) fn site(&self) -> &Site {
        &self.context.site
    }

    /// The words of the interface.
    pub(crate) fn texts(&self) -> &Texts {
        &self.context.look.texts
    }

    /// For whom and for which day it is.
    pub(crate) fn settings(&self) -> &Settings {
        &self.context.site.settings
    }

    /// Every address, in order.
    pub fn addresses(&self) -> impl Iterator<Item = &UrlPath> {
        self.routes.all.keys()
    }

    /// Every address with the stage in which it is published, in order.
    pub fn stages(&self) -> impl Iterator<Item = (&UrlPath, Stage)> {
        self.routes.all.iter().map(|(address, route)| (address, route.view.stage()))
    }

    /// What is seen at an address.
    pub(crate) fn route(&self, address: &UrlPath) -> Option<&Route> {
        self.routes.all.get(address)
    }

    /// What an address answers; `None` if there is no such address.
    pub fn render(&self, address: &UrlPath) -> Option<Result<Output, Diagnostic>> {
        let route = self.routes.all.get(address)?;
        Some(views::render(&self.context, &self.routes, address, route))
    }

    /// What is said where there is no such address, in the language of its folder; its links lead
    /// home from there.
    pub(crate) fn missing(&self, address: &UrlPath) -> Result<Output, Diagnostic> {
        let languages = &self.context.site.languages;
        let first = address.as_str().split('/').next();
        let language = languages.all().find(|language| first == Some(language.as_str()));
        let language = language.unwrap_or_else(|| languages.default()).clone();
        let route =
            Route { view: View::NotFound, language: Some(language), path: "404.html".into() };
        views::render(&self.context, &self.routes, address, &route)
    }

    /// All that is wrong, in order of file and place.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Renders one address of each kind of view, for mistakes of templates that show only then.
    pub(crate) fn trial(&self) -> Vec<Diagnostic> {
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
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// The text of a file, for reports.
    pub fn text(&self, path: &SourcePath) -> Option<Arc<str>> {
        let site = &self.context.site;
        if let Some(document) = site.documents.get(path) {
            return Some(document.source.text.clone());
        }
        if let Some(text) = self.reading.garbled.get(path) {
            return Some(text.clone());
        }
        let known = [&self.reading.config_source, &self.reading.programme_source];
        let known = known.into_iter().flatten().find(|source| source.path == *path);
        let source = known.or_else(|| self.context.look.sources.get(path))?;
        Some(source.text.clone())
    }
}
