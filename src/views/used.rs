//! Notes which texts, files, templates and assets a page uses, while it is rendered for `storywall
//! explain`. In all other rendering nothing is noted.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::frame::files_of_asset;
use super::{Context, Route, Routes, render};
use crate::base::{Diagnostic, Output, SourcePath, UrlPath};
use crate::document::{Document, Facts};

/// What an address uses of the site and of the look.
pub(crate) struct Used {
    /// Texts that are shown in part or in full, or that a link leads to.
    pub(crate) texts: BTreeSet<SourcePath>,
    /// Pictures that are shown, and files that can be downloaded.
    pub(crate) files: BTreeSet<SourcePath>,
    pub(crate) templates: BTreeSet<SourcePath>,
    /// Styles and other assets of the look, by their names.
    pub(crate) assets: BTreeSet<String>,
}

/// Where a context notes what is used.
#[derive(Default)]
pub(super) enum Notes {
    /// Nowhere.
    #[default]
    None,
    Kept(Mutex<Noted>),
}

#[derive(Default)]
pub(super) struct Noted {
    /// The names of texts.
    texts: BTreeSet<String>,
    /// Files of texts that were noted directly, not by the name of the text.
    documents: BTreeSet<SourcePath>,
    files: BTreeSet<SourcePath>,
    /// Templates and components.
    templates: BTreeSet<&'static str>,
    /// Assets that are used without a template that names them.
    assets: BTreeSet<&'static str>,
}

impl Notes {
    pub(super) fn kept() -> Notes {
        Notes::Kept(Mutex::default())
    }

    /// A text, by its name.
    pub(super) fn text(&self, name: &str) {
        self.note(|noted| _ = noted.texts.insert(name.to_owned()));
    }

    pub(super) fn document(&self, document: &Document) {
        self.note(|noted| _ = noted.documents.insert(document.path().clone()));
    }

    pub(super) fn file(&self, path: &SourcePath) {
        self.note(|noted| _ = noted.files.insert(path.clone()));
    }

    pub(super) fn template(&self, name: &'static str) {
        self.note(|noted| _ = noted.templates.insert(name));
    }

    pub(super) fn asset(&self, name: &'static str) {
        self.note(|noted| _ = noted.assets.insert(name));
    }

    fn note(&self, add: impl FnOnce(&mut Noted)) {
        if let Notes::Kept(noted) = self {
            add(&mut noted.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }

    /// What was noted since this was last called.
    pub(super) fn take(&self) -> Noted {
        let mut taken = Noted::default();
        self.note(|noted| std::mem::swap(noted, &mut taken));
        taken
    }
}

impl Noted {
    /// Finds the files for everything that was noted while `route` was rendered.
    fn resolved(self, context: &Context, route: &Route) -> Used {
        let language = route.language.as_ref().unwrap_or_else(|| context.site.languages.default());
        let (templates, names) = context.look.templates_of(self.templates.into_iter());
        // The values that all pages share count only where the templates of this page ask for them.
        let shared = context.in_language(language).shared_texts.iter();
        let shared = shared.filter(|(value, _)| names.iter().any(|name| name.starts_with(*value)));
        let shared = shared.map(|(_, text)| text);
        let entries = self.texts.iter().chain(shared).filter_map(|name| context.site.entry(name));
        let documents = entries.flat_map(|entry| {
            std::iter::once(&entry.original).chain(entry.translations.get(language.as_str()))
        });
        let texts = documents.map(|text: &Arc<Facts>| text.path.clone());
        let assets = names.iter().filter_map(|name| name.strip_prefix("assets."));
        let assets = assets.flat_map(files_of_asset);
        Used {
            texts: texts.chain(self.documents).collect(),
            files: self.files,
            assets: assets.chain(self.assets.into_iter().map(str::to_owned)).collect(),
            templates: templates.into_iter().cloned().collect(),
        }
    }
}

/// Renders one address and says what it used. Everything that pages share is made again for it:
/// what an earlier page has already made would not be noted.
pub(crate) fn render_noting(
    context: &Context,
    routes: &Routes,
    address: &UrlPath,
    route: &Route,
) -> Result<(Output, Used), Diagnostic> {
    let context = context.noting();
    let output = render(&context, routes, address, route)?;
    let used = context.notes.take().resolved(&context, route);
    Ok((output, used))
}
