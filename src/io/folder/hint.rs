//! Turns the paths of a hint into keys, each of which names a part of the project to look at.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fs;
use std::ops::Bound;
use std::path::{Component, Path, PathBuf};

use super::names::{self, blurred, is_litter};
use super::{FileRecords, PLACES};
use crate::base::SourcePath;

/// Where something may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    Everything,
    /// Files or folders, there or gone, as absolute paths.
    At(BTreeSet<PathBuf>),
}

/// A part of the project that can be looked at alone: every file there is reported under a path at
/// or below this key, and no other file is.
pub(super) struct WatchKey {
    /// A path in which all that is not ASCII is blurred.
    key: String,
    /// What is on the disk under that key; more than one only where names are not ASCII.
    pub(super) starts: Vec<PathBuf>,
}

impl WatchKey {
    /// Takes out the records of the files there.
    pub(super) fn take(&self, from: &mut FileRecords) -> FileRecords {
        let is_mine = |path: &&SourcePath| {
            !path.as_str().is_ascii() && is_at_or_below(&blurred(path.as_str()), &self.key)
        };
        let mine: Vec<SourcePath> = if self.key.is_ascii() {
            let (first, last) = (format!("{}/", self.key), format!("{}0", self.key));
            let below = (Bound::Included(first.as_str()), Bound::Excluded(last.as_str()));
            let at = from.get_key_value(self.key.as_str());
            at.into_iter()
                .chain(from.range::<str, _>(below))
                .map(|(path, _)| path.clone())
                .collect()
        } else {
            let sharp = self.key.find(|c: char| !c.is_ascii()).unwrap_or(self.key.len());
            let start = (Bound::Included(&self.key[..sharp]), Bound::Unbounded);
            let all = from.range::<str, _>(start).map(|(path, _)| path);
            let near = all.take_while(|path| path.as_str().starts_with(&self.key[..sharp]));
            near.filter(is_mine).cloned().collect()
        };
        mine.into_iter().filter_map(|path| from.remove_entry(&path)).collect()
    }
}

/// The keys that cover all paths of the project; none of them lies below another.
pub(super) fn watch_keys(root: &Path, paths: &BTreeSet<PathBuf>) -> Vec<WatchKey> {
    let mut keys: Vec<WatchKey> = paths.iter().filter_map(|path| watch_key(root, path)).collect();
    keys.sort_by(|a, b| in_order(&a.key, &b.key));
    keys.dedup_by(|later, first| is_at_or_below(&later.key, &first.key));
    keys
}

/// The path itself, or the last folder above it that a look at everything would enter: below it
/// nothing is reported.
fn watch_key(root: &Path, path: &Path) -> Option<WatchKey> {
    let inside = path.strip_prefix(root).ok()?;
    let mut found = WatchKey { key: String::new(), starts: vec![root.to_owned()] };
    let mut is_open = true;
    for part in inside.components() {
        let Component::Normal(part) = part else { return None };
        let name = part.to_string_lossy();
        if is_litter(&name) || found.key.is_empty() && !PLACES.contains(&&*name) {
            return None;
        }
        if is_open {
            let name = blurred(&name);
            found.starts = found.starts.iter().flat_map(|it| named(it, &name)).collect();
            if !found.key.is_empty() {
                found.key.push('/');
            }
            found.key.push_str(&name);
            is_open = found.starts.iter().all(|start| is_entered(root, start));
        }
    }
    (!found.key.is_empty()).then_some(found)
}

/// What a folder holds under a blurred name. Only other names than ASCII have more than one
/// spelling.
fn named(folder: &Path, name: &str) -> Vec<PathBuf> {
    if name.is_ascii() {
        return vec![folder.join(name)];
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let same = entries.filter(|entry| blurred(&entry.file_name().to_string_lossy()) == name);
    same.map(|entry| entry.path()).collect()
}

/// A folder of a sound name, no link to one, that may be read.
fn is_entered(root: &Path, path: &Path) -> bool {
    names::source_path(root, path).is_some_and(|(_, is_sound)| is_sound)
        && path.symlink_metadata().is_ok_and(|found| found.is_dir())
        && path.read_dir().is_ok()
}

fn is_at_or_below(path: &str, key: &str) -> bool {
    path.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A folder first, then what lies in it.
fn in_order(a: &str, b: &str) -> Ordering {
    a.split('/').cmp(b.split('/'))
}
