//! The threads that develop photos while people look at the site: one less than the machine has
//! cores, so that what is saved meanwhile is shown at once.

use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::Budget;

/// A pool of threads apart from the one that parses and renders, with one budget of memory.
#[derive(Debug)]
pub(crate) struct PhotoPool {
    pool: ThreadPool,
    budget: Budget,
}

impl PhotoPool {
    /// One less than the machine has cores, and one at least.
    pub(crate) fn new() -> anyhow::Result<PhotoPool> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let pool = ThreadPoolBuilder::new()
            .num_threads(cores.saturating_sub(1).max(1))
            // A panic drops the channel of its request, which so learns that nothing comes.
            .panic_handler(|_| ())
            .build()?;
        Ok(PhotoPool { pool, budget: Budget::default() })
    }

    /// The memory that all threads of the pool share.
    pub(crate) fn budget(&self) -> &Budget {
        &self.budget
    }

    /// The number of threads.
    pub(crate) fn count(&self) -> usize {
        self.pool.current_num_threads()
    }

    /// Runs `work` in the pool and waits for it; parallel work inside it stays in the pool.
    pub(crate) fn with<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        self.pool.install(work)
    }

    /// Queues `work`; it runs when a thread is free.
    pub(super) fn soon(&self, work: impl FnOnce(&Budget) + Send + 'static) {
        let budget = self.budget.clone();
        self.pool.spawn(move || work(&budget));
    }
}
