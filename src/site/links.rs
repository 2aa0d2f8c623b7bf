//! Where a link leads.

use std::borrow::Cow;
use std::sync::Arc;

use super::addresses::{CHECKS, EVALUATION, PROGRAMME, SLIDES};
use super::fragments;
use super::pages::without_language;
use super::{Entry, Hidden, Media, Site, Unseen};
use crate::base::diagnostic::nearest;
use crate::base::percent;
use crate::base::{Role, SourcePath};
use crate::data::names::text_name;
use crate::document::{Facts, Kind};

/// Where a link of a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A text of the site.
    Text {
        name: String,
        fragment: Option<String>,
    },
    /// A list of the site or another page that it makes, by its path: `stories/index.html`.
    List(&'static str),
    Media(SourcePath),
    /// A place on the same page.
    Here(String),
    /// Another site, a mail address, a phone.
    Outside(String),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// No such file; `suggestion` looks for the nearest that there is.
    Missing,
    /// The file is there, the place in it is not; `suggested_place` looks for the nearest.
    NoFragment,
    /// The text is there, but readers may not see it.
    Hidden(Hidden),
    /// The file is there, but cannot be used.
    Flawed,
    /// A picture of somebody who has not agreed to be seen by this build's readers.
    Unseen(Unseen),
    /// A file of a kind that a browser might run in the site's name.
    Forbidden,
    /// The link leaves the project.
    Leaves,
}

/// Lists that are of no kind alone, and other pages, by the folder that a link may name.
const LISTS: &[(&str, &str)] = &[
    ("content", "index.html"),
    ("content/stories/successes", "stories/successes.html"),
    ("content/tell", TELL),
    ("content/ask", ASK),
    ("content/checks", CHECKS),
    ("content/evaluation", EVALUATION),
    ("content/programme", PROGRAMME),
    ("content/slides", SLIDES),
];
/// The address of the page on which a story is written: `tell.html` may be the text that invites.
pub(crate) const TELL: &str = "tell/index.html";
/// The address of the page on which somebody asks, proposes a topic, or adds to a story.
pub(crate) const ASK: &str = "ask/index.html";

/// The list that a link to this folder means.
fn list(folder: &str) -> Option<&'static str> {
    let is_its = |kind: &&Kind| kind.folder().trim_end_matches('/') == folder;
    let of_kind = Kind::ALL.iter().find(is_its).and_then(|kind| kind.list_address());
    of_kind.or_else(|| Some(LISTS.iter().find(|(known, _)| *known == folder)?.1))
}

