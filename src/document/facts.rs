//! The facts of a file: what the site, the routes and the checks may depend on.

use super::allowance::Allowance;
use crate::base::identity::phones::Number;
use crate::base::{Anchor, At, SourcePath};
pub(crate) use crate::document::described::DescribedPicture;
use crate::document::kinds::table::Id;
use crate::document::kinds::{Kind, Meta};
use crate::document::markdown::{LinkKind, OtherId};

/// The facts of a file. If only other things in a file change, only the pages that show its words
/// can differ.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Facts {
    pub(crate) path: SourcePath,
    pub(crate) kind: Kind,
    /// What it is meant to be, where its folder makes another kind of it: a person in `Mennesker/`.
    pub(crate) meant: Option<Kind>,
    /// Its path in `content/` without ending and language: `faq/bad-spelling`.
    pub(crate) name: String,
    /// The language of its text.
    pub(crate) language: String,
    pub(crate) meta: Meta,
    /// Ids of the headings of its text, in order.
    pub(crate) headings: Vec<String>,
    /// Ids from raw HTML, with their prefix: links may lead to them too.
    pub(crate) raw_ids: Vec<String>,
    /// By which other names its headings may be called.
    pub(crate) other_ids: Vec<OtherId>,
    pub(crate) links: Vec<Link>,
    /// The paths of the pictures in its text, as they are written there.
    pub(crate) images: Vec<String>,
    /// Its pictures, those of its fields too, with what is said of each.
    pub(crate) described: Vec<DescribedPicture>,
    /// What its author wrote as a link of a wiki, which is none here.
    pub(crate) wiki_links: Vec<WikiLink>,
    /// The telephone numbers in it.
    pub(crate) phones: Phones,
    /// Whether all its fields could be read. Only then is a field that was not found really
    /// missing.
    pub(crate) is_sound: bool,
    /// Whether it says of itself that it belongs to the example.
    pub(crate) is_example: bool,
}

/// A link of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Decoded, without control characters.
    pub(crate) destination: String,
    pub(crate) kind: LinkKind,
}

/// The telephone numbers of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Phones {
    /// Of the handbook and of people's own files: everybody may know them.
    Known(Vec<Number>),
    /// Of what colleagues tell: each with whether it says why it may stand there.
    Told(Vec<(Number, Allowance)>),
}

/// `[[Page#Heading|words]]` in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WikiLink {
    /// As it was typed, with its brackets.
    pub(crate) typed: String,
    /// The file that it means, as it would be called beside the text, and the place in it.
    pub(crate) destination: String,
    pub(crate) words: String,
}

impl Facts {
    /// The place to report for something that is missing.
    pub(crate) fn top(&self) -> Anchor {
        self.anchor(At::Top)
    }

    /// The value of a field, for what is told by the name of the field (`NAMED` in `src/document/field_places.rs`).
    pub(crate) fn named(&self, field: &'static str) -> Anchor {
        self.anchor(At::Named(field))
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

    /// The links of a wiki in its text, each with its place.
    pub(crate) fn wiki_links(&self) -> impl Iterator<Item = (&WikiLink, At)> {
        self.wiki_links.iter().zip((0..).map(At::WikiLink))
    }

    /// The telephone numbers that colleagues tell, each with its place.
    pub(crate) fn told_phones(&self) -> impl Iterator<Item = (&Number, Allowance, At)> {
        let told = match &self.phones {
            Phones::Known(_) => &[][..],
            Phones::Told(told) => told,
        };
        told.iter().zip((0..).map(At::Phone)).map(|((number, said), at)| (number, *said, at))
    }

    /// The id by which fields name people, themes and events: the name without the folder of its
    /// kind, so that no two have the same. For other texts, the last part of the name.
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
