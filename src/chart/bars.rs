//! Horizontal bars below each other, in the order in which they are given: in parts, as voices by
//! quarter are, or whole. Names stand before them, so that long ones have room, and numbers behind.

use super::marks::{Drawing, Side, Size};
use super::svg::svg;
use super::widths::{cut, width};
use super::{Figure, Named, Part, Tone};

/// Bars with a name and a number each.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bars {
    pub(crate) named: Named,
    pub(crate) rows: Vec<Row>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) ending: Ending,
}

/// What a bar is, and what stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ending {
    /// Its parts, and their sum.
    Parts(Vec<Part>, Figure),
    /// No number, and why: `under 5`.
    Unknown(String),
}

const WIDTH: f64 = 340.0;
const ROW: f64 = 34.0;
const BAR: f64 = 24.0;
/// Between a name, its bar and the number.
const GAP: f64 = 8.0;
/// The least part of the width that is left to the bars.
const LEAST: f64 = 84.0;

pub(crate) fn bars(bars: &Bars) -> String {
    svg(&bars.named, &drawn(bars))
}

pub(super) fn drawn(bars: &Bars) -> Drawing {
    let number = |row: &Row| match &row.ending {
        Ending::Parts(_, sum) => width(&sum.words, size_of(sum).pixels()),
        Ending::Unknown(_) => 0.0,
    };
    let numbers = bars.rows.iter().map(number).fold(0.0, f64::max);
    let names = bars.rows.iter().map(|row| width(&row.name, Size::Usual.pixels()));
    let names = names.fold(0.0, f64::max).min(WIDTH - LEAST - numbers - 2.0 * GAP);
    let start = names + GAP;
    let room = (WIDTH - start - GAP - numbers).max(1.0);
    let sum = |row: &Row| match &row.ending {
        Ending::Parts(_, sum) => sum.amount,
        Ending::Unknown(_) => 0.0,
    };
    let most = bars.rows.iter().map(sum).fold(0.0, f64::max);
    let scale = if most > 0.0 { room / most } else { 0.0 };
    let mut drawing = Drawing::new(WIDTH);
    for (at, row) in bars.rows.iter().enumerate() {
        let top = at as f64 * ROW + (ROW - BAR) / 2.0;
        let foot = top + BAR / 2.0 + 5.0;
        let name = cut(&row.name, Size::Usual.pixels(), names);
        drawing.words(Size::Usual, Side::Start, 0.0, foot, &name);
        match &row.ending {
            Ending::Parts(parts, sum) => {
                let mut x = start;
                let parts = || parts.iter().filter(|part| part.figure.amount > 0.0);
                let is_split = parts().count() > 1;
                for part in parts() {
                    let long = part.figure.amount * scale;
                    bar(&mut drawing, part, x, top, long, is_split);
                    x += long;
                }
                let size = size_of(sum);
                drawing.words(size, Side::Start, x + GAP, foot + 1.0, &sum.words);
            }
            Ending::Unknown(why) => {
                drawing.hatched("f-none s-dash", start, top, BAR, BAR);
                let x = start + BAR + GAP;
                let why = cut(why, Size::Small.pixels(), WIDTH - x);
                drawing.words(Size::Small, Side::Start, x, foot, &why);
            }
        }
    }
    drawing.height = bars.rows.len() as f64 * ROW;
    drawing
}

/// A number alone is large; one with words is not.
fn size_of(sum: &Figure) -> Size {
    if sum.words.chars().count() > 5 { Size::Usual } else { Size::Large }
}

/// A part, with its number in it where it is one of several and there is room.
fn bar(drawing: &mut Drawing, part: &Part, x: f64, top: f64, long: f64, is_split: bool) {
    match part.tone {
        Tone::Strong => {
            drawing.rect("f-ink", x, top, long, BAR);
            let words = &part.figure.words;
            if is_split && width(words, Size::Inside.pixels()) + 6.0 <= long {
                let (middle, foot) = (x + long / 2.0, top + BAR / 2.0 + 5.0);
                drawing.words(Size::Inside, Side::Middle, middle, foot, words);
            }
        }
        Tone::Light => drawing.hatched("f-sheet s-ink", x, top, long, BAR),
    }
}
