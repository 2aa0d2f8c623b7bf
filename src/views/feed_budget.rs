//! Limits how many bytes a feed may have.

use std::collections::BTreeSet;

use crate::document::Document;
use crate::site::Entry;

/// How many more bytes a feed may take. Each story is in several feeds, in two formats each, so a
/// story that does not fit is shown there with its excerpt only.
pub(super) struct FeedBudget {
    bytes: usize,
    /// Bytes for stories whose HTML is larger than expected from their text and pictures.
    more: usize,
}

/// Bytes that are allowed for the HTML of one picture; the picture's file is larger.
const PICTURE: usize = 700;
/// How many pictures of a story are counted; the HTML of further ones counts against `more`.
const PICTURES: usize = 40;

impl Default for FeedBudget {
    fn default() -> FeedBudget {
        FeedBudget { bytes: 1_000_000, more: 16_000 }
    }
}

impl FeedBudget {
    /// Whether a story of so many bytes can be shown in full. If so, subtracts it from the budget.
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

/// The length of a text in a JSON string, in bytes.
pub(super) fn in_json(text: &str) -> usize {
    text.bytes().map(|byte| if matches!(byte, b'"' | b'\\' | b'\n') { 2 } else { 1 }).sum()
}
