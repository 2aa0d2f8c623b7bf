//! Looking only where hints point finds what a look at everything finds.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;
use walkdir::WalkDir;

use super::*;

/// Names that are ours, flawed, litter, links to each other's twins; folders and files alike.
const NAMES: [&str; 12] = [
    "a.md",
    "b.jpg",
    "a",
    "a.mdx",
    "\u{e5}.md",
    "a\u{30a}.md",
    "\u{e5}",
    "a\u{30a}",
    "x\u{202E}",
    "\u{202E}.md",
    "\u{FFFD}.md",
    ".a.tmp",
];

#[derive(Clone, Debug)]
enum Step {
    Write(PathBuf, u8),
    Folder(PathBuf),
    Remove(PathBuf),
    Move(PathBuf, PathBuf),
    Link(PathBuf, PathBuf),
}

fn path() -> impl Strategy<Value = PathBuf> {
    let place = prop_oneof![
        8 => Just("content"),
        2 => Just("themes"),
        1 => Just("site.toml"),
        1 => Just("elsewhere"),
    ];
    (place, vec(prop::sample::select(&NAMES[..]), 0..4))
        .prop_map(|(place, names)| Path::new(place).join(names.iter().collect::<PathBuf>()))
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (path(), 0..3_u8).prop_map(|(path, byte)| Step::Write(path, byte)),
        2 => path().prop_map(Step::Folder),
        2 => path().prop_map(Step::Remove),
        3 => (path(), path()).prop_map(|(from, to)| Step::Move(from, to)),
        1 => (path(), path()).prop_map(|(at, to)| Step::Link(at, to)),
    ]
}

/// Does it if it can be done, and returns what an event would name.
fn take(root: &Path, step: &Step) -> Vec<PathBuf> {
    let make_room = |path: &Path| {
        let folder = path.parent().expect("has a folder");
        let missing = folder.ancestors().take_while(|folder| !folder.exists()).last();
        let missing = missing.map(Path::to_owned);
        let _ = fs::create_dir_all(folder);
        missing
    };
    let at = |path: &Path| root.join(path);
    match step {
        Step::Write(path, byte) => {
            let made = make_room(&at(path));
            // Writing through a link changes a file that only a look at everything finds.
            if !at(path).is_symlink() {
                let _ = fs::write(at(path), [*byte]);
            }
            made.into_iter().chain([at(path)]).collect()
        }
        Step::Folder(path) => {
            let made = make_room(&at(path));
            let _ = fs::create_dir(at(path));
            made.into_iter().chain([at(path)]).collect()
        }
        Step::Remove(path) => {
            let _ = fs::remove_file(at(path)).or_else(|_| fs::remove_dir_all(at(path)));
            vec![at(path)]
        }
        Step::Move(from, to) => {
            let made = make_room(&at(to));
            let _ = fs::rename(at(from), at(to));
            made.into_iter().chain([at(from), at(to)]).collect()
        }
        Step::Link(path, to) => {
            let made = make_room(&at(path));
            let _ = symlink(at(to), at(path));
            made.into_iter().chain([at(path)]).collect()
        }
    }
}

/// The state of each file, without its stamp.
fn states(folder: &Folder) -> Vec<(SourcePath, ContentState)> {
    folder.records.iter().map(|(path, record)| (path.clone(), record.state.clone())).collect()
}

/// Whether there are links: their files may change without any event where they lie.
fn has_links(root: &Path) -> bool {
    WalkDir::new(root).into_iter().flatten().any(|entry| entry.path_is_symlink())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_full_scan_finds_no_further_changes(steps in vec(vec(step(), 1..4), 1..12)) {
        let root = TempDir::new().expect("a place for a test");
        let mut folder = Folder::open(root.path()).expect("a folder");
        let place = folder.files.root().to_owned();
        for steps in &steps {
            let hint: BTreeSet<PathBuf> = steps.iter().flat_map(|step| take(&place, step)).collect();
            folder.changes_at(&Hint::At(hint)).expect("is there");
            // Links are healed by looks at everything: their files may change unnamed.
            if has_links(&place) {
                folder.changes().expect("is there");
            }
            let mut whole = Folder::open(root.path()).expect("a folder");
            whole.changes().expect("is there");
            prop_assert_eq!(states(&folder), states(&whole), "after {:?}", steps);
        }
        prop_assert_eq!(folder.changes().expect("is there").len(), 0);
    }
}
