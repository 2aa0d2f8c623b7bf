//! A project on a real disk under a real watch, and what is told of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use storywall::base::{Change, Content};
use storywall::io::{Folder, How, Stopper, Watch};
use tempfile::TempDir;

/// Ways that run at once; a machine of two processors must keep up with them.
const SEATS: usize = 4;
static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

/// Until something is told, at the latest.
const PATIENCE: Duration = Duration::from_secs(30);
/// In which nothing more may be told.
const QUIET: Duration = Duration::from_millis(400);

const FILES: [(&str, &str); 9] = [
    ("site.toml", "one\n"),
    ("content/a.md", "one\n"),
    ("content/b.md", "one\n"),
    ("content/programme.toml", "one\n"),
    ("content/drawing.svg", "<svg viewBox='0 0 4 3'/>"),
    ("content/stories/2026/c.md", "one\n"),
    ("themes/default/templates/base.html", "one\n"),
    ("themes/default/styles/a.css", "one\n"),
    ("themes/default/texts/en.ftl", "one\n"),
];

/// One way of changing files: what is done, and what must be told of it, step by step.
pub(crate) struct Way {
    pub(crate) name: &'static str,
    /// What is done before anybody watches.
    pub(crate) before: fn(&Project),
    pub(crate) steps: Vec<Step>,
}

pub(crate) struct Step {
    act: Box<dyn Fn(&Project) + Send>,
    told: Vec<String>,
}

pub(crate) fn way(name: &'static str, act: fn(&Project), told: &[&str]) -> Way {
    steps(name, vec![step(act, told)])
}

pub(crate) fn steps(name: &'static str, steps: Vec<Step>) -> Way {
    Way { name, before: |_| {}, steps }
}

pub(crate) fn step(act: impl Fn(&Project) + Send + 'static, told: &[impl AsRef<str>]) -> Step {
    Step { act: Box::new(act), told: told.iter().map(|it| it.as_ref().to_owned()).collect() }
}

/// Tries all ways, each in its own project; tells all that went wrong.
pub(crate) fn try_all(ways: Vec<Way>) {
    let threads: Vec<_> =
        ways.into_iter().map(|way| thread::spawn(move || with_seat(|| try_thrice(&way)))).collect();
    let failed: Vec<String> = threads
        .into_iter()
        .filter_map(|thread| thread.join().expect("what is done can be done").err())
        .collect();
    assert!(failed.is_empty(), "these went wrong:\n  {}", failed.join("\n  "));
}

/// Where a busy machine stops the program in the middle of its save, half of it may be told
/// first. That does not happen three times; what is wrong or missing is never excused.
fn try_thrice(way: &Way) -> Result<(), String> {
    for _ in 0..2 {
        match try_once(way) {
            Err(Wrong::InPieces(_)) => {}
            Err(Wrong::Altogether(what)) => return Err(what),
            Ok(()) => return Ok(()),
        }
    }
    try_once(way).map_err(|(Wrong::InPieces(what) | Wrong::Altogether(what))| what)
}

#[derive(Debug)]
pub(crate) enum Wrong {
    /// In the end the right things were told.
    InPieces(String),
    Altogether(String),
}

fn try_once(way: &Way) -> Result<(), Wrong> {
    let project = Project::new();
    (way.before)(&project);
    let watched = Watched::new(&project, Heartbeat::Never);
    for (at, step) in way.steps.iter().enumerate() {
        if at > 0 {
            // Longer than new folders are looked at once more: it must be watched by now.
            thread::sleep(QUIET / 2);
        }
        (step.act)(&project);
        let told = if step.told.is_empty() { vec![] } else { watched.next() };
        watched.compare(told, &step.told, &format!("{}, step {at}", way.name))?;
    }
    watched.nothing_more(way.name)
}

fn with_seat<T>(act: impl FnOnce() -> T) -> T {
    struct Seat;
    impl Drop for Seat {
        fn drop(&mut self) {
            *TAKEN.lock().expect("nobody fails with it") -= 1;
            FREED.notify_one();
        }
    }
    let taken = TAKEN.lock().expect("nobody fails with it");
    let mut taken = FREED.wait_while(taken, |it| *it >= SEATS).expect("nobody fails with it");
    *taken += 1;
    drop(taken);
    let _seat = Seat;
    act()
}

/// A folder with a project and room beside it.
pub(crate) struct Project {
    place: TempDir,
}

impl Project {
    pub(crate) fn new() -> Project {
        let project = Project { place: TempDir::new().expect("a place for a test") };
        FILES.iter().for_each(|(path, text)| project.write(path, text));
        project
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.place.path().join("project")
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes in place, as most programs do; folders are made.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("has a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    pub(crate) fn rename(&self, from: &str, to: &str) {
        fs::rename(self.at(from), self.at(to)).expect("renamed");
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.at(path)).expect("removed");
    }

