//! Why there is no page at an address, and where to look instead.

use super::subject::Subject;
use super::texts::PreviewTexts;
use super::{PreviewOptions, PreviewRequest};
use crate::base::diagnostic::nearest;
use crate::base::escape::escaped;
use crate::base::{SourcePath, UrlPath};
use crate::language::Arg;
use crate::site::{BuildAudience, Hidden};

/// Why a page is missing.
pub(super) enum Why<'a> {
    /// The text is elsewhere now.
    Moved(&'a UrlPath),
    /// It is there, and not shown.
    Hidden(Hidden),
    /// A translation is there, and not what it translates.
    Orphan,
    /// A file is there that cannot be read.
    Unread,
    /// Nothing is known of it; these are alike.
    Unknown(Vec<&'a UrlPath>),
}

impl<'a> Why<'a> {
    pub(super) fn of(request: &PreviewRequest<'a>, subject: &Subject<'a>) -> Why<'a> {
        let site = request.snapshot.site();
        if subject.texts.iter().any(|it| site.flawed.contains(&it.path)) {
            return Why::Unread;
        }
        if let Some(hidden) = subject.texts.iter().find_map(|it| site.hidden.get(&it.name)) {
            return Why::Hidden(*hidden);
        }
        if let Some(moved) = request.moved {
            return Why::Moved(moved);
        }
        let is_orphan = |path: &SourcePath| site.orphans.iter().any(|orphan| orphan.path == *path);
        match subject.texts.first() {
            Some(text) if is_orphan(&text.path) => Why::Orphan,
            None if !subject.files.is_empty() => Why::Unread,
            _ => Why::Unknown(alike(request)),
        }
    }
}

/// The reason in a sentence, and a way to the text if there is one.
pub(super) fn reason(texts: &PreviewTexts<'_>, subject: &Subject<'_>, why: &Why<'_>) -> String {
    match why {
        Why::Moved(to) => said(&texts.text("preview-moved"), &[to_page(texts, to)]),
        Why::Hidden(hidden) => said_of_hidden(texts, subject, *hidden),
        Why::Orphan => said(&texts.text("preview-orphan"), &[]),
        Why::Unread => said(&texts.text("preview-unread"), &[]),
        Why::Unknown(near) if near.is_empty() => {
            let is_public = texts.request.snapshot.site().is_public();
            let inside = is_public.then(|| inside(texts)).into_iter().collect::<Vec<_>>();
            said(&texts.text("preview-gone"), &inside)
        }
        Why::Unknown(near) => {
            let links: Vec<String> = near.iter().map(|to| to_page(texts, to)).collect();
            let words = format!("{} {}", texts.text("preview-gone"), texts.text("preview-near"));
            said(&words, &links)
        }
    }
}

fn said_of_hidden(texts: &PreviewTexts<'_>, subject: &Subject<'_>, hidden: Hidden) -> String {
    let options = texts.request.options.clone();
    match hidden {
        Hidden::Draft => {
            let with = PreviewOptions { drafts: Some(true), ..options };
            said(
                &texts.text("preview-hidden-draft"),
                &[link_under(texts, "preview-see-drafts", &with)],
            )
        }
        Hidden::Future => {
            let story = subject.texts.iter().find_map(|text| text.meta.story()?.date);
            let day = story.map(|date| texts.day(date)).unwrap_or_default();
            let then = PreviewOptions { today: story.or(options.today), mistake: None, ..options };
            let words = texts.text_with("preview-hidden-future", &[("day", Arg::Text(&day))]);
            said(&words, &[link_under(texts, "preview-see-then", &then)])
        }
        Hidden::Internal => said(&texts.text("preview-hidden-internal"), &[inside(texts)]),
        Hidden::ConsentInternal => said(&texts.text("preview-hidden-consent"), &[inside(texts)]),
        Hidden::Paused => said(&texts.text("preview-hidden-paused"), &[]),
        Hidden::Withdrawn => said(&texts.text("preview-hidden-withdrawn"), &[]),
        Hidden::Names => said(&texts.text("preview-hidden-names"), &[]),
    }
}

/// The pages whose addresses are most like this one: of the same name elsewhere, or nearly written
/// so.
fn alike<'a>(request: &PreviewRequest<'a>) -> Vec<&'a UrlPath> {
    let address = request.address.as_str();
    let last = address.rsplit('/').next().unwrap_or(address);
    let pages = || request.snapshot.addresses().filter(|it| it.as_str().ends_with(".html"));
    let has_name =
        |it: &&UrlPath| last != "index.html" && it.as_str().rsplit('/').next() == Some(last);
    let mut found: Vec<&UrlPath> = pages().filter(has_name).take(MAX_ALIKE).collect();
    let near = nearest(address, pages().map(UrlPath::as_str));
    let near = near.and_then(|near| pages().find(|it| it.as_str() == near));
    if let Some(near) = near.filter(|near| !found.contains(near)) {
        found.insert(0, near);
    }
    found.truncate(MAX_ALIKE);
    found
}

const MAX_ALIKE: usize = 3;

fn said(words: &str, links: &[String]) -> String {
    format!("<p>{words} {}</p>", links.join(" "))
}

fn to_page(texts: &PreviewTexts<'_>, to: &UrlPath) -> String {
    let href = texts.href(to, texts.request.options);
    format!("<a href=\"{href}\">{}</a>", escaped(to.as_str()))
}

fn inside(texts: &PreviewTexts<'_>) -> String {
    let audience = Some(BuildAudience::Internal);
    link_under(
        texts,
        "preview-see-inside",
        &PreviewOptions { audience, ..texts.request.options.clone() },
    )
}

/// A link to the same page under other options.
fn link_under(texts: &PreviewTexts<'_>, key: &str, options: &PreviewOptions) -> String {
    let href = texts.href(texts.request.address, options);
    format!("<a href=\"{href}\">{}</a>", texts.text(key))
}
