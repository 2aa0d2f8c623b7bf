//! A site on a real disk: what is written, what is left alone, and what survives.

#![expect(clippy::disallowed_methods, reason = "a test of the disk works on the disk")]

mod accidents;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use storywall::base::{Body, Code, Diagnostic, Hash, Output, SourcePath, Span, Stage, UrlPath};
use storywall::io::store::{self, Destination, Remark, Store};
use storywall::io::{Cache, Darkroom, Key, Pages, ProjectFiles, Synced, sync};
use tempfile::TempDir;

/// A project and the folder that its site is put in.
struct Place {
    root: TempDir,
}

impl Place {
    fn new() -> Place {
        let root = TempDir::new().expect("a place for a test");
        fs::create_dir_all(root.path().join("content")).expect("a folder");
        Place { root }
    }

    fn out(&self) -> PathBuf {
        self.root.path().join("public")
    }

    fn build(&self, pages: &[(&str, &str)]) -> anyhow::Result<Synced> {
        build(self.root.path(), pages)
    }

    fn read(&self, page: &str) -> String {
        fs::read_to_string(self.out().join(page)).expect("a page")
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.root.path().join(path), bytes).expect("a file");
    }
}

/// Puts pages into `public`; a page that reads `wrong` cannot be rendered, and one that names a
/// file of `content/` is that file.
fn build(root: &Path, pages: &[(&str, &str)]) -> anyhow::Result<Synced> {
    let mut store = open(root)?;
    let mistakes = match build_with(store.as_mut(), root, pages)? {
        Ok(synced) => return Ok(synced),
        Err(mistakes) => mistakes,
    };
    anyhow::bail!("{}", mistakes[0].message)
}

/// The key of all builds of these tests, also of those in processes of their own.
fn key() -> Key {
    Key::of_words(&[b'k'; 32]).expect("long enough")
}

fn open(root: &Path) -> anyhow::Result<Box<dyn Store>> {
    open_with(root, &root.join("public"), &key())
}

fn open_with(root: &Path, folder: &Path, key: &Key) -> anyhow::Result<Box<dyn Store>> {
    store::open(&Destination { folder, project: root, cache: &root.join(".storywall"), key })
}

fn guests(store: &dyn Store) -> Vec<PathBuf> {
    let named = |remark| match remark {
        Remark::ForeignFiles(paths) => Some(paths),
        _ => None,
    };
    store.remarks().into_iter().find_map(named).unwrap_or_default()
}

fn set_aside(store: &dyn Store) -> Vec<PathBuf> {
    let named = |remark| match remark {
        Remark::SetAside(paths) => Some(paths),
        _ => None,
    };
    store.remarks().into_iter().find_map(named).unwrap_or_default()
}

fn is_doubted(store: &dyn Store) -> bool {
    store.remarks().iter().any(|remark| matches!(remark, Remark::Doubted(_)))
}

fn build_with(
    store: &mut dyn Store,
    root: &Path,
    pages: &[(&str, &str)],
) -> anyhow::Result<Result<Synced, Vec<Diagnostic>>> {
    let files = ProjectFiles::open(root)?;
    let pages: BTreeMap<UrlPath, &str> = pages
        .iter()
        .map(|(address, text)| (UrlPath::new(address).expect("an address"), *text))
        .collect();
    let addresses: Vec<(UrlPath, Stage)> =
        pages.keys().map(|address| (address.clone(), Stage::Pages)).collect();
    let render = |address: &UrlPath| {
        let text = pages[address];
        match SourcePath::new(text).filter(|_| text.starts_with("content/")) {
            Some(path) => {
                let hash = Hash::of(&fs::read(root.join(text)).expect("a file"));
                let body = match path.extension().as_str() {
                    "svg" => Body::Drawing { path, source: hash },
                    _ => Body::File(path),
                };
                Ok(Output { media_type: "", body, hash })
            }
            None if text == "wrong" => {
                let path = SourcePath::new("content/a.md").expect("a path");
                Err(Diagnostic::new(
                    Code::BrokenTemplate,
                    Span::file(path),
                    format!("{address} is wrong"),
                ))
            }
            None => Ok(Output::bytes("text/html", text)),
        }
    };
    let darkroom = Darkroom::new(&files, Cache::new(root.join(".storywall"), &key()));
    sync(&Pages { addresses: &addresses, render: &render, made_of: None }, &darkroom, store)
}

