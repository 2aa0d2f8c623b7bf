//! Cards as HTML. Each is rendered once, because a story has the same card in all the lists that it
//! is in.

use std::sync::OnceLock;

use serde::Serialize;

use super::card::Card;
use super::compose::compose;
use super::proportions::Proportions;
use super::scene::Scene;
use super::slotted_html::{Slot, SlottedHtml};
use crate::base::Diagnostic;
use crate::site::Entry;

/// Where cards stand on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CardsAt {
    /// On the story wall: directly below the title of the page, so visible as soon as it opens.
    Top,
    /// Below a heading, on another page.
    Section,
}

/// The cards of one language. Each is made when the first page asks for it; its index is the place
/// of its story in `Site::stories`.
pub(crate) struct CardCache(Vec<OnceLock<Result<CachedCard, Box<Diagnostic>>>>);

struct CachedCard {
    proportions: Proportions,
    html: SlottedHtml,
}

/// What the component `card` is given, besides its slots.
#[derive(Serialize)]
struct Arguments<'a> {
    c: &'a Card,
    eager: bool,
}

impl CardsAt {
    /// The level of the cards' headings.
    fn level(self) -> &'static str {
        match self {
            CardsAt::Top => "2",
            CardsAt::Section => "3",
        }
    }
}

impl CardCache {
    /// An empty cache with room for so many stories.
    pub(crate) fn new(stories: usize) -> CardCache {
        CardCache((0..stories).map(|_| OnceLock::new()).collect())
    }
}

impl Scene<'_> {
    /// Stories side by side, in rows: the items of a list, as HTML.
    pub(crate) fn render_cards<'s>(
        &self,
        place: CardsAt,
        stories: impl Iterator<Item = &'s Entry>,
    ) -> Result<String, Diagnostic> {
        let stories: Vec<&Entry> = stories.collect();
        let cards: Vec<&CachedCard> =
            stories.iter().map(|entry| self.cached_card(entry)).collect::<Result<_, _>>()?;
        let proportions: Vec<&Proportions> = cards.iter().map(|card| &card.proportions).collect();
        // The first picture is visible as soon as the page opens, so its card is rendered again,
        // marked to be loaded at once.
        let first = match stories.first().filter(|_| place == CardsAt::Top) {
            Some(story) if cards[0].proportions.pictured => {
                Some(self.render_card(&self.card(story), true)?)
            }
            _ => None,
        };
        let html = first.iter().chain(cards.iter().map(|card| &card.html).skip(first.iter().len()));
        let root = self.here.root();
        let mut out = String::with_capacity(cards.iter().map(|card| card.html.length()).sum());
        for (card, placement) in html.zip(compose(&proportions)) {
            let high = if placement.high { " high" } else { "" };
            let span = format!("{}{high}", placement.span);
            card.print(&mut out, placement.text, |slot| match slot {
                Slot::Root => &root,
                Slot::Level => place.level(),
                Slot::Span => &span,
                Slot::LanguageLinks | Slot::TextStart | Slot::TextEnd => "",
            });
            out.push('\n');
        }
        Ok(out)
    }

    fn cached_card(&self, entry: &Entry) -> Result<&CachedCard, Diagnostic> {
        let place = self.site.story_places.get(&entry.name).copied();
        let place = place.expect("only stories of the site become cards");
        let made = self.caches().cards.0[place].get_or_init(|| {
            let card = self.card(entry);
            let html = self.render_card(&card, false)?;
            Ok(CachedCard { proportions: Proportions::of(&card), html })
        });
        made.as_ref().map_err(|mistake| Diagnostic::clone(mistake))
    }

    fn render_card(&self, card: &Card, eager: bool) -> Result<SlottedHtml, Diagnostic> {
        let slots = [Slot::Root, Slot::Level, Slot::Span, Slot::TextStart, Slot::TextEnd];
        SlottedHtml::render(self, "card", &Arguments { c: card, eager }, "", &slots)
    }
}
