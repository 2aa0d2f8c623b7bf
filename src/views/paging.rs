//! Long lists are split into pages: the addresses of these pages, and the links between them.

use serde::Serialize;

use super::scene::Scene;

/// The links between the pages of a list.
#[derive(Serialize)]
pub(crate) struct Pager {
    previous: Option<String>,
    next: Option<String>,
    pages: Vec<PageLink>,
    n: usize,
    count: usize,
}

#[derive(Serialize)]
struct PageLink {
    /// 0 for a gap.
    n: usize,
    url: String,
    current: bool,
}

/// How many pages so many items need; at least one.
pub(crate) fn pages(items: usize, per_page: usize) -> usize {
    items.div_ceil(per_page).max(1)
}

/// The path of page `n` (from 1) of the list that begins at `first`: `stories/index.html`,
/// `stories/page-2.html`; `stories/by/year-2026.html`, `stories/by/year-2026.2.html`. No slug has a dot,
/// so that page 2 of the team “hall” is not the page of a team “hall-2”.
pub(crate) fn page_path(first: &str, n: usize) -> String {
    if n == 1 {
        return first.to_owned();
    }
    match first.strip_suffix("/index.html") {
        Some(folder) => format!("{folder}/page-{n}.html"),
        None => format!("{}.{n}.html", first.trim_end_matches(".html")),
    }
}

/// The pager of page `n` of `count`. It has at most nine links, however many pages there are.
pub(crate) fn pager(scene: &Scene<'_>, first: &str, n: usize, count: usize) -> Pager {
    let url = |n: usize| scene.url(&page_path(first, n));
    let mut pages: Vec<PageLink> = vec![];
    for at in near(n, count) {
        if pages.last().is_some_and(|last| last.n + 1 != at) {
            pages.push(PageLink { n: 0, url: String::new(), current: false });
        }
        pages.push(PageLink { n: at, url: url(at), current: at == n });
    }
    Pager {
        previous: (n > 1).then(|| url(n - 1)),
        next: (n < count).then(|| url(n + 1)),
        pages,
        n,
        count,
    }
}

/// The first page, the last one, and two on either side of page `n`, so the work does not grow with
/// the list.
fn near(n: usize, count: usize) -> impl Iterator<Item = usize> {
    let low = n.saturating_sub(2).max(2);
    let high = (n + 2).min(count.saturating_sub(1));
    std::iter::once(1).chain(low..=high).chain((count > 1).then_some(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_addresses() {
        assert_eq!(page_path("stories/index.html", 1), "stories/index.html");
        assert_eq!(page_path("stories/index.html", 2), "stories/page-2.html");
        assert_eq!(page_path("stories/by/year-2026.html", 3), "stories/by/year-2026.3.html");
        assert_eq!((pages(0, 24), pages(24, 24), pages(25, 24)), (1, 1, 2));
    }
}
