//! Every address there is.

use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::wall::{Filter, List};
use super::{Context, Route, View, feeds, paging, people, successes, wall};
use crate::base::{Diagnostic, Note, Rendition, SourcePath, Span, UrlPath};
use crate::document::{Document, Kind};
use crate::language::Language;
use crate::site::addresses::{alias_path, page_path};
use crate::site::renditions::{self, renditions};
use crate::site::{Entry, Media, Site};

/// All addresses with what is seen there, and the long lists that several of them share.
#[derive(Clone)]
pub struct Routes {
    pub all: BTreeMap<UrlPath, Route>,
    pub lists: BTreeMap<Filter, Arc<List>>,
    /// Stories with an outcome, as places in `Site::stories`.
    pub successes: Vec<usize>,
}

impl Routes {
    /// The same addresses where `Site::reworded` made `site` of the site that these are of.
    pub fn reworded(&self, site: &Site, changed: &[Arc<Document>]) -> Routes {
        let mut all = self.all.clone();
        for entry in changed.iter().filter_map(|document| site.entry(&document.name)) {
            for language in site.languages.all() {
                let address = site.address_of(&entry.name, language.as_str());
                let shown = all.get_mut(&address).and_then(|route| route.view.entry_mut());
                // Where two wanted the address, it may be another's.
                if let Some(shown) = shown.filter(|shown| shown.name == entry.name) {
                    *shown = entry.clone();
                }
            }
        }
        Routes { all, lists: self.lists.clone(), successes: self.successes.clone() }
    }
}

impl Routes {
    /// The photos that are shown, each with all its renditions.
    pub fn photos(&self) -> BTreeMap<&SourcePath, Vec<Rendition>> {
        let mut photos: BTreeMap<&SourcePath, Vec<Rendition>> = BTreeMap::new();
        for route in self.all.values() {
            if let View::Photo(path, rendition) = &route.view {
                photos.entry(path).or_default().push(*rendition);
            }
        }
        photos
    }
}

/// Lists the addresses; a second one that wants the same address is reported and left out.
pub fn routes(context: &Context) -> (Routes, Vec<Diagnostic>) {
    let site = &*context.site;
    let (lists, texts) = rayon::join(|| wall::lists(site), || texts(site));
    let successes = successes::with_outcome(site);
    let mut taken =
        Taken { site, all: vec![], owners: HashMap::new(), told: BTreeSet::new(), out: vec![] };
    let mut views = in_every_language(site, &lists, successes.len());
    views.extend(texts);
    for language in site.languages.all() {
        for (path, view, owner) in &views {
            let owner = owner.clone().map(|entry| Owner { entry, alias: None });
            taken.add(path, view.clone(), Some(language), owner);
        }
    }
    let has_aliases = |entry: &&Arc<Entry>| !entry.original.meta.aliases().is_empty();
    let aliased: Vec<&Arc<Entry>> = site.entries.values().filter(has_aliases).collect();
    for language in site.languages.all() {
        aliases(&aliased, language, &mut taken);
    }
    once(context, &mut taken);
    // The map is made of all addresses at once: what served to find them need not lie beside it.
    drop((views, taken.owners));
    (Routes { all: taken.all.into_iter().collect(), lists, successes }, taken.out)
}

type Owned = (Arc<str>, View, Option<Arc<Entry>>);

/// What Storywall makes itself, once in every language.
fn in_every_language(
    site: &Site,
    lists: &BTreeMap<Filter, Arc<List>>,
    successes: usize,
) -> Vec<Owned> {
    let mut views: Vec<Owned> = vec![];
    let mut add = |path: String, view: View, owner: Option<&Arc<Entry>>| {
        views.push((path.into(), view, owner.cloned()));
    };
    let per_page = site.config.per_page;
    add("404.html".into(), View::NotFound, None);
    add("site.webmanifest".into(), View::Manifest, None);
    add("index.html".into(), View::Home, site.entry("index"));
    add("stories/index.html".into(), View::Wall { list: everything(lists), page: 1 }, None);
    if !site.is_public() {
        add("handbook.html".into(), View::Handbook, None);
        add("faq/index.html".into(), View::Questions, site.entry("faq/index"));
        add("speaking/index.html".into(), View::Speaking, site.entry("speaking/index"));
    }
    add("themes/index.html".into(), View::Themes, site.entry("themes/index"));
    add("talks/index.html".into(), View::Talks, site.entry("talks/index"));
    let count = site.of_kind(Kind::Person).count();
    for page in 1..=paging::pages(count, people::PER_PAGE) {
        let path = paging::page_path("people/index.html", page);
        add(path, View::People { page }, site.entry("people/index"));
    }
    for page in 1..=paging::pages(successes, per_page) {
        add(paging::page_path("stories/successes.html", page), View::Successes { page }, None);
    }
    for list in lists.values() {
        for page in 1..=paging::pages(list.stories.len(), per_page) {
            if list.filter == Filter::Everything && page == 1 {
                continue;
            }
            let path = paging::page_path(&list.path, page);
            add(path, View::Wall { list: list.clone(), page }, None);
        }
    }
    views
}

/// The texts, each at an address of its own.
fn texts(site: &Site) -> Vec<Owned> {
    let text = |entry: &Arc<Entry>| {
        let view = match entry.original.kind {
            Kind::Page if !crate::site::navigation::is_handbook(entry) => return None,
            Kind::Page | Kind::Guideline => View::Page(entry.clone()),
            Kind::Theme => View::Theme(entry.clone()),
            Kind::Faq => View::Question(entry.clone()),
            Kind::Story => View::Story(entry.clone()),
            Kind::Person => View::Person(entry.clone()),
            Kind::Opportunity => View::Opportunity(entry.clone()),
            Kind::Talk => View::Talk(entry.clone()),
        };
        Some((page_path(&entry.name).into(), view, Some(entry.clone())))
    };
    site.entries.values().filter_map(text).collect()
}

