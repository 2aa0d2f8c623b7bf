//! The displayed size of a drawing in pixels.

use super::xml::Attribute;
use crate::picture::LARGEST_SIDE;

/// The size in pixels, from width and height or from the `viewBox`. A drawing can be enlarged
/// without loss, so one that is larger than any photo may be is reported smaller, in proportion.
pub(super) fn read(attributes: &[Attribute]) -> Result<(u32, u32), String> {
    let (width, height) = asked(attributes)?;
    let scale = (f64::from(LARGEST_SIDE) / width.max(height)).min(1.0);
    Ok((pixels(width * scale), pixels(height * scale)))
}

/// Width and height in the drawing's own units. If the drawing is stretched or cut, its shorter
/// side counts for both, because that side may be shown as long as the other.
pub(super) fn space(attributes: &[Attribute]) -> Result<(f64, f64), String> {
    let (width, height) = match value(attributes, "viewBox").and_then(view_box) {
        Some(shown) => shown,
        None => asked(attributes)?,
    };
    let way = value(attributes, "preserveAspectRatio").unwrap_or_default();
    let is_whole = !way.contains("none") && !way.contains("slice");
    Ok(if is_whole { (width, height) } else { (width.min(height), width.min(height)) })
}

fn asked(attributes: &[Attribute]) -> Result<(f64, f64), String> {
    let shown = value(attributes, "viewBox").and_then(view_box);
    let asked = |name| value(attributes, name).and_then(length);
    match (asked("width"), asked("height")) {
        (Some(width), Some(height)) => Some((width, height)),
        (Some(width), None) => shown.map(|(w, h)| (width, width * h / w)),
        (None, Some(height)) => shown.map(|(w, h)| (height * w / h, height)),
        (None, None) => shown,
    }
    .ok_or_else(|| NO_SIZE.to_owned())
}

fn value<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|it| it.name == name).map(|it| it.value.trim())
}

const NO_SIZE: &str =
    "the drawing does not say how large it is: give <svg> a viewBox, or width and height";

fn view_box(text: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = text
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match numbers.as_slice() {
        [_, _, width, height] if is_length(*width) && is_length(*height) => Some((*width, *height)),
        _ => None,
    }
}

/// A length in pixels; `None` for percentages, whose size is not known here.
fn length(text: &str) -> Option<f64> {
    let end = text.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let unit = match unit {
        "" | "px" => 1.0,
        "pt" => 4.0 / 3.0,
        "pc" | "em" | "rem" => 16.0,
        "mm" => 96.0 / 25.4,
        "cm" => 96.0 / 2.54,
        "in" => 96.0,
        _ => return None,
    };
    number.trim().parse().ok().map(|number: f64| number * unit).filter(|it| is_length(*it))
}

fn is_length(number: f64) -> bool {
    number.is_finite() && number > 0.0
}

fn pixels(length: f64) -> u32 {
    // The conversion saturates; the smallest size is one pixel.
    (length.round() as u32).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_is_read_from_the_root_attributes() {
        let cases = [
            ("", "40", "30px", Some((40, 30))),
            ("", "1in", "25.4mm", Some((96, 96))),
            ("0 0 24 12", "", "", Some((24, 12))),
            ("0,0,24,12", "100%", "100%", Some((24, 12))),
            ("0 0 24 12", "48", "", Some((48, 24))),
            ("0 0 24 12", "", "6", Some((12, 6))),
            ("0 0 48000 24000", "", "", Some((12_000, 6_000))),
            ("0 0 0 NaN", "", "", None),
            ("", "12", "", None),
        ];
        for (view_box, width, height, size) in cases {
            let attributes = [("viewBox", view_box), ("width", width), ("height", height)]
                .map(|(name, value)| Attribute { name, value: value.into() });
            assert_eq!(read(&attributes).ok(), size);
        }
    }
}
