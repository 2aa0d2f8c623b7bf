//! What an address is made of: what was used while it was rendered.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Snapshot;
use crate::base::{Body, Diagnostic, Hash, SourcePath, UrlPath};
use crate::document::Facts;
use crate::views::View;
use crate::views::used::{Used, render_noting};

/// The files that an address is made of, by the part they play. Every list is in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Origins {
    /// What is seen there: `story`, `wall` …
    pub(crate) kind: &'static str,
    pub(crate) language: Option<String>,
    /// The text whose page it is, and its translations.
    pub(crate) own: Vec<SourcePath>,
    /// Texts that it shows something of or leads to.
    pub(crate) mentioned: Vec<SourcePath>,
    pub(crate) pictures: Vec<SourcePath>,
    pub(crate) templates: Vec<SourcePath>,
    pub(crate) styles: Vec<SourcePath>,
    /// The words of the look.
    pub(crate) texts: Vec<SourcePath>,
    /// `site.toml` and `content/programme.toml`, as far as there are such.
    pub(crate) settings: Vec<SourcePath>,
    pub(crate) media_type: &'static str,
    pub(crate) size: Option<usize>,
    pub(crate) hash: Option<Hash>,
}

impl Snapshot {
    /// What `address` is made of; `None` if there is no such address.
    pub(crate) fn origins(&self, address: &UrlPath) -> Option<Result<Origins, Diagnostic>> {
        let route = self.route(address)?;
        let (output, used) = match render_noting(&self.context, &self.routes, address, route) {
            Ok(rendered) => rendered,
            Err(mistake) => return Some(Err(mistake)),
        };
        let mut origins = Origins {
            kind: route.view.word(),
            language: route.language.as_ref().map(|language| language.as_str().to_owned()),
            own: self.own_files(&route.view),
            media_type: output.media_type,
            hash: Some(output.hash),
            ..Origins::default()
        };
        match &route.view {
            View::Photo(path, _) | View::Media(path) => {
                origins.pictures.push(path.clone());
                return Some(Ok(origins));
            }
            View::Asset(name) => {
                origins.styles = self.styles_of(name);
                return Some(Ok(origins));
            }
            _ => {}
        }
        if let Body::Bytes(bytes) = &output.body {
            origins.size = Some(bytes.len());
        }
        let config = &self.site().config.path;
        let settings = [config, &self.site().programme_path];
        let settings = settings.into_iter().filter(|path| self.text(path).is_some());
        origins.settings = settings.cloned().collect();
        self.add_used(used, &mut origins);
        Some(Ok(origins))
    }

    /// Adds what was used while the address was rendered.
    fn add_used(&self, used: Used, origins: &mut Origins) {
        let look = &self.context.look;
        let own = &origins.own;
        origins.mentioned = used.texts.into_iter().filter(|path| !own.contains(path)).collect();
        origins.pictures = used.files.into_iter().collect();
        let assets = used.assets.iter().filter(|name| look.asset(name).is_some());
        let styles: BTreeSet<SourcePath> = assets.flat_map(|name| self.styles_of(name)).collect();
        origins.styles = styles.into_iter().collect();
        if let (Some(language), false) = (&origins.language, used.templates.is_empty()) {
            let ending = format!("/texts/{language}.ftl");
            let sources = look.sources.keys();
            let texts = sources.filter(|path| path.as_str().ends_with(&ending));
            origins.texts = texts.cloned().collect();
        }
        origins.templates = used.templates.into_iter().collect();
    }

    /// The text whose page this is, or that stands at its head, with its translations.
    fn own_files(&self, view: &View) -> Vec<SourcePath> {
        let name = view.text().map(|name| &**name).or_else(|| view.opening());
        let entry = name.and_then(|name| self.site().entry(name));
        let all = entry
            .into_iter()
            .flat_map(|entry| std::iter::once(&entry.original).chain(entry.translations.values()));
        all.map(|text: &Arc<Facts>| text.path.clone()).collect()
    }

    /// The files of the look that an asset is made of.
    fn styles_of(&self, asset: &str) -> Vec<SourcePath> {
        let part = |begin: &str, end: &str| asset.strip_prefix(begin)?.strip_suffix(end);
        let folder = match (part("style-", ".css"), part("script-", ".js"), asset) {
            (Some(part), ..) => format!("styles/{part}/"),
            (_, Some(part), _) => format!("scripts/{part}/"),
            (.., "style.css") => "styles/".to_owned(),
            (.., "site.js") => "scripts/".to_owned(),
            _ => return self.look_file(asset).into_iter().collect(),
        };
        let is_part = |path: &&SourcePath| {
            let inside = path.as_str().splitn(3, '/').nth(2).unwrap_or_default();
            inside.strip_prefix(&folder).is_some_and(|name| !name.contains('/'))
        };
        self.context.look.sources.keys().filter(is_part).cloned().collect()
    }

    fn look_file(&self, asset: &str) -> Option<SourcePath> {
        SourcePath::new(&format!("themes/{}/{asset}", self.site().config.theme))
    }
}

#[cfg(test)]
mod tests;
