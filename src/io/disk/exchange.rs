//! Showing readers the new tree instead of the old one.
//!
//! Linux and macOS exchange two folders in one step: at no moment is a page missing, and none is
//! of another age than its neighbours. Where a file system cannot do that, two renames come next:
//! for some microseconds there is no site. Where the folder cannot be renamed at all because
//! another disk is mounted on it, its files are rewritten one after the other: for that time, and
//! if the build is killed in it, readers see old and new pages side by side.

use std::io::ErrorKind;

use anyhow::{Context, ensure};
use rustix::fs::RawMode;
use rustix::io::Errno;

use super::tree::Tree;
use super::workshop::{OLD, Workshop};

/// The result of exchanging the two folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exchanged {
    /// Readers see the new folder, and the old one has its name.
    Swapped,
    /// Readers see the new folder; there was none before.
    Moved,
    /// Readers still see the folder that they saw: its files have to be rewritten.
    Impossible,
}

/// Shows readers the tree `name` of the workshop; the tree that they saw gets that name. `mode` says
/// who may enter it from then on.
pub(super) fn exchange(
    workshop: &Workshop,
    live: Option<&Tree>,
    new: &Tree,
    name: &str,
    mode: RawMode,
) -> anyhow::Result<Exchanged> {
    let cannot = || format!("cannot replace {}", workshop.live.display());
    new.dir.set_mode(mode).with_context(cannot)?;
    let Some(live) = live else {
        workshop.dir.rename(name, &workshop.parent, &workshop.name).with_context(cannot)?;
        return Ok(Exchanged::Moved);
    };
    // A folder that we may not write to could not be moved.
    let before = live.dir.stat().with_context(cannot)?.mode;
    if before & 0o700 != 0o700 {
        live.dir.set_mode(before | 0o700).with_context(cannot)?;
    }
    let is_no = |error: &std::io::Error| {
        let impossible = [Errno::NOSYS, Errno::INVAL, Errno::OPNOTSUPP];
        impossible.iter().any(|it| error.raw_os_error() == Some(it.raw_os_error()))
    };
    let exchanged = match workshop.dir.exchange(name, &workshop.parent, &workshop.name) {
        Err(error) if is_no(&error) => swap(workshop, name),
        done => done,
    };
    match exchanged {
        Err(error)
            if matches!(error.kind(), ErrorKind::CrossesDevices | ErrorKind::ResourceBusy) =>
        {
            return Ok(Exchanged::Impossible);
        }
        done => done.with_context(cannot)?,
    }
    let came = workshop.dir.stat_at(name).with_context(cannot)?.map(|it| it.inode);
    if came != Some(live.dir.stat().with_context(cannot)?.inode) {
        // Another program replaced the folder after we looked at it: the two are exchanged back.
        workshop.dir.exchange(name, &workshop.parent, &workshop.name).with_context(cannot)?;
        ensure!(
            false,
            "{} was replaced by another program just now: build again",
            workshop.live.display()
        );
    }
    Ok(Exchanged::Swapped)
}

fn swap(workshop: &Workshop, name: &str) -> std::io::Result<()> {
    let Workshop { dir, parent, name: live, .. } = workshop;
    parent.rename(live, dir, OLD)?;
    if let Err(error) = dir.rename(name, parent, live) {
        // Readers must see the old site again. If this fails too, the first error is reported.
        let _ = dir.rename(OLD, parent, live);
        return Err(error);
    }
    dir.rename(OLD, dir, name)
}

#[cfg(test)]
mod tests;
