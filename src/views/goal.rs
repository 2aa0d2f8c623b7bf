//! The page of a goal of the programme: why it matters, what came of it, and the stories that help it.

use serde::Serialize;

use super::Page;
use super::card_cache::CardsAt;
use super::page_meta::PageMeta;
use super::paging::{self, Pager};
use super::programme::{Owner, owner};
use super::scene::{Contact, Day, LinkTo, Scene};
use crate::base::{Date, Diagnostic};
use crate::config::Goal;
use crate::site::Entry;
use crate::site::addresses::goal_path;

/// What the template `goal.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    /// Its number on the page of the programme.
    number: usize,
    name: String,
    kind: Option<&'static str>,
    why: Option<String>,
    owner: Option<Owner>,
    /// How to reach who answers for it.
    contact: Option<Contact>,
    outcomes: Vec<OutcomeLine>,
    count: usize,
    /// HTML: the items of the wall.
    cards: String,
    pager: Pager,
    previous: Option<LinkTo>,
    next: Option<LinkTo>,
}

#[derive(Serialize)]
struct OutcomeLine {
    text: String,
    lang: String,
    day: Option<Day>,
    story: LinkTo,
}

/// How many outcomes the page shows; each story has all of its own.
const OUTCOMES: usize = 5;

pub(crate) fn view(scene: &Scene<'_>, at: usize, page: usize) -> Result<Page<Values>, Diagnostic> {
    let goals = &scene.site.programme.goals;
    let goal = goals.get(at).expect("routes name goals that there are");
    let stories = scene.site.stories_for(&goal.id.value);
    let per_page = scene.site.config.per_page;
    let (count, from) = (stories.len(), (page - 1) * per_page);
    let shown = &stories[from.min(count)..(from + per_page).min(count)];
    let name = scene.local(&goal.name);
    let link = |goal: &Goal| LinkTo {
        title: scene.local(&goal.name),
        url: scene.url(&goal_path(&goal.id.value)),
    };
    Ok(Page {
        meta: PageMeta { title: name.clone(), kind: "goal", ..PageMeta::default() },
        crumbs: vec![scene.home(), scene.programme()],
        values: Values {
            number: at + 1,
            name,
            kind: goal.kind.map(|kind| kind.word()),
            why: goal.why.as_ref().map(|why| scene.local(why)),
            owner: goal.owner.as_ref().and_then(|person| owner(scene, person)),
            contact: goal.owner.as_ref().and_then(|person| scene.contact(&person.id)),
            outcomes: if page == 1 { outcomes(scene, &stories) } else { vec![] },
            count,
            cards: scene.render_cards(CardsAt::Section, shown.iter().copied())?,
            pager: paging::pager(
                scene,
                &goal_path(&goal.id.value),
                page,
                paging::pages(count, per_page),
            ),
            previous: at.checked_sub(1).and_then(|at| goals.get(at)).map(link),
            next: goals.get(at + 1).map(link),
        },
    })
}

/// The newest things that came of the stories of a goal.
fn outcomes(scene: &Scene<'_>, stories: &[&Entry]) -> Vec<OutcomeLine> {
    let stories = stories.iter().copied();
    let newest = stories.filter_map(|entry| Some((scene.site.newest_outcome(entry)?, entry)));
    let mut newest: Vec<(Option<Date>, &Entry)> = newest.collect();
    newest.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    newest.into_iter().take(OUTCOMES).filter_map(|(_, entry)| outcome(scene, entry)).collect()
}

fn outcome(scene: &Scene<'_>, entry: &Entry) -> Option<OutcomeLine> {
    let (outcome, words) = scene.outcomes(entry).next()?;
    Some(OutcomeLine {
        text: words.note.clone(),
        lang: entry.original.language.clone(),
        day: outcome.on.map(|day| scene.day(day)),
        story: scene.link_to(entry),
    })
}
