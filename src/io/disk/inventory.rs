//! The inventory of the folder that readers see, before anything is changed: our pages, and the
//! files of others.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::Path;

use anyhow::{bail, ensure};

use super::folders_of;
use super::record::{Record, Stamp};
use super::tree::{MANIFEST, Tree};
use super::workshop::Workshop;
use crate::base::{Hash, UrlPath};
use crate::io::destination::is_ours;
use crate::io::dir::Survey;
use crate::io::manifest::Manifest;

/// The contents of the tree.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    /// Our own pages; none if the tree may be somebody else's.
    pub(super) manifest: Manifest,
    pub(super) stamps: BTreeMap<UrlPath, Stamp>,
    /// Whether the tree may be somebody else's.
    pub(super) is_unknown: bool,
    /// Whether the folder itself belongs to us: then who may enter it is our decision.
    pub(super) is_own: bool,
    pub(super) foreign: ForeignFiles,
}

/// What other people or programs put into a tree that we wrote.
#[derive(Clone, Debug, Default)]
pub(super) struct ForeignFiles {
    /// Plain files: they are published with the site.
    pub(super) carried: BTreeSet<OsString>,
    /// Links, pipes and other things.
    pub(super) left: BTreeSet<OsString>,
    /// Folders with nothing of ours in them.
    pub(super) folders: BTreeSet<OsString>,
}

/// Addresses with the hash of a page of ours that stood there or will stand there. A file with that
/// address and that hash is ours, so it can be removed and nothing is lost.
pub(super) type OwnFiles = HashSet<(UrlPath, Hash)>;

impl Inventory {
    pub(super) fn look(live: &Tree, workshop: &Workshop) -> anyhow::Result<Inventory> {
        let survey = live.survey()?;
        refuse_repository(live, &survey)?;
        let is_own = is_ours(&live.dir, &live.dir.stat()?);
        let nothing = Inventory { is_own, is_unknown: !is_own, ..Inventory::default() };
        if live.dir.stat_at(MANIFEST)?.is_none() {
            ensure!(
                survey.files.is_empty() && survey.folders.is_empty(),
                "{} is not empty, and was not made by Storywall: empty it first, or choose another \
                 folder",
                live.shown.display()
            );
            return Ok(nothing);
        }
        let record = live.record()?.filter(|_| is_own && !workshop.is_tracked);
        let Some(mut record) = record else {
            return Ok(Inventory { is_unknown: true, ..nothing });
        };
        let is_claimed = live.manifest_text().as_deref() == Some(&*record.manifest.to_string());
        doubt(&mut record, &survey, live);
        if !is_claimed {
            // The manifest in the tree is not the one that we wrote: every page is written again.
            record.manifest.rows.values_mut().for_each(|row| *row = None);
        }
        let mut inventory =
            Inventory::made(record.manifest, record.stamps, ForeignFiles::default());
        inventory.foreign = inventory.foreign_files_of(survey);
        Ok(inventory)
    }

    /// The inventory after we have written the site.
    pub(super) fn made(
        manifest: Manifest,
        stamps: BTreeMap<UrlPath, Stamp>,
        foreign: ForeignFiles,
    ) -> Inventory {
        Inventory { manifest, stamps, foreign, is_own: true, is_unknown: false }
    }

    /// What others have put into the tree until now. Nothing is returned for a tree that may not be
    /// ours at all.
    pub(super) fn foreign_files(
        &self,
        live: &Tree,
        workshop: &Workshop,
    ) -> anyhow::Result<ForeignFiles> {
        if self.is_unknown || workshop.is_tracked {
            return Ok(ForeignFiles::default());
        }
        let survey = live.survey()?;
        refuse_repository(live, &survey)?;
        Ok(self.foreign_files_of(survey))
    }

    /// All files that are none of our pages, each with its device and inode.
    pub(super) fn strangers_of(&self, survey: Survey) -> BTreeMap<OsString, (u64, u64)> {
        let is_ours =
            |name: &OsString| address(name).is_some_and(|it| self.manifest.rows.contains_key(&it));
        let files = survey.files.into_iter().filter(|(name, _)| !is_ours(name));
        files.map(|(name, stat)| (name, stat.inode)).collect()
    }

    fn foreign_files_of(&self, survey: Survey) -> ForeignFiles {
        let ours = folders_of(self.manifest.rows.keys());
        let mut foreign = ForeignFiles::default();
        for (name, stat) in survey.files {
            if address(&name).is_some_and(|it| self.manifest.rows.contains_key(&it)) {
                continue;
            }
            match stat.is_file() {
                true => foreign.carried.insert(name),
                false => foreign.left.insert(name),
            };
        }
        let folders = survey.folders.into_iter();
        foreign.folders = folders.filter(|folder| !ours.contains(folder.as_os_str())).collect();
        foreign
    }
}

/// The files of the site that were ours or will be: those of all records, of the manifest that lies
/// in the tree, and of `next`.
pub(super) fn own_files(tree: &Tree, workshop: &Workshop, next: &Manifest) -> OwnFiles {
    let records = workshop.records.all().into_iter().map(|record| record.manifest);
    let manifests = records.chain(tree.claim()).chain([next.clone()]);
    let rows = manifests.flat_map(|manifest| manifest.rows);
    rows.filter_map(|(address, row)| Some((address, row?.digest))).collect()
}

/// Sets to `None` each row whose file is no longer as we wrote it, or cannot be shown to be so.
pub(super) fn doubt(record: &mut Record, survey: &Survey, tree: &Tree) {
    for (address, row) in &mut record.manifest.rows {
        let Some(known) = *row else { continue };
        let found = survey.plain(address.as_str()).filter(|found| found.size == known.size);
        let stamp = found.map(Stamp::of);
        if stamp.is_some() && stamp.as_ref() == record.stamps.get(address) {
            continue;
        }
        let proof = record.proofs.get(address);
        match stamp.filter(|_| proof.is_some() && tree.hash(address).as_ref() == proof) {
            // This stamp was taken before the bytes were read: if the file is changed after that,
            // it gets another stamp.
            Some(stamp) => _ = record.stamps.insert(address.clone(), stamp),
            None => {
                record.stamps.remove(address);
                *row = None;
            }
        }
    }
}

/// The name as an address of the site, if it can be one.
pub(super) fn address(name: &OsStr) -> Option<UrlPath> {
    name.to_str().and_then(UrlPath::new)
}

/// Refuses a folder with a Git repository in it: the repository is the work of others, and it also
/// holds all their earlier versions.
fn refuse_repository(live: &Tree, survey: &Survey) -> anyhow::Result<()> {
    let is_git = |path: &&OsString| Path::new(path).file_name().is_some_and(|it| it == ".git");
    if let Some(git) = survey.folders.iter().chain(survey.files.keys()).find(is_git) {
        bail!(
            "the site cannot be written into {}, which contains a Git repository ({}): choose \
             another folder, and copy the site from there",
            live.shown.display(),
            Path::new(git).display()
        );
    }
    Ok(())
}
