//! Rows of pixels, eight bits a colour.

use std::borrow::Cow;

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{U8x3, U8x4};
use fast_image_resize::{FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer};

use crate::picture::exif::Orientation;

/// Red, green, blue and, if `is_clear`, how much is seen of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) is_clear: bool,
    pub(super) data: Vec<u8>,
}

impl Pixels {
    /// Bytes a pixel.
    pub(super) fn depth(&self) -> usize {
        if self.is_clear { 4 } else { 3 }
    }

    pub(super) fn at(&self, x: usize, y: usize) -> &[u8] {
        let start = (y * self.width as usize + x) * self.depth();
        &self.data[start..start + self.depth()]
    }

    /// The picture in another size.
    fn resized(&self, (width, height): (u32, u32), filter: FilterType) -> Result<Pixels, String> {
        let data = match self.is_clear {
            true => self.resized_as::<U8x4>((width, height), filter),
            false => self.resized_as::<U8x3>((width, height), filter),
        };
        let data = data.ok_or(crate::picture::DAMAGED)?;
        Ok(Pixels { width, height, is_clear: self.is_clear, data })
    }

    /// The type of pixels is said when compiling: the library knows twenty, and would be compiled for
    /// each of them.
    fn resized_as<P: PixelTrait>(
        &self,
        (width, height): (u32, u32),
        filter: FilterType,
    ) -> Option<Vec<u8>> {
        let from = TypedImageRef::<P>::from_buffer(self.width, self.height, &self.data).ok()?;
        let mut data = vec![0; width as usize * height as usize * self.depth()];
        let mut to = TypedImage::<P>::from_buffer(width, height, &mut data).ok()?;
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
        let options = options.use_alpha(self.is_clear);
        Resizer::new().resize_typed(&from, &mut to, Some(&options)).ok()?;
        Some(data)
    }

    /// The picture in another size by single pixels of it: rough, and quick.
    pub(super) fn sampled(&self, (width, height): (u32, u32)) -> Pixels {
        let place = |at: u32, of: u32, own: u32| {
            let place = (2 * u64::from(at) + 1) * u64::from(own) / (2 * u64::from(of.max(1)));
            usize::try_from(place).unwrap_or(0)
        };
        let across: Vec<usize> = (0..width).map(|x| place(x, width, self.width)).collect();
        let mut data = Vec::with_capacity(width as usize * height as usize * self.depth());
        for y in 0..height {
            let y = place(y, height, self.height);
            across.iter().for_each(|x| data.extend_from_slice(self.at(*x, y)));
        }
        Pixels { width, height, is_clear: self.is_clear, data }
    }

    /// Turned and mirrored as EXIF's number says. Its eight ways are three: exchange rows and
    /// columns, then mirror left and right, then top and bottom.
    pub(super) fn turned(self, turn: Orientation) -> Pixels {
        let (swap, right, down) = match turn.number() {
            2 => (false, true, false),
            3 => (false, true, true),
            4 => (false, false, true),
            5 => (true, false, false),
            6 => (true, true, false),
            7 => (true, true, true),
            8 => (true, false, true),
            _ => return self,
        };
        let (width, height) = turn.shown((self.width, self.height));
        let mut data = Vec::with_capacity(self.data.len());
        for y in 0..height as usize {
            let y = if down { height as usize - 1 - y } else { y };
            for x in 0..width as usize {
                let x = if right { width as usize - 1 - x } else { x };
                data.extend_from_slice(if swap { self.at(y, x) } else { self.at(x, y) });
            }
        }
        Pixels { width, height, is_clear: self.is_clear, data }
    }

    /// The colours without transparency, on white.
    pub(super) fn opaque(&self) -> Cow<'_, [u8]> {
        if !self.is_clear {
            return Cow::Borrowed(&self.data);
        }
        let on_white = |pixel: &[u8]| {
            let seen = u32::from(pixel[3]);
            let mixed = |colour: u8| {
                let mixed = (u32::from(colour) * seen + 255 * (255 - seen)) / 255;
                u8::try_from(mixed).unwrap_or(u8::MAX)
            };
            [mixed(pixel[0]), mixed(pixel[1]), mixed(pixel[2])]
        };
        Cow::Owned(self.data.chunks_exact(4).flat_map(on_white).collect())
    }
}

/// A picture on its way down: halved as often as a size allows, and resized from there. So a size
/// is made of the same pixels whichever others are made before it, and small ones cost little.
pub(super) struct Halves(Pixels);

impl Halves {
    pub(super) fn new(whole: Pixels) -> Halves {
        Halves(whole)
    }

    /// Sizes are asked for from large to small.
    pub(super) fn in_size(&mut self, (width, height): (u32, u32)) -> Result<Pixels, String> {
        // Lanczos' filter is at its best from twice the size on.
        while self.0.width / 2 >= 2 * width && self.0.height / 2 >= 2 * height {
            let half = (self.0.width / 2, self.0.height / 2);
            self.0 = self.0.resized(half, FilterType::Box)?;
        }
        if (self.0.width, self.0.height) == (width, height) {
            return Ok(self.0.clone());
        }
        self.0.resized((width, height), FilterType::Lanczos3)
    }
}