/// What is the same for all languages.
fn once(context: &Context, taken: &mut Taken<'_>) {
    for feed in feeds::feeds(&context.site) {
        let path = feed.path();
        let language = match &feed {
            feeds::Feed::Language(code) => Language::parse(code),
            _ => None,
        };
        taken.add_at(&format!("{path}.xml"), View::Atom(feed.clone()), language.as_ref());
        taken.add_at(&format!("{path}.json"), View::JsonFeed(feed), language.as_ref());
    }
    taken.add_at("sitemap.xml", View::Sitemap, None);
    taken.add_at("robots.txt", View::Robots, None);
    for (name, asset) in &context.look.assets {
        taken.add_at(asset.address.as_str(), View::Asset(name.clone()), None);
    }
    for (path, shown) in crate::site::media::shown(&context.site) {
        let Some(medium) = context.site.media.get(&path) else { continue };
        let renditions = match medium {
            Media::Picture(photo) => renditions(photo, shown, &context.site.config),
            Media::File { .. } => vec![],
        };
        if renditions.is_empty() {
            taken.add_at(medium.address(&path).as_str(), View::Media(path.clone()), None);
        }
        let Media::Picture(photo) = medium else { continue };
        for rendition in renditions {
            let address = renditions::address(&path, photo, rendition);
            taken.add_at(address.as_str(), View::Photo(path.clone(), rendition), None);
        }
    }
}

fn aliases(aliased: &[&Arc<Entry>], language: &Language, taken: &mut Taken<'_>) {
    for &entry in aliased {
        for alias in entry.original.meta.aliases() {
            let Some(path) = alias_path(&alias.value) else { continue };
            let view = View::Redirect {
                to: page_path(&entry.name),
                title: entry.title(language.as_str()).to_owned(),
            };
            let owner = Owner { entry: entry.clone(), alias: Some(alias.range.clone()) };
            taken.add(&path.into(), view, Some(language), Some(owner));
        }
    }
}

fn everything(lists: &BTreeMap<Filter, Arc<List>>) -> Arc<List> {
    lists.get(&Filter::Everything).cloned().expect("the wall is always there")
}

/// Addresses while they are given away.
struct Taken<'a> {
    site: &'a Site,
    all: Vec<(UrlPath, Route)>,
    /// Who has an address, by the address in lower case. The pages that Storywall makes itself
    /// have no owner.
    owners: HashMap<UrlPath, Option<Owner>>,
    /// The clashes that were told, by who must go and who stays: once, not in each language.
    told: BTreeSet<(String, String)>,
    out: Vec<Diagnostic>,
}

/// The text that an address belongs to, and the place of the alias if it is one.
#[derive(Clone)]
struct Owner {
    entry: Arc<Entry>,
    alias: Option<Range<usize>>,
}

impl Taken<'_> {
    fn add(
        &mut self,
        path: &Arc<str>,
        view: View,
        language: Option<&Language>,
        owner: Option<Owner>,
    ) {
        let code = language.map_or(self.site.default_language(), Language::as_str);
        let translated = code != self.site.default_language();
        let address = match translated {
            true => self.site.address(path, code),
            false => UrlPath::shared(path).expect("addresses are made of slugs"),
        };
        if self.is_free(&address, translated, owner) {
            let route = Route { view, language: language.cloned(), path: path.clone() };
            self.all.push((address, route));
        }
    }

    fn add_at(&mut self, address: &str, view: View, language: Option<&Language>) {
        let Some(url) = UrlPath::new(address) else { return };
        if self.is_free(&url, false, None) {
            let route = Route { view, language: language.cloned(), path: address.into() };
            self.all.push((url, route));
        }
    }

    /// Takes the address if nobody has it. If somebody has, who must give way is told: a file of
    /// `content/da/` may not stand where the Danish of another does.
    fn is_free(&mut self, address: &UrlPath, translated: bool, owner: Option<Owner>) -> bool {
        let first = match self.owners.entry(address.folded()) {
            Slot::Occupied(first) => first.get().clone(),
            Slot::Vacant(free) => {
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
        let name = |owner: &Owner| match &owner.alias {
            Some(place) => format!("{}:{}", owner.entry.name, place.start),
            None => owner.entry.name.clone(),
        };
        let other = stays.as_ref().map_or(String::new(), &name);
        let (one, other) = (name(&must_go), other);
        let known = self.told.contains(&(other.clone(), one.clone()));
        if self.told.insert((one, other)) && !known {
            self.out.push(collision(&must_go, stays.as_ref(), address));
        }
        false
    }
}

fn collision(owner: &Owner, first: Option<&Owner>, address: &UrlPath) -> Diagnostic {
    let document = &owner.entry.original;
    let diagnostic = match &owner.alias {
        Some(place) => {
            let message = format!("The alias “{address}” is the address of a page already");
            Diagnostic::error("alias-taken", document.span(place.clone()), message)
                .hint("Take the alias away: a page of that name is there")
        }
        None => {
            let message = format!("Two texts want the address “{address}”");
            Diagnostic::error("same-address", document.top(), message)
                .hint("Give one of the files another name")
        }
    };
    match first {
        Some(first) => {
            let other = Span::file(first.entry.original.source.path.clone());
            let note = Note::Place(other, "the other one".to_owned());
            let notes = std::iter::once(note).chain(diagnostic.notes).collect();
            Diagnostic { notes, ..diagnostic }
        }
        None => diagnostic.hint("The page of that address is made by Storywall itself"),
    }
}
