//! One build at a time: a lock that the system takes back when its holder dies.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

/// Held as long as it lives.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for another build as long as `patience` lasts.
    pub(super) fn take(path: &Path, patience: Duration) -> anyhow::Result<Lock> {
        let cannot = || format!("cannot lock {}", path.display());
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .with_context(cannot)?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if start.elapsed() < patience => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                Err(TryLockError::WouldBlock) => bail!(
                    "another build{} is at work here: wait until it has ended ({} is its lock)",
                    holder(&mut file),
                    path.display()
                ),
                Err(TryLockError::Error(error)) => return Err(error).with_context(cannot),
            }
        }
        // Only for the report of one who waits, so it is no harm if the disk is full.
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
    use super::*;

    #[test]
    fn the_second_waits_and_then_says_for_whom() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("lock");
        let first = Lock::take(&path, Duration::ZERO)?;
        let error = Lock::take(&path, Duration::from_millis(50)).expect_err("is held");
        let process = format!("(process {})", std::process::id());
        assert!(error.to_string().contains(&process), "{error}");
        let waiting = std::thread::spawn(move || Lock::take(&path, Duration::from_secs(60)));
        drop(first);
        waiting.join().expect("does not panic")?;
        Ok(())
    }
}
