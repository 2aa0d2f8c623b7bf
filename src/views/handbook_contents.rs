//! The first page of the handbook: groups in the order of what readers worry about, as
//! `programme.toml` has them, or one group for each folder.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Page;
use super::helpers::Helper;
use super::page_meta::PageMeta;
use super::scene::{LinkTo, Scene};
use super::tree::branch_link;
use crate::config::HandbookGroup;
use crate::site::Entry;
use crate::site::navigation::Branch;

/// What the template `handbook.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    groups: Vec<Group>,
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
    let written = &scene.site.programme.handbook;
    let groups = match written.is_empty() {
        true => by_folder(scene, &scene.site.navigation.roots),
        false => as_written(scene, written),
    };
    let title = scene.text("nav-handbook");
    Page {
        meta: PageMeta { title, kind: "handbook", ..PageMeta::default() },
        crumbs: vec![scene.home()],
        values: Values { groups },
    }
}

/// The groups of `programme.toml` that the page shows large, each with its number on it, from 1.
pub(super) fn named_groups(scene: &Scene<'_>) -> Vec<(usize, String)> {
    let default = scene.site.default_language();
    let is_shown = |group: &&HandbookGroup| {
        group.pages.iter().any(|page| scene.site.entry(&page.id).is_some())
    };
    let shown = scene.site.programme.handbook.iter().filter(is_shown).zip(1..);
    let large = shown.filter(|(group, _)| group.voice.is_some());
    large
        .map(|(group, number)| (number, group.name.value.get(scene.code(), default).to_owned()))
        .collect()
}

/// The groups of `programme.toml`, and last the pages that none of them names.
fn as_written(scene: &Scene<'_>, written: &[HandbookGroup]) -> Vec<Group> {
    let default = scene.site.default_language();
    let local = |text: &crate::data::Localized| text.get(scene.code(), default).to_owned();
    let named: BTreeSet<&str> =
        written.iter().flat_map(|group| &group.pages).map(|page| page.id.as_str()).collect();
    let mut groups: Vec<Group> = written
        .iter()
        .map(|group| {
            let pages = group.pages.iter().filter_map(|page| scene.site.entry(&page.id));
            let mut pages = pages.map(|entry| chapter(scene, entry));
            let voice = group.voice.as_ref().map(local);
            Group {
                name: Some(local(&group.name.value)),
                first: voice.as_ref().and_then(|_| pages.next()),
                is_small: voice.is_none(),
                voice,
                pages: pages.collect(),
                helper: group.helper.as_ref().and_then(|person| scene.helper_named(person)),
            }
        })
        .filter(|group| group.first.is_some() || !group.pages.is_empty())
        .collect();
    let others = scene.site.navigation.order.iter().filter(|name| !named.contains(name.as_str()));
    let others = others.filter_map(|name| scene.site.entry(name)).take(MOST);
    let pages: Vec<Chapter> = others.map(|entry| chapter(scene, entry)).collect();
    if !pages.is_empty() {
        let name = Some(scene.text("more-pages"));
        let (voice, first, helper) = (None, None, None);
        groups.push(Group { name, voice, first, pages, helper, is_small: true });
    }
    groups
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

/// All that is in a folder, for the page that opens the folder.
pub(super) fn chapters(scene: &Scene<'_>, branches: &[Branch]) -> Vec<Chapter> {
    branches.iter().filter_map(|branch| branch_chapter(scene, branch)).collect()
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
