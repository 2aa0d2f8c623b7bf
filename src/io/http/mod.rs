//! The preview's server: one address at a time, from the project as it is now, for the writer at
//! this machine and for guests.
//!
//! The only room where things happen at the same time without the pool of threads: what takes
//! longer (pages, photos) is done on other threads, so that no other request waits.

mod connection_slots;
mod connections;
mod content;
mod events;
pub(crate) mod guard;
mod guests;
mod in_flight;
mod opening;
mod paced_stream;
mod page_update;
mod pages;
mod ready_photos;
mod reply;
mod status;
pub(crate) mod target;
mod who;
mod worker_limits;

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{Method, Response, StatusCode, header};
use axum::{Extension, Router};
use tokio::sync::{Semaphore, watch};

use crate::base::{Hash, UrlPath};
use crate::io::darkroom::PhotoPool;
use crate::io::live::OptionsNow;
use crate::io::{Cache, Live, ProjectFiles};
use crate::preview::Editor;
use connections::Peer;
pub(crate) use connections::{listen, serve};
use content::Content;
use guard::Hosts;
use in_flight::{InFlight, Requester};
pub(crate) use opening::Program;
use page_update::RecentUpdates;
use ready_photos::ReadyPhotos;
use reply::{Keeping, Reply};
use target::{Mount, Target};
use who::Who;
use worker_limits::WorkerLimits;

/// The server of the preview.
pub(crate) struct Server {
    inputs: ServerInputs,
    ready_photos: ReadyPhotos,
    limits: WorkerLimits,
    in_flight: InFlight,
    updates: RecentUpdates,
    /// True once the server is to end.
    closing: watch::Sender<bool>,
    /// Streams that may still be opened.
    streams: Arc<Semaphore>,
}

/// What answers are made of.
pub(crate) struct ServerInputs {
    pub(crate) live: Arc<Live>,
    pub(crate) files: ProjectFiles,
    pub(crate) cache: Cache,
    pub(crate) photo_pool: Arc<PhotoPool>,
    pub(crate) mount: Mount,
    pub(crate) hosts: Hosts,
    pub(crate) editor: Editor,
    /// The program that opens a place in a file.
    pub(crate) program: Option<Program>,
    /// For whom and for which day the site is that guests see, in the time zone of `site.toml`; asked
    /// each time, for days end.
    pub(crate) guests: Box<OptionsNow>,
    /// Who counts as a guest.
    pub(crate) guest_policy: GuestPolicy,
}

/// Who counts as a guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GuestPolicy {
    /// All requests that do not come from this machine, as far as they show.
    Others,
    /// Everybody: where something on this machine speaks for others, and does not say so.
    Everybody,
}

/// Streams at a time: a page more must ask now and then.
const STREAMS: usize = 128;
/// What a form may take, in bytes.
const FORM: usize = 8 * 1024;

impl Server {
    pub(crate) fn new(inputs: ServerInputs) -> Server {
        Server {
            inputs,
            ready_photos: ReadyPhotos::new(),
            limits: WorkerLimits::new(),
            in_flight: InFlight::default(),
            updates: RecentUpdates::default(),
            closing: watch::Sender::new(false),
            streams: Arc::new(Semaphore::new(STREAMS)),
        }
    }

    /// Ends the server: answers under way are finished.
    pub(crate) fn close(&self) {
        self.closing.send_replace(true);
    }

    fn who(&self, peer: &Peer, request: &Request) -> Who {
        match self.inputs.guest_policy {
            GuestPolicy::Everybody => Who::Guest,
            GuestPolicy::Others => {
                Who::of(peer.ip, request.version(), request.uri(), request.headers())
            }
        }
    }

    /// An answer with these bytes, if the budget allows to send them.
    fn reply(
        &self,
        address: &UrlPath,
        hash: Hash,
        media_type: &'static str,
        bytes: Vec<u8>,
        keeping: Keeping,
        requester: Requester,
    ) -> Reply {
        match self.in_flight.put(address, hash, bytes, requester) {
            Ok(bytes) => Reply::with(media_type, Content::Held(bytes), keeping),
            Err(in_flight::BudgetExceeded) => Reply::busy(),
        }
    }
}

/// Waits until the server is to end.
async fn closed(closing: &mut watch::Receiver<bool>) {
    // A sender that is dropped ends it too.
    let _ = closing.wait_for(|closed| *closed).await;
}

fn router(server: Arc<Server>) -> Router {
    Router::new().fallback(answer).layer(DefaultBodyLimit::max(FORM)).with_state(server)
}

async fn answer(
    State(server): State<Arc<Server>>,
    Extension(peer): Extension<Peer>,
    request: Request,
) -> Response<Body> {
    let busy = peer.slot.busy();
    let (method, headers) = (request.method().clone(), request.headers().clone());
    if let Err(refusal) = server.inputs.hosts.admit(&method, &headers) {
        return Reply::sentence(StatusCode::FORBIDDEN, &refusal).to(&method, &headers);
    }
    let requester = Requester { who: server.who(&peer, &request), origin: peer.slot.origin() };
    if requester.who == Who::Guest && !peer.slot.count_as_guest() {
        let mut response = Reply::busy().to(&method, &headers);
        let close = header::HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
        return response;
    }
    let query = request.uri().query().unwrap_or_default().to_owned();
    let target = server.inputs.mount.target(request.uri().path());
    let reads = matches!(method, Method::GET | Method::HEAD);
    let reply = match (requester.who, target) {
        (Who::Writer, Target::Own(name)) if name == "open" && method == Method::POST => {
            opening::open(&server, request).await
        }
        _ if !reads => {
            let mut response = Reply::sentence(
                StatusCode::METHOD_NOT_ALLOWED,
                "This preview only shows pages; nothing can be sent to it.",
            )
            .to(&method, &headers);
            let allowed = header::HeaderValue::from_static("GET, HEAD");
            response.headers_mut().insert(header::ALLOW, allowed);
            return response;
        }
        (Who::Guest, target) => guests::answer(&server, target, requester).await,
        (_, Target::Own(name)) if name == "live" && method == Method::GET => {
            return events::stream(server, &query, &headers, busy).await;
        }
        (_, Target::Own(name)) => own(&server, &name),
        (_, Target::Address(address)) => {
            pages::page(server.clone(), address, &query, requester).await
        }
        (_, Target::Outside) => outside(&server),
        (_, Target::Malformed) => Reply::malformed(),
    };
    reply.to(&method, &headers)
}

/// Redirects to where the site begins.
fn outside(server: &Server) -> Reply {
    let mount = server.inputs.mount.as_str();
    let reply = Reply::sentence(StatusCode::FOUND, &format!("The site begins at {mount}"));
    Reply { location: Some(mount.to_owned()), ..reply }
}

/// The files and the status of the preview itself.
fn own(server: &Server, name: &str) -> Reply {
    if name == "status" {
        return status::status(server);
    }
    let asset = name.strip_prefix("preview/").and_then(crate::preview::asset);
    match asset {
        Some((media_type, bytes)) => {
            let keeping = Keeping::Asking(Hash::of(bytes));
            let content = Content::Held(axum::body::Bytes::from_static(bytes));
            Reply::with(media_type, content, keeping)
        }
        None => {
            Reply::sentence(StatusCode::NOT_FOUND, "The preview has no page with this address.")
        }
    }
}
