//! One number on its way: a bar for now, a flag for what was aimed at, a ring for last quarter.

use super::marks::{Drawing, Side, Size, short};
use super::spread::spread;
use super::svg::svg;
use super::widths::width;
use super::{Figure, Named};

/// A number beside its target and the one before.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meter {
    pub(crate) named: Named,
    /// None where it is hidden or not known.
    pub(crate) now: Option<Figure>,
    pub(crate) previous: Option<Figure>,
    pub(crate) target: Option<Figure>,
}

const WIDTH: f64 = 300.0;
const START: f64 = 9.0;
/// The line on which all stand.
const LINE: f64 = 26.0;
const BAR: f64 = 14.0;

pub(crate) fn meter(meter: &Meter) -> String {
    svg(&meter.named, &drawn(meter))
}

pub(super) fn drawn(meter: &Meter) -> Drawing {
    let mut drawing = Drawing::new(WIDTH);
    let all = [&meter.now, &meter.previous, &meter.target];
    let most = all.iter().filter_map(|it| Some(it.as_ref()?.amount)).fold(0.0, f64::max);
    // A flag flies to the right of its place.
    let end = WIDTH - 24.0;
    let at = |figure: &Figure| match most > 0.0 {
        true => START + figure.amount.max(0.0) / most * (end - START),
        false => START,
    };
    drawing.line("s-line", (START, LINE), (WIDTH - START, LINE));
    if let Some(now) = &meter.now {
        let long = (at(now) - START).max(2.0);
        drawing.rect("f-brand", START, LINE - BAR / 2.0, long, BAR);
    }
    let mut labels: Vec<(f64, &Figure)> = vec![];
    if let Some(previous) = &meter.previous {
        drawing.circle("f-sheet s-ink", at(previous), LINE, 5.0);
        labels.push((at(previous), previous));
    }
    if let Some(target) = &meter.target {
        let x = at(target);
        drawing.line("s-ink", (x, LINE + 11.0), (x, 5.0));
        let from = short(x);
        drawing.path("f-ink", format!("M{from} 4h12l-4 4.5 4 4.5h-12z"));
        labels.push((x, target));
    }
    let size = Size::Small;
    let wanted: Vec<f64> = labels.iter().map(|(x, _)| *x).collect();
    let long = |figure: &Figure| width(&figure.words, size.pixels()) + 6.0;
    let lengths: Vec<f64> = labels.iter().map(|(_, figure)| long(figure)).collect();
    let middles = spread(&wanted, &lengths, 0.0, WIDTH);
    for ((_, figure), x) in labels.iter().zip(middles) {
        drawing.words(size, Side::Middle, x, LINE + 26.0, &figure.words);
    }
    drawing.height = if labels.is_empty() { LINE + 12.0 } else { LINE + 31.0 };
    drawing
}
