//! Showing readers the new tree instead of the old one.
//!
//! Linux and macOS exchange two folders in one step: at no moment is a page missing, and none is
//! of another age than its neighbours. Where a file system cannot do that, two renames come next:
//! for some microseconds there is no site. Where the folder cannot be renamed at all because
//! another disk is mounted on it, its files are rewritten one after the other: for that time, and
//! if the build is killed in it, readers see old and new pages side by side.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Context;
use rayon::prelude::*;
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use super::place::Place;
use super::tree::{MANIFEST, Tree};
use crate::io::manifest::Manifest;

/// Makes `spare` what readers see; what they saw becomes the spare tree.
pub(super) fn exchange(
    live: &Tree,
    spare: &Tree,
    before: &Manifest,
    next: &Manifest,
) -> anyhow::Result<()> {
    let (old, new) = (live.root(), spare.root());
    // Whoever may enter the folder may do so after the exchange.
    if let Ok(metadata) = fs::metadata(old) {
        fs::set_permissions(new, metadata.permissions())
            .with_context(|| format!("cannot prepare {}", new.display()))?;
    }
    let result = match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        Err(Errno::NOENT) => fs::rename(new, old),
        Err(Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP) => swap(old, new),
        result => result.map_err(Into::into),
    };
    match result {
        Err(error)
            if matches!(error.kind(), ErrorKind::CrossesDevices | ErrorKind::ResourceBusy) =>
        {
            pour(live, spare, before, next)
        }
        result => result.with_context(|| format!("cannot exchange {}", old.display())),
    }
}

/// Ends what a build did not end that was killed between two renames.
pub(super) fn recover(place: &Place, spare: &Path) -> anyhow::Result<()> {
    let aside = aside(spare);
    if !aside.is_dir() {
        return Ok(());
    }
    let target = if place.live.exists() { spare } else { &place.live };
    fs::rename(&aside, target).with_context(|| format!("cannot restore {}", target.display()))
}

fn aside(spare: &Path) -> PathBuf {
    spare.with_file_name("old")
}

fn swap(live: &Path, spare: &Path) -> std::io::Result<()> {
    let aside = aside(spare);
    fs::rename(live, &aside)?;
    if let Err(error) = fs::rename(spare, live) {
        // Readers are to see what they saw; the first fault is the one to tell.
        let _ = fs::rename(&aside, live);
        return Err(error);
    }
    fs::rename(&aside, spare)
}

/// Rewrites in place. While it does so, the manifest doubts every file that changes.
fn pour(live: &Tree, spare: &Tree, before: &Manifest, next: &Manifest) -> anyhow::Result<()> {
    live.write(MANIFEST, before.between(next).to_string().as_bytes())?;
    next.entries
        .par_iter()
        .filter(|(address, entry)| before.get(address) != **entry)
        .try_for_each(|(address, _)| live.copy(address.as_str(), spare))?;
    for address in before.entries.keys().filter(|it| !next.entries.contains_key(*it)) {
        live.remove(address.as_str())?;
        for (end, _) in address.as_str().rmatch_indices('/') {
            live.remove_folder(&address.as_str()[..end])?;
        }
    }
    live.write(MANIFEST, next.to_string().as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Hash, UrlPath};
    use crate::io::manifest::Entry;

    fn fill(tree: &Tree, pages: &[(&str, &str)]) -> anyhow::Result<Manifest> {
        let mut manifest = Manifest::default();
        for (name, text) in pages {
            tree.write(name, text.as_bytes())?;
            let entry = Entry { hash: Hash::of(text.as_bytes()), size: text.len() as u64 };
            manifest.entries.insert(UrlPath::new(name).context("inside")?, Some(entry));
        }
        tree.write(MANIFEST, manifest.to_string().as_bytes())?;
        Ok(manifest)
    }

    #[test]
    fn every_way_shows_the_new_tree() -> anyhow::Result<()> {
        let exchanged = |live: &Tree, spare: &Tree, before: &Manifest, next: &Manifest| {
            exchange(live, spare, before, next)
        };
        let swapped =
            |live: &Tree, spare: &Tree, _: &Manifest, _: &Manifest| -> anyhow::Result<()> {
                Ok(swap(live.root(), spare.root())?)
            };
        type Way<'a> = &'a dyn Fn(&Tree, &Tree, &Manifest, &Manifest) -> anyhow::Result<()>;
        let ways: [Way; 3] = [&exchanged, &swapped, &pour];
        for way in ways {
            let folder = tempfile::tempdir()?;
            let live = Tree::new(folder.path().join("public"));
            let spare = Tree::new(folder.path().join(".public.storywall/spare"));
            let before = fill(&live, &[("a.html", "1"), ("b/c.html", "2"), ("d/e.html", "3")])?;
            let next = fill(&spare, &[("a.html", "1"), ("b/c.html", "4"), ("d", "5")])?;
            way(&live, &spare, &before, &next)?;
            assert_eq!(live.manifest(&live.survey()?), Some(next));
            assert_eq!(fs::read_to_string(live.root().join("b/c.html"))?, "4");
            assert_eq!(fs::read_to_string(live.root().join("d"))?, "5");
            assert!(spare.manifest(&spare.survey()?).is_some());
        }
        Ok(())
    }

    #[test]
    fn half_a_swap_is_mended() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let workshop = folder.path().join(".public.storywall");
        let place = Place { live: folder.path().join("public"), workshop };
        let spare = place.workshop.join("spare");
        for (missing, restored) in [(&place.live, &place.live), (&spare, &spare)] {
            fs::create_dir_all(&place.live)?;
            fs::create_dir_all(&spare)?;
            fs::rename(missing, aside(&spare))?;
            recover(&place, &spare)?;
            assert!(restored.is_dir() && !aside(&spare).exists());
        }
        Ok(())
    }
}
