//! The headers that a web server should send with a site's files. The preview sends them, and
//! `storywall headers` writes them down for other servers.

use super::policy::{self, DRAWING, PAGE};

/// The name of a header, and its value.
pub(crate) type Header = (&'static str, String);

/// Which files get which headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Only what lies in this folder of the site.
    pub(crate) folder: Option<&'static str>,
    /// Only what ends so, without the dot.
    pub(crate) ending: Option<&'static str>,
    pub(crate) headers: Vec<Header>,
}

pub(crate) const POLICY: &str = "content-security-policy";
pub(crate) const KEEPING: &str = "cache-control";

/// What has a hash of its content in its name never differs.
pub(crate) const FOREVER: &str = "max-age=31536000, immutable";
/// All else may be kept, but the server must be asked whether it still holds.
pub(crate) const ASKING: &str = "no-cache";

/// With every file, whatever it is.
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
        // How a drawing is cleaned is not in its name.
        rule(Some("media"), Some("svg"), vec![keeping(ASKING)]),
    ]
}
