//! Photos that took the place of their drafts: told to whoever listens, and to whoever comes soon
//! after, for pages ask for their photos before they listen.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::broadcast;

use crate::base::UrlPath;

/// The photos that became good lately.
pub(super) struct Ready {
    told: broadcast::Sender<UrlPath>,
    lately: Mutex<VecDeque<(Instant, UrlPath)>>,
}

/// So many are remembered.
const MANY: usize = 64;

impl Ready {
    pub(super) fn new() -> Ready {
        Ready { told: broadcast::Sender::new(MANY), lately: Mutex::default() }
    }

    /// The good photo is there now.
    pub(super) fn tell(&self, address: UrlPath) {
        let mut lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        if lately.len() == MANY {
            lately.pop_front();
        }
        lately.push_back((Instant::now(), address.clone()));
        // Nobody listening is no failure.
        let _ = self.told.send(address);
    }

    /// What will be told, and what was told since then.
    pub(super) fn listen(&self, since: Duration) -> (broadcast::Receiver<UrlPath>, Vec<UrlPath>) {
        let lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        let recent = lately.iter().filter(|(at, _)| at.elapsed() < since);
        (self.told.subscribe(), recent.map(|(_, address)| address.clone()).collect())
    }
}
