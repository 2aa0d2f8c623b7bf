//! Texts that wait for somebody: questions without an answer, drafts, and pages of the handbook that
//! are to be checked or that nobody looks after.

use std::sync::Arc;

use crate::base::Date;
use crate::document::{Facts, Kind};
use crate::site::{Entry, Site};

/// The questions that wait for their answers: they are drafts.
pub(crate) fn waiting_questions(site: &Site) -> impl Iterator<Item = &Arc<Facts>> {
    site.originals(Kind::Faq).filter(|document| document.meta.common().is_draft())
}

/// All other drafts, in the order of their kinds.
pub(crate) fn drafts(site: &Site) -> impl Iterator<Item = &Arc<Facts>> {
    let others = Kind::ALL.iter().filter(|kind| **kind != Kind::Faq);
    others.flat_map(|kind| site.originals(*kind)).filter(|it| it.meta.common().is_draft())
}

/// The handbook's pages and guidelines that readers may see.
fn pages(site: &Site) -> impl Iterator<Item = &Arc<Entry>> {
    site.of_kind(Kind::Page).chain(site.of_kind(Kind::Guideline))
}

/// Pages of the handbook that must be checked before a day, the oldest first.
pub(crate) fn to_check(site: &Site, until: Date) -> Vec<(Date, &Arc<Entry>)> {
    let due = |entry| -> Option<_> {
        let entry: &Arc<Entry> = entry;
        let of_page = entry.page().map(|page| (page.reviewed, page.review_every));
        let of_guideline = || entry.guideline().map(|it| (it.reviewed, it.review_every));
        let (reviewed, every) = of_page.or_else(of_guideline)?;
        let due = every?.after(reviewed?);
        (due < until).then_some((due, entry))
    };
    let mut due: Vec<_> = pages(site).filter_map(due).collect();
    due.sort_by_key(|(due, _)| *due);
    due
}

/// Pages of the handbook that nobody looks after.
pub(crate) fn without_owner(site: &Site) -> impl Iterator<Item = &Arc<Entry>> {
    pages(site).filter(|entry| {
        let is_opening = Kind::is_opening(&entry.name);
        let page = entry.page().map(|page| page.owner.is_none());
        let guideline = || entry.guideline().map(|guideline| guideline.owner.is_none());
        !is_opening && page.or_else(guideline) == Some(true)
    })
}
