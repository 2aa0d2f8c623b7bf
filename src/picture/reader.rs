//! Bytes taken from the front, never beyond the end.

/// What an author is told about a file that stops before its format does.
const CUT_SHORT: &str =
    "the file ends too early: copy it again, or save it again in the program that made it";

/// What is still to be read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { rest: bytes }
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], String> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(CUT_SHORT)?;
        self.rest = rest;
        Ok(taken)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], String> {
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or(CUT_SHORT)?;
        self.rest = rest;
        Ok(*taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, String> {
        Ok(self.array::<1>()?[0])
    }

    /// Everything before the first place where `ends` holds; that place is not taken.
    /// `ends` sees what is left, and is asked only where `first` stands.
    pub(super) fn take_until(
        &mut self,
        first: u8,
        mut ends: impl FnMut(&[u8]) -> bool,
    ) -> Result<&'a [u8], String> {
        let mut from = 0;
        while let Some(found) = self.rest[from..].iter().position(|byte| *byte == first) {
            if ends(&self.rest[from + found..]) {
                return self.take(from + found);
            }
            from += found + 1;
        }
        Err(CUT_SHORT.into())
    }

    pub(super) fn is_empty(self) -> bool {
        self.rest.is_empty()
    }
}
