//! What a request asks for. No path of a request ever reaches the disk: it is looked up among the
//! addresses of the site and the names of the preview itself, or it is nothing.

use crate::base::{UrlPath, percent};

/// What the path of a request names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// An address of the site, if there is one of that name.
    Address(UrlPath),
    /// One of the preview's own, by its name: `live`, `preview/preview.css`.
    Own(String),
    /// The site begins below, at `mount`.
    Outside,
    /// No address can be written like that.
    Malformed,
}

/// Below which path the site is served: `/`, or `/handbook/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mount(String);

impl Mount {
    /// The path of an address like `https://intranet.example/handbook/`.
    pub(crate) fn of(base_url: Option<&str>) -> Mount {
        let rest = base_url.and_then(|base| Some(base.split_once("://")?.1));
        let path = rest.and_then(|rest| rest.find('/').map(|at| &rest[at..])).unwrap_or("/");
        let path = path.split(['?', '#']).next().unwrap_or("/");
        let slash = if path.ends_with('/') { "" } else { "/" };
        Mount(format!("{path}{slash}"))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// What `path` (as it was sent, without its query) asks for.
    pub(crate) fn target(&self, path: &str) -> Target {
        let Some(decoded) = percent::decoded(path) else {
            return Target::Malformed;
        };
        let mount = percent::decoded_lossy(&self.0);
        let Some(inside) = decoded.strip_prefix(&*mount) else {
            return Target::Outside;
        };
        if let Some(own) = inside.strip_prefix('_').filter(|own| is_own(own)) {
            return Target::Own(own.to_owned());
        }
        let page = if inside.is_empty() || inside.ends_with('/') { "index.html" } else { "" };
        UrlPath::new(&format!("{inside}{page}")).map_or(Target::Malformed, Target::Address)
    }
}

/// Pages may begin with `_` too, but they end in `.html`.
fn is_own(name: &str) -> bool {
    matches!(name, "live" | "open" | "status") || name.starts_with("preview/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(path: &str) -> Target {
        Target::Address(UrlPath::new(path).expect("an address"))
    }

    #[test]
    fn a_site_lies_below_its_mount() {
        let root = Mount::of(None);
        assert_eq!(root.target("/"), address("index.html"));
        assert_eq!(root.target("/stories/"), address("stories/index.html"));
        assert_eq!(root.target("/stories"), address("stories"));
        assert_eq!(root.target("/a%20b/%C3%A5.html"), address("a b/å.html"));
        assert_eq!(root.target("/_live"), Target::Own("live".into()));
        assert_eq!(root.target("/_notes.html"), address("_notes.html"));
        let below = Mount::of(Some("https://x.example/hand%20book"));
        assert_eq!(below.as_str(), "/hand%20book/");
        assert_eq!(below.target("/hand%20book/a.html"), address("a.html"));
        assert_eq!(below.target("/hand%20book"), Target::Outside);
        assert_eq!(below.target("/a.html"), Target::Outside);
        assert_eq!(Mount::of(Some("https://x.example")).as_str(), "/");
    }

    #[test]
    fn nothing_leaves_the_site() {
        let mount = Mount::of(None);
        for path in [
            "/../site.toml",
            "/a/../../b",
            "/%2e%2e/site.toml",
            "/..%2fsite.toml",
            "/a//b",
            "//server/share",
            "/%5c%5cserver%5cshare",
            "/a%5c..%5cb",
            "/a%00.html",
            "/a/./b",
            "/%ff.html",
            "/a%0d%0ab",
        ] {
            assert_eq!(mount.target(path), Target::Malformed, "{path}");
        }
        // Decoded once and never again: this names a page that there is not.
        assert_eq!(mount.target("/%252e%252e/site.toml"), address("%2e%2e/site.toml"));
    }
}
