//! Why there is no page at an address, and where to look instead.

use super::subject::Subject;
use super::voice::Voice;
use super::{Light, Sight};
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
    pub(super) fn of(sight: &Sight<'a>, subject: &Subject<'a>) -> Why<'a> {
        let site = sight.snapshot.site();
        if let Some(hidden) = subject.texts.iter().find_map(|it| site.hidden.get(&it.name)) {
            return Why::Hidden(*hidden);
        }
        if let Some(moved) = sight.moved {
            return Why::Moved(moved);
        }
        let is_orphan = |path: &SourcePath| site.orphans.iter().any(|orphan| orphan.path == *path);
        match subject.texts.first() {
            Some(text) if is_orphan(&text.path) => Why::Orphan,
            None if !subject.files.is_empty() => Why::Unread,
            _ => Why::Unknown(alike(sight)),
        }
    }
}

/// The reason in a sentence, and a way to the text if there is one.
pub(super) fn reason(voice: &Voice<'_>, subject: &Subject<'_>, why: &Why<'_>) -> String {
    match why {
        Why::Moved(to) => said(&voice.text("preview-moved"), &[to_page(voice, to)]),
        Why::Hidden(hidden) => said_of_hidden(voice, subject, *hidden),
        Why::Orphan => said(&voice.text("preview-orphan"), &[]),
        Why::Unread => said(&voice.text("preview-unread"), &[]),
        Why::Unknown(near) if near.is_empty() => {
            let is_public = voice.sight.snapshot.site().is_public();
            let inside = is_public.then(|| inside(voice)).into_iter().collect::<Vec<_>>();
            said(&voice.text("preview-gone"), &inside)
        }
        Why::Unknown(near) => {
            let links: Vec<String> = near.iter().map(|to| to_page(voice, to)).collect();
            let words = format!("{} {}", voice.text("preview-gone"), voice.text("preview-near"));
            said(&words, &links)
        }
    }
}

fn said_of_hidden(voice: &Voice<'_>, subject: &Subject<'_>, hidden: Hidden) -> String {
    let light = voice.sight.light.clone();
    match hidden {
        Hidden::Draft => {
            let with = Light { drafts: Some(true), ..light };
            said(
                &voice.text("preview-hidden-draft"),
                &[in_light(voice, "preview-see-drafts", &with)],
            )
        }
        Hidden::Future => {
            let story = subject.texts.iter().find_map(|text| text.meta.story()?.date);
            let day = story.map(|date| voice.day(date)).unwrap_or_default();
            let then = Light { today: story.or(light.today), mistake: None, ..light };
            let words = voice.text_with("preview-hidden-future", &[("day", Arg::Text(&day))]);
            said(&words, &[in_light(voice, "preview-see-then", &then)])
        }
        Hidden::Internal => said(&voice.text("preview-hidden-internal"), &[inside(voice)]),
        Hidden::ConsentInternal => said(&voice.text("preview-hidden-consent"), &[inside(voice)]),
        Hidden::Paused => said(&voice.text("preview-hidden-paused"), &[]),
        Hidden::Withdrawn => said(&voice.text("preview-hidden-withdrawn"), &[]),
        Hidden::Names => said(&voice.text("preview-hidden-names"), &[]),
    }
}

/// The pages whose addresses are most like this one: of the same name elsewhere, or nearly written
/// so.
fn alike<'a>(sight: &Sight<'a>) -> Vec<&'a UrlPath> {
    let address = sight.address.as_str();
    let last = address.rsplit('/').next().unwrap_or(address);
    let pages = || sight.snapshot.addresses().filter(|it| it.as_str().ends_with(".html"));
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

fn to_page(voice: &Voice<'_>, to: &UrlPath) -> String {
    let href = voice.href(to, voice.sight.light);
    format!("<a href=\"{href}\">{}</a>", escaped(to.as_str()))
}

fn inside(voice: &Voice<'_>) -> String {
    let audience = Some(BuildAudience::Internal);
    in_light(voice, "preview-see-inside", &Light { audience, ..voice.sight.light.clone() })
}

/// A link to the same page in another light.
fn in_light(voice: &Voice<'_>, key: &str, light: &Light) -> String {
    let href = voice.href(voice.sight.address, light);
    format!("<a href=\"{href}\">{}</a>", voice.text(key))
}
