//! What is nearly at a place where it would be read: texts beside `content/`, and `site.toml.txt`.
//! Nothing of it is read as a part of the site.
//!
//! A project may be a part of a large repository, so only so much is looked at as a person would
//! see at a glance.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use walkdir::WalkDir;

use super::hidden::{MOST_OPENED, MOST_SEEN, top, top_with_fields};
use super::looks;
use super::names::{self, is_litter};
use super::taken_in::is_taken_in;
use super::walk::{Note, Notes};
use crate::base::{Flaw, SourcePath, TextsOutside};
use crate::document::misplaced::{self, Meant};

/// Folders of other programs, and of texts about a program: nothing in them is meant for the site. In
/// `src/`, a text with the fields of a story may well be.
const OF_OTHERS: &[&str] = &[
    "build",
    "dist",
    "doc",
    "docs",
    "node_modules",
    "out",
    "public",
    "target",
    "test",
    "tests",
    "vendor",
    "venv",
];

/// How deep folders of any name are looked into, and those that are called like one of ours.
const ANY_NAME: usize = 3;
const OUR_NAME: usize = 4;
/// Texts that are opened in a folder of any name.
const FEW_OPENED: usize = 10;
/// Texts that are opened in one look, whatever folders there are: it is repeated while somebody
/// writes.
const OPENED_IN_ALL: usize = 120;

/// Notes what is beside `content/` and meant for the site.
pub(super) fn look(root: &Path, notes: &mut Notes) {
    let has_content = root.join("content").is_dir();
    let mut left = OPENED_IN_ALL;
    let mut entries: Vec<DirEntry> = fs::read_dir(root).into_iter().flatten().flatten().collect();
    entries.sort_by_cached_key(DirEntry::file_name);
    entries.truncate(MOST_SEEN);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        let Ok(kind) = entry.file_type() else { continue };
        let is_plain = names::source_path(root, &path).is_some_and(|(_, is_sound)| is_sound);
        // A disk that does not tell capitals from small letters has one file under both names.
        if is_litter(&name) || !is_plain || is_read(root, &path, &name) {
            continue;
        }
        let flaw = match () {
            () if kind.is_dir() && looks::is_like_one(&path, &name) => {
                Some(looks::misplaced(root, &path))
            }
            () if kind.is_dir() => texts_below(root, &name, has_content, &mut left),
            () if kind.is_file() => {
                let named = nearly_named(root, &name).or_else(|| photo(&name));
                named.or_else(|| one_text(root, &name, &mut left))
            }
            () => None,
        };
        if let (Some(flaw), Some(path)) = (flaw, SourcePath::new(&name)) {
            notes.entry(path).or_insert(Note::Flawed(flaw));
        }
    }
    // One folder too deep.
    let within = root.join("content").join("site.toml");
    if let (true, false, Some(path)) = (
        is_plain_file(&within),
        root.join("site.toml").exists(),
        SourcePath::new("content/site.toml"),
    ) {
        let flaw = Flaw::NearlyNamed { meant: "site.toml", is_there: false };
        notes.insert(path, Note::Flawed(flaw));
    }
    for (path, flaw) in looks::without_folder(root) {
        notes.entry(path).or_insert(Note::Flawed(flaw));
    }
    // Looks are folders, so a text that lies among them is meant to be a theme.
    if let Some(flaw) = texts_in(root, "themes", 1, "content/themes", has_content, &mut left) {
        let path = SourcePath::new("themes").expect("a path inside");
        notes.entry(path).or_insert(Note::Flawed(flaw));
    }
}

/// Whether it is one of the places that are read, under whatever name.
fn is_read(root: &Path, path: &Path, name: &str) -> bool {
    super::PLACES.contains(&name)
        || super::PLACES.iter().any(|place| {
            let id = |path: &Path| path.metadata().ok().map(|found| (found.dev(), found.ino()));
            name.eq_ignore_ascii_case(place)
                && id(path).is_some_and(|it| id(&root.join(place)) == Some(it))
        })
}

