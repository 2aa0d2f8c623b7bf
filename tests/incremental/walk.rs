//! A project that is edited, and a workspace that is told of it: after each edit it is what a
//! workspace that begins now makes of the same files.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::chance::Chance;
use crate::edits::edit;
use crate::pixels::{is_damaged, known, outcomes};
use crate::project::{Project, change, options, source_path};
use crate::seen::{Part, Seen};
use crate::start::start;
use storywall::base::{Change, Content, Date, Hash, SourcePath};
use storywall::site::{BuildAudience, BuildOptions};
use storywall::workspace::{Snapshot, Workspace};

/// A project, what is known of it, and the workspace that is told of each edit.
pub(crate) struct Walk {
    start: Project,
    pub(crate) project: Project,
    options: BuildOptions,
    workspace: Workspace,
    last: Arc<Snapshot>,
    /// Files of photos whose pixels were told.
    known: BTreeSet<Hash>,
    /// Photos whose pixels were told to be damaged.
    damaged: Vec<SourcePath>,
}

impl Walk {
    pub(crate) fn begin() -> Walk {
        let start = start();
        let mut workspace = Workspace::new(options());
        let last = workspace.apply(start.changes());
        let (known, damaged) = (BTreeSet::new(), vec![]);
        let options = options();
        Walk { project: start.clone(), start, options, workspace, last, known, damaged }
    }

    /// One look at the folder after some edits: what was done, and what is wrong with the answer.
    pub(crate) fn step(&mut self, seed: u64) -> (String, Option<String>) {
        let mut chance = Chance::new(seed);
        let before = self.project.clone();
        let count = if chance.once_in(5) { 2 + chance.below(5) } else { 1 };
        let mut done = vec![];
        // A project whose settings are broken tells little: they are soon mended.
        let site = source_path("site.toml");
        let is_other = !is_same(self.project.files.get(&site), self.start.files.get(&site));
        if is_other && chance.once_in(4) {
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
        let wrong = self.told(changes, &mut chance, &mut done);
        (done.join("\n"), wrong)
    }

    /// What is wrong with the answer after one text has become another.
    pub(crate) fn write(&mut self, path: &SourcePath, text: &str, seed: u64) -> Option<String> {
        let content = Content::Text(text.into());
        self.project.files.insert(path.clone(), content.clone());
        let wrong = self.compare(vec![change(path, content)], Part(seed), false);
        wrong.map(|wrong| format!("{path}\n{text}\n{wrong}"))
    }

    fn told(
        &mut self,
        changes: Vec<Change>,
        chance: &mut Chance,
        done: &mut Vec<String>,
    ) -> Option<String> {
        let part = Part(chance.next());
        // A snapshot that somebody holds stays as it is, whatever comes after it.
        let seen = |last: &Snapshot, options: &BuildOptions| Seen::of(last, options, part);
        let (last, before) = (self.last.clone(), self.options.clone());
        let held = chance.once_in(15).then(|| seen(&last, &before));
        let is_usual = self.options == options();
        if chance.once_in(if is_usual { 20 } else { 6 }) {
            self.options = if is_usual { other_settings(chance) } else { options() };
            done.push(format!("turn to {:?}", self.options));
            self.workspace.set_options(self.options.clone());
        }
        let is_developed = chance.once_in(4);
        if is_developed {
            done.push("look into the pixels of photos".to_owned());
        }
        if let Some(wrong) = self.compare(changes, part, is_developed) {
            return Some(wrong);
        }
        if let Some(wrong) = held.and_then(|held| seen(&last, &before).unlike(&held)) {
            return Some(format!("the snapshot of before is another now:\n{wrong}"));
        }
        // A photo that was found damaged is told under any settings, also where it is not shown.
        if self.damaged.is_empty() && chance.once_in(12) {
            let other = other_settings(chance);
            let (_, wanted) = self.fresh(&other);
            let own = seen(&self.last.under(other.clone()), &other);
            let wrong = own.unlike(&seen(&wanted, &other));
            return wrong.map(|wrong| format!("under {other:?}:\n{wrong}"));
        }
        None
    }

    /// Tells the workspace of the changes, and compares what it says with what a new one says.
    fn compare(&mut self, changes: Vec<Change>, part: Part, is_developed: bool) -> Option<String> {
        let mut changes = changes;
        // A photo that is found damaged is so until something is told of its file.
        for path in self.damaged.drain(..) {
            if let Some(content) = self.project.files.get(&path) {
                changes.push(change(&path, content.clone()));
            }
        }
        let mut snapshot = self.workspace.apply(changes);
        let (mut fresh, mut wanted) = self.fresh(&self.options);
        if is_developed {
            let photos = snapshot.undeveloped_photos();
            let damaged = photos.iter().filter(|photo| is_damaged(photo.picture.hash));
            self.damaged = damaged.map(|photo| photo.path.clone()).collect();
            self.known.extend(photos.iter().map(|photo| photo.picture.hash));
            snapshot = self.workspace.develop(outcomes(&photos));
            wanted = fresh.develop(outcomes(&wanted.undeveloped_photos()));
        }
        self.last = snapshot;
        let seen = |snapshot: &Snapshot| Seen::of(snapshot, &self.options, part);
        seen(&self.last).unlike(&seen(&wanted))
    }

    /// A workspace that begins now, and knows the same photos.
    fn fresh(&self, options: &BuildOptions) -> (Workspace, Arc<Snapshot>) {
        let mut fresh = Workspace::new(options.clone());
        let mut snapshot = fresh.apply(self.project.changes());
        if !self.known.is_empty() {
            snapshot = fresh.develop(known(&self.known));
        }
        (fresh, snapshot)
    }
}

fn other_settings(chance: &mut Chance) -> BuildOptions {
    let days = [(2026, 11, 21), (2026, 11, 22), (2026, 11, 24), (2026, 12, 1), (2027, 2, 1)];
    let (year, month, day) = days[chance.below(days.len())];
    BuildOptions {
        today: Date::constant(year, month, day),
        drafts: chance.once_in(3),
        audience: match chance.once_in(2) {
            true => BuildAudience::Public,
            false => BuildAudience::Internal,
        },
        base_url: None,
    }
}

pub(crate) fn is_same(one: Option<&Content>, other: Option<&Content>) -> bool {
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
