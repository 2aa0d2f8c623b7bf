//! The parts that are timed, each in a process of its own.

use std::ffi::OsString;
use std::hint;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Context;
use storywall::base::UrlPath;
use storywall::site::{BuildAudience, BuildOptions};
use storywall::workspace::Snapshot;
use storywall::{base, cli};

use super::edits;
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
        ["views", project, story] => views(project.as_ref(), story),
        ["many", project, story] => {
            options().and_then(|it| edits::many(project.as_ref(), story, it))
        }
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
    let ended = cli::run(words.map(OsString::from));
    println!("{}", Cost::of_this_process());
    ended
}

fn options() -> anyhow::Result<BuildOptions> {
    Ok(BuildOptions {
        today: base::date::parse_date(TODAY).ok().context("the day is one")?,
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: None,
    })
}

/// The start and edits, and single pages of each kind.
fn views(project: &Path, story: &str) -> anyhow::Result<()> {
    let snapshot = edits::run(project, story, options()?)?;
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
