//! How two folders change places.

use std::fs;
use std::path::Path;

use super::*;
use crate::io::disk::workshop::SPARE;
use crate::io::key::Key;

fn workshop(root: &Path) -> anyhow::Result<Workshop> {
    let (out, cache) = (root.join("public"), root.join(".storywall"));
    Workshop::open(&out, &root.canonicalize()?, &cache, Key::new()?.sealer("tree"))
}

#[test]
fn every_way_shows_the_new_tree() -> anyhow::Result<()> {
    type Way = fn(&Workshop, &Tree, &Tree) -> anyhow::Result<()>;
    let ways: [Way; 2] = [
        |workshop, live, spare| {
            let done = exchange(workshop, Some(live), spare, SPARE, 0o755)?;
            assert_eq!(done, Exchanged::Swapped);
            Ok(())
        },
        |workshop, _, _| Ok(swap(workshop, SPARE)?),
    ];
    for way in ways {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("public"))?;
        let workshop = workshop(folder.path())?;
        let live = workshop.live()?.context("is there")?;
        let spare = workshop.spare()?;
        live.write("a", b"old")?;
        spare.write("a", b"new")?;
        way(&workshop, &live, &spare)?;
        let read = |path: &str| fs::read_to_string(folder.path().join(path));
        assert_eq!(read("public/a")?, "new");
        assert_eq!(read(".public.storywall/spare/a")?, "old");
    }
    Ok(())
}

#[test]
fn an_interrupted_swap_is_repaired() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let at = |path: &str| folder.path().join(path);
    fs::create_dir(at("public"))?;
    let workshop = workshop(folder.path())?;
    workshop.spare()?;
    for missing in ["public", ".public.storywall/spare"] {
        fs::rename(at(missing), at(".public.storywall/old"))?;
        workshop.recover()?;
        assert!(at(missing).is_dir() && !at(".public.storywall/old").exists(), "{missing}");
    }
    Ok(())
}

#[test]
fn a_folder_that_appeared_meanwhile_is_put_back() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let at = |path: &str| folder.path().join(path);
    fs::create_dir(at("public"))?;
    let workshop = workshop(folder.path())?;
    let (live, spare) = (workshop.live()?.context("is there")?, workshop.spare()?);
    fs::rename(at("public"), at("away"))?;
    fs::create_dir(at("public"))?;
    fs::write(at("public/letter"), "precious")?;
    let error = exchange(&workshop, Some(&live), &spare, SPARE, 0o755).expect_err("another folder");
    assert!(error.to_string().contains("another program"), "{error}");
    assert_eq!(fs::read_to_string(at("public/letter"))?, "precious");
    Ok(())
}
