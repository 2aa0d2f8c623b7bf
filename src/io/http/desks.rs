//! Where answers are made: a few at a time, so that many requests cost time and not memory, and
//! guests never so many that the writer waits for them.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Kinds of work, and how much of each goes on at a time.
#[derive(Debug)]
pub(super) struct Desks {
    pub(super) writer: Desk,
    /// What open pages are told.
    pub(super) looks: Desk,
    /// Pages in another light, each of which may need the whole site anew.
    pub(super) lights: Desk,
    pub(super) guests: Desk,
    /// Photos that guests wait for.
    pub(super) photos: Desk,
    /// Forms that are being received.
    pub(super) forms: Desk,
}

#[derive(Clone, Debug)]
pub(super) struct Desk(Arc<Semaphore>);

/// Why nothing was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undone {
    /// Others were first, for too long.
    Busy,
    /// It broke off.
    Failed,
}

/// How long somebody waits for their turn.
const TURN: Duration = Duration::from_secs(20);

impl Desks {
    pub(super) fn new() -> Desks {
        // One core is the writer's.
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let rest = cores.saturating_sub(1).clamp(1, 8);
        Desks {
            writer: Desk::of(16),
            looks: Desk::of(8),
            lights: Desk::of(1),
            guests: Desk::of(rest),
            photos: Desk::of(2 * rest),
            forms: Desk::of(8),
        }
    }
}

impl Desk {
    fn of(many: usize) -> Desk {
        Desk(Arc::new(Semaphore::new(many)))
    }

    /// Waits for a turn; it lasts as long as what is given.
    pub(super) async fn turn(&self) -> Result<OwnedSemaphorePermit, Undone> {
        let turn = tokio::time::timeout(TURN, self.0.clone().acquire_owned()).await;
        turn.map_err(|_| Undone::Busy)?.map_err(|_| Undone::Failed)
    }

    /// A turn, if nobody else has it.
    pub(super) fn turn_now(&self) -> Option<OwnedSemaphorePermit> {
        self.0.clone().try_acquire_owned().ok()
    }

    /// Does it apart, when it is its turn. It counts until it is done, even if nobody waits for it
    /// any more.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Undone> {
        let turn = self.turn().await?;
        let working = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        });
        working.await.map_err(|_| Undone::Failed)
    }
}
