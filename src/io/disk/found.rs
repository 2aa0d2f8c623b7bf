//! What stands in the folder that readers see, before anything is changed, and whom it belongs to.

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

/// What was found there.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Our own pages; none if the tree may be somebody else's.
    pub(super) manifest: Manifest,
    pub(super) stamps: BTreeMap<UrlPath, Stamp>,
    /// Whether the tree may be somebody else's.
    pub(super) is_unknown: bool,
    /// Whether the folder itself belongs to us: then who may enter it is our decision.
    pub(super) is_own: bool,
    pub(super) guests: Guests,
}

/// What others put into a tree of ours.
#[derive(Clone, Debug, Default)]
pub(super) struct Guests {
    /// Plain files: they are published with the site.
    pub(super) carried: BTreeSet<OsString>,
    /// Links, pipes and other things.
    pub(super) left: BTreeSet<OsString>,
    /// Folders with nothing of ours in them.
    pub(super) folders: BTreeSet<OsString>,
}

/// Addresses with the hash of what stood there once: a file of those bytes is no loss.
pub(super) type Known = HashSet<(UrlPath, Hash)>;

impl Found {
    pub(super) fn look(live: &Tree, workshop: &Workshop) -> anyhow::Result<Found> {
        let survey = live.survey()?;
        refuse_repository(live, &survey)?;
        let is_own = is_ours(&live.dir, &live.dir.stat()?);
        let nothing = Found { is_own, is_unknown: !is_own, ..Found::default() };
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
            return Ok(Found { is_unknown: true, ..nothing });
        };
        let is_told = live.manifest_text().as_deref() == Some(&*record.manifest.to_string());
        doubt(&mut record, &survey, live);
        if !is_told {
            // Readers see another one than ours: all is written anew.
            record.manifest.entries.values_mut().for_each(|entry| *entry = None);
        }
        let mut found = Found::made(record.manifest, record.stamps, Guests::default());
        found.guests = found.guests_of(survey);
        Ok(found)
    }

    /// What stands there once we have put it there.
    pub(super) fn made(
        manifest: Manifest,
        stamps: BTreeMap<UrlPath, Stamp>,
        guests: Guests,
    ) -> Found {
        Found { manifest, stamps, guests, is_own: true, is_unknown: false }
    }

    /// What others put into the tree until now. None of a tree that may be theirs as a whole.
    pub(super) fn guests(&self, live: &Tree, workshop: &Workshop) -> anyhow::Result<Guests> {
        if self.is_unknown || workshop.is_tracked {
            return Ok(Guests::default());
        }
        let survey = live.survey()?;
        refuse_repository(live, &survey)?;
        Ok(self.guests_of(survey))
    }

    fn guests_of(&self, survey: Survey) -> Guests {
        let ours = folders_of(self.manifest.entries.keys());
        let mut guests = Guests::default();
        for (name, stat) in survey.files {
            if address(&name).is_some_and(|it| self.manifest.entries.contains_key(&it)) {
                continue;
            }
            match stat.is_file() {
                true => guests.carried.insert(name),
                false => guests.left.insert(name),
            };
        }
        let folders = survey.folders.into_iter();
        guests.folders = folders.filter(|folder| !ours.contains(folder.as_os_str())).collect();
        guests
    }
}

/// All that is known to have been ours at this place, or that a tree says of itself.
pub(super) fn known(tree: &Tree, workshop: &Workshop, next: &Manifest) -> Known {
    let records = workshop.records.all().into_iter().map(|record| record.manifest);
    let manifests = records.chain(tree.claim()).chain([next.clone()]);
    let entries = manifests.flat_map(|manifest| manifest.entries);
    entries.filter_map(|(address, entry)| Some((address, entry?.digest))).collect()
}

/// Doubts each entry whose file does not stand as it was written.
pub(super) fn doubt(record: &mut Record, survey: &Survey, tree: &Tree) {
    for (address, entry) in &mut record.manifest.entries {
        let Some(known) = *entry else { continue };
        let found = survey.plain(address.as_str()).filter(|found| found.size == known.size);
        let stamp = found.map(Stamp::of);
        if stamp.is_some() && stamp.as_ref() == record.stamps.get(address) {
            continue;
        }
        let proof = record.proofs.get(address);
        match stamp.filter(|_| proof.is_some() && tree.hash(address).as_ref() == proof) {
            // It was taken before the bytes were read, so it tells whatever comes after.
            Some(stamp) => _ = record.stamps.insert(address.clone(), stamp),
            None => {
                record.stamps.remove(address);
                *entry = None;
            }
        }
    }
}

/// The name as an address of the site, if it can be one.
pub(super) fn address(name: &OsStr) -> Option<UrlPath> {
    name.to_str().and_then(UrlPath::new)
}

/// The work of others, with all that it ever was.
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
