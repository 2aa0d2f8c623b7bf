//! One folder of published files, and how they are written.
//!
//! Old files are rewritten in place: replacing them by truncation or by renaming makes common file
//! systems flush every one of them to the disk, ten to thirty times slower.

mod manifest;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, bail};
use rustix::fs::{Mode, OFlags, RawMode};

use super::record::{Records, Stamp};
use crate::base::{Hash, UrlPath};
use crate::io::dir::{Dir, Identity, Stat, Survey, is_missing};

/// The file in which each tree lists its own addresses. A tree without it may hold anything.
pub(super) const MANIFEST: &str = ".storywall-manifest";

/// The size limit of a file that is read to compute its hash, in bytes: larger than any file of a
/// site.
const LARGEST: u64 = 1 << 30;

const FILE_MODE: Mode = Mode::from_raw_mode(0o644);
pub(super) const FOLDER_MODE: Mode = Mode::from_raw_mode(0o777);

#[derive(Debug)]
pub(super) struct Tree {
    pub(super) dir: Dir,
    /// Where readers or reports see it; the folder itself is what `dir` holds.
    pub(super) shown: PathBuf,
    records: Arc<Records>,
    /// Locked while the folders above a file are created and whatever blocks them is removed.
    way: Mutex<()>,
}

impl Tree {
    pub(super) fn new(dir: Dir, shown: PathBuf, records: Arc<Records>) -> Tree {
        Tree { dir, shown, records, way: Mutex::default() }
    }

    /// All files and folders of the tree except its manifest. It looks at one file after the other, not in
    /// parallel, because the caller may hold a lock: a thread of the pool that waits for parallel
    /// work may be given other work that needs the same lock.
    pub(super) fn survey(&self) -> anyhow::Result<Survey> {
        let survey = self.dir.survey();
        let mut survey =
            survey.with_context(|| format!("cannot look through {}", self.shown.display()))?;
        survey.files.remove(OsStr::new(MANIFEST));
        Ok(survey)
    }

    /// The identity (device and inode) of the tree's folder.
    pub(super) fn identity(&self) -> anyhow::Result<Identity> {
        self.dir.identity().with_context(|| cannot("read", &self.shown))
    }

    /// The cryptographic hash of a plain file's bytes; `None` if there is no such file.
    pub(super) fn hash(&self, address: &UrlPath) -> Option<Hash> {
        self.bytes(address.as_str()).map(|bytes| Hash::of(&bytes))
    }

    /// The fast, not cryptographic hash of a plain file's bytes; `None` if there is no such file.
    pub(super) fn digest(&self, name: impl AsRef<Path>) -> Option<Hash> {
        self.bytes(name).map(|bytes| Hash::quick(&bytes))
    }

    fn bytes(&self, name: impl AsRef<Path>) -> Option<Vec<u8>> {
        let mut file = self.dir.file(name, OFlags::RDONLY, Mode::empty()).ok()?;
        Stat::of(&file).ok().filter(|it| it.is_file() && it.size <= LARGEST)?;
        let mut bytes = vec![];
        (&mut file).take(LARGEST).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Writes a file, and first removes whatever stands in its place or in the place of its
    /// folders.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> anyhow::Result<(File, Stamp)> {
        let written = self.rewrite(name, bytes).or_else(|error| {
            if !is_in_the_way(&error) {
                return Err(error);
            }
            self.clear_way(name)?;
            self.rewrite(name, bytes)
        });
        written.with_context(|| cannot("write", &self.shown.join(name)))
    }

    fn rewrite(&self, name: &str, bytes: &[u8]) -> io::Result<(File, Stamp)> {
        let flags = OFlags::WRONLY | OFlags::CREATE;
        let mut file = self.dir.file(name, flags, FILE_MODE)?;
        let mut before = Stat::of(&file)?;
        // If the file has another name, readers may see it under that name, or it may not be ours:
        // it must not be written to.
        if before.names > 1 || !before.is_file() {
            self.dir.remove_file(name)?;
            file = self.dir.file(name, flags | OFlags::EXCL, FILE_MODE)?;
            before = Stat::of(&file)?;
        }
        file.write_all(bytes)?;
        if before.size > bytes.len() as u64 {
            file.set_len(bytes.len() as u64)?;
        }
        let stamp = Stamp::of(&Stat::of(&file)?);
        Ok((file, stamp))
    }

    /// Copies a file from another tree with its time of modification, so that caches between the
    /// server and the reader take both for the same file. `known` is the stamp that it was found
    /// with.
    pub(super) fn copy(&self, name: &str, other: &Tree, known: Stamp) -> anyhow::Result<Stamp> {
        let shown = other.shown.join(name);
        let mut bytes = vec![];
        let mut stamp = None;
        let read = other.dir.file(name, OFlags::RDONLY, Mode::empty()).and_then(|mut file| {
            file.read_to_end(&mut bytes)?;
            stamp = Some(Stamp::of(&Stat::of(&file)?));
            file.metadata()?.modified()
        });
        let modified = read.with_context(|| cannot("copy", &shown))?;
        if stamp != Some(known) {
            bail!("{} was changed while the site was written there: build again", shown.display());
        }
        let (file, _) = self.write(name, &bytes)?;
        self.aged(&file, modified).with_context(|| cannot("copy", &shown))
    }

    /// Sets a file's time of modification to now, without changing its bytes.
    pub(super) fn touch(&self, name: &str) -> anyhow::Result<Stamp> {
        let file = self.dir.file(name, OFlags::WRONLY, Mode::empty());
        file.and_then(|file| self.aged(&file, SystemTime::now()))
            .with_context(|| cannot("write", &self.shown.join(name)))
    }

