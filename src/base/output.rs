//! What one address answers.

use super::{Hash, SourcePath};

/// The answer of one address; equal hashes mean equal bytes at the reader's end.
#[derive(Clone, Debug)]
pub struct Output {
    pub media_type: &'static str,
    pub body: Body,
    pub hash: Hash,
}

/// The bytes themselves, or the words that say how the edge gets them.
#[derive(Clone, Debug)]
pub enum Body {
    Bytes(Vec<u8>),
    /// A picture of the project, without anything that tells where and when it was taken.
    Picture(SourcePath),
    /// A file of the project as it stands.
    File(SourcePath),
}

impl Output {
    pub fn bytes(media_type: &'static str, bytes: impl Into<Vec<u8>>) -> Output {
        let bytes = bytes.into();
        Output { media_type, hash: Hash::of(&bytes), body: Body::Bytes(bytes) }
    }
}
