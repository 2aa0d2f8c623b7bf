//! What a page is about: the files that it is made of.

use std::sync::Arc;

use super::PreviewRequest;
use crate::base::{Role, SourcePath};
use crate::document::{Facts, name_of};
use crate::language::Language;
use crate::site::Entry;
use crate::site::addresses::page_path;
use crate::views::Route;

/// The files of a page, and the language that it speaks.
pub(super) struct Subject<'a> {
    pub(crate) language: Language,
    /// The address without its language.
    pub(crate) path: String,
    /// The text in each language, the original first.
    pub(crate) texts: Vec<&'a Arc<Facts>>,
    /// The files whose mistakes are this page's: the texts, then what stands in them.
    pub(crate) files: Vec<SourcePath>,
}

impl<'a> Subject<'a> {
    /// Of an address that there is; of any other, as `missing` says.
    pub(super) fn of(request: &PreviewRequest<'a>) -> Subject<'a> {
        let Some(route) = request.snapshot.route(request.address) else {
            return Subject::missing(request);
        };
        let entry = entry(request, route);
        let texts: Vec<_> = entry
            .map(|entry| std::iter::once(&entry.original).chain(entry.translations.values()))
            .into_iter()
            .flatten()
            .collect();
        let site = request.snapshot.site();
        Subject {
            language: route.language.as_ref().unwrap_or_else(|| site.languages.default()).clone(),
            path: route.path.to_string(),
            files: files(&texts),
            texts,
        }
    }

    /// Of an address that there is not: the files that would stand there.
    pub(super) fn missing(request: &PreviewRequest<'a>) -> Subject<'a> {
        let site = request.snapshot.site();
        let address = request.address.as_str();
        let (first, rest) = address.split_once('/').unwrap_or(("", address));
        let default = site.languages.default();
        let language = site.languages.all().find(|it| *it != default && it.as_str() == first);
        let (language, path) = language.map_or((default, address), |language| (language, rest));
        let stands_here = |name: &str| page_path(name) == path;
        let mut texts: Vec<_> =
            site.facts.values().filter(|document| stands_here(&document.name)).collect();
        texts.sort_by_key(|text| text.is_translation());
        let unread = request.snapshot.diagnostics().iter().map(|it| &it.span.path);
        let unread = unread.filter(|path| Role::of(path) == Role::Document);
        let unread = unread.filter(|path| !site.facts.contains_key(*path));
        let unread = unread.filter(|path| stands_here(&name_of(path, &site.config.languages).0));
        let mut files = files(&texts);
        files.extend(unread.cloned());
        files.dedup();
        Subject { language: language.clone(), path: path.to_owned(), texts, files }
    }
}

/// The text that the page shows, or that stands at the head of its list.
fn entry<'a>(request: &PreviewRequest<'a>, route: &'a Route) -> Option<&'a Arc<Entry>> {
    let site = request.snapshot.site();
    match route.view.opening() {
        Some(opening) => site.entry(opening),
        None => route.view.entry(site),
    }
}

/// The files of texts, and of the pictures in them.
fn files(texts: &[&Arc<Facts>]) -> Vec<SourcePath> {
    let pictures = texts.iter().flat_map(|text| {
        let images = text.images.iter();
        images.filter_map(|image| text.path.join(image))
    });
    let mut files: Vec<SourcePath> = texts.iter().map(|text| text.path.clone()).collect();
    for picture in pictures {
        if !files.contains(&picture) {
            files.push(picture);
        }
    }
    files
}
