//! Opens what lies below a folder, through no link.

use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::fs::{Mode, OFlags, openat};
use rustix::io::Errno;

use super::{WAY, parted};

/// Opens `name` below `folder`. A link anywhere on the way is an error: `LOOP`, or `NOTDIR` where
/// a folder was to be opened.
pub(super) fn open(
    folder: &OwnedFd,
    name: &Path,
    flags: OFlags,
    mode: Mode,
) -> rustix::io::Result<OwnedFd> {
    // Of a single part, the link would be the last one, which is never followed.
    if parted(name)?.0.is_none() {
        return openat(folder, name, flags | OFlags::NOFOLLOW, mode);
    }
    #[cfg(target_os = "linux")]
    if let Some(opened) = at_once(folder, name, flags, mode) {
        return opened;
    }
    part_by_part(folder, name, flags, mode)
}

/// Linux goes the whole way itself, three times as fast. `None` where it does not know how to
/// (before 5.6), or is not allowed to (some containers).
#[cfg(target_os = "linux")]
fn at_once(
    folder: &OwnedFd,
    name: &Path,
    flags: OFlags,
    mode: Mode,
) -> Option<rustix::io::Result<OwnedFd>> {
    use rustix::fs::{ResolveFlags, openat2};
    let how = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
    // A mode that is not used must not be named.
    let mode = if flags.contains(OFlags::CREATE) { mode } else { Mode::empty() };
    match openat2(folder, name, flags, mode, how) {
        // `AGAIN`: a folder on the way was renamed in this moment. Opening one part after the other
        // still works then.
        Err(Errno::NOSYS | Errno::PERM | Errno::AGAIN) => None,
        opened => Some(opened),
    }
}

fn part_by_part(
    folder: &OwnedFd,
    name: &Path,
    flags: OFlags,
    mode: Mode,
) -> rustix::io::Result<OwnedFd> {
    let (above, last) = parted(name)?;
    let mut way: Option<OwnedFd> = None;
    for part in above.into_iter().flatten() {
        way = Some(openat(way.as_ref().unwrap_or(folder), part, WAY, Mode::empty())?);
    }
    openat(way.as_ref().unwrap_or(folder), last, flags | OFlags::NOFOLLOW, mode)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn both_implementations_open_the_same_files_and_follow_no_link() {
        let place = tempfile::tempdir().expect("a place for a test");
        let at = |path: &str| place.path().join(path);
        fs::create_dir_all(at("a/b")).expect("a folder");
        fs::write(at("a/b/file"), "text").expect("a file");
        symlink("b", at("a/link")).expect("a link");
        symlink("b/file", at("a/leaf")).expect("a link");
        symlink(place.path(), at("a/b/up")).expect("a link");
        let folder = OwnedFd::from(fs::File::open(place.path()).expect("a folder"));
        type Way = fn(&OwnedFd, &Path, OFlags, Mode) -> rustix::io::Result<OwnedFd>;
        let ways: [Way; 2] = [open, part_by_part];
        for way in ways {
            let opens = |name: &str| {
                way(&folder, Path::new(name), OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty())
            };
            assert!(opens("a/b/file").is_ok() && opens("a/b").is_ok());
            for name in ["a/link/file", "a/leaf", "a/b/up/a/b/file", "a/link", "a/b/up/x"] {
                assert!(
                    matches!(opens(name), Err(Errno::LOOP | Errno::NOTDIR)),
                    "{name}: {:?}",
                    opens(name)
                );
            }
            for name in ["a/../a/b/file", "..", "/etc/passwd", "", "a/b/.."] {
                assert!(matches!(opens(name), Err(Errno::INVAL)), "{name}: {:?}", opens(name));
            }
            assert!(matches!(opens("a/none"), Err(Errno::NOENT)));
        }
    }
}
