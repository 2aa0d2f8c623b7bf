//! A folder of this machine as the place of the site: `--out DIR`.
//!
//! Two trees are kept: the one that readers see, and a spare one beside it, in
//! `.NAME.storywall/`. The next site is made in the spare tree, from what is there already; then
//! the two are exchanged in one step. Readers never see half a site, and a build that is killed or
//! finds the disk full has changed nothing that they see.
//!
//! The workshop holds a record of each tree. The record of the spare tree is removed before its
//! first change and written again after the last one. So a tree that was left half-done has no
//! record, and nothing in it is believed. After the exchange, the spare tree keeps only the pages
//! that both sites have in common: a page that is no longer published does not stay on the disk.
//!
//! Files that somebody else put into the folder are kept. Plain files are published with the site
//! (`ForeignFiles`); links and the like are set aside, and so are the files of a tree without a
//! record of ours, except those that are known to be ours by their address and bytes.
//!
//! This has two costs. The site takes twice the room on the disk. And a program that holds the
//! folder itself instead of its name (a container with this folder mounted into it) continues to
//! see the tree that is now the spare one. Such a container must be given the folder above.

mod exchange;
mod inventory;
mod lock;
mod pour;
mod record;
mod show;
mod tree;
mod workshop;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{bail, ensure};
use rayon::prelude::*;

use super::key::Key;
use super::manifest::{Manifest, ManifestRow};
use super::store::{Doubt, Remark, Store};
use crate::base::UrlPath;
use inventory::{ForeignFiles, Inventory};
use lock::Lock;
use record::{Record, Stamp};
use tree::{MANIFEST, Tree};
use workshop::Workshop;

/// How long a build waits for another one at the same place.
const PATIENCE: Duration = Duration::from_secs(10);

/// A folder to put the site in; no other build can use it meanwhile.
#[derive(Debug)]
pub(crate) struct Disk {
    workshop: Workshop,
    live: Option<Tree>,
    spare: Tree,
    /// The contents of the tree that readers see.
    inventory: Inventory,
    /// The record of the spare tree before the first change; `None` while nothing was changed.
    begun: Mutex<Option<Arc<Record>>>,
    /// The stamps of the files that were put since then.
    stamps: Mutex<BTreeMap<UrlPath, Stamp>>,
    set_aside: Vec<PathBuf>,
    _lock: Lock,
}

impl Disk {
    /// Refuses a folder in which something could be lost: one that holds the project or what it
    /// is made from, a link, or one with files that were not put there by us. `cache` is where
    /// photos are kept.
    pub(crate) fn open(
        out: &Path,
        project: &Path,
        cache: &Path,
        key: &Key,
    ) -> anyhow::Result<Disk> {
        let project = project
            .canonicalize()
            .map_err(|error| anyhow::anyhow!("cannot find {}: {error}", project.display()))?;
        let workshop = Workshop::open(out, &project, cache, key.sealer("tree"))?;
        let lock = Lock::take(&workshop.dir, PATIENCE)?;
        let set_aside = workshop.recover()?;
        let spare = workshop.spare()?;
        let live = workshop.live()?;
        let inventory = live.as_ref().map(|live| Inventory::look(live, &workshop)).transpose()?;
        let mut disk = Disk {
            inventory: inventory.unwrap_or_default(),
            workshop,
            live,
            spare,
            begun: Mutex::default(),
            stamps: Mutex::default(),
            set_aside,
            _lock: lock,
        };
        disk.resume()?;
        Ok(disk)
    }

    /// The spare tree, marked as half-done: nothing stands in it but what both last sites had in
    /// common.
    fn begin(&self) -> anyhow::Result<Arc<Record>> {
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(begun) = &*begun {
            return Ok(Arc::clone(begun));
        }
        let mut record = self.spare.record()?.unwrap_or_default();
        let survey = self.spare.survey()?;
        inventory::doubt(&mut record, &survey, &self.spare);
        self.spare.forget()?;
        // Nothing is ever written through a link, and nobody else puts anything here.
        let is_kept = |name: &&OsString| {
            inventory::address(name).is_some_and(|address| record.manifest.get(&address).is_some())
        };
        let strange = survey.files.keys().filter(|name| !is_kept(name));
        strange.into_iter().try_for_each(|name| self.spare.remove(name))?;
        Ok(Arc::clone(begun.insert(Arc::new(record))))
    }

    /// Removes from the spare tree what is not in `next`, and folders that nothing needs.
    fn clear(&self, begun: &Record, next: &Manifest, foreign: &ForeignFiles) -> anyhow::Result<()> {
        let stale = begun.manifest.rows.keys().filter(|it| !next.rows.contains_key(*it));
        stale.into_iter().try_for_each(|address| self.spare.remove(address.as_str()))?;
        let mut needed = folders_of(next.rows.keys());
        needed.extend(foreign.folders.iter().map(OsString::as_os_str));
        // The deepest folders are removed first.
        let folders = self.spare.survey()?.folders;
        let (kept, others): (Vec<&OsString>, Vec<&OsString>) =
            folders.iter().rev().partition(|folder| needed.contains(folder.as_os_str()));
        others.into_iter().try_for_each(|folder| self.spare.remove_folder(folder))?;
        // Gives readers the permission to enter the folders again.
        let mode = self.workshop.usual_mode()?;
        self.spare.set_modes(kept.into_iter().map(OsString::as_os_str), mode)
    }

