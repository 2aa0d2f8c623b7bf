//! The colour that is shown until a photo has loaded.

use super::{Pixels, colour};
use crate::base::Tone;

/// Points a side that are looked at: enough for one colour, whatever the photo's size.
const POINTS: usize = 48;

/// The mean of points all over the photo, as seen; `None` where it can be seen through.
pub(super) fn of(pixels: &Pixels, profile: Option<&[u8]>) -> Option<Tone> {
    if pixels.is_clear {
        return None;
    }
    let across = points(pixels.width as usize);
    let down = points(pixels.height as usize);
    let data = down.iter().flat_map(|y| across.iter().flat_map(|x| pixels.at(*x, *y)));
    let mut sample = Pixels {
        data: data.copied().collect(),
        width: u32::try_from(across.len()).unwrap_or(1),
        height: u32::try_from(down.len()).unwrap_or(1),
        is_clear: false,
    };
    if let Some(profile) = profile {
        colour::to_srgb(&mut sample, profile);
    }
    let mut mean = [0.0; 3];
    for pixel in sample.data.chunks_exact(3) {
        for (sum, colour) in mean.iter_mut().zip(pixel) {
            *sum += linear(*colour);
        }
    }
    let count = (across.len() * down.len()).max(1);
    #[expect(clippy::cast_precision_loss, reason = "a few thousand points")]
    let mean = mean.map(|sum| sum / count as f64);
    Some(named(oklch(mean)))
}

/// Places evenly spread over a side.
fn points(side: usize) -> Vec<usize> {
    let count = side.min(POINTS);
    (0..count).map(|at| (2 * at + 1) * side / (2 * count)).collect()
}

/// The linear light of an sRGB value: IEC 61966-2-1.
fn linear(colour: u8) -> f64 {
    let colour = f64::from(colour) / 255.0;
    if colour <= 0.04045 { colour / 12.92 } else { ((colour + 0.055) / 1.055).powf(2.4) }
}

/// Lightness from 0 to 1, chroma, and hue in degrees of a linear colour, after Björn Ottosson,
/// “A perceptual color space for image processing” (2020).
fn oklch([red, green, blue]: [f64; 3]) -> (f64, f64, f64) {
    let l = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
    let m = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
    let s = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
    let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
    let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
    let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
    (lightness, a.hypot(b), b.atan2(a).to_degrees().rem_euclid(360.0))
}

/// The nearest tone that the style sheet knows.
fn named((lightness, chroma, hue): (f64, f64, f64)) -> Tone {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let step = |value: f64, most: u8| value.round().clamp(0.0, f64::from(most)) as u8;
    let chroma = step(chroma / Tone::CHROMA_STEP, Tone::CHROMAS - 1);
    let hue = step(hue / 360.0 * f64::from(Tone::HUES), Tone::HUES) % Tone::HUES;
    Tone {
        lightness: step(lightness * f64::from(Tone::LIGHTNESSES - 1), Tone::LIGHTNESSES - 1),
        chroma,
        // What is grey has no hue.
        hue: if chroma == 0 { 0 } else { hue },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(colour: [u8; 3]) -> Tone {
        let data = colour.repeat(100 * 3);
        of(&Pixels { width: 100, height: 3, is_clear: false, data }, None).expect("nothing clear")
    }

    #[test]
    fn a_tone_consists_of_lightness_chroma_and_hue() {
        assert_eq!(tone([0, 0, 0]), Tone { lightness: 0, chroma: 0, hue: 0 });
        assert_eq!(tone([255, 255, 255]), Tone { lightness: 8, chroma: 0, hue: 0 });
        let (sea, leaf) = (tone([30, 70, 160]), tone([60, 140, 50]));
        assert_eq!(sea.hue, 9, "blue is at 264 degrees");
        assert_eq!(leaf.hue, 5, "green is at 142 degrees");
        assert!(sea.lightness < leaf.lightness && sea.chroma > 0);
    }

    #[test]
    fn one_pixel_has_a_tone() {
        let one = Pixels { width: 1, height: 1, is_clear: false, data: vec![255; 3] };
        assert_eq!(of(&one, None).map(|tone| tone.lightness), Some(8));
    }
}
