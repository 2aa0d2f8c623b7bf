//! The cost of filters: each step reads every pixel, and some steps also read the pixels around it.

use super::length::{measure, numbers};

/// The cost of a step that reads each pixel and its neighbours; a step that only mixes or moves
/// pixels costs one.
pub(super) const WHOLE: u64 = 10;
/// The factor for blurs: their algorithm does not read all neighbours again for each pixel.
const BLURRED: f64 = 0.1;
/// Parts of a filter that only describe another part.
const DESCRIPTIONS: &[&str] =
    &["feFuncA", "feFuncR", "feFuncG", "feFuncB", "feDistantLight", "fePointLight", "feSpotLight"];
const CHEAP: &[&str] = &[
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feFlood",
    "feMerge",
    "feMergeNode",
    "feOffset",
];
/// The largest allowed settings of filters.
const SETTINGS: &[(&str, f64)] =
    &[("numOctaves", 10.0), ("order", 9.0), ("radius", 100.0), ("stdDeviation", 1000.0)];
/// Attributes that only filters have.
const OF_FILTERS: &[&str] = &[
    "amplitude",
    "azimuth",
    "baseFrequency",
    "bias",
    "diffuseConstant",
    "divisor",
    "edgeMode",
    "elevation",
    "exponent",
    "filterUnits",
    "flood-color",
    "flood-opacity",
    "in",
    "in2",
    "intercept",
    "k1",
    "k2",
    "k3",
    "k4",
    "kernelMatrix",
    "kernelUnitLength",
    "lighting-color",
    "limitingConeAngle",
    "mode",
    "numOctaves",
    "operator",
    "order",
    "pointsAtX",
    "pointsAtY",
    "pointsAtZ",
    "preserveAlpha",
    "primitiveUnits",
    "radius",
    "result",
    "seed",
    "slope",
    "specularConstant",
    "specularExponent",
    "stdDeviation",
    "stitchTiles",
    "surfaceScale",
    "tableValues",
    "targetX",
    "targetY",
    "xChannelSelector",
    "yChannelSelector",
];

pub(super) fn is_of_filters(attribute: &str) -> bool {
    OF_FILTERS.contains(&attribute)
}

pub(super) fn is_part(element: &str) -> bool {
    element == "filter" || element.starts_with("fe")
}

/// The region around a shape that a filter covers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    width: f64,
    height: f64,
    /// Whether it is given in units of the drawing, not relative to the shape.
    is_in_units: bool,
}

impl Default for Region {
    fn default() -> Self {
        Region { width: 1.2, height: 1.2, is_in_units: false }
    }
}

impl Region {
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        let value = value.trim();
        let side = || match value.strip_suffix('%') {
            Some(part) => part.parse().map_or(f64::INFINITY, |part: f64| part / 100.0),
            None => measure(value),
        };
        match name {
            "width" => self.width = side(),
            "height" => self.height = side(),
            "filterUnits" => self.is_in_units = value == "userSpaceOnUse",
            _ => {}
        }
    }

    /// The size of the region, in multiples of five times the shape, or of the drawing.
    pub(super) fn times(&self, (width, height): (f64, f64)) -> u64 {
        let area = self.width * self.height;
        let area = if self.is_in_units { area / (width * height) } else { area };
        if area.is_nan() { u64::MAX } else { (area / 5.0).ceil().max(1.0) as u64 }
    }
}

/// The cost of one filter step.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Step {
    /// The cost in tenths of a step.
    pub(super) weight: u64,
    /// The distance of the farthest pixels that it reads, in units of the drawing.
    pub(super) reach: f64,
}

impl Step {
    pub(super) fn new(element: &str) -> Step {
        let weight = match element {
            _ if !element.starts_with("fe") || DESCRIPTIONS.contains(&element) => 0,
            _ if CHEAP.contains(&element) => 1,
            "feDiffuseLighting" | "feSpecularLighting" | "feDropShadow" => 2 * WHOLE,
            _ => WHOLE,
        };
        Step { weight, reach: 0.0 }
    }

    /// Adds the filter functions of a style, such as `blur(2px)`; references are not included.
    pub(super) fn function(&mut self, value: &str) {
        let wide = value.matches("blur(").count() + value.matches("drop-shadow(").count();
        let all = value.matches('(').count() - value.matches("url(").count();
        self.weight += wide as u64 * WHOLE + all.saturating_sub(wide) as u64;
        let lengths = value.split(|c: char| c.is_whitespace() || "(),".contains(c)).filter(|it| {
            it.starts_with(|c: char| c.is_ascii_digit() || ".+-".contains(c))
                && it.ends_with(|c: char| c.is_ascii_alphabetic())
        });
        if wide > 0 {
            self.reach += lengths.map(measure).sum::<f64>() * BLURRED;
        }
    }

    pub(super) fn attribute(
        &mut self,
        element: &str,
        name: &str,
        value: &str,
    ) -> Result<(), String> {
        if name == "primitiveUnits" && value.trim() != "userSpaceOnUse" {
            return Err(
                "a filter of the drawing is measured by its shapes (primitiveUnits): save \
                        it as PNG"
                    .into(),
            );
        }
        let setting = SETTINGS.iter().find(|(known, _)| *known == name);
        let Some((_, most)) = setting.filter(|_| element.starts_with("fe")) else { return Ok(()) };
        let numbers = numbers(value).unwrap_or_else(|| vec![f64::INFINITY]);
        let largest = numbers.iter().fold(0.0, |most: f64, number| number.abs().max(most));
        if !matches!(
            largest.partial_cmp(most),
            Some(std::cmp::Ordering::Less | std::cmp::Ordering::Equal)
        ) {
            return Err(format!(
                "a filter of the drawing sets {name} to {value}, and at most {most} is allowed: \
                 save it as PNG"
            ));
        }
        match (element, name) {
            ("feTurbulence", "numOctaves") => self.weight = WHOLE * (largest.ceil() as u64).max(1),
            ("feConvolveMatrix", "order") => {
                let cells = (largest * largest).ceil() as u64;
                self.weight = WHOLE * cells.max(2) / 2;
            }
            ("feMorphology", "radius") => self.reach = largest,
            (_, "stdDeviation") => self.reach = largest * BLURRED,
            _ => {}
        }
        Ok(())
    }
}
