//! A dot for each of a handful of whole numbers, with the one in the middle marked.

use super::marks::{Drawing, Side, Size};
use super::svg::svg;
use super::widths::{cut, width};
use super::{Figure, Named};

/// Whole numbers, such as days, with their median and what was promised.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dots {
    pub(crate) named: Named,
    pub(crate) numbers: Vec<u32>,
    /// What the middle one is, in words.
    pub(crate) median: Figure,
}

const WIDTH: f64 = 340.0;
const EDGE: f64 = 14.0;
/// Above the dots: what the line in the middle is.
const HEAD: f64 = 26.0;
/// The height that the highest column of dots has.
const COLUMN: f64 = 78.0;

pub(crate) fn dots(dots: &Dots) -> String {
    svg(&dots.named, &drawn(dots))
}

pub(super) fn drawn(dots: &Dots) -> Drawing {
    let mut drawing = Drawing::new(WIDTH);
    let last =
        dots.numbers.iter().copied().max().unwrap_or(0).max(dots.median.amount.ceil() as u32);
    let last = last.max(4);
    let at = |number: f64| EDGE + number / f64::from(last) * (WIDTH - 2.0 * EDGE);
    let mut columns = std::collections::BTreeMap::<u32, u32>::new();
    dots.numbers.iter().for_each(|number| *columns.entry(*number).or_default() += 1);
    let highest = columns.values().copied().max().unwrap_or(1);
    let apart = (WIDTH - 2.0 * EDGE) / f64::from(last);
    let step = (COLUMN / f64::from(highest)).min(13.0).min(apart.max(2.0));
    let ground = HEAD + COLUMN + 6.0;
    drawing.line("s-soft", (0.0, ground), (WIDTH, ground));
    // As many numbers as have room.
    let widest = width(&last.to_string(), Size::Small.pixels()) + 8.0;
    let every = (widest / apart).ceil().max(1.0) as u32;
    for number in (0..=last).step_by(every as usize) {
        let x = at(f64::from(number));
        drawing.line("s-line", (x, ground), (x, ground + 5.0));
        let words = number.to_string();
        let half = width(&words, Size::Small.pixels()) / 2.0;
        let x = x.clamp(half, WIDTH - half);
        drawing.words(Size::Small, Side::Middle, x, ground + 19.0, &words);
    }
    for (number, count) in &columns {
        for level in 0..*count {
            let y = ground - step * (f64::from(level) + 0.5) - 1.0;
            drawing.circle("f-ink", at(f64::from(*number)), y, step * 0.42);
        }
    }
    let x = at(dots.median.amount);
    drawing.line("s-brand", (x, 4.0), (x, ground));
    let (side, from, room) = match x < WIDTH / 2.0 {
        true => (Side::Start, x + 7.0, WIDTH - x - 7.0),
        false => (Side::End, x - 7.0, x - 7.0),
    };
    let words = cut(&dots.median.words, Size::Small.pixels(), room);
    drawing.words(Size::Small, side, from, 15.0, &words);
    drawing.height = ground + 24.0;
    drawing
}