    fn aged(&self, file: &File, modified: SystemTime) -> io::Result<Stamp> {
        file.set_modified(modified)?;
        Ok(Stamp::of(&Stat::of(file)?))
    }

    /// Adds a hard link to a plain file of another tree, or a copy where a link is not possible.
    pub(super) fn link(&self, name: &OsStr, other: &Tree) -> anyhow::Result<()> {
        if let Some(folder) = Path::new(name).parent() {
            self.create_folder(folder)?;
        }
        let copied = || {
            let mut from = other.dir.file(name, OFlags::RDONLY, Mode::empty())?;
            let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL;
            let mut to = self.dir.file(name, flags, FILE_MODE)?;
            io::copy(&mut from, &mut to).map(drop)
        };
        self.dir
            .link(name, &other.dir)
            .or_else(|_| copied())
            .with_context(|| cannot("keep", &other.shown.join(name)))
    }

    pub(super) fn create_folder(&self, name: impl AsRef<Path>) -> anyhow::Result<()> {
        let name = name.as_ref();
        self.dir
            .create_folders(name, FOLDER_MODE)
            .with_context(|| cannot("create", &self.shown.join(name)))
    }

    /// Creates a folder with the permissions that the folder of this name has in another tree.
    pub(super) fn create_folder_like(&self, name: &OsStr, other: &Tree) -> anyhow::Result<()> {
        self.create_folder(name)?;
        let mode = other.dir.stat_at(name).ok().flatten().map(|found| found.mode & 0o2777);
        self.set_modes(std::iter::once(name), mode.unwrap_or(0o755) | 0o700)
    }

    /// Removes a file, if one is there.
    pub(super) fn remove(&self, name: impl AsRef<Path>) -> anyhow::Result<()> {
        let name = name.as_ref();
        let removed = self.dir.remove_file(name).or_else(|error| {
            if error.kind() != ErrorKind::PermissionDenied {
                return Err(error);
            }
            self.open_way(name)?;
            self.dir.remove_file(name)
        });
        match removed {
            Err(error) if !is_missing(&error) && error.kind() != ErrorKind::IsADirectory => {
                Err(error).with_context(|| cannot("remove", &self.shown.join(name)))
            }
            _ => Ok(()),
        }
    }

    /// Removes a folder, if it is there and empty.
    pub(super) fn remove_folder(&self, name: impl AsRef<Path>) -> anyhow::Result<()> {
        let name = name.as_ref();
        match self.dir.remove_folder(name) {
            Err(error) if !is_missing(&error) && error.kind() != ErrorKind::DirectoryNotEmpty => {
                Err(error).with_context(|| cannot("remove", &self.shown.join(name)))
            }
            _ => Ok(()),
        }
    }

    /// Sets the permissions of these folders; folders that do not exist are skipped.
    pub(super) fn set_modes<'a>(
        &self,
        folders: impl Iterator<Item = &'a OsStr>,
        mode: RawMode,
    ) -> anyhow::Result<()> {
        for name in folders {
            let set = self.dir.folder(name).and_then(|folder| match folder.stat()?.mode == mode {
                true => Ok(()),
                false => folder.set_mode(mode),
            });
            match set {
                Err(error) if !is_missing(&error) => {
                    return Err(error).with_context(|| cannot("open", &self.shown.join(name)));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Removes everything in the tree.
    pub(super) fn clear(&self) -> anyhow::Result<()> {
        let cleared = self.dir.clear().or_else(|error| {
            if error.kind() != ErrorKind::PermissionDenied {
                return Err(error);
            }
            let folders: Vec<OsString> = self.dir.survey()?.folders.into_iter().collect();
            folders.iter().try_for_each(|folder| self.let_me_write(folder.as_ref()))?;
            self.dir.clear()
        });
        cleared.with_context(|| cannot("clear", &self.shown))
    }

    /// Creates the folders above a file, and removes other things that have the name of one of these
    /// folders or of the file.
    fn clear_way(&self, name: &str) -> io::Result<()> {
        let _alone = self.way.lock().unwrap_or_else(PoisonError::into_inner);
        for (end, _) in name.match_indices('/') {
            let folder = &name[..end];
            if self.dir.stat_at(folder)?.is_some_and(|found| !found.is_folder()) {
                self.dir.remove_file(folder)?;
            }
            self.dir.create_folder(folder, FOLDER_MODE)?;
        }
        self.open_way(name.as_ref())?;
        match self.dir.stat_at(name)? {
            Some(found) if found.is_folder() => {
                self.dir.folder(name)?.clear()?;
                self.dir.remove_folder(name)
            }
            Some(_) => self.dir.remove_file(name),
            None => Ok(()),
        }
    }

    /// Gives us the permission to write into all folders above a file, if somebody removed it.
    fn open_way(&self, name: &Path) -> io::Result<()> {
        let above: Vec<&Path> = name.ancestors().skip(1).collect();
        above.into_iter().rev().try_for_each(|folder| self.let_me_write(folder))
    }

    fn let_me_write(&self, folder: &Path) -> io::Result<()> {
        let inner;
        let folder = match folder.as_os_str().is_empty() {
            true => &self.dir,
            false => {
                inner = self.dir.folder(folder)?;
                &inner
            }
        };
        let mode = folder.stat()?.mode;
        if mode & 0o700 == 0o700 { Ok(()) } else { folder.set_mode(mode | 0o700) }
    }
}

fn is_in_the_way(error: &io::Error) -> bool {
    is_missing(error)
        || matches!(error.kind(), ErrorKind::IsADirectory | ErrorKind::PermissionDenied)
        // A pipe that nobody reads, or a device.
        || error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error())
}

fn cannot(what: &str, path: &Path) -> String {
    format!("cannot {what} {}", path.display())
}
