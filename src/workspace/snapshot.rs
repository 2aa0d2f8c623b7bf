//! The project as it was at one moment: what does not change.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::forbidden;
use super::reading::Reading;
use super::report::{Names, report};
use crate::base::{Diagnostic, Finding, Hash, Output, Severity, SourcePath, Stage, UrlPath, Zone};
use crate::check;
use crate::document::{Document, Facts};
use crate::language::Texts;
use crate::site::{BuildOptions, Entry, Inputs, Site};
use crate::views::digests::mail::{Mail, MailWish, mail};
use crate::views::thank_cards::{self, Thanked};
use crate::views::{self, Context, Route, Routes, View};

/// The project as it was at one moment: addresses, and what each answers.
pub struct Snapshot {
    pub(super) context: Context,
    /// What the site was made of.
    inputs: Inputs,
    pub(super) routes: Arc<Routes>,
    /// The addresses of the look's own files.
    assets: Arc<BTreeMap<UrlPath, Route>>,
    /// What only all texts together show to be wrong, before `site.toml` weighed it.
    pub(super) found: Arc<[Finding]>,
    /// All that is wrong.
    diagnostics: Arc<[Diagnostic]>,
    pub(super) reading: Arc<Reading>,
    look_files: usize,
    /// Files of the project that were read.
    pub files: usize,
}

impl Snapshot {
    /// All that the files say, for these readers and this day. A look of `look_files` files was read
    /// for it. Of `last`, it shares what is made of the same: the site with its routes and findings
    /// where no fact differs, the addresses of the look where that is the same.
    pub(super) fn new(
        reading: Arc<Reading>,
        options: BuildOptions,
        look_files: usize,
        last: Option<&Snapshot>,
    ) -> Snapshot {
        let inputs = reading.inputs(options);
        let same = last.filter(|last| last.has_the_site_of(&inputs, &reading));
        let (site, routes, found) = match same {
            Some(last) => (last.context.site.clone(), last.routes.clone(), last.found.clone()),
            None => build_site(&inputs, reading.is_configured()),
        };
        let look = reading.look();
        let assets = match last.filter(|last| Arc::ptr_eq(&last.context.look, &look)) {
            Some(last) => last.assets.clone(),
            None => Arc::new(views::assets(&look)),
        };
        let (documents, tones) = (reading.documents.clone(), reading.tones.clone());
        let before = same.map(|last| (&*last.reading, &last.diagnostics));
        let files = documents.len() + reading.media.len() + look_files;
        let context = Context::new(site, documents, look, tones, last.map(|last| &last.context));
        let names = Names { site: &context.site, withheld: context.withheld_names() };
        Snapshot {
            look_files,
            files,
            diagnostics: report(&reading, &found, names, before),
            context,
            inputs,
            routes,
            assets,
            found,
            reading,
        }
    }

    /// Whether its site, routes and findings are those that `inputs` would make.
    fn has_the_site_of(&self, inputs: &Inputs, reading: &Reading) -> bool {
        inputs.make_the_same_site_as(&self.inputs)
            && reading.is_configured() == self.reading.is_configured()
            && (Arc::ptr_eq(&inputs.pixels, &self.inputs.pixels)
                || self.site().hides_the_same_pictures(&inputs.pixels))
    }

    /// The same files for other readers, or as of another day.
    pub fn under(&self, options: BuildOptions) -> Snapshot {
        Snapshot::new(self.reading.clone(), options, self.look_files, Some(self))
    }

    /// What all pages are views of.
    pub(crate) fn site(&self) -> &Site {
        &self.context.site
    }

    /// What a file of the site says.
    pub(crate) fn document(&self, facts: &Facts) -> Option<&Document> {
        self.reading.documents.get(&facts.path).map(|document| &**document)
    }

    /// The words of the interface.
    pub(crate) fn texts(&self) -> &Texts {
        &self.context.look.texts
    }

    /// For whom and for which day it is.
    pub(crate) fn options(&self) -> &BuildOptions {
        &self.context.site.options
    }

    /// The time zone that `site.toml` names.
    pub(crate) fn time_zone(&self) -> Option<&Zone> {
        self.context.site.config.file.time_zone.as_ref()
    }