/// The same as it is found, before anybody wants to keep it.
pub(super) enum TargetRef<'a> {
    Text { entry: &'a Arc<Entry>, kind: Kind, fragment: Option<String> },
    List(&'static str),
    Media(SourcePath),
    Here(String),
    Outside(&'a str),
}

impl From<TargetRef<'_>> for Target {
    fn from(found: TargetRef<'_>) -> Target {
        match found {
            TargetRef::Text { entry, fragment, .. } => {
                Target::Text { name: entry.name.clone(), fragment }
            }
            TargetRef::List(path) => Target::List(path),
            TargetRef::Media(path) => Target::Media(path),
            TargetRef::Here(fragment) => Target::Here(fragment),
            TargetRef::Outside(address) => Target::Outside(address.to_owned()),
        }
    }
}

impl Site {
    /// Whether it has the pages on which colleagues write: its programme names the text that invites.
    pub(crate) fn invites(&self) -> bool {
        let tell = self.programme.tell.as_ref().filter(|_| !self.is_public());
        let page = tell.and_then(|tell| tell.page.as_ref());
        page.is_some_and(|page| self.entry(&page.id).is_some())
    }

    /// Resolves `destination` as it is written in `from`.
    pub(crate) fn resolve(&self, from: &Facts, destination: &str) -> Result<Target, Broken> {
        self.find(from, destination).map(Target::from)
    }

    pub(super) fn find<'a>(
        &'a self,
        from: &Facts,
        destination: &'a str,
    ) -> Result<TargetRef<'a>, Broken> {
        if is_outside(destination) {
            return Ok(TargetRef::Outside(destination));
        }
        let (path, fragment) = match destination.split_once('#') {
            Some((path, fragment)) => {
                (path, Some(decoded(fragment).into_owned()).filter(|fragment| !fragment.is_empty()))
            }
            None => (destination, None),
        };
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        if path.is_empty() {
            return match fragment {
                Some(fragment) => {
                    let id = self.fragments.id(self, from, &fragment).ok_or(Broken::NoFragment)?;
                    Ok(TargetRef::Here(id.to_owned()))
                }
                None => Ok(TargetRef::Here(String::new())),
            };
        }
        let path = decoded(path);
        let as_written = match from.path.join(&path) {
            Some(file) if Role::of(&file) == Role::Document => {
                return self.resolve_text(from, &file, fragment);
            }
            Some(file) => self.resolve_other(&file),
            None => Err(Broken::Leaves),
        };
        match as_written {
            Err(Broken::Missing | Broken::Leaves) => {
                let page = self.pages_by_address.page(self, from, &path);
                page.map_or(as_written, |page| self.text(from, &page, fragment))
            }
            found => found,
        }
    }

    fn resolve_text(
        &self,
        from: &Facts,
        file: &SourcePath,
        fragment: Option<String>,
    ) -> Result<TargetRef<'_>, Broken> {
        let inside = file.as_str().strip_prefix("content/").unwrap_or(file.as_str());
        // A link to a translation means the text: readers get it in their own language.
        let (name, _) = text_name(inside, &self.config.languages);
        match self.text(from, &name, fragment) {
            Err(Broken::Missing) if self.flawed.contains(file) || self.is_flawed(&name) => {
                Err(Broken::Flawed)
            }
            found => found,
        }
    }

    /// The text `name`, and the place in it.
    fn text(
        &self,
        from: &Facts,
        name: &str,
        fragment: Option<String>,
    ) -> Result<TargetRef<'_>, Broken> {
        let Some(entry) = self.entries.get(name) else {
            return Err(self.hidden.get(name).map_or(Broken::Missing, |why| Broken::Hidden(*why)));
        };
        let fragment = match fragment {
            Some(fragment) => {
                let text = entry.in_language(&from.language);
                self.fragments.id(self, text, &fragment).ok_or(Broken::NoFragment)?
            }
            None => "",
        };
        let fragment = Some(fragment.to_owned()).filter(|fragment| !fragment.is_empty());
        Ok(TargetRef::Text { entry, kind: entry.original.kind, fragment })
    }

    fn resolve_other(&self, file: &SourcePath) -> Result<TargetRef<'_>, Broken> {
        if let Some(why) = self.unseen.get(file) {
            return Err(Broken::Unseen(*why));
        }
        if let Some(medium) = self.media.get(file) {
            return match medium.is_offered(file) {
                true => Ok(TargetRef::Media(file.clone())),
                false => Err(Broken::Forbidden),
            };
        }
        if self.flawed.contains(file) {
            return Err(Broken::Flawed);
        }
        let folder = file.as_str();
        let folder = folder.strip_suffix("/index.html").unwrap_or(folder);
        let in_language = || {
            let address = without_language(self, folder.strip_prefix("content/")?)?;
            list(&format!("content/{address}"))
        };
        match list(folder).or_else(in_language) {
            Some(TELL | ASK | CHECKS | EVALUATION | PROGRAMME | SLIDES) if self.is_public() => {
                Err(Broken::Hidden(Hidden::Internal))
            }
            Some(TELL | ASK) if !self.invites() => Err(Broken::Missing),
            Some(SLIDES) if self.stories.is_empty() => {
                let story = self.hidden.iter().find(|(name, _)| name.starts_with("stories/"));
                Err(story.map_or(Broken::Missing, |(_, why)| Broken::Hidden(*why)))
            }
            Some(EVALUATION) if self.quarters.is_empty() => {
                Err(match self.quarter_files.is_empty() {
                    true => Broken::Missing,
                    false => Broken::Hidden(Hidden::Future),
                })
            }
            list => list.map(TargetRef::List).ok_or(Broken::Missing),
        }
    }

    /// The nearest place in the text that a destination leads to, which has none of that name. It
    /// looks at every heading.
    pub(crate) fn suggested_place(&self, from: &Facts, destination: &str) -> Option<String> {
        let (path, fragment) = destination.split_once('#')?;
        let near = match self.resolve(from, path) {
            Ok(Target::Text { name, .. }) => {
                let text = self.entries.get(name.as_str())?.in_language(&from.language);
                fragments::near(text, &decoded(fragment))
            }
            _ => fragments::near(from, &decoded(fragment)),
        };
        near.map(str::to_owned)
    }

    /// The nearest file to what a destination that leads nowhere may mean, as it would be written
    /// in `from`. It looks at every file: not for those who only want to know where a link leads.
    pub(crate) fn suggestion(&self, from: &Facts, destination: &str) -> Option<String> {
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        // In `{{ site.baseurl }}/crew/`, another tool would put the beginning of all addresses.
        let path =
            path.strip_prefix("{{").and_then(|rest| rest.split_once("}}")).map_or(path, |it| it.1);
        if path.is_empty() {
            return None;
        }
        if let Some(slashed) = self.with_slashes(from, path) {
            return Some(slashed);
        }
        let file = from.path.join(&decoded(path))?;
        // `roles.md` for `roles/index.md`, and a path from the root of the project.
        let address = path.strip_suffix(".md").unwrap_or(path);
        let address = address.strip_prefix("/content").unwrap_or(address);
        let page = self.pages_by_address.page(self, from, &decoded(address));
        if let Some(page) = page.and_then(|page| self.entries.get(page.as_str())) {
            return Some(relative(from.path.as_str(), page.original.path.as_str()));
        }
        // `roles/README.md`, which is `roles/index.md` here, or a list, or `roles.md`.
        let typed = decoded(path);
        if let Some(folder) = folder_of_its_page(&typed) {
            // A folder around this file is named from the root: a page may be called as its folder.
            let is_around = folder.trim_matches(['.', '/']).is_empty();
            let around = from.path.join(folder).filter(|_| is_around);
            let around = around.map(|it| it.as_str().replacen("content", "", 1));
            let named = around.map_or(folder.to_owned(), |it| format!("/{}", it.trim_matches('/')));
            let page = self.pages_by_address.page(self, from, &named);
            if let Some(page) = page.and_then(|page| self.entries.get(page.as_str())) {
                return Some(relative(from.path.as_str(), page.original.path.as_str()));
            }
            let is_list = matches!(self.resolve(from, folder), Ok(Target::List(_)));
            return match is_list {
                true => Some(format!("{}/", folder.trim_end_matches('/'))),
                false if is_around => None,
                false => self.near_file(from, &from.path.join(folder)?),
            };
        }
        // `roles.mdx`, where the file is `roles.md`.
        let as_text = file.as_str().rsplit_once('.').filter(|(_, ending)| {
            ["mdx", "markdown", "mdown", "mkd"].contains(&&*ending.to_lowercase())
        });
        let as_text = as_text.and_then(|(stem, _)| SourcePath::new(&format!("{stem}.md")));
        match Role::of(&file) {
            Role::Document => self.near(from, &file),
            _ => match &as_text {
                Some(text) => self.near(from, text),
                None => self.near_file(from, &file),
            },
        }
    }

    /// A path as Windows writes it, with / for \, if that leads somewhere.
    pub(crate) fn with_slashes(&self, from: &Facts, path: &str) -> Option<String> {
        let slashed = path.contains('\\').then(|| path.replace('\\', "/"))?;
        (!slashed.starts_with("//") && self.resolve(from, &slashed).is_ok()).then_some(slashed)
    }

    fn near(&self, from: &Facts, file: &SourcePath) -> Option<String> {
        let own = from.path.as_str();
        let all = self.entries.values().map(|entry| entry.original.path.as_str());
        let others: Vec<&str> = all.filter(|path| *path != own).collect();
        // The most likely mistake is the right name in the wrong folder.
        let same = others.iter().copied().find(|path| file_name(path) == file.file_name());
        same.or_else(|| misspelt(file, &others)).map(|found| relative(own, found))
    }

    fn near_file(&self, from: &Facts, file: &SourcePath) -> Option<String> {
        let own = from.path.as_str();
        let texts = || self.entries.values().map(|entry| entry.original.path.as_str());
        // A folder without a page of its own: its first one.
        let folder = format!("{}/", file.as_str());
        if let Some(first) = texts().find(|path| path.starts_with(&folder)) {
            return Some(relative(own, first));
        }
        let files: Vec<&str> = match file.extension().as_str() {
            // Named by its address, which is no file.
            "" | "html" | "htm" => texts().filter(|path| *path != own).collect(),
            // Only what can be shown or offered there: no film in place of a picture.
            ending => {
                let is_picture = PICTURES.contains(&ending);
                let is_like = |(path, media): &(&SourcePath, &Media)| match media {
                    Media::Picture(_) => is_picture,
                    Media::Recording(_) | Media::File { .. } => {
                        !is_picture && media.is_offered(path)
                    }
                };
                self.media.iter().filter(is_like).map(|(path, _)| path.as_str()).collect()
            }
        };
        let same = files.iter().copied().find(|path| file_name(path) == file.file_name());
        same.or_else(|| misspelt(file, &files)).map(|found| relative(own, found))
    }
}

