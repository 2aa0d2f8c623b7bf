//! However a folder came to be what it is, the preview shows what a build of it would write: edits,
//! renames, deletions, whole folders and other branches, in any order, on a real disk.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use walkdir::WalkDir;

use storywall::base::date::parse_date;
use storywall::base::{Body, UrlPath};
use storywall::io::{Cache, Darkroom, Folder, Key};
use storywall::report::Counts;
use storywall::site::{BuildAudience, Settings};
use storywall::workspace::{Snapshot, Workspace};

use crate::client::{PATIENCE, Preview, TODAY};

/// What somebody does to the folder. Numbers choose among the files that there are then.
#[derive(Clone, Debug)]
enum Step {
    /// Other words at the end of a text.
    Continue(usize, usize),
    /// Another title.
    Title(usize, usize),
    /// A new text, or another one in its place.
    Write(usize, usize),
    Rename(usize, usize),
    /// As editors save: a file beside it takes its place.
    Replace(usize, usize),
    Delete(usize),
    MoveFolder(usize, usize),
    /// Everything as it was committed on the other branch.
    Checkout,
    Pause,
}

const PLACES: &[&str] = &[
    "content/stories/2026/new.md",
    "content/stories/2026/nok-en-å.md",
    "content/guidelines/names.md",
    "content/guidelines/names.da.md",
    "content/themes/harbour.md",
    "content/people/bo.md",
    "content/faq/late.md",
    "content/extra/deep/page.md",
    "themes/default/texts/en.ftl",
    "themes/default/styles/99-own.css",
    "site.toml",
];

const TEXTS: &[&str] = &[
    "---\ntitle: New\nauthor: anna-bech\ndate: 2026-11-02\n---\nText with a [link](/purpose.md).\n",
    "---\ntitle: New\nauthor: bo\ntheme: harbour\naliases: [old]\n---\n## A part\n\nText.\n",
    "---\nname: Bo\n---\nA person.\n",
    "---\ntitle: Draft\nauthor: anna-bech\nstatus: draft\n---\n",
    "nav-stories = Tales\n",
    "main { outline-offset: 1px; }\n",
    "title = \"Another\"\ndefault_language = \"en\"\nlanguages = [\"en\", \"da\"]\n",
    "title = \"Another\"\nlanguages = [\"da\"]\nper_page = 6\n",
];

fn any_step() -> impl Strategy<Value = Step> {
    let any = any::<usize>;
    prop_oneof![
        3 => (any(), any()).prop_map(|(a, b)| Step::Continue(a, b)),
        3 => (any(), any()).prop_map(|(a, b)| Step::Title(a, b)),
        3 => (any(), any()).prop_map(|(a, b)| Step::Write(a, b)),
        2 => (any(), any()).prop_map(|(a, b)| Step::Rename(a, b)),
        2 => (any(), any()).prop_map(|(a, b)| Step::Replace(a, b)),
        2 => any().prop_map(Step::Delete),
        1 => (any(), any()).prop_map(|(a, b)| Step::MoveFolder(a, b)),
        1 => Just(Step::Checkout),
        2 => Just(Step::Pause),
    ]
}

