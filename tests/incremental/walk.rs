//! A walk through random edits: after each, the project is what a program that begins now makes of
//! the same files, byte for byte.

use crate::chance::Chance;
use crate::edits::edit;
use crate::project::{Project, change, settings, source_path};
use crate::seen::Seen;
use crate::start::start;
use rayon::prelude::*;
use storywall::base::{Change, Content, Date};
use storywall::site::{BuildAudience, Settings};
use storywall::workspace::Workspace;

/// Edits from one beginning: later ones meet a project in which much is broken already.
const LENGTH: u64 = 25;

/// Edits where nobody asks for more.
const FEW: u64 = 300;

/// A project that is edited, and the workspace that is told of it.
struct Walk {
    start: Project,
    project: Project,
    settings: Settings,
    workspace: Workspace,
}

impl Walk {
    fn begin() -> Walk {
        let start = start();
        let mut workspace = Workspace::new(settings());
        workspace.apply(start.changes());
        Walk { project: start.clone(), start, settings: settings(), workspace }
    }

    /// One look at the folder after some edits: what was done, and what is wrong with the answer.
    fn step(&mut self, seed: u64) -> (String, Option<String>) {
        let mut chance = Chance::new(seed);
        let before = self.project.clone();
        let count = if chance.once_in(5) { 2 + chance.below(5) } else { 1 };
        let mut done = vec![];
        // Without its settings or with broken ones, a project tells little: it is soon mended.
        let site = source_path("site.toml");
        if !is_same(self.project.files.get(&site), self.start.files.get(&site)) && chance.once_in(4)
        {
            self.project.files.insert(site.clone(), self.start.files[&site].clone());
            done.push("heal site.toml".to_owned());
        }
        for _ in 0..count {
            done.extend(edit(&mut self.project, &self.start, &mut chance));
        }
        let mut changes = changes(&before, &self.project);
        if chance.once_in(8) {
            // What has not changed may be told as well.
            let all = self.project.changes();
            changes.extend(chance.one_of(&all).cloned());
        }
        let mut snapshot = self.workspace.apply(changes);
        let is_usual = format!("{:?}", self.settings) == format!("{:?}", settings());
        if chance.once_in(if is_usual { 20 } else { 6 }) {
            self.settings = if is_usual { other_settings(&mut chance) } else { settings() };
            done.push(format!("turn to {:?}", self.settings));
            snapshot = self.workspace.turn(self.settings.clone());
        }
        let mut fresh = Workspace::new(self.settings.clone());
        let wanted = fresh.apply(self.project.changes());
        let mut wrong = Seen::of(&snapshot).unlike(&Seen::of(&wanted));
        if wrong.is_none() && chance.once_in(10) {
            let other = other_settings(&mut chance);
            let wanted = self.project.open(other.clone());
            wrong = Seen::of(&snapshot.under(other.clone())).unlike(&Seen::of(&wanted));
            wrong = wrong.map(|wrong| format!("under {other:?}:\n{wrong}"));
        }
        (done.join("\n"), wrong)
    }
}

fn other_settings(chance: &mut Chance) -> Settings {
    let days = [(2026, 11, 21), (2026, 11, 22), (2026, 11, 24), (2026, 12, 1), (2027, 2, 1)];
    let (year, month, day) = days[chance.below(days.len())];
    Settings {
        today: Date::constant(year, month, day),
        drafts: chance.once_in(3),
        audience: match chance.once_in(2) {
            true => BuildAudience::Public,
            false => BuildAudience::Internal,
        },
        base_url: None,
    }
}

fn is_same(one: Option<&Content>, other: Option<&Content>) -> bool {
    match (one, other) {
        (Some(Content::Text(one)), Some(Content::Text(other))) => one == other,
        (one, other) => format!("{one:?}") == format!("{other:?}"),
    }
}

/// What a folder would tell.
fn changes(before: &Project, after: &Project) -> Vec<Change> {
    let gone = before.files.keys().filter(|path| !after.files.contains_key(*path));
    let gone = gone.map(|path| change(path, Content::Gone));
    let other = after.files.iter();
    let other = other.filter(|(path, content)| !is_same(before.files.get(*path), Some(content)));
    gone.chain(other.map(|(path, content)| change(path, content.clone()))).collect()
}

/// Goes through the edits, and says what was done and found where one of them goes wrong.
fn go(steps: &[u64]) -> Option<(usize, Vec<String>, String)> {
    let mut walk = Walk::begin();
    let mut done = vec![];
    for (at, seed) in steps.iter().enumerate() {
        let (what, wrong) = walk.step(*seed);
        done.push(what);
        if let Some(wrong) = wrong {
            return Some((at, done, wrong));
        }
    }
    None
}

/// The fewest of the steps that still go wrong.
fn shrunk(steps: &[u64]) -> Vec<u64> {
    let mut steps = steps.to_vec();
    let mut size = steps.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < steps.len() {
            let mut fewer = steps.clone();
            fewer.drain(at..(at + size).min(steps.len()));
            match go(&fewer) {
                Some((last, ..)) => {
                    fewer.truncate(last + 1);
                    steps = fewer;
                }
                None => at += size,
            }
        }
        size /= 2;
    }
    steps
}

#[test]
fn after_any_edit_a_project_is_what_it_would_be_from_nothing() {
    #[expect(clippy::disallowed_methods, reason = "whoever runs the tests says how many")]
    let wanted = std::env::var("STORYWALL_EDITS").ok().and_then(|count| count.parse().ok());
    let wanted: u64 = wanted.unwrap_or(FEW);
    let walk = |number: u64| {
        let mut chance = Chance::new(number);
        let steps: Vec<u64> = (0..LENGTH).map(|_| chance.next()).collect();
        let (at, ..) = go(&steps)?;
        Some((number, steps[..=at].to_vec()))
    };
    // Numbers of walks are never reused: the first that goes wrong is told, whoever is quicker.
    let wrong = (0..wanted.div_ceil(LENGTH)).into_par_iter().find_map_first(walk);
    let Some((number, steps)) = wrong else { return };
    let few = shrunk(&steps);
    let (_, done, wrong) = go(&few).expect("what was shrunk still goes wrong");
    let done = done.join("\n");
    panic!(
        "walk {number} goes wrong at its edit {}; these of its edits are enough:\n{done}\n\n{wrong}",
        steps.len()
    );
}
