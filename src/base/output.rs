//! What one address answers.

use super::{Hash, Rendition, SourcePath};

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
    /// A photo of the project in one of its sizes: pixels, and nothing that a camera noted.
    Photo {
        path: SourcePath,
        /// Of the file as it was when the answer was made.
        source: Hash,
        rendition: Rendition,
    },
    /// A drawing (SVG) of the project, without anything that runs, fetches or tells.
    Drawing {
        path: SourcePath,
        source: Hash,
    },
    /// A film or a sound (its ending says which) of the project, without anything that tells.
    Recording {
        path: SourcePath,
        source: Hash,
    },
    /// A file of the project as it stands.
    File(SourcePath),
}

impl Output {
    pub fn bytes(media_type: &'static str, bytes: impl Into<Vec<u8>>) -> Output {
        let bytes = bytes.into();
        Output { media_type, hash: Hash::quick(&bytes), body: Body::Bytes(bytes) }
    }
}
