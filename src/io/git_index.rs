//! Which files Git keeps, read from its index: whoever changes the project decides what is in them.
//!
//! The program `git` is not asked. It could be another program of that name, a setting of the
//! repository could make it run others, and there are many reasons for which it says nothing.
//! <https://git-scm.com/docs/index-format>

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};

/// Bytes of an entry before the name of its object.
const STAT: usize = 40;
/// The longest length of a name that an entry can say, and the bits which say it.
const LONGEST_LENGTH: usize = 0xFFF;
/// How long the names of objects are: in SHA-1, and in SHA-256.
const OBJECT_NAMES: [usize; 2] = [20, 32];

/// Which of these names in a folder Git keeps, wholly or in part. `folder` is absolute and without
/// links.
pub(crate) fn tracked<'a>(folder: &Path, names: &[&'a OsStr]) -> anyhow::Result<Vec<&'a OsStr>> {
    let mut tracked = vec![];
    // A repository may lie in another one.
    for root in folder.ancestors() {
        let Some(git) = repository(root) else { continue };
        let inside = folder.strip_prefix(root).unwrap_or(Path::new(""));
        let wanted: Vec<Vec<u8>> =
            names.iter().map(|name| folded(inside.join(name).as_os_str().as_bytes())).collect();
        let mut is_kept = vec![false; names.len()];
        for index in indexes(&git)? {
            let cannot = || format!("cannot read what Git keeps ({})", index.display());
            let bytes = fs::read(&index).with_context(cannot)?;
            let understood = OBJECT_NAMES.iter().any(|length| {
                let mut found = vec![false; names.len()];
                let is_read = entries(&bytes, *length, |path| {
                    let path = folded(path);
                    for (found, wanted) in found.iter_mut().zip(&wanted) {
                        *found |= is_same_or_below(&path, wanted);
                    }
                });
                if is_read.is_some() {
                    is_kept.iter_mut().zip(&found).for_each(|(kept, found)| *kept |= found);
                }
                is_read.is_some()
            });
            understood
                .then_some(())
                .ok_or_else(|| anyhow!("it is written in an unknown way"))
                .with_context(cannot)?;
        }
        let kept = names.iter().zip(is_kept).filter(|(_, is_kept)| *is_kept);
        tracked.extend(kept.map(|(name, _)| *name));
    }
    Ok(tracked)
}

/// Whether a folder lies in the same working tree as another one, or below it.
pub(crate) fn share_a_tree(one: &Path, other: &Path) -> bool {
    let root = other.ancestors().filter(|above| repository(above).is_some()).last();
    root.is_some_and(|root| one.starts_with(root))
}

/// Where Git keeps what it knows of the working tree `root`, if it is one.
fn repository(root: &Path) -> Option<PathBuf> {
    let git = root.join(".git");
    if git.metadata().ok()?.is_dir() {
        return Some(git);
    }
    // A second working tree has a file that says where its folder is.
    let text = fs::read_to_string(&git).ok()?;
    Some(root.join(text.strip_prefix("gitdir:")?.trim()))
}

/// The index, and what it shares with others.
fn indexes(git: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let names = match git.read_dir() {
        Ok(names) => names,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(vec![]),
        Err(error) => return Err(error).context(format!("cannot read {}", git.display())),
    };
    let is_index = |name: &OsStr| {
        let name = name.as_encoded_bytes();
        name == b"index" || name.starts_with(b"sharedindex.") && !name.ends_with(b".lock")
    };
    let found = names.flatten().filter(|entry| is_index(&entry.file_name()));
    Ok(found.map(|entry| entry.path()).collect())
}

/// Calls `visit` with the path of each entry; `None` if the bytes are no index with names of this
/// length.
fn entries(bytes: &[u8], object: usize, mut visit: impl FnMut(&[u8])) -> Option<()> {
    let number = |at: usize| Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?));
    if !bytes.starts_with(b"DIRC") {
        return None;
    }
    let (version, count) = (number(4)?, number(8)?);
    if !(2..=4).contains(&version) {
        return None;
    }
    let (mut at, mut path) = (12, Vec::new());
    for _ in 0..count {
        let begin = at;
        at += STAT + object;
        let flags = u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?);
        at += if version >= 3 && flags & 0x4000 != 0 { 4 } else { 2 };
        let mut kept = 0;
        if version == 4 {
            // So much of the end of the path before is taken away.
            let (strip, length) = variable(bytes.get(at..)?)?;
            at += length;
            kept = path.len().checked_sub(strip)?;
        }
        let rest = bytes.get(at..)?;
        let length = rest.iter().position(|byte| *byte == 0)?;
        path.truncate(kept);
        path.extend_from_slice(&rest[..length]);
        // How long the name is stands before it, so what is misread shows.
        if path.len().min(LONGEST_LENGTH) != usize::from(flags) & LONGEST_LENGTH {
            return None;
        }
        at += length + 1;
        if version < 4 {
            at = begin + (at - begin).next_multiple_of(8);
        }
        visit(&path);
    }
    // The sum of all of it comes last.
    (at + object <= bytes.len()).then_some(())
}

