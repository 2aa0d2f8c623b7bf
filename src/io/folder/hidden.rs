//! Texts of `content/` whose names begin with a dot, and folders of such names with texts: nobody reads
//! them, and whoever wrote one may not know that.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use walkdir::WalkDir;

use super::names::is_litter;
use crate::base::Flaw;

/// Files and folders that are looked at in a folder that is not read.
pub(super) const MOST_SEEN: usize = 300;
/// Texts that are opened in it.
pub(super) const MOST_OPENED: usize = 40;
/// Bytes that are read of each: the fields stand at its top.
const TOP: u64 = 8_000;

/// A text in `content/` whose name begins with a dot, or a folder of such a name with texts.
pub(super) fn hidden(path: &Path, name: &str) -> Option<Flaw> {
    // What systems, editors and other programs keep beside the files that they work on.
    let of_programs = ["._", ".#", ".~", ".git", ".svn", ".hg", ".obsidian", ".vscode", ".idea"];
    let of_systems = [
        ".trash",
        ".ds_store",
        ".stfolder",
        ".stversions",
        ".sync",
        ".dropbox",
        ".ipynb",
        ".storywall",
    ];
    let folded = name.to_lowercase();
    let is_of_others = of_programs.iter().chain(&of_systems).any(|it| folded.starts_with(it));
    let found = path.symlink_metadata().ok()?;
    if !name.starts_with('.') || is_of_others || is_litter(name.trim_start_matches('.')) {
        return None;
    }
    let has_fields = |path: &Path, name: &str| {
        top(path, name).is_some_and(|text| text.starts_with("---") || text.starts_with("+++"))
    };
    let count = match found.is_dir() {
        true => {
            let walk = WalkDir::new(path).min_depth(1).max_depth(2).into_iter().flatten();
            let files = walk.take(MOST_SEEN).filter(|entry| entry.file_type().is_file());
            let texts = files.filter(|it| is_text(&it.file_name().to_string_lossy()));
            let texts = texts.take(MOST_OPENED);
            texts.filter(|it| has_fields(it.path(), &it.file_name().to_string_lossy())).count()
        }
        false => usize::from(found.is_file() && has_fields(path, name)),
    };
    (count > 0).then_some(Flaw::Hidden { texts: found.is_dir().then_some(count) })
}

fn is_text(name: &str) -> bool {
    name.to_lowercase().ends_with(".md")
}

/// The beginning of a Markdown file.
pub(super) fn top(path: &Path, name: &str) -> Option<String> {
    is_text(name).then(|| beginning(path)).flatten()
}

/// The beginning of a file with fields that has another ending, by which it is not known as Markdown.
pub(super) fn top_with_fields(path: &Path, name: &str) -> Option<String> {
    let folded = name.to_lowercase();
    let is_like_one = folded.ends_with(".txt") || folded.ends_with(".markdown");
    let text = is_like_one.then(|| beginning(path)).flatten();
    text.filter(|text| text.starts_with("---"))
}

fn beginning(path: &Path) -> Option<String> {
    let mut bytes = vec![];
    File::open(path).ok()?.take(TOP).read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    Some(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}
