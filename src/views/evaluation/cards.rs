//! The measures of a quarter, each beside its target, the quarter before and what one must believe.

use serde::Serialize;

use super::Words;
use crate::chart::{Figure, Meter, Named, meter};
use crate::config::measures::Unit;
use crate::config::quarter::Measure;
use crate::data::amounts::Amount;
use crate::data::quarters::Quarter;
use crate::evaluation::judged::{Judged, ShownMeasure};
use crate::evaluation::voices::Voices;
use crate::language::Arg;
use crate::site::quarters::EvaluatedQuarter;
use crate::views::scene::Scene;

/// One measure.
#[derive(Serialize)]
pub(crate) struct Card {
    name: Words,
    definition: Option<Words>,
    /// The place of its goal in the programme, from 1, and its name.
    goal_number: Option<usize>,
    goal: Option<Words>,
    /// The number in words; None where it is hidden or missing.
    value: Option<String>,
    /// Of how many it is a part.
    of: Option<String>,
    is_hidden: bool,
    verdict: Option<Verdict>,
    before: Option<String>,
    /// HTML: the number on its way.
    chart: Option<String>,
    assumption: Option<Words>,
    /// How it was made: the end of a key.
    how: Option<&'static str>,
    base: Option<String>,
    note: Option<Words>,
}

/// Whether the target is reached.
#[derive(Serialize)]
struct Verdict {
    /// A class of the look: hit, miss, or due in a quarter that is not over.
    sign: &'static str,
    words: String,
}

/// A number that no goal hangs on.
#[derive(Serialize)]
pub(crate) struct ContextFigure {
    name: Words,
    value: String,
    note: Option<Words>,
}

/// The measures in the order of the programme's goals; those of no goal are last.
pub(crate) fn cards(
    scene: &Scene<'_>,
    quarter: Quarter,
    evaluated: &EvaluatedQuarter,
    voices: &Voices,
) -> Vec<Card> {
    let measures = evaluated.measures();
    let judged = scene.judged(quarter, voices);
    let before = quarter.previous();
    let (before, judged_before) = (scene.site.quarters.get(&before), scene.judged(before, voices));
    let is_over = quarter.last() < scene.site.options.today;
    let mut cards: Vec<Card> = measures
        .iter()
        .zip(&judged.measures)
        .enumerate()
        .filter(|(_, (measure, _))| !measure.is_context())
        .map(|(at, (measure, shown))| {
            let previous = previous(measure, before, &judged_before);
            card(scene, at, measure, *shown, previous, is_over)
        })
        .collect();
    cards.sort_by_key(|card| card.goal_number.unwrap_or(usize::MAX));
    cards
}

/// The number of the quarter before.
#[derive(Clone, Copy)]
enum Previous {
    /// Nobody says one.
    Missing,
    Few,
    Amount(Amount),
}

fn previous(measure: &Measure, before: Option<&EvaluatedQuarter>, judged: &Judged<'_>) -> Previous {
    let id = &measure.id.value;
    let amount = measure.previous.or_else(|| before?.measure(id)?.value);
    match amount {
        Some(_) if judged.hides_previous(id) => Previous::Few,
        Some(amount) => Previous::Amount(amount),
        None => Previous::Missing,
    }
}

