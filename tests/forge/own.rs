//! This repository is a site itself, so it has the files that `init` writes for the forges which
//! read such files: as they are written today, with the two lines filled in that a company fills in.
//! `UPDATE=1` writes them again.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::place::Place;

/// What is filled in: here, the program is compiled from the commit that it checks.
const FILLED_IN: [(&str, &str); 3] = [
    (
        "  # Storywall has no release to download yet, so it is compiled once and then kept. Fill in the\n  \
           # address of its repository and the commit that you want.\n",
        "  # Here, the program is compiled from the commit that it checks.\n",
    ),
    ("https://git.example/storywall.git\n", "file://${{ github.workspace }}\n"),
    ("\"0000000000000000000000000000000000000000\"", "${{ github.sha }}"),
];

#[test]
fn this_repository_has_the_files_that_init_writes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = vec![];
    for (path, (text, is_run)) in expected() {
        let own = root.join(&path);
        let mode = if is_run { 0o755 } else { 0o644 };
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(own.parent().expect("a folder")).expect("a folder that can be made");
            fs::write(&own, &text).expect("a file that can be written");
            fs::set_permissions(&own, Permissions::from_mode(mode)).expect("a file of our own");
        }
        let is_same = fs::read_to_string(&own).is_ok_and(|it| it == text);
        let may_run = fs::metadata(&own).is_ok_and(|it| it.permissions().mode() & 0o100 != 0);
        if !is_same || may_run != is_run {
            wrong.push(format!("{path} is not what init writes"));
        }
    }
    assert!(wrong.is_empty(), "{}\nUPDATE=1 writes them again", wrong.join("\n"));
}

/// The files for both forges, by their paths, and whether each is run.
fn expected() -> BTreeMap<String, (String, bool)> {
    let mut all = BTreeMap::new();
    let plain = files(&Place::new("none", "en").site());
    for forge in ["github", "forgejo"] {
        for (path, text) in files(&Place::new(forge, "en").site()) {
            if plain.contains_key(&path) {
                continue;
            }
            let is_workflow = path.ends_with("workflows/storywall.yml");
            let filled = match is_workflow {
                true => FILLED_IN.iter().fold(text, |text, (gap, words)| {
                    assert_eq!(text.matches(gap).count(), 1, "{path}: {gap}");
                    text.replace(gap, words)
                }),
                false => text,
            };
            let is_run = path.starts_with(".githooks/");
            all.insert(path, (filled, is_run));
        }
    }
    all
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let all = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry"));
    let all = all.filter(|entry| entry.file_type().is_file());
    let read = |path: &Path| fs::read_to_string(path).expect("a text");
    all.map(|entry| {
        let path = entry.path().strip_prefix(folder).expect("a path inside");
        (path.to_str().expect("UTF-8").to_owned(), read(entry.path()))
    })
    .collect()
}
