//! What is published at one address.

use super::{Hash, Rendition, SourcePath};

/// What is published at one address. Equal hashes mean that readers get equal bytes.
#[derive(Clone, Debug)]
pub struct Output {
    pub media_type: &'static str,
    pub body: Body,
    pub hash: Hash,
}

/// The bytes themselves, or what `io` needs to know to read or make them.
#[derive(Clone, Debug)]
pub enum Body {
    Bytes(Vec<u8>),
    /// A photo of the project in one of its sizes, made from its pixels without metadata.
    Photo {
        path: SourcePath,
        /// The hash of the file when the snapshot was made.
        source: Hash,
        rendition: Rendition,
    },
    /// A drawing (SVG) of the project, cleaned of scripts, references to other hosts and metadata.
    Drawing {
        path: SourcePath,
        source: Hash,
    },
    /// A video or sound file (its ending says which) of the project, cleaned of metadata.
    Recording {
        path: SourcePath,
        source: Hash,
    },
    /// A file of the project, published unchanged.
    File(SourcePath),
}

/// The order of publishing: first what pages load, then pages, then what leads to them. So no
/// reader follows a link to a page that is missing or lacks its styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What pages load or link to: styles, photos, documents.
    Files,
    /// Pages that show one text each.
    Pages,
    /// Home, lists, feeds, the sitemap.
    Entrances,
}

impl Stage {
    /// All stages, in the order of publishing.
    pub const ALL: &'static [Stage] = &[Stage::Files, Stage::Pages, Stage::Entrances];
}

impl Output {
    pub fn bytes(media_type: &'static str, bytes: impl Into<Vec<u8>>) -> Output {
        let bytes = bytes.into();
        Output { media_type, hash: Hash::quick(&bytes), body: Body::Bytes(bytes) }
    }
}