    /// Runs a line of the shell in the project.
    pub(crate) fn run(&self, line: &str) {
        let home = self.place.path().to_str().expect("a place that can be written");
        let output = Command::new("sh")
            .args(["-ec", line])
            .current_dir(self.root())
            .envs([("HOME", home), ("TERM", "xterm"), ("GIT_CONFIG_NOSYSTEM", "1")])
            .stdin(Stdio::null())
            .output()
            .expect("a shell");
        assert!(output.status.success(), "{line}: {output:?}");
    }
}

/// Whether this machine has a program.
pub(crate) fn has(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// How the watch is told about looks at everything.
#[derive(Clone, Copy)]
pub(crate) enum Heartbeat {
    /// So slow that only events can be the reason to look.
    Never,
    Usual,
}

/// The loop of a live preview.
pub(crate) struct Watched {
    told: Receiver<Vec<String>>,
    stopper: Stopper,
    thread: JoinHandle<Folder>,
}

impl Watched {
    pub(crate) fn new(project: &Project, heartbeat: Heartbeat) -> Watched {
        Watched::by(&project.root(), How::Events, heartbeat)
    }

    pub(crate) fn by(root: &Path, how: How, heartbeat: Heartbeat) -> Watched {
        let mut watch = Watch::new(root, how).expect("a folder to watch");
        assert_eq!(watch.notice(), None);
        if let Heartbeat::Never = heartbeat {
            watch.looked(Duration::from_secs(3600));
        }
        let mut folder = Folder::open(root).expect("a folder");
        folder.changes().expect("a folder to read");
        let stopper = watch.stopper();
        let (sender, told) = mpsc::channel();
        let thread = thread::spawn(move || {
            while let Some(hint) = watch.wait() {
                let changes = folder.changes_at(&hint).unwrap_or_default();
                if !changes.is_empty() {
                    // Whoever has heard enough is gone.
                    let _ = sender.send(changes.into_iter().map(line).collect());
                }
            }
            folder
        });
        Watched { told, stopper, thread }
    }

    /// The next list of changes.
    pub(crate) fn next(&self) -> Vec<String> {
        self.told.recv_timeout(PATIENCE).unwrap_or_default()
    }

    /// Whether this was told and nothing else; if not, what comes later is told too.
    fn compare(&self, told: Vec<String>, expected: &[String], name: &str) -> Result<(), Wrong> {
        if told == expected {
            return Ok(());
        }
        let same = told.iter().zip(expected).take_while(|(a, b)| a == b).count();
        // Hundreds of lines would tell less than the first that differs.
        let what = format!(
            "{name}: of {} changes {} were told, the first other than expected is {:?} for {:?}",
            expected.len(),
            told.len(),
            told.get(same),
            expected.get(same)
        );
        let path_of = |line: &String| line.split(": ").next().unwrap_or_default().to_owned();
        let mut last: BTreeMap<String, String> = BTreeMap::new();
        let mut lines = told;
        while !lines.is_empty() {
            last.extend(lines.into_iter().map(|line| (path_of(&line), line)));
            lines = self.told.recv_timeout(QUIET).unwrap_or_default();
        }
        // What an editor put aside for a moment came and went.
        last.retain(|_, line| expected.contains(line) || !line.ends_with(": gone"));
        match last.values().eq(expected) {
            true => Err(Wrong::InPieces(what)),
            false => Err(Wrong::Altogether(what)),
        }
    }

    /// Neither now nor by a look at everything.
    pub(crate) fn nothing_more(self, name: &str) -> Result<(), Wrong> {
        let more = self.told.recv_timeout(QUIET).unwrap_or_default();
        self.compare(more, &[], &format!("{name}, afterwards"))?;
        self.stopper.stop();
        let mut folder = self.thread.join().expect("it ends when it is stopped");
        let missed = folder.changes().unwrap_or_default().into_iter().map(line).next();
        match missed {
            Some(missed) => Err(Wrong::Altogether(format!("{name}: “{missed}” was missed"))),
            None => Ok(()),
        }
    }
}

/// `content/a.md: two`
fn line(change: Change) -> String {
    let content = match change.content {
        Content::Text(text) => text.trim_end().to_owned(),
        Content::Picture(picture) => format!("{}×{}", picture.width, picture.height),
        Content::Gone => "gone".into(),
        other => format!("{other:?}"),
    };
    format!("{}: {content}", change.path)
}
