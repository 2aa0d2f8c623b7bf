//! What of a file the site, the routes and the checks may depend on.

use crate::base::{Anchor, At, SourcePath};
use crate::document::kinds::table::Id;
use crate::document::kinds::{Kind, Meta};
use crate::document::markdown::LinkKind;

/// The facts of a file. Two files with the same facts are the same for everything but the pages
/// that show their words, whatever else is written in them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Facts {
    pub(crate) path: SourcePath,
    pub(crate) kind: Kind,
    /// Its path in `content/` without ending and language: `faq/bad-spelling`.
    pub(crate) name: String,
    /// The language of its text.
    pub(crate) language: String,
    pub(crate) meta: Meta,
    /// Ids of the headings of its text, in order.
    pub(crate) headings: Vec<String>,
    /// Ids that raw HTML brought, with their prefix: a link may lead there too.
    pub(crate) raw_ids: Vec<String>,
    pub(crate) links: Vec<Link>,
    /// Where the pictures of its text lie, as they are named there.
    pub(crate) images: Vec<String>,
    /// Whether all of its fields could be read, so that it lacks what is not found in them.
    pub(crate) is_sound: bool,
}

/// A link of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Decoded, without control characters.
    pub(crate) destination: String,
    pub(crate) kind: LinkKind,
}

impl Facts {
    /// The place of what is missing.
    pub(crate) fn top(&self) -> Anchor {
        self.anchor(At::Top)
    }

    pub(crate) fn anchor(&self, at: At) -> Anchor {
        Anchor { path: self.path.clone(), at }
    }

    /// The links of its text, each with its place.
    pub(crate) fn links(&self) -> impl Iterator<Item = (&Link, At)> {
        self.links.iter().zip((0..).map(At::Link))
    }

    /// The pictures of its text, each with its place.
    pub(crate) fn images(&self) -> impl Iterator<Item = (&str, At)> {
        self.images.iter().map(String::as_str).zip((0..).map(At::Image))
    }

    /// The id by which people, themes and events are called: the name without their folder, so
    /// that no two have the same. For other texts the last part of the name.
    pub(crate) fn id(&self) -> &str {
        let parts = match self.kind.row().id {
            Id::WithoutFolder => self.name.split_once('/'),
            Id::LastPart => self.name.rsplit_once('/'),
        };
        parts.map_or(&self.name, |(_, id)| id)
    }

    pub(crate) fn is_translation(&self) -> bool {
        self.meta.translation().is_some()
    }
}
