//! The project's folder: what differs since the last look.
//!
//! A look asks every file for its stamp, reads those whose stamp differs, and reports those whose
//! content differs. The first look reports everything; renames, atomic saves and checkouts of
//! another branch need no cases of their own. A hint only says where to look.

mod content;
mod hidden;
mod hint;
mod looks;
mod names;
mod outside;
#[cfg(test)]
mod random;
mod taken_in;
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
use super::files::{self, ProjectFiles, words};
use crate::base::hash::Hasher;
use crate::base::{Change, Content, Flaw, Hash, SourcePath};
use walk::{Note, Notes, walk};

pub(crate) use hint::Hint;
pub(crate) use names::{is_litter, place};

/// The only files and folders of the project that are looked at.
pub(super) const PLACES: [&str; 3] = ["content", "site.toml", "themes"];

/// A stamp this young may not yet show a second change: clocks of file systems are coarse.
const YOUNG: Duration = Duration::from_secs(2);

/// A project's folder, and what the last look found in it.
#[derive(Debug)]
pub struct Folder {
    files: ProjectFiles,
    records: FileRecords,
}

/// Every file that was reported, in the order of paths: all of a folder is a range.
type FileRecords = BTreeMap<SourcePath, FileRecord>;

/// One file as it was reported last.
#[derive(Clone, Debug)]
struct FileRecord {
    /// `None` if the next look must read the file whatever its stamp says.
    stamp: Option<Stamp>,
    state: ContentState,
    /// Whether the file has other names on the disk, by which it can be changed.
    has_second_name: bool,
}

/// The content that was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ContentState {
    Hash(Hash),
    Flaw(Flaw),
}

impl ContentState {
    /// Whether it is of something that is told only because nobody reads it where it is.
    fn is_outside(&self) -> bool {
        let Self::Flaw(flaw) = self else { return false };
        matches!(
            flaw,
            Flaw::TextsOutside(_)
                | Flaw::NearlyNamed { .. }
                | Flaw::PhotoOutside
                | Flaw::Hidden { .. }
        )
    }
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

/// The result of a look at one file.
enum FileCheck {
    Nothing,
    Same,
    Changed(FileRecord, Content),
}

impl Folder {
    /// The folder must be there; it need not be a project yet.
    pub fn open(root: &Path) -> anyhow::Result<Folder> {
        Ok(Folder { files: ProjectFiles::open(root)?, records: BTreeMap::new() })
    }

    /// The same files, for those who publish or serve them.
    pub fn files(&self) -> &ProjectFiles {
        &self.files
    }

    /// What differs since the last look, in order of path; at first, everything.
    pub fn changes(&mut self) -> anyhow::Result<Vec<Change>> {
        self.must_be_there()?;
        let root = self.files.root();
        let mut notes = Notes::new();
        PLACES.iter().for_each(|place| walk(root, &root.join(place), &mut notes));
        outside::look(root, &mut notes);
        let before = std::mem::take(&mut self.records);
        Ok(self.compare(notes, before))
    }

    /// The same for what lies at or below the paths of a hint.
    pub fn changes_at(&mut self, hint: &Hint) -> anyhow::Result<Vec<Change>> {
        let root = self.files.root();
        let paths = match hint {
            Hint::At(paths) if !paths.iter().any(|path| root.starts_with(path)) => paths,
            _ => return self.changes(),
        };
        self.must_be_there()?;
        let mut notes = Notes::new();
        let mut before = FileRecords::new();
        for key in hint::watch_keys(root, paths) {
            key.starts.iter().for_each(|start| walk(root, start, &mut notes));
            before.append(&mut key.take(&mut self.records));
        }
        let is_place = |path: &PathBuf| path.parent() == Some(self.files.root());
        if paths.iter().any(is_place) || self.records.values().any(|it| it.state.is_outside()) {
            self.look_again_outside(&mut notes, &mut before);
        }
        Ok(self.compare(notes, before))
    }

    /// What is at a place where nobody reads it is looked at again: it may be moved from there to
    /// where the hint is, or back.
    fn look_again_outside(&mut self, notes: &mut Notes, before: &mut FileRecords) {
        let root = self.files.root();
        let known = self.records.iter().filter(|(_, record)| record.state.is_outside());
        let known: Vec<SourcePath> = known.map(|(path, _)| path.clone()).collect();
        let known = known.iter().filter_map(|path| self.records.remove_entry(path));
        let known: FileRecords = known.collect();
        outside::look(root, notes);
        for path in known.keys() {
            let file = root.join(path.as_str());
            if let Some(flaw) = hidden::hidden(&file, path.file_name()) {
                notes.entry(path.clone()).or_insert(Note::Flawed(flaw));
            }
        }
        before.extend(known);
    }

