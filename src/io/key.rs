//! The key that seals what is kept from build to build: a record of what was published, a converted
//! photo. What has no seal of this key may have been made by somebody else, and is not trusted.
//!
//! It lies where no pull request reaches: in the environment (`STORYWALL_KEY`, as CI keeps
//! secrets), or in a file of the user's own, `$XDG_STATE_HOME/storywall/key`. Without either, it
//! lives as long as the program runs, and everything is made again next time.

use std::env;
use std::fmt;
use std::fs::DirBuilder;
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use rustix::fs::{Mode, OFlags};

use super::dir::{Dir, Stat, is_missing};
use super::git_index::share_a_tree;

/// The variable that CI keeps as a secret.
pub(crate) const VARIABLE: &str = "STORYWALL_KEY";
/// Characters that it must have at least: as much as nobody guesses.
const SHORTEST: usize = 32;

/// Where the key lies in the user's folder.
const FOLDER: &str = "storywall";
const FILE: &str = "key";

/// Secret, and the same from build to build if it can be kept.
#[derive(Clone)]
pub struct Key {
    bytes: [u8; 32],
    is_kept: bool,
}

/// A key for one kind of thing: what is sealed as one kind is nothing as another.
#[derive(Clone)]
pub(crate) struct Sealer([u8; 32]);

/// Proof that bytes were sealed with a key.
pub(crate) type Seal = blake3::Hash;

impl Key {
    /// The key of the environment, or the user's own, which is made when it is asked for first; at
    /// last one that only this run knows. `project` is the folder whose files are not trusted.
    pub(crate) fn find(project: &Path) -> anyhow::Result<Key> {
        if let Some(words) = env::var_os(VARIABLE).filter(|words| !words.is_empty()) {
            return Key::of_words(words.as_encoded_bytes());
        }
        let state = state_folder().filter(|folder| !lies_in(folder, project));
        let kept = state.map(|folder| Key::kept(&folder));
        // Nothing is lost but time where no key can be kept.
        kept.and_then(Result::ok).map_or_else(Key::new, Ok)
    }

    /// The same for who writes nothing: where no key is kept yet, one that only this run knows.
    pub(crate) fn find_to_read(project: &Path) -> anyhow::Result<Key> {
        if let Some(words) = env::var_os(VARIABLE).filter(|words| !words.is_empty()) {
            return Key::of_words(words.as_encoded_bytes());
        }
        let state = state_folder().filter(|folder| !lies_in(folder, project));
        state.and_then(|state| Key::known(&state)).map_or_else(Key::new, Ok)
    }

    /// A key that nobody knew before.
    pub fn new() -> anyhow::Result<Key> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).ok().context("the system gives no random numbers")?;
        Ok(Key { bytes, is_kept: false })
    }

    /// Whether the next run will find the same key.
    pub(crate) fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// The key that stands for some words that nobody else knows.
    pub fn of_words(words: &[u8]) -> anyhow::Result<Key> {
        let words = words.trim_ascii();
        ensure!(
            words.len() >= SHORTEST,
            "{VARIABLE} is too short to be a secret: give it {SHORTEST} random characters or more, \
             such as those that `openssl rand -hex 32` prints"
        );
        let bytes = blake3::derive_key("Storywall 2026-11 key from the environment", words);
        Ok(Key { bytes, is_kept: true })
    }

    /// The key that is kept below `state`; made if there is none, or none that is secret.
    fn kept(state: &Path) -> io::Result<Key> {
        let folder = state.join(FOLDER);
        DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
        let folder = Dir::open(&folder)?;
        if folder.stat()?.owner != rustix::process::geteuid().as_raw() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        folder.set_mode(0o700)?;
        // Two programs that begin at once agree on the key of the first.
        for _ in 0..3 {
            match read(&folder)? {
                KeyFile::Fit(key) => return Ok(key),
                KeyFile::Unfit => folder.remove_file(FILE)?,
                KeyFile::Nothing => {}
            }
            write(&folder)?;
        }
        match read(&folder)? {
            KeyFile::Fit(key) => Ok(key),
            _ => Err(ErrorKind::AlreadyExists.into()),
        }
    }

    /// The key that is kept below `state`, if it is there and secret.
    fn known(state: &Path) -> Option<Key> {
        let folder = Dir::open(&state.join(FOLDER)).ok()?;
        let is_ours = folder.stat().ok()?.owner == rustix::process::geteuid().as_raw();
        match read(&folder).ok()? {
            KeyFile::Fit(key) if is_ours => Some(key),
            _ => None,
        }
    }

    /// The key for one kind of thing.
    pub(crate) fn sealer(&self, kind: &str) -> Sealer {
        Sealer(*blake3::keyed_hash(&self.bytes, kind.as_bytes()).as_bytes())
    }
}

impl Sealer {
    /// The seal of these parts in this order; where one ends and the next begins is sealed too.
    pub(crate) fn seal(&self, parts: &[&[u8]]) -> Seal {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        hasher.finalize()
    }
}

// What is secret is never printed.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer")
    }
}

/// Where programs keep what is worth keeping and is no setting.
/// <https://specifications.freedesktop.org/basedir-spec/latest/>
fn state_folder() -> Option<PathBuf> {
    let named = env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|it| it.is_absolute());
    let home = || env::home_dir().filter(|it| it.is_absolute());
    named.or_else(|| Some(home()?.join(".local/state")))
}

