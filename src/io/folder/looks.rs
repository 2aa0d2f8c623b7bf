//! Looks that lie where nobody reads them: in a folder of nearly the name of `themes/`, or in that without
//! a folder of their own.

use std::path::Path;

use walkdir::WalkDir;

use super::hidden::MOST_SEEN;
use crate::base::{Flaw, SourcePath};

/// What a look is made of.
const PARTS: [&str; 5] = ["templates", "styles", "texts", "scripts", "theme.toml"];

/// Whether a folder is a look, or holds looks, under nearly the name of `themes/`.
pub(super) fn is_like_one(folder: &Path, name: &str) -> bool {
    const NAMES: [&str; 7] = ["theme", "look", "looks", "tema", "temaer", "thema", "themas"];
    let is_part =
        |entry: &walkdir::DirEntry| PARTS.contains(&&*entry.file_name().to_string_lossy());
    let walk = || WalkDir::new(folder).min_depth(1).max_depth(2).into_iter().flatten();
    NAMES.contains(&&*name.to_lowercase()) && walk().take(MOST_SEEN).any(|entry| is_part(&entry))
}

/// What is wrong with such a folder.
pub(super) fn misplaced(root: &Path, folder: &Path) -> Flaw {
    let meant = if has_part(folder) { "themes/look" } else { "themes" };
    Flaw::NearlyNamed { meant, is_there: root.join("themes").is_dir() }
}

/// Parts of a look that lie in `themes/` itself: `themes/styles/a.css`.
pub(super) fn without_folder(root: &Path) -> impl Iterator<Item = (SourcePath, Flaw)> {
    let parts = PARTS.into_iter().filter(|part| part.chars().all(char::is_alphabetic));
    let themes = root.join("themes");
    parts.filter_map(move |part| {
        let folder = themes.join(part);
        let is_one = folder.is_dir() && !has_part(&folder);
        let path = SourcePath::new(&format!("themes/{part}")).filter(|_| is_one)?;
        Some((path, Flaw::NearlyNamed { meant: "themes/look", is_there: true }))
    })
}

/// Whether a folder is a look itself, and holds none.
fn has_part(folder: &Path) -> bool {
    PARTS.iter().any(|part| folder.join(part).exists())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_look_without_a_folder_of_its_own_is_known() {
        let place = tempfile::TempDir::new().expect("a place for a test");
        let made = |path: &str| fs::create_dir_all(place.path().join(path)).expect("a folder");
        made("look/styles");
        made("theme/mine/styles");
        made("themes/styles");
        made("themes/templates/templates");
        for (folder, meant) in [("look", "themes/look"), ("theme", "themes")] {
            let path = place.path().join(folder);
            assert!(is_like_one(&path, folder), "{folder}");
            let flaw = misplaced(place.path(), &path);
            assert_eq!(flaw, Flaw::NearlyNamed { meant, is_there: true }, "{folder}");
        }
        let found: Vec<_> =
            without_folder(place.path()).map(|(path, _)| path.to_string()).collect();
        assert_eq!(found, ["themes/styles"]);
    }
}
