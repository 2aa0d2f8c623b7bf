//! The first page of the handbook: groups in the order of what readers worry about, as
//! `programme.toml` has them, or one group for each folder.

use serde::Serialize;

use super::Page;
use super::handbook_groups::{GroupOfPages, groups};
use super::helpers::Helper;
use super::page_meta::PageMeta;
use super::scene::{LinkTo, Scene};
use super::tree::branch_link;
use crate::site::Entry;
use crate::site::addresses::{CHECKS, EVALUATION};
use crate::site::navigation::Branch;

/// What the template `handbook.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    groups: Vec<Group>,
    /// Where it stands what each code of a report means.
    checks_url: String,
    /// All quarters that were evaluated, if any were.
    evaluations_url: Option<String>,
}

#[derive(Serialize)]
struct Group {
    /// When readers need it: "Before you tell". None for pages at the top of a handbook without
    /// groups.
    name: Option<String>,
    /// What readers ask themselves: "Am I allowed to?" A group without it stands small.
    voice: Option<String>,
    /// The page that answers it.
    first: Option<Chapter>,
    pages: Vec<Chapter>,
    helper: Option<Helper>,
    is_small: bool,
}

/// A page of the handbook in a list.
#[derive(Serialize)]
pub(super) struct Chapter {
    title: String,
    url: String,
    /// The language of its words.
    lang: String,
    summary: Option<String>,
}

/// How many pages one group lists; the page that opens a folder lists all of them.
const MOST: usize = 60;

pub(crate) fn view(scene: &Scene<'_>) -> Page<Values> {
    let groups = match scene.site.navigation.groups.is_empty() {
        true => by_folder(scene, &scene.site.navigation.roots),
        false => as_written(scene),
    };
    let title = scene.text("nav-handbook");
    Page {
        meta: PageMeta { title, kind: "handbook", ..PageMeta::default() },
        crumbs: vec![scene.home()],
        values: Values {
            groups,
            checks_url: scene.url(CHECKS),
            evaluations_url: (!scene.site.quarters.is_empty()).then(|| scene.url(EVALUATION)),
        },
    }
}

/// The groups of `programme.toml`, and last the pages that none of them names.
fn as_written(scene: &Scene<'_>) -> Vec<Group> {
    let group = |group: GroupOfPages<'_>| {
        let voice = group.written.and_then(|written| written.voice.as_ref());
        let voice = voice.map(|text| text.get(scene.code(), scene.site.default_language()));
        let most = if group.written.is_some() { group.pages.len() } else { MOST };
        let pages = group.pages.iter().take(most).filter_map(|name| scene.site.entry(name));
        let mut pages = pages.map(|entry| chapter(scene, entry));
        let helper = group.written.and_then(|written| written.helper.as_ref());
        Group {
            name: Some(group.name(scene)),
            first: voice.and_then(|_| pages.next()),
            voice: voice.map(str::to_owned),
            pages: pages.collect(),
            helper: helper.and_then(|person| scene.helper_named(person)),
            is_small: group.is_small(),
        }
    };
    groups(scene).map(group).collect()
}

/// The pages at the top, and a group for each folder.
fn by_folder(scene: &Scene<'_>, roots: &[Branch]) -> Vec<Group> {
    let (folders, pages): (Vec<&Branch>, Vec<&Branch>) =
        roots.iter().partition(|branch| !branch.children.is_empty());
    let group = |name, first, pages| {
        let (voice, helper, is_small) = (None, None, false);
        Group { name, voice, first, pages, helper, is_small }
    };
    let listed = |branches: &[&Branch]| -> Vec<Chapter> {
        branches.iter().take(MOST).filter_map(|branch| branch_chapter(scene, branch)).collect()
    };
    let mut groups = vec![];
    if !pages.is_empty() {
        groups.push(group(None, None, listed(&pages)));
    }
    groups.extend(folders.into_iter().filter_map(|folder| {
        let name = branch_link(scene, folder)?.title;
        let first = folder.name.as_ref().and_then(|_| branch_chapter(scene, folder));
        let children: Vec<&Branch> = folder.children.iter().collect();
        Some(group(Some(name), first, listed(&children)))
    }));
    groups
}

/// What is in a folder and not linked in its text, for the page that opens the folder.
pub(super) fn chapters<'a>(
    scene: &Scene<'_>,
    branches: impl Iterator<Item = &'a Branch>,
) -> Vec<Chapter> {
    branches.filter_map(|branch| branch_chapter(scene, branch)).collect()
}

fn branch_chapter(scene: &Scene<'_>, branch: &Branch) -> Option<Chapter> {
    if let Some(entry) = branch.name.as_deref().and_then(|name| scene.site.entry(name)) {
        return Some(chapter(scene, entry));
    }
    let LinkTo { title, url } = branch_link(scene, branch)?;
    Some(Chapter { title, url, lang: scene.code().to_owned(), summary: None })
}

fn chapter(scene: &Scene<'_>, entry: &Entry) -> Chapter {
    let document = scene.document(entry);
    Chapter {
        title: document.title().to_owned(),
        url: scene.url_of(&entry.name),
        lang: document.facts.language.clone(),
        summary: scene.summary(entry).map(str::to_owned),
    }
}
