//! One folder of published files, and how they are written.
//!
//! Old files are rewritten in place: replacing them by truncation or by renaming makes common file
//! systems flush every one of them to the disk, a hundred times slower.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use anyhow::Context;
use rustix::fs::OFlags;
use walkdir::WalkDir;

use crate::io::manifest::Manifest;

/// What each tree says of itself. A tree without it may hold anything.
pub(super) const MANIFEST: &str = ".storywall-manifest";

#[derive(Debug)]
pub(super) struct Tree {
    root: PathBuf,
    /// Held while the way to a file is cleared.
    way: Mutex<()>,
}

/// What a walk through a tree found; paths are relative, the manifest itself is left out.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) files: BTreeMap<OsString, Found>,
    pub(super) folders: BTreeSet<OsString>,
}

#[derive(Debug)]
pub(super) struct Found {
    /// `None` for links and other things that are no plain files.
    pub(super) size: Option<u64>,
    /// Device and number: the same for two names of one file.
    pub(super) inode: (u64, u64),
}

impl Tree {
    pub(super) fn new(root: PathBuf) -> Tree {
        Tree { root, way: Mutex::default() }
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Empty if the folder is not there. One file after the other: it is done under a lock, and a
    /// thread of the pool that waits for others there may be given work that wants the same lock.
    pub(super) fn survey(&self) -> anyhow::Result<Survey> {
        let mut survey = Survey::default();
        for entry in WalkDir::new(&self.root).min_depth(1) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if is_missing(&error) => continue,
                Err(error) => return Err(error).context("cannot look through the site's folder"),
            };
            let inside = entry.path().strip_prefix(&self.root).unwrap_or(entry.path());
            if entry.file_type().is_dir() {
                survey.folders.insert(inside.into());
                continue;
            }
            let metadata = match entry.metadata() {
                Ok(metadata) => metadata,
                Err(error) if is_missing(&error) => continue,
                Err(error) => return Err(error).context("cannot look through the site's folder"),
            };
            if inside != MANIFEST {
                let size = metadata.is_file().then_some(metadata.len());
                let found = Found { size, inode: (metadata.dev(), metadata.ino()) };
                survey.files.insert(inside.as_os_str().to_owned(), found);
            }
        }
        Ok(survey)
    }

    /// What the tree says of itself, doubted where a file does not stand as it says.
    pub(super) fn manifest(&self, survey: &Survey) -> Option<Manifest> {
        let text = fs::read_to_string(self.root.join(MANIFEST)).ok()?;
        let mut manifest = Manifest::parse(&text)?;
        for (address, entry) in &mut manifest.entries {
            let found = survey.files.get(OsStr::new(address.as_str()));
            if found.and_then(|found| found.size) != entry.map(|entry| entry.size) {
                *entry = None;
            }
        }
        Some(manifest)
    }

    /// Writes a file, whatever stood in its way.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> anyhow::Result<File> {
        let path = self.root.join(name);
        let written = rewrite(&path, bytes).or_else(|error| match error.kind() {
            ErrorKind::NotFound
            | ErrorKind::NotADirectory
            | ErrorKind::IsADirectory
            | ErrorKind::PermissionDenied => {
                self.clear_way(name)?;
                rewrite(&path, bytes)
            }
            _ => Err(error),
        });
        written.with_context(|| format!("cannot write {}", path.display()))
    }

    /// The same file as in another tree, with the same age: to caches on the way to the reader it
    /// is one and the same.
    pub(super) fn copy(&self, name: &str, other: &Tree) -> anyhow::Result<()> {
        let path = other.root.join(name);
        let cannot = || format!("cannot copy {}", path.display());
        let bytes = fs::read(&path).with_context(cannot)?;
        let modified = fs::metadata(&path).and_then(|it| it.modified()).with_context(cannot)?;
        self.write(name, &bytes)?.set_modified(modified).with_context(cannot)
    }

    /// Makes a file look written now, though its bytes stood there already.
    pub(super) fn touch(&self, name: &str) -> anyhow::Result<()> {
        let path = self.root.join(name);
        let file = OpenOptions::new().write(true).open(&path);
        file.and_then(|file| file.set_modified(SystemTime::now()))
            .with_context(|| format!("cannot write {}", path.display()))
    }

    /// A second name for a file of another tree, or a copy where that cannot be.
    pub(super) fn link(&self, name: &OsStr, other: &Tree) -> anyhow::Result<()> {
        let (from, to) = (other.root.join(name), self.root.join(name));
        if let Some(folder) = to.parent() {
            self.create_folder(folder)?;
        }
        fs::hard_link(&from, &to)
            .or_else(|_| fs::copy(&from, &to).map(|_| ()))
            .with_context(|| format!("cannot keep {}", from.display()))
    }

    pub(super) fn create_folder(&self, name: impl AsRef<Path>) -> anyhow::Result<()> {
        let path = self.root.join(name);
        fs::create_dir_all(&path).with_context(|| format!("cannot create {}", path.display()))
    }

    /// Removes a file, if one is there.
    pub(super) fn remove(&self, name: impl AsRef<Path>) -> anyhow::Result<()> {
        let path = self.root.join(name);
        match unless_missing(fs::remove_file(&path)) {
            Err(error) if error.kind() != ErrorKind::IsADirectory => {
                Err(error).with_context(|| format!("cannot remove {}", path.display()))
            }
            _ => Ok(()),
        }
    }

    /// Removes a folder, if it is there and empty.
    pub(super) fn remove_folder(&self, name: impl AsRef<Path>) -> anyhow::Result<()> {
        let path = self.root.join(name);
        match unless_missing(fs::remove_dir(&path)) {
            Err(error) if error.kind() != ErrorKind::DirectoryNotEmpty => {
                Err(error).with_context(|| format!("cannot remove {}", path.display()))
            }
            _ => Ok(()),
        }
    }

    /// Creates the folders above a file, and removes what stands in their place or its own.
    fn clear_way(&self, name: &str) -> io::Result<()> {
        let _alone = self.way.lock().unwrap_or_else(PoisonError::into_inner);
        for (end, _) in name.match_indices('/') {
            let folder = self.root.join(&name[..end]);
            if folder.symlink_metadata().is_ok_and(|found| !found.is_dir()) {
                fs::remove_file(&folder)?;
            }
        }
        let path = self.root.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&self.root))?;
        match path.symlink_metadata() {
            Ok(found) if found.is_dir() => fs::remove_dir_all(&path),
            Ok(_) => fs::remove_file(&path),
            Err(_) => Ok(()),
        }
    }
}

fn rewrite(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(0o644);
    options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    let mut file = options.open(path)?;
    let mut before = file.metadata()?;
    // Another name of the same file may be what readers see now.
    if before.nlink() > 1 || !before.is_file() {
        fs::remove_file(path)?;
        file = options.create_new(true).open(path)?;
        before = file.metadata()?;
    }
    file.write_all(bytes)?;
    if before.len() > bytes.len() as u64 {
        file.set_len(bytes.len() as u64)?;
    }
    Ok(file)
}

fn unless_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        // A file may have taken the place of a folder above.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(())
        }
        result => result,
    }
}

fn is_missing(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == ErrorKind::NotFound)
}
