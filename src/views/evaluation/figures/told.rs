//! What the site itself tells: voices by quarter, from where they are, how far talks came, and which
//! pages of the handbook were looked at in time.

use super::{Figure, Table, sentences};
use crate::chart::{self, Bars, Ending, Named, Part, Row, Tone, Whole};
use crate::data::quarters::Quarter;
use crate::evaluation::handbook::{Freshness, freshness};
use crate::evaluation::talks::{STEPS, steps};
use crate::evaluation::voices::{Counts, Voices};
use crate::language::Arg;
use crate::views::scene::Scene;

/// How many quarters one chart shows.
const MOST: usize = 12;

/// Voices by quarter, up to this one.
pub(crate) fn voices_until(scene: &Scene<'_>, quarter: Quarter, voices: &Voices) -> Option<Figure> {
    let own = voices.quarters.get(&quarter)?;
    let all: Vec<(&Quarter, &Counts)> = voices.quarters.range(..=quarter).collect();
    let all = &all[all.len().saturating_sub(MOST)..];
    let title = match (own.voices, own.back) {
        (None, _) => scene.text("eval-voices-few"),
        (Some(0), _) => scene.text("eval-voices-none"),
        (Some(n), None | Some(0)) => scene.counted("eval-voices", n),
        (Some(n), Some(back)) => {
            let args = [("n", Arg::Number(n.into())), ("back", Arg::Number(back.into()))];
            scene.text_with("eval-voices-back", &args)
        }
    };
    let few = scene.text("eval-under-five");
    let row = |(quarter, counts): &(&Quarter, &Counts)| {
        let part = |tone, n| Part { tone, figure: scene.whole(n) };
        let ending = match (counts.voices, counts.new, counts.back) {
            (None, ..) => Ending::Unknown(few.clone()),
            (Some(all), Some(new), Some(back)) => Ending::Parts(
                vec![part(Tone::Strong, back), part(Tone::Light, new)],
                scene.whole(all),
            ),
            (Some(all), ..) => Ending::Parts(vec![part(Tone::Strong, all)], scene.whole(all)),
        };
        Row { name: scene.short_quarter(**quarter), ending }
    };
    let cell = |shown: Option<u32>| {
        shown.map_or_else(|| scene.text("eval-hidden"), |n| scene.whole(n).words)
    };
    let rows = all.iter().map(|(quarter, counts)| {
        vec![
            scene.quarter(**quarter),
            counts.voices.map_or_else(|| scene.text("eval-few"), |n| scene.whole(n).words),
            cell(counts.new),
            cell(counts.back),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let head = ["eval-quarter-head", "eval-voices-head", "eval-first-time", "eval-came-back"];
    let table = Table {
        caption: scene.text("eval-voices-caption"),
        head: head.map(|key| scene.text(key)).into(),
        rows,
    };
    let sums = all.iter().map(|(quarter, counts)| {
        let said = counts.voices.map_or_else(|| few.clone(), |n| scene.whole(n).words);
        format!("{}: {said}", scene.quarter(**quarter))
    });
    let drawn = Bars {
        named: Named {
            id: "sw-voices".to_owned(),
            title: table.caption.clone(),
            description: sentences(sums),
        },
        rows: all.iter().map(row).collect(),
    };
    let is_split = all.iter().any(|(_, counts)| counts.new.is_some());
    let is_hidden = all.iter().any(|(_, counts)| counts.voices.is_none());
    let mut key = vec![];
    if is_split {
        key.push(scene.key("strong", "eval-came-back-or-unsplit"));
        key.push(scene.key("light", "eval-first-time"));
    }
    if is_hidden {
        key.push(scene.key("hidden", "eval-key-hidden"));
    }
    Some(Figure {
        title,
        note: Some(scene.text("eval-voices-note")),
        chart: Some(chart::bars(&drawn)),
        key,
        tables: vec![table],
    })
}

/// How many of all who told something have no part in running the programme.
pub(crate) fn origin(scene: &Scene<'_>, voices: &Voices) -> Option<Figure> {
    let (all, others) = (voices.ever?, voices.ever_others?);
    if all == 0 {
        return None;
    }
    let with_role = all.saturating_sub(others);
    let args = [("n", Arg::Number(others.into())), ("all", Arg::Number(all.into()))];
    let title = scene.text_with("eval-origin", &args);
    let part = |tone, n| Part { tone, figure: scene.whole(n) };
    let [without, with] = ["eval-origin-others", "eval-origin-role"].map(|key| scene.text(key));
    let drawn = Whole {
        named: Named {
            id: "sw-origin".to_owned(),
            title: scene.text("eval-origin-caption"),
            description: sentences([
                format!("{without}: {}", scene.whole(others).words),
                format!("{with}: {}", scene.whole(with_role).words),
            ]),
        },
        parts: [
            (part(Tone::Strong, others), without.clone()),
            (part(Tone::Light, with_role), with.clone()),
        ],
    };
    let rows = [(without, others), (with, with_role)];
    Some(Figure {
        title,
        note: Some(scene.text("eval-origin-note")),
        chart: Some(chart::whole(&drawn)),
        key: vec![],
        tables: vec![Table {
            caption: scene.text("eval-origin-caption"),
            head: vec![scene.text("eval-who-head"), scene.text("eval-voices-head")],
            rows: rows.map(|(who, n)| vec![who, scene.whole(n).words]).into(),
        }],
    })
}

/// How far talks came, since the beginning.
pub(super) fn talks(scene: &Scene<'_>) -> Option<Figure> {
    let steps = steps(scene.site);
    if steps[0] == Some(0) {
        return None;
    }
    let name = |step: &str| scene.text(&format!("eval-talk-{step}"));
    let Some(ideas) = steps[0] else {
        return Some(Figure {
            title: scene.text("eval-talks-few"),
            note: Some(scene.text("eval-talks-few-note")),
            chart: None,
            key: vec![],
            tables: vec![],
        });
    };
    let row = |(step, shown): (&str, &Option<u32>)| Row {
        name: name(step),
        ending: match shown {
            Some(n) => Ending::Parts(
                vec![Part { tone: Tone::Strong, figure: scene.whole(*n) }],
                scene.whole(*n),
            ),
            // Which of them is of few is not told: beside that, the others would tell more of it.
            None => Ending::Unknown(scene.text("eval-hidden")),
        },
    };
    let said = |shown: &Option<u32>| {
        shown.map_or_else(|| scene.text("eval-hidden"), |n| scene.whole(n).words)
    };
    let pairs = || STEPS.iter().copied().zip(&steps);
    let caption = scene.text("eval-talks-caption");
    let drawn = Bars {
        named: Named {
            id: "sw-talks".to_owned(),
            title: caption.clone(),
            description: sentences(pairs().map(|(step, n)| format!("{}: {}", name(step), said(n)))),
        },
        rows: pairs().map(row).collect(),
    };
    Some(Figure {
        title: scene.counted("eval-talks", ideas),
        note: Some(scene.text("eval-talks-note")),
        chart: Some(chart::bars(&drawn)),
        key: vec![],
        tables: vec![Table {
            caption,
            head: vec![scene.text("eval-step-head"), scene.text("eval-talks-head")],
            rows: pairs().map(|(step, n)| vec![name(step), said(n)]).collect(),
        }],
    })
}

/// Which pages of the handbook were looked at in time, by group.
pub(super) fn handbook(scene: &Scene<'_>) -> Option<Figure> {
    let groups = freshness(scene.site);
    let named = |at: usize| {
        let group = scene.site.programme.handbook.get(at);
        let local = |group: &crate::config::HandbookGroup| {
            group.name.value.get(scene.code(), scene.site.default_language()).to_owned()
        };
        group.map_or_else(|| scene.text("nav-handbook"), local)
    };
    let groups: Vec<(String, Freshness)> = groups
        .into_iter()
        .enumerate()
        .map(|(at, it)| (named(at), it))
        .filter(|(_, it)| it.all > 0)
        .collect();
    let (in_time, all): (u32, u32) =
        (groups.iter().map(|(_, it)| it.in_time).sum(), groups.iter().map(|(_, it)| it.all).sum());
    if all == 0 {
        return None;
    }
    let of = |it: &Freshness| {
        let args = [("n", Arg::Number(it.in_time.into())), ("all", Arg::Number(it.all.into()))];
        scene.text_with("eval-n-of", &args)
    };
    let row = |(name, it): &(String, Freshness)| {
        let part = |tone, n| Part { tone, figure: scene.whole(n) };
        let parts = vec![part(Tone::Strong, it.in_time), part(Tone::Light, it.all - it.in_time)];
        let sum = chart::Figure { amount: f64::from(it.all), words: of(it) };
        Row { name: name.clone(), ending: Ending::Parts(parts, sum) }
    };
    let caption = scene.text("eval-handbook-caption");
    let drawn = Bars {
        named: Named {
            id: "sw-handbook".to_owned(),
            title: caption.clone(),
            description: sentences(groups.iter().map(|(name, it)| format!("{name}: {}", of(it)))),
        },
        rows: groups.iter().map(row).collect(),
    };
    let title = match in_time == all {
        true => scene.counted("eval-handbook-all", all),
        false => {
            let args = [("n", Arg::Number(in_time.into())), ("all", Arg::Number(all.into()))];
            scene.text_with("eval-handbook", &args)
        }
    };
    let mut key = vec![];
    if in_time < all {
        key.push(scene.key("strong", "eval-in-time"));
        key.push(scene.key("light", "eval-overdue"));
    }
    let rows = groups.iter().map(|(name, it)| {
        vec![name.clone(), scene.whole(it.in_time).words, scene.whole(it.all - it.in_time).words]
    });
    Some(Figure {
        title,
        note: Some(scene.text("eval-handbook-note")),
        chart: Some(chart::bars(&drawn)),
        key,
        tables: vec![Table {
            caption,
            head: ["eval-group-head", "eval-in-time", "eval-overdue"]
                .map(|key| scene.text(key))
                .into(),
            rows: rows.collect(),
        }],
    })
}
