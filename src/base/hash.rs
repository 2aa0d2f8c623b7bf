//! Content hashes. Equal bytes are the only way in which the program knows what has not changed.
//!
//! What others send is hashed with BLAKE3, so that nobody can make two files with one hash. What
//! the program itself wrote is hashed with xxh3, which is five times as fast, because it is
//! compared only with what the program wrote before.

use std::fmt;

use xxhash_rust::xxh3::xxh3_128;

/// 128 bits. Except for `quick`, they are of BLAKE3, which also shows a difference that somebody
/// tries to hide. A hash does not say who made the bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(u128);

/// Hashes what comes in pieces.
#[derive(Default)]
pub(crate) struct Hasher(blake3::Hasher);

impl Hash {
    pub fn of(bytes: &[u8]) -> Hash {
        Hash::cut(blake3::hash(bytes))
    }

    /// For bytes that the program made itself: xxh3, which shows a difference unless somebody tries
    /// to hide it.
    pub(crate) fn quick(bytes: &[u8]) -> Hash {
        Hash(xxh3_128(bytes))
    }

    fn cut(hash: blake3::Hash) -> Hash {
        let half = hash.as_bytes().first_chunk().expect("a hash has 32 bytes");
        Hash(u128::from_be_bytes(*half))
    }

    /// The first ten hexadecimal digits: enough to name one version of an asset.
    pub fn short(self) -> String {
        format!("{:032x}", self.0)[..10].to_owned()
    }

    /// Reads what `Display` wrote.
    pub(crate) fn parse(text: &str) -> Option<Hash> {
        (text.len() == 32).then(|| u128::from_str_radix(text, 16).ok()).flatten().map(Hash)
    }
}

impl Hasher {
    pub(crate) fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The same as `Hash::of` all pieces together.
    pub(crate) fn finish(&self) -> Hash {
        Hash::cut(self.0.finalize())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_hash_can_be_read_back() {
        let hash = Hash::of(b"a story");
        assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
        assert_eq!(Hash::parse("short"), None);
        assert_eq!(hash.short().len(), 10);
    }

    #[test]
    fn pieces_hash_like_the_whole() {
        let mut hasher = Hasher::default();
        hasher.update(b"a st");
        hasher.update(b"ory");
        assert_eq!(hasher.finish(), Hash::of(b"a story"));
    }
}
