//! The manifest and the record of a tree: reading, writing and removing them.

use std::io::Read;

use anyhow::Context;
use rayon::prelude::*;
use rustix::fs::{Mode, OFlags};

use super::super::record::{Record, Stamp};
use super::{MANIFEST, Tree, cannot};
use crate::base::UrlPath;
use crate::io::dir::Stat;
use crate::io::manifest::Manifest;

/// The size limit of a manifest in bytes: more than the manifest of a million pages needs.
const LONGEST_MANIFEST: u64 = 1 << 28;

/// The coarsest resolution of a disk's clock that is assumed, in nanoseconds. If a file was written
/// within the last tick, its stamp would not show a second change.
const TICK: i128 = 20_000_000;
/// The same for disks that store whole seconds only.
const COARSE_TICK: i128 = 2_000_000_000;

impl Tree {
    /// The record of what we wrote into this tree; `None` if the tree is not ours.
    pub(in crate::io::disk) fn record(&self) -> anyhow::Result<Option<Record>> {
        Ok(self.records.read(&self.identity()?))
    }

    /// The manifest file of the tree. Anybody may have written it, so it proves nothing.
    pub(in crate::io::disk) fn claim(&self) -> Option<Manifest> {
        Manifest::parse(&self.manifest_text()?)
    }

    /// The text of the manifest file; `None` if it cannot be read or is too long.
    pub(in crate::io::disk) fn manifest_text(&self) -> Option<String> {
        let file = self.dir.file(MANIFEST, OFlags::RDONLY, Mode::empty()).ok()?;
        Stat::of(&file).ok().filter(|it| it.is_file() && it.size <= LONGEST_MANIFEST)?;
        let mut text = String::new();
        file.take(LONGEST_MANIFEST).read_to_string(&mut text).ok()?;
        Some(text)
    }

    /// Removes the tree's record and manifest, because its files are about to change.
    pub(in crate::io::disk) fn forget(&self) -> anyhow::Result<()> {
        let forgotten = self.records.forget(&self.identity()?);
        forgotten.with_context(|| cannot("write to", self.records.dir.path()))?;
        self.remove(MANIFEST)
    }

    /// Writes the tree's manifest and record. Files that were written only a moment ago are read once
    /// more and their hashes noted, because their stamps might not show another change.
    pub(in crate::io::disk) fn write_record(&self, mut record: Record) -> anyhow::Result<()> {
        // The time comes from a file that was written just now, because the disk may use another
        // clock than this machine.
        let (_, now) = self.write(MANIFEST, record.manifest.to_string().as_bytes())?;
        let is_old = |stamp: &Stamp| {
            let tick = if stamp.changed.1 == 0 { COARSE_TICK } else { TICK };
            nanoseconds(now) - nanoseconds(*stamp) > tick
        };
        record.stamps.retain(|_, stamp| is_old(stamp));
        let known = record.manifest.rows.iter().filter(|(_, row)| row.is_some());
        let young: Vec<&UrlPath> = known
            .map(|(address, _)| address)
            .filter(|address| !record.stamps.contains_key(*address))
            .collect();
        let proofs = young.into_par_iter().map(|address| {
            let hash = self.hash(address).with_context(|| cannot("read", &self.shown))?;
            Ok((address.clone(), hash))
        });
        record.proofs = proofs.collect::<anyhow::Result<_>>()?;
        let written = self.records.write(&self.identity()?, &record);
        written.with_context(|| cannot("write to", self.records.dir.path()))
    }
}

fn nanoseconds(stamp: Stamp) -> i128 {
    i128::from(stamp.changed.0) * 1_000_000_000 + i128::from(stamp.changed.1)
}
