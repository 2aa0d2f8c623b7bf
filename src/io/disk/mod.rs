//! A folder of this machine as the place of the site: `--out DIR`.
//!
//! Two trees are kept: the one that readers see, and a spare one beside it, in
//! `.NAME.storywall/`. The next site is made in the spare tree, from what is there already; then
//! the two are exchanged in one step. Readers never see half a site, and a build that is killed or
//! finds the disk full has changed nothing that they see.
//!
//! Each tree holds its own manifest. It is taken away before the first change and comes back after
//! the last, so a tree that was left half-done is known by its lack, and nothing in it is believed.
//!
//! The price: twice the room on the disk, and whoever holds the folder itself instead of its name
//! (a container that it is mounted into) goes on seeing the tree that became the spare one. Such a
//! container must be given the folder above.

mod exchange;
mod lock;
mod place;
mod tree;

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use rayon::prelude::*;

use super::manifest::{Entry, Manifest};
use super::store::Store;
use crate::base::UrlPath;
use lock::Lock;
use place::Place;
use tree::{MANIFEST, Survey, Tree};

/// How long a build waits for another one at the same place.
const PATIENCE: Duration = Duration::from_secs(10);

/// A folder to put the site in; no other build can use it meanwhile.
#[derive(Debug)]
pub struct Disk {
    live: Tree,
    spare: Tree,
    manifest: Manifest,
    /// Whether the manifest is whole: if not, files of ours cannot be told from others.
    is_known: bool,
    strangers: Vec<OsString>,
    /// How the spare tree was found, once it is being changed.
    begun: Mutex<Option<Arc<Begun>>>,
    _lock: Lock,
}

/// The spare tree before its first change.
#[derive(Debug)]
struct Begun {
    manifest: Manifest,
    survey: Survey,
}

impl Disk {
    /// Refuses a folder in which something could be lost: one that holds the project or what it
    /// is made from, a link, or one with files that were not put there by us.
    pub fn open(out: &Path, project: &Path) -> anyhow::Result<Disk> {
        let project =
            project.canonicalize().with_context(|| format!("cannot find {}", project.display()))?;
        let place = Place::choose(out, &project)?;
        fs::create_dir_all(&place.workshop)
            .with_context(|| format!("cannot create {}", place.workshop.display()))?;
        let lock = Lock::take(&place.workshop.join("lock"), PATIENCE)?;
        let spare = Tree::new(place.workshop.join("spare"));
        exchange::recover(&place, spare.root())?;
        // Another build may have come first.
        place.refuse_foreign()?;

        let live = Tree::new(place.live);
        let survey = live.survey()?;
        let manifest = live.manifest(&survey);
        let is_known = manifest.is_some();
        let manifest = manifest.unwrap_or_default();
        let strangers = strangers(&survey, &manifest);
        let begun = Mutex::default();
        Ok(Disk { live, spare, manifest, is_known, strangers, begun, _lock: lock })
    }

    /// Files that someone else put into the folder. They are kept.
    pub fn strangers(&self) -> &[OsString] {
        &self.strangers
    }

    /// The spare tree, marked as half-done.
    fn begin(&self) -> anyhow::Result<Arc<Begun>> {
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(begun) = &*begun {
            return Ok(Arc::clone(begun));
        }
        self.spare.create_folder("")?;
        let mut survey = self.spare.survey()?;
        let manifest = self.spare.manifest(&survey).unwrap_or_default();
        self.spare.remove(MANIFEST)?;
        // Nothing is ever written through a link.
        for (name, _) in survey.files.iter().filter(|(_, found)| found.size.is_none()) {
            self.spare.remove(name)?;
        }
        survey.files.retain(|_, found| found.size.is_some());
        Ok(Arc::clone(begun.insert(Arc::new(Begun { manifest, survey }))))
    }

    /// The files of others that go along into the new tree, and their folders.
    fn guests(&self, next: &Manifest) -> anyhow::Result<Survey> {
        let mut survey = self.live.survey()?;
        let ours = folders_of(self.manifest.entries.keys().chain(next.entries.keys()));
        survey.folders.retain(|folder| {
            self.is_known && !ours.contains(folder.as_os_str()) && !overlaps(folder, next)
        });
        let mut in_the_way = None;
        survey.files.retain(|name, _| {
            let is_ours = name.to_str().and_then(UrlPath::new);
            if is_ours.is_some_and(|address| self.manifest.entries.contains_key(&address)) {
                return false;
            }
            let overlaps = overlaps(name, next);
            if overlaps {
                in_the_way = Some(name.clone());
            }
            !overlaps
        });
        if let Some(name) = in_the_way.filter(|_| self.is_known) {
            bail!(
                "{} was not put there by Storywall, and the site now has a page of that name: \
                 move the file away",
                self.live.root().join(name).display()
            );
        }
        Ok(survey)
    }

