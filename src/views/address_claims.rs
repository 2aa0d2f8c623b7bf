//! Which text claims which address: each is given to the first that claims it.

use std::collections::hash_map::Entry as Claim;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::{Route, View};
use crate::base::{Anchor, At, Code, Diagnostic, Finding, Note, UrlPath};
use crate::language::Language;
use crate::site::{Entry, Site};

/// The addresses that are claimed so far.
pub(crate) struct AddressClaims<'a> {
    site: &'a Site,
    all: Vec<(UrlPath, Route)>,
    /// Who has an address, by the address in lower case. The pages that Storywall makes itself
    /// have no owner.
    owners: HashMap<UrlPath, Option<Owner<'a>>>,
    /// The clashes that were reported, by who must go and who stays: once, not in each language.
    reported: BTreeSet<(String, String)>,
    out: Vec<Finding>,
}

/// The text that an address belongs to, and the place of the alias if it is one.
#[derive(Clone, Copy)]
pub(crate) struct Owner<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) alias: Option<At>,
}

impl<'a> AddressClaims<'a> {
    /// No address is claimed yet; about so many will be, in each language.
    pub(crate) fn new(site: &'a Site, expected: usize) -> AddressClaims<'a> {
        let expected = expected * site.languages.all().count();
        AddressClaims {
            site,
            all: Vec::with_capacity(expected),
            owners: HashMap::with_capacity(expected),
            reported: BTreeSet::new(),
            out: vec![],
        }
    }

    /// What was given, and what is wrong with the rest.
    pub(crate) fn given(self) -> (Vec<(UrlPath, Route)>, Vec<Finding>) {
        (self.all, self.out)
    }

    /// `path` in the tree of `language`.
    pub(crate) fn add(
        &mut self,
        path: &Arc<str>,
        view: View,
        language: &Language,
        owner: Option<Owner<'a>>,
    ) {
        let translated = language.as_str() != self.site.default_language();
        let address = match translated {
            true => self.site.address(path, language.as_str()),
            false => UrlPath::shared(path).expect("addresses are made of slugs"),
        };
        if self.is_free(&address, translated, owner) {
            let route = Route { view, language: Some(language.clone()), path: path.clone() };
            self.all.push((address, route));
        }
    }

    /// What stands at the same address for all languages.
    pub(crate) fn add_at(&mut self, address: &str, view: View, language: Option<&Language>) {
        let Some(url) = UrlPath::new(address) else { return };
        if self.is_free(&url, false, None) {
            let route = Route { view, language: language.cloned(), path: address.into() };
            self.all.push((url, route));
        }
    }

    /// Claims the address if it is free. If it is not, the text that must give way is reported: a file of
    /// `content/da/` may not stand where the Danish of another does.
    fn is_free(&mut self, address: &UrlPath, translated: bool, owner: Option<Owner<'a>>) -> bool {
        let first = match self.owners.entry(address.folded()) {
            Claim::Occupied(first) => *first.get(),
            Claim::Vacant(free) => {
                free.insert(owner);
                return true;
            }
        };
        let (must_go, stays) = match (owner, first) {
            (Some(owner), Some(first)) if translated => (first, Some(owner)),
            (Some(owner), first) => (owner, first),
            (None, Some(first)) => (first, None),
            // Lists whose names have the same slug share a page.
            (None, None) => return false,
        };
        let name = |owner: &Owner<'_>| match owner.alias {
            Some(alias) => format!("{}:{alias:?}", owner.entry.name),
            None => owner.entry.name.clone(),
        };
        let other = stays.as_ref().map_or(String::new(), &name);
        let (one, other) = (name(&must_go), other);
        let known = self.reported.contains(&(other.clone(), one.clone()));
        if self.reported.insert((one, other)) && !known {
            self.out.push(collision(&must_go, stays.as_ref(), address));
        }
        false
    }
}

fn collision(owner: &Owner<'_>, first: Option<&Owner<'_>>, address: &UrlPath) -> Finding {
    let document = &owner.entry.original;
    let mut diagnostic = match owner.alias {
        Some(alias) => {
            let message = format!("The alias “{address}” is the address of a page already");
            Diagnostic::new(Code::AliasTaken, document.anchor(alias), message)
                .hint("Remove the alias: a page of that name is there")
        }
        None => {
            let message = format!("Two texts want the address “{address}”");
            Diagnostic::new(Code::SameAddress, document.top(), message)
                .hint("Give one of the files another name")
        }
    };
    match first {
        Some(first) => {
            let other = Anchor::file(first.entry.original.path.clone());
            let note = Note::Place(other, "the other one".to_owned());
            diagnostic.notes.insert(0, note);
            diagnostic
        }
        None => diagnostic.hint("The page of that address is made by Storywall itself"),
    }
}
