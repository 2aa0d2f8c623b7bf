//! How a quarter went, as charts: each says what it shows in its title, and has a table of the same
//! numbers.

mod asked;
mod months;
mod told;

use serde::Serialize;

use crate::chart;
use crate::config::quarter::QuarterFile;
use crate::data::quarters::Quarter;
use crate::evaluation::voices::Voices;
use crate::language::Arg;
use crate::site::quarters::EvaluatedQuarter;
use crate::views::scene::Scene;

pub(super) use told::{origin, voices_until};

/// A chart with its title, what its signs mean, and its numbers as a table.
#[derive(Serialize)]
pub(crate) struct Figure {
    title: String,
    note: Option<String>,
    /// HTML; None where there is too little to draw.
    chart: Option<String>,
    key: Vec<Key>,
    tables: Vec<Table>,
}

/// What a sign of a chart means.
#[derive(Serialize)]
struct Key {
    /// A class of the look.
    sign: &'static str,
    words: String,
}

/// Numbers in rows; the first cell of each says what they are.
#[derive(Serialize)]
pub(crate) struct Table {
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The charts of a quarter.
pub(crate) fn figures(
    scene: &Scene<'_>,
    quarter: Quarter,
    evaluated: &EvaluatedQuarter,
    voices: &Voices,
) -> Vec<Figure> {
    let words: &QuarterFile = &evaluated.words;
    let is_now = Quarter::of(scene.site.options.today) == quarter;
    let mut all: Vec<Figure> = voices_until(scene, quarter, voices).into_iter().collect();
    all.extend(months::series(scene, quarter, evaluated, voices));
    all.extend(months::published(scene, words));
    all.extend(asked::asked(scene, quarter, words));
    // What no file keeps is told of today alone.
    if is_now {
        all.extend(told::talks(scene));
        all.extend(told::handbook(scene));
    }
    all
}

impl Scene<'_> {
    /// A text with one number.
    pub(super) fn counted(&self, key: &str, n: u32) -> String {
        self.text_with(key, &[("n", Arg::Number(n.into()))])
    }

    /// A whole number as a chart shows it.
    fn whole(&self, n: u32) -> chart::Figure {
        chart::Figure { amount: f64::from(n), words: self.number(n.into(), 0) }
    }

    fn key(&self, sign: &'static str, key: &str) -> Key {
        Key { sign, words: self.text(key) }
    }
}

/// Sentences, as one text.
fn sentences(all: impl IntoIterator<Item = String>) -> String {
    let all: Vec<String> = all.into_iter().filter(|it| !it.is_empty()).collect();
    match all.is_empty() {
        true => String::new(),
        false => format!("{}.", all.join(". ")),
    }
}
