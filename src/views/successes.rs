//! The outcomes of stories, newest first, and the stories of the month, which people choose.

use serde::Serialize;

use super::card::Card;
use super::frame::PageMeta;
use super::paging::{self, Pager};
use super::scene::{Face, Scene};
use super::{Page, Routes};
use crate::document::kinds::Story;
use crate::document::kinds::table::Section;

/// What the template `successes.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    featured: Option<FeaturedCard>,
    past_featured: Vec<FeaturedCard>,
    cards: Vec<Card>,
    pager: Pager,
}

#[derive(Serialize)]
pub(crate) struct FeaturedCard {
    card: Card,
    why: Option<String>,
    by: Option<Face>,
    month: String,
}

/// A story of the month, with the name of its text.
pub(crate) struct Chosen {
    pub(crate) name: String,
    pub(crate) card: FeaturedCard,
}

/// How many earlier stories of the month are shown.
const PAST: usize = 12;

/// The stories of the month, newest month first. Months in the future are not shown.
pub(crate) fn featured(scene: &Scene<'_>) -> Vec<Chosen> {
    let today = scene.site.options.today.to_string();
    let mut picked: Vec<_> = scene
        .site
        .stories
        .iter()
        .filter_map(|entry| Some((entry, entry.story()?.featured.as_ref()?)))
        .filter(|(_, featured)| featured.month.0.as_str() <= &today[..7])
        .collect();
    picked.sort_by(|(_, a), (_, b)| b.month.cmp(&a.month));
    picked
        .into_iter()
        .take(PAST + 1)
        .map(|(entry, featured)| Chosen {
            name: entry.name.clone(),
            card: FeaturedCard {
                card: scene.card(entry),
                why: scene.words::<Story>(entry).featured.as_ref().and_then(|it| it.why.clone()),
                by: featured.by.as_ref().map(|by| scene.face(&by.id)),
                month: scene.month(&featured.month.0),
            },
        })
        .collect()
}

pub(crate) fn view(scene: &Scene<'_>, routes: &Routes, page: usize) -> Page<Values> {
    let per_page = scene.site.config.per_page;
    let all = &routes.successes;
    let shown = all.iter().skip((page - 1) * per_page).take(per_page);
    // The stories of the month are shown on the first page only.
    let months = if page == 1 { featured(scene) } else { vec![] };
    let mut months = months.into_iter().map(|chosen| chosen.card);
    Page {
        meta: PageMeta {
            title: scene.text("successes-title"),
            kind: "successes",
            ..PageMeta::default()
        },
        crumbs: vec![scene.home(), scene.section(Section::Stories)],
        values: Values {
            featured: months.next(),
            past_featured: months.collect(),
            cards: shown.map(|at| scene.card(&scene.site.stories[*at])).collect(),
            pager: paging::pager(
                scene,
                "stories/successes.html",
                page,
                paging::pages(all.len(), per_page),
            ),
        },
    }
}
