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
    pub floor: Vec<Cost>,
    pub first: Vec<Cost>,
    pub second: Vec<Cost>,
    pub views: Vec<Measured>,
}

/// What one run took.
#[derive(Clone, Copy, Default)]
pub struct Cost {
    pub wall: Duration,
    /// Of all processors: hardly disturbed by what else the machine does.
    pub busy: Duration,
    /// Kilobytes.
    pub peak: u64,
}

impl Cost {
    /// All but the time by the clock.
    pub fn of_this_process() -> Cost {
        let busy = threads().unwrap_or_default();
        Cost {
            busy: Duration::from_nanos(busy),
            peak: peak().unwrap_or_default(),
            ..Cost::default()
        }
    }

    /// Reads what `Display` wrote.
    pub fn parse(text: &str, wall: Duration) -> Option<Cost> {
        let (busy, peak) = text.trim().split_once(' ')?;
        Some(Cost {
            wall,
            busy: Duration::from_nanos(busy.parse().ok()?),
            peak: peak.parse().ok()?,
        })
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.busy.as_nanos(), self.peak)
    }
}

fn threads() -> Option<u64> {
    let mut busy = 0;
    for thread in fs::read_dir("/proc/self/task").ok()? {
        let times = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        busy += times.split(' ').next()?.parse::<u64>().ok()?;
    }
    Some(busy)
}

fn peak() -> Option<u64> {
    memory("VmHWM:")
}

/// What the process holds now, in kilobytes.
pub fn resident() -> Option<u64> {
    memory("VmRSS:")
}

fn memory(which: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(which))?;
    line.split_whitespace().next()?.parse().ok()
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
    let (floor, first, second) = (&row.floor, &row.first, &row.second);
    let mut out = String::new();
    let megabytes = row.bytes as f64 / 1e6;
    let _ = writeln!(out, "## {} stories, {} files, {megabytes:.0} MB\n", row.stories, row.pages);
    let _ = writeln!(out, "| what | ms | ratio | CPU ms | ratio |\n|---|--:|--:|--:|--:|");
    line(&mut out, "floor (stories only)", floor, floor, "floor");
    line(&mut out, "full build", first, floor, "floor");
    line(&mut out, "second build", second, first, "first");
    out.push_str(&of_views(&row.views));
    let peak = first.iter().map(|cost| cost.peak).max().unwrap_or_default();
    let _ = writeln!(out, "\nPeak of memory: {:.0} MB", peak as f64 / 1024.0);
    let _ = writeln!(
        out,
        "Each, ms: floor {}; full {}; second {}",
        each(floor),
        each(first),
        each(second)
    );
    out
}

/// Lines of the same table.
pub fn of_views(views: &[Measured]) -> String {
    let mut out = String::new();
    for view in views {
        let (median, most) = (view.median as f64 / 1e3, view.most as f64 / 1e3);
        let _ = writeln!(out, "| {} | {median:.3} | at most {most:.3} ms | | |", view.name);
    }
    out
}

fn line(out: &mut String, what: &str, costs: &[Cost], against: &[Cost], name: &str) {
    let (wall, busy) = (middle(costs, wall), middle(costs, busy));
    let by_wall = wall / middle(against, self::wall);
    let by_busy = busy / middle(against, self::busy);
    let _ = writeln!(
        out,
        "| {what} | {wall:.0} | {by_wall:.2} × {name} | {busy:.0} | {by_busy:.2} × {name} |"
    );
}

/// How the time grows with the site, from each size to the next.
pub fn growth(rows: &[Row]) -> String {
    let mut out = String::new();
    for pair in rows.windows(2) {
        let (less, more) = (&pair[0], &pair[1]);
        let ratio = middle(&more.first, wall) / middle(&less.first, wall);
        let _ = writeln!(
            out,
            "{} stories take {ratio:.2} × the time of {}",
            more.stories, less.stories
        );
    }
    out
}

fn each(costs: &[Cost]) -> String {
    costs.iter().map(|cost| format!("{:.0}", wall(cost))).collect::<Vec<_>>().join(" ")
}

fn wall(cost: &Cost) -> f64 {
    cost.wall.as_secs_f64() * 1e3
}

fn busy(cost: &Cost) -> f64 {
    cost.busy.as_secs_f64() * 1e3
}

fn middle(costs: &[Cost], of: fn(&Cost) -> f64) -> f64 {
    let mut values: Vec<f64> = costs.iter().map(of).collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn median(sorted: &[Duration]) -> Duration {
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}
