//! Where a text stands in the site.

use std::borrow::Cow;

use super::Site;
use crate::base::{SourcePath, UrlPath};
use crate::data::quarters::Quarter;
use crate::language::Language;
use crate::language::slug::slug;

/// The address of the page that says what each code of a report means. `checks.html` may be a text
/// about checks of another kind.
pub(crate) const CHECKS: &str = "checks/index.html";
/// The address of the page of the programme.
pub(crate) const PROGRAMME: &str = "programme/index.html";
/// The page of stories to show at a meeting and on a screen.
pub(crate) const SLIDES: &str = "slides/index.html";

/// The address of the calendar of all meetings.
pub(crate) const ALL_MEETINGS: &str = "programme/meetings.ics";

/// The address of the page of a series of meetings, by its part of it.
pub(crate) fn meeting_path(part: &str) -> String {
    format!("programme/meetings/{part}.html")
}

/// The address of its calendar.
pub(crate) fn meeting_calendar_path(part: &str) -> String {
    format!("programme/meetings/{part}.ics")
}

/// The address of the calendar of all trainings.
pub(crate) const TRAINING_DATES: &str = "training/dates.ics";

/// The file of the times that somebody stepped in.
pub(crate) fn brand_stops_path() -> SourcePath {
    SourcePath::new("content/brand-stops.toml").expect("a path inside")
}

/// The file of the jobs that are open.
pub(crate) fn jobs_path() -> SourcePath {
    SourcePath::new("content/jobs.toml").expect("a path inside")
}

/// The address of the page of a goal, by its id.
pub(crate) fn goal_path(id: &str) -> String {
    format!("programme/goals/{}.html", part_slug(id))
}

/// The address of the page across all quarters; that of each quarter lies beside it. Neither
/// `evaluation.html` nor `evaluations.html` is taken from a text.
pub(crate) const EVALUATION: &str = "evaluation/index.html";

/// The address of the page of a quarter.
pub(crate) fn evaluation_of(quarter: Quarter) -> String {
    format!("evaluation/{}.html", quarter.to_string().to_lowercase())
}

impl Site {
    /// The address of `path` in the tree of `language`; the default language has the root.
    pub(crate) fn address(&self, path: &str, language: &str) -> UrlPath {
        let address = match language == self.default_language() {
            true => UrlPath::new(path),
            false => UrlPath::new(&format!("{language}/{path}")),
        };
        address.expect("addresses are made of slugs")
    }

    /// Where colleagues read what each code of a report means, if the site has an address.
    pub(crate) fn checks_page(&self, language: &str) -> Option<String> {
        let base = self.base_url().filter(|_| !self.is_public())?;
        Some(format!("{base}{}", self.checks_address(language)))
    }

    /// The address of that page: in this language if the site has it, else in its own.
    pub(crate) fn checks_address(&self, language: &str) -> UrlPath {
        let listed = self.languages.all().find(|it| it.as_str() == language);
        self.address(CHECKS, listed.map_or(self.default_language(), |it| it.as_str()))
    }

    /// The address of the text `name` in the tree of `language`.
    pub(crate) fn address_of(&self, name: &str, language: &str) -> UrlPath {
        self.address(&page_path(name), language)
    }
}

/// `faq/bad-spelling` → `faq/bad-spelling.html`; names with blanks or accents become slugs.
pub(crate) fn page_path(name: &str) -> String {
    let mut path = String::with_capacity(name.len() + 5);
    for part in name.split('/') {
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(&part_slug(part));
    }
    path.push_str(".html");
    path
}

/// A part of an address: the name as it is if it can stand there, else its slug.
pub(crate) fn part_slug(part: &str) -> Cow<'_, str> {
    match is_slug(part) {
        true => Cow::Borrowed(part),
        false => Cow::Owned(plain_slug(part)),
    }
}

/// Where an alias leads from: `help/trouble`, `help/` and `help/trouble.html` are all fine.
pub(crate) fn alias_path(alias: &str) -> Option<String> {
    let alias = alias.trim().trim_start_matches('/');
    if of_no_page(alias).is_some() {
        return None;
    }
    let path = match alias {
        _ if alias.ends_with(".html") => alias.to_owned(),
        _ if alias.ends_with('/') => format!("{alias}index.html"),
        _ => format!("{alias}.html"),
    };
    let sound = path.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '_' | '.'));
    // A hidden file is not served everywhere, and a page cannot be a folder.
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let stands = !name.starts_with('.')
        && folders.split('/').all(|part| !part.starts_with('.') && !part.ends_with(".html"))
        && path.split('/').all(|part| part.len() <= LONGEST_PART);
    (sound && stands && UrlPath::new(&path).is_some()).then_some(path)
}

/// The ending of an old address at which no page can be: `robots.txt`, `feeds/stories.xml`,
/// `help.php`. Only a page leads on to another one.
pub(crate) fn of_no_page(alias: &str) -> Option<&str> {
    let alias = alias.trim();
    let last = alias.rsplit('/').next().unwrap_or(alias);
    let (name, ending) = last.rsplit_once('.')?;
    let is_ending = (2..=5).contains(&ending.len())
        && ending.starts_with(|c: char| c.is_ascii_alphabetic())
        && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    (is_ending && !name.is_empty() && ending != "html").then_some(ending)
}

/// The slug by the rules of English, whatever the language of the text or of its reader: an address
/// must be the same for all readers.
pub(crate) fn plain_slug(text: &str) -> String {
    let english = Language::parse("en").expect("a language");
    slug(text, &english).unwrap_or_else(|| "page".to_owned())
}

/// The longest part of an address, in bytes. Most file systems allow more; the rest is room for
/// what is added to a name.
const LONGEST_PART: usize = 200;

fn is_slug(part: &str) -> bool {
    (1..=LONGEST_PART).contains(&part.len())
        && part
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        assert_eq!(page_path("faq/bad-spelling"), "faq/bad-spelling.html");
        assert_eq!(page_path("faq/Må jeg sige nej?"), "faq/maa-jeg-sige-nej.html");
        assert_eq!(page_path("???"), "page.html");
        assert_eq!(page_path(&"x".repeat(250)).len(), 65);
    }

    #[test]
    fn aliases_stay_inside() {
        assert_eq!(alias_path("may-i").as_deref(), Some("may-i.html"));
        assert_eq!(alias_path("/old/").as_deref(), Some("old/index.html"));
        assert_eq!(alias_path(&"x".repeat(250)), None);
        assert_eq!(alias_path("notes/v1.2").as_deref(), Some("notes/v1.2.html"));
        assert_eq!(alias_path("v1.2/notes").as_deref(), Some("v1.2/notes.html"));
        for bad in [
            "",
            "/",
            "..",
            "../x",
            "a b",
            "https://x.example",
            "a//b",
            "<b>",
            ".git/config",
            ".x",
            "a.html/b",
            "a/../b",
            "a?b",
            "a#b",
            "%2e%2e/x",
            "a\\b",
            "a/.html",
            "robots.txt",
            "feeds/stories.xml",
            "/sitemap.XML",
            "help.php",
            "a/old.htm",
            "old.md",
            "site.css",
            "film.mp4",
            "old.HTML",
        ] {
            assert_eq!(alias_path(bad), None, "{bad}");
        }
    }
}
