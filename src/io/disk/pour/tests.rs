//! How a tree is written into a folder that stays.

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