    /// Adds to the spare tree what it still lacks, removes what is not in `next`, and writes its
    /// record.
    fn complete(
        &mut self,
        begun: &Record,
        next: &Manifest,
        foreign: &ForeignFiles,
    ) -> anyhow::Result<Record> {
        let (spare, live, manifest) = (&self.spare, self.live.as_ref(), &self.inventory.manifest);
        let missing = |(address, row): &(&UrlPath, &Option<ManifestRow>)| {
            manifest.get(address) == **row && begun.manifest.get(address) != **row
        };
        let stamps = &self.inventory.stamps;
        let copied = next.rows.par_iter().filter(missing).map(|(address, _)| {
            let live = live.expect("what stands there stands in a folder");
            let known = *stamps.get(address).expect("what is not doubted has a stamp");
            Ok((address.clone(), spare.copy(address.as_str(), live, known)?))
        });
        let copied = copied.collect::<anyhow::Result<Vec<_>>>()?;
        self.clear(begun, next, foreign)?;
        if let Some(live) = live {
            foreign.carried.iter().try_for_each(|name| spare.link(name, live))?;
            foreign.folders.iter().try_for_each(|folder| spare.create_folder_like(folder, live))?;
        }
        let is_kept = |(address, _): &(&UrlPath, &Stamp)| {
            next.rows.contains_key(*address) && begun.manifest.get(address) == next.get(address)
        };
        let mut stamps: BTreeMap<UrlPath, Stamp> =
            begun.stamps.iter().filter(is_kept).map(|(it, stamp)| (it.clone(), *stamp)).collect();
        let put = std::mem::take(&mut self.stamps);
        stamps.extend(put.into_inner().unwrap_or_else(PoisonError::into_inner));
        stamps.extend(copied);
        let record = Record { manifest: next.clone(), stamps, ..Record::default() };
        self.workshop.unrecord()?;
        self.spare.write_record(record.clone())?;
        self.workshop.unsettle()?;
        self.workshop.recorded()?;
        Ok(record)
    }
}

impl Store for Disk {
    fn manifest(&self) -> &Manifest {
        &self.inventory.manifest
    }

    fn put(&self, address: &UrlPath, row: ManifestRow, bytes: &[u8]) -> anyhow::Result<()> {
        ensure!(address.as_str() != MANIFEST, "{MANIFEST} cannot be a page of the site");
        let begun = self.begin()?;
        let stamp = match begun.manifest.get(address) == Some(row) {
            true => self.spare.touch(address.as_str())?,
            false => self.spare.write(address.as_str(), bytes)?.1,
        };
        let mut stamps = self.stamps.lock().unwrap_or_else(PoisonError::into_inner);
        stamps.insert(address.clone(), stamp);
        Ok(())
    }

    fn abandon(&mut self) {
        let begun = std::mem::take(&mut self.begun).into_inner();
        self.stamps = Mutex::default();
        if begun.unwrap_or_else(PoisonError::into_inner).is_some() {
            // The spare tree has no record now, so it will not be believed. It is emptied because
            // the disk may be full of its new pages. If that fails, it is not worth a second error.
            let _ = self.spare.clear();
        }
    }

    fn commit(&mut self, next: Manifest) -> anyhow::Result<()> {
        let begun = self.begin()?;
        let foreign = match &self.live {
            Some(live) => self.inventory.foreign_files(live, &self.workshop)?,
            None => ForeignFiles::default(),
        };
        if let Some(name) = foreign.carried.iter().find(|name| overlaps(name, &next)) {
            bail!(
                "{} was not made by Storywall, and the site now has a page with that name: move \
                 the file elsewhere",
                self.workshop.live.join(name).display()
            );
        }
        let record = self.complete(&begun, &next, &foreign)?;
        self.show(&record, &foreign)?;
        let Record { manifest, stamps, .. } = record;
        self.inventory =
            Inventory::made(manifest, stamps, ForeignFiles { left: BTreeSet::new(), ..foreign });
        self.begun = Mutex::default();
        Ok(())
    }

    fn remarks(&self) -> Vec<Remark> {
        let doubt = if self.workshop.is_tracked { Doubt::KeptInGit } else { Doubt::NoSeal };
        let doubted = self.inventory.is_unknown.then_some(Remark::Doubted(doubt));
        let foreign: Vec<PathBuf> =
            self.inventory.foreign.carried.iter().map(PathBuf::from).collect();
        let foreign = Some(foreign).filter(|it| !it.is_empty()).map(Remark::ForeignFiles);
        let aside = Some(self.set_aside.clone()).filter(|it| !it.is_empty());
        doubted.into_iter().chain(aside.map(Remark::SetAside)).chain(foreign).collect()
    }
}

fn folders_of<'a>(addresses: impl Iterator<Item = &'a UrlPath>) -> BTreeSet<&'a OsStr> {
    addresses
        .map(UrlPath::as_str)
        .flat_map(|address| address.match_indices('/').map(|(end, _)| OsStr::new(&address[..end])))
        .collect()
}

/// Whether a file of this name cannot stand beside the pages: it is one, is below one, or would
/// have to be a folder.
fn overlaps(name: &OsStr, next: &Manifest) -> bool {
    let is_page = |path: &Path| {
        path.to_str().and_then(UrlPath::new).is_some_and(|address| next.rows.contains_key(&address))
    };
    let below = name.to_str().and_then(UrlPath::new).is_some_and(|address| {
        let folder = format!("{address}/");
        let mut after = next.rows.range(address..);
        after
            .find(|(it, _)| it.as_str() > folder.as_str())
            .is_some_and(|(it, _)| it.as_str().starts_with(&folder))
    });
    below || Path::new(name).ancestors().any(is_page)
}