/// Whether a folder lies in the project or in its repository, wherever links lead: then a pull
/// request could bring it.
fn lies_in(folder: &Path, project: &Path) -> bool {
    let resolved = folder.ancestors().find_map(|above| above.canonicalize().ok());
    let project = project.canonicalize();
    match (resolved, project) {
        (Some(folder), Ok(project)) => {
            folder.starts_with(&project) || share_a_tree(&folder, &project)
        }
        _ => true,
    }
}

/// What lies where the key is kept.
enum KeyFile {
    Nothing,
    /// No key, or one that others could have read or written.
    Unfit,
    Fit(Key),
}

fn read(folder: &Dir) -> io::Result<KeyFile> {
    let mut file = match folder.file(FILE, OFlags::RDONLY, Mode::empty()) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(KeyFile::Nothing),
        Err(error) if is_missing(&error) => return Ok(KeyFile::Unfit),
        Err(error) => return Err(error),
    };
    let stat = Stat::of(&file)?;
    let is_ours = stat.is_file()
        && stat.names == 1
        && stat.owner == rustix::process::geteuid().as_raw()
        && stat.mode & 0o077 == 0;
    let mut bytes = [0; 32];
    let is_whole = is_ours && stat.size == 32 && file.read_exact(&mut bytes).is_ok();
    match is_whole {
        true => Ok(KeyFile::Fit(Key { bytes, is_kept: true })),
        false => Ok(KeyFile::Unfit),
    }
}

/// Keeps a new key, unless another one came first. It appears whole.
fn write(folder: &Dir) -> io::Result<()> {
    let key = Key::new().map_err(io::Error::other)?;
    let unfinished = format!(".{FILE}-{}", std::process::id());
    let _ = folder.remove_file(&unfinished);
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL;
    let mut file = folder.file(&unfinished, flags, Mode::RUSR | Mode::WUSR)?;
    let kept = file.write_all(&key.bytes).and_then(|()| match folder.stat_at(FILE)? {
        Some(_) => Ok(()),
        None => folder.rename_new(&unfinished, FILE),
    });
    let _ = folder.remove_file(&unfinished);
    kept
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn bytes(state: &Path) -> [u8; 32] {
        Key::kept(state).expect("a key").bytes
    }

    #[test]
    fn a_key_is_made_once_and_is_nobody_else_s() {
        let place = tempfile::tempdir().expect("a place for a test");
        let first = bytes(place.path());
        assert_eq!(bytes(place.path()), first);
        let path = place.path().join("storywall/key");
        let mode = |path: &Path| fs::metadata(path).expect("is there").permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(&place.path().join("storywall"))), (0o600, 0o700));
        assert_eq!(fs::read_dir(place.path().join("storywall")).expect("a folder").count(), 1);
        assert!(
            !format!("{:?}", Key { bytes: first, is_kept: true })
                .contains(&format!("{}", first[0]))
        );
    }

    #[test]
    fn a_key_that_others_could_know_is_not_used() {
        let place = tempfile::tempdir().expect("a place for a test");
        let path = place.path().join("storywall/key");
        let known = place.path().join("known");
        fs::write(&known, [7; 32]).expect("a file");
        fs::set_permissions(&known, fs::Permissions::from_mode(0o600)).expect("permissions");
        let spoils: [&dyn Fn(); 5] = [
            &|| fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("a mode"),
            &|| fs::write(&path, "short").expect("a file"),
            &|| {
                fs::remove_file(&path).expect("a file");
                symlink(&known, &path).expect("a link");
            },
            &|| {
                fs::remove_file(&path).expect("a file");
                fs::hard_link(&known, &path).expect("a link");
            },
            &|| fs::remove_file(&path).expect("a file"),
        ];
        for spoil in spoils {
            let before = bytes(place.path());
            spoil();
            let after = bytes(place.path());
            assert!(after != before && after != [7; 32]);
            assert_eq!(bytes(place.path()), after);
            assert_eq!(fs::read(&known).expect("is left alone"), [7; 32]);
        }
    }

    #[test]
    fn a_folder_of_the_project_keeps_no_key() {
        let place = tempfile::tempdir().expect("a place for a test");
        let project = place.path().join("site");
        fs::create_dir_all(project.join("state")).expect("a folder");
        symlink("site/state", place.path().join("link")).expect("a link");
        for inside in ["site", "site/state", "site/not/yet", "link", "link/not/yet"] {
            assert!(lies_in(&place.path().join(inside), &project), "{inside}");
        }
        for outside in ["", "other", "site-state"] {
            assert!(!lies_in(&place.path().join(outside), &project), "{outside}");
        }
    }

    #[test]
    fn words_make_a_key_if_nobody_guesses_them() {
        let words = [b'a'; SHORTEST];
        let key = Key::of_words(&words).expect("long enough");
        assert_eq!(
            Key::of_words(&[&words[..], b"\n"].concat()).expect("the same").bytes,
            key.bytes
        );
        assert_ne!(Key::of_words(&[b'b'; SHORTEST]).expect("another").bytes, key.bytes);
        assert!(Key::of_words(&words[1..]).is_err());
    }

    #[test]
    fn a_seal_depends_on_its_purpose_and_on_the_split_into_parts() {
        let key = Key { bytes: [1; 32], is_kept: true };
        let seal = key.sealer("a").seal(&[b"ab", b"c"]);
        assert_eq!(key.sealer("a").seal(&[b"ab", b"c"]), seal);
        assert_ne!(key.sealer("b").seal(&[b"ab", b"c"]), seal);
        assert_ne!(key.sealer("a").seal(&[b"a", b"bc"]), seal);
        assert_ne!(Key { bytes: [2; 32], is_kept: true }.sealer("a").seal(&[b"ab", b"c"]), seal);
    }
}
