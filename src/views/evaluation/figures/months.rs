//! Numbers of the quarter's file: measures month by month, and days from sent to published.

use std::collections::BTreeMap;

use super::{Figure, Table, sentences};
use crate::chart::{self, Bars, Dots, Ending, Named, Part, Row, Tone};
use crate::config::quarter::{Measure, Point, QuarterFile};
use crate::data::quarters::Quarter;
use crate::evaluation::judged::Judged;
use crate::evaluation::months::hidden_months;
use crate::evaluation::small_numbers::FEW;
use crate::evaluation::voices::Voices;
use crate::language::Arg;
use crate::site::quarters::EvaluatedQuarter;
use crate::views::scene::Scene;

/// The measures that have months; of one that is hidden, no month is shown.
pub(super) fn series(
    scene: &Scene<'_>,
    quarter: Quarter,
    evaluated: &EvaluatedQuarter,
    voices: &Voices,
) -> Vec<Figure> {
    let quarters = &scene.site.quarters;
    let judged = Judged::of(quarters, voices.quarters.get(&quarter), quarter);
    let all = evaluated.words.series.iter().enumerate();
    all.filter_map(|(at, series)| {
        let measure = evaluated.measure(&series.id.value)?;
        let is_shown = !series.points.is_empty() && !judged.hides(&series.id.value);
        let hidden = || hidden_months(quarters, voices, (evaluated, measure), series);
        is_shown.then(|| months(scene, at, measure, &series.points, &hidden()))
    })
    .collect()
}

fn months(
    scene: &Scene<'_>,
    at: usize,
    measure: &Measure,
    points: &[Point],
    hidden: &[bool],
) -> Figure {
    // Which of them is of few is not told: beside that, the others would tell more of it.
    let said = |at: usize| match (points[at].v, hidden[at]) {
        (Some(_), true) => scene.text("eval-hidden"),
        (Some(v), false) => scene.amount(measure, v),
        (None, _) => scene.text("eval-not-known"),
    };
    let row = |(at, point): (usize, &Point)| {
        let ending = match point.v.filter(|_| !hidden[at]) {
            Some(v) => {
                let figure = chart::Figure { amount: v.value.max(0.0), words: said(at) };
                Ending::Parts(vec![Part { tone: Tone::Strong, figure: figure.clone() }], figure)
            }
            None => Ending::Unknown(said(at)),
        };
        Row { name: scene.month(&point.m.value.0), ending }
    };
    let name = scene.measure_name(measure).text;
    let rows = points.iter().enumerate();
    let line = |at: usize| (scene.month(&points[at].m.value.0), said(at));
    let lines: Vec<(String, String)> = (0..points.len()).map(line).collect();
    let drawn = Bars {
        named: Named {
            id: format!("sw-months-{}", at + 1),
            title: name.clone(),
            description: sentences(lines.iter().map(|(month, n)| format!("{month}: {n}"))),
        },
        rows: rows.map(row).collect(),
    };
    Figure {
        title: name.clone(),
        note: Some(scene.text("eval-months-note")),
        chart: Some(chart::bars(&drawn)),
        key: vec![],
        tables: vec![Table {
            caption: name,
            head: vec![scene.text("eval-month-head"), scene.text("eval-number-head")],
            rows: lines.into_iter().map(|(month, n)| vec![month, n]).collect(),
        }],
    }
}

/// Working days from sent to published, where there are enough stories.
pub(super) fn published(scene: &Scene<'_>, file: &QuarterFile) -> Option<Figure> {
    let mut days = file.published_after.clone();
    days.sort_unstable();
    let count = u32::try_from(days.len()).unwrap_or(u32::MAX);
    if days.is_empty() {
        return None;
    }
    if count < FEW {
        return Some(Figure {
            title: scene.text("eval-published-few"),
            note: None,
            chart: None,
            key: vec![],
            tables: vec![],
        });
    }
    let half = days.len() / 2;
    let median = match days.len() % 2 {
        1 => f64::from(days[half]),
        _ => (f64::from(days[half - 1]) + f64::from(days[half])) / 2.0,
    };
    let said = scene.number(median, 1);
    let latest = days[days.len() - 1];
    let n = Arg::Number(median.ceil() as i64);
    let args = [("days", Arg::Text(&said)), ("n", n), ("latest", Arg::Number(latest.into()))];
    let mut columns = BTreeMap::<u32, u32>::new();
    days.iter().for_each(|day| *columns.entry(*day).or_default() += 1);
    let caption = scene.text("eval-published-caption");
    let head = [scene.text("eval-days-head"), scene.text("eval-stories-head")];
    let described = columns.iter().map(|(day, n)| format!("{}: {day}, {}: {n}", head[0], head[1]));
    let drawn = Dots {
        named: Named {
            id: "sw-published".to_owned(),
            title: caption.clone(),
            description: sentences(described),
        },
        median: chart::Figure { amount: median, words: scene.text_with("eval-half-within", &args) },
        numbers: days,
    };
    Some(Figure {
        title: scene.text_with("eval-published", &args),
        note: Some(scene.text("eval-published-note")),
        chart: Some(chart::dots(&drawn)),
        key: vec![],
        tables: vec![Table {
            caption,
            rows: columns.iter().map(|(day, n)| vec![day.to_string(), n.to_string()]).collect(),
            head: head.into(),
        }],
    })
}
