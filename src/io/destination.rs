//! Folders that the program may write to, and those that it must not.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use rustix::fs::{Mode, OFlags};

use super::dir::{Dir, Stat};
use super::git_index::tracked;
use super::target_folder::TargetFolder;

/// What somebody wants to write, for the words of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    Site,
    Photos,
}

impl Destination {
    /// Finds the folder. Refuses one that a link of the project leads to, for a pull request can bring
    /// links, and one in which something could be lost. `project` is without links itself.
    pub(crate) fn resolve(self, path: &Path, project: &Path) -> anyhow::Result<TargetFolder> {
        let place = TargetFolder::find(path, Some(project))?;
        if let Some(why) = why_not(place.path(), project) {
            return Err(self.refusal(place.path(), why));
        }
        Ok(place)
    }

    /// Refuses two folders where one lies in the other.
    pub(crate) fn refuse_overlap(
        self,
        folder: &Path,
        other: &Path,
        why: &str,
    ) -> anyhow::Result<()> {
        if folder.starts_with(other) || other.starts_with(folder) {
            return Err(self.refusal(folder, why));
        }
        Ok(())
    }

    fn refusal(self, folder: &Path, why: &str) -> anyhow::Error {
        let shown = folder.display();
        match self {
            Destination::Site => {
                anyhow::anyhow!(
                    "the site cannot be written into {shown}, {why}: choose another folder"
                )
            }
            Destination::Photos => anyhow::anyhow!(
                "photos cannot be kept in {shown}, {why}: name a folder for photos only with \
                 --cache"
            ),
        }
    }
}

/// Why nothing may be written to a folder, whatever it is.
fn why_not(folder: &Path, project: &Path) -> Option<&'static str> {
    let is_home = |home: PathBuf| home.canonicalize().is_ok_and(|home| home.starts_with(folder));
    if folder.parent().is_none() {
        return Some("which is the root of the disk");
    }
    if project.starts_with(folder) {
        return Some("which contains the project");
    }
    if std::env::home_dir().is_some_and(is_home) {
        return Some("which contains a home folder");
    }
    if folder.starts_with(project.join("content")) {
        return Some("because nothing may be written into content/");
    }
    if folder.starts_with(project.join("themes")) {
        return Some("because nothing may be written into themes/");
    }
    let is_git = |part: &OsStr| part.eq_ignore_ascii_case(".git");
    if folder.iter().any(is_git) || folder.join(".git").symlink_metadata().is_ok() {
        return Some("which contains a Git repository");
    }
    None
}

/// Opens a folder of our own, or makes it. Refuses what somebody else may have put there. Nobody else
/// can read or write in it once it was `shut`.
pub(crate) fn open_own(parent: &Dir, name: &OsStr) -> anyhow::Result<Dir> {
    let path = parent.path().join(name);
    let shown = path.display();
    let dir = parent.create_folder(name, Mode::RWXU).and_then(|()| parent.folder(name));
    let dir = match dir {
        Ok(dir) => dir,
        Err(error) if parent.stat_at(name).is_ok_and(|it| it.is_some_and(|it| !it.is_folder())) => {
            return Err(error).context(format!("{shown} is not a folder: move it elsewhere"));
        }
        Err(error) => return Err(error).context(format!("cannot create {shown}")),
    };
    let stat = dir.stat().with_context(|| format!("cannot read {shown}"))?;
    if !is_ours(&dir, &stat) {
        bail!(
            "{shown} belongs to another user (number {}), who could change it: remove it, or let \
             that user run the program",
            stat.owner
        );
    }
    refuse_tracked(parent, name)?;
    Ok(dir)
}

/// Opens a folder of our own that is there, for those who write nothing. What lies in it must bear
/// its own proof of who made it.
pub(crate) fn open_to_read(parent: &Dir, name: &OsStr) -> anyhow::Result<Dir> {
    let shown = parent.path().join(name);
    let dir = parent.folder(name).with_context(|| format!("cannot read {}", shown.display()))?;
    refuse_tracked(parent, name)?;
    Ok(dir)
}

fn refuse_tracked(parent: &Dir, name: &OsStr) -> anyhow::Result<()> {
    if tracked(parent.path(), &[name])?.contains(&name) {
        bail!(
            "{} is kept in Git, so anybody who changes the project could change it: run git rm -r \
             --cached {}, and remove the folder",
            parent.path().join(name).display(),
            name.display()
        );
    }
    Ok(())
}

/// Closes a folder of ours for everybody else.
pub(crate) fn shut(dir: &Dir) -> anyhow::Result<()> {
    let cannot = || format!("cannot close {} to other users", dir.path().display());
    match dir.stat().with_context(cannot)?.mode & 0o777 {
        0o700 => Ok(()),
        _ => dir.set_mode(0o700).with_context(cannot),
    }
}

