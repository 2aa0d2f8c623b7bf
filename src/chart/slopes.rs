//! From one quarter to the next: a line for each question that was asked twice, a point for one that
//! was asked once. Names and numbers stand at the lines' ends, as near as the others let them.

use super::marks::{Drawing, Side, Size};
use super::spread::spread;
use super::svg::svg;
use super::widths::{cut, lines, width};
use super::{Figure, Named};

/// Answers on one scale, before and now.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slopes {
    pub(crate) named: Named,
    /// The ends of the scale.
    pub(crate) scale: (f64, f64),
    /// What the two sides are: the quarter before, and this one.
    pub(crate) sides: [String; 2],
    pub(crate) slopes: Vec<Slope>,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slope {
    pub(crate) name: String,
    pub(crate) before: Option<Figure>,
    pub(crate) now: Figure,
    /// How many answered now, in words.
    pub(crate) base: String,
}

const WIDTH: f64 = 340.0;
/// Where the lines begin and end.
const SIDES: (f64, f64) = (64.0, 150.0);
const HEAD: f64 = 24.0;
const LINE: f64 = 16.0;
/// The least height for the scale.
const LEAST: f64 = 150.0;

pub(crate) fn slopes(slopes: &Slopes) -> String {
    svg(&slopes.named, &drawn(slopes))
}

pub(super) fn drawn(slopes: &Slopes) -> Drawing {
    let mut drawing = Drawing::new(WIDTH);
    let (left, right) = SIDES;
    let (start, room) = (right + 12.0, WIDTH - right - 12.0);
    let size = Size::Small;
    let texts: Vec<Vec<String>> = slopes
        .slopes
        .iter()
        .map(|slope| {
            let mut text = lines(&slope.name, size.pixels(), room, 3);
            text.push(cut(&slope.base, size.pixels(), room));
            text
        })
        .collect();
    // The number, the lines below it, and air.
    let heights: Vec<f64> = texts.iter().map(|text| 30.0 + text.len() as f64 * LINE).collect();
    let height = heights.iter().sum::<f64>().max(LEAST);
    let (low, high) = slopes.scale;
    let span = if high > low { high - low } else { 1.0 };
    let at = |figure: &Figure| {
        let part = ((figure.amount - low) / span).clamp(0.0, 1.0);
        HEAD + 8.0 + (1.0 - part) * (height - 16.0)
    };
    for (x, words) in [(left, &slopes.sides[0]), (right, &slopes.sides[1])] {
        drawing.line("s-line", (x, HEAD), (x, HEAD + height));
        // Both have room up to the middle between them, and as much on the other side.
        let words = cut(words, size.pixels(), right - left - 4.0);
        let half = width(&words, size.pixels()) / 2.0;
        drawing.words(size, Side::Middle, x.max(half), 14.0, &words);
    }
    let middles: Vec<f64> = slopes.slopes.iter().map(|slope| at(&slope.now)).collect();
    let places = spread(&middles, &heights, HEAD, HEAD + height);
    for ((slope, text), place) in slopes.slopes.iter().zip(&texts).zip(&places) {
        let top = place - (30.0 + text.len() as f64 * LINE) / 2.0;
        let number = cut(&slope.now.words, Size::Large.pixels(), room);
        drawing.words(Size::Large, Side::Start, start, top + 20.0, &number);
        for (line, words) in text.iter().enumerate() {
            let foot = top + 20.0 + (line + 1) as f64 * LINE;
            drawing.words(size, Side::Start, start, foot, words);
        }
    }
    let before = slopes.slopes.iter().filter_map(|slope| slope.before.as_ref());
    let before: Vec<&Figure> = before.collect();
    let wanted: Vec<f64> = before.iter().map(|figure| at(figure)).collect();
    let places = spread(&wanted, &vec![22.0; before.len()], HEAD, HEAD + height);
    for (figure, place) in before.iter().zip(places) {
        let words = cut(&figure.words, Size::Large.pixels(), left - 12.0);
        drawing.words(Size::Large, Side::End, left - 12.0, place + 7.0, &words);
    }
    for slope in &slopes.slopes {
        let now = (right, at(&slope.now));
        if let Some(before) = &slope.before {
            let before = (left, at(before));
            drawing.line("s-brand", before, now);
            drawing.circle("f-sheet s-ink", before.0, before.1, 5.0);
        }
        drawing.circle("f-brand", now.0, now.1, 6.5);
    }
    drawing.height = HEAD + height + 4.0;
    drawing
}
