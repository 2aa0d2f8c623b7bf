//! How much memory photos may take while they are developed, in all of the process.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Bytes for all photos that are being developed together: eight of a phone's, or the largest that
/// is allowed and a few others.
const MOST: u64 = 512 << 20;

/// Bytes that are lent to photos and given back. Clones lend from the same bytes, so whoever
/// develops photos in one process is to have a clone of the same budget.
///
/// Waiting here blocks a thread, which is safe as long as nobody gives work to the pool of
/// threads while they hold a share: decoding, resizing and encoding a photo are one thread's work.
#[derive(Clone, Debug)]
pub(crate) struct Budget(Arc<Lent>);

#[derive(Debug)]
struct Lent {
    most: u64,
    now: Mutex<u64>,
    returned: Condvar,
}

/// Bytes that are given back when this is dropped.
#[derive(Debug)]
pub(super) struct Share<'a> {
    lent: &'a Lent,
    bytes: u64,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget::of(MOST)
    }
}

impl Budget {
    /// So many bytes in all.
    pub(crate) fn of(most: u64) -> Budget {
        Budget(Arc::new(Lent { most, now: Mutex::new(0), returned: Condvar::new() }))
    }

    /// Waits until so many bytes are free. A photo that needs more than there are gets all of them,
    /// and so is alone.
    pub(super) fn take(&self, bytes: u64) -> Share<'_> {
        let lent = &*self.0;
        let bytes = bytes.min(lent.most);
        let is_short = |now: &mut u64| lent.most - *now < bytes;
        let mut now =
            lent.returned.wait_while(lent.now(), is_short).unwrap_or_else(PoisonError::into_inner);
        *now += bytes;
        Share { lent, bytes }
    }
}

impl Lent {
    /// No panic can leave a sum half done.
    fn now(&self) -> MutexGuard<'_, u64> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        *self.lent.now() -= self.bytes;
        // Others may wait for less than the first of them.
        self.lent.returned.notify_all();
    }
}

#[cfg(test)]
mod tests;
