//! Things that took long to make, kept by the hash of all that they were made of.
//!
//! An entry ends with a seal of its name and its bytes: one that was cut short, is another's, or
//! was put there by somebody else is as good as none and is made anew. Entries appear whole, by a
//! rename, so builds side by side can share the folder. A cache that cannot be read or written
//! costs time and nothing else. Commands that only read take what is there and leave the folder as
//! it is.

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, ensure};
use rustix::fs::{Mode, OFlags};

use super::destination::{Destination, open_own, open_to_read, shut};
use super::dir::{Dir, Stat};
use super::key::{Key, Sealer};
use super::target_folder::TargetFolder;
use crate::base::Hash;

/// Bytes of the seal behind each entry.
const SEAL: usize = 32;
/// More than any entry takes.
const LARGEST: u64 = 1 << 28;
/// What the names of entries begin with while they are written.
const UNFINISHED: &str = ".new-";
/// After that, whoever wrote an entry was killed.
const PATIENCE: Duration = Duration::from_secs(600);

const PROBE: &str = "probe";

/// A folder of made things.
#[derive(Clone, Debug)]
pub struct Cache(Arc<Kept>);

#[derive(Debug)]
struct Kept {
    folder: PathBuf,
    access: Access,
    sealer: Sealer,
    dir: Mutex<Opened>,
    /// Names this run: numbers of processes repeat, in containers at once.
    run: u64,
    written: AtomicUsize,
    refused: AtomicUsize,
}

/// What a command does with the folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    /// Takes what is there, and changes nothing.
    Reading,
    Keeping,
}

/// The folder, as far as it was asked for.
#[derive(Debug, Default)]
enum Opened {
    #[default]
    NotYet,
    Open(Arc<Dir>),
    /// It is not used, and need not be asked for again.
    Refused,
}

impl Cache {
    /// The folder is made when the first thing is kept. Where there may be no such folder, nothing
    /// is kept: `refuse` says why.
    pub fn new(folder: PathBuf, key: &Key) -> Cache {
        Cache::with(folder, key, Access::Keeping)
    }

    /// What others kept. Nothing is kept, removed, made or shut.
    pub(crate) fn to_read(folder: PathBuf, key: &Key) -> Cache {
        Cache::with(folder, key, Access::Reading)
    }

    fn with(folder: PathBuf, key: &Key, access: Access) -> Cache {
        let (dir, written, refused) = (Mutex::default(), AtomicUsize::new(0), AtomicUsize::new(0));
        let (run, sealer) = (run(), key.sealer("cache"));
        Cache(Arc::new(Kept { folder, access, sealer, dir, run, written, refused }))
    }

    /// Refuses a folder in which something could be lost, or that somebody else may have filled.
    /// `project` is where the site is made from.
    pub(crate) fn refuse(&self, project: &Path) -> anyhow::Result<()> {
        let project = project.canonicalize()?;
        let place = Destination::Photos.resolve(&self.0.folder, &project)?;
        if !place.is_there()? {
            return Ok(());
        }
        let dir = self.opened(&place)?;
        let shown = place.path().display();
        let names = dir.names().with_context(|| format!("cannot read {shown}"))?;
        let foreign = names.iter().find(|name| !is_entry_or_draft(name));
        if let Some(foreign) = foreign {
            ensure!(
                false,
                "{shown} contains something else than kept photos ({}): name a folder for photos \
                 only with --cache",
                foreign.display()
            );
        }
        self.shut(&dir)?;
        let mut opened = self.0.dir.lock().unwrap_or_else(PoisonError::into_inner);
        *opened = Opened::Open(Arc::new(dir));
        Ok(())
    }

    /// Where it is.
    pub(crate) fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Entries that were there and were not sealed by us.
    pub(crate) fn refused(&self) -> usize {
        self.0.refused.load(Ordering::Relaxed)
    }

    /// Whether something is kept under this name; only `get` knows whether it is whole and ours.
    pub(crate) fn has(&self, name: &str) -> bool {
        let found = self.dir(false).and_then(|dir| dir.stat_at(name));
        matches!(found, Ok(Some(found)) if found.is_file() && found.size > SEAL as u64)
    }

    /// What is kept under this name, if it is what was put there.
    pub(crate) fn get(&self, name: &str) -> Option<Vec<u8>> {
        let mut file = self.dir(false).ok()?.file(name, OFlags::RDONLY, Mode::empty()).ok()?;
        let stat = Stat::of(&file).ok().filter(|it| it.is_file() && it.size <= LARGEST)?;
        let mut bytes = Vec::with_capacity(usize::try_from(stat.size).unwrap_or(0) + 1);
        (&mut file).take(LARGEST).read_to_end(&mut bytes).ok()?;
        let is_ours = bytes.len().checked_sub(SEAL).is_some_and(|end| {
            let (body, seal) = bytes.split_at(end);
            let seal = blake3::Hash::from_slice(seal);
            seal.is_ok_and(|seal| seal == self.0.sealer.seal(&[name.as_bytes(), body]))
        });
        if !is_ours {
            self.0.refused.fetch_add(1, Ordering::Relaxed);
            // An entry that is not ours is removed: it would be found and refused each time.
            self.remove(name);
            return None;
        }
        bytes.truncate(bytes.len() - SEAL);
        Some(bytes)
    }

