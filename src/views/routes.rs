//! Every address: those of a site (pages, lists, feeds, files, redirects from aliases), and those
//! of a look.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::address_claims::{AddressClaims, Owner};
use super::lists::{Filter, List, lists};
use super::view::{COACH_RULES, FEED_LIST, LIST_MEMBERS, WALL_LISTS};
use super::withheld_contacts::{NotCalled, WithheldContacts};
use super::{Route, View, coach_rules, feeds, paging, poster_addresses, slides, training_calendar};
use crate::base::{Finding, Rendition, SourcePath, UrlPath};
use crate::document::Kind;
use crate::document::kinds::table::{Public, Section};
use crate::language::Language;
use crate::look::{Asset, Look};
use crate::site::addresses::{
    ALL_MEETINGS, CHECKS, EVALUATION, PROGRAMME, SLIDES, TRAINING_DATES, alias_path, evaluation_of,
    goal_path, meeting_calendar_path, meeting_path, page_path,
};
use crate::site::links::{ASK, TELL};
use crate::site::name_words::NameWords;
use crate::site::renditions::renditions;
use crate::site::{Entry, Media, Site};

/// All addresses except those of the look, with what each shows, and the long lists that several of
/// them share. Texts are given by name: what they say is looked up in the site.
pub(crate) struct Routes {
    pub(crate) all: BTreeMap<UrlPath, Route>,
    pub(crate) lists: BTreeMap<Filter, Arc<List>>,
    /// Stories with an outcome, as places in `Site::stories`.
    pub(crate) successes: Vec<usize>,
}

impl Routes {
    /// The photos that are shown, each with all its renditions.
    pub(crate) fn photos(&self) -> BTreeMap<&SourcePath, Vec<Rendition>> {
        let mut photos: BTreeMap<&SourcePath, Vec<Rendition>> = BTreeMap::new();
        for route in self.all.values() {
            if let View::Photo(path, rendition) = &route.view {
                photos.entry(path).or_default().push(*rendition);
            }
        }
        photos
    }
}

/// Lists the addresses. If two views want the same address, one gets it; if a text is among the
/// two, the collision is reported.
pub(crate) fn routes(site: &Site) -> (Routes, Vec<Finding>) {
    let (lists, texts) = rayon::join(|| lists(site), || texts(site));
    let successes = site.with_outcome();
    let mut views = in_every_language(site, &lists, successes.len());
    views.extend(texts);
    let mut claims = AddressClaims::new(site, views.len());
    for language in site.languages.all() {
        for (path, view, owner) in &views {
            let owner = owner.map(|entry| Owner { entry, alias: None });
            claims.add(path, view.clone(), language, owner);
        }
    }
    let has_aliases =
        |(_, entry): &(_, &Arc<Entry>)| !entry.original.meta.common().aliases().is_empty();
    let aliased: Vec<(&Arc<str>, &Arc<Entry>)> = site.entries.iter().filter(has_aliases).collect();
    if !aliased.is_empty() {
        let (names, contacts) = (NameWords::of(site), WithheldContacts::of(site));
        let has_number = |alias: &str| {
            contacts.within_address(alias).is_some_and(|it| it.why == NotCalled::Withheld)
        };
        let is_withheld = |alias: &str| names.has_whole(alias) || has_number(alias);
        for language in site.languages.all() {
            aliases(&aliased, &is_withheld, language, &mut claims);
        }
    }
    if lists.len() > 1 {
        claims.add_at(LIST_MEMBERS, View::ListMembers, None);
    }
    language_independent(site, &mut claims);
    let (all, found) = claims.given();
    (Routes { all: all.into_iter().collect(), lists, successes }, found)
}

type Owned<'a> = (Arc<str>, View, Option<&'a Entry>);

