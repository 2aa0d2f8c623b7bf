//! One element of a drawing with everything that affects its cost: references and repetition.

use super::css::declarations;
use super::filter::{Region, Step};
use super::length;
use super::movement::{DEAR, Movement};
use super::outline::Outline;
use super::rules::{decoded, referred};
use super::scale::Scale;

/// The elements that are filled and stroked.
const SHAPES: &[&str] = &[
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
];
const TEXTS: &[&str] = &["text", "tspan", "textPath"];
/// Containers whose children are drawn.
const GROUPS: &[&str] = &["svg", "g", "a", "switch", "use", "symbol"];
/// Elements that are drawn only where something refers to them.
const DEFINITIONS: &[&str] = &[
    "defs",
    "symbol",
    "clipPath",
    "mask",
    "marker",
    "pattern",
    "filter",
    "linearGradient",
    "radialGradient",
];
/// Functions whose result cannot be known by reading the value.
const NAMED: &[&str] = &["var(", "calc(", "min(", "max(", "clamp("];

#[derive(Default)]
pub(super) struct Node {
    pub(super) name: String,
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<usize>,
    pub(super) id: String,
    pub(super) classes: Vec<String>,
    /// Bytes of its attributes and its own text.
    pub(super) size: usize,
    /// Bytes of its own text.
    pub(super) letters: usize,
    /// The cost of filter functions in its styles, such as `blur(2px)`.
    pub(super) functions: Step,
    /// Its cost, if it is a filter step.
    pub(super) step: Step,
    /// The region that it covers, if it is a filter.
    pub(super) region: Region,
    /// Whether it has a blend mode.
    pub(super) blends: bool,
    /// Whether it is transparent.
    pub(super) fades: bool,
    /// Whether it has a stroke; `None` if it does not say so.
    pub(super) stroke: Option<bool>,
    pub(super) moves: bool,
    pub(super) movement: Option<Movement>,
    /// The length of a dash with its gap; infinite without dashes, 0 if it is not known.
    pub(super) dash: f64,
    /// Whether its strokes and dashes are not scaled (`non-scaling-stroke`).
    pub(super) keeps_stroke: bool,
    pub(super) references: Vec<Reference>,
    pub(super) outline: Outline,
    pub(super) scale: Scale,
    /// Infinite if it is not known; so is the size of its letters.
    pub(super) stroke_width: f64,
    pub(super) font_size: f64,
}

pub(super) struct Reference {
    pub(super) id: String,
    pub(super) way: Way,
}

/// How the target of a reference is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The target is drawn again at this place.
    Use,
    /// The target is drawn once: an image in a filter, a pattern that inherits another.
    Whole,
    /// The mask is drawn once, and the masked element once more.
    Mask,
    /// A clip path: cut along its outline if that is simple, otherwise drawn as a mask.
    Clip,
    Filter,
    /// A fill or a stroke, which the shapes inside inherit.
    Paint,
    /// At the beginning and the end of a line.
    Marker,
    /// At every corner of a line.
    MarkerEverywhere,
}

impl Way {
    pub(super) fn is_inherited(self) -> bool {
        matches!(self, Way::Paint | Way::Marker | Way::MarkerEverywhere)
    }
}

impl Node {
    pub(super) fn new(name: &str, parent: Option<usize>) -> Node {
        let moves = name.starts_with("animate") || name == "set";
        Node {
            name: name.to_owned(),
            parent,
            moves,
            movement: moves.then(Movement::default),
            dash: f64::INFINITY,
            step: Step::new(name),
            ..Node::default()
        }
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) -> Result<(), String> {
        self.size += name.len() + length_of(value);
        match name {
            "id" => self.id = value.to_owned(),
            "class" => self.classes = value.split_whitespace().map(str::to_owned).collect(),
            "style" => {
                for (name, value) in declarations(value) {
                    self.style(&name, value)?;
                }
            }
            _ => match &mut self.movement {
                Some(movement) => return movement.attribute(name, value),
                None if matches!(name, "href" | "xlink:href") => self.href(value),
                None => {
                    self.step.attribute(&self.name, name, value)?;
                    self.region.attribute(name, value);
                    self.scale.attribute(name, value)?;
                    self.outline.take(&self.name, name, value);
                    self.declaration(name, value)?;
                }
            },
        }
        Ok(())
    }

