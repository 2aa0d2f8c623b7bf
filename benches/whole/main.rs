//! What a whole site costs, beside the least that any generator must do: `cargo bench --bench
//! whole -- 1000 10000 50000`. Milliseconds differ from machine to machine; the ratios count.
//!
//! `-- --write FOLDER 1000` only writes the project, `-- --edits 1000` measures the start, edits and
//! single pages only. Before the numbers, `--new-code` makes every
//! piece of code in it a new one, and then `--languages 3` gives it three languages.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "it measures what the disk and the clock say, and tells it"
)]
#![allow(unreachable_pub, reason = "its modules are shared with nobody, but read as such")]

mod child;
mod edits;
mod floor;
#[path = "../site/mod.rs"]
mod site;
mod table;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context, ensure};
use mimalloc::MiMalloc;

use site::Scale;
use table::{Cost, Measured, Row};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    // Cargo adds a word of its own.
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["--child", rest @ ..] => return child::run(rest),
        ["--write", folder, rest @ ..] => write(Path::new(folder), rest),
        ["--edits", rest @ ..] => edits(rest),
        rest => measure(rest),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The scales that the command line names; the smallest if it names none.
fn scales(words: &[&str]) -> anyhow::Result<Vec<Scale>> {
    let (new_code, words) = match words {
        ["--new-code", rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let (languages, numbers) = match words {
        ["--languages", count, rest @ ..] => (count.parse()?, rest),
        rest => (1, rest),
    };
    let numbers = if numbers.is_empty() { &["1000"] } else { numbers };
    let scale = |number: &&str| Ok(Scale { stories: number.parse()?, languages, new_code });
    numbers.iter().map(scale).collect::<anyhow::Result<_>>().context("give numbers of stories")
}

fn write(folder: &Path, words: &[&str]) -> anyhow::Result<()> {
    scales(words)?.iter().try_for_each(|scale| Ok(site::write(folder, scale)?))
}

fn measure(words: &[&str]) -> anyhow::Result<()> {
    // All is deleted at the end only: files that are made soon after others were deleted are made
    // slowly.
    let folder = tempfile::tempdir()?;
    let mut rows = vec![];
    for scale in scales(words)? {
        rows.push(of_scale(&scale, &folder.path().join(scale.stories.to_string()))?);
        println!("{}", table::of(rows.last().expect("one was put there")));
    }
    print!("{}", table::growth(&rows));
    Ok(())
}

/// Everything of one size. Each run has a fresh output folder.
fn of_scale(scale: &Scale, folder: &Path) -> anyhow::Result<Row> {
    let project = folder.join("project");
    site::write(&project, scale)?;
    let out = |name: &str, round: usize| folder.join(format!("{name}-{round}/public"));
    let rounds = match scale.stories {
        0..=2_000 => 7,
        2_001..=20_000 => 5,
        _ => 3,
    };
    let mut row = Row { stories: scale.stories, ..Row::default() };
    // The first one warms the caches, and shows how large pages are.
    let warm = out("warm", 0);
    child("build", &[&project, &warm])?;
    (row.pages, row.bytes) = table::published(&warm)?;
    let shell = folder.join("shell");
    fs::write(&shell, floor::shell(&project, &warm)?)?;
    for round in 0..rounds {
        let (floor, public) = (out("floor", round), out("build", round));
        row.floor.push(cost("floor", &[&project, &floor, &shell])?);
        row.first.push(cost("build", &[&project, &public])?);
        row.second.push(cost("build", &[&project, &public])?);
    }
    row.views = views(&project, scale)?;
    Ok(row)
}

fn edits(words: &[&str]) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    for scale in scales(words)? {
        let project = folder.path().join(scale.stories.to_string());
        site::write(&project, &scale)?;
        print!("## {} stories\n\n{}", scale.stories, table::of_views(&views(&project, &scale)?));
        child("many", &[&project, Path::new(&site::a_story(&scale))])?;
    }
    Ok(())
}

/// The start, edits, and single pages of each kind.
fn views(project: &Path, scale: &Scale) -> anyhow::Result<Vec<Measured>> {
    let (_, told) = child("views", &[project, Path::new(&site::a_story(scale))])?;
    Ok(told.lines().filter_map(Measured::parse).collect())
}

fn cost(part: &str, paths: &[&Path]) -> anyhow::Result<Cost> {
    let (took, told) = child(part, paths)?;
    Cost::parse(&told, took).context("a part did not say what it cost")
}

/// Runs a part of the work in a process of its own: how long it took, and what it said.
fn child(part: &str, paths: &[&Path]) -> anyhow::Result<(Duration, String)> {
    // What earlier runs left to be written to the disk is not this one's.
    rustix::fs::sync();
    if let Some(folder) = paths.get(1).and_then(|out| out.parent()).filter(|it| it.is_absolute()) {
        fs::create_dir_all(folder)?;
    }
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
    let begun = Instant::now();
    let mut command = Command::new(env::current_exe()?);
    let ended = command.arg("--child").arg(part).args(paths).stderr(Stdio::inherit()).output()?;
    let took = begun.elapsed();
    ensure!(ended.status.success(), "the part “{part}” failed");
    Ok((took, String::from_utf8(ended.stdout)?))
}
