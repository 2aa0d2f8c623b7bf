//! How much an element enlarges its content: a tiny zigzag may be shown as large as the page.

use super::length::{measure, numbers};
use super::properties;

/// Turns nearer to a right angle make a shape longer without end.
const MOST_SKEWED: f64 = 80.0;

/// What an element says of its scale.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    /// By its attributes: what they make smaller is smaller.
    attributes: f64,
    /// By styles and movements, which may not hold: they make nothing smaller.
    styles: Option<f64>,
    /// By the property of that name, which counts besides.
    property: f64,
    /// Width and height of the box that is stretched to the element.
    view: Option<(f64, f64)>,
    /// The largest width or height it asks for.
    side: f64,
    /// What is in it is measured by what it stands on: 1 is as large as that.
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

    /// The box of the whole drawing is what everything is measured by.
    pub(super) fn is_whole_drawing(&mut self) {
        self.view = None;
    }

    /// How many times as large what is in it is shown, in a drawing whose longer side is `side`.
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
            // Arrows are drawn in the width of their line.
            None if element == "marker" => times *= widest_stroke.clamp(1.0, side.max(1.0)),
            _ => {}
        }
        if self.is_by_box { times * side.max(1.0) } else { times }
    }
}

/// How much larger a list of transformations makes a shape, at most.
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

/// How much longer a shape becomes that is skewed by these angles.
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
    fn what_may_not_hold_makes_nothing_smaller() {
        let mut scale = Scale::default();
        scale.attribute("transform", "scale(.1)").expect("known");
        assert!((scale.times(300.0, "g", 1.0) - 0.1).abs() < 1e-9);
        scale.style("transform", "scale(.1)").expect("known");
        assert!((scale.times(300.0, "g", 1.0) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_box_is_stretched_over_the_drawing() {
        let mut scale = Scale::default();
        scale.attribute("viewBox", "0 0 1 2").expect("known");
        assert!((scale.times(300.0, "symbol", 1.0) - 300.0).abs() < 1e-9);
        let mut scale = Scale::default();
        scale.attribute("clipPathUnits", "objectBoundingBox").expect("known");
        assert!((scale.times(300.0, "clipPath", 1.0) - 300.0).abs() < 1e-9);
        assert!((Scale::default().times(300.0, "marker", 7.0) - 7.0).abs() < 1e-9);
    }
}
