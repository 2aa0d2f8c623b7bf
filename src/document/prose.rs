//! What of a file only pages and cards show.

use crate::document::kinds::MetaProse;
use crate::document::markdown::Html;

/// The words of a file: no address, no order and no check depends on them.
#[derive(Clone, Debug)]
pub(crate) struct Prose {
    pub(crate) fields: MetaProse,
    pub(crate) html: Html,
    /// The headings whose ids are among the facts, at the same places.
    pub(crate) headings: Vec<Heading>,
    /// The pictures that are among the facts, at the same places.
    pub(crate) images: Vec<Image>,
    /// The beginning of the text without code blocks, a block a line: as much as a card can show.
    pub(crate) lead: Box<str>,
    pub(crate) words: usize,
    /// The first paragraph as plain text, at most 240 characters, ending with a whole word.
    pub(crate) excerpt: String,
}

/// A heading as it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    /// 2 to 6, without jumps, whatever was written.
    pub(crate) level: u8,
    pub(crate) text: String,
}

/// What is said of a picture.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    pub(crate) alt: String,
    pub(crate) title: String,
    /// It is all that its paragraph holds, and becomes a figure.
    pub(crate) alone: bool,
}
