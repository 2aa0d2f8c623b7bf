//! The project as it is now, for those who look at it: one moment after the other.

mod lights;

use std::collections::BTreeMap;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::sync::watch;

use crate::base::{Change, SourcePath, UrlPath};
use crate::site::Settings;
use crate::workspace::{DevelopedPhoto, Snapshot, Workspace};
use lights::Lights;

/// A workspace, and the moment that everybody sees.
pub(crate) struct Live {
    workspace: Mutex<Workspace>,
    now: watch::Sender<Arc<Moment>>,
    lights: Arc<Lights>,
}

/// The project at one moment, and how it came to it.
pub(crate) struct Moment {
    pub(crate) snapshot: Arc<Snapshot>,
    /// Counts the moments from 1.
    pub(crate) number: u64,
    pub(crate) record: MomentRecord,
    /// Where pages went since the beginning, by where they were.
    moves: Arc<BTreeMap<UrlPath, UrlPath>>,
    /// The same files in other lights.
    lights: Arc<Lights>,
}

/// What made a moment, and how long that took.
#[derive(Clone, Debug)]
pub(crate) struct MomentRecord {
    pub(crate) at: SystemTime,
    pub(crate) cause: Cause,
    /// The files that differ from the moment before, or that were looked into.
    pub(crate) files: Vec<SourcePath>,
    /// How long it took to look at the folder, and to make a snapshot of what differed.
    pub(crate) looking: Duration,
    pub(crate) making: Duration,
}

/// Why there is another moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Files were saved, came, or went.
    Saved,
    /// Photos were looked into.
    Developed,
    /// The day ended.
    Turned,
}

/// A page that is moved more often in one sitting is found by other means.
const MAX_MOVES: usize = 16;

impl Live {
    /// Begins with a workspace and its first changes.
    pub(crate) fn new(mut workspace: Workspace, changes: Vec<Change>, looking: Duration) -> Live {
        let (snapshot, record) = applied(&mut workspace, changes, looking);
        let (number, moves, lights) = (1, Arc::default(), Arc::<Lights>::default());
        lights.begin(number);
        let first = Moment { snapshot, number, record, moves, lights: lights.clone() };
        let now = watch::Sender::new(Arc::new(first));
        Live { workspace: Mutex::new(workspace), now, lights }
    }

    /// What is seen now.
    pub(crate) fn now(&self) -> Arc<Moment> {
        self.now.borrow().clone()
    }

    /// Receives every moment that comes.
    pub(crate) fn follow(&self) -> watch::Receiver<Arc<Moment>> {
        self.now.subscribe()
    }

    /// Tells whenever somebody looks in a light that nobody has looked in at this moment: it may
    /// show photos that no other does.
    pub(crate) fn tell_of_lights(&self, listener: Sender<()>) {
        self.lights.tell(listener);
    }

    /// Takes what differs in the folder; without a change, nothing happens.
    pub(crate) fn apply(&self, changes: Vec<Change>, looking: Duration) {
        if changes.is_empty() {
            return;
        }
        let mut workspace = self.workspace();
        let (snapshot, record) = applied(&mut workspace, changes, looking);
        self.put(snapshot, record);
    }

    /// Takes what the pixels of photos say.
    pub(crate) fn develop(&self, developed: Vec<DevelopedPhoto>) {
        if developed.is_empty() {
            return;
        }
        let mut workspace = self.workspace();
        let begun = SystemTime::now();
        let files = developed.iter().map(|photo| photo.path.clone()).collect();
        let snapshot = workspace.develop(developed);
        self.put(snapshot, MomentRecord::since(begun, Cause::Developed, files));
    }

    /// Another day counts as today.
    pub(crate) fn turn(&self, settings: Settings) {
        let mut workspace = self.workspace();
        let begun = SystemTime::now();
        let snapshot = workspace.turn(settings);
        self.put(snapshot, MomentRecord::since(begun, Cause::Turned, vec![]));
    }