/// The pages that Storywall itself makes, once in each language.
fn in_every_language<'a>(
    site: &'a Site,
    lists: &BTreeMap<Filter, Arc<List>>,
    successes: usize,
) -> Vec<Owned<'a>> {
    let mut views: Vec<Owned<'_>> = vec![];
    let mut add = |path: String, view: View, owner: Option<&'a Arc<Entry>>| {
        views.push((path.into(), view, owner.map(|entry| &**entry)));
    };
    let per_page = site.config.per_page;
    add("404.html".into(), View::NotFound, None);
    add("site.webmanifest".into(), View::Manifest, None);
    add("index.html".into(), View::Home, site.entry("index"));
    add(
        Section::Stories.row().address.into(),
        View::Wall { list: everything(lists), page: 1 },
        Kind::Story.opening().and_then(|name| site.entry(name)),
    );
    if !site.is_public() {
        add(Section::Handbook.row().address.into(), View::Handbook, None);
        add(CHECKS.into(), View::Checks, None);
        if !site.quarters.is_empty() {
            add(EVALUATION.into(), View::Evaluations, None);
        }
        for quarter in site.quarters.keys() {
            add(evaluation_of(*quarter), View::Evaluation(*quarter), None);
        }
        add(PROGRAMME.into(), View::Programme, None);
        if slides::is_there(site) {
            add(SLIDES.into(), View::Slides, None);
        }
    }
    if training_calendar::is_there(site) {
        add(TRAINING_DATES.into(), View::TrainingCalendar, None);
    }
    for (path, view) in goals(site).into_iter().chain(meetings(site)) {
        add(path, view, None);
    }
    for kind in Kind::ALL.iter().copied().filter(|kind| is_listed(site, *kind)) {
        let (Some(first), Some(opening)) = (kind.list_address(), kind.opening()) else { continue };
        let count = site.of_kind(kind).count();
        for page in 1..=paging::pages(count, kind.row().list.per_page()) {
            let path = paging::page_path(first, page);
            add(path, View::List { kind, page }, site.entry(opening));
        }
    }
    for page in 1..=paging::pages(successes, per_page) {
        add(paging::page_path("stories/successes.html", page), View::Successes { page }, None);
    }
    add(WALL_LISTS.into(), View::WallLists, None);
    add(FEED_LIST.into(), View::FeedList, None);
    if site.invites() {
        add(TELL.into(), View::Tell, None);
        add(ASK.into(), View::Ask, None);
    }
    for entry in poster_addresses::texts(site) {
        add(poster_addresses::path(&entry.name), View::Poster(entry.name.as_str().into()), None);
    }
    if coach_rules::is_shown(site) {
        add(COACH_RULES.into(), View::CoachRules, None);
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

/// The pages of the goals of the programme, which are for colleagues.
fn goals(site: &Site) -> Vec<(String, View)> {
    let mut ids = HashSet::new();
    // A second one of the same id is told where it stands.
    let goals = site.programme.goals.iter().enumerate();
    let goals = goals.filter(|(_, goal)| !site.is_public() && ids.insert(&goal.id.value));
    let pages = goals.flat_map(|(goal, it)| {
        let stories = site.stories_for(&it.id.value).len();
        let first = goal_path(&it.id.value);
        (1..=paging::pages(stories, site.config.per_page))
            .map(move |page| (paging::page_path(&first, page), View::Goal { goal, page }))
    });
    pages.collect()
}

/// The pages and calendars of meetings, which are for colleagues.
fn meetings(site: &Site) -> Vec<(String, View)> {
    let meetings = &site.programme.meetings;
    if site.is_public() || meetings.is_empty() {
        return vec![];
    }
    let own = meetings.iter().enumerate().flat_map(|(at, meeting)| {
        let part = meeting.address_part(site.default_language());
        [
            (meeting_path(&part), View::Meeting(at)),
            (meeting_calendar_path(&part), View::MeetingCalendar(Some(at))),
        ]
    });
    let all = (ALL_MEETINGS.to_owned(), View::MeetingCalendar(None));
    std::iter::once(all).chain(own).collect()
}

/// Whether the site has a list of this kind that consists only of texts of the kind.
fn is_listed(site: &Site, kind: Kind) -> bool {
    let row = kind.row();
    row.list.shown().is_some() && !(site.is_public() && row.public == Public::Never)
}

/// The texts, each at its own address. The opening text of a list is left out: it is shown at the
/// head of the list.
fn texts(site: &Site) -> Vec<Owned<'_>> {
    fn text<'a>((name, entry): (&Arc<str>, &'a Arc<Entry>)) -> Option<Owned<'a>> {
        let kind = entry.original.kind;
        let is_opening = kind == Kind::Page && Kind::is_opening(name);
        let view = View::Text(kind, name.clone());
        (!is_opening).then(|| (page_path(name).into(), view, Some(&**entry)))
    }
    site.entries.iter().filter_map(text).collect()
}

/// The addresses that are the same for all languages.
fn language_independent(site: &Site, claims: &mut AddressClaims<'_>) {
    for feed in feeds::feeds(site) {
        let path = feed.path();
        let language = match &feed {
            feeds::Feed::Language(code) => Language::parse(code),
            _ => None,
        };
        claims.add_at(&format!("{path}.xml"), View::Atom(feed.clone()), language.as_ref());
        claims.add_at(&format!("{path}.json"), View::JsonFeed(feed), language.as_ref());
    }
    claims.add_at("sitemap.xml", View::Sitemap, None);
    claims.add_at("robots.txt", View::Robots, None);
    for (path, shown) in crate::site::media::shown(site) {
        let Some(medium) = site.media.get(&path) else { continue };
        let renditions = match medium {
            Media::Picture(photo) => renditions(photo, shown, &site.config),
            Media::Recording(_) | Media::File { .. } => vec![],
        };
        if renditions.is_empty() {
            let address = site.file_address(&path, *medium);
            claims.add_at(address.as_str(), View::Media(path.clone()), None);
        }
        let Media::Picture(photo) = medium else { continue };
        for rendition in renditions {
            let address = site.photo_address(&path, photo, rendition);
            claims.add_at(address.as_str(), View::Photo(path.clone(), rendition), None);
        }
    }
}

fn aliases<'a>(
    aliased: &[(&'a Arc<str>, &'a Arc<Entry>)],
    is_withheld: &dyn Fn(&str) -> bool,
    language: &Language,
    claims: &mut AddressClaims<'a>,
) {
    for &(name, entry) in aliased {
        // An old address is left out at once; that of a page stays until its file is renamed.
        let aliases = entry.original.meta.common().aliases().iter();
        for alias in aliases.filter(|alias| !is_withheld(&alias.value)) {
            let Some(path) = alias_path(&alias.value) else { continue };
            let owner = Owner { entry, alias: Some(alias.at) };
            claims.add(&path.into(), View::Redirect(name.clone()), language, Some(owner));
        }
    }
}

/// The files of a look that pages load; each address is given once. They cannot have the address of
/// a text or a picture, because those end in `.html` or begin with `media/`.
pub(crate) fn assets(look: &Look) -> BTreeMap<UrlPath, Route> {
    let mut claimed = HashSet::new();
    let named = look.assets.iter().filter(|(_, asset)| claimed.insert(asset.address.folded()));
    let route = |(name, asset): (&String, &Asset)| {
        let path = asset.address.as_str().into();
        (asset.address.clone(), Route { view: View::Asset(name.clone()), language: None, path })
    };
    named.map(route).collect()
}

fn everything(lists: &BTreeMap<Filter, Arc<List>>) -> Arc<List> {
    lists.get(&Filter::Everything).cloned().expect("the wall is always there")
}
