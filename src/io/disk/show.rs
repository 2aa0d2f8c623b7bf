//! Shows readers the new tree, and cleans the old one. If the build is killed, the next build
//! finishes the cleaning.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};

use rayon::prelude::*;

use super::exchange::{Exchanged, exchange};
use super::inventory::{self, ForeignFiles, Inventory, OwnFiles};
use super::record::Record;
use super::tree::{MANIFEST, Tree};
use super::workshop::{OUTGOING, SPARE};
use super::{Disk, folders_of, pour};

impl Disk {
    /// Makes readers see the spare tree, and cleans what becomes the spare one.
    pub(super) fn show(&mut self, next: &Record, foreign: &ForeignFiles) -> anyhow::Result<()> {
        // A tree that may be somebody else's never becomes our spare one.
        let is_unknown = self.inventory.is_unknown;
        let name = if is_unknown { OUTGOING } else { SPARE };
        if is_unknown {
            self.workshop.dir.rename(SPARE, &self.workshop.dir, name)?;
        }
        let mode = match &self.live {
            // Whoever may enter the folder may do so after the exchange.
            Some(live) if self.inventory.is_own => live.dir.stat()?.mode & 0o2777 | 0o700,
            _ => self.workshop.usual_mode()?,
        };
        match exchange(&self.workshop, self.live.as_ref(), &self.spare, name, mode)? {
            Exchanged::Impossible => self.pour(name, next, foreign)?,
            Exchanged::Moved => {
                let spare = self.workshop.spare()?;
                self.live = Some(std::mem::replace(&mut self.spare, spare));
            }
            Exchanged::Swapped => {
                let live = self.live.as_mut().expect("what was exchanged was there");
                // A handle belongs to a folder, not to a name: the folders changed names, so the
                // handles must change places.
                std::mem::swap(&mut live.dir, &mut self.spare.dir);
                if is_unknown {
                    let mut old = self.workshop.spare()?;
                    std::mem::swap(&mut old, &mut self.spare);
                    old.shown = self.workshop.dir.path().join(name);
                    let own = inventory::own_files(&old, &self.workshop, &next.manifest);
                    self.retire(&old, &own)?;
                } else {
                    self.save_latecomers(foreign)?;
                    self.keep_common(next, foreign)?;
                }
            }
        }
        self.settle()
    }

    /// Sets aside the files that others put into the tree while readers still saw it, after it was
    /// looked through for them: the new tree does not hold them.
    fn save_latecomers(&mut self, foreign: &ForeignFiles) -> anyhow::Result<()> {
        let live = self.live.as_ref().expect("what was exchanged was there");
        let mut late = self.inventory.strangers_of(self.spare.survey()?);
        late.retain(|name, inode| {
            let is_same = || {
                let carried = live.dir.stat_at(name).ok().flatten();
                carried.is_some_and(|it| it.inode == *inode)
                    || live.digest(name) == self.spare.digest(name)
            };
            !(foreign.left.contains(name) || foreign.carried.contains(name) && is_same())
        });
        self.take_aside(&late.into_keys().collect())
    }

    /// Finishes the work of a build that was killed after `unsettle`: removes from the workshop the
    /// pages that readers may no longer see, and those that they never saw.
    pub(super) fn resume(&mut self) -> anyhow::Result<()> {
        if !self.workshop.is_unsettled()? {
            return Ok(());
        }
        if let Some(outgoing) = self.workshop.tree(OUTGOING)? {
            // It is the new site, which readers never saw, or the one that they saw before. Both may
            // have a record, so only files that are ours by address and bytes are removed.
            let own = inventory::own_files(&outgoing, &self.workshop, &self.inventory.manifest);
            self.retire(&outgoing, &own)?;
        }
        self.save_guests()?;
        self.spare.clear()?;
        self.spare.forget()?;
        self.settle()
    }

    /// Sets aside the files that others had put into the tree that readers saw before, unless the
    /// tree that readers see now holds the same file. Without a record of it (the key may be another
    /// one now), only files that are ours by address and bytes are not theirs.
    fn save_guests(&mut self) -> anyhow::Result<()> {
        let carried = self.live.as_ref().map(Tree::survey).transpose()?.unwrap_or_default();
        let survey = self.spare.survey()?;
        let record = self.spare.record()?;
        let own = match &record {
            Some(_) => OwnFiles::default(),
            None => inventory::own_files(&self.spare, &self.workshop, &self.inventory.manifest),
        };
        let is_strange = |name: &&OsString| {
            let Some(address) = inventory::address(name) else { return true };
            match &record {
                Some(record) => !record.manifest.rows.contains_key(&address),
                None => self.spare.digest(name).is_none_or(|it| !own.contains(&(address, it))),
            }
        };
        let is_carried = |name: &&OsString| {
            carried.files.get(*name).map(|it| it.inode)
                == survey.files.get(*name).map(|it| it.inode)
        };
        let names = survey.files.keys().filter(is_strange).filter(|name| !is_carried(name));
        let left: BTreeSet<OsString> = names.cloned().collect();
        self.take_aside(&left)
    }

