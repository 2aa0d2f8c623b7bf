//! The folder in which the next site is made, `.NAME.storywall`, beside the one that readers see.
//!
//! It belongs to the user who runs the program, and nobody else may read it, because it holds pages
//! that are not published yet. Everything in it is reached from its handle, so no link is
//! followed: neither one that replaces the folder nor one inside it.

use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, ensure};
use rustix::fs::{Mode, OFlags, RawMode};

use super::lock;
use super::record::Records;
use super::tree::{FOLDER_MODE, MANIFEST, Tree};
use crate::io::destination::{Destination, is_ours, open_own, shut};
use crate::io::dir::Dir;
use crate::io::git_index::tracked;
use crate::io::key::Sealer;
use crate::io::target_folder::TargetFolder;

/// The tree that the next site is made in.
pub(super) const SPARE: &str = "spare";
/// The tree that readers saw, between two renames.
pub(super) const OLD: &str = "old";
/// Used where the tree that readers see may be somebody else's. Before the exchange, the new tree
/// has this name; after it, the old tree has it, until it is emptied and removed.
pub(super) const OUTGOING: &str = "outgoing";
/// A file that exists from before the exchange until the tree that readers saw has been cleaned.
const UNSETTLED: &str = "unsettled";
/// Stands there while the record of a new spare tree is written.
const UNRECORDED: &str = "unrecorded";
/// The beginning of the names of folders into which we move files that are not ours.
const ASIDE: &str = "set-aside-";

/// The workshop, the published folder, and their parent folder.
#[derive(Debug)]
pub(super) struct Workshop {
    pub(super) parent: Dir,
    /// The site's name in `parent`.
    pub(super) name: OsString,
    pub(super) dir: Dir,
    pub(super) records: Arc<Records>,
    /// Where readers see the site.
    pub(super) live: PathBuf,
    /// Whether Git keeps files of the site's folder.
    pub(super) is_tracked: bool,
}

/// Things that are not ours and must not be published, in a folder of their own.
#[derive(Debug)]
pub(super) struct Aside {
    dir: Dir,
}

impl Workshop {
    /// Refuses every folder in which something could be lost. `out` and `cache` are as they were
    /// named, `project` is without links.
    pub(super) fn open(
        out: &Path,
        project: &Path,
        cache: &Path,
        sealer: Sealer,
    ) -> anyhow::Result<Workshop> {
        let place = Destination::Site.resolve(out, project)?;
        let live = place.path().to_owned();
        let folder = beside(&live)?;
        let cache = Destination::Photos.resolve(cache, project)?;
        Destination::Site.refuse_overlap(
            &live,
            cache.path(),
            "which is where photos are kept (--cache)",
        )?;
        Destination::Photos.refuse_overlap(cache.path(), &folder, "where the next site is made")?;
        let is_other_workshop = |part: &OsStr| {
            let part = part.as_encoded_bytes();
            part.starts_with(b".") && part.ends_with(b".storywall") && part != b".storywall"
        };
        ensure!(
            !live.iter().any(is_other_workshop),
            "the site cannot be written into {}, which Storywall uses while it builds: choose \
             another folder",
            live.display()
        );
        if place.is_there()? {
            refuse_foreign(&place)?;
        }
        let (parent, name) = (place.parent()?, place.name());
        let hidden = folder.file_name().expect("it has the site's name in its own");
        let dir = open_own(&parent, hidden)?;
        refuse_no_workshop(&dir)?;
        shut(&dir)?;
        let is_tracked = !tracked(parent.path(), &[name])?.is_empty();
        let name = name.to_owned();
        let records = Arc::new(Records { dir: dir.try_clone()?, sealer });
        Ok(Workshop { parent, name, dir, records, live, is_tracked })
    }

