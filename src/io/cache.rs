//! Things that took long to make, kept by the hash of all that they were made of.
//!
//! An entry ends with a hash of its bytes and its name: one that was cut short, or is another's, is as
//! good as none and is made anew. Entries appear whole, by a rename, so builds side by side can
//! share the folder. A cache that cannot be read or written costs time and nothing else.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::base::Hash;
use crate::base::hash::Hasher;

/// Bytes of the hash behind each entry.
const SEAL: usize = 32;
/// What the names of entries begin with while they are written.
const UNFINISHED: &str = ".new-";

const PROBE: &str = "probe";

/// A folder of made things.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
    written: Arc<AtomicUsize>,
}

impl Cache {
    /// The folder is made when the first thing is kept.
    pub fn new(folder: PathBuf) -> Cache {
        Cache { folder, written: Arc::default() }
    }

    /// Whether something is kept under this name; only `get` tells whether it is whole.
    pub fn has(&self, name: &str) -> bool {
        self.folder.join(name).metadata().is_ok_and(|found| found.len() > SEAL as u64)
    }

    /// What is kept under this name, if it is what was put there.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = fs::read(self.folder.join(name)).ok()?;
        let body = bytes.len().checked_sub(SEAL)?;
        let is_whole = bytes[body..] == *seal(name, &bytes[..body]).as_bytes();
        bytes.truncate(body);
        is_whole.then_some(bytes)
    }

    /// Keeps it, if it can be kept.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        // Two threads and two builds never write to the same name.
        let count = self.written.fetch_add(1, Ordering::Relaxed);
        let unfinished = self.folder.join(format!("{UNFINISHED}{}-{count}", process::id()));
        let kept = write(&unfinished, bytes, &seal(name, bytes))
            .and_then(|()| fs::rename(&unfinished, self.folder.join(name)));
        if kept.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
    }

    /// Whether things can be kept; tried by keeping one.
    pub fn is_writable(&self) -> bool {
        self.put(PROBE, b"");
        let is_kept = self.get(PROBE).is_some();
        let _ = fs::remove_file(self.folder.join(PROBE));
        is_kept
    }

    /// Removes all entries but these, and nothing that is no entry: the folder may hold what is
    /// others'. What another build writes at this moment is left to it.
    pub fn keep(&self, names: &HashSet<String>) {
        let Ok(entries) = self.folder.read_dir() else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let is_stale = is_entry(&name) && !names.contains(&*name);
            let is_left_over = name.starts_with(UNFINISHED) && !is_young(&entry.path());
            if is_stale || is_left_over {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// What entries are named like: words, and a hash behind the last hyphen.
fn is_entry(name: &str) -> bool {
    name.rsplit_once('-').is_some_and(|(word, hash)| {
        word.starts_with(|c: char| c.is_ascii_lowercase()) && Hash::parse(hash).is_some()
    })
}

/// A hash of the bytes and of what they are kept as.
fn seal(name: &str, bytes: &[u8]) -> String {
    let mut hasher = Hasher::default();
    hasher.update(name.as_bytes());
    hasher.update(bytes);
    hasher.finish().to_string()
}

fn write(path: &Path, bytes: &[u8], seal: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.write_all(seal.as_bytes())
}

/// Whether it was changed in the last ten minutes: after that, who wrote it was killed.
fn is_young(path: &Path) -> bool {
    let changed = path.metadata().and_then(|found| found.modified());
    changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|age| age.as_secs() < 600))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache() -> (tempfile::TempDir, Cache) {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::new(folder.path().join("a/b"));
        (folder, cache)
    }

    #[test]
    fn what_was_put_is_found() {
        let (_folder, cache) = cache();
        assert!(!cache.has("x") && cache.get("x").is_none());
        cache.put("x", b"a photo");
        assert!(cache.has("x"));
        assert_eq!(cache.get("x").as_deref(), Some(&b"a photo"[..]));
    }

    #[test]
    fn what_is_broken_is_as_good_as_none() {
        let (_folder, cache) = cache();
        cache.put("x", b"a photo");
        let path = cache.folder.join("x");
        let whole = fs::read(&path).expect("kept");
        for broken in [&whole[..whole.len() - 1], &whole[..10], b"", &[b"y", &whole[1..]].concat()]
        {
            fs::write(&path, broken).expect("writable");
            assert_eq!(cache.get("x"), None);
        }
        cache.put("y", b"another");
        fs::copy(cache.folder.join("y"), &path).expect("writable");
        assert_eq!(cache.get("x"), None);
        cache.put("x", b"anew");
        assert_eq!(cache.get("x").as_deref(), Some(&b"anew"[..]));
    }

    #[test]
    fn only_what_is_named_stays() {
        let (_folder, cache) = cache();
        let [stays, goes] = ["1", "2"].map(|text| format!("photo-{}", Hash::of(text.as_bytes())));
        cache.put(&stays, b"1");
        cache.put(&goes, b"2");
        let others = [".new-1-1", "site.toml", "photo-of-us", "notes"];
        for other in others {
            fs::write(cache.folder.join(other), b"not an entry").expect("writable");
        }
        cache.keep(&HashSet::from([stays.clone()]));
        assert!(cache.has(&stays) && !cache.has(&goes));
        assert!(others.iter().all(|other| cache.folder.join(other).exists()));
    }

    #[test]
    fn a_cache_that_cannot_be_written_is_no_failure() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("file"), b"").expect("writable");
        let cache = Cache::new(folder.path().join("file/below"));
        cache.put("x", b"a photo");
        assert_eq!(cache.get("x"), None);
        assert!(!cache.is_writable());
        cache.keep(&HashSet::new());
    }
}