#[test]
fn any_steps_lead_to_what_a_build_from_scratch_shows() {
    let mut config =
        Config { failure_persistence: None, max_shrink_iters: 40, ..Config::default() };
    // A case is a program, a folder and a site from scratch: a few, unless more are asked for.
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 8;
    }
    let mut runner = TestRunner::new(config);
    let sittings = prop::collection::vec(prop::collection::vec(any_step(), 1..8), 1..4);
    runner
        .run(&sittings, |sittings| {
            let preview = Preview::tiny(&[]);
            begin_history(&preview.path(""));
            for steps in &sittings {
                for step in steps {
                    happen(step, &preview.path(""));
                }
                equals_a_build(&preview)?;
            }
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}

fn happen(step: &Step, root: &Path) {
    match step {
        Step::Continue(which, what) => {
            let Some(path) = some(&texts(root), *which) else { return };
            let more = ["\nMore.\n", "\n## Heading\n", "\n[x](nowhere.md)\n", "\n"][what % 4];
            let text = std::fs::read_to_string(&path).expect("a text") + more;
            std::fs::write(path, text).expect("writable");
        }
        Step::Title(which, what) => {
            let Some(path) = some(&texts(root), *which) else { return };
            let text = std::fs::read_to_string(&path).expect("a text");
            let title = format!("title: {}", ["One", "Two", "\"Æ: ø\"", "x # y"][what % 4]);
            let lines =
                text.lines().map(|line| if line.starts_with("title:") { &title } else { line });
            let text: Vec<&str> = lines.collect();
            std::fs::write(path, text.join("\n") + "\n").expect("writable");
        }
        Step::Write(place, what) => {
            put(&root.join(PLACES[place % PLACES.len()]), TEXTS[what % TEXTS.len()])
        }
        Step::Rename(which, place) => {
            let Some(from) = some(&texts(root), *which) else { return };
            let to = root.join(PLACES[place % PLACES.len()]);
            if to.extension() == from.extension() {
                let folder = to.parent().expect("a file lies in a folder");
                std::fs::create_dir_all(folder).expect("a folder can be made");
                std::fs::rename(from, to).expect("it can be renamed");
            }
        }
        Step::Replace(which, what) => {
            let Some(path) = some(&texts(root), *which) else { return };
            let new = path.with_extension("md.tmp");
            std::fs::write(&new, TEXTS[what % TEXTS.len()]).expect("writable");
            std::fs::rename(new, path).expect("it can be renamed");
        }
        Step::Delete(which) => {
            if let Some(path) = some(&texts(root), *which) {
                std::fs::remove_file(path).expect("it can be deleted");
            }
        }
        Step::MoveFolder(which, what) => {
            let folders = [
                "content/stories",
                "content/stories/2026",
                "content/people",
                "content/faq",
                "content/moved",
            ];
            let [from, to] = [which, what].map(|n| root.join(folders[n % folders.len()]));
            if from.is_dir() && !to.exists() && !to.starts_with(&from) && !from.starts_with(&to) {
                std::fs::rename(from, to).expect("it can be moved");
            }
        }
        Step::Checkout => git(root, &["checkout", "--quiet", "--force", "-"]),
        Step::Pause => std::thread::sleep(Duration::from_millis(30)),
    }
}

/// Two branches, so that `git checkout -` changes between them.
fn begin_history(root: &Path) {
    git(root, &["init", "--quiet", "--initial-branch=main"]);
    // What the preview writes there meanwhile is nobody's history.
    std::fs::write(root.join(".git/info/exclude"), ".storywall/\n").expect("writable");
    git(root, &["add", "--all"]);
    let commit =
        ["-c", "user.name=A", "-c", "user.email=a@example", "commit", "--quiet", "-m", "x"];
    git(root, &commit);
    git(root, &["checkout", "--quiet", "-b", "other"]);
    for (place, text) in PLACES.iter().zip(TEXTS.iter().cycle()).take(8) {
        put(&root.join(place), text);
    }
    std::fs::remove_file(root.join("content/purpose.da.md")).expect("it can be deleted");
    git(root, &["add", "--all"]);
    git(root, &commit);
    git(root, &["checkout", "--quiet", "main"]);
}

fn git(root: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(arguments).env("GIT_CONFIG_GLOBAL", "/dev/null");
    let done = command.output().expect("git is installed");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn put(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("made");
    std::fs::write(path, text).expect("writable");
}

/// Every text of the content, in order.
fn texts(root: &Path) -> Vec<PathBuf> {
    let files = WalkDir::new(root.join("content")).sort_by_file_name().into_iter().flatten();
    let paths = files.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect()
}

fn some(paths: &[PathBuf], which: usize) -> Option<PathBuf> {
    paths.get(which.checked_rem(paths.len())?).cloned()
}

/// Compares every address with what a program that starts now would show.
fn equals_a_build(preview: &Preview) -> Result<(), TestCaseError> {
    let begun = Instant::now();
    loop {
        let number = preview.settle();
        let wrong = differences(preview);
        if wrong.is_empty() {
            return Ok(());
        }
        // A machine that is slow may not have looked yet; one that is wrong stays wrong.
        if preview.settle() == number && begun.elapsed() > PATIENCE / 6 {
            return Err(TestCaseError::fail(wrong.join("\n")));
        }
    }
}

fn differences(preview: &Preview) -> Vec<String> {
    let fresh = from_scratch(&preview.path(""));
    let status = preview.status();
    let Counts { errors, warnings, advice } = Counts::of(fresh.diagnostics());
    let addresses: Vec<&UrlPath> = fresh.addresses().collect();
    let mut wrong = vec![];
    for (what, there) in [
        ("errors", errors),
        ("warnings", warnings),
        ("advice", advice),
        ("files", fresh.files),
        ("addresses", addresses.len()),
    ] {
        if status[what] != there {
            wrong.push(format!("{what}: {}, and {there} from scratch", status[what]));
        }
    }
    for address in addresses {
        let rendered = fresh.render(address).expect("addresses of a snapshot are its own");
        let Ok(output) = rendered else { continue };
        let reply = preview.get(address.as_str());
        let is_page = address.as_str().ends_with(".html");
        let shown = if is_page { reply.undecorated() } else { reply.body };
        match output.body {
            Body::Bytes(bytes) if shown != bytes => wrong.push(format!("{address} differs")),
            Body::Bytes(_) => {}
            _ if reply.status != 200 => wrong.push(format!("{address} is {}", reply.status)),
            _ => {}
        }
    }
    wrong
}

/// The folder as it is now, read by nobody before.
fn from_scratch(root: &Path) -> Arc<Snapshot> {
    let mut folder = Folder::open(root).expect("a folder");
    let today = parse_date(TODAY).expect("a day");
    let audience = BuildAudience::Internal;
    let settings = Settings { today, drafts: false, audience, base_url: None };
    let mut workspace = Workspace::new(settings);
    let snapshot = workspace.apply(folder.changes().expect("files that can be read"));
    let nowhere = tempfile::tempdir().expect("a folder");
    let darkroom = Darkroom::new(
        folder.files(),
        Cache::new(nowhere.path().to_owned(), &Key::new().expect("a key")),
    );
    let developed = darkroom.develop(&snapshot.photos(), &|_| false);
    workspace.develop(developed)
}