/// A file that is meant to be one of the settings.
fn nearly_named(root: &Path, name: &str) -> Option<Flaw> {
    let folded = name.to_lowercase();
    let stem = folded.strip_suffix(".txt").unwrap_or(&folded);
    let (stem, ending) = stem.rsplit_once('.')?;
    let is_setting = matches!(ending, "toml" | "tml" | "yaml" | "yml" | "json");
    let meant = match without_copy(stem) {
        "site" | "sites" if is_setting => "site.toml",
        "programme" | "program" if is_setting => "content/programme.toml",
        "coach" if is_setting => "content/coach.toml",
        "brand-stops" if is_setting => "content/brand-stops.toml",
        "jobs" if is_setting => "content/jobs.toml",
        _ => return None,
    };
    let is_there = root.join(meant).exists();
    Some(Flaw::NearlyNamed { meant, is_there })
}

/// Whether a file lies there, and no link.
fn is_plain_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_file())
}

/// A name without what systems add to that of a copy: `site (1)`, `site - Kopi`.
fn without_copy(stem: &str) -> &str {
    const COPIES: [&str; 6] = [" - copy", " - kopi", " - kopie", " copy", " kopi", " kopie"];
    let stem = stem.trim();
    let counted = stem.strip_suffix(')').and_then(|it| it.rsplit_once(" ("));
    let stem = counted
        .filter(|(_, count)| count.bytes().all(|it| it.is_ascii_digit()))
        .map_or(stem, |(stem, _)| stem);
    COPIES.iter().find_map(|copy| stem.strip_suffix(copy)).unwrap_or(stem)
}

/// A photo as cameras and telephones name it. Drawings and screenshots may be a repository's own.
fn photo(name: &str) -> Option<Flaw> {
    let (_, ending) = name.rsplit_once('.')?;
    let is_photo = matches!(&*ending.to_lowercase(), "jpg" | "jpeg" | "heic" | "heif");
    is_photo.then_some(Flaw::PhotoOutside)
}

/// A text beside `content/` that is written like one of ours.
fn one_text(root: &Path, name: &str, left: &mut usize) -> Option<Flaw> {
    let place = SourcePath::new(&format!("content/{name}"))?;
    *left = left.checked_sub(1)?;
    let path = root.join(name);
    let text = top(&path, name).or_else(|| top_with_fields(&path, name))?;
    match misplaced::written_as(&place, &text)? {
        Meant::Kind(kind) if is_taken_in(root, kind, name, &text) => None,
        Meant::Kind(kind) => Some(Flaw::TextsOutside(TextsOutside {
            count: 1,
            is_whole: true,
            to: format!("content/{}", kind.inside()).trim_end_matches('/').to_owned(),
            is_certain: false,
            has_content: true,
        })),
        Meant::Page => None,
    }
}

/// The texts of a folder beside `content/`.
fn texts_below(root: &Path, name: &str, has_content: bool, left: &mut usize) -> Option<Flaw> {
    let folded = name.to_lowercase();
    if OF_OTHERS.contains(&&*folded) {
        return None;
    }
    match misplaced::place_of(&folded) {
        // Only what has fields of its own is known to be ours in a folder of any name.
        None => texts_in(root, name, ANY_NAME, &format!("content/{name}"), has_content, left),
        Some(place) => texts_in(root, name, OUR_NAME, &place, has_content, left),
    }
}

