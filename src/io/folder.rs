//! The project's folder: what differs since the last look.
//!
//! A look asks every file for its stamp, reads those whose stamp differs, and tells those whose
//! content differs. The first look tells everything; renames, atomic saves and checkouts of
//! another branch need no cases of their own. A hint only says where to look.

mod content;
mod hint;
mod names;
#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use anyhow::Context;
use rayon::prelude::*;

use super::dir::Dir;
use super::files::{Files, words};
use crate::base::hash::Hasher;
use crate::base::{Change, Content, Flaw, Hash, SourcePath};
use walk::{Note, Notes, walk};

pub(crate) use hint::Hint;
pub(crate) use names::is_litter;

/// All that is looked at; the rest of the project is none of our business.
pub(super) const PLACES: [&str; 3] = ["content", "site.toml", "themes"];

/// A stamp this young may not yet show a second change: clocks of file systems are coarse.
const YOUNG: Duration = Duration::from_secs(2);

/// A project's folder, and what was told of it.
#[derive(Debug)]
pub struct Folder {
    files: Files,
    seen: Memory,
}

/// What was told, in the order of paths: all of a folder is a range.
type Memory = BTreeMap<SourcePath, Seen>;

/// One file as it was told.
#[derive(Clone, Debug)]
struct Seen {
    /// `None` if the next look must read the file whatever its stamp says.
    stamp: Option<Stamp>,
    told: Told,
    /// Whether the file has other names on the disk, by which it can be changed.
    has_second_name: bool,
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
        self.must_be_there()?;
        let root = self.files.root();
        let mut notes = Notes::new();
        PLACES.iter().for_each(|place| walk(root, &root.join(place), &mut notes));
        let before = std::mem::take(&mut self.seen);
        Ok(self.compare(notes, before))
    }

    /// The same for what lies at or below the places that a hint names.
    pub fn changes_at(&mut self, hint: &Hint) -> anyhow::Result<Vec<Change>> {
        let root = self.files.root();
        let paths = match hint {
            Hint::At(paths) if !paths.iter().any(|path| root.starts_with(path)) => paths,
            _ => return self.changes(),
        };
        self.must_be_there()?;
        let mut notes = Notes::new();
        let mut before = Memory::new();
        for place in hint::places(root, paths) {
            place.starts.iter().for_each(|start| walk(root, start, &mut notes));
            before.append(&mut place.take(&mut self.seen));
        }
        Ok(self.compare(notes, before))
    }

    /// No folder is not an empty one.
    fn must_be_there(&self) -> anyhow::Result<()> {
        let root = self.files.root();
        root.read_dir().map(drop).with_context(|| format!("cannot read {}", root.display()))
    }

    /// Looks at what was noted; what was told `before` and is not noted is gone.
    fn compare(&mut self, notes: Notes, mut before: Memory) -> Vec<Change> {
        let now = SystemTime::now();
        let root = self.files.root_dir();
        let looks: Vec<(SourcePath, Look)> = notes
            .into_par_iter()
            .map(|(path, note)| {
                let look = match note {
                    Note::Flawed(flaw) => flawed(None, flaw),
                    Note::File(file) => match &root {
                        Ok(root) => self.look(root, &path, file, before.get(&path), now),
                        Err(error) => flawed(None, words(error)),
                    },
                };
                (path, look)
            })
            .collect();

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
        changes
    }

    /// Files that can be changed by another name, which nobody watches.
    pub(crate) fn second_names(&self) -> impl Iterator<Item = &SourcePath> {
        self.seen.iter().filter(|(_, seen)| seen.has_second_name).map(|(path, _)| path)
    }

    /// A hash of all that was told of every file; `None` where one could not be used.
    pub(crate) fn hash(&self) -> Option<Hash> {
        let mut hasher = Hasher::default();
        for (path, seen) in &self.seen {
            let Told::Hash(hash) = seen.told else { return None };
            hasher.update(format!("{hash} {path}\n").as_bytes());
        }
        Some(hasher.finish())
    }

    /// `file` is the path as the disk spells it.
    fn look(
        &self,
        root: &Arc<Dir>,
        path: &SourcePath,
        file: PathBuf,
        before: Option<&Seen>,
        now: SystemTime,
    ) -> Look {
        let found = match self.files.at(root, path, file) {
            Ok(Some(found)) => found,
            Ok(None) => return Look::Nothing,
            Err(flaw) => return flawed(None, flaw),
        };
        let stamp = Stamp::of(&found.metadata);
        if before.is_some_and(|seen| seen.stamp == Some(stamp)) {
            return Look::Same;
        }
        let stamp = (!stamp.is_young(now)).then_some(stamp);
        match content::read(path, &found) {
            Ok((hash, content)) => {
                let has_second_name = found.metadata.nlink() > 1;
                Look::Read(Seen { stamp, told: Told::Hash(hash), has_second_name }, content)
            }
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
    let told = Told::Flaw(flaw.clone());
    Look::Read(Seen { stamp, told, has_second_name: false }, Content::Flawed(flaw))
}
