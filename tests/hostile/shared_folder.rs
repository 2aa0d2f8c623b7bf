//! A folder that others can write to as well. These attacks need a second user, so only root runs
//! them all.
#![expect(clippy::print_stderr, reason = "who skips a test says so")]

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};

use super::program::{NOBODY, Site, is_root};

/// A site whose output lies where everybody may write.
fn shared() -> Option<(Site, String)> {
    if !is_root() {
        eprintln!("skipped: only root can be two users");
        return None;
    }
    let site = Site::new();
    let folder = site.above().join("share");
    fs::create_dir(&folder).expect("a folder");
    for open in [site.above(), folder.clone()] {
        fs::set_permissions(&open, fs::Permissions::from_mode(0o777)).expect("a mode");
    }
    let out = folder.join("public").to_string_lossy().into_owned();
    Some((site, out))
}

fn give_away(path: &std::path::Path) {
    for entry in walkdir::WalkDir::new(path) {
        let path = entry.expect("a file").into_path();
        std::os::unix::fs::lchown(path, Some(NOBODY), Some(NOBODY)).expect("root gives away");
    }
}

#[test]
fn a_workshop_of_somebody_else_is_refused() {
    let Some((site, out)) = shared() else { return };
    let workshop = site.above().join("share/.public.storywall");
    fs::create_dir_all(workshop.join("spare")).expect("a folder");
    fs::write(workshop.join("spare/evil.html"), "evil").expect("a file");
    give_away(&workshop);
    let ended = site.run(&["build", "--out", &out]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains("another user"), "{}", ended.said);
    assert!(!site.above().join("share/public").exists());
}

#[test]
fn a_cache_of_somebody_else_is_refused() {
    let Some((site, _)) = shared() else { return };
    let cache = site.above().join("share/kept");
    fs::create_dir(&cache).expect("a folder");
    chown(&cache, Some(NOBODY), Some(NOBODY)).expect("root gives away");
    let ended = site.run(&["build", "--cache", "../share/kept"]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains("another user"), "{}", ended.said);
}

/// Somebody made a whole site of their own there before us, and it looks like one of ours.
#[test]
fn a_site_of_somebody_else_is_not_carried_on() {
    let Some((site, out)) = shared() else { return };
    for folder in ["state-of-nobody", "tmp"] {
        let folder = site.above().join(folder);
        fs::create_dir_all(&folder).expect("a folder");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).expect("a mode");
    }
    let ended = site.run_as(Some(NOBODY), "state-of-nobody", &["build", "--out", &out]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    fs::write(site.above().join("share/public/evil.html"), "evil").expect("a file");
    let other = site.above().join("share/.public.storywall");
    fs::remove_dir_all(&other).expect("a folder");
    let ended = site.run(&["build", "--out", &out]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(ended.said.contains("made again") && ended.said.contains("evil.html"), "{ended:?}");
    assert!(!site.above().join("share/public/evil.html").exists());
    // What is not ours was not deleted either.
    assert_eq!(
        fs::read_to_string(other.join("set-aside-1/evil.html")).expect("was set aside"),
        "evil"
    );
}

/// Without rights over all files, the same holds.
#[test]
fn whoever_may_not_do_everything_is_as_safe() {
    let Some((site, out)) = shared() else { return };
    for folder in ["state-of-nobody", "tmp"] {
        let folder = site.above().join(folder);
        fs::create_dir_all(&folder).expect("a folder");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).expect("a mode");
    }
    let run = |arguments: &[&str]| site.run_as(Some(NOBODY), "state-of-nobody", arguments);
    let workshop = site.above().join("share/.public.storywall");
    // Root's own folder: it cannot be used, and that is said.
    fs::create_dir(&workshop).expect("a folder");
    let ended = run(&["build", "--out", &out]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains(".public.storywall"), "{}", ended.said);
    fs::remove_dir(&workshop).expect("a folder");
    for text in ["One.", "Two.", "Three."] {
        site.story("one", "anna", text);
        let ended = run(&["build", "--out", &out]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
    }
    assert_eq!(fs::metadata(&workshop).expect("is there").permissions().mode() & 0o777, 0o700);
}
