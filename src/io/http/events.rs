//! The stream that an open page listens to: it says which bytes it shows, and is told when the same
//! address shows others. Nobody is remembered; who comes back says again what they have.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Response, StatusCode, header};
use futures_util::stream;
use serde_json::json;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{OwnedSemaphorePermit, broadcast, watch};

use super::places::Busy;
use super::reply::Reply;
use super::told::{Seen, event};
use super::{Server, closed};
use crate::base::UrlPath;
use crate::io::live::Moment;
use crate::preview::Light;

/// What a page says of itself.
struct Asked {
    at: UrlPath,
    /// Hashes of its bytes and of its bar, as they were told.
    seen: String,
    bar: String,
    /// Only what is so now; the page will ask again.
    once: bool,
    light: Light,
}

/// What the next event needs.
struct Watcher {
    server: Arc<Server>,
    asked: Asked,
    moments: watch::Receiver<Arc<Moment>>,
    photos: broadcast::Receiver<UrlPath>,
    closing: watch::Receiver<bool>,
    waiting: VecDeque<Bytes>,
    is_done: bool,
    /// Of a stream; a look takes none.
    _place: Option<OwnedSemaphorePermit>,
    /// Nobody takes its connection for an idle one.
    _busy: Busy,
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
    busy: Busy,
) -> Response<Body> {
    let Some(asked) = Asked::read(query, headers) else {
        return Reply::sentence(
            StatusCode::BAD_REQUEST,
            "The address of the page is missing: add ?at=…",
        )
        .to(&Method::GET, headers);
    };
    let place = server.streams.clone().try_acquire_owned();
    if place.is_err() && !asked.once {
        return Reply::sentence(StatusCode::SERVICE_UNAVAILABLE, "Too many pages are open.")
            .to(&Method::GET, headers);
    }
    let since = if asked.once { BETWEEN } else { LOADING };
    let (photos, ready) = server.ready.listen(since);
    let begin = Bytes::from_static(b"retry: 400\n\n");
    let mut watcher = Watcher {
        moments: server.given.live.follow(),
        photos,
        closing: server.closing.subscribe(),
        waiting: std::iter::once(begin).chain(ready.iter().map(photo)).collect(),
        is_done: false,
        _place: if asked.once { None } else { place.ok() },
        _busy: busy,
        server,
        asked,
    };
    watcher.moments.mark_changed();
    let events = stream::unfold(watcher, |mut watcher| async move {
        let next = watcher.next().await?;
        Some((Ok::<Bytes, std::convert::Infallible>(next), watcher))
    });
    let mut response = Response::new(Body::from_stream(events));
    let mut say =
        |name, value| response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    say(header::CONTENT_TYPE, "text/event-stream; charset=utf-8");
    say(header::CACHE_CONTROL, "no-store");
    say(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    response
}

impl Asked {
    fn read(query: &str, headers: &HeaderMap) -> Option<Asked> {
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
        Some(Asked { at: at?, seen, bar, once, light: Light::parse(query) })
    }
}

impl Watcher {
    /// The next words; `None` at the end.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(words) = self.waiting.pop_front() {
                return Some(words);
            }
            if self.is_done {
                return None;
            }
            self.is_done = self.asked.once;
            let heard = tokio::select! {
                biased;
                () = closed(&mut self.closing) => return None,
                changed = self.moments.changed() => {
                    changed.ok()?;
                    Heard::Moment(self.moments.borrow_and_update().clone())
                }
                photo = self.photos.recv() => match photo {
                    Ok(address) => Heard::Photo(address),
                    // So many at once: the page is told of the next ones.
                    Err(RecvError::Lagged(_)) => continue,
                    Err(RecvError::Closed) => return None,
                },
                () = tokio::time::sleep(PULSE) => Heard::Nothing,
            };
            let words = match heard {
                Heard::Moment(moment) => self.look(moment).await,
                Heard::Photo(address) => Some(photo(&address)),
                Heard::Nothing => Some(Bytes::from_static(b":\n\n")),
            };
            self.waiting.extend(words);
        }
    }

    /// What the page must be told at this moment, if anything.
    async fn look(&mut self, moment: Arc<Moment>) -> Option<Bytes> {
        let (server, at, light) =
            (self.server.clone(), self.asked.at.clone(), self.asked.light.clone());
        let desks = &self.server.desks;
        let turn = if light.is_plain() { None } else { Some(desks.lights.turn().await.ok()?) };
        let seen = desks.looks.work(move || {
            let _turn = turn;
            server.lately.look(&server, &moment, &at, &light)
        });
        match seen.await.ok()? {
            Seen::Moved(to) => Some(event("moved", None, &json!({ "to": to.as_str() }))),
            Seen::Page(told) => {
                let is_same = told.seen == self.asked.seen;
                if is_same && told.bar == self.asked.bar {
                    return None;
                }
                (self.asked.seen, self.asked.bar) = (told.seen.clone(), told.bar.clone());
                Some(if is_same { told.bar_only.clone() } else { told.whole.clone() })
            }
            Seen::Nothing => None,
        }
    }
}

enum Heard {
    Moment(Arc<Moment>),
    Photo(UrlPath),
    /// Not for a while.
    Nothing,
}

fn photo(address: &UrlPath) -> Bytes {
    event("photo", None, &json!({ "address": address.as_str() }))
}
