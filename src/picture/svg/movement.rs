//! Animations: `<animate>`, `<set>` and similar elements.

use super::filter;
use super::length::seconds;
use super::properties;
use super::rules::{MOVES, decoded, referred};

/// Properties that may be neither inherited nor animated: their target is drawn again each time.
pub(super) const DEAR: &[&str] = &["filter", "mask", "clip-path"];
/// Further attributes that may not be animated: each step would change all styles, fonts or units.
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
    /// The attribute that is animated, and the type of a transformation: `rotate`, `scale`.
    pub(super) attribute: String,
    pub(super) kind: String,
    /// The values of the attribute, in order.
    pub(super) values: Vec<String>,
    /// Whether its values are added to the original value.
    pub(super) adds: bool,
    /// The id of the animated element, if it is not the parent.
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
