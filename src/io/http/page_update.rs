//! Updates of open pages, as they are written into their streams: made once for all that show the
//! same.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use serde_json::{Value, json};

use super::Server;
use super::pages;
use crate::base::UrlPath;
use crate::io::live::Moment;
use crate::preview::{self, Answer, PreviewOptions, Status};

/// What an address shows at a moment.
#[derive(Clone)]
pub(super) enum AddressState {
    Moved(UrlPath),
    Page(Arc<PageUpdate>),
    /// The address is no page.
    Nothing,
}

/// The events that bring an open page up to date.
pub(super) struct PageUpdate {
    /// Hashes of its bytes and of its bar.
    pub(super) seen: String,
    pub(super) bar: String,
    /// The page whole, or its bar alone.
    pub(super) whole: Bytes,
    pub(super) bar_only: Bytes,
}

/// The last updates that were made: many windows show the same page.
#[derive(Default)]
pub(super) struct RecentUpdates(Mutex<VecDeque<(UpdateKey, AddressState)>>);

/// A page at a moment, under the options of a window.
#[derive(Clone, Debug, PartialEq, Eq)]
struct UpdateKey {
    number: u64,
    at: UrlPath,
    options: PreviewOptions,
}

/// The number of updates that are remembered, and the size in bytes above which none is.
const MANY: usize = 8;
const LARGEST: usize = 1024 * 1024;

impl RecentUpdates {
    /// What `at` shows at that moment, for a window with these options.
    pub(super) fn look(
        &self,
        server: &Server,
        moment: &Moment,
        at: &UrlPath,
        options: &PreviewOptions,
    ) -> AddressState {
        // The desk is made of a file, too, that no moment holds.
        if preview::is_desk(&moment.snapshot, at) {
            return look(server, moment, at, options);
        }
        let key = UpdateKey { number: moment.number, at: at.clone(), options: options.clone() };
        let known = self.updates().iter().find(|(it, _)| *it == key).map(|(_, seen)| seen.clone());
        if let Some(known) = known {
            return known;
        }
        let seen = look(server, moment, at, options);
        if !matches!(&seen, AddressState::Page(update) if update.whole.len() > LARGEST) {
            let mut updates = self.updates();
            updates.retain(|(it, _)| it.number == moment.number && *it != key);
            if updates.len() == MANY {
                updates.pop_front();
            }
            updates.push_back((key, seen.clone()));
        }
        seen
    }

    fn updates(&self) -> MutexGuard<'_, VecDeque<(UpdateKey, AddressState)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn look(server: &Server, moment: &Moment, at: &UrlPath, options: &PreviewOptions) -> AddressState {
    let snapshot = moment.under(&options.over(moment.snapshot.options()));
    let beside = pages::ForDesk::read(server, &snapshot, at);
    let request = pages::preview_request(server, moment, &snapshot, at, options, &beside);
    if let (None, Some(to)) = (snapshot.route(at), request.moved) {
        return AddressState::Moved(to.clone());
    }
    let page = match preview::answer(&request) {
        Answer::Page(page) => page,
        Answer::Other(_) => return AddressState::Nothing,
    };
    if let Status::Moved(to) = page.status {
        return AddressState::Moved(to);
    }
    let (seen, bar) = (page.hash.to_string(), page.bar_hash.to_string());
    let id = format!("{seen}-{bar}");
    let mut data = json!({ "number": moment.number, "bar": page.bar, "barSeen": bar });
    let bar_only = event("bar", Some(&id), &data);
    data["status"] = page.status.word().into();
    data["html"] = String::from_utf8_lossy(&page.bytes).into();
    data["seen"] = seen.as_str().into();
    let whole = event("page", Some(&id), &data);
    AddressState::Page(Arc::new(PageUpdate { seen, bar, whole, bar_only }))
}

/// An event as it is written; JSON has no line breaks of its own.
pub(super) fn event(name: &str, id: Option<&str>, data: &Value) -> Bytes {
    let id = id.map(|id| format!("id: {id}\n")).unwrap_or_default();
    Bytes::from(format!("event: {name}\n{id}data: {data}\n\n"))
}
