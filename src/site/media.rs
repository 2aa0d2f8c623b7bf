//! Pictures and papers of `content/`: what is known of them without holding them.

use crate::base::{Content, Hash, Picture, SourcePath, UrlPath};

/// A file that pages may show or offer.
#[derive(Clone, Copy, Debug)]
pub enum Media {
    Picture(Picture),
    File { hash: Hash, size: u64 },
}

impl Media {
    /// `None` for what is no usable file.
    pub fn of(content: &Content) -> Option<Media> {
        match content {
            Content::Picture(picture) => Some(Media::Picture(*picture)),
            Content::File { hash, size } => Some(Media::File { hash: *hash, size: *size }),
            Content::Text(_) | Content::Bytes(_) | Content::Flawed(_) | Content::Gone => None,
        }
    }

    fn hash(self) -> Hash {
        match self {
            Media::Picture(picture) => picture.hash,
            Media::File { hash, .. } => hash,
        }
    }

    /// `media/stories/2026/pump-0a1b2c3d4e.jpg`: a changed file has another address.
    pub fn address(self, path: &SourcePath) -> UrlPath {
        let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let (stem, ending) = inside.rsplit_once('.').unwrap_or((inside, "bin"));
        let hash = self.hash().short();
        UrlPath::new(&format!("media/{stem}-{hash}.{}", ending.to_lowercase()))
            .expect("a source path with a hash is inside")
    }
}
