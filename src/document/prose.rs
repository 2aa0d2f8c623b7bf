//! The prose of a file: what only its own page and cards show.

use crate::document::kinds::MetaProse;
use crate::document::markdown::Html;

/// The prose of a file: no address, order or check of the whole site depends on it.
#[derive(Clone, Debug)]
pub(crate) struct Prose {
    pub(crate) fields: MetaProse,
    pub(crate) html: Html,
    /// The headings, in the same order as their ids in the facts.
    pub(crate) headings: Vec<Heading>,
    /// The pictures, in the same order as in the facts.
    pub(crate) images: Vec<Image>,
    /// The beginning of the text without code blocks, one line for each block, as long as a card
    /// can show.
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

/// The words of a picture.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    pub(crate) alt: String,
    pub(crate) title: String,
    /// Whether it is the only content of its paragraph, and so becomes a figure.
    pub(crate) alone: bool,
}
