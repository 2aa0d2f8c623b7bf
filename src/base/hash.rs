//! Content hashes: equality of bytes is the only dependency graph of the house.
//!
//! What others send is hashed so that nobody can make two files of one hash. What the program itself
//! wrote is hashed five times as fast, for it is compared with nothing but what it wrote before.

use std::fmt;

use xxhash_rust::xxh3::xxh3_128;

/// 128 bits; but for `quick`, of BLAKE3: tells whether bytes differ, also where somebody means them to seem the same;
/// not who made them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(u128);

/// Hashes what comes in pieces.
#[derive(Default)]
pub(crate) struct Hasher(blake3::Hasher);

impl Hash {
    pub fn of(bytes: &[u8]) -> Hash {
        Hash::cut(blake3::hash(bytes))
    }

    /// Of bytes that the program made itself: xxh3, which tells whether they differ, unless somebody
    /// wanted them to seem the same.
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
    fn what_is_written_is_read_back() {
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