/// Every file of a folder, by its path.
fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    walkdir::WalkDir::new(root)
        .into_iter()
        .map(|entry| entry.expect("a readable folder"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(root).expect("is below").to_owned();
            (name, fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

fn counts(written: usize, deleted: usize, unchanged: usize) -> Synced {
    Synced { written, deleted, unchanged }
}

#[test]
fn only_changed_files_are_written() -> anyhow::Result<()> {
    let place = Place::new();
    let first = [("index.html", "1"), ("a/b.html", "2"), ("a/c.html", "3")];
    assert_eq!(place.build(&first)?, counts(3, 0, 0));
    assert_eq!(fs::metadata(place.out().join("index.html"))?.permissions().mode() & 0o777, 0o644);
    assert_eq!(fs::metadata(place.out().join("a"))?.permissions().mode() & 0o777, 0o755);

    let tree = fs::metadata(place.out())?.ino();
    let manifest = fs::metadata(place.out().join(".storywall-manifest"))?.mtime_nsec();
    assert_eq!(place.build(&first)?, counts(0, 0, 3));
    assert_eq!(fs::metadata(place.out())?.ino(), tree, "nothing is exchanged");
    let unchanged = fs::metadata(place.out().join(".storywall-manifest"))?.mtime_nsec();
    assert_eq!(unchanged, manifest);

    // Back and forth, so that each tree is brought up to date from what it held before.
    let second = [("index.html", "longer than before"), ("a/b.html", "2"), ("d", "4")];
    let third = [("index.html", "1"), ("d/e.html", "5")];
    for (pages, expected) in [
        (&second[..], counts(2, 1, 1)),
        (&third[..], counts(2, 2, 0)),
        (&second[..], counts(3, 1, 0)),
        (&first[..], counts(2, 1, 1)),
        (&third[..], counts(1, 2, 1)),
        (&first[..], counts(2, 1, 1)),
    ] {
        assert_eq!(place.build(pages)?, expected);
        let fresh = Place::new();
        fresh.build(pages)?;
        assert_eq!(files(&place.out()), files(&fresh.out()));
    }
    Ok(())
}

#[test]
fn a_page_has_one_age_in_both_trees() -> anyhow::Result<()> {
    let place = Place::new();
    place.build(&[("a.html", "1"), ("b.html", "1")])?;
    let age = || fs::metadata(place.out().join("a.html")).and_then(|it| it.modified());
    let before = age()?;
    for text in ["2", "3", "4"] {
        place.build(&[("a.html", "1"), ("b.html", text)])?;
        assert_eq!(age()?, before);
    }
    for text in ["5", "1", "5"] {
        let before = age()?;
        place.build(&[("a.html", text), ("b.html", "1")])?;
        assert!(age()? > before, "what was seen before is new again");
    }
    Ok(())
}

#[test]
fn damaged_pages_are_restored() -> anyhow::Result<()> {
    let place = Place::new();
    let pages = [("a.html", "one"), ("b/c.html", "two"), ("d.html", "three"), ("e.html", "four")];
    place.build(&pages)?;
    place.build(&[&pages[..3], &[("e.html", "4")]].concat())?;
    fs::write(place.out().join("a.html"), "harmed")?;
    fs::remove_dir_all(place.out().join("b"))?;
    fs::remove_file(place.out().join("d.html"))?;
    fs::create_dir(place.out().join("d.html"))?;
    assert_eq!(place.build(&pages)?, counts(4, 0, 0));
    assert_eq!((place.read("a.html"), place.read("d.html")), ("one".into(), "three".into()));

    // The same in the tree that nobody sees.
    place.build(&[&pages[..3], &[("e.html", "4")]].concat())?;
    let spare = place.root.path().join(".public.storywall/spare");
    let secret = place.root.path().join("secret");
    fs::write(&secret, "kept")?;
    fs::remove_file(spare.join("a.html"))?;
    symlink(&secret, spare.join("a.html"))?;
    fs::remove_dir_all(spare.join("b"))?;
    symlink(place.root.path(), spare.join("b"))?;
    place.build(&[("a.html", "changed"), ("b/c.html", "too"), ("secret/x", "x")])?;
    let fresh = Place::new();
    fresh.build(&[("a.html", "changed"), ("b/c.html", "too"), ("secret/x", "x")])?;
    assert_eq!(files(&place.out()), files(&fresh.out()));
    assert_eq!(fs::read_to_string(secret)?, "kept");
    Ok(())
}

#[test]
fn one_mistake_leaves_the_site_unchanged() -> anyhow::Result<()> {
    let place = Place::new();
    place.build(&[("a.html", "1"), ("b.html", "1")])?;
    let before = files(&place.out());
    let mut store = open(place.root.path())?;
    let wrong = [("a.html", "2"), ("b.html", "wrong"), ("c.html", "wrong")];
    let mistakes =
        build_with(store.as_mut(), place.root.path(), &wrong)?.expect_err("two are wrong");
    let messages: Vec<_> = mistakes.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(messages, ["b.html is wrong", "c.html is wrong"]);
    assert_eq!(files(&place.out()), before);

    let right = [("a.html", "1"), ("b.html", "2")];
    let synced = build_with(store.as_mut(), place.root.path(), &right)?;
    assert_eq!(synced, Ok(counts(1, 0, 1)), "the same place can be used again");
    assert_eq!((place.read("a.html"), place.read("b.html")), ("1".into(), "2".into()));
    Ok(())
}

#[test]
fn pictures_are_cleaned_and_papers_copied() -> anyhow::Result<()> {
    let place = Place::new();
    let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><!-- 55.7N --></svg>";
    place.write("content/a.svg", drawing);
    place.write("content/b.pdf", "%PDF");
    let pages = [("a.svg", "content/a.svg"), ("b.pdf", "content/b.pdf")];
    assert_eq!(place.build(&pages)?, counts(2, 0, 0));
    assert_eq!(place.build(&pages)?, counts(0, 0, 2));
    let published = place.read("a.svg");
    assert!(!published.contains("55.7N") && published.starts_with("<svg"), "{published}");
    assert_eq!(place.read("b.pdf"), "%PDF");

    place.write("content/b.pdf", "");
    place.write("content/a.svg", &drawing[..60]);
    let error = place.build(&pages).expect_err("is cut short");
    assert!(error.to_string().contains("“content/a.svg” cannot be published"), "{error}");
    assert_eq!(place.read("b.pdf"), "%PDF");
    Ok(())
}

#[test]
fn removed_pages_are_not_kept_in_the_spare_tree() -> anyhow::Result<()> {
    let place = Place::new();
    place.build(&[("a.html", "1"), ("media/face.webp", "a face")])?;
    place.build(&[("a.html", "2")])?;
    for (name, bytes) in files(place.root.path()) {
        assert!(!bytes.windows(6).any(|it| it == b"a face"), "{}", name.display());
    }
    Ok(())
}

#[test]
fn files_of_others_are_published_with_the_site() -> anyhow::Result<()> {
    let place = Place::new();
    place.build(&[("a.html", "1"), ("b/c.html", "1")])?;
    fs::write(place.out().join("CNAME"), "stories.example")?;
    fs::create_dir_all(place.out().join("empty/folder"))?;
    fs::write(place.out().join("b/note.txt"), "mine")?;
    for (round, text) in ["2", "3", "4", "5"].iter().enumerate() {
        let mut store = open(place.root.path())?;
        assert_eq!(guests(store.as_ref()).len(), 2, "{:?}", guests(store.as_ref()));
        let pages = [("a.html", *text), ("b/c.html", "1")];
        let pages = if round < 2 { &pages[..] } else { &pages[..1] };
        let _ = build_with(store.as_mut(), place.root.path(), pages)?.expect("nothing is wrong");
        assert_eq!(guests(store.as_ref()).len(), 2);
        assert_eq!(place.read("CNAME"), "stories.example");
        assert_eq!(place.read("b/note.txt"), "mine");
        assert!(place.out().join("empty/folder").is_dir());
        assert!(set_aside(store.as_ref()).is_empty(), "{:?}", set_aside(store.as_ref()));
    }

    fs::write(place.out().join("CNAME.new"), "other.example")?;
    fs::rename(place.out().join("CNAME.new"), place.out().join("CNAME"))?;
    fs::remove_file(place.out().join("b/note.txt"))?;
    for text in ["6", "7"] {
        place.build(&[("a.html", text)])?;
        assert_eq!(place.read("CNAME"), "other.example");
        assert!(!place.out().join("b/note.txt").exists(), "what they took away stays away");
    }

    for page in ["CNAME", "CNAME/x.html"] {
        let error = place.build(&[("a.html", "8"), (page, "ours")]).expect_err("is in the way");
        assert!(error.to_string().contains("was not made by Storywall"), "{error}");
        assert_eq!(
            (place.read("CNAME"), place.read("a.html")),
            ("other.example".into(), "7".into())
        );
    }
    Ok(())
}

/// A build looks through the folder before it shows the new site: what comes between the two is
/// in the old tree.
#[test]
fn files_that_others_add_during_a_build_are_not_lost() -> anyhow::Result<()> {
    let place = Place::new();
    place.build(&[("a.html", "0")])?;
    let (stop, stopped) = mpsc::channel::<()>();
    let out = place.out();
    let other = std::thread::spawn(move || {
        let mut made = vec![];
        while matches!(stopped.try_recv(), Err(mpsc::TryRecvError::Empty)) {
            let name = format!("note-{}.txt", made.len());
            if fs::write(out.join(&name), &name).is_ok() {
                made.push(name);
            }
            std::thread::sleep(Duration::from_micros(300));
        }
        made
    });
    for round in 1..=40 {
        place.build(&[("a.html", &round.to_string())])?;
    }
    drop(stop);
    let made = other.join().expect("a thread that does not panic");
    let kept: Vec<Vec<u8>> = files(place.root.path()).into_values().collect();
    let lost: Vec<&String> =
        made.iter().filter(|name| !kept.iter().any(|it| it == name.as_bytes())).collect();
    assert!(!made.is_empty() && lost.is_empty(), "{} of {}: {lost:?}", lost.len(), made.len());
    Ok(())
}

/// A link could lead anywhere, and may be worth something to somebody.
#[test]
fn links_and_pipes_are_set_aside() -> anyhow::Result<()> {
    let place = Place::new();
    place.build(&[("a.html", "1")])?;
    fs::write(place.root.path().join("secret"), "precious")?;
    fs::create_dir(place.out().join("b"))?;
    symlink("../../secret", place.out().join("b/link"))?;
    symlink(place.root.path(), place.out().join("folder"))?;
    let mut store = open(place.root.path())?;
    let _ =
        build_with(store.as_mut(), place.root.path(), &[("a.html", "2")])?.expect("all is fine");
    let aside = set_aside(store.as_ref());
    assert_eq!(aside.len(), 2, "{aside:?}");
    assert_eq!(fs::read_link(&aside[0])?, Path::new("../../secret"));
    assert!(aside[0].starts_with(place.root.path().canonicalize()?.join(".public.storywall")));
    assert!(!place.out().join("folder").exists() && !place.out().join("b/link").exists());
    assert_eq!(fs::read_to_string(place.root.path().join("secret"))?, "precious");
    Ok(())
}

#[test]
fn a_git_repository_is_refused_as_destination() -> anyhow::Result<()> {
    let place = Place::new();
    place.build(&[("a.html", "1")])?;
    fs::create_dir_all(place.out().join("deep/.git/refs"))?;
    let error = place.build(&[("a.html", "2")]).expect_err("holds a repository");
    assert!(error.to_string().contains("deep/.git"), "{error}");
    fs::remove_dir_all(place.out().join("deep"))?;
    fs::write(place.out().join(".git"), "gitdir: ../elsewhere")?;
    let error = place.build(&[("a.html", "2")]).expect_err("holds a repository");
    assert!(error.to_string().contains("Git repository"), "{error}");
    assert_eq!(place.read("a.html"), "1");
    Ok(())
}

/// Nothing there is believed, and nothing that is not ours is lost.
#[test]
fn a_tree_with_another_seal_is_made_again() -> anyhow::Result<()> {
    let place = Place::new();
    let pages = [("a.html", "1"), ("b/c.html", "1"), ("gone.html", "withdrawn")];
    place.build(&pages)?;
    fs::write(place.out().join("letter.txt"), "precious")?;
    fs::write(place.out().join("b/c.html"), "2")?;
    let strange = Key::of_words(&[b's'; 32])?;
    let root = place.root.path();
    let open = || open_with(root, &place.out(), &strange);
    let mut store = open()?;
    assert!(is_doubted(store.as_ref()) && guests(store.as_ref()).is_empty());
    let synced = build_with(store.as_mut(), root, &pages[..2])?.expect("all is fine");
    assert_eq!(synced, counts(2, 0, 0));
    let out = files(&place.out());
    assert_eq!(out.len(), 3, "two pages and the record: {:?}", out.keys());
    let aside = set_aside(store.as_ref());
    let names: Vec<_> = aside.iter().filter_map(|path| path.file_name()).collect();
    assert_eq!(names, ["c.html", "letter.txt"]);
    assert_eq!(fs::read_to_string(&aside[1])?, "precious");
    for (name, bytes) in files(root) {
        assert!(!bytes.windows(9).any(|it| it == b"withdrawn"), "{}", name.display());
    }
    drop(store);
    assert_eq!(build_with(open()?.as_mut(), root, &pages[..2])?, Ok(counts(0, 0, 2)));
    Ok(())
}

/// As CI keeps folders: the same bytes, and other inodes and times.
#[test]
fn a_tree_from_an_archive_is_written_anew() -> anyhow::Result<()> {
    let place = Place::new();
    let pages = [("a.html", "1"), ("b/c.html", "1"), ("d.html", "1")];
    place.build(&pages)?;
    fs::write(place.out().join("guest.txt"), "hello")?;
    let kept = place.root.path().join("kept");
    let copied =
        std::process::Command::new("cp").arg("-rp").arg(place.out()).arg(&kept).status()?;
    assert!(copied.success());
    fs::remove_dir_all(place.out())?;
    fs::rename(&kept, place.out())?;
    fs::write(place.out().join("d.html"), "2")?;
    let _ = place.build(&pages)?;
    assert_eq!(place.read("d.html"), "1");
    // Anybody could have put it into the archive.
    assert!(!place.out().join("guest.txt").exists());
    assert!(place.root.path().join(".public.storywall/set-aside-1/guest.txt").exists());
    Ok(())
}

#[test]
fn an_edit_that_keeps_the_file_size_is_noticed() -> anyhow::Result<()> {
    let place = Place::new();
    let pages = [("a.html", "one"), ("b.html", "two")];
    place.build(&pages)?;
    let path = place.out().join("a.html");
    let age = fs::metadata(&path)?.modified()?;
    fs::write(&path, "two")?;
    fs::File::options().write(true).open(&path)?.set_modified(age)?;
    assert_eq!(place.build(&pages)?, counts(1, 0, 1));
    assert_eq!(place.read("a.html"), "one");
    Ok(())
}

/// The tree beside the site holds what both last sites have in common.
#[test]
fn what_changed_is_not_kept_beside_the_site() -> anyhow::Result<()> {
    let place = Place::new();
    place.build(&[("a.html", "secret one"), ("b.html", "same")])?;
    place.build(&[("a.html", "other"), ("b.html", "same")])?;
    let workshop = place.root.path().join(".public.storywall");
    let found = |words: &str| {
        files(&workshop)
            .iter()
            .any(|(_, bytes)| bytes.windows(words.len()).any(|it| it == words.as_bytes()))
    };
    assert!(!found("secret one") && found("same"));
    assert_eq!(fs::metadata(&workshop)?.permissions().mode() & 0o777, 0o700);

    // Nor is what was never published.
    let mut store = open(place.root.path())?;
    let wrong = [("a.html", "draft"), ("b.html", "same"), ("z.html", "wrong")];
    assert!(build_with(store.as_mut(), place.root.path(), &wrong)?.is_err());
    drop(store);
    assert!(!found("draft"));
    fs::write(workshop.join("spare/half.html"), "half-done")?;
    let _ = fs::remove_file(workshop.join("spare/.storywall-manifest"));
    drop(open(place.root.path())?);
    assert!(!found("half-done"));
    Ok(())
}

#[test]
fn many_threads_do_not_wait_for_each_other() {
    let place = Place::new();
    let addresses: Vec<String> = (0..3000).map(|at| format!("folder/page-{at:04}.html")).collect();
    let (tell, told) = mpsc::channel();
    let threads = rayon::ThreadPoolBuilder::new().num_threads(8).build().expect("a pool");
    threads.spawn(move || {
        for round in ["a", "b", "c", "d"].repeat(15) {
            // Only the last pages differ, so that all threads come to write at once.
            let page = |(at, address): (usize, &String)| {
                (address.clone(), if at > 2990 { round } else { "same" })
            };
            let pages: Vec<_> = addresses.iter().enumerate().map(page).collect();
            let pages: Vec<_> = pages.iter().map(|(at, text)| (at.as_str(), *text)).collect();
            place.build(&pages).expect("all is fine");
        }
        tell.send(()).expect("somebody listens");
    });
    told.recv_timeout(Duration::from_secs(120)).expect("no thread waits for ever");
}

#[test]
fn a_manifest_that_was_harmed_costs_nothing_but_work() -> anyhow::Result<()> {
    let place = Place::new();
    let pages = [("a.html", "1"), ("b/c.html", "1")];
    for harm in ["", "storywall manifest 1\n", "\u{FFFD}"] {
        place.build(&pages)?;
        fs::write(place.out().join(".storywall-manifest"), harm)?;
        assert_eq!(place.build(&pages)?, counts(2, 0, 0));
        assert_eq!(place.build(&pages)?, counts(0, 0, 2));
    }
    Ok(())
}

#[test]
fn a_folder_that_is_not_ours_is_refused() -> anyhow::Result<()> {
    let place = Place::new();
    fs::create_dir(place.out())?;
    place.write("public/letter.txt", "precious");
    let error = place.build(&[("a.html", "1")]).expect_err("is not ours");
    assert!(error.to_string().contains("not made by Storywall"), "{error}");
    assert_eq!(files(&place.out()).len(), 1);
    assert!(!place.root.path().join(".public.storywall").exists());

    fs::remove_file(place.out().join("letter.txt"))?;
    fs::set_permissions(place.out(), fs::Permissions::from_mode(0o750))?;
    place.build(&[("a.html", "1")])?;
    assert_eq!(fs::metadata(place.out())?.permissions().mode() & 0o777, 0o750);
    Ok(())
}
