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

/// When an address is put where readers see it: what pages load before them, what leads to pages
/// after them. So nobody is led to a page that is not there, or that lacks its styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What pages load or offer: styles, photos, papers.
    Files,
    /// One text each.
    Pages,
    /// Home, lists, feeds, the sitemap.
    Entrances,
}

impl Stage {
    /// In order.
    pub const ALL: &'static [Stage] = &[Stage::Files, Stage::Pages, Stage::Entrances];
}

impl Output {
    pub fn bytes(media_type: &'static str, bytes: impl Into<Vec<u8>>) -> Output {
        let bytes = bytes.into();
        Output { media_type, hash: Hash::quick(&bytes), body: Body::Bytes(bytes) }
    }
}
