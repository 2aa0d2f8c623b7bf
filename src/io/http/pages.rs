//! One address of the site: a page with its bar, or a file as it is published.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;

use super::Server;
use super::content::Content;
use super::in_flight::{Requester, SMALL};
use super::reply::{Keeping, Reply};
use crate::base::media_type;
use crate::base::percent;
use crate::base::{Body, Flaw, Hash, Output, UrlPath};
use crate::config::thanks::ThanksFile;
use crate::io::darkroom::{Darkroom, Print};
use crate::io::live::Moment;
use crate::preview::{self, Answer, Page, PreviewOptions, PreviewRequest, Status};
use crate::views::View;
use crate::workspace::Snapshot;

/// How long a request waits for a good photo before it gets a draft.
const PATIENCE: Duration = Duration::from_millis(60);

/// What `address` shows now, under the options in `query`.
pub(super) async fn page(
    server: Arc<Server>,
    address: UrlPath,
    query: &str,
    requester: Requester,
) -> Reply {
    let options = PreviewOptions::parse(query);
    let making = server.clone();
    let permit = match options.is_plain() {
        true => None,
        false => match server.limits.options.permit().await {
            Ok(permit) => Some(permit),
            Err(not_done) => return not_done.into(),
        },
    };
    let made = server.limits.writer.work(move || {
        let _permit = permit;
        let moment = making.inputs.live.now();
        reply(&making, &moment, &address, &options, requester)
    });
    made.await.unwrap_or_else(Reply::from)
}

/// What a browser may keep of a file.
pub(super) fn keeping(output: &Output, address: &UrlPath) -> Keeping {
    let hash = output.hash;
    // How a drawing is cleaned is not in its name.
    match output.body {
        Body::Photo { .. } | Body::Recording { .. } | Body::File(_) => Keeping::Forever(hash),
        Body::Bytes(_) if address.as_str().starts_with("assets/") => Keeping::Forever(hash),
        Body::Bytes(_) | Body::Drawing { .. } => Keeping::Asking(hash),
    }
}

/// The request for `address`, as the preview takes it.
pub(super) fn preview_request<'a>(
    server: &'a Server,
    moment: &'a Moment,
    snapshot: &'a Snapshot,
    address: &'a UrlPath,
    options: &'a PreviewOptions,
    beside: &'a ForDesk,
) -> PreviewRequest<'a> {
    PreviewRequest {
        snapshot,
        address,
        options,
        base: moment.snapshot.options(),
        mount: server.inputs.mount.as_str(),
        number: moment.number,
        editor: &server.inputs.editor,
        root: server.inputs.files.root().to_str().unwrap_or_default(),
        moved: moment.moved(address),
        thanks: beside.thanks.as_deref(),
        built: beside.built.as_ref(),
    }
}

/// What the desk is made of besides the project. The list of thanks is private, so no other page is
/// given it.
#[derive(Default)]
pub(super) struct ForDesk {
    pub(super) thanks: Option<String>,
    pub(super) built: Option<BTreeSet<UrlPath>>,
}

impl ForDesk {
    /// Reads it, where the desk is shown.
    pub(super) fn read(server: &Server, snapshot: &Snapshot, address: &UrlPath) -> ForDesk {
        if !preview::is_desk(snapshot, address) {
            return ForDesk::default();
        }
        let files = &server.inputs.files;
        let thanks = files.whole(&ThanksFile::path()).ok();
        let thanks = thanks.and_then(|bytes| String::from_utf8(bytes).ok());
        ForDesk { thanks, built: files.built() }
    }
}

fn reply(
    server: &Arc<Server>,
    moment: &Moment,
    address: &UrlPath,
    options: &PreviewOptions,
    requester: Requester,
) -> Reply {
    let snapshot = moment.under(&options.over(moment.snapshot.options()));
    if snapshot.route(address).is_none()
        && let Some(reply) = elsewhere(server, moment, &snapshot, address, options, requester)
    {
        return reply;
    }
    let beside = ForDesk::read(server, &snapshot, address);
    let request = preview_request(server, moment, &snapshot, address, options, &beside);
    match preview::answer(&request) {
        Answer::Page(page) => of_page(server, &page, &request, requester),
        Answer::Other(output) => of_file(server, output, address, requester),
    }
}

