//! One element of a drawing with everything that affects its cost: references and repetition.

use super::css::declarations;
use super::filter::{Region, Step};
use super::length;
use super::movement::{DEAR, Movement};
use super::outline::Outline;
use super::rules::{decoded, referred};
use super::scale::Scale;

/// What is filled and stroked.
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
/// Functions whose value is not seen where they stand.
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
    /// Filters that its styles spell out: `blur(2px)`.
    pub(super) functions: Step,
    /// What it is as a step of a filter.
    pub(super) step: Step,
    /// What it covers as a filter.
    pub(super) region: Region,
    /// It is mixed with all that lies below it.
    pub(super) blends: bool,
    /// Whether it is transparent.
    pub(super) fades: bool,
    /// Whether it says that its outline is drawn.
    pub(super) stroke: Option<bool>,
    pub(super) moves: bool,
    pub(super) movement: Option<Movement>,
    /// How long one dash and its gap are; infinite without dashes, nothing if it is not known.
    pub(super) dash: f64,
    /// Its strokes and dashes are as wide and long as they are, however large it is shown.
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
    /// The element itself stands here again.
    Use,
    /// Drawn once here: a picture of a filter, a chain of patterns.
    Whole,
    /// Drawn once here, and once more all that it covers.
    Mask,
    /// Drawn by its outline, or else as a mask.
    Clip,
    Filter,
    /// A fill or a stroke, which shapes within have too.
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

    /// A property of its own styles or of a rule that may mean it.
    pub(super) fn style(&mut self, name: &str, value: &str) -> Result<(), String> {
        self.scale.style(name, value)?;
        if name == "d" {
            self.outline.take(&self.name, name, written_path(value)?);
        } else {
            self.outline.take(&self.name, name, value);
        }
        self.declaration(name, value)
    }

    /// A property, wherever it is said.
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
            // What is not a number counts as if one could see through it.
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
            // A link or a movement draws nothing.
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

/// The path of `path("M0 0h9")`, the only outline that styles may say.
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
