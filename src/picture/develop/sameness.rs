//! Finds out whether two files show the same picture: by their pixels, not by the rest of the
//! files.

use super::Pixels;
use crate::base::Hash;
use crate::base::hash::Hasher;

/// Points a side that tell which way up a picture lies.
const POINTS: usize = 16;

/// Rows that are gathered together, so that what lies side by side in memory is read together.
const STRIP: usize = 32;

/// A hash of the pixels as they were decoded, turned and mirrored into the one of their eight ways
/// that `way` picks. So it is the same for a file with other notes, another turn in its EXIF or more
/// bytes at its end, for a picture that was turned and saved again, and for one that was saved
/// again in any notation that loses nothing. A colour profile counts for nothing, and neither does
/// a transparency that hides nothing.
pub(super) fn hash(pixels: &Pixels) -> Hash {
    let way = way(pixels);
    let (width, height) = way.size(pixels);
    let depth = pixels.depth();
    let mut hasher = Hasher::default();
    hasher.update(format!("{width} {height} {depth} ").as_bytes());
    if way == Way::default() {
        hasher.update(&pixels.data);
        return hasher.finish();
    }
    let mut strip = vec![0; width * depth * STRIP];
    for top in (0..height).step_by(STRIP) {
        let rows = STRIP.min(height - top);
        for x in 0..width {
            for row in 0..rows {
                let to = (row * width + x) * depth;
                strip[to..to + depth].copy_from_slice(way.at(pixels, x, top + row));
            }
        }
        hasher.update(&strip[..rows * width * depth]);
    }
    hasher.finish()
}

/// One of the eight ways in which a picture can lie: rows and columns exchanged first, then left
/// and right, then top and bottom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Way {
    swap: bool,
    right: bool,
    down: bool,
}

impl Way {
    fn size(self, pixels: &Pixels) -> (usize, usize) {
        let (width, height) = (pixels.width as usize, pixels.height as usize);
        if self.swap { (height, width) } else { (width, height) }
    }

    /// The pixel that lies at this place once it is turned so.
    fn at(self, pixels: &Pixels, x: usize, y: usize) -> &[u8] {
        let (width, height) = self.size(pixels);
        let x = if self.right { width - 1 - x } else { x };
        let y = if self.down { height - 1 - y } else { y };
        if self.swap { pixels.at(y, x) } else { pixels.at(x, y) }
    }
}

/// The way in which a picture is compared: lying, not standing, and of those ways the one whose
/// points come first in order. Turned copies lie alike then, whichever way that is.
fn way(pixels: &Pixels) -> Way {
    let ways = (0..8).map(|at| Way { swap: at & 4 > 0, right: at & 2 > 0, down: at & 1 > 0 });
    let lies = |way: &Way| {
        let (width, height) = way.size(pixels);
        width >= height
    };
    let points = |way: &Way| {
        let (width, height) = way.size(pixels);
        let (across, down) = (points(width), points(height));
        let at = |y: &usize| -> Vec<u8> {
            across.iter().flat_map(|x| way.at(pixels, *x, *y)).copied().collect()
        };
        down.iter().flat_map(at).collect::<Vec<u8>>()
    };
    // Of equals the first, which is the one that costs nothing.
    ways.filter(lies).min_by_key(points).unwrap_or_default()
}

/// Places over a side that stay the same places when the side is mirrored.
fn points(side: usize) -> Vec<usize> {
    let half = (0..POINTS / 2).map(|at| at * side / POINTS);
    let mirrored = half.clone().map(|at| side - 1 - at);
    half.chain(mirrored.collect::<Vec<_>>().into_iter().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::exif::Orientation;

    /// Something without a symmetry.
    fn picture(width: u32, height: u32) -> Pixels {
        let of = |x: u32, y: u32| [x * 7 + y, x ^ (y * 3), x + y * y].map(|it| (it % 251) as u8);
        let data = (0..height).flat_map(|y| (0..width).flat_map(move |x| of(x, y))).collect();
        Pixels { width, height, is_clear: false, data }
    }

    #[test]
    fn a_picture_is_the_same_whichever_way_it_lies() {
        for (width, height) in [(90, 61), (61, 90), (40, 40), (1, 9), (3, 1), (1, 1), (65, 33)] {
            let upright = picture(width, height);
            let wanted = hash(&upright);
            for turn in 1..=8 {
                let turn = Orientation::of(turn);
                assert_eq!(hash(&upright.clone().turned(turn)), wanted, "{width} × {height}");
            }
        }
    }

    #[test]
    fn one_pixel_makes_another_picture() {
        let one = picture(90, 61);
        for at in [0, 1000, one.data.len() - 1] {
            let mut other = one.clone();
            other.data[at] ^= 1;
            assert_ne!(hash(&one), hash(&other));
        }
        let shorter = Pixels { width: 61, height: 90, ..one.clone() };
        assert_ne!(hash(&one), hash(&shorter));
    }
}
