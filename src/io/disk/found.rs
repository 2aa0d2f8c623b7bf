//! What stands in the folder that readers see, before anything is changed, and whom it belongs to.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::path::Path;

use anyhow::{bail, ensure};

use super::folders_of;
use super::record::{Record, Stamp, Told};
use super::tree::{MANIFEST, Tree};
use super::workshop::Workshop;
use crate::base::UrlPath;
use crate::io::dir::Survey;
use crate::io::manifest::{Entry, Manifest};

/// What was found there.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Our own pages; none if the tree bears no seal of ours.
    pub(super) manifest: Manifest,
    pub(super) stamps: BTreeMap<UrlPath, Stamp>,
    /// What a tree says of itself that bears no seal of ours. Only good for comparing bytes with.
    pub(super) claimed: BTreeMap<UrlPath, Entry>,
    /// Whether the tree may be somebody else's.
    pub(super) is_unknown: bool,
    /// Whether this very folder was sealed, and no copy of it.
    is_made_here: bool,
    pub(super) guests: Guests,
}

/// What others put into a tree of ours.
#[derive(Clone, Debug, Default)]
pub(super) struct Guests {
    /// Plain files: they are published with the site.
    pub(super) carried: BTreeSet<OsString>,
    /// Links, pipes, and what anybody could have put there who changes the project.
    pub(super) left: BTreeSet<OsString>,
    /// Folders with nothing of ours in them.
    pub(super) folders: BTreeSet<OsString>,
}

impl Found {
    pub(super) fn look(live: &Tree, workshop: &Workshop) -> anyhow::Result<Found> {
        let survey = live.survey()?;
        refuse_repository(live, &survey)?;
        if live.dir.stat_at(MANIFEST)?.is_none() {
            ensure!(
                survey.files.is_empty() && survey.folders.is_empty(),
                "{} is not empty, and was not made by Storywall: empty it first, or choose another \
                 folder",
                live.shown.display()
            );
            return Ok(Found { is_made_here: true, ..Found::default() });
        }
        let mut record = match live.record() {
            Told::Sealed(record) if !workshop.is_tracked => record,
            Told::Sealed(Record { manifest, .. }) | Told::Claimed(manifest) => {
                return Ok(Found::unknown(manifest));
            }
            Told::Nothing => return Ok(Found::unknown(Manifest::default())),
        };
        doubt(&mut record, &survey, live);
        let folder = live.dir.stat()?.inode.1;
        let mut found = Found {
            manifest: record.manifest,
            stamps: record.stamps,
            is_made_here: record.folder == Some(folder),
            ..Found::default()
        };
        found.guests = found.guests_of(survey);
        Ok(found)
    }

    /// What stands there once we have put it there.
    pub(super) fn made(
        manifest: Manifest,
        stamps: BTreeMap<UrlPath, Stamp>,
        guests: Guests,
    ) -> Found {
        Found { manifest, stamps, guests, is_made_here: true, ..Found::default() }
    }

    fn unknown(manifest: Manifest) -> Found {
        let claimed = manifest.entries.into_iter();
        let claimed = claimed.filter_map(|(address, entry)| Some((address, entry?))).collect();
        Found { claimed, is_unknown: true, ..Found::default() }
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
            match stat.is_file() && self.is_made_here {
                true => guests.carried.insert(name),
                false => guests.left.insert(name),
            };
        }
        let folders = survey.folders.into_iter();
        guests.folders = folders.filter(|folder| !ours.contains(folder.as_os_str())).collect();
        guests
    }
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
            "the site cannot be put into {}, which holds a Git repository ({}): choose another \
             folder, and copy the site from there",
            live.shown.display(),
            Path::new(git).display()
        );
    }
    Ok(())
}
