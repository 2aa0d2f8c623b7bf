//! What was measured, as a table of Markdown.

use std::fmt::{self, Write};
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::Context;

/// All of one size.
#[derive(Default)]
pub struct Row {
    pub stories: usize,
    pub pages: usize,
    pub bytes: u64,
    pub floor: Vec<Duration>,
    pub first: Vec<Duration>,
    pub second: Vec<Duration>,
    /// Kilobytes.
    pub peak: u64,
    pub views: Vec<Measured>,
}

/// Several runs of one thing, in microseconds.
pub struct Measured {
    name: String,
    median: u128,
    most: u128,
}

impl Measured {
    pub fn of(name: &str, mut times: Vec<Duration>) -> Measured {
        times.sort_unstable();
        let most = times.last().map_or(0, Duration::as_micros);
        Measured { name: name.to_owned(), median: median(&times).as_micros(), most }
    }

    /// Reads what `Display` wrote.
    pub fn parse(line: &str) -> Option<Measured> {
        let mut parts = line.splitn(3, ' ');
        let (median, most) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Measured { name: parts.next()?.to_owned(), median, most })
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.median, self.most, self.name)
    }
}

/// Pages and bytes of a published site, by its own manifest.
pub fn published(public: &Path) -> anyhow::Result<(usize, u64)> {
    let manifest = fs::read_to_string(public.join(".storywall-manifest"))
        .context("the build wrote no manifest")?;
    let sizes: Vec<u64> =
        manifest.lines().filter_map(|line| line.split(' ').nth(1)?.parse().ok()).collect();
    // The first and the last line have no size.
    Ok((sizes.len(), sizes.iter().sum()))
}

pub fn of(row: &Row) -> String {
    let (floor, first, second) = (middle(&row.floor), middle(&row.first), middle(&row.second));
    let mut out = String::new();
    let megabytes = row.bytes as f64 / 1e6;
    let _ = writeln!(out, "## {} stories, {} files, {megabytes:.0} MB\n", row.stories, row.pages);
    let _ = writeln!(out, "| what | ms | ratio |\n|---|--:|--:|");
    let _ = writeln!(out, "| floor (stories only) | {floor:.0} | 1.00 |");
    let _ = writeln!(out, "| full build | {first:.0} | {:.2} × floor |", first / floor);
    let _ = writeln!(out, "| second build | {second:.0} | {:.2} × the first |", second / first);
    for view in &row.views {
        let (median, most) = (view.median as f64 / 1e3, view.most as f64 / 1e3);
        let _ = writeln!(out, "| {} | {median:.3} | at most {most:.3} ms |", view.name);
    }
    let _ = writeln!(out, "| peak of memory | {:.0} MB | |", row.peak as f64 / 1024.0);
    let _ = writeln!(out, "\nfloor: {}; full: {}", each(&row.floor), each(&row.first));
    out
}

/// How the time grows with the site, from each size to the next.
pub fn growth(rows: &[Row]) -> String {
    let mut out = String::new();
    for pair in rows.windows(2) {
        let (less, more) = (&pair[0], &pair[1]);
        let ratio = middle(&more.first) / middle(&less.first);
        let _ = writeln!(
            out,
            "{} stories take {ratio:.2} × the time of {}",
            more.stories, less.stories
        );
    }
    out
}

fn each(times: &[Duration]) -> String {
    times.iter().map(|time| format!("{:.0}", milliseconds(*time))).collect::<Vec<_>>().join(" ")
}

fn middle(times: &[Duration]) -> f64 {
    let mut times = times.to_vec();
    times.sort_unstable();
    milliseconds(median(&times))
}

fn median(sorted: &[Duration]) -> Duration {
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
