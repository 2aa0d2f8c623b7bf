//! Where the site may be put, and where it must not be.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf, absolute};

use anyhow::{Context, bail, ensure};

use super::tree::MANIFEST;

/// The folder that readers see, and beside it the one in which the next site is made.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) live: PathBuf,
    /// `.NAME.storywall`
    pub(super) workshop: PathBuf,
}

impl Place {
    /// Refuses every folder in which something could be lost.
    pub(super) fn choose(out: &Path, project: &Path) -> anyhow::Result<Place> {
        let live = resolve(out)?;
        let shown = live.display();
        ensure!(
            !project.starts_with(&live),
            "the site cannot be put into {shown}, which holds the project: choose another folder"
        );
        for source in ["content", "themes"] {
            ensure!(
                !live.starts_with(project.join(source)),
                "the site cannot be put into {shown}: what lies in {source}/ is read, not \
                 written; choose another folder"
            );
        }
        let place = Place { workshop: workshop(&live)?, live };
        place.refuse_foreign()?;
        Ok(place)
    }

    /// Only an empty folder or one of ours may be replaced.
    pub(super) fn refuse_foreign(&self) -> anyhow::Result<()> {
        let shown = self.live.display();
        match self.workshop.symlink_metadata() {
            Ok(metadata) => ensure!(
                metadata.is_dir(),
                "{} is in the way: move it away",
                self.workshop.display()
            ),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error).context(format!("cannot look at {shown}")),
        }
        let metadata = match self.live.symlink_metadata() {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error).context(format!("cannot look at {shown}")),
        };
        ensure!(
            !metadata.is_symlink(),
            "{shown} is a link: name the folder that it leads to instead"
        );
        ensure!(metadata.is_dir(), "{shown} is a file: choose another name for the folder");
        let mut entries =
            fs::read_dir(&self.live).with_context(|| format!("cannot read {shown}"))?;
        let is_empty = entries.next().is_none();
        ensure!(
            is_empty || self.live.join(MANIFEST).is_file(),
            "{shown} is not empty, and was not made by Storywall: empty it first, or choose \
             another folder"
        );
        Ok(())
    }
}

/// The same folder without links on the way to it; nothing is created yet.
fn resolve(out: &Path) -> anyhow::Result<PathBuf> {
    let mut out = absolute(out).with_context(|| format!("cannot find {}", out.display()))?;
    if out.file_name().is_none() {
        out = out.canonicalize().with_context(|| format!("cannot find {}", out.display()))?;
    }
    let (Some(mut way), Some(name)) = (out.parent(), out.file_name()) else {
        bail!("the site cannot be put into {}: choose another folder", out.display());
    };
    let mut missing = vec![name];
    loop {
        match way.canonicalize() {
            Ok(found) => {
                return Ok(missing.into_iter().rev().fold(found, |path, name| path.join(name)));
            }
            Err(error) => match (error.kind(), way.parent(), way.file_name()) {
                (ErrorKind::NotFound, Some(parent), Some(name)) => {
                    missing.push(name);
                    way = parent;
                }
                _ => return Err(error).context(format!("cannot find {}", way.display())),
            },
        }
    }
}

fn workshop(live: &Path) -> anyhow::Result<PathBuf> {
    let name = live.file_name().context("the root of the disk cannot be the site's folder")?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".storywall");
    Ok(live.with_file_name(hidden))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn where_something_could_be_lost_nothing_is_put() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let root = folder.path().canonicalize()?;
        let project = root.join("work/handbook");
        for path in ["content/stories", "themes", "full", "empty", "ours", "in the way"] {
            fs::create_dir_all(project.join(path))?;
        }
        for path in ["full/letter.txt", "file", "ours/.storywall-manifest", ".blocked.storywall"] {
            fs::write(project.join(path), "")?;
        }
        symlink("empty", project.join("link"))?;
        symlink("nowhere", project.join("dangling"))?;
        let cases = [
            ("public", None),
            ("public/", None),
            ("deep/er/public", None),
            ("empty", None),
            ("ours", None),
            (".", Some("holds the project")),
            ("..", Some("holds the project")),
            ("content/..", Some("holds the project")),
            ("/", Some("cannot be put into /")),
            ("content", Some("content/ is read")),
            ("content/stories/public", Some("content/ is read")),
            ("themes/new/public", Some("themes/ is read")),
            ("full", Some("not made by Storywall")),
            ("file", Some("is a file")),
            ("file/public", Some("Not a directory")),
            ("link", Some("is a link")),
            ("link/", Some("is a link")),
            ("dangling", Some("is a link")),
            ("blocked", Some("in the way")),
        ];
        for (out, words) in cases {
            let place = Place::choose(&project.join(out), &project);
            match (place, words) {
                (Ok(_), None) => {}
                (Err(error), Some(words)) => {
                    assert!(format!("{error:#}").contains(words), "{out}: {error:#}");
                }
                (place, words) => panic!("{out}: {place:?}, not {words:?}"),
            }
        }
        assert!(!project.join("deep").exists(), "looking creates nothing");
        Ok(())
    }
}
