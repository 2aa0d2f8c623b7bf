//! Stories to show to others: as slides at a meeting, and by themselves on a screen in the canteen.

use serde::Serialize;

use super::Page;
use super::page_meta::PageMeta;
use super::picture::Picture;
use super::qr::{self, Qr};
use super::scene::{Contact, LinkTo, Scene};
use super::shorten::shortened;
use super::story;
use crate::document::kinds::Story;
use crate::document::kinds::story::Audience;
use crate::site::addresses::PROGRAMME;
use crate::site::{Entry, Site};

/// What the template `slides.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    /// What the programme is for.
    purpose: Option<String>,
    slides: Vec<Slide>,
    /// Whether the last slide asks for a story.
    invites: bool,
    /// Whom to call with one.
    helper: Option<Contact>,
}

/// A story on a slide.
#[derive(Serialize)]
struct Slide {
    story: LinkTo,
    lang: String,
    /// A line of the author's own, read from afar.
    quote: Option<String>,
    /// Whether what is read from afar is so long that it is set smaller.
    is_long: bool,
    who: String,
    /// The name of the goal that it helped.
    goal: Option<String>,
    /// What came of it.
    came: Option<String>,
    picture: Option<Picture>,
    qr: Option<Qr>,
    /// Whether only colleagues may read it, so that a screen that visitors see leaves it out.
    is_internal: bool,
}

/// How many stories are shown: some two minutes on a screen.
const MOST: usize = 12;
/// The limits of what is read from afar, in bytes.
const LARGE: usize = 220;
const LONG: usize = 90;

/// Whether there is such a page: for colleagues, once there is a story.
pub(crate) fn is_there(site: &Site) -> bool {
    !site.is_public() && !site.stories.is_empty()
}

pub(crate) fn view(scene: &Scene<'_>) -> Page<Values> {
    let programme = &scene.site.programme;
    let may = programme.may.as_ref().and_then(|may| may.contact.as_ref());
    Page {
        meta: PageMeta {
            title: scene.text("slides-title"),
            kind: "slides",
            noindex: true,
            ..PageMeta::default()
        },
        crumbs: vec![
            scene.home(),
            LinkTo { title: scene.text("programme"), url: scene.url(PROGRAMME) },
        ],
        values: Values {
            purpose: programme
                .purpose
                .as_ref()
                .map(|it| scene.local(&it.sentence).replace('*', "")),
            slides: chosen(scene.site).map(|entry| slide(scene, entry)).collect(),
            invites: scene.site.invites(),
            helper: may.and_then(|it| scene.contact(&it.id)),
        },
    }
}

/// First the newest story that was chosen for a month, then the newest ones.
fn chosen(site: &Site) -> impl Iterator<Item = &Entry> {
    let of_a_month = |entry: &&Entry| entry.story().is_some_and(|story| story.featured.is_some());
    let all = || site.stories.iter().map(|entry| &**entry);
    let first = all().find(of_a_month);
    let others = all().filter(move |entry| first.is_none_or(|first| first.name != entry.name));
    first.into_iter().chain(others).take(MOST)
}

fn slide(scene: &Scene<'_>, entry: &Entry) -> Slide {
    let story = entry.story().expect("a slide shows a story");
    let words = scene.words::<Story>(entry);
    let card = scene.card(entry);
    let page = scene.link_to(entry);
    let base = scene.site.base_url();
    let quote = words.quote.as_deref().map(|quote| shortened(quote, LARGE));
    let faces = scene.named_tellers(story);
    Slide {
        is_long: quote.as_ref().unwrap_or(&page.title).len() > LONG,
        quote,
        lang: entry.original.language.clone(),
        who: match faces.is_empty() {
            true => scene.text("anonymous"),
            false => scene.names(&faces, 0),
        },
        goal: story::goal(scene, story).map(|goal| goal.name),
        came: card.outcome.map(|outcome| outcome.text),
        picture: card.picture,
        qr: base.and_then(|base| qr::code(&format!("{base}{}", page.url))),
        is_internal: story.audience.unwrap_or_default() == Audience::Internal,
        story: page,
    }
}
