//! What an address is made of: read from what it answers, so that nothing can be forgotten.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Snapshot;
use crate::base::{Body, Diagnostic, Hash, SourcePath, UrlPath};
use crate::document::Facts;
use crate::views::View;
use crate::views::fixtures::COMPONENTS;

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
        let output = match self.render(address)? {
            Ok(output) => output,
            Err(mistake) => return Some(Err(mistake)),
        };
        let mut origins = Origins {
            kind: route.view.word(),
            language: route.language.as_ref().map(|language| language.as_str().to_owned()),
            own: self.own_files(address),
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
        let config = &self.site().config.path;
        let settings = [config, &self.site().programme_path];
        let settings = settings.into_iter().filter(|path| self.text(path).is_some());
        origins.settings = settings.cloned().collect();
        if let Body::Bytes(bytes) = &output.body {
            origins.size = Some(bytes.len());
            self.add_mentioned(address, &String::from_utf8_lossy(bytes), &mut origins);
        }
        if let Some(template) = route.view.template() {
            let names = std::iter::once(template).chain(COMPONENTS.iter().copied());
            origins.templates =
                self.context.look.templates_of(names).into_iter().cloned().collect();
            let language = origins.language.as_deref().unwrap_or_default();
            let ending = format!("/texts/{language}.ftl");
            let sources = self.context.look.sources.keys();
            let texts = sources.filter(|path| path.as_str().ends_with(&ending));
            origins.texts = texts.cloned().collect();
        }
        Some(Ok(origins))
    }

    /// The text whose page this is, with its translations.
    pub(crate) fn own_files(&self, address: &UrlPath) -> Vec<SourcePath> {
        let entry = self.route(address).and_then(|route| route.view.entry(self.site()));
        let all = entry
            .into_iter()
            .flat_map(|entry| std::iter::once(&entry.original).chain(entry.translations.values()));
        all.map(|text: &Arc<Facts>| text.path.clone()).collect()
    }

    /// Adds the texts and pictures that the answer of an address leads to.
    fn add_mentioned(&self, address: &UrlPath, text: &str, origins: &mut Origins) {
        let (mut texts, mut pictures) = (BTreeSet::new(), BTreeSet::new());
        let mut styles = BTreeSet::new();
        let base = self.site().base_url().unwrap_or_default();
        for found in addresses_in(text) {
            let to = match found.strip_prefix(base.as_str()).filter(|_| !base.is_empty()) {
                Some(inside) => UrlPath::new(inside),
                None => joined(address, found),
            };
            let Some(to) = to.filter(|to| to != address) else { continue };
            match self.route(&to).map(|route| &route.view) {
                Some(View::Photo(path, _) | View::Media(path)) => _ = pictures.insert(path.clone()),
                Some(View::Asset(name)) => styles.extend(self.styles_of(name)),
                Some(view) => {
                    texts.extend(view.entry(self.site()).map(|entry| entry.original.path.clone()));
                }
                None => {}
            }
        }
        texts.retain(|path| !origins.own.contains(path));
        origins.mentioned = texts.into_iter().collect();
        origins.pictures = pictures.into_iter().collect();
        origins.styles = styles.into_iter().collect();
    }

    /// The files of the look that an asset is made of.
    fn styles_of(&self, asset: &str) -> Vec<SourcePath> {
        let folder = match asset.strip_prefix("style").and_then(|it| it.strip_suffix(".css")) {
            Some("") => "styles/".to_owned(),
            Some(part) => format!("styles/{}/", part.trim_start_matches('-')),
            None if asset == "site.js" => "scripts/".to_owned(),
            None => return self.look_file(asset).into_iter().collect(),
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

/// All that stands in quotes of an attribute or of JSON and may be an address.
fn addresses_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(['"', ' ', ',', '\n']).map(|part| part.split('#').next().unwrap_or_default()).filter(
        |part| {
            part.len() > 3 && part.len() < 512 && part.contains('.') && !part.contains(['<', '>'])
        },
    )
}

/// Where a relative link of `from` leads.
fn joined(from: &UrlPath, link: &str) -> Option<UrlPath> {
    let mut parts: Vec<&str> = from.as_str().split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    UrlPath::new(&parts.join("/"))
}
