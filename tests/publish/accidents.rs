//! Builds that are killed, find the disk full, meet another build, or may not write.
//!
//! They run in processes of their own: this test binary, started again for one test.

use std::env;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::{Place, build, files};

const PAGES: usize = 400;

/// What a process of its own is to build: `VERSION ROOT`.
const TASK: &str = "STORYWALL_TEST_BUILD";

/// Pages that all tell one version; some are in this version only.
fn pages(version: usize) -> Vec<(String, String)> {
    let page = |number: usize| {
        let text = format!("version {version}\n").repeat(1 + (number * 7 + version * 13) % 300);
        (format!("f{}/{number}.html", number % 5), text)
    };
    let own = (format!("only/{version}.html"), format!("version {version}\n"));
    (0..PAGES).map(page).chain([own]).collect()
}

fn build_version(root: &Path, version: usize) -> anyhow::Result<()> {
    let pages = pages(version);
    let pages: Vec<(&str, &str)> = pages.iter().map(|(a, t)| (a.as_str(), t.as_str())).collect();
    build(root, &pages).map(drop)
}

/// Not a test by itself: what `start` runs.
#[test]
fn a_process_of_its_own() {
    let Ok(task) = env::var(TASK) else { return };
    let (version, root) = task.split_once(' ').expect("version and root");
    if let Err(error) = build_version(Path::new(root), version.parse().expect("a number")) {
        panic!("{error:#}");
    }
}

fn command(root: &Path, version: usize) -> Command {
    let mut command = Command::new(env::current_exe().expect("this test"));
    command.args(["--exact", "accidents::a_process_of_its_own", "--nocapture"]);
    command.env(TASK, format!("{version} {}", root.display()));
    command.env("RUST_BACKTRACE", "0").stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

fn start(root: &Path, version: usize) -> Child {
    command(root, version).spawn().expect("a process")
}

/// The version that readers see: all of it, and nothing else.
fn seen(place: &Place) -> usize {
    let first = place.read("f0/0.html");
    let version = first.lines().next().and_then(|line| line.strip_prefix("version "));
    let version = version.and_then(|it| it.parse().ok()).expect("a version");
    let mut files = files(&place.out());
    assert!(files.remove(Path::new(".storywall-manifest")).is_some(), "a manifest");
    for (page, text) in pages(version) {
        let found = files.remove(Path::new(&page));
        assert!(found.as_deref() == Some(text.as_bytes()), "{page} is not of version {version}");
    }
    assert!(files.is_empty(), "not of version {version}: {:?}", files.keys());
    version
}

#[test]
fn a_build_that_is_killed_leaves_a_whole_site() -> anyhow::Result<()> {
    let place = Place::new();
    build_version(place.root.path(), 0)?;
    let mut before = 0;
    let (mut killed, mut ended) = (0, 0);
    for version in 1..=60 {
        let mut child = start(place.root.path(), version);
        sleep(Duration::from_micros((version as u64 * 7919) % 40_000));
        let kill = child.kill();
        child.wait()?;
        kill?;
        let now = seen(&place);
        assert!(now == before || now == version, "{now} after {before}, building {version}");
        if now == before {
            killed += 1
        } else {
            ended += 1
        }
        before = now;
        if version % 7 == 0 {
            build_version(place.root.path(), version)?;
            before = version;
            assert_eq!(seen(&place), version, "the next build mends everything");
        }
    }
    eprintln!("{killed} builds were killed in time, {ended} had ended");
    assert!(killed > 0);
    Ok(())
}

#[test]
fn two_builds_at_once_take_turns() -> anyhow::Result<()> {
    let place = Place::new();
    build_version(place.root.path(), 0)?;
    for round in 0..5 {
        let versions = [2 * round + 1, 2 * round + 2];
        let children = versions.map(|version| start(place.root.path(), version));
        for child in children {
            let output = child.wait_with_output()?;
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        assert!(versions.contains(&seen(&place)));
    }
    Ok(())
}

#[test]
fn a_full_disk_changes_nothing() -> anyhow::Result<()> {
    let place = Place::new();
    build_version(place.root.path(), 1)?;
    // No file may grow beyond 512 bytes or so, and the process is told instead of ended.
    let inner = command(place.root.path(), 2);
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\""]);
    limited.arg(inner.get_program()).args(inner.get_args());
    limited.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = limited.output()?;
    let words = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(!output.status.success(), "{words}");
    assert!(words.contains("cannot write") && words.contains(".html: File too large"), "{words}");
    assert_eq!(seen(&place), 1);
    build_version(place.root.path(), 2)?;
    assert_eq!(seen(&place), 2);
    Ok(())
}

/// What somebody without rights over all files needs to build here.
fn hand_over(place: &Place) {
    let root = place.root.path();
    fs::set_permissions(root, fs::Permissions::from_mode(0o755)).expect("a mode");
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry.expect("a file");
        chown(entry.path(), Some(NOBODY), Some(NOBODY)).expect("root may give files away");
    }
}

const NOBODY: u32 = 65_534;

#[expect(clippy::print_stderr, reason = "who skips a test says so")]
/// Builds as somebody who may not do everything; `None` if this test cannot be run so.
fn build_as_nobody(place: &Place, version: usize) -> Option<Output> {
    let mut child = command(place.root.path(), version);
    if fs::metadata("/proc/self").is_ok_and(|it| it.uid() == 0) {
        child.uid(NOBODY).gid(NOBODY);
        hand_over(place);
    }
    match child.output() {
        Ok(output) => Some(output),
        Err(error) => {
            eprintln!("skipped: this test cannot be run by another user: {error}");
            None
        }
    }
}

#[test]
fn a_folder_without_write_permission_is_reported() -> anyhow::Result<()> {
    let place = Place::new();
    build_version(place.root.path(), 1)?;
    if build_as_nobody(&place, 1).is_none() {
        return Ok(());
    }
    let set_mode = |mode| fs::set_permissions(place.root.path(), fs::Permissions::from_mode(mode));
    let mut child = command(place.root.path(), 2);
    if fs::metadata("/proc/self").is_ok_and(|it| it.uid() == 0) {
        child.uid(NOBODY).gid(NOBODY);
    }
    set_mode(0o555)?;
    let output = child.output()?;
    set_mode(0o755)?;
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(words.contains("public") && words.contains("ermission denied"), "{words}");
    assert_eq!(seen(&place), 1);
    let output = build_as_nobody(&place, 2).expect("was tried");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(seen(&place), 2);
    Ok(())
}

/// Somebody wanted to keep the site as it is; it is ours to change all the same.
#[test]
fn a_site_that_was_made_read_only_is_followed_by_the_next() -> anyhow::Result<()> {
    let place = Place::new();
    build_version(place.root.path(), 1)?;
    for version in 2..=5 {
        for folder in ["public", "public/f0", "public/f3"] {
            let folder = place.root.path().join(folder);
            fs::set_permissions(folder, fs::Permissions::from_mode(0o555))?;
        }
        let Some(output) = build_as_nobody(&place, version) else { return Ok(()) };
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(seen(&place), version);
    }
    Ok(())
}