    /// Every address with what is seen there, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = (&UrlPath, &Route)> {
        let (mut texts, mut assets) =
            (self.routes.all.iter().peekable(), self.assets.iter().peekable());
        std::iter::from_fn(move || match (texts.peek(), assets.peek()) {
            (Some((text, _)), Some((asset, _))) if asset < text => assets.next(),
            (Some(_), _) => texts.next(),
            (None, _) => assets.next(),
        })
    }

    /// Every address, in order.
    pub fn addresses(&self) -> impl Iterator<Item = &UrlPath> {
        self.all().map(|(address, _)| address)
    }

    /// Every address with the stage in which it is published, in order.
    pub fn stages(&self) -> impl Iterator<Item = (&UrlPath, Stage)> {
        self.all().map(|(address, route)| (address, route.view.stage()))
    }

    /// What is seen at an address.
    pub(crate) fn route(&self, address: &UrlPath) -> Option<&Route> {
        self.routes.all.get(address).or_else(|| self.assets.get(address))
    }

    /// What an address answers; `None` if there is no such address.
    pub fn render(&self, address: &UrlPath) -> Option<Result<Output, Diagnostic>> {
        let route = self.route(address)?;
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

    /// A letter as an email; `None` if there is no such letter, or the site has no address.
    pub(crate) fn mail(&self, wish: &MailWish<'_>) -> Option<Result<Mail, Diagnostic>> {
        mail(&self.context, &self.routes, wish)
    }

    /// Cards to thank for these stories with, whose pictures and fonts are still addresses.
    pub(crate) fn thank_cards(&self, stories: &[&Entry]) -> Result<String, Diagnostic> {
        thank_cards::cards(&self.context, &self.routes, stories, self.options().today)
    }

    /// Who is thanked for a story, and what for.
    pub(crate) fn thanked(&self, story: &Entry) -> Thanked {
        let language = self.site().languages.default();
        thank_cards::thanked(&self.context, &self.routes, story, language)
    }

    /// A hash of what Git tells of the texts of stories.
    pub(crate) fn history(&self) -> Option<Hash> {
        self.reading.history.hash
    }

    /// All that is wrong, in order of file and place.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Renders a few addresses of each kind of view and each template, for mistakes of templates that
    /// show only then: not every text has all that a template may show.
    pub(crate) fn render_one_of_each(&self) -> Vec<Diagnostic> {
        const FEW: usize = 3;
        let mut tried: HashMap<_, usize> = HashMap::new();
        let mut out: Vec<Diagnostic> = vec![];
        for (address, route) in self.all() {
            let kind = (std::mem::discriminant(&route.view), route.view.template());
            let times = tried.entry(kind).or_default();
            if *times == FEW {
                continue;
            }
            *times += 1;
            if let Err(mistake) = views::render(&self.context, &self.routes, address, route)
                && !out.contains(&mistake)
            {
                out.push(mistake);
            }
        }
        out.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        out
    }

    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// Words without what the site forbids, for reports.
    pub(crate) fn without_forbidden(&self, words: &str) -> Arc<str> {
        forbidden::hidden(&self.reading.config, &Arc::from(words))
    }

    /// The text of a file, for reports.
    pub fn text(&self, path: &SourcePath) -> Option<Arc<str>> {
        if let Some(text) = self.reading.texts.get(path) {
            return Some(forbidden::hidden(&self.reading.config, text));
        }
        if let Some(text) = self.reading.garbled.get(path) {
            return Some(text.clone());
        }
        let Reading { config_source, programme_source, coach_source, stops, jobs, .. } =
            &*self.reading;
        let tables = [&stops.source, &jobs.source];
        let known = [config_source, programme_source, coach_source].into_iter().chain(tables);
        let quarters = self.reading.quarter_reads.values().map(|read| &read.source);
        let known = known.flatten().chain(quarters);
        let known = known.into_iter().find(|source| source.path == *path);
        let source = known.or_else(|| self.context.look.sources.get(path))?;
        Some(source.text.clone())
    }
}

/// A site of `inputs`, its routes, and what only all of it together shows to be wrong.
fn build_site(inputs: &Inputs, is_configured: bool) -> (Arc<Site>, Arc<Routes>, Arc<[Finding]>) {
    let site = Arc::new(Site::new(inputs));
    let ((routes, mut found), checked) =
        rayon::join(|| views::routes(&site), || check::run(&site, is_configured));
    found.extend(checked);
    (site, Arc::new(routes), found.into())
}
