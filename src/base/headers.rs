//! The headers that a web server should send with a site's files. The preview sends them, and
//! `storywall headers` writes them down for other servers.

use super::policy::{self, DRAWING, PAGE};

/// The name of a header, and its value.
pub(crate) type Header = (&'static str, String);

/// Which files get which headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Only files in this folder of the site.
    pub(crate) folder: Option<&'static str>,
    /// Only files with this ending, written without the dot.
    pub(crate) ending: Option<&'static str>,
    pub(crate) headers: Vec<Header>,
}

pub(crate) const POLICY: &str = "content-security-policy";
pub(crate) const KEEPING: &str = "cache-control";

/// Files with a hash of their content in their name never change, so they may be kept.
pub(crate) const FOREVER: &str = "max-age=31536000, immutable";
/// Other files may be kept, but browsers must ask the server whether they have changed.
pub(crate) const ASKING: &str = "no-cache";

/// Headers for every file.
pub(crate) const ALWAYS: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// All rules. Where several fit a file, the last one that names a header decides.
pub(crate) fn rules() -> Vec<Rule> {
    let policy = |policy| (POLICY, policy::header(policy));
    let keeping = |value: &str| (KEEPING, value.to_owned());
    let mut all = vec![policy(PAGE)];
    all.extend(ALWAYS.iter().map(|(name, value)| (*name, (*value).to_owned())));
    all.push(keeping(ASKING));
    let rule = |folder, ending, headers| Rule { folder, ending, headers };
    vec![
        rule(None, None, all),
        rule(None, Some("svg"), vec![policy(DRAWING)]),
        rule(Some("assets"), None, vec![keeping(FOREVER)]),
        rule(Some("media"), None, vec![keeping(FOREVER)]),
        // The name of a drawing says nothing about how it is cleaned, so it may change under one
        // name.
        rule(Some("media"), Some("svg"), vec![keeping(ASKING)]),
    ]
}
