//! How many bytes a feed has room for.

use std::collections::BTreeSet;

use crate::document::Document;
use crate::site::Entry;

/// What a feed has room for. Each story stands in several feeds, in two notations: what grows in
/// them stands there with its beginning only.
pub(super) struct FeedBudget {
    bytes: usize,
    /// For stories that become more than their text.
    more: usize,
}

/// What one picture takes; its file has more bytes.
const PICTURE: usize = 700;
/// More pictures of a story count as its text does.
const PICTURES: usize = 40;

impl Default for FeedBudget {
    fn default() -> FeedBudget {
        FeedBudget { bytes: 1_000_000, more: 16_000 }
    }
}

impl FeedBudget {
    /// Whether a story that takes so many bytes still fits in whole.
    pub(super) fn takes(&mut self, entry: &Entry, document: &Document, bytes: usize) -> bool {
        let own = document.length;
        let story = entry.story();
        let photos = story.iter().flat_map(|story| &story.photos).map(|photo| &photo.file.id);
        let images = document.facts.images.iter();
        let pictures: BTreeSet<&String> = photos.chain(images).take(PICTURES).collect();
        let more = bytes.saturating_sub(own + own / 4 + pictures.len() * PICTURE);
        let fits = bytes <= self.bytes && more <= self.more;
        if fits {
            (self.bytes, self.more) = (self.bytes - bytes, self.more - more);
        }
        fits
    }
}

/// Bytes of a text between quotes.
pub(super) fn in_json(text: &str) -> usize {
    text.bytes().map(|byte| if matches!(byte, b'"' | b'\\' | b'\n') { 2 } else { 1 }).sum()
}
