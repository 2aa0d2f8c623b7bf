//! The contrast between two colours, and colours between two.

use crate::data::colors::Rgb;

/// A colour on the way from one to another, 0 to 1 of the way.
pub(super) fn toward(from: Rgb, to: Rgb, way: f64) -> Rgb {
    std::array::from_fn(|at| {
        let (from, to) = (f64::from(from[at]), f64::from(to[at]));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a value between two bytes is one"
        )]
        let part = (from + (to - from) * way).round() as u8;
        part
    })
}

/// The contrast ratio of WCAG 2.2, 1 to 21.
pub(super) fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(color: Rgb) -> f64 {
    let [red, green, blue] = color.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::colors::parse;

    #[test]
    fn contrast_is_computed_as_wcag_defines_it() {
        let ratio = |a, b| contrast(parse(a).expect("a colour"), parse(b).expect("a colour"));
        assert!((ratio("#000", "#fff") - 21.0).abs() < 0.01);
        assert!((ratio("#777777", "#ffffff") - 4.48).abs() < 0.01);
    }
}
