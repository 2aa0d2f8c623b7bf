//! A file of the project that is sent piece by piece, so that a slow client holds a piece of it
//! and not the whole.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind};
use std::os::unix::fs::FileExt;
use std::time::SystemTime;

use super::files::{ASSET_LIMIT, ProjectFiles, open, within, words};
use crate::base::hash::Hasher;
use crate::base::{Flaw, Hash, SourcePath};

/// A file that was what it had to be when it was opened.
#[derive(Debug)]
pub(crate) struct Opened {
    file: File,
    stamp: Stamp,
}

/// What differs when somebody has written to it since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(found: &Metadata) -> Stamp {
        Stamp { size: found.len(), modified: found.modified().ok() }
    }
}

/// Bytes that are read at a time.
const PIECE: u64 = 32 * 1024;

impl ProjectFiles {
    /// The file, if its bytes have this hash.
    pub(super) fn opened(&self, path: &SourcePath, hash: Hash) -> Result<Opened, Flaw> {
        let found = self.find(path)?.ok_or_else(|| words(&ErrorKind::NotFound.into()))?;
        let file = open(&found, ASSET_LIMIT)?;
        let stamp = Stamp::of(&file.metadata().map_err(|error| words(&error))?);
        within(stamp.size, ASSET_LIMIT)?;
        let opened = Opened { file, stamp };
        let mut hasher = Hasher::default();
        let mut at = 0;
        while at < stamp.size {
            let piece = opened.piece(at, stamp.size).map_err(|error| words(&error))?;
            at += piece.len() as u64;
            hasher.update(&piece);
        }
        let is_same = hasher.finish() == hash;
        is_same
            .then_some(opened)
            .ok_or_else(|| Flaw::Unreadable("it was changed a moment ago".into()))
    }
}

impl Opened {
    /// Bytes of the whole.
    pub(crate) fn size(&self) -> u64 {
        self.stamp.size
    }

    /// Bytes from `from` on and before `to`, as many as are read at a time. What somebody wrote to
    /// since it was opened is not read any more: it would be parts of two files.
    pub(crate) fn piece(&self, from: u64, to: u64) -> io::Result<Vec<u8>> {
        let size = to.min(self.stamp.size).saturating_sub(from).min(PIECE);
        let mut bytes = vec![0; usize::try_from(size).unwrap_or(0)];
        self.file.read_exact_at(&mut bytes, from)?;
        match Stamp::of(&self.file.metadata()?) == self.stamp {
            true => Ok(bytes),
            false => Err(io::Error::new(ErrorKind::UnexpectedEof, "it was changed a moment ago")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_piece_by_piece_and_only_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("content")).expect("a folder");
        let file = folder.path().join("content/a.mp3");
        let bytes: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
        std::fs::write(&file, &bytes).expect("writable");
        let files = ProjectFiles::open(folder.path()).expect("a project");
        let path = SourcePath::new("content/a.mp3").expect("inside");
        let opened = files.opened(&path, Hash::of(&bytes)).expect("it is what it was");
        let (mut at, mut read) = (5, vec![]);
        while at < 190_000 {
            let piece = opened.piece(at, 190_000).expect("a piece");
            assert!(!piece.is_empty() && piece.len() as u64 <= PIECE);
            at += piece.len() as u64;
            read.extend(piece);
        }
        assert_eq!(read, bytes[5..190_000]);
        assert!(opened.piece(200_000, 300_000).is_ok_and(|rest| rest.is_empty()));
        assert!(files.opened(&path, Hash::of(b"another")).is_err());
        std::fs::write(&file, b"shorter").expect("writable");
        assert!(opened.piece(0, 10).is_err());
    }
}
