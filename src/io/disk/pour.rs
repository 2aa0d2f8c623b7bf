//! Rewrites the published tree file by file, where the folder itself cannot be exchanged.

use std::path::Path;

use anyhow::ensure;
use rayon::prelude::*;

use super::inventory::{ForeignFiles, Inventory, OwnFiles, address};
use super::record::Record;
use super::tree::Tree;
use crate::io::manifest::Manifest;

/// Rewrites in place. Meanwhile the record marks every file that changes as in doubt. Of a tree
/// that may be somebody else's, only the files of `own` may be overwritten or removed.
pub(super) fn pour(
    live: &Tree,
    spare: &Tree,
    inventory: &Inventory,
    next: &Record,
    foreign: &ForeignFiles,
    own: &OwnFiles,
) -> anyhow::Result<()> {
    refuse_others(live, inventory, foreign, own)?;
    let mut before = inventory.manifest.clone();
    if inventory.is_unknown {
        before.rows.extend(own.iter().map(|(address, _)| (address.clone(), None)));
    }
    let poured = &next.stamps;
    let next = &next.manifest;
    let mut record = Record { manifest: before.between(next), ..Record::default() };
    record.stamps = inventory.stamps.clone();
    record.stamps.retain(|address, _| record.manifest.get(address).is_some());
    live.write_record(record.clone())?;
    let written = next.rows.par_iter().filter(|(address, row)| before.get(address) != **row).map(
        |(address, _)| {
            let known = *poured.get(address).expect("what was put has a stamp");
            Ok((address.clone(), live.copy(address.as_str(), spare, known)?))
        },
    );
    let written = written.collect::<anyhow::Result<Vec<_>>>()?;
    for address in before.rows.keys().filter(|it| !next.rows.contains_key(*it)) {
        live.remove(address.as_str())?;
        for (end, _) in address.as_str().rmatch_indices('/') {
            live.remove_folder(&address.as_str()[..end])?;
        }
    }
    record.manifest = Manifest::clone(next);
    record.stamps.extend(written);
    live.write_record(record)
}

/// Refuses to go on if the folder holds files that are not ours and must not be published: they
/// cannot be moved away, because the folder is on another disk than the workshop.
fn refuse_others(
    live: &Tree,
    inventory: &Inventory,
    foreign: &ForeignFiles,
    own: &OwnFiles,
) -> anyhow::Result<()> {
    let mut others: Vec<String> =
        foreign.left.iter().map(|name| Path::new(name).display().to_string()).collect();
    if inventory.is_unknown {
        for name in live.survey()?.files.keys() {
            let file = address(name).and_then(|address| Some((address, live.digest(name)?)));
            if !file.is_some_and(|file| own.contains(&file)) {
                others.push(Path::new(name).display().to_string());
            }
        }
    }
    ensure!(
        others.is_empty(),
        "{} contains {} files that Storywall did not make or that were changed, and cannot move \
         them, because the folder is a disk of its own: move them elsewhere ({}{})",
        live.shown.display(),
        others.len(),
        others[..others.len().min(5)].join(", "),
        if others.len() > 5 { ", …" } else { "" }
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::Duration;

    use anyhow::Context;

    use super::*;
    use crate::base::{Hash, UrlPath};
    use crate::io::disk::inventory::own_files;
    use crate::io::disk::lock::Lock;
    use crate::io::disk::workshop::Workshop;
    use crate::io::key::Key;
    use crate::io::manifest::ManifestRow;

    fn fill(tree: &Tree, pages: &[(&str, &str)]) -> anyhow::Result<Record> {
        let mut record = Record::default();
        for (name, text) in pages {
            let (_, stamp) = tree.write(name, text.as_bytes())?;
            let hash = Hash::quick(text.as_bytes());
            let row = ManifestRow { hash, digest: hash, size: text.len() as u64 };
            let address = UrlPath::new(name).context("inside")?;
            record.stamps.insert(address.clone(), stamp);
            record.manifest.rows.insert(address, Some(row));
        }
        tree.write_record(record.clone())?;
        Ok(record)
    }

    #[test]
    fn rewriting_in_place_shows_readers_the_new_tree() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let root = folder.path().canonicalize()?;
        fs::create_dir(root.join("public"))?;
        let open = |key: &Key| {
            let cache = root.join(".storywall");
            Workshop::open(&root.join("public"), &root, &cache, key.sealer("tree"))
        };
        let workshop = open(&Key::new()?)?;
        drop(Lock::take(&workshop.dir, Duration::ZERO)?);
        let (live, spare) = (workshop.live()?.context("is there")?, workshop.spare()?);
        fill(&live, &[("a.html", "1"), ("b/c.html", "2"), ("d/e.html", "3")])?;
        let next = fill(&spare, &[("a.html", "1"), ("b/c.html", "4"), ("d", "5")])?;
        let inventory = Inventory::look(&live, &workshop)?;
        pour(&live, &spare, &inventory, &next, &ForeignFiles::default(), &OwnFiles::default())?;
        assert_eq!(live.record()?.context("ours")?.manifest, next.manifest);
        assert_eq!(fs::read_to_string(root.join("public/b/c.html"))?, "4");
        assert_eq!(fs::read_to_string(root.join("public/d"))?, "5");

        // A record with another seal is not trusted, and files of others are not lost.
        let workshop = open(&Key::new()?)?;
        let live = workshop.live()?.context("is there")?;
        fs::write(root.join("public/letter"), "precious")?;
        let inventory = Inventory::look(&live, &workshop)?;
        assert!(inventory.is_unknown);
        let own = own_files(&live, &workshop, &next.manifest);
        let error = pour(&live, &spare, &inventory, &next, &ForeignFiles::default(), &own)
            .expect_err("a letter is in the way");
        assert!(error.to_string().contains("letter"), "{error}");
        fs::remove_file(root.join("public/letter"))?;
        pour(&live, &spare, &inventory, &next, &ForeignFiles::default(), &own)?;
        assert_eq!(live.record()?.context("ours")?.manifest, next.manifest);
        Ok(())
    }
}
