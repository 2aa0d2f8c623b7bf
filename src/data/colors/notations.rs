//! Colours as styles and programs for pictures write them: `rgb(168, 50, 28)`, `hsl(9 71% 38%)`,
//! `oklch(48% 0.16 32)`.

use super::Rgb;

/// The colour of a function, or of three numbers alone. How far one sees through it is left out.
pub(super) fn in_a_function(folded: &str) -> Option<Rgb> {
    let (name, inside) = match folded.split_once('(') {
        Some((name, inside)) => (name.trim(), inside.split(')').next()?),
        None => ("rgb", folded),
    };
    let parts = inside.split([',', ' ', '/']).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    let [one, two, three] = *parts.first_chunk()?;
    match name {
        "rgb" | "rgba" => Some([of_rgb(one)?, of_rgb(two)?, of_rgb(three)?]),
        "hsl" | "hsla" => of_hsl(turn(one)?, share(two)?, share(three)?),
        "oklch" => {
            let lightness = if one.ends_with('%') { share(one)? } else { number(one)? };
            let chroma = if two.ends_with('%') { share(two)? * 0.4 } else { number(two)? };
            of_oklch(lightness, chroma, turn(three)?)
        }
        _ => None,
    }
}

fn number(part: &str) -> Option<f64> {
    part.parse().ok().filter(|number: &f64| number.is_finite())
}

/// `71%`, or `71` where a percentage is meant.
fn share(part: &str) -> Option<f64> {
    let share = number(part.trim_end_matches('%'))? / 100.0;
    (0.0..=1.0).contains(&share).then_some(share)
}

/// Degrees.
fn turn(part: &str) -> Option<f64> {
    Some(number(part.trim_end_matches("deg").trim_end_matches('°'))?.rem_euclid(360.0))
}

fn of_rgb(part: &str) -> Option<u8> {
    match part.ends_with('%') {
        true => byte(share(part)?),
        false => part.parse().ok(),
    }
}

/// 0 to 1 as 0 to 255; what is outside, screens cannot show.
fn byte(share: f64) -> Option<u8> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number from 0 to 255"
    )]
    let byte = (share.clamp(0.0, 1.0) * 255.0).round() as u8;
    share.is_finite().then_some(byte)
}

fn of_hsl(hue: f64, saturation: f64, lightness: f64) -> Option<Rgb> {
    let strength = saturation * lightness.min(1.0 - lightness);
    let part = |at: f64| {
        let place = (at + hue / 30.0).rem_euclid(12.0);
        byte(lightness - strength * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0))
    };
    Some([part(0.0)?, part(8.0)?, part(4.0)?])
}

/// As CSS Color 4 converts it.
fn of_oklch(lightness: f64, chroma: f64, hue: f64) -> Option<Rgb> {
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let cube = |a_share: f64, b_share: f64| (lightness + a_share * a + b_share * b).powi(3);
    let long = cube(0.396_337_777_4, 0.215_803_757_3);
    let middle = cube(-0.105_561_345_8, -0.063_854_172_8);
    let short = cube(-0.089_484_177_5, -1.291_485_548_0);
    let part = |[of_long, of_middle, of_short]: [f64; 3]| {
        let linear = of_long * long + of_middle * middle + of_short * short;
        byte(match linear <= 0.003_130_8 {
            true => 12.92 * linear,
            false => 1.055 * linear.powf(1.0 / 2.4) - 0.055,
        })
    };
    Some([
        part([4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2])?,
        part([-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5])?,
        part([-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0])?,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::colors::hex;

    #[test]
    fn colours_of_styles_are_computed() {
        for (text, color) in [
            ("rgb(168, 50, 28)", "#a8321c"),
            ("rgb(168 50 28 / 50%)", "#a8321c"),
            ("rgba(168,50,28,0.5)", "#a8321c"),
            ("168, 50, 28", "#a8321c"),
            ("rgb(66%, 20%, 11%)", "#a8331c"),
            ("hsl(0, 100%, 50%)", "#ff0000"),
            ("hsl(120 100% 25%)", "#008000"),
            ("hsla(240deg, 100%, 50%, 0.4)", "#0000ff"),
            ("hsl(9, 71%, 38%)", "#a6311c"),
            ("oklch(100% 0 0)", "#ffffff"),
            ("oklch(62.8% 0.2577 29.23)", "#ff0000"),
        ] {
            assert_eq!(in_a_function(text).map(hex).as_deref(), Some(color), "{text}");
        }
        for text in
            ["rgb(1, 2)", "rgb(300, 0, 0)", "hsl(1, 200%, 3%)", "hsl(nan, 1%, 1%)", "lab(1 2 3)"]
        {
            assert_eq!(in_a_function(text), None, "{text}");
        }
    }
}
