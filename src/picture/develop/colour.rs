//! Colours of other profiles become those that every screen means: sRGB.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::Pixels;

/// Changes the colours in place. A profile that cannot be read, or is not one of red, green and
/// blue, is passed over: browsers do the same.
pub(super) fn to_srgb(pixels: &mut Pixels, profile: &[u8]) {
    let layout = if pixels.is_clear { Layout::Rgba } else { Layout::Rgb };
    let Ok(from) = ColorProfile::new_from_slice(profile) else { return };
    if from.color_space != DataColorSpace::Rgb {
        return;
    }
    let to = ColorProfile::new_srgb();
    let transform = from.create_transform_8bit(layout, &to, layout, TransformOptions::default());
    let Ok(transform) = transform else { return };
    let row = pixels.width as usize * pixels.depth();
    let mut changed = vec![0; row];
    for row in pixels.data.chunks_exact_mut(row) {
        if transform.transform(row, &mut changed).is_ok() {
            row.copy_from_slice(&changed);
        }
    }
}
