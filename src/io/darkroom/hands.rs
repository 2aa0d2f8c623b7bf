//! Those who develop photos while people look at the site: a few at a time, and never all of the
//! machine, so that what is saved meanwhile is seen at once.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// A few threads of their own.
#[derive(Debug)]
pub struct Hands {
    pool: ThreadPool,
    alone: Arc<Alone>,
}

/// Huge photos are developed one at a time: each fills a good part of the memory.
#[derive(Debug, Default)]
pub(super) struct Alone(Mutex<()>);

impl Hands {
    /// One less than the machine has cores, and one at least.
    pub fn new() -> anyhow::Result<Hands> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let pool = ThreadPoolBuilder::new()
            .num_threads(cores.saturating_sub(1).max(1))
            // Whoever waits hears that nothing comes.
            .panic_handler(|_| ())
            .build()?;
        Ok(Hands { pool, alone: Arc::default() })
    }

    /// How much they can do at a time.
    pub fn count(&self) -> usize {
        self.pool.current_num_threads()
    }

    /// Does it and waits; work that is parted inside stays with these hands.
    pub fn with<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        self.pool.install(work)
    }

    /// Does it when a hand is free.
    pub(super) fn soon(&self, work: impl FnOnce(&Alone) + Send + 'static) {
        let alone = self.alone.clone();
        self.pool.spawn(move || work(&alone));
    }
}

impl Alone {
    /// Waits until nobody else is at a huge photo.
    pub(super) fn wait(&self) -> MutexGuard<'_, ()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
