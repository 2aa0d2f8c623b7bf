//! What can be done through a handle, and that no link is followed.

use std::fs as std_fs;
use std::io::Read;
use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

/// A folder `in` with links of all kinds, and beside it what they lead to.
fn place() -> (tempfile::TempDir, Dir) {
    let place = tempfile::tempdir().expect("a place for a test");
    let at = |path: &str| place.path().join(path);
    for folder in ["in/a/b", "out/c"] {
        std_fs::create_dir_all(at(folder)).expect("a folder");
    }
    for file in ["in/file", "in/a/b/file", "out/file", "out/c/file"] {
        std_fs::write(at(file), file).expect("a file");
    }
    symlink(at("out"), at("in/out")).expect("a link");
    symlink("../../out/c", at("in/a/c")).expect("a link");
    symlink("../out/file", at("in/leaf")).expect("a link");
    let dir = Dir::open(&at("in")).expect("a folder");
    (place, dir)
}

/// Each operation that would go through a link fails, and what lies beyond stays.
#[test]
fn no_link_is_followed() {
    let (place, dir) = place();
    let all = Mode::from_raw_mode(0o777);
    let write = OFlags::WRONLY | OFlags::CREATE | OFlags::TRUNC;
    for name in ["out/file", "a/c/file", "leaf", "out/new", "a/c/new"] {
        assert!(dir.file(name, OFlags::RDONLY, all).is_err(), "{name}");
        assert!(dir.file(name, write, all).is_err(), "{name}");
    }
    for name in ["out", "a/c", "out/c"] {
        assert!(dir.folder(name).is_err(), "{name}");
    }
    for name in ["out/file", "a/c/file"] {
        assert!(dir.remove_file(name).is_err(), "{name}");
        assert!(dir.rename(name, &dir, "taken").is_err(), "{name}");
        assert!(dir.rename("file", &dir, name).is_err(), "{name}");
        assert!(dir.exchange("file", &dir, name).is_err(), "{name}");
        assert_eq!(dir.stat_at(name).expect("a look"), None, "{name}");
    }
    for name in ["out/new", "a/c/new", "out/new/deep"] {
        assert!(dir.create_folder(name, all).is_err(), "{name}");
        assert!(dir.create_folders(name, all).is_err(), "{name}");
    }
    assert!(dir.remove_folder("out/c").is_err());
    dir.clear().expect("a folder that can be cleared");
    assert!(dir.names().expect("a look").is_empty());
    for file in ["out/file", "out/c/file"] {
        assert_eq!(std_fs::read_to_string(place.path().join(file)).expect("still there"), file);
    }
    assert!(Dir::open(&place.path().join("in/")).is_ok());
    symlink("out", place.path().join("to-out")).expect("a link");
    assert!(Dir::open(&place.path().join("to-out")).is_err());
}

#[test]
fn a_survey_names_all_and_enters_no_link() {
    let (_place, dir) = place();
    let survey = dir.survey().expect("a look");
    let names = |all: Vec<&OsString>| -> Vec<String> {
        all.into_iter().map(|it| it.to_string_lossy().into_owned()).collect()
    };
    let files = names(survey.files.keys().collect());
    assert_eq!(files, ["a/b/file", "a/c", "file", "leaf", "out"]);
    assert_eq!(names(survey.folders.iter().collect()), ["a", "a/b"]);
    assert!(survey.plain("file").is_some() && survey.plain("leaf").is_none());
}

#[test]
fn a_folder_that_is_held_is_not_exchanged_for_another() {
    let (place, dir) = place();
    let at = |path: &str| place.path().join(path);
    std_fs::rename(at("in"), at("moved")).expect("a rename");
    symlink(at("out"), at("in")).expect("a link");
    dir.remove_file("file").expect("the file of the folder that was opened");
    assert!(at("out/file").exists() && !at("moved/file").exists());
}

#[test]
fn names_and_permissions_can_be_changed() {
    let (place, dir) = place();
    let all = Mode::from_raw_mode(0o777);
    dir.create_folders("new/deep", all).expect("folders");
    dir.rename("file", &dir, "new/deep/file").expect("a rename");
    dir.exchange("new/deep/file", &dir, "a/b/file").expect("an exchange");
    let mut text = String::new();
    let mut file = dir.file("a/b/file", OFlags::RDONLY, all).expect("a file");
    file.read_to_string(&mut text).expect("a text");
    assert_eq!(text, "in/file");
    let folder = dir.folder("new").expect("a folder");
    folder.set_mode(0o700).expect("permissions");
    let mode = std_fs::metadata(place.path().join("in/new")).expect("a folder").permissions();
    assert_eq!(mode.mode() & 0o777, 0o700);
    assert_eq!(folder.stat().expect("a look").mode, 0o700);
}