/// What has no page, and yet an answer: a folder without its slash, or a file that a page shows in
/// other options. The name of such a file holds a hash, so it is the right one.
fn elsewhere(
    server: &Arc<Server>,
    moment: &Moment,
    snapshot: &Snapshot,
    address: &UrlPath,
    options: &PreviewOptions,
    requester: Requester,
) -> Option<Reply> {
    let inside = UrlPath::new(&format!("{address}/index.html"))?;
    if snapshot.route(&inside).is_some() {
        let mut reply = Reply::sentence(StatusCode::FOUND, "This is a folder.");
        reply.location = Some(way(server, &format!("{address}/"), options));
        return Some(reply);
    }
    let is_file = |other: &Arc<Snapshot>| {
        other.route(address).is_some_and(|route| {
            matches!(route.view, View::Asset(_) | View::Media(_) | View::Photo(..))
        })
    };
    let other = moment.snapshots().into_iter().find(is_file)?;
    Some(of_file(server, other.render(address)?.ok()?, address, requester))
}

fn of_page(
    server: &Server,
    page: &Page,
    request: &PreviewRequest<'_>,
    requester: Requester,
) -> Reply {
    let (status, location) = match &page.status {
        Status::Found => (StatusCode::OK, None),
        Status::Moved(to) => (StatusCode::FOUND, Some(way(server, to.as_str(), request.options))),
        Status::Missing => (StatusCode::NOT_FOUND, None),
        Status::Broken => (StatusCode::INTERNAL_SERVER_ERROR, None),
    };
    let (html, bytes) = (media_type::HTML, preview::decorated(page, request));
    let hash = Hash::of(&bytes);
    let reply = server.reply(request.address, hash, html, bytes, Keeping::Asking(hash), requester);
    match reply.status {
        StatusCode::OK => Reply { status, location, ..reply },
        _ => reply,
    }
}

fn of_file(server: &Arc<Server>, output: Output, address: &UrlPath, requester: Requester) -> Reply {
    let (media_type, hash) = (output.media_type, output.hash);
    let keeping = keeping(&output, address);
    if let Some(bytes) = server.in_flight.find(address, hash) {
        return Reply::with(media_type, Content::Held(bytes), keeping);
    }
    let inputs = &server.inputs;
    let darkroom =
        Darkroom::new(&inputs.files, inputs.cache.clone()).within(inputs.photo_pool.budget());
    if let Some(opened) = darkroom.opened(&output, SMALL) {
        return match opened {
            Ok(file) => {
                let content = Content::File(Arc::new(file), server.limits.writer.clone());
                Reply::with(media_type, content, keeping)
            }
            Err(flaw) => unshown(flaw),
        };
    }
    let (announcing, name) = (server.clone(), address.clone());
    let on_ready = move || announcing.ready_photos.announce(name);
    match darkroom.soon(output, PATIENCE, &server.inputs.photo_pool, on_ready) {
        Ok(Print::Good(bytes)) => {
            server.reply(address, hash, media_type, bytes, keeping, requester)
        }
        Ok(Print::Draft(bytes)) => {
            let hash = Hash::of(&bytes);
            server.reply(address, hash, media_type, bytes, Keeping::Nothing, requester)
        }
        Ok(Print::Blank { width, height }) => {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"/>"
            );
            Reply::of(StatusCode::OK, media_type::SVG, svg.into(), Keeping::Nothing)
        }
        Err(flaw) => unshown(flaw),
    }
}

/// Why the writer cannot see a file.
fn unshown(flaw: Flaw) -> Reply {
    match flaw {
        Flaw::Unreadable(words) | Flaw::BadPicture(words) => {
            let said = format!("This file cannot be shown: {words}.");
            Reply::sentence(StatusCode::NOT_FOUND, &said)
        }
        _ => Reply::unshown(),
    }
}

/// The way to an address, under the same options.
fn way(server: &Server, address: &str, options: &PreviewOptions) -> String {
    let query = options.query();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{}{mark}{query}", server.inputs.mount.as_str(), percent::encoded(address))
}