fn card(
    scene: &Scene<'_>,
    at: usize,
    measure: &Measure,
    shown: ShownMeasure,
    previous: Previous,
    is_over: bool,
) -> Card {
    let value = measure.value.filter(|_| !shown.is_hidden);
    let words = |amount: Amount| scene.amount(measure, amount);
    let one = |key: &str, name: &'static str, value: &str| {
        scene.text_with(key, &[(name, Arg::Text(value))])
    };
    let of = measure.of.filter(|_| value.is_some() && shown.shows_base);
    let of = of.map(|of| one("eval-of", "of", &scene.number(of.value, of.digits)));
    let target = measure.target.as_ref().filter(|_| shown.shows_target);
    let target = target.map(|target| target.value);
    let verdict = value.zip(target).map(|(value, target)| {
        let is_hit = match measure.less_is_better {
            Some(true) => value.value <= target.value,
            _ => value.value >= target.value,
        };
        let (sign, key) = match (is_hit, is_over) {
            (true, _) => ("hit", "eval-hit"),
            (false, true) => ("miss", "eval-miss"),
            (false, false) => ("due", "eval-open"),
        };
        Verdict { sign, words: one(key, "target", &words(target)) }
    });
    let before = match &previous {
        Previous::Missing => None,
        Previous::Few => Some(scene.text("eval-previous-few")),
        Previous::Amount(amount) => Some(one("eval-previous", "value", &words(*amount))),
    };
    let name = scene.measure_name(measure);
    let said = value.map(words);
    let figure = |amount: Amount| Figure { amount: amount.value, words: words(amount) };
    let chart = value.map(|value| {
        let now = one("eval-now", "value", &words(value));
        let aimed = target.map(|target| one("eval-aimed", "target", &words(target)));
        let sentences = [Some(now), before.clone(), aimed];
        let sentences: Vec<String> = sentences.into_iter().flatten().collect();
        meter(&Meter {
            named: Named {
                id: format!("sw-measure-{}", at + 1),
                title: name.text.clone(),
                description: format!("{}.", sentences.join(". ")),
            },
            now: Some(figure(value)),
            previous: match previous {
                Previous::Amount(amount) => Some(figure(amount)),
                Previous::Missing | Previous::Few => None,
            },
            target: target.map(figure),
        })
    });
    let goals = &scene.site.programme.goals;
    let goal =
        measure.goal.as_ref().and_then(|goal| goals.iter().position(|it| it.id.value == goal.id));
    let base = measure.n.as_ref().filter(|_| shown.shows_base && !shown.is_hidden);
    Card {
        name,
        definition: measure.definition.as_ref().map(|it| scene.words_of(it)),
        goal_number: goal.map(|at| at + 1),
        goal: goal.map(|at| scene.words_of(&goals[at].name)),
        value: said,
        of,
        is_hidden: shown.is_hidden,
        verdict,
        before,
        chart,
        assumption: measure.assumption.as_ref().map(|it| scene.words_of(it)),
        how: measure.how.map(|how| how.word()),
        base: base.map(|n| scene.text_with("eval-base", &[("n", Arg::Number(n.value.into()))])),
        note: measure.note.as_ref().map(|it| scene.words_of(it)),
    }
}

/// The numbers that are only for context, where they tell of no few people.
pub(crate) fn context_figures(
    scene: &Scene<'_>,
    quarter: Quarter,
    evaluated: &EvaluatedQuarter,
    voices: &Voices,
) -> Vec<ContextFigure> {
    let judged = scene.judged(quarter, voices);
    let measures = evaluated.measures().iter().zip(&judged.measures);
    let measures = measures.filter(|(measure, _)| measure.is_context());
    let figures = measures.filter_map(|(measure, shown)| {
        let value = measure.value.filter(|_| !shown.is_hidden)?;
        Some(ContextFigure {
            name: scene.measure_name(measure),
            value: scene.amount(measure, value),
            note: measure.note.as_ref().map(|it| scene.words_of(it)),
        })
    });
    figures.collect()
}

impl<'a> Scene<'a> {
    /// What may be shown of a quarter.
    fn judged(&self, quarter: Quarter, voices: &Voices) -> Judged<'a> {
        Judged::of(&self.site.quarters, voices.quarters.get(&quarter), quarter)
    }

    /// What a measure is called: by its file, by the look, or by its id.
    pub(super) fn measure_name(&self, measure: &Measure) -> Words {
        if let Some(name) = &measure.name {
            return self.words_of(name);
        }
        let key = format!("measure-{}", measure.id.value);
        let text = self.text(&key);
        let text = if text == key { measure.id.value.clone() } else { text };
        Words { text, lang: self.code().to_owned() }
    }

    /// A number with its unit.
    pub(super) fn amount(&self, measure: &Measure, amount: Amount) -> String {
        let number = self.number(amount.value, amount.digits);
        match measure.unit() {
            Unit::Percent => self.text_with("eval-percent", &[("value", Arg::Text(&number))]),
            Unit::People | Unit::Things | Unit::Score | Unit::Days => number,
        }
    }
}
