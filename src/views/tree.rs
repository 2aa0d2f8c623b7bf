//! The tree of the handbook beside a page: its groups, as `programme.toml` has them, or its folders, of
//! which only those on the path to the page are open. Long groups and folders show only the pages
//! around the page or its path, so a page does not grow with the handbook.

use std::ops::Range;

use serde::Serialize;

use super::handbook_groups::{self, GroupOfPages};
use super::scene::{LinkTo, Scene};
use super::shorten;
use crate::site::navigation::Branch;

/// One group of the tree.
#[derive(Serialize)]
pub(super) struct TreeGroup {
    /// None where `programme.toml` has no groups.
    name: Option<String>,
    /// Whether it can be folded: what the first page of the handbook sets small.
    is_small: bool,
    /// Whether the page is in it.
    is_here: bool,
    items: Vec<TreeItem>,
}

/// One line of the tree.
#[derive(Serialize)]
pub(super) struct TreeItem {
    title: String,
    url: String,
    current: bool,
    open: bool,
    children: Vec<TreeItem>,
}

/// How many lines the tree has at most, apart from the names of groups and links to all pages.
const MOST_LINES: usize = 80;

/// The tree around the page `name`, to which `path` leads.
pub(super) fn tree(scene: &Scene<'_>, name: &str, path: &[&Branch]) -> Vec<TreeGroup> {
    if !scene.site.navigation.groups.is_empty() {
        return groups(scene, name);
    }
    let roots = &scene.site.navigation.roots;
    let sizes: Vec<usize> = std::iter::once(roots.len())
        .chain(path.iter().map(|branch| branch.children.len()))
        .collect();
    let contents = scene.url("handbook.html");
    let items = level(scene, roots, path, &shares(&sizes), &contents);
    if items.is_empty() {
        return vec![];
    }
    vec![TreeGroup { name: None, is_small: false, is_here: true, items }]
}

/// The groups of the handbook's first page, each with its pages.
fn groups(scene: &Scene<'_>, name: &str) -> Vec<TreeGroup> {
    let groups: Vec<GroupOfPages<'_>> = handbook_groups::groups(scene).collect();
    let place = |group: &GroupOfPages<'_>| group.pages.iter().position(|page| page == name);
    let here = groups.iter().position(|group| place(group).is_some());
    let sizes: Vec<usize> = groups.iter().map(|group| group.pages.len()).collect();
    let shares = group_shares(&sizes, here).into_iter();
    groups
        .iter()
        .zip(shares)
        .zip(1..)
        .map(|((group, share), number)| {
            let is_here = here == Some(number - 1);
            let place = if is_here { place(group) } else { None };
            let shown = &group.pages[around(place.unwrap_or(0), group.pages.len(), share)];
            let pages = shown.iter().filter_map(|page| scene.site.entry(page));
            let mut items: Vec<TreeItem> =
                pages.map(|page| line(scene.link_to(page), is_here && page.name == name)).collect();
            if shown.len() < group.pages.len() {
                let url = format!("{}#sw-group-{number}", scene.url("handbook.html"));
                items.push(line(LinkTo { title: scene.text("all-pages"), url }, false));
            }
            let name = Some(shorten::name(&group.name(scene)));
            TreeGroup { name, is_small: group.is_small(), is_here, items }
        })
        .collect()
}

/// A line without others below it.
fn line(link: LinkTo, current: bool) -> TreeItem {
    TreeItem { title: link.title, url: link.url, current, open: false, children: vec![] }
}

/// How many lines each group gets: half of them the one of the page, the others the rest.
fn group_shares(sizes: &[usize], here: Option<usize>) -> Vec<usize> {
    if sizes.iter().sum::<usize>() <= MOST_LINES {
        return sizes.to_vec();
    }
    let own = here.map_or(0, |here| sizes[here].min(MOST_LINES / 2));
    let others = sizes.len() - usize::from(here.is_some());
    let each = (MOST_LINES - own - sizes.len()) / others.max(1);
    let share = |(at, size): (usize, &usize)| match here == Some(at) {
        true => own,
        false => each.min(*size),
    };
    sizes.iter().enumerate().map(share).collect()
}