    /// Fails if the folder is missing: a missing folder must not be taken for an empty one.
    fn must_be_there(&self) -> anyhow::Result<()> {
        let root = self.files.root();
        root.read_dir().map(drop).with_context(|| format!("cannot read {}", root.display()))
    }

    /// Looks at what was noted; what was reported `before` and is not noted is gone.
    fn compare(&mut self, notes: Notes, mut before: FileRecords) -> Vec<Change> {
        let now = SystemTime::now();
        let root = self.files.root_dir();
        let looks: Vec<(SourcePath, FileCheck)> = notes
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
                FileCheck::Nothing => {}
                FileCheck::Same => self.records.extend(before.remove_entry(&path)),
                FileCheck::Changed(record, content) => {
                    let last = before.remove(&path).map(|before| before.state);
                    if last.as_ref() != Some(&record.state) {
                        changes.push(Change { path: path.clone(), content });
                    }
                    self.records.insert(path, record);
                }
            }
        }
        changes.extend(before.into_keys().map(|path| Change { path, content: Content::Gone }));
        changes.sort_by(|a, b| a.path.cmp(&b.path));
        changes
    }

    /// Files that can be changed by another name, which is not watched.
    pub(crate) fn second_names(&self) -> impl Iterator<Item = &SourcePath> {
        self.records.iter().filter(|(_, record)| record.has_second_name).map(|(path, _)| path)
    }

    /// A hash of the content of every file; `None` where one could not be used.
    pub(crate) fn hash(&self) -> Option<Hash> {
        let mut hasher = Hasher::default();
        for (path, record) in &self.records {
            let ContentState::Hash(hash) = record.state else { return None };
            hasher.update(format!("{hash} {path}\n").as_bytes());
        }
        Some(hasher.finish())
    }

    /// What a text file says, read again; `None` if it is not there or is no longer as it was
    /// reported.
    pub(crate) fn text(&self, path: &SourcePath) -> Option<Arc<str>> {
        let known = &self.records.get(path)?.state;
        match content::read(path, &self.files.find(path).ok()??) {
            Ok((hash, Content::Text(text))) if *known == ContentState::Hash(hash) => Some(text),
            _ => None,
        }
    }

    /// The bytes of a file that readers get as it is.
    pub(crate) fn copied_bytes(&self, path: &SourcePath) -> Option<Vec<u8>> {
        files::read(&self.files.find(path).ok()??, files::ASSET_LIMIT).ok()
    }

    /// What a file says that readers get as it is, if it is no longer than a text may be.
    pub(crate) fn copied_text(&self, path: &SourcePath) -> Option<String> {
        let bytes = content::bytes_of_text(&self.files.find(path).ok()??)?;
        // What is not UTF-8 is mostly a table that Excel wrote.
        Some(String::from_utf8(bytes).unwrap_or_else(|other| {
            encoding_rs::WINDOWS_1252.decode(other.as_bytes()).0.into_owned()
        }))
    }

    /// `file` is the path as the disk spells it.
    fn look(
        &self,
        root: &Arc<Dir>,
        path: &SourcePath,
        file: PathBuf,
        before: Option<&FileRecord>,
        now: SystemTime,
    ) -> FileCheck {
        let found = match self.files.at(root, path, file) {
            Ok(Some(found)) => found,
            Ok(None) => return FileCheck::Nothing,
            Err(flaw) => return flawed(None, flaw),
        };
        let stamp = Stamp::of(&found.metadata);
        if before.is_some_and(|before| before.stamp == Some(stamp)) {
            return FileCheck::Same;
        }
        let stamp = (!stamp.is_young(now)).then_some(stamp);
        match content::read(path, &found) {
            Ok((hash, content)) => {
                let has_second_name = found.metadata.nlink() > 1;
                FileCheck::Changed(
                    FileRecord { stamp, state: ContentState::Hash(hash), has_second_name },
                    content,
                )
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

    /// Whether the file may change once more and keep this stamp; so may one with a stamp of the
    /// future.
    fn is_young(self, now: SystemTime) -> bool {
        let now = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let newest = self.modified.max(self.changed).0;
        i64::try_from(now.saturating_sub(YOUNG).as_secs()).is_ok_and(|limit| newest >= limit)
    }
}

fn flawed(stamp: Option<Stamp>, flaw: Flaw) -> FileCheck {
    let state = ContentState::Flaw(flaw.clone());
    FileCheck::Changed(FileRecord { stamp, state, has_second_name: false }, Content::Flawed(flaw))
}
