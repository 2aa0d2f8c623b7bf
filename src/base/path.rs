//! Two kinds of path that are never mixed up: a file of the project and an address of the site.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A file of the project: relative to its root, parts separated by `/`, never `..`, checked once.
/// Letters with marks are composed (NFC), however the disk or a text spells them.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourcePath(Arc<str>);

/// An address of the site: relative to its root, `/`-separated, with its extension
/// (`stories/2026/pump.html`). The root's page is `index.html`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UrlPath(Arc<str>);

impl SourcePath {
    /// `None` if the path is absolute, empty, or would leave the tree.
    pub fn new(path: &str) -> Option<SourcePath> {
        let path = composed(path);
        is_inside(&path).then(|| SourcePath(path.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder, without a slash at its end; empty for a file of the root.
    pub(crate) fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    pub(crate) fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The ending without its dot, lower-cased; empty if there is none.
    pub fn extension(&self) -> String {
        self.file_name().rsplit_once('.').map_or(String::new(), |(_, end)| end.to_lowercase())
    }

    /// Whether its ending is `ending`, whatever its case.
    pub(crate) fn ends_in(&self, ending: &str) -> bool {
        let end = self.file_name().rsplit_once('.').map(|(_, end)| end);
        end.is_some_and(|end| end.eq_ignore_ascii_case(ending))
    }

    /// The file that `link` names when written in this file: relative to its folder, or to the
    /// content folder when it begins with `/`. `None` if it leaves the tree.
    pub(crate) fn join(&self, link: &str) -> Option<SourcePath> {
        let (start, rest) = match link.strip_prefix('/') {
            Some(rest) => ("content", rest),
            None => (self.folder(), link),
        };
        let mut path = String::with_capacity(start.len() + 1 + rest.len());
        path.push_str(start);
        for part in rest.split('/') {
            match part {
                "" | "." => {}
                ".." if path.is_empty() => return None,
                ".." => path.truncate(path.rfind('/').unwrap_or(0)),
                part => {
                    if !path.is_empty() {
                        path.push('/');
                    }
                    path.push_str(part);
                }
            }
        }
        SourcePath::new(&path)
    }
}

impl UrlPath {
    /// `None` if the address is absolute, empty, or would leave the site.
    pub fn new(path: &str) -> Option<UrlPath> {
        is_inside(path).then(|| UrlPath(path.into()))
    }

    /// The same without a copy.
    pub(crate) fn shared(path: &Arc<str>) -> Option<UrlPath> {
        is_inside(path).then(|| UrlPath(path.clone()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same in lower case: two addresses that differ in case only are one file on many disks.
    pub(crate) fn folded(&self) -> UrlPath {
        let is_low = |b: u8| b.is_ascii() && !b.is_ascii_uppercase();
        match self.0.bytes().all(is_low) {
            true => self.clone(),
            false => UrlPath(self.0.to_lowercase().into()),
        }
    }

    /// The path from this page's folder to the root: `""`, `"../"`, `"../../"` …
    pub(crate) fn root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// `to` as a relative link on this page.
    pub(crate) fn relative(&self, to: &UrlPath) -> String {
        let mut from: Vec<&str> = self.0.split('/').collect();
        let mut target: Vec<&str> = to.0.split('/').collect();
        from.pop();
        let name = target.pop().unwrap_or_default();
        let shared = from.iter().zip(&target).take_while(|(a, b)| a == b).count();
        let mut link = "../".repeat(from.len() - shared);
        for part in &target[shared..] {
            link.push_str(part);
            link.push('/');
        }
        link.push_str(name);
        link
    }
}

/// The name with each letter and its marks as one character: `å` has two spellings that nobody can
/// tell apart, and disks and keyboards mix them.
pub(crate) fn composed(name: &str) -> Cow<'_, str> {
    match name.is_ascii() || is_nfc(name) {
        true => Cow::Borrowed(name),
        false => Cow::Owned(name.nfc().collect()),
    }
}

/// Relative, no empty part, no `.` or `..`, no backslash, no control character.
fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.bytes().any(|b| b == b'\\' || b.is_ascii_control())
        && (path.is_ascii() || !path.chars().any(char::is_control))
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// What a file of the project is for: its layout in one match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// `site.toml`
    Config,
    /// `content/programme.toml`
    Programme,
    /// `content/coach.toml`
    Coach,
    /// `content/metrics/2026-Q4.toml` and `.csv`: what a quarter is evaluated by.
    Quarter,
    /// `content/brand-stops.toml`
    BrandStops,
    /// `content/jobs.toml`
    Jobs,
    /// `themes/NAME/**`: templates, styles, fonts, texts; the look decides by the path.
    Look,
    /// `content/**.md`
    Document,
    /// Any other file in `content/`: pictures and documents, which pages may show or link to, and
    /// what nobody reads, which is told.
    Asset,
    /// Not a file of the site: ignored.
    Other,
}

impl Role {
    pub(crate) fn of(path: &SourcePath) -> Role {
        let text = path.as_str();
        if text.split('/').any(|part| part.starts_with('.')) {
            return Role::Other;
        }
        match text.split_once('/') {
            None if text == "site.toml" => Role::Config,
            Some(("themes", rest)) if rest.contains('/') => Role::Look,
            Some(("content", "programme.toml")) => Role::Programme,
            Some(("content", "coach.toml")) => Role::Coach,
            Some(("content", rest)) if is_of_quarter(rest) => Role::Quarter,
            Some(("content", "brand-stops.toml")) => Role::BrandStops,
            Some(("content", "jobs.toml")) => Role::Jobs,
            Some(("content", _)) if path.ends_in("md") => Role::Document,
            Some(("content", _)) => Role::Asset,
            _ => Role::Other,
        }
    }
}

/// Whether it is a table of figures or the words to them, by its path in `content/`.
fn is_of_quarter(path: &str) -> bool {
    let name = path.strip_prefix("metrics/").filter(|name| !name.contains('/'));
    let ending = name.and_then(|name| Some(name.rsplit_once('.')?.1));
    ending.is_some_and(|it| ["toml", "csv"].iter().any(|known| it.eq_ignore_ascii_case(known)))
}

/// Paths are ordered as their texts, so that a folder is a range of them.
impl Borrow<str> for SourcePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str) -> SourcePath {
        SourcePath::new(path).expect("a path inside")
    }

    fn url(path: &str) -> UrlPath {
        UrlPath::new(path).expect("an address inside")
    }

    #[test]
    fn no_path_leaves_its_root_folder() {
        for path in ["", "/etc/passwd", "a/../b", "..", "a//b", "a\\b", "a/./b", "a\0b", "a/"] {
            assert_eq!(SourcePath::new(path), None, "{path:?}");
            assert_eq!(UrlPath::new(path), None, "{path:?}");
        }
        assert_eq!(source("content/a.md").join("../../etc"), None);
        assert_eq!(source("site.toml").join("../a"), None);
        assert_eq!(source("content/a.md").join("../b/../c"), Some(source("c")));
        assert_eq!(source("content/a.md").join(".."), None);
        assert_eq!(source("content/faq/a.md").join("../b.md"), Some(source("content/b.md")));
        assert_eq!(source("content/faq/a.md").join("/b.md"), Some(source("content/b.md")));
    }

    #[test]
    fn a_letter_with_a_mark_is_one_letter_however_it_is_spelled() {
        let (composed, parted) =
            ("content/bl\u{e5}/\u{e5}se.jpg", "content/bla\u{30a}/a\u{30a}se.jpg");
        assert_eq!(source(parted), source(composed));
        assert_eq!(
            source("content/a.md").join("bla\u{30a}/a\u{30a}se.jpg"),
            Some(source(composed))
        );
        assert_eq!(
            source(parted).join("o\u{308}l.md"),
            Some(source("content/bl\u{e5}/\u{f6}l.md"))
        );
    }

    #[test]
    fn links_are_relative() {
        let cases = [
            ("index.html", "index.html", "index.html"),
            ("index.html", "a/b.html", "a/b.html"),
            ("a/b.html", "index.html", "../index.html"),
            ("a/b.html", "a/c.html", "c.html"),
            ("da/a/b.html", "da/c/d.html", "../c/d.html"),
        ];
        for (from, to, link) in cases {
            assert_eq!(url(from).relative(&url(to)), link, "{from} → {to}");
        }
        assert_eq!(url("a/b/c.html").root(), "../../");
    }

    #[test]
    fn every_file_has_a_role() {
        let cases = [
            ("site.toml", Role::Config),
            ("themes/default/base.html", Role::Look),
            ("content/faq/a.da.md", Role::Document),
            ("content/programme.toml", Role::Programme),
            ("content/coach.toml", Role::Coach),
            ("content/metrics/2026-Q4.toml", Role::Quarter),
            ("content/metrics/2026-Q4.CSV", Role::Quarter),
            ("content/metrics/2026/Q4.csv", Role::Asset),
            ("content/metrics/readme.md", Role::Document),
            ("content/brand-stops.toml", Role::BrandStops),
            ("content/jobs.toml", Role::Jobs),
            ("content/stories/2026/pump.jpg", Role::Asset),
            ("content/.draft.md.swp", Role::Other),
            ("README.md", Role::Other),
        ];
        for (path, role) in cases {
            assert_eq!(Role::of(&source(path)), role, "{path}");
        }
    }
}