/// The texts in a folder that would be read at the place `to`; so many texts may still be opened.
fn texts_in(
    root: &Path,
    folder: &str,
    depth: usize,
    to: &str,
    has_content: bool,
    left: &mut usize,
) -> Option<Flaw> {
    // A folder of any name is looked at less deeply.
    let is_certain = depth != ANY_NAME;
    let most = if is_certain { MOST_OPENED } else { FEW_OPENED }.min(*left);
    let mut kinds: BTreeMap<&'static str, usize> = BTreeMap::new();
    let (mut count, mut opened, mut seen) = (0, 0, 0);
    let is_of_ours = |name: &str| !is_litter(name) && !OF_OTHERS.contains(&name);
    let folder = &root.join(folder);
    let walk = WalkDir::new(folder).min_depth(1).max_depth(depth).into_iter();
    let walk = walk.filter_entry(|entry| is_of_ours(&entry.file_name().to_string_lossy()));
    for entry in walk.flatten().take(MOST_SEEN) {
        seen += 1;
        let name = entry.file_name().to_string_lossy();
        if opened == most {
            break;
        }
        let text = || top(entry.path(), &name).or_else(|| top_with_fields(entry.path(), &name));
        let Some(text) = entry.file_type().is_file().then(text).flatten() else { continue };
        opened += 1;
        *left -= 1;
        let inside = entry.path().strip_prefix(folder).ok()?.to_string_lossy().into_owned();
        let Some(place) = SourcePath::new(&format!("{to}/{inside}")) else { continue };
        match misplaced::written_as(&place, &text) {
            Some(Meant::Kind(kind)) if is_taken_in(root, kind, &name, &text) => continue,
            Some(Meant::Kind(kind)) => *kinds.entry(kind.inside()).or_default() += 1,
            Some(Meant::Page) if to == "content" => {}
            Some(Meant::Page) | None => continue,
        }
        count += 1;
    }
    // Where all of them are of one kind, that is where they belong.
    let only = kinds.keys().next().filter(|_| kinds.len() == 1 && to != "content");
    let to = only.map_or(to.to_owned(), |kind| format!("content/{}", kind.trim_end_matches('/')));
    let is_whole = opened < most && seen < MOST_SEEN;
    let found = TextsOutside { count, is_whole, to, is_certain, has_content };
    (count > 0).then_some(Flaw::TextsOutside(found))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    const STORY: &str = "---\ntitle: The lock\nauthor: anna-bech\n---\nIt was stuck.\n";

    /// The entries that are noted of a project with these files: their paths, with where they belong.
    fn noted(files: &[(&str, &str)]) -> Vec<String> {
        let place = TempDir::new().expect("a place for a test");
        for (path, text) in files {
            let file = place.path().join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
            fs::write(file, text).expect("a file is written");
        }
        let mut notes = Notes::new();
        look(place.path(), &mut notes);
        let words = |(path, note): (SourcePath, Note)| match note {
            Note::Flawed(Flaw::TextsOutside(it)) => {
                let least = if it.is_whole { "" } else { "+" };
                format!("{path}: {}{least} to {}", it.count, it.to)
            }
            Note::Flawed(Flaw::NearlyNamed { meant, is_there }) => {
                format!("{path}: {meant} {is_there}")
            }
            Note::Flawed(_) | Note::File(_) => path.to_string(),
        };
        notes.into_iter().map(words).collect()
    }

    #[test]
    fn texts_beside_content_are_noted_once_for_each_folder() {
        let found = noted(&[
            ("content/a.md", STORY),
            ("stories/a.md", STORY),
            ("stories/2026/b.md", STORY),
            ("historier/a.md", STORY),
            ("Verhalen/a.MD", STORY),
            ("people/anna.md", "---\nname: Anna\n---\n"),
            ("mennesker/anna.md", "---\nname: Anna\n---\n"),
            ("fragen/a.md", "---\ntitle: Why?\n---\n"),
            ("themes/night.md", "---\ntitle: Night\n---\n"),
            ("Content/a.md", "---\ntitle: A page\n---\n"),
            ("news/a.md", STORY),
            ("src/stories/a.md", STORY),
            ("lock.md", STORY),
            ("loose.txt", STORY),
            ("IMG_1234.JPG", "x"),
            ("old/2025/stories/a.md", STORY),
        ]);
        assert_eq!(
            found,
            [
                "Content: 1 to content",
                "IMG_1234.JPG",
                "Verhalen: 1 to content/stories",
                "fragen: 1 to content/faq",
                "historier: 1 to content/stories",
                "lock.md: 1 to content/stories",
                "loose.txt: 1 to content/stories",
                "mennesker: 1 to content/people",
                "news: 1 to content/stories",
                "old: 1 to content/stories",
                "people: 1 to content/people",
                "src: 1 to content/stories",
                "stories: 2 to content/stories",
                "themes: 1 to content/themes",
            ]
        );
    }

    #[test]
    fn what_was_taken_in_is_not_noted() {
        let theme = "---\ntitle: \"Lamps: #1\"\nprompts:\n  - Which one?\n---\nWhy *not*.\n";
        let own = "---\ntitle: \"Lamps: #1\"\nstatus: draft\n---\n\nWhy \\*not\\*.\n";
        let sent = "---\ntitle: Låsen\nforfatter: anna-bech\n---\nDen sad fast.\n";
        let read = "---\ntitle: Låsen\nauthor: anna-bech\n---\n\nDen sad fast.\n";
        let found = noted(&[
            ("content/themes/lamps-1.md", own),
            ("content/stories/2026/laasen.md", read),
            ("content/stories/a.md", STORY),
            ("lamps.md", theme),
            ("themes/lamps.md", theme),
            ("sent/låsen.txt", sent),
            ("historier/a.md", STORY),
            ("historier/b.md", &STORY.replace("stuck", "open")),
            ("later/låsen.md", &sent.replace("fast", "løst")),
            ("later/lamps.md", &theme.replace("#1", "#2")),
        ]);
        assert_eq!(found, ["historier: 1 to content/stories", "later: 2 to content/later"]);
    }

    #[test]
    fn what_a_repository_has_besides_is_not_noted() {
        let found = noted(&[
            ("content/a.md", STORY),
            ("README.md", "# A wall\n"),
            ("CHANGELOG.md", "---\ntitle: Changes\n---\n"),
            ("docs/a.md", STORY),
            ("src/main.md", "# A part\n"),
            ("node_modules/a/stories/a.md", STORY),
            ("target/a.md", STORY),
            ("public/a.md", STORY),
            (".github/a.md", STORY),
            ("stories/README.md", "# Notes\n"),
            ("stories/a.txt", "A list of stories to write\n"),
            ("logo.png", "x"),
            ("blog/a.md", "---\ntitle: Release\nauthor: Jane Doe\nlayout: post\n---\n"),
            ("themes/mine/README.md", STORY),
            ("site.toml", "title = 'x'"),
            ("site.toml.bak", "title = 'x'"),
            ("config.yaml", "title: x"),
        ]);
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn of_a_large_folder_only_a_part_is_opened() {
        let names: Vec<String> = (0..1000).map(|at| format!("stories/{at}.md")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(|name| (&**name, STORY)).collect();
        assert_eq!(noted(&files), [format!("stories: {MOST_OPENED}+ to content/stories")]);
    }

    #[test]
    fn of_many_folders_only_so_many_texts_are_opened() {
        let names: Vec<String> = (0..100)
            .flat_map(|folder| (0..9).map(move |at| format!("news-{folder}/{at}.md")))
            .collect();
        let files: Vec<(&str, &str)> = names.iter().map(|name| (&**name, STORY)).collect();
        assert_eq!(noted(&files).len(), OPENED_IN_ALL.div_ceil(9));
    }

    #[test]
    fn settings_one_folder_too_deep_are_noted() {
        let found = noted(&[("content/site.toml", "title = 'x'"), ("content/a.md", "# A\n")]);
        assert_eq!(found, ["content/site.toml: site.toml false"]);
        let both = noted(&[("content/site.toml", "title = 'x'"), ("site.toml", "title = 'x'")]);
        assert_eq!(both, [""; 0], "told as a file that is not read");
    }

    #[test]
    fn settings_of_nearly_the_right_name_are_noted() {
        for name in [
            "site.toml.txt",
            "Site.toml",
            "site.TOML",
            "site.yaml",
            "site.yml.txt",
            "site (1).toml",
            "site - Kopi.toml",
        ] {
            assert_eq!(noted(&[(name, "")]), [format!("{name}: site.toml false")]);
        }
        let found = noted(&[("site.toml", ""), ("site.toml.txt", ""), ("programme.toml", "")]);
        assert_eq!(
            found,
            ["programme.toml: content/programme.toml false", "site.toml.txt: site.toml true"]
        );
    }
}
