//! Decides which text gets which address: the first that claims it.

use std::collections::hash_map::Entry as Claim;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::{Route, View};
use crate::base::{Anchor, At, Code, Diagnostic, Finding, Note, UrlPath};
use crate::check::misnamed_translations::name_without_folder;
use crate::document::Kind;
use crate::language::Language;
use crate::site::addresses::part_slug;
use crate::site::{Entry, Site};

/// The addresses that are claimed so far.
pub(crate) struct AddressClaims<'a> {
    site: &'a Site,
    all: Vec<(UrlPath, Route)>,
    /// The owners of addresses, by the address in lower case. Pages that Storywall itself makes
    /// have no owner.
    owners: HashMap<UrlPath, Option<Owner<'a>>>,
    /// Collisions that were reported, as the text that must change and the one that keeps the
    /// address. Each is reported once, not once in each language.
    reported: BTreeSet<(String, String)>,
    out: Vec<Finding>,
}

/// The text that owns an address, and the position of the alias if the address is one.
#[derive(Clone, Copy)]
pub(crate) struct Owner<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) alias: Option<At>,
}

impl<'a> AddressClaims<'a> {
    /// Without any claims. `expected` is about how many addresses will be claimed in each language.
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

    /// The addresses that were given, and the findings about the others.
    pub(crate) fn given(self) -> (Vec<(UrlPath, Route)>, Vec<Finding>) {
        (self.all, self.out)
    }

    /// Claims `path` in the part of the site for `language`.
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

    /// Claims an address that is the same for all languages.
    pub(crate) fn add_at(&mut self, address: &str, view: View, language: Option<&Language>) {
        let Some(url) = UrlPath::new(address) else { return };
        // Files with the same bytes share an address, which says nothing wrong of either.
        let is_copy = matches!(view, View::Media(_) | View::Photo(..));
        if is_copy && self.owners.get(&url.folded()).is_some_and(Option::is_none) {
            return;
        }
        if self.is_free(&url, false, None) {
            let route = Route { view, language: language.cloned(), path: address.into() };
            self.all.push((url, route));
        }
    }

    /// Claims the address if it is free; otherwise the text that must change is reported. In the
    /// tree of a language other than the default one, that is the text that claimed the address
    /// first, such as a file of `content/da/` at the address of a Danish page.
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
            // The themes themselves want one address, which is told.
            (None, None) if of_themes_alike(self.site, address) => return false,
            // Two goals or meetings of one name are told where they stand.
            (None, None) if is_of_programme(self.site, address) => return false,
            (None, None) => {
                let own = (address.folded().as_str().to_owned(), String::new());
                if self.reported.insert(own) {
                    self.out.push(own_collision(self.site, address));
                }
                return false;
            }
        };
        let name = |owner: &Owner<'_>| match owner.alias {
            Some(alias) => format!("{}:{alias:?}", owner.entry.name),
            None => owner.entry.name.clone(),
        };
        let other = stays.as_ref().map_or(String::new(), &name);
        let (one, other) = (name(&must_go), other);
        let known = self.reported.contains(&(other.clone(), one.clone()));
        // That its name is wrong is told.
        let is_told = stays.is_none() && must_go.entry.original.meant == Some(Kind::Page);
        if self.reported.insert((one, other)) && !known && !is_told {
            self.out.push(collision(self.site, &must_go, stays.as_ref(), address));
        }
        false
    }
}

/// Whether the address is that of a page that `programme.toml` makes, in any language.
fn is_of_programme(site: &Site, address: &UrlPath) -> bool {
    let address = address.as_str();
    let languages = || site.languages.all();
    let inside = address.split_once('/').filter(|(first, _)| {
        languages().any(|language| language.as_str().eq_ignore_ascii_case(first))
    });
    inside.map_or(address, |(_, inside)| inside).starts_with("programme/")
}

/// Whether the address is that of a list or a feed of two themes whose own pages collide, too.
fn of_themes_alike(site: &Site, address: &UrlPath) -> bool {
    let name = address.as_str().rsplit('/').next().unwrap_or_default();
    let slug = name.split('.').next().and_then(|stem| stem.strip_prefix("theme-"));
    let is_its = |slug: &str| {
        site.of_kind(Kind::Theme).filter(|theme| part_slug(theme.id()) == slug).count() > 1
    };
    // An address of its own ends in a hash, which is told from a word by its length.
    let whole = |slug: &str| slug.rsplit_once("-x").map(|(slug, _)| is_its(slug));
    slug.is_some_and(|slug| is_its(slug) || whole(slug) == Some(true))
}

/// Two pages that Storywall itself makes, of places or teams for example: one would be lost.
fn own_collision(site: &Site, address: &UrlPath) -> Finding {
    let message = format!("Two lists would have the same address: “{address}”");
    Diagnostic::new(Code::SameAddress, Anchor::file(site.config.path.clone()), message)
        .hint("Give one of the two places, teams or themes another name")
}

fn collision(
    site: &Site,
    owner: &Owner<'_>,
    first: Option<&Owner<'_>>,
    address: &UrlPath,
) -> Finding {
    let document = &owner.entry.original;
    let other = first.map(|first| first.entry.original.path.as_str());
    let mut diagnostic = match owner.alias {
        Some(alias) => {
            let (message, hint) = of_alias(owner, first, address);
            Diagnostic::new(Code::AliasTaken, document.anchor(alias), message).hint(hint)
        }
        None => {
            let message = match other {
                Some(other) => format!("This page and {other} have the same address: “{address}”"),
                None => format!("The address of this page is already taken: “{address}”"),
            };
            let is_alias = first.is_some_and(|first| first.alias.is_some());
            let hint = match name_without_folder(site, document) {
                Some(name) => {
                    format!("If it is a translation, move it to {name}; if not, rename it")
                }
                None if is_alias => "Rename this file, or remove the alias there".to_owned(),
                None => "Rename this file".to_owned(),
            };
            Diagnostic::new(Code::SameAddress, document.top(), message).hint(hint)
        }
    };
    match first {
        Some(first) if first.entry.name == owner.entry.name => diagnostic,
        Some(first) => {
            let other = &first.entry.original;
            let place = match first.alias {
                Some(alias) => other.anchor(alias),
                None => Anchor::file(other.path.clone()),
            };
            diagnostic.notes.insert(0, Note::Place(place, "the other one".to_owned()));
            diagnostic
        }
        None if owner.alias.is_some() => diagnostic,
        None => diagnostic.hint("Storywall itself makes the page with that address"),
    }
}

/// What is said of an alias that leads elsewhere already, and what to do.
fn of_alias(owner: &Owner<'_>, first: Option<&Owner<'_>>, address: &UrlPath) -> (String, String) {
    let Some(first) = first else {
        return (
            format!("The alias “{address}” is the address of a page that Storywall itself makes"),
            "Remove the alias: readers find that page there".to_owned(),
        );
    };
    let path = &first.entry.original.path;
    match first.alias {
        Some(_) if first.entry.name == owner.entry.name => {
            (format!("The alias “{address}” stands here twice"), "Remove one of the two".to_owned())
        }
        None if first.entry.name == owner.entry.name => (
            format!("The alias “{address}” is the address that this page has now"),
            "Remove the alias: readers find the page there".to_owned(),
        ),
        Some(_) => (
            format!(
                "The alias “{address}” stands here and in {path}, and it can lead to only one page"
            ),
            "Remove it in one of the two files".to_owned(),
        ),
        None => (
            format!("The alias “{address}” is the address of another page, {path}"),
            "Remove the alias: readers find that page there. If they shall find this one, rename \
             that file first"
                .to_owned(),
        ),
    }
}
