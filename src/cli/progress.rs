//! How far photos have come, told to whoever waits at a terminal.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How often it is told, and after what time first.
const PAUSE: Duration = Duration::from_secs(3);

/// Counts photos, and tells now and then how many are ready.
pub(crate) struct Progress<'a> {
    total: usize,
    ready: AtomicUsize,
    begun: Instant,
    /// When it is told next, in milliseconds after the beginning.
    next: AtomicU64,
    pause: Duration,
    tell: &'a (dyn Fn(&str) + Sync),
}

impl<'a> Progress<'a> {
    pub(crate) fn new(total: usize, tell: &'a (dyn Fn(&str) + Sync)) -> Progress<'a> {
        Progress::every(PAUSE, total, tell)
    }

    fn every(pause: Duration, total: usize, tell: &'a (dyn Fn(&str) + Sync)) -> Progress<'a> {
        let next = AtomicU64::new(millis(pause));
        Progress { total, ready: AtomicUsize::new(0), begun: Instant::now(), next, pause, tell }
    }

    /// One more photo is ready.
    pub(crate) fn one_more(&self) {
        let ready = self.ready.fetch_add(1, Ordering::Relaxed) + 1;
        let now = millis(self.begun.elapsed());
        let next = self.next.load(Ordering::Relaxed);
        let then = now + millis(self.pause);
        // Of several threads that come at once, one tells it.
        let is_due = now >= next
            && self.next.compare_exchange(next, then, Ordering::Relaxed, Ordering::Relaxed).is_ok();
        if is_due && ready < self.total {
            (self.tell)(&format!("{ready} of {} photos are ready.", self.total));
        }
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    fn told(pause: Duration) -> Vec<String> {
        let told = Mutex::new(vec![]);
        let tell = |words: &str| told.lock().expect("no panic").push(words.to_owned());
        let progress = Progress::every(pause, 3, &tell);
        (0..3).for_each(|_| progress.one_more());
        told.into_inner().expect("no panic")
    }

    #[test]
    fn it_is_told_in_counts_and_not_of_what_is_quick() {
        let counts = ["1 of 3 photos are ready.", "2 of 3 photos are ready."];
        assert_eq!(told(Duration::ZERO), counts);
        assert_eq!(told(PAUSE), Vec::<String>::new());
    }
}
