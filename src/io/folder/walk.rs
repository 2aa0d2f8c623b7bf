//! Which files lie below a place of the project, and under which path each is reported.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::hidden::hidden;
use super::names::{self, is_litter};
use crate::base::{Flaw, Role, SourcePath};
use crate::io::files::{spelling, words};

/// What was found, under the path that it is reported by.
pub(super) type Notes = BTreeMap<SourcePath, Note>;

/// One of them.
pub(super) enum Note {
    /// A file that has a role, as the disk spells its path.
    File(PathBuf),
    /// It cannot even be named or reached.
    Flawed(Flaw),
}

/// Notes every file at or below `start` that has a role, and those that cannot be named or
/// reached. `start` lies in folders that a walk from the root would enter.
pub(super) fn walk(root: &Path, start: &Path, notes: &mut Notes) {
    let mut entries = WalkDir::new(start).follow_root_links(false).into_iter();
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
        if let Visit::Note(path, note) = found {
            take(notes, path, note);
        }
    }
}

/// What to do at one entry of a folder.
enum Visit {
    Pass,
    Enter,
    Note(SourcePath, Note),
}

fn visit(root: &Path, entry: &DirEntry) -> Visit {
    let is_folder = entry.file_type().is_dir();
    let Some((path, is_sound)) = names::source_path(root, entry.path()) else {
        return Visit::Pass;
    };
    let name = entry.file_name().to_string_lossy();
    if is_litter(&name) {
        // In a look, words begin with a dot for those who work on it.
        let is_content = is_sound && path.as_str().starts_with("content/");
        let flaw = is_content.then(|| hidden(entry.path(), &name)).flatten();
        return flaw.map_or(Visit::Pass, |flaw| Visit::Note(path, Note::Flawed(flaw)));
    }
    // If `content` or `themes` is a link, it has no role, but the author must be told about it.
    let is_place = entry.path().parent() == Some(root);
    let is_linked_place = is_place && entry.path_is_symlink();
    match (is_sound, is_folder) {
        (true, true) => Visit::Enter,
        (false, true) => Visit::Note(path, Note::Flawed(Flaw::BadName)),
        _ if Role::of(&path) == Role::Other && !is_linked_place => Visit::Pass,
        (true, false) => Visit::Note(path, Note::File(entry.path().to_owned())),
        (false, false) => Visit::Note(path, Note::Flawed(Flaw::BadName)),
    }
}

fn unreachable_place(root: &Path, error: &walkdir::Error) -> Visit {
    let path = error.path().and_then(|path| names::source_path(root, path));
    match (path, error.io_error()) {
        (Some((path, _)), Some(error)) if error.kind() != ErrorKind::NotFound => {
            Visit::Note(path, Note::Flawed(words(error)))
        }
        // Deleted after its folder was listed, or not a path of the project: nothing is noted.
        _ => Visit::Pass,
    }
}

/// The result does not depend on the order in which a disk lists its files.
fn take(notes: &mut Notes, path: SourcePath, note: Note) {
    let mut known = match notes.entry(path) {
        Entry::Occupied(known) => known,
        Entry::Vacant(free) => {
            free.insert(note);
            return;
        }
    };
    match (known.get(), &note) {
        (Note::File(first), Note::File(second)) => {
            if spelling(second) < spelling(first) {
                known.insert(note);
            }
            let twin = SourcePath::new(&names::blurred(known.key().as_str()));
            let twin = twin.expect("a path without its marks is one too");
            take(notes, twin, Note::Flawed(Flaw::TwinName));
        }
        // A flawed name is reported under one that a sound file may have.
        (Note::File(_), Note::Flawed(_)) => {}
        (Note::Flawed(_), Note::File(_)) => drop(known.insert(note)),
        (Note::Flawed(first), Note::Flawed(second)) => {
            if weight(second) > weight(first) {
                known.insert(note);
            }
        }
    }
}

/// Which of two flaws is reported, where two names become one path.
fn weight(flaw: &Flaw) -> u8 {
    match flaw {
        Flaw::TwinName => 1,
        Flaw::BadName => 2,
        _ => 0,
    }
}
