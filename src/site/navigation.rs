//! The handbook as a tree: folders and pages in the order that authors gave them; and as the groups of
//! `programme.toml`, where it has some.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::pages::opens_folder;
use super::{Entry, Group};
use crate::config::HandbookGroup;
use crate::document::Kind;
use crate::document::kinds::table::Section;

/// The handbook's tree and the order in which it is read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Navigation {
    pub(crate) roots: Vec<Branch>,
    /// The names of the pages in each group of `programme.toml`, and last of those in none. Empty
    /// where it has no groups.
    pub(crate) groups: Vec<Vec<String>>,
    /// Names in reading order: group by group, or as the tree is read.
    order: Vec<String>,
    places: HashMap<String, usize>,
}

/// A page, or a folder with its opening page.
#[derive(Clone, Debug)]
pub(crate) struct Branch {
    /// The page that stands here; a folder without `index.md` has none.
    pub(crate) name: Option<String>,
    /// The folder, for a name where there is no page: `how-to`.
    pub(crate) folder: String,
    pub(crate) children: Vec<Branch>,
}

impl Navigation {
    pub(crate) fn new(entries: &Group, written: &[HandbookGroup]) -> Navigation {
        let mut root = Folder::default();
        for entry in entries.values().filter(|entry| is_handbook(entry)) {
            root.insert(&entry.name, entry);
        }
        let roots = root.branches("");
        let mut order = vec![];
        for branch in &roots {
            branch.read(&mut order);
        }
        let groups = groups(entries, written, &order);
        if !groups.is_empty() {
            let mut unread: HashSet<String> = order.drain(..).collect();
            let named = groups.iter().flatten();
            order = named.filter(|name| unread.remove(name.as_str())).cloned().collect();
        }
        let places = order.iter().enumerate().map(|(at, name)| (name.clone(), at)).collect();
        Navigation { roots, groups, order, places }
    }

    /// The names before and after `name` in reading order.
    pub(crate) fn neighbours(&self, name: &str) -> (Option<&str>, Option<&str>) {
        let Some(place) = self.places.get(name).copied() else { return (None, None) };
        let at = |place: Option<usize>| place.and_then(|place| self.order.get(place));
        (at(place.checked_sub(1)).map(String::as_str), at(Some(place + 1)).map(String::as_str))
    }

    /// The branches from the root down to the page `name`, itself included.
    pub(crate) fn path(&self, name: &str) -> Vec<&Branch> {
        let mut path = vec![];
        let mut level = &self.roots;
        while let Some(branch) = level.iter().find(|branch| branch.holds(name)) {
            path.push(branch);
            if branch.name.as_deref() == Some(name) {
                break;
            }
            level = &branch.children;
        }
        path
    }
}

/// The pages of each group that are there, and last, in the order of the tree, those in no group.
fn groups(entries: &Group, written: &[HandbookGroup], order: &[String]) -> Vec<Vec<String>> {
    if written.is_empty() {
        return vec![];
    }
    let names = |group: &HandbookGroup| {
        let names = group.pages.iter().map(|page| &page.id);
        names.filter(|name| entries.contains_key(name.as_str())).cloned().collect()
    };
    let mut groups: Vec<Vec<String>> = written.iter().map(names).collect();
    let named: HashSet<&String> = groups.iter().flatten().collect();
    let others = order.iter().filter(|name| !named.contains(name)).cloned().collect();
    groups.push(others);
    groups
}

impl Branch {
    /// Whether the page `name` is this branch or below it.
    pub(crate) fn holds(&self, name: &str) -> bool {
        self.name.as_deref() == Some(name)
            || (!self.children.is_empty()
                && name.strip_prefix(&self.folder).is_some_and(|rest| rest.starts_with('/')))
    }

    fn read(&self, order: &mut Vec<String>) {
        order.extend(self.name.clone());
        for child in &self.children {
            child.read(order);
        }
    }
}

/// Pages that open a list (`themes/index.md`) belong to the list, not to the handbook.
pub(crate) fn is_handbook(entry: &Entry) -> bool {
    let section = entry.original.kind.row().section;
    section == Section::Handbook && !Kind::is_opening(&entry.name)
}

/// A folder while it is filled.
#[derive(Default)]
struct Folder<'a> {
    index: Option<&'a Entry>,
    pages: Vec<&'a Entry>,
    folders: BTreeMap<&'a str, Folder<'a>>,
}

impl<'a> Folder<'a> {
    fn insert(&mut self, rest: &'a str, entry: &'a Entry) {
        match rest.split_once('/') {
            Some((folder, rest)) => self.folders.entry(folder).or_default().insert(rest, entry),
            None if rest == "index" => self.pages.extend(self.index.replace(entry)),
            // What opens a folder on GitHub opens it here, unless an `index.md` does.
            None if self.index.is_none() && opens_folder(rest) && entry.name.contains('/') => {
                self.index = Some(entry);
            }
            None => self.pages.push(entry),
        }
    }

    fn branches(self, path: &str) -> Vec<Branch> {
        let mut branches: Vec<(u32, String, Branch)> = vec![];
        for page in self.pages {
            let branch = Branch {
                name: Some(page.name.clone()),
                folder: page.name.clone(),
                children: vec![],
            };
            branches.push((page.order(), page.name.clone(), branch));
        }
        for (name, folder) in self.folders {
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
            let order = folder.index.map_or(u32::MAX, Entry::order);
            let branch = Branch {
                name: folder.index.map(|index| index.name.clone()),
                folder: path.clone(),
                children: folder.branches(&path),
            };
            branches.push((order, path, branch));
        }
        branches.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        branches.into_iter().map(|(_, _, branch)| branch).collect()
    }
}
