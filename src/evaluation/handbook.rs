//! Which pages of the handbook were looked at in time, by the days that they say themselves. Only of
//! today: on which day a page was overdue before, no file keeps.

use crate::base::Date;
use crate::document::Kind;
use crate::site::{Entry, Site};

/// Pages of one group of the handbook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Freshness {
    pub(crate) in_time: u32,
    /// All that say how often they must be looked at.
    pub(crate) all: u32,
}

/// The pages of each group of the programme, and last of those in none; a handbook without groups is
/// one.
pub(crate) fn freshness(site: &Site) -> Vec<Freshness> {
    let count = |names: &[String]| {
        let mut own = Freshness::default();
        for entry in names.iter().filter_map(|name| site.entry(name)) {
            if let Some(due) = due(entry) {
                own.all += 1;
                own.in_time += u32::from(due >= site.options.today);
            }
        }
        own
    };
    if !site.navigation.groups.is_empty() {
        return site.navigation.groups.iter().map(|names| count(names)).collect();
    }
    let pages = [Kind::Page, Kind::Guideline].into_iter().flat_map(|kind| site.of_kind(kind));
    let names: Vec<String> = pages.map(|entry| entry.name.clone()).collect();
    vec![count(&names)]
}

/// When a page must be looked at again; None for one that says no day.
fn due(entry: &Entry) -> Option<Date> {
    let (reviewed, every) = match (entry.page(), entry.guideline()) {
        (Some(page), _) => (page.reviewed, page.review_every),
        (_, Some(guideline)) => (guideline.reviewed, guideline.review_every),
        (None, None) => return None,
    };
    Some(every?.after(reviewed?))
}
