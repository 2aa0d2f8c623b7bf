//! Photos that replaced their drafts: announced to every listener, and to those who subscribe soon
//! after, because pages ask for their photos before they listen.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::broadcast;

use crate::base::UrlPath;

/// The photos that became ready lately.
pub(super) struct ReadyPhotos {
    sender: broadcast::Sender<UrlPath>,
    lately: Mutex<VecDeque<(Instant, UrlPath)>>,
}

/// The number of photos that are remembered.
const MANY: usize = 64;

impl ReadyPhotos {
    pub(super) fn new() -> ReadyPhotos {
        ReadyPhotos { sender: broadcast::Sender::new(MANY), lately: Mutex::default() }
    }

    /// Announces that the good photo is there now.
    pub(super) fn announce(&self, address: UrlPath) {
        let mut lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        if lately.len() == MANY {
            lately.pop_front();
        }
        lately.push_back((Instant::now(), address.clone()));
        // Without a listener, there is nothing to do.
        let _ = self.sender.send(address);
    }

    /// The photos to come, and those that became ready since then.
    pub(super) fn listen(&self, since: Duration) -> (broadcast::Receiver<UrlPath>, Vec<UrlPath>) {
        let lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        let recent = lately.iter().filter(|(at, _)| at.elapsed() < since);
        (self.sender.subscribe(), recent.map(|(_, address)| address.clone()).collect())
    }
}
