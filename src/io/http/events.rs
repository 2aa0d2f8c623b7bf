//! The stream that an open page listens to: the page says which bytes it shows, and receives an
//! event when its address shows others. The server keeps no state of it: a page that connects again
//! says again what it shows.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Response, StatusCode, header};
use futures_util::stream;
use serde_json::json;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{OwnedSemaphorePermit, broadcast, watch};

use super::connection_slots::BusyGuard;
use super::page_update::{AddressState, event};
use super::reply::Reply;
use super::{Server, closed};
use crate::base::UrlPath;
use crate::io::live::Moment;
use crate::preview::PreviewOptions;

/// What a page says of itself when it subscribes.
struct Subscription {
    at: UrlPath,
    /// Hashes of its bytes and of its bar, as it received them.
    seen: String,
    bar: String,
    /// Only what is so now; the page will ask again.
    once: bool,
    options: PreviewOptions,
}

/// The state of a stream between two events.
struct PageStream {
    server: Arc<Server>,
    subscription: Subscription,
    moments: watch::Receiver<Arc<Moment>>,
    photos: broadcast::Receiver<UrlPath>,
    closing: watch::Receiver<bool>,
    waiting: VecDeque<Bytes>,
    is_done: bool,
    /// For a stream; a single look needs none.
    _permit: Option<OwnedSemaphorePermit>,
    /// Its connection does not count as idle.
    _busy: BusyGuard,
}

/// So long after the last word, an empty one shows that the connection still stands.
const PULSE: Duration = Duration::from_secs(15);

/// How long a page may take from asking for its photos to listening.
const LOADING: Duration = Duration::from_secs(10);
/// A little more than lies between two looks of a page that holds no stream.
const BETWEEN: Duration = Duration::from_millis(1500);

/// Answers with a stream of events, or one look.
pub(super) async fn stream(
    server: Arc<Server>,
    query: &str,
    headers: &HeaderMap,
    busy: BusyGuard,
) -> Response<Body> {
    let Some(subscription) = Subscription::read(query, headers) else {
        return Reply::sentence(
            StatusCode::BAD_REQUEST,
            "The address of the page is missing: add ?at=…",
        )
        .to(&Method::GET, headers);
    };
    let permit = server.streams.clone().try_acquire_owned();
    if permit.is_err() && !subscription.once {
        return Reply::sentence(StatusCode::SERVICE_UNAVAILABLE, "Too many pages are open.")
            .to(&Method::GET, headers);
    }
    let since = if subscription.once { BETWEEN } else { LOADING };
    let (photos, ready) = server.ready_photos.listen(since);
    let begin = Bytes::from_static(b"retry: 400\n\n");
    let mut page = PageStream {
        moments: server.inputs.live.follow(),
        photos,
        closing: server.closing.subscribe(),
        waiting: std::iter::once(begin).chain(ready.iter().map(photo)).collect(),
        is_done: false,
        _permit: if subscription.once { None } else { permit.ok() },
        _busy: busy,
        server,
        subscription,
    };
    page.moments.mark_changed();
    let events = stream::unfold(page, |mut page| async move {
        let next = page.next().await?;
        Some((Ok::<Bytes, std::convert::Infallible>(next), page))
    });
    let mut response = Response::new(Body::from_stream(events));
    let mut say =
        |name, value| response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    say(header::CONTENT_TYPE, "text/event-stream; charset=utf-8");
    say(header::CACHE_CONTROL, "no-store");
    say(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    response
}

impl Subscription {
    fn read(query: &str, headers: &HeaderMap) -> Option<Subscription> {
        let (mut at, mut seen, mut bar, mut once) = (None, String::new(), String::new(), false);
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*key {
                "at" => at = UrlPath::new(&value),
                "seen" => seen = value.into_owned(),
                "bar" => bar = value.into_owned(),
                "once" => once = true,
                _ => {}
            }
        }
        // A stream that was cut is taken up where it was.
        let last = headers.get("last-event-id").and_then(|id| id.to_str().ok());
        if let Some((last_seen, last_bar)) = last.and_then(|id| id.split_once('-')) {
            (seen, bar) = (last_seen.to_owned(), last_bar.to_owned());
        }
        Some(Subscription { at: at?, seen, bar, once, options: PreviewOptions::parse(query) })
    }
}

impl PageStream {
    /// The next words; `None` at the end.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(words) = self.waiting.pop_front() {
                return Some(words);
            }
            if self.is_done {
                return None;
            }
            self.is_done = self.subscription.once;
            let wakeup = tokio::select! {
                biased;
                () = closed(&mut self.closing) => return None,
                changed = self.moments.changed() => {
                    changed.ok()?;
                    Wakeup::Moment(self.moments.borrow_and_update().clone())
                }
                photo = self.photos.recv() => match photo {
                    Ok(address) => Wakeup::Photo(address),
                    // Too many at once: the page receives the next ones.
                    Err(RecvError::Lagged(_)) => continue,
                    Err(RecvError::Closed) => return None,
                },
                () = tokio::time::sleep(PULSE) => Wakeup::Nothing,
            };
            let words = match wakeup {
                Wakeup::Moment(moment) => self.look(moment).await,
                Wakeup::Photo(address) => Some(photo(&address)),
                Wakeup::Nothing => Some(Bytes::from_static(b":\n\n")),
            };
            self.waiting.extend(words);
        }
    }

    /// The event that the page needs at this moment, if any.
    async fn look(&mut self, moment: Arc<Moment>) -> Option<Bytes> {
        let (server, at, options) =
            (self.server.clone(), self.subscription.at.clone(), self.subscription.options.clone());
        let limits = &self.server.limits;
        let permit =
            if options.is_plain() { None } else { Some(limits.options.permit().await.ok()?) };
        let seen = limits.updates.work(move || {
            let _permit = permit;
            server.updates.look(&server, &moment, &at, &options)
        });
        match seen.await.ok()? {
            AddressState::Moved(to) => Some(event("moved", None, &json!({ "to": to.as_str() }))),
            AddressState::Page(update) => {
                let is_same = update.seen == self.subscription.seen;
                if is_same && update.bar == self.subscription.bar {
                    return None;
                }
                (self.subscription.seen, self.subscription.bar) =
                    (update.seen.clone(), update.bar.clone());
                Some(if is_same { update.bar_only.clone() } else { update.whole.clone() })
            }
            AddressState::Nothing => None,
        }
    }
}

/// What a stream waits for.
enum Wakeup {
    Moment(Arc<Moment>),
    Photo(UrlPath),
    /// Not for a while.
    Nothing,
}

fn photo(address: &UrlPath) -> Bytes {
    event("photo", None, &json!({ "address": address.as_str() }))
}
