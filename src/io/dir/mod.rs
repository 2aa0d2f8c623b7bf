//! A folder held by a handle. Whatever lies below it is reached from the handle, and no link is
//! followed on the way: neither one that stood there before nor one that somebody puts there
//! meanwhile.

mod reach;
mod survey;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Component, Path, PathBuf};

use rustix::fs::{self, AtFlags, CWD, FileType, Mode, OFlags, RawMode};
use rustix::io::Errno;

pub(crate) use survey::Survey;

/// An open folder.
#[derive(Debug)]
pub(crate) struct Dir {
    handle: OwnedFd,
    /// Where it was opened, for reports only.
    path: PathBuf,
}

/// What is known of a file or folder without opening it; of a link, what is known of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stat {
    pub(crate) kind: FileType,
    pub(crate) size: u64,
    /// Device and number: the same for two names of one file.
    pub(crate) inode: (u64, u64),
    /// How many names the file has.
    pub(crate) names: u64,
    /// The user it belongs to.
    pub(crate) owner: u32,
    /// Permissions: the last nine bits of the mode, and those for other users and groups.
    pub(crate) mode: RawMode,
    /// When its bytes or properties were changed last, in seconds and nanoseconds of its disk's
    /// clock. No program can set it.
    pub(crate) changed: (i64, i64),
}

/// Which folder it is, for as long as it exists: numbers are given to other folders later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) inode: u64,
    /// When it was made, in seconds and nanoseconds, where the disk knows.
    pub(crate) born: Option<(i64, u32)>,
}

impl Dir {
    /// Opens a folder. Links above it are followed, but it must not be a link itself.
    pub(crate) fn open(path: &Path) -> io::Result<Dir> {
        let handle = fs::openat(CWD, path, FOLDER, Mode::empty())?;
        Ok(Dir { handle, path: path.to_owned() })
    }

    /// A second handle of the same folder.
    pub(crate) fn try_clone(&self) -> io::Result<Dir> {
        Ok(Dir { handle: self.handle.try_clone()?, path: self.path.clone() })
    }

    /// Where it is, for reports.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Of the folder itself.
    pub(crate) fn stat(&self) -> io::Result<Stat> {
        Ok(Stat::from(&fs::fstat(&self.handle)?))
    }

    /// Which folder it is.
    pub(crate) fn identity(&self) -> io::Result<Identity> {
        Ok(Identity { inode: self.stat()?.inode.1, born: born(&self.handle) })
    }

