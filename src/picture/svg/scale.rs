//! The scale factor of an element: a tiny shape may be enlarged to the size of the page.

use super::length::{measure, numbers};
use super::properties;

/// The limit of skew angles in degrees: near 90, a shape becomes infinitely long.
const MOST_SKEWED: f64 = 80.0;

/// The attributes and styles of an element that scale its content.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    /// The factor of its attributes, which may also be smaller than 1.
    attributes: f64,
    /// The factor of styles and animations. They may not apply, so they never reduce the scale.
    styles: Option<f64>,
    /// The factor of the `scale` property, which is applied in addition.
    property: f64,
    /// Width and height of the `viewBox`, which is scaled to the size of the element.
    view: Option<(f64, f64)>,
    /// The larger of its width and height.
    side: f64,
    /// Whether its content is measured relative to a bounding box: 1 is the size of that box.
    is_by_box: bool,
}

impl Default for Scale {
    fn default() -> Self {
        Scale {
            attributes: 1.0,
            styles: None,
            property: 1.0,
            view: None,
            side: 0.0,
            is_by_box: false,
        }
    }
}

impl Scale {
    pub(super) fn attribute(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "transform" | "patternTransform" => self.attributes *= of(value)?,
            "viewBox" => {
                self.view = match numbers(value).as_deref() {
                    Some([_, _, width, height]) => Some((width.abs(), height.abs())),
                    _ => None,
                }
            }
            "width" | "height" | "markerWidth" | "markerHeight" => {
                let side = measure(value);
                self.side = if side.is_finite() { self.side.max(side) } else { self.side };
            }
            "clipPathUnits" | "maskContentUnits" | "patternContentUnits" => {
                self.is_by_box |= value.trim() == "objectBoundingBox";
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn style(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "transform" => self.grow(of(value)?),
            "scale" => {
                let value = super::length::plain(value);
                self.property = self.property.max(of(&format!("scale({value})"))?);
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn grow(&mut self, times: f64) {
        self.styles = Some(self.styles.unwrap_or(1.0).max(times));
    }

    /// Marks the root element: its `viewBox` is the unit of all measures, so it adds no scale.
    pub(super) fn is_whole_drawing(&mut self) {
        self.view = None;
    }

    /// The scale factor of its content, in a drawing whose longer side is `side`.
    pub(super) fn times(&self, side: f64, element: &str, widest_stroke: f64) -> f64 {
        let mut times = match self.styles {
            Some(styles) => self.attributes.max(1.0) * styles,
            None => self.attributes,
        };
        times *= self.property;
        match self.view {
            Some((width, height)) if element != "view" => {
                times *= side.max(self.side) / width.min(height).max(1e-9);
            }
            // Markers are scaled by the stroke width of their line.
            None if element == "marker" => times *= widest_stroke.clamp(1.0, side.max(1.0)),
            _ => {}
        }
        if self.is_by_box { times * side.max(1.0) } else { times }
    }
}

/// An upper bound of the scale factor of a list of transformations.
pub(super) fn of(value: &str) -> Result<f64, String> {
    let unknown = || {
        "an enlargement in the drawing cannot be counted (transform): save it as plain SVG, or as \
         PNG"
        .to_owned()
    };
    let mut times = 1.0;
    let mut rest = super::length::plain(value);
    while let Some((before, after)) = rest.split_once('(') {
        let name = before.trim_matches(|c: char| c == ',' || c.is_whitespace());
        let end = properties::closing(after).ok_or_else(unknown)?;
        times *= function(&name.to_ascii_lowercase(), &after[..end]).ok_or_else(unknown)?;
        rest = &after[end + 1..];
    }
    Ok(times)
}

fn function(name: &str, arguments: &str) -> Option<f64> {
    if name.starts_with("translate") || name.starts_with("rotate") {
        return Some(1.0);
    }
    if name.starts_with("skew") {
        return skewed(arguments);
    }
    if name.starts_with("scale") && arguments.trim() == "none" {
        return Some(1.0);
    }
    let parts = arguments.split(|c: char| c == ',' || c.is_whitespace());
    let numbers: Vec<f64> = parts
        .filter(|part| !part.is_empty())
        .map(|part| match part.strip_suffix('%') {
            Some(part) => part.parse().ok().map(|part: f64| part / 100.0),
            None => part.parse().ok(),
        })
        .collect::<Option<_>>()?;
    match (name, numbers.as_slice()) {
        ("matrix", [a, b, c, d, ..]) => Some((a.abs() + c.abs()).max(b.abs() + d.abs())),
        ("scale" | "scalex" | "scaley" | "scale3d", [_, ..]) => {
            Some(numbers.iter().fold(0.0, |most, number| number.abs().max(most)))
        }
        _ => None,
    }
}

/// The factor by which these skew angles make a shape longer.
pub(super) fn skewed(angles: &str) -> Option<f64> {
    angles.split(|c: char| c == ',' || c.is_whitespace()).filter(|it| !it.is_empty()).try_fold(
        1.0,
        |times, angle| {
            let degrees: f64 = angle.trim_end_matches("deg").parse().ok()?;
            (degrees.abs() <= MOST_SKEWED).then(|| times * (1.0 + degrees.to_radians().tan().abs()))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transformations_enlarge_by_their_product() {
        let cases = [
            ("", 1.0),
            ("none", 1.0),
            ("translate(9 9) scale(2, -3)", 3.0),
            ("scale(.5)rotate(30)", 0.5),
            ("matrix(1 0 0 1 5 5)", 1.0),
            ("matrix(0,2,-2,0,0,0), scale(200%)", 4.0),
            ("translate(calc(1px + (2px)), var(--a))", 1.0),
            ("skewX(45)", 2.0),
        ];
        for (value, wanted) in cases {
            let times = of(value).expect(value);
            assert!((times - wanted).abs() < 1e-9, "{value}: {times}");
        }
        for value in ["scale(var(--a))", "matrix3d(1)", "skewX(90)", "scale(2", "perspective(1px)"]
        {
            assert!(of(value).is_err(), "{value}");
        }
    }

    #[test]
    fn conditional_styles_never_reduce_the_scale() {
        let mut scale = Scale::default();
        scale.attribute("transform", "scale(.1)").expect("known");
        assert!((scale.times(300.0, "g", 1.0) - 0.1).abs() < 1e-9);
        scale.style("transform", "scale(.1)").expect("known");
        assert!((scale.times(300.0, "g", 1.0) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_view_box_is_scaled_to_its_element() {
        let mut scale = Scale::default();
        scale.attribute("viewBox", "0 0 1 2").expect("known");
        assert!((scale.times(300.0, "symbol", 1.0) - 300.0).abs() < 1e-9);
        let mut scale = Scale::default();
        scale.attribute("clipPathUnits", "objectBoundingBox").expect("known");
        assert!((scale.times(300.0, "clipPath", 1.0) - 300.0).abs() < 1e-9);
        assert!((Scale::default().times(300.0, "marker", 7.0) - 7.0).abs() < 1e-9);
    }
}