    /// Another workspace takes the place of this one: everything is given to it next.
    pub(crate) fn begin_anew(&self, workspace: Workspace) {
        *self.workspace() = workspace;
    }

    /// Who panicked while it worked is followed by another workspace (`begin_anew`).
    fn workspace(&self) -> MutexGuard<'_, Workspace> {
        self.workspace.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, snapshot: Arc<Snapshot>, record: MomentRecord) {
        let last = self.now();
        let new = last.snapshot.moves_to(&snapshot, &record.files);
        let mut moves = last.moves.clone();
        if !new.is_empty() {
            let moves = Arc::make_mut(&mut moves);
            moves.extend(new);
            // Where there is a page again, nobody is sent away.
            moves.retain(|from, _| snapshot.route(from).is_none());
        }
        let (number, lights) = (last.number + 1, self.lights.clone());
        lights.begin(number);
        self.now.send_replace(Arc::new(Moment { snapshot, number, record, moves, lights }));
    }
}

impl Moment {
    /// The project for these readers, as of that day.
    pub(crate) fn under(&self, settings: &Settings) -> Arc<Snapshot> {
        if settings == self.snapshot.settings() {
            return self.snapshot.clone();
        }
        self.lights.under(self.number, &self.snapshot, settings)
    }

    /// The project as guests see it, under the settings that are theirs.
    pub(crate) fn for_guests(&self, settings: &Settings) -> Arc<Snapshot> {
        if settings == self.snapshot.settings() {
            return self.snapshot.clone();
        }
        self.lights.for_guests(self.number, &self.snapshot, settings)
    }

    /// All snapshots that somebody looks at: now, and in other lights.
    pub(crate) fn snapshots(&self) -> Vec<Arc<Snapshot>> {
        let lights = self.lights.all(self.number);
        std::iter::once(self.snapshot.clone()).chain(lights).collect()
    }

    /// Where the text is now whose page was at `address`.
    pub(crate) fn moved(&self, address: &UrlPath) -> Option<&UrlPath> {
        let mut now = self.moves.get(address)?;
        for _ in 0..MAX_MOVES {
            if self.snapshot.route(now).is_some() {
                return (now != address).then_some(now);
            }
            now = self.moves.get(now)?;
        }
        None
    }
}

impl MomentRecord {
    fn since(begun: SystemTime, cause: Cause, files: Vec<SourcePath>) -> MomentRecord {
        let (at, looking) = (SystemTime::now(), Duration::ZERO);
        MomentRecord { at, cause, files, looking, making: begun.elapsed().unwrap_or_default() }
    }
}

fn applied(
    workspace: &mut Workspace,
    changes: Vec<Change>,
    looking: Duration,
) -> (Arc<Snapshot>, MomentRecord) {
    let files = changes.iter().map(|change| change.path.clone()).collect();
    let begun = SystemTime::now();
    let snapshot = workspace.apply(changes);
    (snapshot, MomentRecord { looking, ..MomentRecord::since(begun, Cause::Saved, files) })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::base::Date;
    use crate::site::BuildAudience;

    #[test]
    fn who_looks_in_another_light_is_told_of_once_a_moment() {
        let today = Date::constant(2026, 11, 21);
        let audience = BuildAudience::Internal;
        let plain = Settings { today, drafts: false, audience, base_url: None };
        let lit = Settings { drafts: true, ..plain.clone() };
        let live = Live::new(Workspace::new(plain.clone()), vec![], Duration::ZERO);
        let (listener, told) = mpsc::channel();
        live.tell_of_lights(listener);
        let moment = live.now();
        moment.under(&plain);
        assert!(told.try_recv().is_err(), "what is seen anyway was looked into");
        moment.under(&lit);
        assert!(told.try_recv().is_ok());
        moment.under(&lit);
        assert!(told.try_recv().is_err(), "it is known");
        assert_eq!(moment.snapshots().len(), 2);
    }
}
