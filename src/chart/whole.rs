//! One bar that is all of it, in two parts, with what each part is below it.

use super::marks::{Drawing, Side, Size};
use super::svg::svg;
use super::widths::lines;
use super::{Named, Part, Tone};

/// A whole in two parts, each with what it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Whole {
    pub(crate) named: Named,
    pub(crate) parts: [(Part, String); 2],
}

const WIDTH: f64 = 340.0;
const BAR: f64 = 30.0;
/// The height of a line of what a part is.
const LINE: f64 = 17.0;

pub(crate) fn whole(whole: &Whole) -> String {
    svg(&whole.named, &drawn(whole))
}

pub(super) fn drawn(whole: &Whole) -> Drawing {
    let mut drawing = Drawing::new(WIDTH);
    let all: f64 = whole.parts.iter().map(|(part, _)| part.figure.amount).sum();
    let scale = if all > 0.0 { (WIDTH - 2.0) / all } else { 0.0 };
    let mut x = 1.0;
    for (part, _) in whole.parts.iter().filter(|(part, _)| part.figure.amount > 0.0) {
        let long = part.figure.amount * scale;
        match part.tone {
            Tone::Strong => drawing.rect("f-ink", x, 1.0, long, BAR),
            Tone::Light => drawing.hatched("f-sheet s-ink", x, 1.0, long, BAR),
        }
        x += long;
    }
    // The left half tells of the first part, the right half of the last.
    let room = WIDTH / 2.0 - 8.0;
    let mut foot: f64 = 0.0;
    for (at, (part, what)) in whole.parts.iter().enumerate() {
        let (side, x) = if at == 0 { (Side::Start, 0.0) } else { (Side::End, WIDTH) };
        let mut y = BAR + 24.0;
        drawing.words(Size::Large, side, x, y, &part.figure.words);
        for line in lines(what, Size::Small.pixels(), room, 3) {
            y += LINE;
            drawing.words(Size::Small, side, x, y, &line);
        }
        foot = foot.max(y);
    }
    drawing.height = foot + 5.0;
    drawing
}
