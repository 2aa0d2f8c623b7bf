//! A quarter, for those who decide: what was aimed at and what came of it, what is kept, stopped and
//! tried, and how it went. No figure is about a person, and none of fewer than five people is shown.

pub(crate) mod across;
mod cards;
mod figures;
mod quotes;
mod tiles;

use serde::Serialize;

use self::cards::{Card, ContextFigure, cards, context_figures};
use self::figures::{Figure, figures};
use self::quotes::{Quote, quotes};
use self::tiles::{Tiles, tiles};
use super::Page;
use super::page_meta::PageMeta;
use super::scene::{Day, LinkTo, Scene};
use crate::config::quarter::Decision;
use crate::data::Localized;
use crate::data::quarters::Quarter;
use crate::document::kinds::table::Section;
use crate::evaluation::voices::Voices;
use crate::language::Arg;
use crate::site::addresses::{EVALUATION, evaluation_of};
use crate::site::quarters::EvaluatedQuarter;

/// What the template `evaluation.html` is given.
#[derive(Serialize)]
pub(crate) struct Values {
    quarter: String,
    /// The day of the build, in a quarter that is not over.
    so_far: Option<Day>,
    measured_by: Option<String>,
    lead: Option<Words>,
    cards: Vec<Card>,
    quotes: Vec<Quote>,
    decisions: Vec<Decisions>,
    tried: Vec<Decided>,
    /// When it was talked about, and when what is tried is asked about.
    on: Option<Day>,
    next_on: Option<Day>,
    figures: Vec<Figure>,
    tiles: Vec<Tiles>,
    unclear: Vec<Words>,
    context: Vec<ContextFigure>,
    before: Option<LinkTo>,
    after: Option<LinkTo>,
    all: LinkTo,
    /// On the page across all quarters.
    why_no_reach_url: String,
}

/// Words and their language.
#[derive(Serialize)]
pub(super) struct Words {
    text: String,
    lang: String,
}

/// What is kept, stopped or tried.
#[derive(Serialize)]
struct Decisions {
    /// The key of its heading.
    key: &'static str,
    all: Vec<Decided>,
}

#[derive(Serialize)]
pub(super) struct Decided {
    what: Words,
    why: Option<Words>,
}

pub(crate) fn view(scene: &Scene<'_>, quarter: Quarter) -> Page<Values> {
    let site = scene.site;
    let evaluated = site.quarters.get(&quarter).expect("routes name quarters that have a page");
    let words = &evaluated.words;
    let voices = Voices::of(site);
    let headline = words.headline.as_ref().map(|it| scene.words_of(it));
    let title = scene.quarter(quarter);
    let link = |(quarter, _): (&Quarter, &EvaluatedQuarter)| scene.quarter_link(*quarter);
    let decisions = [("keep", &words.keep), ("stop", &words.stop), ("try", &words.r#try)];
    let decisions = decisions.into_iter().filter(|(_, all)| !all.is_empty());
    let decisions = decisions.map(|(key, all)| Decisions { key, all: scene.decided(all) });
    let today = site.options.today;
    Page {
        meta: PageMeta {
            title: headline.map_or_else(|| title.clone(), |it| it.text),
            description: words.lead.as_ref().map(|it| scene.words_of(it).text),
            kind: "evaluation",
            noindex: true,
            ..PageMeta::default()
        },
        crumbs: vec![scene.home(), scene.section(Section::Handbook), scene.all_quarters()],
        values: Values {
            quarter: title,
            so_far: (Quarter::of(today) == quarter).then(|| scene.day(today)),
            measured_by: words.measured_by.as_ref().map(|person| scene.face(&person.id).name),
            lead: words.lead.as_ref().map(|it| scene.words_of(it)),
            cards: cards(scene, quarter, evaluated, &voices),
            quotes: quotes(scene, quarter, words),
            decisions: decisions.collect(),
            tried: scene.decided(&words.tried),
            on: words.on.map(|day| scene.day(day)),
            next_on: words.next.map(|day| scene.day(day)),
            figures: figures(scene, quarter, evaluated, &voices),
            tiles: tiles(scene, quarter, &voices),
            unclear: words.unclear.iter().map(|it| scene.words_of(it)).collect(),
            context: context_figures(scene, quarter, evaluated, &voices),
            before: site.quarters.range(..quarter).next_back().map(link),
            after: site.quarters.range(quarter.next()..).next().map(link),
            all: scene.all_quarters(),
            why_no_reach_url: format!("{}#sw-why-no-reach", scene.url(EVALUATION)),
        },
    }
}

impl Scene<'_> {
    /// "Fourth quarter 2026"
    pub(super) fn quarter(&self, quarter: Quarter) -> String {
        self.quarter_as("eval-quarter", quarter)
    }

    /// "Q4 2026"
    pub(super) fn short_quarter(&self, quarter: Quarter) -> String {
        self.quarter_as("eval-quarter-short", quarter)
    }

    fn quarter_as(&self, key: &str, quarter: Quarter) -> String {
        let year = quarter.year.to_string();
        let number = Arg::Number(i64::from(quarter.number));
        self.text_with(key, &[("number", number), ("year", Arg::Text(&year))])
    }

    fn quarter_link(&self, quarter: Quarter) -> LinkTo {
        LinkTo { title: self.quarter(quarter), url: self.url(&evaluation_of(quarter)) }
    }

    fn all_quarters(&self) -> LinkTo {
        LinkTo { title: self.text("evaluations"), url: self.url(EVALUATION) }
    }

    /// Words in this page's language, else in another one, with the one in which they are.
    pub(super) fn words_of(&self, written: &Localized) -> Words {
        let default = self.site.default_language();
        let (language, text) = written.entry(self.code(), default);
        Words { text: text.to_owned(), lang: language.unwrap_or(default).to_owned() }
    }

    fn decided(&self, all: &[Decision]) -> Vec<Decided> {
        let decided = |it: &Decision| Decided {
            what: self.words_of(&it.what),
            why: it.why.as_ref().map(|why| self.words_of(why)),
        };
        all.iter().map(decided).collect()
    }

    /// A number as this language writes it.
    pub(super) fn number(&self, number: f64, digits: u8) -> String {
        self.locale.numbers.written(number, digits)
    }
}
