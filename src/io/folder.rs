//! The project's folder: what differs since the last look.
//!
//! A look asks every file for its stamp, reads those whose stamp differs, and tells those whose
//! content differs. The first look tells everything; renames, atomic saves and checkouts of
//! another branch need no cases of their own.

mod content;
mod names;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::Context;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::files::{Files, words};
use crate::base::hash::Hasher;
use crate::base::{Change, Content, Flaw, Hash, Role, SourcePath};

pub use names::is_litter;

/// All that is looked at; the rest of the project is none of our business.
const PLACES: [&str; 3] = ["content", "site.toml", "themes"];

/// A stamp this young may not yet show a second change: clocks of file systems are coarse.
const YOUNG: Duration = Duration::from_secs(2);

/// A project's folder, and what was told of it.
#[derive(Debug)]
pub struct Folder {
    files: Files,
    seen: BTreeMap<SourcePath, Seen>,
}

/// One file as it was told.
#[derive(Clone, Debug)]
struct Seen {
    /// `None` if the next look must read the file whatever its stamp says.
    stamp: Option<Stamp>,
    told: Told,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    Hash(Hash),
    Flaw(Flaw),
}

/// What changes when a file does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    device: u64,
    inode: u64,
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

/// What a look at one file found.
enum Look {
    Nothing,
    Same,
    Read(Seen, Content),
}

impl Folder {
    /// The folder must be there; it need not be a project yet.
    pub fn open(root: &Path) -> anyhow::Result<Folder> {
        Ok(Folder { files: Files::open(root)?, seen: BTreeMap::new() })
    }

    /// The same files, for those who publish or serve them.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// What differs since the last look, in order of path; at first, everything.
    pub fn changes(&mut self) -> anyhow::Result<Vec<Change>> {
        let now = SystemTime::now();
        let paths = self.walk()?;
        let looks: Vec<(SourcePath, Look)> = paths
            .into_par_iter()
            .map(|(path, flaw)| {
                let look = match flaw {
                    Some(flaw) => flawed(None, flaw),
                    None => self.look(&path, now),
                };
                (path, look)
            })
            .collect();

        let mut before = std::mem::take(&mut self.seen);
        let mut changes = vec![];
        for (path, look) in looks {
            match look {
                Look::Nothing => {}
                Look::Same => self.seen.extend(before.remove_entry(&path)),
                Look::Read(seen, content) => {
                    let told = before.remove(&path).map(|before| before.told);
                    if told.as_ref() != Some(&seen.told) {
                        changes.push(Change { path: path.clone(), content });
                    }
                    self.seen.insert(path, seen);
                }
            }
        }
        changes.extend(before.into_keys().map(|path| Change { path, content: Content::Gone }));
        changes.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(changes)
    }

    /// A hash of all that was told of every file; `None` where one could not be used.
    pub fn hash(&self) -> Option<Hash> {
        let mut hasher = Hasher::default();
        for (path, seen) in &self.seen {
            let Told::Hash(hash) = seen.told else { return None };
            hasher.update(format!("{hash} {path}\n").as_bytes());
        }
        Some(hasher.finish())
    }

    /// Every file that has a role, and those that cannot even be named or reached.
    fn walk(&self) -> anyhow::Result<BTreeMap<SourcePath, Option<Flaw>>> {
        let root = self.files.root();
        root.read_dir().with_context(|| format!("cannot read {}", root.display()))?;
        let mut paths = BTreeMap::new();
        for place in PLACES {
            let mut entries = WalkDir::new(root.join(place)).follow_root_links(false).into_iter();
            while let Some(entry) = entries.next() {
                let found = match entry {
                    Ok(entry) => {
                        let found = visit(root, &entry);
                        if entry.file_type().is_dir() && !matches!(found, Visit::Enter) {
                            entries.skip_current_dir();
                        }
                        found
                    }
                    Err(error) => unreachable_place(root, &error),
                };
                if let Visit::Note(path, flaw) = found {
                    // A flawed name is told under one that a sound file may have.
                    let noted = paths.entry(path).or_insert_with(|| flaw.clone());
                    if flaw.is_none() {
                        *noted = None;
                    }
                }
            }
        }
        Ok(paths)
    }

    fn look(&self, path: &SourcePath, now: SystemTime) -> Look {
        let found = match self.files.find(path) {
            Ok(Some(found)) => found,
            Ok(None) => return Look::Nothing,
            Err(flaw) => return flawed(None, flaw),
        };
        let stamp = Stamp::of(&found.metadata);
        if self.seen.get(path).is_some_and(|seen| seen.stamp == Some(stamp)) {
            return Look::Same;
        }
        let stamp = (!stamp.is_young(now)).then_some(stamp);
        match content::read(path, &found) {
            Ok((hash, content)) => Look::Read(Seen { stamp, told: Told::Hash(hash) }, content),
            Err(flaw) => flawed(stamp, flaw),
        }
    }
}

impl Stamp {
    fn of(metadata: &Metadata) -> Stamp {
        Stamp {
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.size(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// Whether the file may change once more without its stamp telling; a stamp of the future
    /// never tells.
    fn is_young(self, now: SystemTime) -> bool {
        let now = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let newest = self.modified.max(self.changed).0;
        i64::try_from(now.saturating_sub(YOUNG).as_secs()).is_ok_and(|limit| newest >= limit)
    }
}

fn flawed(stamp: Option<Stamp>, flaw: Flaw) -> Look {
    Look::Read(Seen { stamp, told: Told::Flaw(flaw.clone()) }, Content::Flawed(flaw))
}

/// What to do at one entry of a folder.
enum Visit {
    Pass,
    Enter,
    Note(SourcePath, Option<Flaw>),
}

fn visit(root: &Path, entry: &DirEntry) -> Visit {
    if is_litter(&entry.file_name().to_string_lossy()) {
        return Visit::Pass;
    }
    let is_folder = entry.file_type().is_dir();
    let Some((path, is_sound)) = names::source_path(root, entry.path()) else {
        return Visit::Pass;
    };
    // A place of ours that is a link has no role, but its author must hear of it.
    let is_linked_place = entry.depth() == 0 && entry.path_is_symlink();
    match (is_sound, is_folder) {
        (true, true) => Visit::Enter,
        (false, true) => Visit::Note(path, Some(Flaw::BadName)),
        _ if Role::of(&path) == Role::Other && !is_linked_place => Visit::Pass,
        (true, false) => Visit::Note(path, None),
        (false, false) => Visit::Note(path, Some(Flaw::BadName)),
    }
}

fn unreachable_place(root: &Path, error: &walkdir::Error) -> Visit {
    let path = error.path().and_then(|path| names::source_path(root, path));
    match (path, error.io_error()) {
        (Some((path, _)), Some(error)) if error.kind() != ErrorKind::NotFound => {
            Visit::Note(path, Some(words(error)))
        }
        // Gone between two glances: so it is gone.
        _ => Visit::Pass,
    }
}