    /// Of what lies below; `None` if nothing does.
    pub(crate) fn stat_at(&self, name: impl AsRef<Path>) -> io::Result<Option<Stat>> {
        let found = self.in_folder_of(name.as_ref(), |folder, last| {
            fs::statat(folder, last, AtFlags::SYMLINK_NOFOLLOW)
        });
        match found {
            Ok(found) => Ok(Some(Stat::from(&found))),
            Err(error) if is_missing(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Opens a folder below.
    pub(crate) fn folder(&self, name: impl AsRef<Path>) -> io::Result<Dir> {
        let name = name.as_ref();
        let handle = reach::open(&self.handle, name, FOLDER, Mode::empty())?;
        Ok(Dir { handle, path: self.path.join(name) })
    }

    /// Opens a file below. `NOFOLLOW`, `NONBLOCK` (for pipes) and `CLOEXEC` need not be said.
    pub(crate) fn file(
        &self,
        name: impl AsRef<Path>,
        flags: OFlags,
        mode: Mode,
    ) -> io::Result<File> {
        let flags = flags | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        Ok(File::from(reach::open(&self.handle, name.as_ref(), flags, mode)?))
    }

    /// Makes one folder, for everybody that the system's mask lets in; fine if it is there.
    pub(crate) fn create_folder(&self, name: impl AsRef<Path>, mode: Mode) -> io::Result<()> {
        let made = self.in_folder_of(name.as_ref(), |folder, last| fs::mkdirat(folder, last, mode));
        match made {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// The same, with the folders above it.
    pub(crate) fn create_folders(&self, name: impl AsRef<Path>, mode: Mode) -> io::Result<()> {
        let mut above = PathBuf::new();
        name.as_ref().components().try_for_each(|part| {
            above.push(part);
            self.create_folder(&above, mode)
        })
    }

    /// Removes a file or a link, never what a link leads to.
    pub(crate) fn remove_file(&self, name: impl AsRef<Path>) -> io::Result<()> {
        self.in_folder_of(name.as_ref(), |folder, last| {
            fs::unlinkat(folder, last, AtFlags::empty())
        })
    }

    /// Removes an empty folder.
    pub(crate) fn remove_folder(&self, name: impl AsRef<Path>) -> io::Result<()> {
        self.in_folder_of(name.as_ref(), |folder, last| {
            fs::unlinkat(folder, last, AtFlags::REMOVEDIR)
        })
    }

    /// Gives what lies here under one name another name, in another folder.
    pub(crate) fn rename(
        &self,
        name: impl AsRef<Path>,
        to: &Dir,
        new: impl AsRef<Path>,
    ) -> io::Result<()> {
        self.with_both(name.as_ref(), to, new.as_ref(), |from, old, to, new| {
            fs::renameat(from, old, to, new)
        })
    }

    /// The same within this folder, where nothing has the new name yet.
    pub(crate) fn rename_new(
        &self,
        name: impl AsRef<Path>,
        new: impl AsRef<Path>,
    ) -> io::Result<()> {
        // A second name is refused where one is; not every disk knows second names.
        let linked = self.with_both(name.as_ref(), self, new.as_ref(), |from, old, to, new| {
            fs::linkat(from, old, to, new, AtFlags::empty())
        });
        match linked {
            Ok(()) => self.remove_file(name),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) => self.rename(name, self, new),
        }
    }

    /// Lets two names change places, in one step.
    pub(crate) fn exchange(
        &self,
        name: impl AsRef<Path>,
        with: &Dir,
        other: impl AsRef<Path>,
    ) -> io::Result<()> {
        self.with_both(name.as_ref(), with, other.as_ref(), |from, old, to, new| {
            fs::renameat_with(from, old, to, new, fs::RenameFlags::EXCHANGE)
        })
    }

    /// Gives a file of another folder a second name here. A link stays a link.
    pub(crate) fn link(&self, name: impl AsRef<Path>, from: &Dir) -> io::Result<()> {
        let name = name.as_ref();
        from.with_both(name, self, name, |from, old, to, new| {
            fs::linkat(from, old, to, new, AtFlags::empty())
        })
    }

    /// Where a link leads, as it is written.
    pub(crate) fn link_target(&self, name: impl AsRef<Path>) -> io::Result<PathBuf> {
        use std::os::unix::ffi::OsStringExt;
        let target =
            self.in_folder_of(name.as_ref(), |folder, last| fs::readlinkat(folder, last, vec![]))?;
        Ok(PathBuf::from(OsString::from_vec(target.into_bytes())))
    }

    /// Sets the permissions of the folder itself.
    pub(crate) fn set_mode(&self, mode: RawMode) -> io::Result<()> {
        Ok(fs::fchmod(&self.handle, Mode::from_raw_mode(mode & 0o7777))?)
    }

    /// What lies directly in the folder, in no order.
    pub(crate) fn names(&self) -> io::Result<Vec<OsString>> {
        use std::os::unix::ffi::OsStringExt;
        let mut names = vec![];
        for entry in fs::Dir::read_from(&self.handle)? {
            let name = entry?.file_name().to_bytes().to_owned();
            if name != b"." && name != b".." {
                names.push(OsString::from_vec(name));
            }
        }
        Ok(names)
    }

    /// Does something with the folder that holds `name`, and the last part of it.
    fn in_folder_of<T>(
        &self,
        name: &Path,
        work: impl FnOnce(&OwnedFd, &OsStr) -> rustix::io::Result<T>,
    ) -> io::Result<T> {
        let (above, last) = parted(name)?;
        match above {
            None => Ok(work(&self.handle, last)?),
            Some(above) => Ok(work(&reach::open(&self.handle, above, WAY, Mode::empty())?, last)?),
        }
    }

    fn with_both<T>(
        &self,
        name: &Path,
        other: &Dir,
        new: &Path,
        work: impl FnOnce(&OwnedFd, &OsStr, &OwnedFd, &OsStr) -> rustix::io::Result<T>,
    ) -> io::Result<T> {
        let (above, last) = parted(new)?;
        let folder;
        let to = match above {
            None => &other.handle,
            Some(above) => {
                folder = reach::open(&other.handle, above, WAY, Mode::empty())?;
                &folder
            }
        };
        self.in_folder_of(name, |from, old| work(from, old, to, last))
    }
}

impl Stat {
    pub(crate) fn is_file(&self) -> bool {
        self.kind == FileType::RegularFile
    }

    pub(crate) fn is_folder(&self) -> bool {
        self.kind == FileType::Directory
    }

    /// Of an open file.
    pub(crate) fn of(file: &File) -> io::Result<Stat> {
        Ok(Stat::from(&fs::fstat(file)?))
    }
}

// The widths of these fields differ from system to system.
#[allow(clippy::unnecessary_cast, reason = "on other systems they are of other types")]
impl From<&fs::Stat> for Stat {
    fn from(stat: &fs::Stat) -> Stat {
        Stat {
            kind: FileType::from_raw_mode(stat.st_mode as RawMode),
            size: u64::try_from(stat.st_size).unwrap_or(0),
            inode: (stat.st_dev as u64, stat.st_ino as u64),
            names: stat.st_nlink as u64,
            owner: stat.st_uid,
            mode: stat.st_mode as RawMode & 0o7777,
            changed: (stat.st_ctime as i64, stat.st_ctime_nsec as i64),
        }
    }
}

impl std::fmt::Display for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.born {
            Some((seconds, nanoseconds)) => write!(f, "{} {seconds}.{nanoseconds}", self.inode),
            None => write!(f, "{} -", self.inode),
        }
    }
}

#[cfg(target_os = "linux")]
fn born(handle: &OwnedFd) -> Option<(i64, u32)> {
    use rustix::fs::{StatxFlags, statx};
    let found = statx(handle, "", AtFlags::EMPTY_PATH, StatxFlags::BTIME).ok()?;
    let has_birth = StatxFlags::from_bits_retain(found.stx_mask).contains(StatxFlags::BTIME);
    has_birth.then_some((found.stx_btime.tv_sec, found.stx_btime.tv_nsec))
}

#[cfg(not(target_os = "linux"))]
fn born(_: &OwnedFd) -> Option<(i64, u32)> {
    None
}

/// To look into a folder.
const FOLDER: OFlags =
    OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

/// To go through a folder.
const WAY: OFlags = FOLDER;

/// The way to a name, if there is one, and its last part. No part may be `..`.
fn parted(name: &Path) -> rustix::io::Result<(Option<&Path>, &OsStr)> {
    let is_plain = name.components().all(|part| matches!(part, Component::Normal(_)));
    let last = name.file_name().filter(|_| is_plain).ok_or(Errno::INVAL)?;
    Ok((name.parent().filter(|above| !above.as_os_str().is_empty()), last))
}

/// Whether nothing is there: also where a file, or a link, stands where a folder should.
pub(crate) fn is_missing(error: &io::Error) -> bool {
    let is_link = error.raw_os_error() == Some(Errno::LOOP.raw_os_error());
    is_link || matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests;
