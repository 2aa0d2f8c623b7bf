//! The same folder gives the same bytes, whatever machine it is built on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::ROOT;

#[test]
fn builds_in_different_environments_give_the_same_bytes() {
    let place = TempDir::new().expect("a place for a test");
    let one = build(
        place.path(),
        "one",
        Path::new(ROOT),
        ".",
        &[
            ("TZ", "America/Los_Angeles"),
            ("LANG", "C"),
            ("LC_ALL", "C"),
            ("RAYON_NUM_THREADS", "1"),
        ],
    );
    let other = build(
        place.path(),
        "other",
        place.path(),
        ROOT,
        &[
            ("TZ", "Pacific/Auckland"),
            ("LANG", "da_DK.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("RAYON_NUM_THREADS", "7"),
            ("COLUMNS", "43"),
            ("HOME", "/nowhere"),
        ],
    );
    assert!(one.len() > 100, "{} files", one.len());
    let names = |tree: &BTreeMap<PathBuf, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&one), names(&other));
    for (path, bytes) in &one {
        assert!(other[path] == *bytes, "{} differs", path.display());
    }
}

/// Builds the example from a folder, in an environment, and reads what came of it.
fn build(
    place: &Path,
    name: &str,
    from: &Path,
    root: &str,
    environment: &[(&str, &str)],
) -> BTreeMap<PathBuf, Vec<u8>> {
    let out = place.join(name);
    let output = Command::new(env!("CARGO_BIN_EXE_storywall"))
        .args(["build", "--today", "2026-11-21", "--root", root, "--out"])
        .arg(&out)
        .current_dir(from)
        .env_clear()
        .envs(environment.iter().copied())
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let entries = walkdir::WalkDir::new(&out).into_iter().map(|entry| entry.expect("a file"));
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&out).expect("is below").to_owned();
            (path, std::fs::read(entry.path()).expect("a file"))
        })
        .collect()
}
