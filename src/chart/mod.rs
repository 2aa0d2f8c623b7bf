//! Charts: numbers with their words become marks at places, and marks become SVG. A chart has a role,
//! a name and a description; its shapes have classes, so that the look gives them its colours in
//! light, in dark and on paper, where a dash or a hatch stands beside each colour. Its words and
//! numbers come as they are to be read, in the language of the page.

mod bars;
mod dots;
mod marks;
mod meter;
mod slopes;
mod spread;
mod svg;
#[cfg(test)]
mod tests;
mod whole;
mod widths;

pub(crate) use bars::{Bars, Ending, Row, bars};
pub(crate) use dots::{Dots, dots};
pub(crate) use meter::{Meter, meter};
pub(crate) use slopes::{Slope, Slopes, slopes};
pub(crate) use whole::{Whole, whole};

/// A number, and how the page's language writes it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    pub(crate) amount: f64,
    pub(crate) words: String,
}

/// What a chart is called, and what it shows in sentences.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    /// The ids of the page's elements begin so: no other chart of the page has it.
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) description: String,
}

/// One of the two kinds of things that a chart tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Filled.
    Strong,
    /// Hatched, with a line around it.
    Light,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    pub(crate) tone: Tone,
    pub(crate) figure: Figure,
}
