//! Takes connections, and holds them to their limits.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;

use super::connection_slots::{ConnectionLimits, ConnectionSlot, ConnectionSlots, Origin};
use super::paced_stream::PacedStream;
use super::{Server, closed};

/// The client of a connection.
#[derive(Clone, Debug)]
pub(super) struct Peer {
    pub(super) ip: IpAddr,
    pub(super) slot: Arc<ConnectionSlot>,
}

/// Connections at a time. Browsers open six each.
const LIMITS: ConnectionLimits = ConnectionLimits { all: 256, guests: 160, each: 32 };
/// What the head of a request may take, in bytes.
const HEAD: usize = 16 * 1024;
/// How long the head of a request may take to arrive, and the next one to begin.
const PATIENCE: Duration = Duration::from_secs(8);
/// How long answers under way are waited for at the end.
const FAREWELL: Duration = Duration::from_secs(3);
/// What the system may hold of an answer, in bytes: else it holds megabytes for a client that does
/// not read.
const SENDING: u32 = 128 * 1024;
/// Connections that wait to be taken.
const WAITING: u32 = 1024;

/// Answers all connections of `listener`, until the server is closed.
pub(crate) async fn serve(listener: TcpListener, server: Arc<Server>) -> anyhow::Result<()> {
    let mut closing = server.closing.subscribe();
    let service = super::router(server.clone());
    let slots = ConnectionSlots::new(LIMITS);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = closed(&mut closing) => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file handles, most likely: they come back.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        // Without a free slot the connection is closed: there is no time for an answer.
        let Some(slot) = slots.take(Origin::of(peer.ip())) else { continue };
        let peer = Peer { ip: peer.ip(), slot: Arc::new(slot) };
        tokio::spawn(answer(stream, peer, service.clone(), closing.clone()));
    }
    drop(listener);
    let _ = tokio::time::timeout(FAREWELL, slots.all_free()).await;
    Ok(())
}

/// Answers one connection until its end. A client that goes away in the middle of an answer is no
/// failure.
async fn answer(
    stream: TcpStream,
    peer: Peer,
    service: Router,
    mut closing: watch::Receiver<bool>,
) {
    let _ = stream.set_nodelay(true);
    let slot = peer.slot.clone();
    let service = TowerToHyperService::new(service.layer(Extension(peer)));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(HEAD)
        .serve_connection(TokioIo::new(PacedStream::new(stream, slot.clone())), service);
    tokio::pin!(connection);
    tokio::select! {
        // A connection that is evicted is not answered first.
        biased;
        () = slot.evicted() => {}
        _ = connection.as_mut() => {}
        () = closed(&mut closing) => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}

/// A listener at `port`, or at the next one that is free among the twenty that follow; port 0 is
/// any.
pub(crate) async fn listen(bind: IpAddr, port: u16) -> std::io::Result<TcpListener> {
    let last = if port == 0 { 0 } else { port.saturating_add(20) };
    let mut failure = None;
    for port in port..=last {
        match listen_at(SocketAddr::new(bind, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => failure = Some(error),
            Err(error) => return Err(error),
        }
    }
    Err(failure.unwrap_or_else(|| std::io::ErrorKind::AddrInUse.into()))
}

fn listen_at(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // A server that is started again gets the same port.
    socket.set_reuseaddr(true)?;
    // Connections have it from their listener.
    socket.set_send_buffer_size(SENDING)?;
    socket.bind(address)?;
    socket.listen(WAITING)
}
