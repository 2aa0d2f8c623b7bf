//! Markdown to HTML and to the data of a body (headings, links, images, words), in one walk.
//!
//! Whatever only the whole site knows is a hole in the HTML: addresses, pictures, words of the
//! interface. A submitted text cannot contain HTML of its own; the handbook may, as far as an
//! allow-list permits.

mod admonitions;
mod alert_kinds;
mod alerts;
mod attributes;
mod autolinks;
mod backslashes;
mod blocks;
mod bullets;
mod characters;
mod code;
mod comments;
mod cut_addresses;
mod definitions;
mod destinations;
mod excerpt;
mod footnotes;
mod foreign;
mod headings;
mod indented;
mod inline;
mod joined_lines;
mod lazy_lines;
mod line_slips;
mod links;
mod literal_signs;
mod lost_signs;
mod markup;
mod meant;
mod nearly;
mod numbered;
mod office;
mod open_macros;
mod origin;
mod other_comments;
mod pictures;
mod placeholders;
mod raw;
mod references;
mod run;
mod sanitise;
mod slug;
mod stray_stars;
mod sums;
mod tables;
mod tag_names;
mod tags;
pub(crate) mod title;
mod typed_tables;
mod typography;
mod walk;
pub(crate) mod weight;
mod wiki;
mod word_comments;
mod word_labels;
mod writer;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub(crate) use origin::OWN_DISK_HINT;
pub(crate) use slug::slug as heading_slug;

use super::highlight::Highlighter;
use crate::base::{Diagnostic, Source, Span};

/// How deeply blocks and emphasis may be nested.
pub(crate) const MAX_DEPTH: usize = 40;
/// How many headings one text may have.
pub(crate) const MAX_HEADINGS: usize = 500;

/// What the reading of a text depends on.
#[derive(Clone)]
pub(crate) struct Rules<'a> {
    pub(crate) source: &'a Source,
    /// The range of the Markdown in the file's text. Nothing is read if the file has no such range.
    pub(crate) body: Range<usize>,
    /// The heading that the page shows as its title.
    pub(crate) title: Option<title::TitleHeading>,
    pub(crate) trust: Trust,
    /// `en`, `da` or `nl`: decides the quotation marks.
    pub(crate) language: &'a str,
    pub(crate) highlighter: &'a Highlighter,
}

/// Who wrote the text, which decides what it may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Texts of the editors: raw HTML as an allow-list permits, and typographic marks.
    Handbook,
    /// Texts that anybody may submit: raw HTML is shown as text, and every character stays as it
    /// was typed.
    Submitted,
}

/// The prefix that ids in authors' raw HTML get on the page. No id of Storywall begins with it.
pub(crate) const AUTHORS_ID: &str = "user-content-";

/// What is read from a Markdown text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Body {
    pub(crate) html: Html,
    pub(crate) headings: Vec<Heading>,
    pub(crate) links: Vec<Link>,
    pub(crate) images: Vec<Image>,
    pub(crate) wiki_links: Vec<WikiLink>,
    /// Ids from raw HTML, with their prefix: links may lead to them too.
    pub(crate) raw_ids: Vec<String>,
    pub(crate) other_ids: Vec<OtherId>,
    /// The prose without code blocks, one line for each block; footnotes come last.
    pub(crate) text: String,
    pub(crate) words: usize,
    /// Whether a code block has any content.
    pub(crate) has_code: bool,
    /// The first paragraph as plain text, at most 240 characters, ending with a whole word.
    pub(crate) excerpt: String,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// HTML with holes that only the whole site can fill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Html(pub(crate) Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Raw(String),
    /// The address of a link that stays within the site, escaped, inside `href="…"`.
    Link(usize),
    /// A whole `<img>` or, if it stands alone, `<figure>`.
    Image(usize),
    /// An interface text by its key, escaped, inside an element or an attribute.
    Text(&'static str),
    /// The link beside a heading that leads to itself, by the heading's number.
    Anchor(usize),
    /// The box before a task, ticked or not.
    Task(bool),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// As shown: 2 to 6, without jumps, whatever was written.
    pub(crate) level: u8,
    pub(crate) id: String,
    pub(crate) text: String,
}

/// Another name by which links may call a heading: as GitHub makes it, or as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OtherId {
    pub(crate) id: String,
    /// Which of the headings is meant; `None` for the title.
    pub(crate) heading: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Decoded, without control characters.
    pub(crate) destination: String,
    /// Of the destination where it can be found, else of the whole link.
    pub(crate) span: Span,
    pub(crate) kind: LinkKind,
}

/// A link of a wiki, `[[Page#Heading|words]]`, which readers see as it is typed. Which page is meant,
/// only the whole site knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WikiLink {
    pub(crate) typed: String,
    /// The file, as it would be called beside this one, and the place in it.
    pub(crate) destination: String,
    pub(crate) words: String,
    pub(crate) span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkKind {
    External,
    Mail,
    Telephone,
    /// To a file of the site: a hole in the HTML.
    Internal,
    /// To a place on the same page (`#…`): a hole in the HTML.
    Fragment,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Image {
    /// A file of the site; remote pictures are refused.
    pub(crate) destination: String,
    pub(crate) alt: String,
    pub(crate) title: String,
    pub(crate) span: Span,
    /// Whether it is the only content of its paragraph, and so becomes a figure.
    pub(crate) alone: bool,
}

/// An error for each character of a part of a file that no text may hold.
pub(crate) fn unseen(source: &Source, part: Range<usize>) -> Vec<Diagnostic> {
    characters::check(source, part)
}

/// Reads one text. This cannot fail: what is wrong becomes a diagnostic, in the order of places.
pub(crate) fn parse(rules: &Rules<'_>) -> Body {
    walk::walk(rules)
}