    /// Rewrites what readers see, where folders cannot be exchanged.
    fn pour(&mut self, name: &str, next: &Record, foreign: &ForeignFiles) -> anyhow::Result<()> {
        if name != SPARE {
            self.workshop.dir.rename(name, &self.workshop.dir, SPARE)?;
        }
        let live = self.live.as_ref().expect("what cannot be exchanged is there");
        let own = match self.inventory.is_unknown {
            true => inventory::own_files(live, &self.workshop, &next.manifest),
            false => OwnFiles::default(),
        };
        pour::pour(live, &self.spare, &self.inventory, next, foreign, &own)?;
        // The spare tree is the same site now.
        let kept =
            Inventory::made(next.manifest.clone(), next.stamps.clone(), ForeignFiles::default());
        self.inventory = kept;
        self.keep_common(next, &ForeignFiles { left: BTreeSet::new(), ..foreign.clone() })
    }

    /// Empties and removes a tree that may be somebody else's: the files that are ours, by address
    /// and bytes (`own`), are removed; all other files are set aside.
    fn retire(&mut self, old: &Tree, own: &OwnFiles) -> anyhow::Result<()> {
        let survey = old.survey()?;
        let is_known = |name: &&OsString| {
            let file = inventory::address(name).and_then(|it| Some((it, old.digest(name)?)));
            file.is_some_and(|file| own.contains(&file))
        };
        let names: Vec<&OsString> = survey.files.keys().collect();
        let (ours, others): (Vec<_>, Vec<_>) = names.into_par_iter().partition(is_known);
        ours.into_iter().try_for_each(|name| old.remove(name))?;
        if !others.is_empty() {
            let aside = self.workshop.aside()?;
            for name in others {
                self.set_aside.push(aside.take(name, old)?);
            }
        }
        old.remove(MANIFEST)?;
        survey.folders.iter().rev().try_for_each(|folder| old.remove_folder(folder))?;
        Ok(self.workshop.dir.remove_folder(OUTGOING)?)
    }

    /// Leaves in the spare tree only the pages that the old and the new site have in common: what
    /// readers may no longer see must not stay on the disk either.
    fn keep_common(&mut self, next: &Record, foreign: &ForeignFiles) -> anyhow::Result<()> {
        // A program may still hold a handle of one of these folders from when readers saw it. After
        // this it cannot open files in it, unless it runs as the same user.
        let folders = folders_of(self.inventory.manifest.rows.keys());
        let folders = folders.into_iter().chain(foreign.folders.iter().map(OsString::as_os_str));
        self.spare.dir.set_mode(0o700)?;
        self.spare.set_modes(folders, 0o700)?;
        self.take_aside(&foreign.left)?;
        let mut common = Record::default();
        for (address, row) in &self.inventory.manifest.rows {
            let is_common = row.is_some() && next.manifest.get(address) == *row;
            if !is_common {
                self.spare.remove(address.as_str())?;
                continue;
            }
            common.manifest.rows.insert(address.clone(), *row);
            if let Some(stamp) = self.inventory.stamps.get(address) {
                common.stamps.insert(address.clone(), *stamp);
            }
        }
        foreign.carried.iter().try_for_each(|name| self.spare.remove(name))?;
        self.spare.write_record(common)
    }

    fn take_aside(&mut self, names: &BTreeSet<OsString>) -> anyhow::Result<()> {
        if !names.is_empty() {
            let aside = self.workshop.aside()?;
            for name in names {
                self.set_aside.push(aside.take(OsStr::new(name), &self.spare)?);
            }
        }
        Ok(())
    }

    /// Notes that nothing is left to clean, and removes all records but those of the two trees.
    fn settle(&self) -> anyhow::Result<()> {
        let mut folders = vec![self.spare.identity()?];
        folders.extend(self.live.as_ref().map(Tree::identity).transpose()?);
        self.workshop.records.keep(&folders)?;
        self.workshop.settle()
    }
}
