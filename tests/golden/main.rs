//! Whole sites: a tiny one byte by byte, and the example by what its readers would notice.
//!
//! `tests/golden/site/` becomes `tests/golden/expected/`; `UPDATE=1 cargo test --test golden` writes
//! what there is now. The look's own files are left out, and the hashes in their names.

#![expect(
    clippy::disallowed_methods,
    reason = "whole sites are read from the disk, and built there"
)]

mod calendars;
mod crawl;
mod html;
mod keys;
#[path = "../project/mod.rs"]
mod project;
mod same;
mod weight;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use project::{Pages, Project, human, options};

/// The folder of the repository.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_tiny_site_matches_its_snapshot() {
    let golden = Path::new(ROOT).join("tests/golden");
    let snapshot = Project::on_disk(&golden.join("site")).open(options());
    assert!(snapshot.diagnostics().is_empty(), "{}", human(&snapshot, snapshot.diagnostics()));
    let pages = Pages::of(&snapshot);
    assert_eq!(pages.mistakes, []);
    let found: BTreeMap<String, String> = pages
        .all
        .iter()
        .filter(|(address, _)| !address.starts_with("assets/") && !address.starts_with("media/"))
        .map(|(address, bytes)| {
            let text = std::str::from_utf8(bytes).expect("what is no asset is text");
            (address.clone(), pages.without_hashes(text))
        })
        .collect();
    let expected = golden.join("expected");
    if std::env::var_os("UPDATE").is_some() {
        write(&expected, &found);
    }
    let known = read(&expected);
    let (new, gone): (Vec<_>, Vec<_>) = (
        found.keys().filter(|address| !known.contains_key(*address)).collect(),
        known.keys().filter(|address| !found.contains_key(*address)).collect(),
    );
    assert!(new.is_empty() && gone.is_empty(), "new: {new:?}, gone: {gone:?}");
    for (address, text) in &found {
        let lines = text.lines().zip(known[address].lines()).enumerate();
        for (at, (now, before)) in lines {
            assert_eq!(now, before, "{address}, line {}", at + 1);
        }
        assert_eq!(text.len(), known[address].len(), "{address} has another end");
    }
}

fn write(folder: &Path, pages: &BTreeMap<String, String>) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("a folder that is ours");
    }
    for (address, text) in pages {
        let path = folder.join(address);
        fs::create_dir_all(path.parent().expect("below a folder")).expect("a folder");
        fs::write(path, text).expect("a page");
    }
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let address = entry.path().strip_prefix(folder).expect("is below").to_string_lossy();
            (address.into_owned(), fs::read_to_string(entry.path()).expect("a page"))
        })
        .collect()
}