    /// Removes from the spare tree what is neither in `next` nor a guest.
    fn clear(&self, begun: &Begun, next: &Manifest, guests: &Survey) -> anyhow::Result<()> {
        for (name, found) in &begun.survey.files {
            let is_page = name
                .to_str()
                .and_then(UrlPath::new)
                .is_some_and(|address| next.entries.contains_key(&address));
            let is_guest = guests.files.get(name).is_some_and(|guest| guest.inode == found.inode);
            if !is_page && !is_guest {
                self.spare.remove(name)?;
            }
        }
        let mut needed = folders_of(next.entries.keys());
        needed.extend(guests.folders.iter().map(OsString::as_os_str));
        for name in guests.files.keys() {
            needed.extend(Path::new(name).ancestors().skip(1).map(Path::as_os_str));
        }
        // Deepest first.
        for folder in begun.survey.folders.iter().rev() {
            if !needed.contains(folder.as_os_str()) {
                self.spare.remove_folder(folder)?;
            }
        }
        Ok(())
    }
}

impl Store for Disk {
    fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn put(&self, address: &UrlPath, entry: Entry, bytes: &[u8]) -> anyhow::Result<()> {
        ensure!(address.as_str() != MANIFEST, "{MANIFEST} cannot be a page of the site");
        let begun = self.begin()?;
        if begun.manifest.get(address) == Some(entry) {
            self.spare.touch(address.as_str())
        } else {
            self.spare.write(address.as_str(), bytes).map(drop)
        }
    }

    fn abandon(&mut self) {
        // Without its manifest, the spare tree will not be believed. It gives back the room that
        // new pages took, should the disk be full; what cannot be removed is no new fault.
        let begun = std::mem::take(&mut self.begun).into_inner();
        if begun.unwrap_or_else(PoisonError::into_inner).is_some() {
            let survey = self.spare.survey().unwrap_or_default();
            for name in strangers(&survey, &self.manifest) {
                let _ = self.spare.remove(name);
            }
        }
    }

    fn commit(&mut self, next: Manifest) -> anyhow::Result<()> {
        let begun = self.begin()?;
        let guests = self.guests(&next)?;
        next.entries
            .par_iter()
            .filter(|(address, entry)| {
                self.manifest.get(address) == **entry && begun.manifest.get(address) != **entry
            })
            .try_for_each(|(address, _)| self.spare.copy(address.as_str(), &self.live))?;
        self.clear(&begun, &next, &guests)?;
        for (name, guest) in &guests.files {
            let is_there = begun.survey.files.get(name).is_some_and(|it| it.inode == guest.inode);
            if !is_there {
                self.spare.link(name, &self.live)?;
            }
        }
        for folder in &guests.folders {
            self.spare.create_folder(folder)?;
        }
        self.spare.write(MANIFEST, next.to_string().as_bytes())?;
        exchange::exchange(&self.live, &self.spare, &self.manifest, &next)?;
        // What readers may not see any more is not kept beside the site either. Should it fail, the
        // next build clears the tree.
        for gone in self.manifest.entries.keys().filter(|it| !next.entries.contains_key(*it)) {
            let _ = self.spare.remove(gone.as_str());
        }
        self.manifest = next;
        self.is_known = true;
        self.strangers = guests.files.into_keys().collect();
        self.begun = Mutex::default();
        Ok(())
    }
}

fn strangers(survey: &Survey, manifest: &Manifest) -> Vec<OsString> {
    let is_stranger = |name: &&OsString| {
        let address = name.to_str().and_then(UrlPath::new);
        !address.is_some_and(|address| manifest.entries.contains_key(&address))
    };
    survey.files.keys().filter(is_stranger).cloned().collect()
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
        path.to_str()
            .and_then(UrlPath::new)
            .is_some_and(|address| next.entries.contains_key(&address))
    };
    let below = name.to_str().and_then(UrlPath::new).is_some_and(|address| {
        let folder = format!("{address}/");
        let mut after = next.entries.range(address..);
        after
            .find(|(it, _)| it.as_str() > folder.as_str())
            .is_some_and(|(it, _)| it.as_str().starts_with(&folder))
    });
    below || Path::new(name).ancestors().any(is_page)
}