/// One folder of the tree; `all` is the page that lists everything in the folder.
fn level(
    scene: &Scene<'_>,
    branches: &[Branch],
    path: &[&Branch],
    shares: &[usize],
    all: &str,
) -> Vec<TreeItem> {
    let Some((share, shares)) = shares.split_first() else { return vec![] };
    let on_way = |branch: &Branch| path.first().is_some_and(|here| std::ptr::eq(*here, branch));
    let here = branches.iter().position(on_way).unwrap_or(0);
    let shown = &branches[around(here, branches.len(), *share)];
    let open_line = |branch: &Branch| {
        let LinkTo { title, url } = branch_link(scene, branch)?;
        let is_open = on_way(branch);
        let rest = if is_open { &path[1..] } else { &[] };
        let own = branch.name.as_ref().map_or_else(|| scene.url("handbook.html"), |_| url.clone());
        let children = match is_open {
            true => level(scene, &branch.children, rest, shares, &own),
            false => vec![],
        };
        Some(TreeItem {
            title,
            url,
            current: is_open && rest.is_empty(),
            open: !children.is_empty(),
            children,
        })
    };
    let mut lines: Vec<TreeItem> = shown.iter().filter_map(open_line).collect();
    if shown.len() < branches.len() {
        lines.push(line(LinkTo { title: scene.text("all-pages"), url: all.to_owned() }, false));
    }
    lines
}

/// How many lines each folder on the path gets, from the root down. Folders closest to the page get
/// the most.
fn shares(sizes: &[usize]) -> Vec<usize> {
    let mut rest = MOST_LINES;
    if sizes.iter().sum::<usize>() <= rest {
        return sizes.to_vec();
    }
    let mut shares = vec![0; sizes.len()];
    for at in (0..sizes.len()).rev() {
        let most = if at == 0 { rest } else { rest / 2 };
        shares[at] = sizes[at].min(most.max(1));
        rest = rest.saturating_sub(shares[at]);
    }
    shares
}

/// `count` of `length` places around `here`, which is in the middle if there is room on both sides.
fn around(here: usize, length: usize, count: usize) -> Range<usize> {
    let count = count.min(length);
    let from = here.saturating_sub(count / 2).min(length - count);
    from..from + count
}

/// A link to a folder without an opening page has the name of the folder, and leads to its first
/// page.
pub(super) fn branch_link(scene: &Scene<'_>, branch: &Branch) -> Option<LinkTo> {
    if let Some(entry) = branch.name.as_deref().and_then(|name| scene.site.entry(name)) {
        return Some(scene.link_to(entry));
    }
    let first = branch.children.iter().find_map(|child| branch_link(scene, child))?;
    let folder = branch.folder.rsplit('/').next().unwrap_or(&branch.folder).replace('-', " ");
    let mut letters = folder.chars();
    let title: String =
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    Some(LinkTo { title: shorten::name(&title), url: first.url })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_near_the_page_get_most_of_the_space() {
        assert_eq!(shares(&[5, 30, 40]), [5, 30, 40]);
        assert_eq!(shares(&[1000]), [80]);
        assert_eq!(shares(&[1000, 1000, 1000]), [20, 20, 40]);
        assert_eq!(shares(&[1000, 1000, 3]), [39, 38, 3]);
        assert!(shares(&[9; 200]).iter().all(|share| *share >= 1));
    }

    #[test]
    fn the_group_of_the_page_gets_most_of_the_space() {
        assert_eq!(group_shares(&[10, 8, 4, 2, 7], Some(1)), [10, 8, 4, 2, 7]);
        assert_eq!(group_shares(&[200, 200, 3], Some(0)), [40, 18, 3]);
        assert_eq!(group_shares(&[3, 200], Some(0)), [3, 75]);
        assert_eq!(group_shares(&[200; 31], Some(30)).iter().sum::<usize>(), 40);
        assert_eq!(group_shares(&[200, 200], None), [39, 39]);
    }

    #[test]
    fn the_page_stands_in_the_middle() {
        assert_eq!(around(0, 1000, 40), 0..40);
        assert_eq!(around(500, 1000, 40), 480..520);
        assert_eq!(around(999, 1000, 40), 960..1000);
        assert_eq!(around(2, 5, 40), 0..5);
        assert_eq!(around(0, 0, 40), 0..0);
    }
}
