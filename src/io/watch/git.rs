//! Whether Git is about to change many files.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// An older lock was left behind, or belongs to a commit whose message is being written.
const YOUNG: Duration = Duration::from_secs(10);

/// Whether the lock is there that Git holds while it writes files.
pub(super) fn is_at_work(root: &Path) -> bool {
    let lock = root.ancestors().find_map(git_folder).map(|folder| folder.join("index.lock"));
    let made = lock.and_then(|lock| lock.symlink_metadata().ok()?.modified().ok());
    // A lock of the future is as young as can be.
    made.is_some_and(|made| made.elapsed().unwrap_or_default() < YOUNG)
}

fn git_folder(folder: &Path) -> Option<PathBuf> {
    let git = folder.join(".git");
    let found = git.symlink_metadata().ok()?;
    if found.is_dir() {
        return Some(git);
    }
    // A second working tree has a file that says where its folder is.
    let text = fs::read_to_string(&git).ok()?;
    Some(folder.join(text.strip_prefix("gitdir:")?.trim()))
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::SystemTime;

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_young_lock_means_that_git_is_at_work() {
        let folder = TempDir::new().expect("a place for a test");
        let at = |path: &str| folder.path().join(path);
        fs::create_dir_all(at("main/.git/worktrees/other")).expect("a folder");
        fs::create_dir_all(at("main/site")).expect("a folder");
        fs::create_dir_all(at("other")).expect("a folder");
        fs::write(at("other/.git"), "gitdir: ../main/.git/worktrees/other\n").expect("a file");
        let roots = [at("main/site"), at("other")];
        let answers = || roots.each_ref().map(|root| is_at_work(root));

        assert_eq!(answers(), [false, false]);
        let lock = File::create(at("main/.git/index.lock")).expect("a file");
        assert_eq!(answers(), [true, false]);
        File::create(at("main/.git/worktrees/other/index.lock")).expect("a file");
        assert_eq!(answers(), [true, true]);
        lock.set_modified(SystemTime::now() - 2 * YOUNG).expect("a time");
        assert_eq!(answers(), [false, true], "left behind");
    }
}