/// Whether a folder belongs to whoever runs the program. Some disks of a network call everybody by
/// one name: then what we make there has that name too.
pub(crate) fn is_ours(dir: &Dir, stat: &Stat) -> bool {
    if stat.owner == rustix::process::geteuid().as_raw() {
        return true;
    }
    let probe = format!(".storywall-probe-{}", std::process::id());
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL;
    let made = dir.file(&probe, flags, Mode::RUSR | Mode::WUSR);
    let is_same = made.and_then(|file| Stat::of(&file)).is_ok_and(|it| it.owner == stat.owner);
    let _ = dir.remove_file(&probe);
    is_same
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    /// A project with all that a pull request may bring.
    fn place() -> (tempfile::TempDir, PathBuf) {
        let place = tempfile::tempdir().expect("a place for a test");
        let root = place.path().canonicalize().expect("is there");
        let project = root.join("work/handbook");
        for folder in ["content/stories", "themes", "empty", "repo/.git", ".git/hooks"] {
            fs::create_dir_all(project.join(folder)).expect("a folder");
        }
        fs::create_dir_all(root.join("elsewhere/deep")).expect("a folder");
        fs::write(project.join("file"), "").expect("a file");
        symlink("empty", project.join("link")).expect("a link");
        symlink("nowhere", project.join("dangling")).expect("a link");
        symlink(root.join("elsewhere"), project.join("way")).expect("a link");
        symlink("elsewhere", root.join("outside")).expect("a link");
        (place, project)
    }

    #[test]
    fn destinations_where_files_could_be_lost_are_refused() {
        let (_place, project) = place();
        let cases = [
            ("public", None),
            ("public/", None),
            ("./deep/er/../public", Some("cannot find")),
            ("deep/er/public", None),
            ("empty", None),
            ("empty/../public", None),
            ("../../outside/public", None),
            (".", Some("contains the project")),
            ("..", Some("contains the project")),
            ("content/..", Some("contains the project")),
            ("/", Some("root of the disk")),
            ("content", Some("into content/")),
            ("content/stories/public", Some("into content/")),
            ("themes/new/public", Some("into themes/")),
            ("repo", Some("Git repository")),
            ("repo/.git", Some("Git repository")),
            (".git/hooks", Some("Git repository")),
            (".git/new/public", Some("Git repository")),
            (".GIT/hooks", Some("Git repository")),
            ("file", Some("is a file")),
            ("file/public", Some("not a directory")),
            ("link", Some("is a shortcut")),
            ("link/", Some("is a shortcut")),
            ("dangling", Some("is a shortcut")),
            ("way/public", Some("is a shortcut")),
            ("way/deep/public", Some("is a shortcut")),
            ("link/public", Some("is a shortcut")),
            ("../../outside", Some("is a shortcut")),
        ];
        for (path, words) in cases {
            let found = Destination::Site.resolve(&project.join(path), &project);
            match (found, words) {
                (Ok(_), None) => {}
                (Err(error), Some(words)) => {
                    assert!(format!("{error:#}").contains(words), "{path}: {error:#}");
                }
                (found, words) => panic!("{path}: {found:?}, not {words:?}"),
            }
        }
        assert!(!project.join("deep").exists(), "looking creates nothing");
        let home = std::env::home_dir().expect("a home");
        for folder in [home.as_path(), home.parent().unwrap_or(&home)] {
            let error = Destination::Photos.resolve(folder, &project).expect_err("is a home");
            assert!(error.to_string().starts_with("photos cannot be kept in"), "{error}");
        }
    }

    #[test]
    fn our_folders_are_closed_to_other_users() {
        let (_place, project) = place();
        let folder = project.join("new/private");
        let open = |path: &Path| {
            let place = TargetFolder::find(path, None)?;
            let dir = open_own(&place.parent()?, place.name())?;
            shut(&dir)
        };
        open(&folder).expect("a folder");
        let mode = || fs::metadata(&folder).expect("is there").permissions().mode() & 0o777;
        assert_eq!(mode(), 0o700);
        for before in [0o777, 0o500] {
            fs::set_permissions(&folder, fs::Permissions::from_mode(before)).expect("a mode");
            open(&folder).expect("a folder");
            assert_eq!(mode(), 0o700);
        }
        for taken in ["link", "dangling", "file"] {
            let error = open(&project.join(taken)).expect_err("is no folder");
            assert!(format!("{error:#}").contains("is a"), "{error:#}");
        }
    }
}
