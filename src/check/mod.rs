//! What can be wrong with a whole site. Independent checks; all of them run, with every snapshot.

pub(crate) mod anonymous;
mod brand_stops;
pub(crate) mod consent;
pub(crate) mod customers;
pub(crate) mod events;
mod example_texts;
pub(crate) mod examples;
pub(crate) mod flaws;
mod jobs;
mod known;
mod letters;
pub(crate) mod links;
mod meetings;
pub(crate) mod misnamed_translations;
pub(crate) mod names;
mod numbered_names;
pub(crate) mod orphans;
pub(crate) mod papers;
mod phones;
pub(crate) mod photos;
mod pictured;
pub(crate) mod pictures;
pub(crate) mod plausible;
pub(crate) mod programme;
mod programme_pages;
mod quarters;
mod reportable;
mod sample_values;
pub(crate) mod spellings;
pub(crate) mod stories;
pub(crate) mod successors;
pub(crate) mod translations;
mod unasked;
mod undone;
mod unread;
mod windows_names;
pub(crate) mod withheld;

use rayon::prelude::*;
pub(crate) use reportable::reportable;

use crate::base::{Code, Diagnostic, Finding};
use crate::site::Site;

/// One check of the whole site. What it reports are codes of `src/base/codes/table.rs`.
pub(crate) type Check = fn(&Site, &mut Vec<Finding>);

/// All checks. A new one is a file and a line here.
pub(crate) const CHECKS: &[Check] = &[
    names::run,
    spellings::run,
    links::run,
    translations::run,
    misnamed_translations::run,
    photos::run,
    pictures::run,
    papers::run,
    consent::run,
    pictured::run,
    unasked::run,
    customers::run,
    anonymous::run,
    withheld::run,
    phones::run,
    numbered_names::run,
    undone::run,
    events::run,
    orphans::run,
    programme::run,
    quarters::run,
    brand_stops::run,
    jobs::run,
    example_texts::run,
    stories::run,
    letters::run,
    successors::run,
    plausible::run,
    sample_values::run,
    unread::run,
    windows_names::run,
];

/// Runs every check. A project without `site.toml` is told only that.
pub(crate) fn run(site: &Site, configured: bool) -> Vec<Finding> {
    if !configured {
        // Without `site.toml` this is not a site yet, so a list of what else is missing is no help.
        return vec![no_site(site)];
    }
    let run = |check: &Check| {
        let mut out = vec![];
        check(site, &mut out);
        out
    };
    let found: Vec<Vec<Finding>> = CHECKS.par_iter().map(run).collect();
    found.into_iter().flatten().collect()
}

/// There is no `site.toml`: nothing else is told then.
fn no_site(site: &Site) -> Finding {
    let span = crate::base::Anchor::file(site.config.path.clone());
    Diagnostic::new(Code::NoSite, span, "There is no site.toml here, so this folder is not a site")
        .hint(
            "Go to the folder that has one, name that folder with --root FOLDER, or make a new \
             site: storywall init FOLDER",
        )
}
