//! What was asked of many: the means of their answers, before and now; by place in the table, where
//! that tells of nobody.

use super::{Figure, Table, sentences};
use crate::chart::{self, Named, Slope, Slopes};
use crate::config::quarter::{Asked, QuarterFile};
use crate::data::amounts::Amount;
use crate::data::quarters::Quarter;
use crate::evaluation::small_numbers::{FEW, hidden_means};
use crate::language::Arg;
use crate::views::scene::Scene;

/// The questions, all on one scale; those on another one have a chart each.
pub(super) fn asked(scene: &Scene<'_>, quarter: Quarter, file: &QuarterFile) -> Vec<Figure> {
    let mut scales: Vec<u32> = file.asked.iter().map(best).collect();
    scales.sort_unstable();
    scales.dedup();
    let of = |scale: &u32| {
        let own: Vec<&Asked> = file.asked.iter().filter(|it| best(it) == *scale).collect();
        figure(scene, quarter, *scale, &own)
    };
    scales.iter().filter_map(of).collect()
}

fn best(asked: &Asked) -> u32 {
    asked.best.unwrap_or(5).max(2)
}

fn figure(scene: &Scene<'_>, quarter: Quarter, best: u32, all: &[&Asked]) -> Option<Figure> {
    let (shown, few): (Vec<&Asked>, Vec<&Asked>) = all.iter().partition(|it| it.n.value >= FEW);
    let before = scene.site.quarters.get(&quarter.previous());
    let earlier = |asked: &Asked| {
        let before = before?.words.asked.iter().find(|it| it.id == asked.id)?;
        (before.n.value >= FEW).then_some(before)
    };
    let question = |asked: &Asked| scene.words_of(&asked.question).text;
    if shown.is_empty() {
        let asked = few.first()?;
        return Some(Figure {
            title: question(asked),
            note: Some(scene.text("eval-asked-few")),
            chart: None,
            key: vec![],
            tables: vec![],
        });
    }
    let words = |amount: Amount| scene.number(amount.value, amount.digits);
    let drawn = |amount: Amount| chart::Figure { amount: amount.value, words: words(amount) };
    let slope = |asked: &&Asked| Slope {
        name: question(asked),
        before: earlier(asked).map(|before| drawn(before.value.value)),
        now: drawn(asked.value.value),
        base: scene.counted("eval-base", asked.n.value),
    };
    let sides = [scene.short_quarter(quarter.previous()), scene.short_quarter(quarter)];
    let described = shown.iter().map(|asked| {
        let now = words(asked.value.value);
        match earlier(asked) {
            Some(before) => {
                let before = words(before.value.value);
                let asked = question(asked);
                let args = [
                    ("question", Arg::Text(&asked)),
                    ("before", Arg::Text(&before)),
                    ("now", Arg::Text(&now)),
                ];
                scene.text_with("eval-asked-change", &args)
            }
            None => format!("{}: {now}", question(asked)),
        }
    });
    let described: Vec<String> = described.collect();
    let caption = scene.text("eval-asked-caption");
    let rows = shown.iter().map(|asked| {
        let before = earlier(asked).map(|it| words(it.value.value)).unwrap_or_default();
        vec![question(asked), before, words(asked.value.value), asked.n.value.to_string()]
    });
    let head = [
        scene.text("eval-question-head"),
        sides[0].clone(),
        sides[1].clone(),
        scene.text("eval-answers-head"),
    ];
    let mut tables =
        vec![Table { caption: caption.clone(), head: head.into(), rows: rows.collect() }];
    tables.extend(
        shown.iter().filter(|asked| !asked.by.is_empty()).map(|asked| by_place(scene, asked)),
    );
    let slopes = Slopes {
        named: Named {
            id: format!("sw-asked-{best}"),
            title: caption,
            description: sentences(described.iter().cloned()),
        },
        scale: (1.0, f64::from(best)),
        sides,
        slopes: shown.iter().map(slope).collect(),
    };
    Some(Figure {
        title: described.first().cloned().unwrap_or_default(),
        note: Some(scene.counted("eval-asked-note", best)),
        chart: Some(chart::slopes(&slopes)),
        key: vec![],
        tables,
    })
}

/// The answers by place; those of few, and those that would tell them, are hidden.
fn by_place(scene: &Scene<'_>, asked: &Asked) -> Table {
    let answers: Vec<u32> = asked.by.iter().map(|by| by.n).collect();
    let hidden = hidden_means(asked.n.value, &answers);
    let rows = asked.by.iter().zip(hidden).map(|(by, hidden)| {
        let place = scene.site.place_name(&by.place.value, scene.code()).to_owned();
        match hidden {
            true => vec![place, scene.text("eval-hidden"), scene.text("eval-hidden")],
            false => vec![place, scene.number(by.value.value, by.value.digits), by.n.to_string()],
        }
    });
    let mut rows: Vec<Vec<String>> = rows.collect();
    let all = asked.value.value;
    rows.push(vec![
        scene.text("eval-all"),
        scene.number(all.value, all.digits),
        asked.n.value.to_string(),
    ]);
    let question = scene.words_of(&asked.question).text;
    Table {
        caption: scene.text_with("eval-by-place", &[("question", Arg::Text(&question))]),
        head: ["eval-place-head", "eval-mean-head", "eval-answers-head"]
            .map(|key| scene.text(key))
            .into(),
        rows,
    }
}
