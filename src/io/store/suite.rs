//! Tests that every store must pass.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, mem};

use anyhow::ensure;
use tempfile::TempDir;

use super::memory::Memory;
use super::{Destination, Pages, Remark, Store, Synced, sync};
use crate::base::{Body, Code, Diagnostic, Hash, Output, SourcePath, Span, Stage, UrlPath};
use crate::io::Key;
use crate::io::cache::Cache;
use crate::io::darkroom::Darkroom;
use crate::io::files::ProjectFiles;
use crate::io::manifest::{Manifest, ManifestRow};

/// A store that can be opened repeatedly, as consecutive builds do.
trait TestStore {
    fn with_store<T>(&self, work: impl FnOnce(&mut dyn Store) -> T) -> T;

    /// The files that readers see.
    fn shown(&self) -> BTreeMap<String, String>;
}

#[derive(Default)]
struct InMemory(RefCell<Memory>);

impl TestStore for InMemory {
    fn with_store<T>(&self, work: impl FnOnce(&mut dyn Store) -> T) -> T {
        work(&mut *self.0.borrow_mut())
    }

    fn shown(&self) -> BTreeMap<String, String> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let store = self.0.borrow();
        store.shown.iter().map(|(it, bytes)| (it.as_str().to_owned(), text(bytes))).collect()
    }
}

struct OnDisk {
    root: TempDir,
    key: Key,
}

impl Default for OnDisk {
    fn default() -> OnDisk {
        let root = TempDir::new().expect("a place for a test");
        fs::create_dir(root.path().join("project")).expect("a folder");
        OnDisk { root, key: Key::of_words(&[b'k'; 32]).expect("long enough") }
    }
}

impl TestStore for OnDisk {
    fn with_store<T>(&self, work: impl FnOnce(&mut dyn Store) -> T) -> T {
        let project = self.root.path().join("project");
        let mut store = super::open(&Destination {
            folder: &self.root.path().join("public"),
            project: &project,
            cache: &project.join(".storywall"),
            key: &self.key,
        })
        .expect("nobody else is here");
        work(store.as_mut())
    }

    fn shown(&self) -> BTreeMap<String, String> {
        let public = self.root.path().join("public");
        let files = walkdir::WalkDir::new(&public).into_iter().filter_map(Result::ok);
        let files = files.filter(|it| it.file_type().is_file());
        let named = files.map(|file| {
            let name = file.path().strip_prefix(&public).expect("is below").display().to_string();
            (name, fs::read_to_string(file.path()).expect("a text"))
        });
        named.filter(|(name, _)| name != ".storywall-manifest").collect()
    }
}

/// A store that fails at one step; each `put` and the `commit` count as a step.
struct Failing<'a> {
    store: &'a mut dyn Store,
    steps: AtomicUsize,
    fails_at: usize,
}

impl Failing<'_> {
    fn step(&self) -> anyhow::Result<()> {
        ensure!(self.steps.fetch_add(1, Ordering::Relaxed) != self.fails_at, "as it should");
        Ok(())
    }
}

impl Store for Failing<'_> {
    fn manifest(&self) -> &Manifest {
        self.store.manifest()
    }

    fn put(&self, address: &UrlPath, row: ManifestRow, bytes: &[u8]) -> anyhow::Result<()> {
        self.step()?;
        self.store.put(address, row, bytes)
    }

    fn abandon(&mut self) {
        self.store.abandon();
    }

    fn commit(&mut self, next: Manifest) -> anyhow::Result<()> {
        self.step()?;
        self.store.commit(next)
    }

    fn remarks(&self) -> Vec<Remark> {
        self.store.remarks()
    }
}

type Synchronised = anyhow::Result<Result<Synced, Vec<Diagnostic>>>;

fn publish(pages: &[(&str, &str)], store: &mut dyn Store) -> Synchronised {
    publish_made_of(None, pages, store)
}

