//! A poster for the wall where the coffee is: of a theme with its first question, or of a story of the
//! month. It leads to the page by a code for telephones, and without one by a number to call.

use serde::Serialize;

use super::Page;
use super::page_meta::PageMeta;
use super::picture::Picture;
use super::qr::{self, Qr};
use super::scene::{Contact, LinkTo, Scene};
use super::shorten::shortened;
use super::themes;
use crate::document::kinds::Story;
use crate::document::kinds::story::Audience;
use crate::site::Entry;

/// What the template `poster.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    poster: Poster,
}

#[derive(Serialize)]
struct Poster {
    /// What it is about, in a corner.
    about: String,
    /// What is read from afar: a question, or a line of the author's own.
    large: String,
    /// The language of that.
    lang: String,
    /// Whether it is so long that it is set smaller.
    is_long: bool,
    picture: Option<Picture>,
    /// Of a story: its first lines, and who tells it.
    lines: Option<String>,
    who: Option<String>,
    qr: Option<Qr>,
    /// The address of the page as people type it, in parts between which a line may end; empty, where
    /// nobody knows where the site is.
    typed: Vec<String>,
    contact: Option<Contact>,
    /// The page that it is of.
    page: LinkTo,
    is_story: bool,
    /// Whether only colleagues may read the story, so that it hangs where only they pass.
    is_internal: bool,
    strips: Vec<usize>,
}

/// The limits of what is read from afar, in bytes.
const LARGE: usize = 220;
const LONG: usize = 80;
const LINES: usize = 420;
/// Strips to tear off.
const STRIPS: usize = 8;

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Page<Values> {
    let poster = match entry.story() {
        Some(story) => of_story(scene, entry, story),
        None => of_theme(scene, entry),
    };
    let title =
        scene.text_with("poster-of", &[("title", crate::language::Arg::Text(&poster.about))]);
    Page {
        meta: PageMeta { title, kind: "poster", noindex: true, ..PageMeta::default() },
        crumbs: vec![scene.home(), poster.page.clone()],
        values: Values { poster },
    }
}

fn of_theme(scene: &Scene<'_>, entry: &Entry) -> Poster {
    let document = scene.document(entry);
    let title = document.title().to_owned();
    let ask = themes::asks(scene, entry).next();
    let (large, lang) = match ask {
        Some(ask) => (ask.text, ask.lang),
        None => (title.clone(), document.facts.language.clone()),
    };
    Poster { picture: themes::shown_picture(scene, entry), ..poster(scene, entry, &large, lang) }
}

fn of_story(scene: &Scene<'_>, entry: &Entry, story: &Story) -> Poster {
    let words = scene.words::<Story>(entry);
    let card = scene.card(entry);
    let large = words.quote.clone().unwrap_or_else(|| card.title.clone());
    let faces = scene.named_tellers(story);
    let who = match faces.is_empty() {
        true => scene.text("anonymous"),
        false => scene.names(&faces, 0),
    };
    Poster {
        lines: Some(shortened(&card.summary, LINES)),
        who: Some(who),
        picture: card.picture,
        is_internal: story.audience.unwrap_or_default() == Audience::Internal,
        is_story: true,
        ..poster(scene, entry, &large, entry.original.language.clone())
    }
}

fn poster(scene: &Scene<'_>, entry: &Entry, large: &str, lang: String) -> Poster {
    let page = scene.link_to(entry);
    let base = scene.site.base_url();
    let address = base.map(|base| format!("{base}{}", page.url));
    let may = scene.site.programme.may.as_ref().and_then(|may| may.contact.as_ref());
    Poster {
        about: page.title.clone(),
        is_long: large.len() > LONG,
        large: shortened(large, LARGE),
        lang,
        picture: None,
        lines: None,
        who: None,
        qr: address.as_deref().and_then(qr::code),
        typed: address.as_deref().map(typed).unwrap_or_default(),
        contact: may.and_then(|it| scene.contacts(std::slice::from_ref(it)).pop()),
        page,
        is_story: false,
        is_internal: false,
        strips: (0..STRIPS).collect(),
    }
}

/// An address without what nobody types, in parts that end with a slash.
fn typed(address: &str) -> Vec<String> {
    let short = address.split_once("://").map_or(address, |(_, rest)| rest);
    short.split_inclusive('/').map(str::to_owned).collect()
}
