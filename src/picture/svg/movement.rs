//! Animations: `<animate>`, `<set>` and similar elements.

use super::filter;
use super::length::seconds;
use super::properties;
use super::rules::{MOVES, decoded, referred};

/// Properties whose value may not be handed down or moved: what they refer to is drawn each time.
pub(super) const DEAR: &[&str] = &["filter", "mask", "clip-path"];
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
/// Shorter animations are too fast to see, and are refused.
const SHORTEST_MOVE: f64 = 0.1;

#[derive(Clone, Default)]
pub(super) struct Movement {
    /// The attribute that it moves, and how: `rotate`, `scale`.
    pub(super) attribute: String,
    pub(super) kind: String,
    /// What it becomes, one after the other.
    pub(super) values: Vec<String>,
    /// It goes on from where it was.
    pub(super) adds: bool,
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
                    "something in the drawing moves too fast, within {value}: let it take \
                     {SHORTEST_MOVE}s or longer"
                ));
            }
            _ => {}
        }
        Ok(())
    }
}
