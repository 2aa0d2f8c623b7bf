//! Snapshots of the same files under other settings, made on request: another day, other readers,
//! with drafts. Each is a site of its own, so only a few are kept, however many are asked for.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::site::BuildOptions;
use crate::workspace::Snapshot;

/// A snapshot that is made when the first asks for it.
type LazySnapshot = Arc<OnceLock<Arc<Snapshot>>>;

/// The snapshots of the current moment; those of earlier moments are dropped.
#[derive(Default)]
pub(super) struct SnapshotCache {
    state: Mutex<CacheState>,
    /// Receives a message for every snapshot that is made: it may show photos that no other does.
    listener: Mutex<Option<Sender<()>>>,
}

#[derive(Default)]
struct CacheState {
    /// Of the moment.
    number: u64,
    /// What was asked for last stands last.
    snapshots: Vec<(BuildOptions, LazySnapshot)>,
    /// The site that guests see, where it is another one than the writer's: whatever the writer
    /// looks at, it stays.
    guests: Option<(BuildOptions, LazySnapshot)>,
}

/// Snapshots that are kept ready: a writer compares two or three.
const MAX_SNAPSHOTS: usize = 6;
/// Addresses of all of them together, each of which takes about a kilobyte: of a large site, fewer
/// are kept, and one at least.
const MAX_ADDRESSES: usize = 60_000;

impl SnapshotCache {
    /// Sends a message for every snapshot that is made from now on.
    pub(super) fn announce_to(&self, listener: Sender<()>) {
        *self.listener.lock().unwrap_or_else(PoisonError::into_inner) = Some(listener);
    }

    /// Another moment begins: what was kept is dropped.
    pub(super) fn begin(&self, number: u64) {
        *self.state() = CacheState { number, ..CacheState::default() };
    }

    /// The project of moment `number`, which is `plain`, under other settings.
    pub(super) fn under(
        &self,
        number: u64,
        plain: &Arc<Snapshot>,
        options: &BuildOptions,
    ) -> Arc<Snapshot> {
        let most = (MAX_ADDRESSES / plain.addresses().count().max(1)).clamp(1, MAX_SNAPSHOTS);
        let snapshot = self.state().snapshot(number, options, most);
        self.made(&snapshot, plain, options)
    }

    /// The same for guests.
    pub(super) fn for_guests(
        &self,
        number: u64,
        plain: &Arc<Snapshot>,
        options: &BuildOptions,
    ) -> Arc<Snapshot> {
        let snapshot = self.state().guests(number, options);
        self.made(&snapshot, plain, options)
    }

    /// Those of moment `number` that were made.
    pub(super) fn all(&self, number: u64) -> Vec<Arc<Snapshot>> {
        let state = self.state();
        let snapshots =
            state.snapshots.iter().chain(&state.guests).filter(|_| state.number == number);
        snapshots.filter_map(|(_, snapshot)| snapshot.get().cloned()).collect()
    }

    fn made(
        &self,
        snapshot: &LazySnapshot,
        plain: &Arc<Snapshot>,
        options: &BuildOptions,
    ) -> Arc<Snapshot> {
        let mut is_new = false;
        let make = || {
            is_new = true;
            Arc::new(plain.under(options.clone()))
        };
        let made = snapshot.get_or_init(make).clone();
        let listener = self.listener.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(listener) = listener.as_ref().filter(|_| is_new) {
            // Without a listener, the following has ended.
            let _ = listener.send(());
        }
        made
    }

    fn state(&self) -> MutexGuard<'_, CacheState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CacheState {
    fn snapshot(&mut self, number: u64, options: &BuildOptions, most: usize) -> LazySnapshot {
        // A request under way may still use an earlier moment: nothing is kept for it.
        if number != self.number {
            return LazySnapshot::default();
        }
        let known = self.snapshots.iter().position(|(known, _)| known == options);
        let snapshot = match known {
            Some(at) => self.snapshots.remove(at).1,
            None => LazySnapshot::default(),
        };
        while self.snapshots.len() >= most {
            self.snapshots.remove(0);
        }
        self.snapshots.push((options.clone(), snapshot.clone()));
        snapshot
    }

    fn guests(&mut self, number: u64, options: &BuildOptions) -> LazySnapshot {
        if number != self.number {
            return LazySnapshot::default();
        }
        match &self.guests {
            Some((known, snapshot)) if known == options => snapshot.clone(),
            _ => {
                let snapshot = LazySnapshot::default();
                self.guests = Some((options.clone(), snapshot.clone()));
                snapshot
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Date;
    use crate::site::BuildAudience;
    use crate::workspace::Workspace;

    fn on(day: i8) -> BuildOptions {
        BuildOptions {
            today: Date::constant(2026, 11, day),
            drafts: false,
            audience: BuildAudience::Internal,
            base_url: None,
        }
    }

    #[test]
    fn the_number_of_cached_snapshots_is_limited() {
        let plain = Workspace::new(on(1)).apply(vec![]);
        let cache = SnapshotCache::default();
        cache.begin(1);
        let guests = cache.for_guests(1, &plain, &on(30));
        let second = cache.under(1, &plain, &on(2));
        for day in 3..=28 {
            cache.under(1, &plain, &on(day));
            assert!(Arc::ptr_eq(&second, &cache.under(1, &plain, &on(2))), "it is asked for often");
        }
        assert_eq!(cache.all(1).len(), MAX_SNAPSHOTS + 1);
        assert!(Arc::ptr_eq(&guests, &cache.for_guests(1, &plain, &on(30))));
    }

    #[test]
    fn snapshots_of_an_earlier_state_are_dropped() {
        let plain = Workspace::new(on(1)).apply(vec![]);
        let cache = SnapshotCache::default();
        cache.begin(1);
        cache.under(1, &plain, &on(2));
        cache.begin(2);
        cache.under(1, &plain, &on(2));
        cache.for_guests(1, &plain, &on(2));
        assert!(cache.all(1).is_empty() && cache.all(2).is_empty());
    }
}
