//! The folder in which the next site is made, `.NAME.storywall`, beside the one that readers see.
//!
//! It belongs to whoever runs the program, and nobody else may read it: what is on its way to be
//! published, or was published before, is nobody's business. Everything in it is reached from its
//! handle, so that no link in its place or in it leads anywhere.

use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail, ensure};

use super::record::Seals;
use super::tree::{MANIFEST, Tree};
use crate::io::destination::{Destination, open_own, shut};
use crate::io::dir::Dir;
use crate::io::git_index::tracked;
use crate::io::key::Sealer;
use crate::io::target_folder::TargetFolder;

/// The tree that the next site is made in.
pub(super) const SPARE: &str = "spare";
/// The tree that readers saw, between two renames.
pub(super) const OLD: &str = "old";
/// What `Aside` puts its folders' names together from.
const ASIDE: &str = "set-aside-";
/// Folders with things set aside that are kept at a time.
const MOST_ASIDE: usize = 50;

/// Both folders, and the one that holds them.
#[derive(Debug)]
pub(super) struct Workshop {
    pub(super) parent: Dir,
    /// The site's name in `parent`.
    pub(super) name: OsString,
    pub(super) dir: Dir,
    pub(super) seals: Arc<Seals>,
    /// Where readers see the site.
    pub(super) live: PathBuf,
    /// Whether Git keeps files of the site's folder.
    pub(super) is_tracked: bool,
}

/// Things that are not ours and must not be published, in a folder of their own.
#[derive(Debug)]
pub(super) struct Aside {
    pub(super) dir: Dir,
    pub(super) name: String,
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
            "the site cannot be put into {}, where a site is made: choose another folder",
            live.display()
        );
        if place.is_there()? {
            refuse_foreign(&place)?;
        }
        let (parent, name) = (place.parent()?, place.name());
        let hidden = folder.file_name().expect("it has the site's name in its own");
        let dir = open_own(&parent, hidden)?;
        shut(&dir)?;
        let is_tracked = !tracked(parent.path(), &[name])?.is_empty();
        let name = name.to_owned();
        let seals = Arc::new(Seals { dir: dir.try_clone()?, sealer });
        Ok(Workshop { parent, name, dir, seals, live, is_tracked })
    }

    /// The tree that readers see; `None` if there is none yet.
    pub(super) fn live(&self) -> anyhow::Result<Option<Tree>> {
        match self.parent.folder(&self.name) {
            Ok(dir) => Ok(Some(Tree::new(dir, self.live.clone(), self.seals.clone()))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => {
                Err(error).with_context(|| format!("cannot open {}", self.live.display()))
            }
        }
    }

    /// The tree that the next site is made in. One that was left half-done is emptied: nothing in it
    /// was ever published.
    pub(super) fn spare(&self) -> anyhow::Result<Tree> {
        let shown = self.dir.path().join(SPARE);
        self.take_away_unless_folder(SPARE)?;
        let mode = rustix::fs::Mode::from_raw_mode(0o777);
        let opened = self.dir.create_folder(SPARE, mode).and_then(|()| self.dir.folder(SPARE));
        let dir = opened.with_context(|| format!("cannot open {}", shown.display()))?;
        let is_done = dir.stat_at(MANIFEST)?.is_some();
        let spare = Tree::new(dir, shown, self.seals.clone());
        if !is_done {
            spare.clear()?;
        }
        Ok(spare)
    }

    /// Ends what a build did not end that was killed between two renames.
    pub(super) fn recover(&self) -> anyhow::Result<()> {
        self.take_away_unless_folder(OLD)?;
        if self.dir.stat_at(OLD)?.is_none() {
            return Ok(());
        }
        let restored = match self.parent.stat_at(&self.name)? {
            Some(_) => self.dir.rename(OLD, &self.dir, SPARE),
            None => self.dir.rename(OLD, &self.parent, &self.name),
        };
        restored.with_context(|| format!("cannot restore {}", self.live.display()))
    }

    /// A link or a file has no place here. What a link leads to is left alone.
    fn take_away_unless_folder(&self, name: &str) -> anyhow::Result<()> {
        if self.dir.stat_at(name)?.is_some_and(|found| !found.is_folder()) {
            let shown = self.dir.path().join(name);
            self.dir
                .remove_file(name)
                .with_context(|| format!("cannot remove {}", shown.display()))?;
        }
        Ok(())
    }

    /// A name for a folder with things that are set aside.
    pub(super) fn aside_name(&self) -> anyhow::Result<String> {
        let names = (1..=MOST_ASIDE).map(|number| format!("{ASIDE}{number}"));
        for name in names {
            if self.dir.stat_at(&name)?.is_none() {
                return Ok(name);
            }
        }
        let shown = self.dir.path().display();
        bail!(
            "{MOST_ASIDE} times files that are not ours were set aside in {shown}: look through \
             them, and remove its folders {ASIDE}…"
        )
    }

    /// A new folder for things that are set aside.
    pub(super) fn aside(&self) -> anyhow::Result<Aside> {
        let name = self.aside_name()?;
        let made = self.dir.create_folder(&name, rustix::fs::Mode::RWXU);
        let dir = made.and_then(|()| self.dir.folder(&name));
        let dir = dir.with_context(|| format!("cannot create {}", self.dir.path().display()))?;
        Ok(Aside { dir, name })
    }
}

impl Aside {
    /// Takes one file of a tree, under the same name.
    pub(super) fn take(&self, name: &OsStr, from: &Tree) -> anyhow::Result<()> {
        let above = Path::new(name).parent().unwrap_or(Path::new(""));
        let moved = self
            .dir
            .create_folders(above, rustix::fs::Mode::RWXU)
            .and_then(|()| from.dir.rename(name, &self.dir, name));
        moved.with_context(|| format!("cannot set aside {}", from.shown.join(name).display()))
    }
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
    let name = live.file_name().context("the root of the disk cannot be the site's folder")?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(".storywall");
    Ok(live.with_file_name(hidden))
}
