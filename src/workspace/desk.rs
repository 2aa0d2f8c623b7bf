//! The editor's desk, as a project has it at one moment: facts become words, and what is named by its
//! field becomes a place.

use std::collections::BTreeSet;

use super::Snapshot;
use crate::base::{Diagnostic, Span, UrlPath};
use crate::language::Language;
use crate::site::Entry;
use crate::views::desk::{self, Beside, Desk, DeskPage, Known, Written};
use crate::views::thank_cards::scene;

impl Snapshot {
    /// What there is to do for whoever runs it, in a language.
    pub(crate) fn desk(&self, language: &Language, beside: &Beside<'_>) -> Desk<Span> {
        let here = UrlPath::new("index.html").expect("an address");
        let scene = scene(&self.context, &self.routes, language, &here);
        let new = beside.built.map(|built| self.new_since(built)).unwrap_or_default();
        let known = Known { found: self.diagnostics(), thanks: &beside.thanks, new };
        let desk = desk::desk(&scene, &known);
        desk.placed(|place| match place {
            Written::At(anchor) => self.reading.span(&anchor),
            Written::In(span) => span,
        })
    }

    /// The texts that have a page now and had none in a site that was built before. One for other
    /// readers says nothing of it: it lacks what only colleagues see.
    fn new_since(&self, built: &BTreeSet<UrlPath>) -> Vec<&Entry> {
        let site = self.site();
        let default = site.languages.default();
        if !built.contains(&site.checks_address(default.as_str())) {
            return vec![];
        }
        let own = self.routes.all.iter().filter(|(address, route)| {
            route.language.as_ref() == Some(default) && !built.contains(*address)
        });
        let names = own.filter_map(|(_, route)| route.view.text());
        names.filter_map(|name| site.entry(name)).map(|entry| &**entry).collect()
    }

    /// The same as a page, whose places are slots.
    pub(crate) fn desk_page(&self, wanted: &DeskPage<'_, Span>) -> Result<String, Diagnostic> {
        desk::page(&self.context, &self.routes, wanted)
    }
}

#[cfg(test)]
mod tests;
