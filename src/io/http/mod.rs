//! The preview's server: one address at a time, from the project as it is now, on this machine.
//!
//! The only room where things happen at the same time without the pool of threads: what takes
//! longer than a glance (pages, photos) is done apart, so that nobody else waits.

mod events;
pub mod guard;
mod opening;
mod pages;
mod ready;
mod reply;
mod status;
pub mod target;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{Method, Response, StatusCode, header};
use axum::middleware::{self, Next};
use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};

use crate::io::darkroom::Hands;
use crate::io::{Cache, Files, Live};
use crate::preview::Editor;
use guard::Hosts;
pub use opening::Program;
use ready::Ready;
use reply::Reply;
use target::{Mount, Target};

/// Who answers.
pub struct Server {
    given: Given,
    ready: Ready,
    /// True once it is time to go.
    closing: watch::Sender<bool>,
    /// Streams that may still be opened.
    streams: Arc<Semaphore>,
}

/// What answers are made of.
pub struct Given {
    pub live: Arc<Live>,
    pub files: Files,
    pub cache: Cache,
    pub hands: Arc<Hands>,
    pub mount: Mount,
    pub hosts: Hosts,
    pub editor: Editor,
    /// The program that opens a place in a file.
    pub program: Option<Program>,
}

/// Who is at the other end of a connection.
#[derive(Clone, Copy, Debug)]
struct Peer(IpAddr);

/// Connections at a time; who comes then waits.
const CONNECTIONS: usize = 256;
/// Of which so many may be streams of a page that is open: a page more must ask now and then.
const STREAMS: usize = 128;
/// What the head of a request may take, in bytes.
const HEAD: usize = 16 * 1024;
/// What a form may take, in bytes.
const FORM: usize = 8 * 1024;
/// How long the head of a request may take to arrive.
const PATIENCE: Duration = Duration::from_secs(8);
/// How long answers under way are waited for at the end.
const FAREWELL: Duration = Duration::from_secs(3);

impl Server {
    pub fn new(given: Given) -> Server {
        Server {
            given,
            ready: Ready::new(),
            closing: watch::Sender::new(false),
            streams: Arc::new(Semaphore::new(STREAMS)),
        }
    }

    /// Lets everybody finish and go.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }
}

/// Answers whoever comes to `listener`, until the server is closed.
pub async fn serve(listener: TcpListener, server: Arc<Server>) -> anyhow::Result<()> {
    let mut closing = server.closing.subscribe();
    let service = router(server.clone());
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let next = async { (places.clone().acquire_owned().await, listener.accept().await) };
        let (place, accepted) = tokio::select! {
            next = next => next,
            () = closed(&mut closing) => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file handles, most likely: they come back.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let place = place?;
        let service = service.clone().layer(Extension(Peer(peer.ip())));
        let service = TowerToHyperService::new(service);
        let mut closing = closing.clone();
        tokio::spawn(async move {
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(PATIENCE)
                .max_buf_size(HEAD)
                .serve_connection(TokioIo::new(stream), service);
            tokio::pin!(connection);
            // Who goes away in the middle of an answer is no failure.
            tokio::select! {
                _ = connection.as_mut() => {}
                () = closed(&mut closing) => {
                    connection.as_mut().graceful_shutdown();
                    let _ = connection.await;
                }
            }
            drop(place);
        });
    }
    drop(listener);
    let all = u32::try_from(CONNECTIONS).unwrap_or(u32::MAX);
    let _ = tokio::time::timeout(FAREWELL, places.acquire_many(all)).await;
    Ok(())
}

/// Waits until it is time to go.
async fn closed(closing: &mut watch::Receiver<bool>) {
    // Whoever could say so being gone says it as well.
    let _ = closing.wait_for(|closed| *closed).await;
}

/// A listener at `port`, or at the next one that is free among the twenty that follow; port 0 is
/// any.
pub async fn listen(bind: IpAddr, port: u16) -> std::io::Result<TcpListener> {
    let last = if port == 0 { 0 } else { port.saturating_add(20) };
    let mut failure = None;
    for port in port..=last {
        match TcpListener::bind(SocketAddr::new(bind, port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => failure = Some(error),
            Err(error) => return Err(error),
        }
    }
    Err(failure.unwrap_or_else(|| std::io::ErrorKind::AddrInUse.into()))
}

fn router(server: Arc<Server>) -> Router {
    Router::new()
        .fallback(answer)
        .layer(middleware::from_fn_with_state(server.clone(), admit))
        .layer(DefaultBodyLimit::max(FORM))
        .with_state(server)
}

async fn admit(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response<Body> {
    match server.given.hosts.admit(request.method(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(refusal) => {
            Reply::sentence(StatusCode::FORBIDDEN, &refusal).to(request.method(), request.headers())
        }
    }
}

async fn answer(State(server): State<Arc<Server>>, request: Request) -> Response<Body> {
    let (method, headers) = (request.method().clone(), request.headers().clone());
    let query = request.uri().query().unwrap_or_default().to_owned();
    let target = server.given.mount.target(request.uri().path());
    let reads = matches!(method, Method::GET | Method::HEAD);
    let reply = match target {
        Target::Own(name) if name == "open" && method == Method::POST => {
            opening::open(&server, request).await
        }
        _ if !reads => {
            let mut response = Reply::sentence(
                StatusCode::METHOD_NOT_ALLOWED,
                "Pages can be read here, and nothing else.",
            )
            .to(&method, &headers);
            let allowed = header::HeaderValue::from_static("GET, HEAD");
            response.headers_mut().insert(header::ALLOW, allowed);
            return response;
        }
        Target::Own(name) if name == "live" && method == Method::GET => {
            return events::stream(server, &query, &headers).await;
        }
        Target::Own(name) => own(&server, &name),
        Target::Address(address) => pages::page(server, address, query).await,
        Target::Outside => {
            let mut reply = Reply::sentence(
                StatusCode::FOUND,
                &format!("The site begins at {}", server.given.mount.as_str()),
            );
            reply.location = Some(server.given.mount.as_str().to_owned());
            reply
        }
        Target::Malformed => {
            Reply::sentence(StatusCode::BAD_REQUEST, "No page can have an address like this.")
        }
    };
    reply.to(&method, &headers)
}

/// What the preview brings itself.
fn own(server: &Server, name: &str) -> Reply {
    if name == "status" {
        return status::status(server);
    }
    let asset = name.strip_prefix("preview/").and_then(crate::preview::asset);
    match asset {
        Some((media_type, bytes)) => pages::found(media_type, bytes.to_vec()),
        None => Reply::sentence(StatusCode::NOT_FOUND, "The preview has nothing of this name."),
    }
}
