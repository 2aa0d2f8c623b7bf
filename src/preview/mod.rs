//! What is added to a page while its writer looks at it: a line at its edge that tells what is
//! wrong and opens the files, and the script that shows what was saved. Pages do not know of it:
//! their bytes are those of `build`.

mod asset;
mod bar;
mod broken;
mod decoration;
mod editor;
mod light;
mod missing;
mod published;
mod subject;
mod voice;

pub(crate) use asset::asset;
pub(crate) use decoration::decorated;
pub use editor::Editor;
pub use light::Light;
pub(crate) use published::{Published, published};

use crate::base::{Body, Code, Diagnostic, Hash, Output, UrlPath};
use crate::site::Settings;
use crate::views::View;
use crate::workspace::Snapshot;
use missing::Why;
use subject::Subject;

/// What somebody looks at, and how.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// In the light that is asked for.
    pub snapshot: &'a Snapshot,
    pub address: &'a UrlPath,
    pub light: &'a Light,
    /// What the command said: what differs from it is told.
    pub base: &'a Settings,
    /// Where the site stands on the server, with a slash at both ends: `/`, `/handbook/`.
    pub mount: &'a str,
    /// Of the snapshot, counted since the server began.
    pub number: u64,
    pub editor: &'a Editor,
    /// The project's folder, absolute.
    pub root: &'a str,
    /// Where the text is now that stood at this address.
    pub moved: Option<&'a UrlPath>,
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
    /// How the script is told of it.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Status::Found => "found",
            Status::Moved(_) => "moved",
            Status::Missing => "missing",
            Status::Broken => "broken",
        }
    }
}

/// A page, and what is told of it.
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
pub fn answer(sight: &Sight<'_>) -> Answer {
    let snapshot = sight.snapshot;
    let is_page = sight.address.as_str().ends_with(".html");
    let no_site = snapshot.diagnostics().iter().find(|told| told.code == Code::NoSite);
    if let Some(no_site) = no_site.filter(|_| is_page) {
        return Answer::Page(broken(sight, &[no_site]));
    }
    match snapshot.render(sight.address) {
        Some(Ok(Output { media_type, body: Body::Bytes(bytes), .. }))
            if media_type.starts_with("text/html") =>
        {
            Answer::Page(found(sight, bytes))
        }
        Some(Ok(output)) => Answer::Other(output),
        Some(Err(mistake)) => Answer::Page(broken(sight, &causes(sight, &mistake))),
        None => Answer::Page(missing(sight)),
    }
}

fn found(sight: &Sight<'_>, bytes: Vec<u8>) -> Page {
    let subject = Subject::of(sight);
    let route = sight.snapshot.route(sight.address);
    let status = match route.map(|route| &route.view) {
        Some(View::Redirect(name)) => {
            Status::Moved(sight.snapshot.site().address_of(name, subject.language.as_str()))
        }
        _ => Status::Found,
    };
    page(sight, status, bytes, &bar::Told { subject, mistakes: &[], why: None })
}

fn missing(sight: &Sight<'_>) -> Page {
    let subject = Subject::missing(sight);
    match sight.snapshot.missing(sight.address).map(|output| output.body) {
        Ok(Body::Bytes(bytes)) => {
            let why = Some(Why::of(sight, &subject));
            page(sight, Status::Missing, bytes, &bar::Told { subject, mistakes: &[], why })
        }
        Ok(_) => unreachable!("a page is bytes"),
        Err(mistake) => broken(sight, &causes(sight, &mistake)),
    }
}

/// Templates that cannot be read are missed by others, which have no place to tell then: so they
/// are told first, and the mistake itself if it has a place.
fn causes<'a>(sight: &Sight<'a>, mistake: &'a Diagnostic) -> Vec<&'a Diagnostic> {
    let unread = sight.snapshot.diagnostics().iter().filter(|told| told.code == mistake.code);
    let mut causes: Vec<&Diagnostic> = unread.collect();
    let is_placed = mistake.span.range.is_some() && !causes.contains(&mistake);
    if causes.is_empty() || is_placed {
        causes.push(mistake);
    }
    causes
}

/// A page of our own says what keeps the real one from being made.
fn broken(sight: &Sight<'_>, mistakes: &[&Diagnostic]) -> Page {
    let subject = Subject::of(sight);
    let bytes = broken::page(sight, &subject, mistakes).into_bytes();
    page(sight, Status::Broken, bytes, &bar::Told { subject, mistakes, why: None })
}

fn page(sight: &Sight<'_>, status: Status, bytes: Vec<u8>, told: &bar::Told<'_>) -> Page {
    let (bar, bar_hash) = bar::bar(sight, told);
    Page { status, hash: Hash::quick(&bytes), bytes, bar, bar_hash }
}

#[cfg(test)]
mod tests;
