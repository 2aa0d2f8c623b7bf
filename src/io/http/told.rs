//! What open pages are told, as it is written into their streams: once for all that show the same.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use serde_json::{Value, json};

use super::Server;
use super::pages;
use crate::base::UrlPath;
use crate::io::live::Moment;
use crate::preview::{self, Answer, Light, Status};

/// What an address shows at a moment.
#[derive(Clone)]
pub(super) enum Seen {
    Moved(UrlPath),
    Page(Arc<Told>),
    /// The address is no page.
    Nothing,
}

/// A page, and what is written of it.
pub(super) struct Told {
    /// Hashes of its bytes and of its bar.
    pub(super) seen: String,
    pub(super) bar: String,
    /// The page whole, or its bar alone.
    pub(super) whole: Bytes,
    pub(super) bar_only: Bytes,
}

/// What was told lately: many windows show the same page.
#[derive(Default)]
pub(super) struct Lately(Mutex<VecDeque<(Sight, Seen)>>);

/// What is looked at, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sight {
    number: u64,
    at: UrlPath,
    light: Light,
}

/// So many are remembered, and none that is larger than this.
const MANY: usize = 8;
const LARGEST: usize = 1024 * 1024;

impl Lately {
    /// What `at` shows at that moment, for a page that is in this light.
    pub(super) fn look(
        &self,
        server: &Server,
        moment: &Moment,
        at: &UrlPath,
        light: &Light,
    ) -> Seen {
        let sight = Sight { number: moment.number, at: at.clone(), light: light.clone() };
        let known = self.told().iter().find(|(it, _)| *it == sight).map(|(_, seen)| seen.clone());
        if let Some(known) = known {
            return known;
        }
        let seen = look(server, moment, at, light);
        if !matches!(&seen, Seen::Page(told) if told.whole.len() > LARGEST) {
            let mut told = self.told();
            told.retain(|(it, _)| it.number == moment.number && *it != sight);
            if told.len() == MANY {
                told.pop_front();
            }
            told.push_back((sight, seen.clone()));
        }
        seen
    }

    fn told(&self) -> MutexGuard<'_, VecDeque<(Sight, Seen)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn look(server: &Server, moment: &Moment, at: &UrlPath, light: &Light) -> Seen {
    let snapshot = moment.under(&light.settings(moment.snapshot.settings()));
    let sight = pages::sight(server, moment, &snapshot, at, light);
    if let (None, Some(to)) = (snapshot.route(at), sight.moved) {
        return Seen::Moved(to.clone());
    }
    let page = match preview::answer(&sight) {
        Answer::Page(page) => page,
        Answer::Other(_) => return Seen::Nothing,
    };
    if let Status::Moved(to) = page.status {
        return Seen::Moved(to);
    }
    let (seen, bar) = (page.hash.to_string(), page.bar_hash.to_string());
    let id = format!("{seen}-{bar}");
    let mut told = json!({ "number": moment.number, "bar": page.bar, "barSeen": bar });
    let bar_only = event("bar", Some(&id), &told);
    told["status"] = page.status.word().into();
    told["html"] = String::from_utf8_lossy(&page.bytes).into();
    told["seen"] = seen.as_str().into();
    let whole = event("page", Some(&id), &told);
    Seen::Page(Arc::new(Told { seen, bar, whole, bar_only }))
}

/// An event as it is written; JSON has no line breaks of its own.
pub(super) fn event(name: &str, id: Option<&str>, data: &Value) -> Bytes {
    let id = id.map(|id| format!("id: {id}\n")).unwrap_or_default();
    Bytes::from(format!("event: {name}\n{id}data: {data}\n\n"))
}
