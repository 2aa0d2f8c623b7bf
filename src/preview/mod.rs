//! What is added to a page while its writer looks at it: a line at its edge that shows what is
//! wrong and opens the files, and the script that shows what was saved. Pages do not know of it:
//! their bytes are those of `build`.

mod asset;
mod bar;
mod broken;
mod decoration;
mod desk;
mod editor;
mod missing;
mod options;
mod published;
mod subject;
mod texts;

pub(crate) use asset::asset;
pub(crate) use decoration::decorated;
pub(crate) use desk::is_desk;
pub use editor::Editor;
pub use options::PreviewOptions;
pub(crate) use published::{Published, published};

use std::collections::BTreeSet;

use crate::base::{Body, Code, Diagnostic, Hash, Output, UrlPath};
use crate::language::Language;
use crate::site::BuildOptions;
use crate::views::View;
use crate::workspace::Snapshot;
use missing::Why;
use subject::Subject;

/// A request for an address in the preview, with all that the answer depends on.
#[derive(Clone, Copy)]
pub struct PreviewRequest<'a> {
    /// Under the options of the request.
    pub snapshot: &'a Snapshot,
    pub address: &'a UrlPath,
    pub options: &'a PreviewOptions,
    /// The build options of the command: the bar notes where the request differs from them.
    pub base: &'a BuildOptions,
    /// Where the site stands on the server, with a slash at both ends: `/`, `/handbook/`.
    pub mount: &'a str,
    /// Of the snapshot, counted since the server began.
    pub number: u64,
    pub editor: &'a Editor,
    /// The project's folder, absolute.
    pub root: &'a str,
    /// Where the text is now that stood at this address.
    pub moved: Option<&'a UrlPath>,
    /// What `thanks.toml` says, where it was read: only the desk looks at it.
    pub thanks: Option<&'a str>,
    /// The addresses of the site as it was built last, likewise.
    pub built: Option<&'a BTreeSet<UrlPath>>,
}

/// What became of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Found,
    /// The page only leads on to this address.
    Moved(UrlPath),
    Missing,
    /// It cannot be made: a template is wrong, or there is no site.
    Broken,
}

impl Status {
    /// The word by which the script knows it.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Status::Found => "found",
            Status::Moved(_) => "moved",
            Status::Missing => "missing",
            Status::Broken => "broken",
        }
    }
}

/// A page, and its bar.
#[derive(Clone, Debug)]
pub struct Page {
    pub(crate) status: Status,
    /// What `build` writes, if it writes this page: without any trace of the preview.
    pub(crate) bytes: Vec<u8>,
    pub(crate) hash: Hash,
    /// HTML that stands apart from the page, in a shadow root.
    pub bar: String,
    /// Of the bar but for the number of the snapshot, which alone is no news.
    pub(crate) bar_hash: Hash,
}

/// What an address answers.
#[derive(Clone, Debug)]
pub enum Answer {
    Page(Page),
    /// Feeds, styles, pictures: what nothing is added to.
    Other(Output),
}

/// Looks. There is an answer for every address, whatever is wrong with the site.
pub fn answer(request: &PreviewRequest<'_>) -> Answer {
    let snapshot = request.snapshot;
    let is_page = request.address.as_str().ends_with(".html");
    let no_site = snapshot.diagnostics().iter().find(|it| it.code == Code::NoSite);
    if let Some(no_site) = no_site.filter(|_| is_page) {
        return Answer::Page(broken(request, &[no_site]));
    }
    if let Some(language) = desk::language(snapshot, request.address) {
        return Answer::Page(desk(request, &language));
    }
    match snapshot.render(request.address) {
        Some(Ok(Output { media_type, body: Body::Bytes(bytes), .. }))
            if media_type.starts_with("text/html") =>
        {
            Answer::Page(found(request, bytes))
        }
        Some(Ok(output)) => Answer::Other(output),
        Some(Err(mistake)) => Answer::Page(broken(request, &causes(request, &mistake))),
        None => Answer::Page(missing(request)),
    }
}

fn found(request: &PreviewRequest<'_>, bytes: Vec<u8>) -> Page {
    let subject = Subject::of(request);
    let route = request.snapshot.route(request.address);
    let status = match route.map(|route| &route.view) {
        Some(View::Redirect(name)) => {
            Status::Moved(request.snapshot.site().address_of(name, subject.language.as_str()))
        }
        _ => Status::Found,
    };
    page(request, status, bytes, &bar::BarInput { subject, mistakes: &[], why: None })
}

fn missing(request: &PreviewRequest<'_>) -> Page {
    let subject = Subject::missing(request);
    match request.snapshot.missing(request.address).map(|output| output.body) {
        Ok(Body::Bytes(bytes)) => {
            let why = Some(Why::of(request, &subject));
            page(request, Status::Missing, bytes, &bar::BarInput { subject, mistakes: &[], why })
        }
        Ok(_) => unreachable!("a page is bytes"),
        Err(mistake) => broken(request, &causes(request, &mistake)),
    }
}

/// What there is to do: no page of the site.
fn desk(request: &PreviewRequest<'_>, language: &Language) -> Page {
    match desk::page(request, language) {
        Ok(html) => {
            let subject = Subject::missing(request);
            let input = bar::BarInput { subject, mistakes: &[], why: None };
            page(request, Status::Found, html.into_bytes(), &input)
        }
        Err(mistake) => broken(request, &causes(request, &mistake)),
    }
}

/// Templates that cannot be read are missed by others, whose diagnostics have no place then: so the
/// unread ones are reported first, and the mistake itself if it has a place.
fn causes<'a>(request: &PreviewRequest<'a>, mistake: &'a Diagnostic) -> Vec<&'a Diagnostic> {
    let unread = request.snapshot.diagnostics().iter().filter(|it| it.code == mistake.code);
    let mut causes: Vec<&Diagnostic> = unread.collect();
    let is_placed = mistake.span.range.is_some() && !causes.contains(&mistake);
    if causes.is_empty() || is_placed {
        causes.push(mistake);
    }
    causes
}

/// A page of our own says what keeps the real one from being made.
fn broken(request: &PreviewRequest<'_>, mistakes: &[&Diagnostic]) -> Page {
    let subject = Subject::of(request);
    let bytes = broken::page(request, &subject, mistakes).into_bytes();
    page(request, Status::Broken, bytes, &bar::BarInput { subject, mistakes, why: None })
}

fn page(
    request: &PreviewRequest<'_>,
    status: Status,
    bytes: Vec<u8>,
    input: &bar::BarInput<'_>,
) -> Page {
    let (bar, bar_hash) = bar::bar(request, input);
    Page { status, hash: Hash::quick(&bytes), bytes, bar, bar_hash }
}

#[cfg(test)]
mod tests;
