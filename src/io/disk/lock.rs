//! One build at a time: a file lock, which the system releases when the process ends.

use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use rustix::fs::{Mode, OFlags};

use crate::io::dir::{Dir, Stat};

pub(super) const NAME: &str = "lock";

/// The lock is released when this value is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for another build as long as `patience` lasts.
    pub(super) fn take(workshop: &Dir, patience: Duration) -> anyhow::Result<Lock> {
        let path = workshop.path().join(NAME);
        let cannot = || format!("cannot lock {}", path.display());
        let open = || workshop.file(NAME, OFlags::RDWR | OFlags::CREATE, Mode::RUSR | Mode::WUSR);
        let opened = open().or_else(|error| match error.kind() {
            // The lock file is ours even if somebody changed its permissions: it is made again.
            ErrorKind::PermissionDenied => workshop.remove_file(NAME).and_then(|()| open()),
            _ => Err(error),
        });
        let mut file = opened.with_context(cannot)?;
        // We are going to write to it, so it must not be another name of some other file.
        let stat = Stat::of(&file).with_context(cannot)?;
        ensure!(
            stat.is_file() && stat.names == 1,
            "{} is not the lock file of Storywall: move it elsewhere",
            path.display()
        );
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if start.elapsed() < patience => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                Err(TryLockError::WouldBlock) => bail!(
                    "another build{} is running here: wait until it has ended ({} is its lock file)",
                    holder(&mut file),
                    path.display()
                ),
                Err(TryLockError::Error(error)) => return Err(error).with_context(cannot),
            }
        }
        // The number is only for the message of a build that waits, so it may fail (disk full).
        let _ = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
        Ok(Lock { _file: file })
    }
}

fn holder(file: &mut File) -> String {
    let mut text = String::new();
    let read = file.rewind().and_then(|()| file.take(20).read_to_string(&mut text));
    match (read, text.parse::<u32>()) {
        (Ok(_), Ok(process)) => format!(" (process {process})"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn the_second_build_waits_and_then_names_the_first() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let dir = Dir::open(folder.path())?;
        let first = Lock::take(&dir, Duration::ZERO)?;
        let error = Lock::take(&dir, Duration::from_millis(50)).expect_err("is held");
        let process = format!("(process {})", std::process::id());
        assert!(error.to_string().contains(&process), "{error}");
        let waiting = std::thread::spawn(move || Lock::take(&dir, Duration::from_secs(60)));
        drop(first);
        waiting.join().expect("does not panic")?;
        Ok(())
    }

    #[test]
    fn a_link_to_another_file_is_not_used_as_the_lock() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let (other, lock) = (folder.path().join("other"), folder.path().join(NAME));
        fs::write(&other, "precious")?;
        symlink("other", &lock)?;
        let dir = Dir::open(folder.path())?;
        assert!(Lock::take(&dir, Duration::ZERO).is_err());
        fs::remove_file(&lock)?;
        fs::hard_link(&other, &lock)?;
        assert!(Lock::take(&dir, Duration::ZERO).is_err());
        assert_eq!(fs::read_to_string(other)?, "precious");
        Ok(())
    }
}
