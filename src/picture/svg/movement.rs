//! What an `<animate>`, a `<set>` and their kin do to the element that they move.

use super::filter;
use super::length::{dash, seconds};
use super::node::{DEAR, Node};
use super::outline::{Outline, is_geometry};
use super::properties;
use super::rules::{MOVES, decoded, referred};
use super::scale;

/// What else may not be moved: all styles with it, another font or another measure each time.
const MOVED_BY_NOBODY: &[&str] = &[
    "class",
    "style",
    "font",
    "font-family",
    "viewBox",
    "preserveAspectRatio",
    "markerWidth",
    "markerHeight",
    "markerUnits",
    "clipPathUnits",
    "maskUnits",
    "maskContentUnits",
    "patternUnits",
    "patternContentUnits",
    "patternTransform",
    "vector-effect",
    "mix-blend-mode",
];
/// Shorter than any eye follows.
const SHORTEST_MOVE: f64 = 0.1;

#[derive(Clone, Default)]
pub(super) struct Movement {
    /// The attribute that it moves, and how: `rotate`, `scale`.
    attribute: String,
    kind: String,
    /// What it becomes, one after the other.
    values: Vec<String>,
    /// It goes on from where it was.
    adds: bool,
    /// What it moves, if not the element around it.
    pub(super) target: Option<String>,
}

impl Movement {
    pub(super) fn attribute(&mut self, name: &str, value: &str) -> Result<(), String> {
        let value = value.trim();
        if !referred(value).is_empty() {
            return Err(MOVES.into());
        }
        match name {
            "href" | "xlink:href" => self.target = Some(decoded(value.trim_start_matches('#'))),
            "attributeName" => {
                let is_refused = DEAR.contains(&value)
                    || MOVED_BY_NOBODY.contains(&value)
                    || filter::is_of_filters(value)
                    || properties::is_refused(value);
                if is_refused {
                    return Err(MOVES.into());
                }
                self.attribute = value.to_owned();
            }
            "type" => self.kind = value.to_owned(),
            "values" | "from" | "to" | "by" => {
                self.adds |= name == "by";
                self.values.extend(value.split(';').map(str::to_owned));
            }
            "accumulate" => self.adds |= value == "sum",
            "dur" if seconds(value).is_some_and(|seconds| seconds < SHORTEST_MOVE) => {
                return Err(format!(
                    "something in the drawing moves within {value}, faster than eyes follow: let \
                     it take {SHORTEST_MOVE}s or longer"
                ));
            }
            _ => {}
        }
        Ok(())
    }

    /// The element that is moved counts as the largest that it becomes.
    pub(super) fn apply(&self, to: &mut Node) -> Result<(), String> {
        if filter::is_part(&to.name) {
            return Err(MOVES.into());
        }
        let values = || self.values.iter().map(String::as_str);
        match self.attribute.as_str() {
            "stroke-dasharray" => {
                let shortest = values().map(dash).fold(f64::INFINITY, f64::min);
                to.dash = if self.adds { 0.0 } else { to.dash.min(shortest) };
            }
            "opacity" => to.fades = true,
            "stroke" => to.stroke = Some(true),
            "transform" => {
                let mut most: f64 = 1.0;
                for value in values() {
                    most = most.max(scale::of(&format!("{}({value})", self.kind))?);
                }
                if self.adds && most > 1.0 {
                    return Err(MOVES.into());
                }
                to.scale.grow(most);
            }
            name if is_geometry(name) => {
                let mut largest = Outline::default();
                for value in values() {
                    let mut outline = Outline::default();
                    outline.take(&to.name, name, value);
                    largest = largest.largest(outline);
                }
                if self.adds {
                    largest.length = f64::INFINITY;
                }
                to.outline.moves_to(largest);
            }
            _ => {}
        }
        Ok(())
    }
}
