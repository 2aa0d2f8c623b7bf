//! One element of a drawing, as far as it costs: what it refers to, and what is repeated in it.

use super::css::declarations;
use super::length;
use super::properties;
use super::rules::{MOVES, decoded, referred};

/// What is filled and stroked.
const SHAPES: &[&str] = &[
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
];
/// What is drawn only where something refers to it.
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
/// Parts of a filter that only describe another part.
const DESCRIPTIONS: &[&str] =
    &["feFuncA", "feFuncR", "feFuncG", "feFuncB", "feDistantLight", "fePointLight", "feSpotLight"];
/// Properties whose value may not be handed down or moved: what they refer to is drawn each time.
const DEAR: &[&str] = &["filter", "mask", "clip-path"];
/// What else may not be moved: all styles with it, or another font each time.
const MOVED_BY_NOBODY: &[&str] = &["class", "style", "font", "font-family"];
/// Settings of filters beyond which each pixel costs by the setting.
const SETTINGS: &[(&str, f64)] =
    &[("numOctaves", 10.0), ("order", 9.0), ("radius", 100.0), ("stdDeviation", 1000.0)];
/// Shorter than any eye follows.
const SHORTEST_MOVE: f64 = 0.1;

#[derive(Default)]
pub(super) struct Node {
    pub(super) name: String,
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<usize>,
    pub(super) id: String,
    pub(super) classes: Vec<String>,
    /// Bytes of its attributes and its own text.
    pub(super) size: usize,
    /// Filters that its styles spell out: `blur(2px)`.
    pub(super) steps: u64,
    /// It is mixed with all that lies below it.
    pub(super) blends: bool,
    pub(super) moves: bool,
    pub(super) moves_dashes: bool,
    /// What it moves is not the element around it.
    pub(super) moves_other: bool,
    /// How long one dash and its gap are; infinite without dashes.
    pub(super) dash: f64,
    pub(super) references: Vec<Reference>,
    /// Numbers of its outline and how long that may be.
    outline: length::Outline,
}

pub(super) struct Reference {
    pub(super) id: String,
    pub(super) way: Way,
}

/// How a reference makes its target be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The element itself stands here again.
    Use,
    /// Drawn once here: a mask, a clip, a picture of a filter, a chain of patterns.
    Whole,
    /// Drawn once here, and once more all that it covers.
    Mask,
    Filter,
    /// A fill or a stroke, which shapes within have too.
    Paint,
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
        Node { name: name.to_owned(), parent, moves, dash: f64::INFINITY, ..Node::default() }
    }

    pub(super) fn attribute(
        &mut self,
        name: &str,
        value: &str,
        parent: Option<&str>,
    ) -> Result<(), String> {
        self.size += name.len() + length_of(value);
        match name {
            "id" => self.id = value.to_owned(),
            "class" => self.classes = value.split_whitespace().map(str::to_owned).collect(),
            "href" | "xlink:href" if self.moves => self.moves_other = true,
            "href" | "xlink:href" => self.href(value),
            "style" => {
                for (name, value) in declarations(value) {
                    self.declaration(&name, value)?;
                }
            }
            _ if self.moves => return self.movement(name, value, parent),
            _ => {
                self.setting(name, value)?;
                self.declaration(name, value)?;
            }
        }
        Ok(())
    }

    /// A property of its styles.
    pub(super) fn declaration(&mut self, name: &str, value: &str) -> Result<(), String> {
        let lower = value.to_ascii_lowercase();
        let ids = referred(value);
        let is_filter = name.ends_with("filter");
        if (name.starts_with("--") && !ids.is_empty())
            || (is_filter && lower.contains("var("))
            || (DEAR.contains(&name) && lower.contains("inherit"))
        {
            return Err(
                "the styles of the drawing hand on filters, masks or patterns: save it as \
                        plain SVG, or as PNG"
                    .into(),
            );
        }
        if is_filter {
            let functions = lower.matches('(').count().saturating_sub(ids.len());
            self.steps += functions as u64;
        }
        if name.starts_with("animation") {
            self.moves |= lower != "none";
        }
        self.blends |= name == "mix-blend-mode" && lower != "normal";
        self.outline.take(&self.name, name, value);
        if name == "stroke-dasharray" {
            self.dash = self.dash.min(length::dash(value));
        }
        let way = match name {
            "fill" | "stroke" => Way::Paint,
            "marker-start" | "marker-end" => Way::Marker,
            "marker" | "marker-mid" => Way::MarkerEverywhere,
            "mask" => Way::Mask,
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

    fn movement(&mut self, name: &str, value: &str, parent: Option<&str>) -> Result<(), String> {
        let of = value.trim();
        let is_dear = name == "attributeName"
            && (DEAR.contains(&of) || MOVED_BY_NOBODY.contains(&of) || properties::is_refused(of));
        if is_dear || !referred(value).is_empty() || parent.is_some_and(|it| it.starts_with("fe")) {
            return Err(MOVES.into());
        }
        self.moves_dashes |= name == "attributeName" && of == "stroke-dasharray";
        if matches!(name, "values" | "from" | "to" | "by") {
            let shortest = of.split(';').map(length::dash).fold(f64::INFINITY, f64::min);
            self.dash = self.dash.min(shortest);
        }
        if name == "dur" && length::seconds(of).is_some_and(|seconds| seconds < SHORTEST_MOVE) {
            return Err(format!(
                "something in the drawing moves within {of}, faster than eyes follow: let it take \
                 {SHORTEST_MOVE}s or longer"
            ));
        }
        Ok(())
    }

    fn setting(&self, name: &str, value: &str) -> Result<(), String> {
        let most = SETTINGS.iter().find(|(known, _)| *known == name && self.name.starts_with("fe"));
        let Some((_, most)) = most else { return Ok(()) };
        let numbers = value.split([' ', ',']).filter_map(|number| number.parse::<f64>().ok());
        match numbers.into_iter().find(|number| number > most) {
            Some(number) => Err(format!(
                "a filter of the drawing sets {name} to {number}; {most} is the most: save it as \
                 PNG"
            )),
            None => Ok(()),
        }
    }

    /// A step of a filter counts as one.
    pub(super) fn primitive(&self) -> u64 {
        let is_step = self.name.starts_with("fe") && !DESCRIPTIONS.contains(&self.name.as_str());
        u64::from(is_step)
    }

    pub(super) fn is_shape(&self) -> bool {
        SHAPES.contains(&self.name.as_str())
    }

    pub(super) fn is_definition(&self) -> bool {
        DEFINITIONS.contains(&self.name.as_str())
    }

    pub(super) fn is_gradient(&self) -> bool {
        self.name.ends_with("Gradient")
    }

    pub(super) fn corners(&self) -> u64 {
        self.outline.corners()
    }

    pub(super) fn length(&self) -> f64 {
        // What letters are drawn by is not known here.
        self.outline.length + (self.size as f64 * if self.is_text() { 100.0 } else { 0.0 })
    }

    fn is_text(&self) -> bool {
        self.name.starts_with('t')
    }
}

/// Bytes of a value; photos are counted by their pixels.
pub(super) fn length_of(value: &str) -> usize {
    if value.starts_with("data:") { 0 } else { value.len() }
}