    /// The tree that readers see; `None` if there is none yet.
    pub(super) fn live(&self) -> anyhow::Result<Option<Tree>> {
        match self.parent.folder(&self.name) {
            Ok(dir) => Ok(Some(Tree::new(dir, self.live.clone(), self.records.clone()))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => {
                Err(error).with_context(|| format!("cannot open {}", self.live.display()))
            }
        }
    }

    /// The tree that the next site is made in. One that was left half-done is emptied: nothing in
    /// it was ever published.
    pub(super) fn spare(&self) -> anyhow::Result<Tree> {
        self.dir.create_folder(SPARE, Mode::RWXU).with_context(|| self.cannot_open(SPARE))?;
        let spare = self.tree(SPARE)?.with_context(|| self.cannot_open(SPARE))?;
        // Readers may have seen this folder before: now only its owner may enter it.
        spare.dir.set_mode(0o700)?;
        let is_unrecorded = self.dir.stat_at(UNRECORDED)?.is_some();
        if !self.is_unsettled()? && (is_unrecorded || spare.record()?.is_none()) {
            spare.clear()?;
            spare.forget()?;
            self.recorded()?;
        }
        Ok(spare)
    }

    /// A tree of the workshop, if it is there.
    pub(super) fn tree(&self, name: &str) -> anyhow::Result<Option<Tree>> {
        if self.dir.stat_at(name)?.is_none() {
            return Ok(None);
        }
        let dir = self.dir.folder(name).with_context(|| self.cannot_open(name))?;
        let shown = self.dir.path().join(name);
        Ok(Some(Tree::new(dir, shown, self.records.clone())))
    }

    fn cannot_open(&self, name: &str) -> String {
        format!("cannot open {}", self.dir.path().join(name).display())
    }

    /// After a build that was killed, gives the folders their right names again. Returns the
    /// folders that were set aside because they do not belong to us.
    pub(super) fn recover(&self) -> anyhow::Result<Vec<PathBuf>> {
        let mut set_aside = vec![];
        for name in [SPARE, OLD, OUTGOING] {
            set_aside.extend(self.take_away_unless_own(name)?);
        }
        if self.dir.stat_at(OLD)?.is_some() {
            let restored = match self.parent.stat_at(&self.name)? {
                Some(_) if self.dir.stat_at(SPARE)?.is_some() => {
                    self.dir.rename(OLD, &self.dir, self.aside_name()?)
                }
                Some(_) => self.dir.rename(OLD, &self.dir, SPARE),
                None => self.dir.rename(OLD, &self.parent, &self.name),
            };
            restored.with_context(|| format!("cannot restore {}", self.live.display()))?;
        }
        Ok(set_aside)
    }

    /// Removes a link or a file with the name of a tree, but never what the link leads to. A folder
    /// that belongs to somebody else is set aside.
    fn take_away_unless_own(&self, name: &str) -> anyhow::Result<Option<PathBuf>> {
        let Some(found) = self.dir.stat_at(name)? else { return Ok(None) };
        let cannot = || format!("cannot remove {}", self.dir.path().join(name).display());
        if !found.is_folder() {
            self.dir.remove_file(name).with_context(cannot)?;
            return Ok(None);
        }
        if is_ours(&self.dir.folder(name).with_context(cannot)?, &found) {
            return Ok(None);
        }
        let aside = self.aside_name()?;
        self.dir.rename(name, &self.dir, &aside).with_context(cannot)?;
        Ok(Some(self.dir.path().join(aside)))
    }

    /// Whether a build was killed between `unsettle` and `settle`.
    pub(super) fn is_unsettled(&self) -> anyhow::Result<bool> {
        Ok(self.dir.stat_at(UNSETTLED)?.is_some())
    }

    /// Notes that the spare tree is new and the record of it is not yet whole, until `recorded`. A
    /// build that is killed before `unsettle` leaves a tree that nobody has seen.
    pub(super) fn unrecord(&self) -> anyhow::Result<()> {
        self.mark(UNRECORDED)
    }

    pub(super) fn recorded(&self) -> anyhow::Result<()> {
        if self.dir.stat_at(UNRECORDED)?.is_some() {
            self.dir.remove_file(UNRECORDED)?;
        }
        Ok(())
    }

    fn mark(&self, name: &str) -> anyhow::Result<()> {
        let flags = OFlags::WRONLY | OFlags::CREATE;
        let made = self.dir.file(name, flags, Mode::RUSR | Mode::WUSR);
        made.map(drop).with_context(|| format!("cannot write to {}", self.dir.path().display()))
    }

    /// Notes that from now on until `settle`, the trees may hold files that must be cleaned away.
    pub(super) fn unsettle(&self) -> anyhow::Result<()> {
        self.mark(UNSETTLED)
    }

    pub(super) fn settle(&self) -> anyhow::Result<()> {
        self.recorded()?;
        let done = self.dir.remove_file(UNSETTLED);
        done.with_context(|| format!("cannot write to {}", self.dir.path().display()))
    }

    /// The permissions that a new folder gets here by default.
    pub(super) fn usual_mode(&self) -> anyhow::Result<RawMode> {
        const PROBE: &str = "mode";
        let probed = self.dir.create_folder(PROBE, FOLDER_MODE).and_then(|()| {
            let mode = self.dir.folder(PROBE)?.stat()?.mode;
            self.dir.remove_folder(PROBE)?;
            Ok(mode)
        });
        probed.with_context(|| format!("cannot write to {}", self.dir.path().display()))
    }

    /// A name for a folder with things that are set aside.
    fn aside_name(&self) -> anyhow::Result<String> {
        let names = self.dir.names()?.into_iter().filter_map(|name| name.into_string().ok());
        let last = names.filter_map(|name| name.strip_prefix(ASIDE)?.parse::<u64>().ok()).max();
        Ok(format!("{ASIDE}{}", last.unwrap_or(0).saturating_add(1)))
    }

    /// A new folder for things that are set aside.
    pub(super) fn aside(&self) -> anyhow::Result<Aside> {
        let name = self.aside_name()?;
        let made = self.dir.create_folder(&name, Mode::RWXU);
        let dir = made.and_then(|()| self.dir.folder(&name));
        let dir = dir.with_context(|| format!("cannot create {}", self.dir.path().display()))?;
        Ok(Aside { dir })
    }
}

impl Aside {
    /// Takes one file of a tree, under the same name. Returns where it is now.
    pub(super) fn take(&self, name: &OsStr, from: &Tree) -> anyhow::Result<PathBuf> {
        let above = Path::new(name).parent().unwrap_or(Path::new(""));
        let moved = self
            .dir
            .create_folders(above, Mode::RWXU)
            .and_then(|()| from.dir.rename(name, &self.dir, name));
        moved.with_context(|| {
            format!("cannot move {} out of the site", from.shown.join(name).display())
        })?;
        Ok(self.dir.path().join(name))
    }
}

/// Refuses a folder that has the name of a workshop but was not made as one. Even if our user owns
/// it, it is refused: somebody who may rename it could have moved it here.
fn refuse_no_workshop(dir: &Dir) -> anyhow::Result<()> {
    let has_lock = dir.stat_at(lock::NAME)?.is_some_and(|found| found.is_file());
    ensure!(
        has_lock || dir.names()?.is_empty(),
        "{} contains something that Storywall did not put there: move that elsewhere",
        dir.path().display()
    );
    Ok(())
}

/// Only an empty folder or one that Storywall may have made may be replaced.
fn refuse_foreign(place: &TargetFolder) -> anyhow::Result<()> {
    let shown = place.path().display();
    let dir = place.parent()?.folder(place.name());
    let dir = dir.with_context(|| format!("cannot open {shown}"))?;
    let names = dir.names().with_context(|| format!("cannot read {shown}"))?;
    ensure!(
        names.is_empty() || dir.stat_at(MANIFEST)?.is_some_and(|found| found.is_file()),
        "{shown} is not empty, and was not made by Storywall: empty it first, or choose another \
         folder"
    );
    Ok(())
}

fn beside(live: &Path) -> anyhow::Result<PathBuf> {
    let name = live
        .file_name()
        .context("the site cannot be written into the root of the disk: choose a folder")?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(".storywall");
    Ok(live.with_file_name(hidden))
}
