//! The project as it is now, for all that show it: one moment after the other.

mod snapshot_cache;

use std::collections::BTreeMap;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::sync::watch;

use crate::base::{Change, SourcePath, UrlPath, Zone};
use crate::site::BuildOptions;
use crate::workspace::{DevelopedPhoto, Snapshot, Workspace};
use snapshot_cache::SnapshotCache;

/// For whom and for which day a site is, by the time zone that its `site.toml` names.
pub(crate) type OptionsNow = dyn Fn(Option<&Zone>) -> BuildOptions + Send + Sync;

/// A workspace, and the moment that everybody sees.
pub(crate) struct Live {
    workspace: Mutex<Workspace>,
    now: watch::Sender<Arc<Moment>>,
    cache: Arc<SnapshotCache>,
}

/// The project at one moment, and how it came to it.
pub(crate) struct Moment {
    pub(crate) snapshot: Arc<Snapshot>,
    /// Counts the moments from 1.
    pub(crate) number: u64,
    pub(crate) record: MomentRecord,
    /// Where pages went since the beginning, by where they were.
    moves: Arc<BTreeMap<UrlPath, UrlPath>>,
    /// The same files under other settings.
    cache: Arc<SnapshotCache>,
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
        let (number, moves, cache) = (1, Arc::default(), Arc::<SnapshotCache>::default());
        cache.begin(number);
        let first = Moment { snapshot, number, record, moves, cache: cache.clone() };
        let now = watch::Sender::new(Arc::new(first));
        Live { workspace: Mutex::new(workspace), now, cache }
    }

    /// What is seen now.
    pub(crate) fn now(&self) -> Arc<Moment> {
        self.now.borrow().clone()
    }

    /// Receives every moment that comes.
    pub(crate) fn follow(&self) -> watch::Receiver<Arc<Moment>> {
        self.now.subscribe()
    }

    /// Sends a message whenever a snapshot is made under settings that nobody has asked for at this
    /// moment: it may show photos that no other does.
    pub(crate) fn announce_snapshots(&self, listener: Sender<()>) {
        self.cache.announce_to(listener);
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
    pub(crate) fn set_options(&self, options: BuildOptions) {
        let mut workspace = self.workspace();
        let begun = SystemTime::now();
        let snapshot = workspace.set_options(options);
        self.put(snapshot, MomentRecord::since(begun, Cause::Turned, vec![]));
    }

    /// Another workspace takes the place of this one: everything is given to it next.
    pub(crate) fn begin_anew(&self, workspace: Workspace) {
        *self.workspace() = workspace;
    }

    /// After a panic with the lock held, another workspace takes its place (`begin_anew`).
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
            // Where there is a page again, there is no redirect.
            moves.retain(|from, _| snapshot.route(from).is_none());
        }
        let (number, cache) = (last.number + 1, self.cache.clone());
        cache.begin(number);
        self.now.send_replace(Arc::new(Moment { snapshot, number, record, moves, cache }));
    }
}

impl Moment {
    /// The project for these readers, as of that day.
    pub(crate) fn under(&self, options: &BuildOptions) -> Arc<Snapshot> {
        if options == self.snapshot.options() {
            return self.snapshot.clone();
        }
        self.cache.under(self.number, &self.snapshot, options)
    }

    /// The project as guests see it, under the settings that are theirs.
    pub(crate) fn for_guests(&self, options: &BuildOptions) -> Arc<Snapshot> {
        if options == self.snapshot.options() {
            return self.snapshot.clone();
        }
        self.cache.for_guests(self.number, &self.snapshot, options)
    }

    /// All snapshots that are shown: now, and under other settings.
    pub(crate) fn snapshots(&self) -> Vec<Arc<Snapshot>> {
        let others = self.cache.all(self.number);
        std::iter::once(self.snapshot.clone()).chain(others).collect()
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
    fn other_settings_are_announced_once_a_moment() {
        let today = Date::constant(2026, 11, 21);
        let audience = BuildAudience::Internal;
        let plain = BuildOptions { today, drafts: false, audience, base_url: None };
        let other = BuildOptions { drafts: true, ..plain.clone() };
        let live = Live::new(Workspace::new(plain.clone()), vec![], Duration::ZERO);
        let (listener, announced) = mpsc::channel();
        live.announce_snapshots(listener);
        let moment = live.now();
        moment.under(&plain);
        assert!(announced.try_recv().is_err(), "what is seen anyway was looked into");
        moment.under(&other);
        assert!(announced.try_recv().is_ok());
        moment.under(&other);
        assert!(announced.try_recv().is_err(), "it is known");
        assert_eq!(moment.snapshots().len(), 2);
    }
}
