//! The parts that are timed, each in a process of its own.

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{fs, hint};

use anyhow::Context;
use clap::Parser;
use storywall::base::{Change, Content, SourcePath, UrlPath};
use storywall::io::Folder;
use storywall::site::{BuildAudience, Settings};
use storywall::workspace::{Snapshot, Workspace};
use storywall::{base, cli};

use super::floor;
use super::table::{Cost, Measured};

/// A kind of view by its name, and which addresses are of it.
type Kind<'a> = (&'a str, &'a dyn Fn(&str) -> bool);

/// The day on which every run takes place.
const TODAY: &str = "2026-12-31";

pub fn run(words: &[&str]) -> ExitCode {
    let done = match words {
        ["build", project, out] => return build(project, out),
        ["floor", project, out, shell] => {
            floor::run(project.as_ref(), out.as_ref(), shell.as_ref())
                .map(|()| println!("{}", Cost::of_this_process()))
        }
        ["views", project, story, text] => views(project.as_ref(), story, text.as_ref()),
        _ => Err(anyhow::anyhow!("there is no such part")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The program itself, as it runs from the command line.
fn build(project: &str, out: &str) -> ExitCode {
    let words =
        ["storywall", "build", "--root", project, "--out", out, "--today", TODAY, "--quiet"];
    let ended = cli::run(cli::Args::parse_from(words));
    println!("{}", Cost::of_this_process());
    ended
}

/// One edit, and single pages of each kind.
fn views(project: &Path, story: &str, text: &Path) -> anyhow::Result<()> {
    let mut folder = Folder::open(project)?;
    let mut workspace = Workspace::new(Settings {
        today: base::date::parse_date(TODAY).ok().context("the day is one")?,
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: None,
    });
    let mut snapshot = workspace.apply(folder.changes()?);
    let story = SourcePath::new(story).context("the story lies in the project")?;
    let text = fs::read_to_string(text)?;
    let mut edit = |name: &str, edited: &dyn Fn(usize) -> String| {
        let mut times = vec![];
        for round in 0..15 {
            let content = Content::Text(edited(round).into());
            let changes = vec![Change { path: story.clone(), content }];
            let begun = Instant::now();
            snapshot = workspace.apply(changes);
            times.push(begun.elapsed());
        }
        println!("{}", Measured::of(name, times));
    };
    edit("edited words to a new snapshot", &|round| format!("{text}\n\nEdit {round}.\n"));
    let title = |round| text.replacen("title: ", &format!("title: Edit {round} "), 1);
    edit("an edited title to a new snapshot", &title);
    let kinds: [Kind<'_>; 6] = [
        ("home", &|path| path == "index.html"),
        ("story", &|path| path.contains("/story-")),
        ("wall", &|path| path.starts_with("stories/page-")),
        ("filtered wall", &|path| path.starts_with("stories/by/")),
        ("person", &|path| path.starts_with("people/person-")),
        ("feed", &|path| path.starts_with("feeds/") && path.ends_with(".xml")),
    ];
    for (name, is_meant) in kinds {
        println!("{}", Measured::of(name, rendered(&snapshot, is_meant)));
    }
    Ok(())
}

/// The times of up to 200 pages, evenly taken from all that are meant.
fn rendered(snapshot: &Snapshot, is_meant: &dyn Fn(&str) -> bool) -> Vec<Duration> {
    let all: Vec<&UrlPath> =
        snapshot.addresses().filter(|address| is_meant(address.as_str())).collect();
    let step = all.len().div_ceil(200).max(1);
    let mut sample: Vec<&UrlPath> = all.into_iter().step_by(step).collect();
    if let [only] = sample.as_slice() {
        sample = vec![*only; 20];
    }
    let time = |address: &UrlPath| {
        let begun = Instant::now();
        hint::black_box(snapshot.render(address).map(|output| output.is_ok()));
        begun.elapsed()
    };
    sample.into_iter().map(time).collect()
}
