//! The tree of the handbook beside a page. Only the folders on the path to the page are open, and
//! long folders show only the pages around that path, so a page does not grow with the handbook.

use std::ops::Range;

use serde::Serialize;

use super::scene::{LinkTo, Scene};
use super::shorten;
use crate::site::navigation::Branch;

/// One line of the tree.
#[derive(Serialize)]
pub(super) struct TreeItem {
    title: String,
    url: String,
    current: bool,
    open: bool,
    children: Vec<TreeItem>,
}

/// How many lines the tree has at most.
const MOST_LINES: usize = 80;

/// The tree around the page to which `path` leads.
pub(super) fn tree(scene: &Scene<'_>, roots: &[Branch], path: &[&Branch]) -> Vec<TreeItem> {
    let sizes: Vec<usize> = std::iter::once(roots.len())
        .chain(path.iter().map(|branch| branch.children.len()))
        .collect();
    let contents = scene.url("handbook.html");
    level(scene, roots, path, &shares(&sizes), &contents)
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
    let line = |branch: &Branch| {
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
    let mut lines: Vec<TreeItem> = shown.iter().filter_map(line).collect();
    if shown.len() < branches.len() {
        let title = scene.text("all-pages");
        let url = all.to_owned();
        lines.push(TreeItem { title, url, current: false, open: false, children: vec![] });
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
    fn the_page_stands_in_the_middle() {
        assert_eq!(around(0, 1000, 40), 0..40);
        assert_eq!(around(500, 1000, 40), 480..520);
        assert_eq!(around(999, 1000, 40), 960..1000);
        assert_eq!(around(2, 5, 40), 0..5);
        assert_eq!(around(0, 0, 40), 0..0);
    }
}
