//! Converts the colours of other profiles to sRGB.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::Pixels;

/// Changes the colours in place. A profile that cannot be read, or is for other pixels than those
/// of screens, is passed over.
pub(super) fn to_srgb(pixels: &mut Pixels, profile: &[u8]) {
    let Ok(from) = ColorProfile::new_from_slice(profile) else { return };
    let (source, target) = match (from.color_space, pixels.is_clear) {
        (DataColorSpace::Rgb, false) => (Layout::Rgb, Layout::Rgb),
        (DataColorSpace::Rgb, true) => (Layout::Rgba, Layout::Rgba),
        // Gray pixels were made colours of three equal parts when they were decoded.
        (DataColorSpace::Gray, false) => (Layout::Gray, Layout::Rgb),
        (DataColorSpace::Gray, true) => (Layout::GrayAlpha, Layout::Rgba),
        _ => return,
    };
    let to = ColorProfile::new_srgb();
    let transform = from.create_transform_8bit(source, &to, target, TransformOptions::default());
    let Ok(transform) = transform else { return };
    let (row, depth) = (pixels.width as usize * pixels.depth(), pixels.depth());
    let mut changed = vec![0; row];
    for row in pixels.data.chunks_exact_mut(row) {
        let done = match source {
            Layout::Gray | Layout::GrayAlpha => {
                let gray = |pixel: &[u8]| match depth {
                    4 => vec![pixel[0], pixel[3]],
                    _ => vec![pixel[0]],
                };
                let gray: Vec<u8> = row.chunks_exact(depth).flat_map(gray).collect();
                transform.transform(&gray, &mut changed)
            }
            _ => transform.transform(row, &mut changed),
        };
        if done.is_ok() {
            row.copy_from_slice(&changed);
        }
    }
}
