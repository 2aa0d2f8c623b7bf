//! What is kept, what is believed, and what is left alone.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

fn cache() -> (tempfile::TempDir, Cache) {
    let folder = tempfile::tempdir().expect("a folder");
    let key = Key::new().expect("random numbers");
    let cache = Cache::new(folder.path().join("a/b"), &key);
    (folder, cache)
}

#[test]
fn a_stored_entry_is_found() {
    let (_folder, cache) = cache();
    assert!(!cache.has("x") && cache.get("x").is_none());
    cache.put("x", b"a photo");
    assert!(cache.has("x"));
    assert_eq!(cache.get("x").as_deref(), Some(&b"a photo"[..]));
    let mode = |path: PathBuf| fs::metadata(path).expect("kept").permissions().mode() & 0o777;
    assert_eq!(mode(cache.0.folder.clone()), 0o700, "nobody else reads it");
    assert_eq!(mode(cache.0.folder.join("x")), 0o600);
}

#[test]
fn damaged_and_foreign_entries_are_ignored() {
    let (folder, cache) = cache();
    cache.put("x", b"a photo");
    let path = cache.0.folder.join("x");
    let whole = fs::read(&path).expect("kept");
    for broken in [&whole[..whole.len() - 1], &whole[..10], b"", &[b"y", &whole[1..]].concat()] {
        fs::write(&path, broken).expect("writable");
        assert_eq!(cache.get("x"), None);
    }
    cache.put("y", b"another");
    fs::copy(cache.0.folder.join("y"), &path).expect("writable");
    assert_eq!(cache.get("x"), None);
    let strange = Cache::new(folder.path().join("c"), &Key::new().expect("random numbers"));
    strange.put("x", b"forged");
    fs::copy(folder.path().join("c/x"), &path).expect("writable");
    assert_eq!(cache.get("x"), None);
    assert!(!path.exists() && cache.refused() == 6);
    cache.put("x", b"anew");
    assert_eq!(cache.get("x").as_deref(), Some(&b"anew"[..]));
}

#[test]
fn a_reader_finds_stored_entries_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path().join("kept");
    let key = Key::new().expect("random numbers");
    let (reading, keeping) = (Cache::to_read(at.clone(), &key), Cache::new(at.clone(), &key));
    reading.put("x", b"a photo");
    assert!(!at.exists() && reading.get("x").is_none());
    keeping.put("x", b"a photo");
    assert_eq!(reading.get("x").as_deref(), Some(&b"a photo"[..]));
    fs::write(at.join("y"), [0; 99]).expect("writable");
    reading.keep(&HashSet::new());
    assert_eq!(reading.get("y"), None);
    assert!(at.join("x").exists() && at.join("y").exists() && !reading.is_writable());
}

#[test]
fn entries_that_are_not_named_are_removed() {
    let (_folder, cache) = cache();
    let [stays, goes] = ["1", "2"].map(|text| format!("photo-{}", Hash::of(text.as_bytes())));
    cache.put(&stays, b"1");
    cache.put(&goes, b"2");
    let at_work = format!(".new-{}-{}-7", process::id(), cache.0.run);
    let others = [at_work.as_str(), "site.toml", "photo-of-us", "notes"];
    for other in others {
        fs::write(cache.0.folder.join(other), b"not an entry").expect("writable");
    }
    cache.keep(&HashSet::from([stays.clone()]));
    assert!(cache.has(&stays) && !cache.has(&goes));
    assert!(others.iter().all(|other| cache.0.folder.join(other).exists()));

    // What a build was writing that was killed holds pixels as well.
    let mut killed = process::Command::new("true").spawn().expect("a process");
    killed.wait().expect("it ends");
    // In a container, every build may have the same number.
    for process in [killed.id(), process::id()] {
        let left_over = cache.0.folder.join(format!(".new-{process}-1-1"));
        fs::write(&left_over, b"half a photo").expect("writable");
        cache.keep(&HashSet::new());
        assert!(!left_over.exists(), "{process}");
    }
}

#[test]
fn a_cache_that_cannot_be_written_causes_no_error() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("file"), b"").expect("writable");
    let key = Key::new().expect("random numbers");
    let cache = Cache::new(folder.path().join("file/below"), &key);
    cache.put("x", b"a photo");
    assert_eq!(cache.get("x"), None);
    assert!(!cache.is_writable());
    cache.keep(&HashSet::new());
}

#[test]
fn no_link_is_followed_and_no_other_folder_is_taken() {
    let (place, cache) = cache();
    let at = |path: &str| place.path().join(path);
    fs::create_dir_all(at("a")).expect("a folder");
    fs::create_dir(at("project")).expect("a folder");
    fs::create_dir(at("precious")).expect("a folder");
    let name = format!("photo-{}", Hash::of(b"1"));
    fs::write(at("precious").join(&name), "precious").expect("a file");
    symlink(at("precious"), at("a/b")).expect("a link");
    assert!(cache.refuse(&at("project")).is_err());
    cache.put("x", b"a photo");
    assert!(!cache.has(&name) && cache.get(&name).is_none());
    cache.keep(&HashSet::new());
    assert_eq!(fs::read_dir(at("precious")).expect("a folder").count(), 1);

    fs::remove_file(at("a/b")).expect("a link");
    fs::create_dir(at("a/b")).expect("a folder");
    assert!(cache.refuse(&at("project")).is_ok());
    symlink(at("precious").join(&name), at("a/b").join(&name)).expect("a link");
    assert_eq!(cache.get(&name), None);
    cache.put(&name, b"a photo");
    assert_eq!(fs::read_to_string(at("precious").join(&name)).expect("a file"), "precious");
    fs::write(at("a/b/letter.txt"), "mine").expect("a file");
    let error = cache.refuse(&at("project")).expect_err("holds something else");
    assert!(error.to_string().contains("letter.txt"), "{error}");
}
