//! Files that Git keeps elsewhere, by Git LFS: in a commit stands a pointer with the hash and the size
//! of the file. Whether a file of the folder is the one that a pointer means is read from its bytes;
//! the filter of LFS, which is a command, does not run.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

/// What a commit holds in place of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pointer {
    sha256: String,
    size: u64,
}

/// A pointer is shorter than this, by its specification.
const LONGEST: usize = 1024;

impl Pointer {
    /// `None` for all that is no pointer, and for one whose file is kept in another form.
    pub(super) fn read(bytes: &[u8]) -> Option<Pointer> {
        if bytes.len() >= LONGEST {
            return None;
        }
        let mut lines = str::from_utf8(bytes).ok()?.lines();
        let version = lines.next()?.strip_prefix("version ")?;
        let is_known = ["https://git-lfs.github.com/spec/v1", "https://hawser.github.com/spec/v1"]
            .contains(&version);
        let sha256 = lines.next()?.strip_prefix("oid sha256:")?;
        let is_hash = sha256.len() == 64
            && sha256.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c));
        let size = lines.next()?.strip_prefix("size ")?.parse().ok()?;
        let is_whole = is_known && is_hash && lines.next().is_none();
        is_whole.then(|| Pointer { sha256: sha256.to_owned(), size })
    }

    /// Whether it means the file that lies there.
    pub(super) fn means(&self, file: &Path) -> bool {
        let is_candidate = fs::symlink_metadata(file)
            .is_ok_and(|facts| facts.is_file() && facts.len() == self.size);
        is_candidate && sha256(file).is_some_and(|hash| hash == self.sha256)
    }
}

fn sha256(file: &Path) -> Option<String> {
    let mut file = File::open(file).ok()?;
    let mut hash = Sha256::new();
    let mut part = vec![0; 64 * 1024];
    loop {
        match file.read(&mut part).ok()? {
            0 => return Some(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()),
            read => hash.update(&part[..read]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABC: &str = "version https://git-lfs.github.com/spec/v1\n\
        oid sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\nsize 3\n";

    #[test]
    fn a_pointer_means_one_file() {
        let pointer = Pointer::read(ABC.as_bytes()).expect("a pointer");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("a.jpg");
        assert!(!pointer.means(&file), "nothing is there");
        for (bytes, is_meant) in [("abc", true), ("abd", false), ("abcd", false), (ABC, false)] {
            fs::write(&file, bytes).expect("a file that can be written");
            assert_eq!(pointer.means(&file), is_meant, "{bytes}");
        }
        assert!(!pointer.means(folder.path()));
    }

    #[test]
    fn nothing_else_is_a_pointer() {
        for other in [
            String::new(),
            "---\ntitle: A\n---\n".to_owned(),
            ABC.replace("sha256:ba", "sha256:BA"),
            ABC.replace("sha256:ba", "sha256:"),
            ABC.replace("sha256", "md5"),
            ABC.replace("size 3", "size -3"),
            ABC.replace("size 3", "size 99999999999999999999"),
            ABC.replace("git-lfs.github.com", "git-lfs.example"),
            ABC.replace("oid", "ext-0-pack sha256:00\noid"),
            format!("{ABC}more\n"),
            format!("{ABC}{}", "\n".repeat(LONGEST)),
        ] {
            assert_eq!(Pointer::read(other.as_bytes()), None, "{other}");
        }
        assert_eq!(Pointer::read(b"\xff\xd8\xff\xe0"), None);
    }
}
