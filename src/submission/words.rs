//! The words that somebody sent, taken apart.

/// The parts of a text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Words {
    /// The lines between `---` and `---`.
    pub(super) fields: String,
    pub(super) title: Option<String>,
    /// The title as it stood above the words, as Markdown: another one may be chosen.
    pub(super) titled: String,
    /// Markdown.
    pub(super) body: String,
}