/// A number in as many bytes as it takes, and how many these are.
fn variable(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = usize::from(bytes.first()? & 0x7F);
    let mut at = 0;
    while bytes.get(at)? & 0x80 != 0 {
        at += 1;
        value = value.checked_add(1)?.checked_mul(128)? + usize::from(bytes.get(at)? & 0x7F);
    }
    Some((value, at + 1))
}

/// Many disks do not distinguish capitals from small letters.
fn folded(path: &[u8]) -> Vec<u8> {
    path.to_ascii_lowercase()
}

/// Whether a path of the index is the wanted one, or is below it, or is a folder above it of which
/// the index says no more.
fn is_same_or_below(path: &[u8], wanted: &[u8]) -> bool {
    let begins = |long: &[u8], short: &[u8]| {
        long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest[0] == b'/')
    };
    begins(path, wanted) || path.ends_with(b"/") && begins(wanted, &path[..path.len() - 1])
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use tempfile::TempDir;

    use super::*;

    fn git(folder: &Path, arguments: &[&str]) {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]);
        let done = git.args(arguments).current_dir(folder).output().expect("git");
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    fn kept(folder: &Path) -> Vec<String> {
        let names = ["public", "PUBLIC", "pub", "cache", "file.txt", "*"].map(OsStr::new);
        let tracked = tracked(folder, &names).expect("an index that can be read");
        tracked.into_iter().map(|name| name.to_string_lossy().into_owned()).collect()
    }

    fn place(arguments: &[&str]) -> (TempDir, PathBuf) {
        let place = TempDir::new().expect("a place for a test");
        let root = place.path().canonicalize().expect("is there");
        git(&root, arguments);
        let site = root.join("sub/site");
        fs::create_dir_all(site.join("public/deep")).expect("a folder");
        for n in 0..300 {
            fs::write(root.join(format!("sub/other-{n}")), "").expect("a file");
        }
        fs::write(site.join("public/deep/æ.html"), "").expect("a file");
        fs::write(site.join("file.txt"), "").expect("a file");
        (place, site)
    }

    #[test]
    fn every_form_of_an_index_is_read() {
        for (format, version) in
            [("sha1", "2"), ("sha1", "3"), ("sha1", "4"), ("sha256", "2"), ("sha256", "4")]
        {
            let (_place, site) = place(&["init", "-q", &format!("--object-format={format}")]);
            git(&site, &["config", "index.version", version]);
            assert!(kept(&site).is_empty(), "nothing was added");
            git(&site, &["add", "-A", ".."]);
            if version == "3" {
                git(&site, &["update-index", "--skip-worktree", "file.txt"]);
            }
            git(&site, &["update-index", "--index-version", version]);
            assert_eq!(kept(&site), ["public", "PUBLIC", "file.txt"], "{format} {version}");
        }
    }

    #[test]
    fn tracked_files_are_found_where_git_would_not_list_them() {
        let (_place, site) = place(&["init", "-q"]);
        git(&site, &["add", "-A", "."]);
        // The files of a bare repository, which a commit can hold, make Git look there.
        for file in ["HEAD", "config", "objects/k", "refs/k"] {
            let file = site.join(file);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, "ref: refs/heads/main\n").expect("a file");
        }
        assert_eq!(kept(&site), ["public", "PUBLIC", "file.txt"]);
        git(&site.join("../.."), &["update-index", "--split-index"]);
        assert_eq!(kept(&site), ["public", "PUBLIC", "file.txt"], "split in two");
        git(&site.join("../.."), &["commit", "-qm", "all"]);
        git(&site.join("../.."), &["worktree", "add", "-q", "second"]);
        let second = site.join("../../second/sub/site").canonicalize().expect("is there");
        assert_eq!(kept(&second), ["public", "PUBLIC", "file.txt"], "a second tree");
        // A repository of its own in between hides nothing.
        git(&site, &["init", "-q", "--initial-branch=x", "../."]);
        assert_eq!(kept(&site), ["public", "PUBLIC", "file.txt"]);
    }

    #[test]
    fn an_invalid_index_is_reported() {
        let (_place, site) = place(&["init", "-q"]);
        let index = site.join("../../.git/index");
        for bytes in [&b""[..], b"DIRC", b"DIRC\0\0\0\x02\xFF\xFF\xFF\xFF", &[0; 64]] {
            fs::write(&index, bytes).expect("a file");
            assert!(tracked(&site, &[OsStr::new("public")]).is_err());
        }
    }

    #[test]
    fn one_tree_is_shared() {
        let (_place, site) = place(&["init", "-q"]);
        let root = site.ancestors().nth(2).expect("the root");
        assert!(share_a_tree(&root.join(".cache"), &site) && share_a_tree(&site, &site));
        assert!(!share_a_tree(root.parent().expect("a folder"), &site));
    }
}
