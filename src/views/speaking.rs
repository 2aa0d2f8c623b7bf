//! The speaking board: calls that close soon, that are open and that open later, what is expected,
//! coming and past events.

use serde::Serialize;

use super::Page;
use super::expected::{self, ExpectedCard};
use super::opening::Opening;
use super::opportunity_card::{OpportunityCard, card};
use super::page_meta::PageMeta;
use super::people::TalkLink;
use super::scene::{Contact, Day, Face, LinkTo, Scene};
use crate::base::{Date, Diagnostic};
use crate::config::HelpsWith;
use crate::document::Kind;
use crate::document::kinds::Opportunity;
use crate::document::kinds::opportunity::{Cfp, Offers};
use crate::document::kinds::table::Section;
use crate::site::Entry;
use crate::speaking::{self, Event, State};

/// What the template `speaking.html` is given.
#[derive(Serialize)]
pub(crate) struct Board {
    closing: Vec<OpportunityCard>,
    open: Vec<OpportunityCard>,
    later: Vec<OpportunityCard>,
    coming: Vec<OpportunityCard>,
    expected: Vec<ExpectedCard>,
    past: Vec<OpportunityCard>,
    /// The talks that colleagues could give, or have given.
    talks: Option<LinkTo>,
    opening: Option<Opening>,
    helper: Option<Contact>,
}

/// What the template `opportunity.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    opportunity: OpportunityValues,
    talks: Vec<TalkLink>,
    helper: Option<Contact>,
}

#[derive(Serialize)]
struct OpportunityValues {
    #[serde(flatten)]
    card: OpportunityCard,
    /// Why its text may be older than what is so now: the key of a sentence.
    outdated: Option<&'static str>,
    html: String,
    site: String,
    cfp_url: Option<String>,
    /// The deadline as the call announces it, if that is not simply the end of the same day here: "1
    /// December 2026, 23:59 AoE".
    announced: Option<String>,
    notify: Option<Day>,
    formats: Vec<Format>,
    offers: Vec<Offer>,
    approve_by: Option<Face>,
    lead_days: Option<u32>,
    goal: Option<String>,
    verified: Option<Day>,
    audience_text: Option<String>,
    series_past: Vec<LinkTo>,
    series_later: Vec<LinkTo>,
}

#[derive(Serialize)]
struct Format {
    name: String,
    minutes: Option<u32>,
}

#[derive(Serialize)]
struct Offer {
    key: &'static str,
    yes: bool,
}

/// How many past events the board shows. The others still have their pages.
const PAST: usize = 40;
// How many related things the page of an event shows. Without these limits, every page of a long
// series would be long.
const EDITIONS: usize = 12;
const TALKS: usize = 24;

pub(crate) fn board(scene: &Scene<'_>, _: usize) -> Result<Page<Board>, Diagnostic> {
    let board = scene.context.board();
    let sections = &board.sections;
    let cards = |cards: &[speaking::Card<usize>], most: usize| -> Vec<OpportunityCard> {
        cards.iter().take(most).map(|it| card(scene, board.event(it))).collect()
    };
    let opening = scene.opening(Kind::Opportunity, 1);
    Ok(Page {
        meta: scene.list_meta(opening.as_ref(), "nav-speaking", "speaking"),
        crumbs: vec![scene.home()],
        values: Board {
            closing: cards(&sections.closing, usize::MAX),
            open: cards(&sections.open, usize::MAX),
            later: cards(&sections.later, usize::MAX),
            coming: cards(&sections.coming, usize::MAX),
            expected: expected::cards(scene, board),
            past: cards(&sections.past, PAST),
            talks: scene.site.of_kind(Kind::Talk).next().and_then(|_| scene.list_of(Kind::Talk)),
            opening,
            helper: scene.helper_with(HelpsWith::Speaking),
        },
    })
}

/// The calls that close soon, and that they do; if none does, those that are open.
pub(crate) fn next_deadlines(scene: &Scene<'_>, most: usize) -> (Vec<OpportunityCard>, bool) {
    let board = scene.context.board();
    let closing = !board.sections.closing.is_empty();
    let calls = if closing { &board.sections.closing } else { &board.sections.open };
    let cards = calls.iter().take(most).map(|call| card(scene, board.event(call))).collect();
    (cards, closing)
}

