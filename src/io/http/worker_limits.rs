//! Limits how much work of each kind is done at a time, so that many requests cost time and not
//! memory, and guests never keep the writer waiting.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// One limit for each kind of work.
#[derive(Debug)]
pub(super) struct WorkerLimits {
    pub(super) writer: WorkerLimit,
    /// Updates of open pages.
    pub(super) updates: WorkerLimit,
    /// Pages under other options, each of which may need the whole site anew.
    pub(super) options: WorkerLimit,
    pub(super) guests: WorkerLimit,
    /// Photos that guests wait for.
    pub(super) photos: WorkerLimit,
    /// Forms that are being received.
    pub(super) forms: WorkerLimit,
}

/// A limit on how many pieces of one kind of work are done at a time.
#[derive(Clone, Debug)]
pub(super) struct WorkerLimit(Arc<Semaphore>);

/// Why work was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotDone {
    /// No permit came free in time.
    Busy,
    /// It panicked, or the server is closing.
    Failed,
}

/// How long a request waits for a permit.
const PATIENCE: Duration = Duration::from_secs(20);

impl WorkerLimits {
    pub(super) fn new() -> WorkerLimits {
        // One core is the writer's.
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let rest = cores.saturating_sub(1).clamp(1, 8);
        WorkerLimits {
            writer: WorkerLimit::of(16),
            updates: WorkerLimit::of(8),
            options: WorkerLimit::of(1),
            guests: WorkerLimit::of(rest),
            photos: WorkerLimit::of(2 * rest),
            forms: WorkerLimit::of(8),
        }
    }
}

impl WorkerLimit {
    fn of(many: usize) -> WorkerLimit {
        WorkerLimit(Arc::new(Semaphore::new(many)))
    }

    /// Waits for a permit; the work counts as long as the permit is held.
    pub(super) async fn permit(&self) -> Result<OwnedSemaphorePermit, NotDone> {
        let permit = tokio::time::timeout(PATIENCE, self.0.clone().acquire_owned()).await;
        permit.map_err(|_| NotDone::Busy)?.map_err(|_| NotDone::Failed)
    }

    /// A permit, if one is free now.
    pub(super) fn try_permit(&self) -> Option<OwnedSemaphorePermit> {
        self.0.clone().try_acquire_owned().ok()
    }

    /// Runs `work` on another thread once a permit is free. It counts until it is done, even if nobody
    /// waits for it any more.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, NotDone> {
        let permit = self.permit().await?;
        let working = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            work()
        });
        working.await.map_err(|_| NotDone::Failed)
    }
}