    /// Keeps it, if it can be kept.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        if self.0.access == Access::Reading {
            return;
        }
        let Ok(dir) = self.dir(true) else { return };
        // Two threads and two builds never write to the same name.
        let count = self.0.written.fetch_add(1, Ordering::Relaxed);
        let unfinished = format!("{UNFINISHED}{}-{}-{count}", process::id(), self.0.run);
        let seal = self.0.sealer.seal(&[name.as_bytes(), bytes]);
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL;
        let _ = dir.remove_file(&unfinished);
        let kept = dir
            .file(&unfinished, flags, Mode::RUSR | Mode::WUSR)
            .and_then(|mut file| {
                file.write_all(bytes)?;
                file.write_all(seal.as_bytes())
            })
            .and_then(|()| dir.rename(&unfinished, &dir, name));
        if kept.is_err() {
            let _ = dir.remove_file(&unfinished);
        }
    }

    /// Whether things can be kept; tried by keeping one.
    pub(crate) fn is_writable(&self) -> bool {
        // Two builds that begin at once must not remove each other's.
        let probe = format!("{UNFINISHED}{}-{}-{PROBE}", process::id(), self.0.run);
        self.put(&probe, b"");
        let is_kept = self.get(&probe).is_some();
        self.remove(&probe);
        is_kept
    }

    /// Removes all entries but these, and nothing that is no entry. What another build writes at
    /// this moment is left to it.
    pub(crate) fn keep(&self, names: &HashSet<String>) {
        if self.0.access == Access::Reading {
            return;
        }
        let Ok(dir) = self.dir(false) else { return };
        for name in dir.names().unwrap_or_default() {
            let Some(text) = name.to_str() else { continue };
            let is_stale = is_entry(text) && !names.contains(text);
            let is_left_over = text
                .strip_prefix(UNFINISHED)
                .is_some_and(|it| !self.is_at_work(it) || !is_young(&dir, &name));
            if is_stale || is_left_over {
                let _ = dir.remove_file(&name);
            }
        }
    }

    /// Whether the run that an unfinished entry is named after may still be at work. On a network
    /// disk that run may be on another machine: then its entry may be lost, and is made again.
    fn is_at_work(&self, name: &str) -> bool {
        use rustix::process::{Pid, test_kill_process};
        let mut parts = name.split('-');
        let process = parts.next().and_then(|it| it.parse::<i32>().ok());
        let run = parts.next().and_then(|it| it.parse::<u64>().ok());
        let Some(process) = process else { return false };
        if u32::try_from(process) == Ok(process::id()) {
            return run == Some(self.0.run);
        }
        let process = Pid::from_raw(process);
        process.is_some_and(|it| test_kill_process(it) != Err(rustix::io::Errno::SRCH))
    }

    fn remove(&self, name: &str) {
        if self.0.access == Access::Reading {
            return;
        }
        if let Ok(dir) = self.dir(false) {
            let _ = dir.remove_file(name);
        }
    }

    /// The folder, made if it is to be written to.
    fn dir(&self, is_made: bool) -> io::Result<Arc<Dir>> {
        let mut opened = self.0.dir.lock().unwrap_or_else(PoisonError::into_inner);
        match &*opened {
            Opened::NotYet => {}
            Opened::Open(dir) => return Ok(dir.clone()),
            Opened::Refused => return Err(io::ErrorKind::PermissionDenied.into()),
        }
        let folder = &self.0.folder;
        // No link may stand for the folder itself, and nobody else's folder is used.
        let is_there = folder.symlink_metadata().is_ok_and(|found| found.is_dir());
        if !is_there && (!is_made || self.0.access == Access::Reading) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let open = || {
            let place = TargetFolder::find(folder, None)?;
            let dir = self.opened(&place)?;
            self.shut(&dir)?;
            anyhow::Ok(Arc::new(dir))
        };
        let dir = open().map_err(|error| {
            *opened = Opened::Refused;
            io::Error::other(error)
        })?;
        *opened = Opened::Open(dir.clone());
        Ok(dir)
    }

    fn opened(&self, place: &TargetFolder) -> anyhow::Result<Dir> {
        match self.0.access {
            Access::Reading => open_to_read(&place.parent()?, place.name()),
            Access::Keeping => open_own(&place.parent()?, place.name()),
        }
    }

    fn shut(&self, dir: &Dir) -> anyhow::Result<()> {
        match self.0.access {
            Access::Reading => Ok(()),
            Access::Keeping => shut(dir),
        }
    }
}

fn is_entry_or_draft(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    is_entry(&name) || name.starts_with(UNFINISHED) || name == PROBE || name == ".DS_Store"
}

/// What entries are named like: words, and a hash behind the last hyphen.
fn is_entry(name: &str) -> bool {
    name.rsplit_once('-').is_some_and(|(word, hash)| {
        word.starts_with(|c: char| c.is_ascii_lowercase()) && Hash::parse(hash).is_some()
    })
}

/// A number that no other run has, as far as chance goes.
fn run() -> u64 {
    let mut bytes = [0; 8];
    // Without chance, the number of the process must do.
    let _ = getrandom::fill(&mut bytes);
    u64::from_le_bytes(bytes)
}

/// Whether it was changed only now: then somebody may still write to it.
fn is_young(dir: &Dir, name: &OsStr) -> bool {
    let Ok(Some(stat)) = dir.stat_at(name) else { return false };
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.ok().and_then(|now| i64::try_from(now.as_secs()).ok()).unwrap_or(i64::MAX);
    let age = now.saturating_sub(stat.changed.0);
    u64::try_from(age).is_ok_and(|age| age < PATIENCE.as_secs())
}