/// The folder of which this path names the page: `roles` for `roles/README.md`, `.` for `README.md`.
fn folder_of_its_page(path: &str) -> Option<&str> {
    let (folder, name) = path.rsplit_once('/').unwrap_or((".", path));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    let opens = ["readme", "index", "_index", "home", "default", "indeks"].contains(&&*stem);
    opens.then_some(if folder.is_empty() { "/" } else { folder })
}

/// How the names of pictures end.
const PICTURES: [&str; 9] = ["png", "jpg", "jpeg", "webp", "gif", "svg", "avif", "heic", "bmp"];

/// The path with a name like that of `file`: in the same folder if there is one, else anywhere.
fn misspelt<'a>(file: &SourcePath, paths: &[&'a str]) -> Option<&'a str> {
    let stem = |path: &'a str| file_name(path).split('.').next().unwrap_or_default();
    let wanted = file.file_name().split('.').next().unwrap_or_default();
    let beside =
        |path: &&&str| path.rsplit_once('/').map_or("", |(folder, _)| folder) == file.folder();
    let near = |paths: Vec<&'a str>| {
        let found = nearest(wanted, paths.iter().map(|path| stem(path)))?;
        paths.iter().copied().find(|path| stem(path) == found)
    };
    near(paths.iter().filter(beside).copied().collect()).or_else(|| near(paths.to_vec()))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether the destination leads out of the site: it has a scheme.
pub(crate) fn is_outside(destination: &str) -> bool {
    let scheme = destination.split(['/', '?', '#']).next().unwrap_or_default();
    destination.starts_with("//") || scheme.contains(':')
}

/// A destination that is not valid text after decoding is taken as it is written.
fn decoded(text: &str) -> Cow<'_, str> {
    percent::decoded(text).unwrap_or(text.into())
}

/// A path as it stands in a link: one with a space or a bracket needs `<` and `>` around it.
pub(crate) fn as_destination(path: String) -> String {
    match path.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')')) {
        true => format!("<{path}>"),
        false => path,
    }
}

/// `to` as a link in the file `from`.
pub(crate) fn relative(from: &str, to: &str) -> String {
    use crate::base::UrlPath;
    match (UrlPath::new(from), UrlPath::new(to)) {
        (Some(from), Some(to)) => from.relative(&to),
        _ => to.to_owned(),
    }
}
