//! What guests get: what a build would publish today, byte for byte, and that the preview is alive.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use tokio::sync::oneshot;

use super::content::Content;
use super::in_flight::{Requester, SMALL};
use super::pages::keeping;
use super::reply::{Keeping, Reply};
use super::target::Target;
use super::worker_limits::NotDone;
use super::{Server, outside};
use crate::base::media_type;
use crate::base::percent;
use crate::base::{Body, Flaw, Hash, Output, UrlPath};
use crate::io::darkroom::Darkroom;
use crate::preview::{Published, published};

/// How long a request waits for a photo that has to be made.
const PATIENCE: Duration = Duration::from_secs(20);

/// An answer that is ready, or a photo that has to be made first.
enum GuestAnswer {
    Ready(Reply),
    Photo(Output),
}

pub(super) async fn answer(server: &Arc<Server>, target: Target, requester: Requester) -> Reply {
    match target {
        Target::Own(name) if name == "status" => alive(),
        // Nothing else of the preview is theirs.
        Target::Own(_) => {
            Reply::sentence(StatusCode::NOT_FOUND, "There is no page with this address.")
        }
        Target::Address(address) => page(server, address, requester).await,
        Target::Outside => outside(server),
        Target::Malformed => Reply::malformed(),
    }
}

fn alive() -> Reply {
    let bytes = b"{ \"alive\": true }\n".to_vec();
    Reply::of(StatusCode::OK, media_type::of("json"), bytes, Keeping::Nothing)
}

async fn page(server: &Arc<Server>, address: UrlPath, requester: Requester) -> Reply {
    let (making, at) = (server.clone(), address.clone());
    let found = server.limits.guests.work(move || find(&making, &at, requester)).await;
    match found {
        Ok(GuestAnswer::Ready(reply)) => reply,
        Ok(GuestAnswer::Photo(output)) => photo(server, &address, output, requester).await,
        Err(not_done) => not_done.into(),
    }
}

fn find(server: &Server, address: &UrlPath, requester: Requester) -> GuestAnswer {
    let moment = server.inputs.live.now();
    let snapshot = moment.for_guests(&(server.inputs.guests)(moment.snapshot.time_zone()));
    let html = media_type::HTML;
    let page = |status, output: Output, location: Option<String>| match output.body {
        Body::Bytes(bytes) => {
            let keeping = Keeping::Asking(output.hash);
            let reply = server.reply(address, output.hash, html, bytes, keeping, requester);
            let status = if reply.status == StatusCode::OK { status } else { reply.status };
            Reply { status, location, ..reply }
        }
        _ => Reply::unshown(),
    };
    let short = |status, text: String| Reply::of(status, html, text.into_bytes(), Keeping::Nothing);
    let way = |to: &str| format!("{}{}", server.inputs.mount.as_str(), percent::encoded(to));
    GuestAnswer::Ready(match published(&snapshot, address) {
        Published::There(output) => return file(server, address, output, requester),
        Published::Moved(output, to) => page(StatusCode::FOUND, output, Some(way(to.as_str()))),
        Published::Folder => {
            let reply = Reply::sentence(StatusCode::FOUND, "This is a folder.");
            Reply { location: Some(way(&format!("{address}/"))), ..reply }
        }
        Published::Missing(output) => page(StatusCode::NOT_FOUND, output, None),
        Published::Broken(text) => short(StatusCode::INTERNAL_SERVER_ERROR, text),
        Published::Withheld(text) => short(StatusCode::SERVICE_UNAVAILABLE, text),
    })
}

/// A file as it is published; a photo only if it was made before.
fn file(server: &Server, address: &UrlPath, output: Output, requester: Requester) -> GuestAnswer {
    let (media_type, hash) = (output.media_type, output.hash);
    let keeping = keeping(&output, address);
    if let Some(bytes) = server.in_flight.find(address, hash) {
        return GuestAnswer::Ready(Reply::with(media_type, Content::Held(bytes), keeping));
    }
    let darkroom = Darkroom::new(&server.inputs.files, server.inputs.cache.clone())
        .within(server.inputs.photo_pool.budget());
    if let Some(opened) = darkroom.opened(&output, SMALL) {
        let limit = server.limits.guests.clone();
        let reply = |file| Reply::with(media_type, Content::File(Arc::new(file), limit), keeping);
        return GuestAnswer::Ready(opened.map_or_else(|_| Reply::unshown(), reply));
    }
    let bytes = match darkroom.kept(&output) {
        Some(bytes) => Ok(bytes),
        None if matches!(output.body, Body::Photo { .. }) => return GuestAnswer::Photo(output),
        None => darkroom.bytes(output),
    };
    GuestAnswer::Ready(match bytes {
        Ok(bytes) => server.reply(address, hash, media_type, bytes, keeping, requester),
        Err(_) => Reply::unshown(),
    })
}

/// A photo that is made now. Drafts are for writers: a guest waits for the bytes of the build.
async fn photo(
    server: &Arc<Server>,
    address: &UrlPath,
    output: Output,
    requester: Requester,
) -> Reply {
    let permit = match server.limits.photos.permit().await {
        Ok(permit) => permit,
        Err(not_done) => return not_done.into(),
    };
    let (media_type, hash): (_, Hash) = (output.media_type, output.hash);
    let keeping = keeping(&output, address);
    let (sender, made) = oneshot::channel::<Result<Vec<u8>, Flaw>>();
    let darkroom = Darkroom::new(&server.inputs.files, server.inputs.cache.clone())
        .within(server.inputs.photo_pool.budget());
    darkroom.request(output, &server.inputs.photo_pool, move |print| {
        // The next photo may be requested when this one is done, even if its request is gone.
        drop(permit);
        _ = sender.send(print);
    });
    match tokio::time::timeout(PATIENCE, made).await {
        Ok(Ok(Ok(bytes))) => server.reply(address, hash, media_type, bytes, keeping, requester),
        Ok(_) => Reply::unshown(),
        Err(_) => NotDone::Busy.into(),
    }
}