    /// Applies a property of its `style` attribute or of a rule that may match it.
    pub(super) fn style(&mut self, name: &str, value: &str) -> Result<(), String> {
        self.scale.style(name, value)?;
        if name == "d" {
            self.outline.take(&self.name, name, written_path(value)?);
        } else {
            self.outline.take(&self.name, name, value);
        }
        self.declaration(name, value)
    }

    /// Applies a property, from an attribute or from styles.
    fn declaration(&mut self, name: &str, value: &str) -> Result<(), String> {
        let lower = value.to_ascii_lowercase();
        let plain = length::plain(&lower);
        let ids = referred(value);
        let is_filter = name.ends_with("filter");
        if (name.starts_with("--") && !ids.is_empty())
            || (is_filter && NAMED.iter().any(|function| lower.contains(function)))
            || (DEAR.contains(&name) && lower.contains("inherit"))
        {
            return Err(
                "the drawing's styles pass on filters, masks or patterns to other pieces: save it \
                 as plain SVG, or as PNG"
                    .into(),
            );
        }
        if is_filter {
            self.functions.function(&lower);
        }
        if name.starts_with("animation") {
            self.moves |= plain != "none";
            self.fades |= plain != "none";
        }
        match name {
            "mix-blend-mode" => self.blends |= plain != "normal",
            // An opacity that is not a plain number counts as transparent.
            "opacity" => self.fades |= !plain.parse().is_ok_and(|opacity: f64| opacity >= 1.0),
            "stroke" => self.stroke = Some(plain != "none" || self.stroke == Some(true)),
            "stroke-dasharray" => self.dash = self.dash.min(length::dash(&lower)),
            "vector-effect" => self.keeps_stroke |= plain != "none",
            "stroke-width" => self.stroke_width = self.stroke_width.max(length::measure(value)),
            "font-size" => self.font_size = self.font_size.max(length::measure(value)),
            "font" => self.font_size = f64::INFINITY,
            _ => {}
        }
        let way = match name {
            "fill" | "stroke" => Way::Paint,
            "marker-start" | "marker-end" => Way::Marker,
            "marker" | "marker-mid" => Way::MarkerEverywhere,
            "mask" => Way::Mask,
            "clip-path" => Way::Clip,
            _ if is_filter => Way::Filter,
            _ => Way::Whole,
        };
        for id in ids {
            if self.references.iter().all(|known| (&known.id, known.way) != (&id, way)) {
                self.references.push(Reference { id, way });
            }
        }
        Ok(())
    }

    fn href(&mut self, value: &str) {
        let Some(id) = value.trim().strip_prefix('#').map(decoded) else { return };
        let way = match self.name.as_str() {
            "use" => Way::Use,
            "filter" | "pattern" | "linearGradient" | "radialGradient" | "mask" | "clipPath"
            | "marker" | "feImage" | "image" | "textPath" | "tref" => Way::Whole,
            // The reference of a link or of an animation draws nothing.
            _ => return,
        };
        self.references.push(Reference { id, way });
    }

    pub(super) fn is_shape(&self) -> bool {
        SHAPES.contains(&self.name.as_str())
    }

    pub(super) fn is_text(&self) -> bool {
        TEXTS.contains(&self.name.as_str())
    }

    pub(super) fn is_group(&self) -> bool {
        GROUPS.contains(&self.name.as_str())
    }

    pub(super) fn is_definition(&self) -> bool {
        DEFINITIONS.contains(&self.name.as_str())
    }

    pub(super) fn is_gradient(&self) -> bool {
        self.name.ends_with("Gradient")
    }

    pub(super) fn has_markers(&self) -> bool {
        let is_marker = |way| matches!(way, Way::Marker | Way::MarkerEverywhere);
        self.references.iter().any(|reference| is_marker(reference.way))
    }
}

/// The path in `path("M0 0h9")`, the only form of an outline that styles may contain.
fn written_path(value: &str) -> Result<&str, String> {
    let plain = length::plain(value);
    if plain == "none" {
        return Ok("");
    }
    let inside = plain.strip_prefix("path(").and_then(|rest| rest.strip_suffix(')'));
    inside.filter(|inside| !inside.contains('(')).ok_or_else(|| {
        "an outline in the drawing's styles cannot be counted (d): save it as plain SVG, or as PNG"
            .to_owned()
    })
}

/// Bytes of a value; photos are counted by their pixels.
pub(super) fn length_of(value: &str) -> usize {
    if value.starts_with("data:") { 0 } else { value.len() }
}
