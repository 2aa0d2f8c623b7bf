//! The outcomes of stories, newest first, and the stories of the month, which people choose.

use jiff::Span;
use serde::Serialize;

use super::card::Card;
use super::page_meta::PageMeta;
use super::paging::{self, Pager};
use super::scene::{Face, Scene};
use super::{Page, Routes};
use crate::base::Date;
use crate::base::date::parse_date;
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
    /// Whether it is recent: until six weeks after its month.
    pub(crate) is_recent: bool,
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
            is_recent: is_recent(&featured.month.0, scene.site.options.today),
            card: FeaturedCard {
                card: scene.card(entry),
                why: scene.words::<Story>(entry).featured.as_ref().and_then(|it| it.why.clone()),
                by: featured.by.as_ref().map(|by| scene.face(&by.id)),
                month: scene.month(&featured.month.0),
            },
        })
        .collect()
}

/// `month` is written as `2026-11`.
fn is_recent(month: &str, today: Date) -> bool {
    let first = parse_date(&format!("{month}-01")).ok();
    let end = first.and_then(|first| first.checked_add(Span::new().months(1).weeks(6)).ok());
    end.is_none_or(|end| today < end)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_of_the_month_steps_back_after_six_weeks() {
        let on = |day| is_recent("2026-11", parse_date(day).expect("a day"));
        assert!(on("2026-11-02") && on("2027-01-11"));
        assert!(!on("2027-01-12") && !on("2027-11-20"));
    }
}