pub(crate) fn view(scene: &Scene<'_>, entry: &Entry) -> Result<Page<Values>, Diagnostic> {
    let opportunity = entry.opportunity().expect("an opportunity's page shows one");
    let document = scene.document(entry);
    let cfp = opportunity.cfp.as_ref();
    let cover = opportunity.we_cover.as_ref();
    let goal = opportunity.goal.as_ref().and_then(|goal| {
        let goal = scene.site.programme.goals.iter().find(|known| known.id.value == goal.id)?;
        Some(goal.name.get(scene.code(), scene.site.default_language()).to_owned())
    });
    let approver = cover.and_then(|cover| {
        let role = cover.approve_by.as_ref()?;
        let role = scene.site.programme.roles.iter().find(|known| known.id.value == role.id)?;
        Some(scene.face(&role.person.as_ref()?.id))
    });
    let series = opportunity.series.as_deref();
    let editions = series.map_or(&[][..], |series| scene.site.board.editions(series));
    // The newest comes first, so those that come after this one stand before it.
    let own = editions.iter().position(|name| *name == entry.name);
    let (later, earlier) =
        own.map_or((&[][..], editions), |at| (&editions[..at], &editions[at + 1..]));
    let linked = |names: &[String], most: usize| -> Vec<LinkTo> {
        let others = names.iter().filter_map(|name| scene.site.entry(name));
        others.take(most).map(|other| scene.link_to(other)).collect()
    };
    let nearest = later.len().saturating_sub(EDITIONS);
    let series_later = linked(&later[nearest..], EDITIONS);
    let series_past = linked(earlier, EDITIONS);
    let talks = scene.site.board.talks_at(entry.id());
    let translated = scene.translation(entry);
    let event = Event::from(opportunity);
    let state = event.state(scene.site.options.today, &scene.site.config.zone);
    let facts = OpportunityValues {
        outdated: outdated(scene, &event, opportunity.verified),
        card: card(scene, (entry, &event)),
        html: scene.html(document),
        site: opportunity.url.0.clone(),
        // Nobody needs a call that is over.
        cfp_url: cfp
            .filter(|_| state.is_open() || state == State::CfpUpcoming)
            .and_then(|cfp| cfp.url.as_ref())
            .map(|url| url.0.clone()),
        announced: cfp.and_then(|cfp| announced(scene, cfp)),
        notify: cfp.and_then(|cfp| cfp.notify).map(|date| scene.day(date)),
        formats: cfp.map_or(vec![], |cfp| {
            let formats = cfp.formats.iter();
            formats
                .map(|format| Format { name: format.name.clone(), minutes: format.minutes })
                .collect()
        }),
        offers: opportunity.offers.as_ref().map_or(vec![], offers),
        approve_by: approver,
        lead_days: cover.and_then(|cover| cover.lead_days),
        goal,
        verified: opportunity.verified.map(|date| scene.day(date)),
        audience_text: translated
            .and_then(|text| text.audience.clone())
            .or_else(|| scene.words::<Opportunity>(entry).audience.clone()),
        series_past,
        series_later,
    };
    Ok(Page {
        meta: PageMeta {
            kind: "opportunity",
            description: Some(document.prose.excerpt.clone()),
            ..scene.meta_of(entry)
        },
        crumbs: vec![scene.home(), scene.section(Section::Speaking)],
        values: Values {
            opportunity: facts,
            talks: talks
                .iter()
                .filter_map(|name| scene.site.entry(name))
                .take(TALKS)
                .map(|talk| scene.talk_link(talk))
                .collect(),
            helper: scene.helper_with(HelpsWith::Speaking),
        },
    })
}

/// What is over may still come in the words of who wrote about it, unless they were checked since.
fn outdated(scene: &Scene<'_>, event: &Event, verified: Option<Date>) -> Option<&'static str> {
    let (today, zone) = (scene.site.options.today, &scene.site.config.zone);
    let (end, key) = match event.state(today, zone) {
        State::Over => (event.last_day(), "event-over"),
        State::CfpClosed | State::Running if event.call.is_some() => {
            (event.closing_day(zone).or(event.start), "call-over")
        }
        _ => return None,
    };
    let since = end.map_or(today, |end| end.min(today));
    verified.is_none_or(|day| day <= since).then_some(key)
}

fn announced(scene: &Scene<'_>, cfp: &Cfp) -> Option<String> {
    let (closes, zone) = (cfp.closes.as_ref()?.value, cfp.tz.as_ref()?);
    let same_day = closes.day_in(zone, &scene.site.config.zone) == closes.date;
    let ends_with_day = closes.time.is_none_or(|time| (time.hour(), time.minute()) == (23, 59));
    (!same_day || !ends_with_day).then_some(())?;
    let time = closes.time.map(|time| format!(", {:02}:{:02}", time.hour(), time.minute()));
    let day = scene.day(closes.date).long;
    Some(format!("{day}{} {}", time.unwrap_or_default(), zone.name()))
}

fn offers(offers: &Offers) -> Vec<Offer> {
    let parts = [
        ("ticket", offers.ticket),
        ("travel", offers.travel),
        ("hotel", offers.hotel),
        ("fee", offers.fee),
        ("recording", offers.recording),
        ("captions", offers.captions),
    ];
    parts.iter().filter_map(|(key, yes)| Some(Offer { key, yes: (*yes)? })).collect()
}