/// Publishes pages to a store; a page with the text `wrong` cannot be rendered, and `file:NAME` is
/// a file of this crate.
fn publish_made_of(
    made_of: Option<Hash>,
    pages: &[(&str, &str)],
    store: &mut dyn Store,
) -> Synchronised {
    let pages: BTreeMap<UrlPath, &str> =
        pages.iter().map(|(name, text)| (address(name), *text)).collect();
    let addresses: Vec<(UrlPath, Stage)> =
        pages.keys().map(|address| (address.clone(), stage(address))).collect();
    let render = |address: &UrlPath| match pages[address].strip_prefix("file:") {
        None if pages[address] == "wrong" => {
            let path = SourcePath::new(address.as_str()).expect("inside");
            Err(Diagnostic::new(Code::BrokenTemplate, Span::file(path), "it is wrong"))
        }
        None => Ok(Output::bytes("text/html", pages[address])),
        Some(path) => Ok(Output {
            media_type: "text/plain",
            hash: match path {
                "Cargo.toml" => Hash::of(include_bytes!("../../../Cargo.toml")),
                _ => Hash::of(b"other bytes"),
            },
            body: Body::File(SourcePath::new(path).expect("inside")),
        }),
    };
    let files = ProjectFiles::open(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    let darkroom = Darkroom::new(&files, Cache::new("unused".into(), &Key::new()?));
    sync(&Pages { addresses: &addresses, render: &render, made_of }, &darkroom, store)
}

fn address(name: &str) -> UrlPath {
    UrlPath::new(name).expect("inside")
}

fn stage(address: &UrlPath) -> Stage {
    match address.as_str() {
        "index.html" => Stage::Entrances,
        name if name.ends_with(".css") => Stage::Files,
        _ => Stage::Pages,
    }
}

fn counts(written: usize, deleted: usize, unchanged: usize) -> Synced {
    Synced { written, deleted, unchanged }
}

fn is_shown(place: &impl TestStore, pages: &[(&str, &str)]) {
    let wanted: BTreeMap<String, String> =
        pages.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    assert_eq!(place.shown(), wanted);
}

fn only_what_differs_is_put(place: &impl TestStore) {
    let steps: [(&[(&str, &str)], Synced); 5] = [
        (&[("a", "1"), ("b/c", "2"), ("d.css", "3")], counts(3, 0, 0)),
        (&[("a", "1"), ("b/c", "2"), ("d.css", "3")], counts(0, 0, 3)),
        (&[("a", "1"), ("b/c", "longer than before"), ("e", "4")], counts(2, 1, 1)),
        // A folder becomes a page, and a page a folder.
        (&[("a/f", "1"), ("b", "3")], counts(2, 3, 0)),
        (&[], counts(0, 2, 0)),
    ];
    for (pages, expected) in steps {
        let synced = place.with_store(|store| publish(pages, store)).expect("nothing fails");
        assert_eq!(synced, Ok(expected));
        is_shown(place, pages);
    }
}

fn what_was_made_of_the_same_is_not_rendered(place: &impl TestStore) {
    let (some, other) = (Some(Hash::of(b"some")), Some(Hash::of(b"other")));
    let publish = |made_of, pages: &[(&str, &str)]| {
        place.with_store(|store| publish_made_of(made_of, pages, store)).expect("nothing fails")
    };
    publish(some, &[("a", "1"), ("b", "2")]).expect("all are fine");
    // If a page were rendered, this mistake would be found.
    let wrong = [("a", "wrong"), ("b", "2")];
    assert_eq!(publish(some, &wrong), Ok(counts(0, 0, 2)));
    for made_of in [None, other] {
        assert!(publish(made_of, &wrong).is_err());
    }
    assert!(publish(some, &[("a", "1"), ("b", "2"), ("c", "wrong")]).is_err());
    is_shown(place, &[("a", "1"), ("b", "2")]);
}

fn all_mistakes_are_reported_and_nothing_is_shown(place: &impl TestStore) {
    let publish = |pages: &[(&str, &str)]| {
        place.with_store(|store| publish(pages, store)).expect("nothing fails")
    };
    publish(&[("a", "before")]).expect("fine");
    let pages = [
        ("index.html", "wrong"),
        ("a", "fine"),
        ("b.css", "wrong"),
        ("d", "file:missing.pdf"),
        ("e", "file:LICENSE-MIT"),
    ];
    let mistakes = publish(&pages).expect_err("two are wrong");
    let paths: Vec<_> = mistakes.iter().map(|it| it.span.path.as_str()).collect();
    assert_eq!(paths, ["b.css", "index.html"], "after the first, no file is looked at in vain");
    let mistakes = publish(&pages[3..4]).expect_err("the file is not there");
    assert_eq!(mistakes[0].code, Code::ChangedWhilePublishing);
    // A file that changed since it was read is not published either.
    let mistakes = publish(&pages[4..]).expect_err("it changed");
    assert!(mistakes[0].message.contains("changed a moment ago"), "{}", mistakes[0].message);
    is_shown(place, &[("a", "before")]);
    publish(&[("a", "before"), ("f", "file:Cargo.toml")]).expect("it is as it should be");
}

fn what_fails_at_any_step_changes_nothing_and_is_healed_by_the_next(place: &impl TestStore) {
    let before = [("a", "1"), ("b/c", "2"), ("d.css", "3"), ("index.html", "4")];
    let after = [("a", "1"), ("b/c", "changed"), ("e.css", "5"), ("index.html", "changed")];
    for fails_at in 0..4 {
        place.with_store(|store| publish(&before, store)).expect("nothing fails").expect("fine");
        let failed = place.with_store(|store| {
            publish(&after, &mut Failing { store, steps: AtomicUsize::new(0), fails_at })
        });
        assert!(failed.is_err(), "three are put, and shown: step {fails_at}");
        is_shown(place, &before);
        let healed = place.with_store(|store| publish(&after, store)).expect("nothing fails");
        assert_eq!(healed, Ok(counts(3, 1, 1)), "step {fails_at}");
        is_shown(place, &after);
    }
}

macro_rules! asked_of {
    ($($name:ident: $Place:ty),* : $tests:tt) => { $( asked_of!(@one $name, $Place, $tests); )* };
    (@one $name:ident, $Place:ty, ($($test:ident),* $(,)?)) => {
        mod $name {
            use super::*;
            $( #[test] fn $test() { super::$test(&<$Place>::default()); } )*
        }
    };
}

asked_of! { memory: InMemory, disk: OnDisk: (
    only_what_differs_is_put,
    what_was_made_of_the_same_is_not_rendered,
    all_mistakes_are_reported_and_nothing_is_shown,
    what_fails_at_any_step_changes_nothing_and_is_healed_by_the_next,
) }

#[test]
fn assets_are_put_before_pages_and_indexes_after_them() {
    let mut store = Memory::default();
    let pages = [("index.html", "1"), ("b", "2"), ("z.css", "3"), ("a", "4")];
    publish(&pages, &mut store).expect("nothing fails").expect("fine");
    let order = mem::take(&mut store.order).into_inner().expect("nobody panicked");
    let stages: Vec<Stage> = order.iter().map(stage).collect();
    assert_eq!(stages, [Stage::Files, Stage::Pages, Stage::Pages, Stage::Entrances]);
}

#[test]
fn a_failed_store_is_repaired_by_the_next_build() {
    let pages = [("a", "1"), ("b", "2"), ("index.html", "3")];
    for fails_at in 0..4 {
        let mut store = Memory::default();
        store.fails_at = Some(fails_at);
        assert!(publish(&pages, &mut store).is_err());
        assert!(store.shown.is_empty() && store.commits == 0);
        store.fails_at = None;
        let healed = publish(&pages, &mut store).expect("nothing fails");
        assert_eq!((healed, store.shown.len()), (Ok(counts(3, 0, 0)), 3));
        // An address in doubt is put again, although the input of the build is the same.
        store.doubt(&address("b"));
        assert_eq!(publish(&pages, &mut store).expect("nothing fails"), Ok(counts(1, 0, 2)));
    }
}
