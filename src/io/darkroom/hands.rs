//! Those who develop photos while people look at the site: a few at a time, and never all of the
//! machine, so that what is saved meanwhile is seen at once.

use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::Budget;

/// A few threads of their own.
#[derive(Debug)]
pub(crate) struct Hands {
    pool: ThreadPool,
    budget: Budget,
}

impl Hands {
    /// One less than the machine has cores, and one at least.
    pub(crate) fn new() -> anyhow::Result<Hands> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let pool = ThreadPoolBuilder::new()
            .num_threads(cores.saturating_sub(1).max(1))
            // Whoever waits hears that nothing comes.
            .panic_handler(|_| ())
            .build()?;
        Ok(Hands { pool, budget: Budget::default() })
    }

    /// What all of them may take of the memory together.
    pub(crate) fn budget(&self) -> &Budget {
        &self.budget
    }

    /// How much they can do at a time.
    pub(crate) fn count(&self) -> usize {
        self.pool.current_num_threads()
    }

    /// Does it and waits; work that is parted inside stays with these hands.
    pub(crate) fn with<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        self.pool.install(work)
    }

    /// Does it when a hand is free.
    pub(super) fn soon(&self, work: impl FnOnce(&Budget) + Send + 'static) {
        let budget = self.budget.clone();
        self.pool.spawn(move || work(&budget));
    }
}
