//! A folder to write to, found without looking up any name twice: whoever can rename folders on the
//! way to it cannot lead us elsewhere between a look and a step.

use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf, absolute};

use anyhow::{Context, bail};
use rustix::fs::{FileType, Mode};

use super::dir::Dir;

/// A folder to write to, which need not be there: the handle of the last folder that is there on the
/// way to it, and what is missing from there. No name on the way is looked up twice.
#[derive(Debug)]
pub(crate) struct TargetFolder {
    path: PathBuf,
    base: Dir,
    /// Without the name of the folder itself.
    missing: PathBuf,
    name: OsString,
}

impl TargetFolder {
    /// Goes to the folder, one name after the other. Links are followed that we or the system's
    /// owner made, and that do not lie in the project.
    pub(crate) fn find(path: &Path, project: Option<&Path>) -> anyhow::Result<TargetFolder> {
        let cannot = || format!("cannot find {}", path.display());
        let whole = absolute(path).with_context(cannot)?;
        let mut way = vec![Dir::open(Path::new("/")).with_context(cannot)?];
        let mut missing = PathBuf::new();
        let mut parts: Vec<OsString> = names(&whole);
        parts.reverse();
        let mut links = 0;
        while let Some(name) = parts.pop() {
            let here = way.last().expect("it begins at the root");
            if name == ".." {
                if !missing.as_os_str().is_empty() {
                    return Err(io::Error::from(ErrorKind::NotFound)).with_context(cannot);
                }
                if way.len() > 1 {
                    way.pop();
                }
                continue;
            }
            if !missing.as_os_str().is_empty() {
                missing.push(name);
                continue;
            }
            let next = here.path().join(&name);
            let is_last = parts.is_empty();
            match here.stat_at(&name).with_context(cannot)? {
                None => missing.push(name),
                Some(found) if found.is_folder() => {
                    way.push(here.folder(&name).with_context(cannot)?);
                }
                Some(found) if found.kind == FileType::Symlink => {
                    let is_here = project.is_some_and(|project| here.path().starts_with(project));
                    if is_last || is_here {
                        let shown = next.display();
                        bail!(
                            "{shown} is a shortcut (symbolic link): name the folder that it leads \
                             to"
                        );
                    }
                    let us = rustix::process::geteuid().as_raw();
                    if found.owner != us && found.owner != 0 || links == MOST_LINKS {
                        bail!(
                            "{} is a shortcut (symbolic link) that another user made: name the \
                             folder that it leads to",
                            next.display()
                        );
                    }
                    links += 1;
                    let target = here.link_target(&name).with_context(cannot)?;
                    if target.is_absolute() {
                        way.truncate(1);
                    }
                    parts.extend(names(&target).into_iter().rev());
                }
                Some(_) if is_last => {
                    bail!("{} is a file: choose another name for the folder", next.display());
                }
                Some(_) => {
                    return Err(io::Error::from(ErrorKind::NotADirectory)).with_context(cannot);
                }
            }
        }
        let there = way.pop().expect("it begins at the root");
        let mut path = there.path().to_owned();
        let Some(name) = missing.file_name().map(OsStr::to_owned) else {
            // The folder is there: what matters is the one that holds it.
            let name = path.file_name().map(OsStr::to_owned).unwrap_or_default();
            let base = way.pop().unwrap_or(there);
            return Ok(TargetFolder { path, base, missing: PathBuf::new(), name });
        };
        path.push(&missing);
        missing.pop();
        Ok(TargetFolder { path, base: there, missing, name })
    }

    /// Where it is, without links.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Its own name; empty for the root of the disk.
    pub(crate) fn name(&self) -> &OsStr {
        &self.name
    }

    /// Whether something is there.
    pub(crate) fn is_there(&self) -> io::Result<bool> {
        if !self.missing.as_os_str().is_empty() {
            return Ok(false);
        }
        Ok(self.base.stat_at(&self.name)?.is_some())
    }

    /// The folder that holds it, made if it is not there.
    pub(crate) fn parent(&self) -> anyhow::Result<Dir> {
        let cannot = || format!("cannot create {}", self.path.display());
        if self.name.is_empty() {
            bail!("the root of the disk cannot be used for this: choose a folder");
        }
        if self.missing.as_os_str().is_empty() {
            return self.base.try_clone().with_context(cannot);
        }
        let all = Mode::from_raw_mode(0o777);
        self.base.create_folders(&self.missing, all).with_context(cannot)?;
        self.base.folder(&self.missing).with_context(cannot)
    }
}

/// As many as systems follow.
const MOST_LINKS: usize = 40;

/// The names on a way, and its `..`.
fn names(path: &Path) -> Vec<OsString> {
    let name = |part: Component<'_>| match part {
        Component::Normal(name) => Some(name.to_owned()),
        Component::ParentDir => Some("..".into()),
        _ => None,
    };
    path.components().filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{lchown, symlink};

    use super::*;

    #[test]
    fn renaming_folders_during_a_build_does_not_redirect_it() {
        let place = tempfile::tempdir().expect("a place for a test");
        let root = place.path().canonicalize().expect("is there");
        fs::create_dir_all(root.join("share/a")).expect("a folder");
        fs::create_dir_all(root.join("precious")).expect("a folder");
        let target = TargetFolder::find(&root.join("share/a/b/public"), None).expect("a place");
        fs::rename(root.join("share/a"), root.join("share/moved")).expect("a rename");
        symlink(root.join("precious"), root.join("share/a")).expect("a link");
        let parent = target.parent().expect("a folder");
        parent.create_folder("public", Mode::RWXU).expect("a folder");
        assert!(root.join("share/moved/b/public").is_dir());
        assert_eq!(fs::read_dir(root.join("precious")).expect("a folder").count(), 0);
    }

    #[test]
    fn a_link_of_another_user_is_not_followed() {
        let place = tempfile::tempdir().expect("a place for a test");
        let root = place.path().canonicalize().expect("is there");
        fs::create_dir(root.join("precious")).expect("a folder");
        symlink("precious", root.join("link")).expect("a link");
        symlink("loop", root.join("loop")).expect("a link");
        let found = TargetFolder::find(&root.join("link/public"), None).expect("a place");
        assert_eq!(found.path(), root.join("precious/public"));
        assert!(TargetFolder::find(&root.join("loop/public"), None).is_err());
        // Only root may give it away.
        if lchown(root.join("link"), Some(65_534), None).is_ok() {
            let error = TargetFolder::find(&root.join("link/public"), None);
            assert!(error.expect_err("is another's").to_string().contains("another user"));
        }
    }
}
