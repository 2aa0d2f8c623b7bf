//! The text at the head of a list or of the home page: `index.md` of its folder.

use serde::Serialize;

use super::page_meta::PageMeta;
use super::scene::Scene;
use crate::document::Kind;

/// What stands above a list, in the words of the file that opens its folder.
#[derive(Serialize)]
pub(crate) struct Opening {
    pub(crate) title: String,
    summary: Option<String>,
    /// HTML; empty on all pages of the list but the first.
    html: String,
    /// The language of its words, where it is not translated.
    lang: String,
}

impl Scene<'_> {
    /// The text at the head of the list of a kind, for a page of it.
    pub(crate) fn opening(&self, kind: Kind, page: usize) -> Option<Opening> {
        self.opening_named(kind.opening()?, page)
    }

    /// The text of this name, where it opens a page.
    pub(crate) fn opening_named(&self, name: &str, page: usize) -> Option<Opening> {
        let document = self.document(self.site.entry(name)?);
        let summary = document.summary().map(str::to_owned);
        Some(Opening {
            title: document.title().to_owned(),
            summary,
            html: if page == 1 { self.html(document) } else { String::new() },
            lang: document.facts.language.clone(),
        })
    }

    /// What a list says of itself: the title of what opens it, or else the text of this key.
    pub(crate) fn list_meta(
        &self,
        opening: Option<&Opening>,
        key: &str,
        kind: &'static str,
    ) -> PageMeta {
        let title = opening.map(|it| it.title.clone()).filter(|it| !it.is_empty());
        PageMeta { title: title.unwrap_or_else(|| self.text(key)), kind, ..PageMeta::default() }
    }
}
