//! Reads numbers of any number of bits, the most significant bit first.

pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    /// Starts to read at the byte `at`.
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Bits<'a> {
        Bits { bytes, at: at * 8 }
    }

    /// Reads a number of up to eight bits.
    pub(super) fn take(&mut self, count: usize) -> Option<usize> {
        let (byte, bit) = (self.at / 8, self.at % 8);
        let first = usize::from(*self.bytes.get(byte)?) << 8;
        let both = match bit + count > 8 {
            true => first | usize::from(*self.bytes.get(byte + 1)?),
            false => first,
        };
        self.at += count;
        Some(both >> (16 - bit - count) & ((1 << count) - 1))
    }

    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        let end = self.at.checked_add(count)?;
        (end <= self.bytes.len() * 8).then(|| self.at = end)
    }

    /// Reads zero bits and the 1 that ends them (unary code); returns the number of zeros.
    pub(super) fn zeros(&mut self) -> Option<usize> {
        let start = self.at;
        loop {
            let left = *self.bytes.get(self.at / 8)? << (self.at % 8);
            if left != 0 {
                self.at += usize::try_from(left.leading_zeros()).ok()? + 1;
                return Some(self.at - start - 1);
            }
            self.at = (self.at / 8 + 1) * 8;
        }
    }

    /// The offset of the next whole byte.
    pub(super) fn byte(&self) -> usize {
        self.at.div_ceil(8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_cross_byte_boundaries() {
        let mut bits = Bits::new(&[0xFF, 0b1010_0000, 0b0000_0001, 0x80], 1);
        assert_eq!(bits.take(3), Some(0b101));
        assert_eq!((bits.zeros(), bits.byte()), (Some(12), 3));
        assert_eq!(bits.take(8), Some(0x80));
        assert_eq!((bits.take(1), bits.zeros(), bits.skip(1)), (None, None, None));
        let mut bits = Bits::new(&[0b0000_1111, 0b1110_0000], 0);
        assert_eq!((bits.skip(4), bits.take(7), bits.take(8)), (Some(()), Some(0x7F), None));
    }
}
