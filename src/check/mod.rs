//! What can be wrong with a whole site. Independent checks; all of them run, with every snapshot.

pub(crate) mod consent;
pub(crate) mod events;
pub(crate) mod flaws;
pub(crate) mod links;
pub(crate) mod names;
pub(crate) mod orphans;
pub(crate) mod papers;
pub(crate) mod photos;
pub(crate) mod pictures;
pub(crate) mod plausible;
pub(crate) mod programme;
pub(crate) mod stories;
mod told;
pub(crate) mod translations;

use rayon::prelude::*;
pub(crate) use told::told;

use crate::base::Diagnostic;
use crate::site::Site;

/// One check of the whole site.
pub(crate) struct Check {
    /// The codes that it reports, each with what it means.
    #[expect(dead_code, reason = "a list for who reads the check")]
    pub(crate) codes: &'static [(&'static str, &'static str)],
    pub(crate) run: fn(&Site, &mut Vec<Diagnostic>),
}

/// All checks. A new one is a file and a line here.
pub(crate) const CHECKS: &[Check] = &[
    names::CHECK,
    links::CHECK,
    translations::CHECK,
    photos::CHECK,
    pictures::CHECK,
    papers::CHECK,
    consent::CHECK,
    events::CHECK,
    orphans::CHECK,
    programme::CHECK,
    stories::CHECK,
    plausible::CHECK,
];

/// Codes whose weight `site.toml` cannot change: they keep somebody from harm.
const FIXED: &[&str] = &[
    "person-withdrawn",
    "face-without-consent",
    "public-without-consent",
    "forbidden-link",
    "remote-image",
    "control-character",
    "piled-marks",
    "too-long",
    "too-many",
    "too-large-page",
    "leaves-tree",
    "bad-picture",
    "bad-recording",
    "tells-place",
    "other-kind",
    "broken-yaml",
    "broken-toml",
    "broken-template",
    "unclosed-front-matter",
    "not-utf8",
    "same-address",
];

/// Runs every check. A project without `site.toml` is told only that.
pub(crate) fn run(site: &Site, configured: bool) -> Vec<Diagnostic> {
    if !configured {
        // What is no site need not be told what else it lacks.
        return vec![no_site(site)];
    }
    let run = |check: &Check| {
        let mut out = vec![];
        (check.run)(site, &mut out);
        out
    };
    let found: Vec<Vec<Diagnostic>> = CHECKS.par_iter().map(run).collect();
    found.into_iter().flatten().collect()
}

/// Whether a code keeps its weight whatever `site.toml` says.
pub(crate) fn is_fixed(code: &str) -> bool {
    FIXED.contains(&code)
}

/// There is no `site.toml`: nothing else is told then.
pub(crate) const NO_SITE: &str = "no-site";

fn no_site(site: &Site) -> Diagnostic {
    let span = crate::base::Span::file(site.config.path.clone());
    Diagnostic::error(NO_SITE, span, "There is no site.toml here, so this folder is no site yet")
        .hint("Go to the folder that has one, name it with --root FOLDER, or begin one: storywall init")
}
