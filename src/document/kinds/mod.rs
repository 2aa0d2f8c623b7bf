//! The kinds of content, one file each: what they may say about themselves. What else is known of
//! each stands in `table.rs`, and what all of them are asked for in `metadata.rs`.

pub(crate) mod digest;
pub(crate) mod faq;
pub(crate) mod guideline;
pub(crate) mod metadata;
pub(crate) mod opportunity;
pub(crate) mod page;
pub(crate) mod person;
pub(crate) mod story;
pub(crate) mod table;
pub(crate) mod talk;
pub(crate) mod theme;
pub(crate) mod training;
pub(crate) mod translation;

use std::ops::Range;

pub(crate) use digest::Digest;
pub(crate) use faq::Faq;
pub(crate) use guideline::Guideline;
pub(crate) use metadata::{Metadata, ProseFields};
pub(crate) use opportunity::Opportunity;
pub(crate) use page::Page;
pub(crate) use person::Person;
pub(crate) use story::Story;
pub(crate) use table::for_each_kind;
pub(crate) use talk::Talk;
pub(crate) use theme::Theme;
pub(crate) use training::Training;
pub(crate) use translation::Translation;

use crate::base::SourcePath;
use crate::data::fields::{FieldList, read_tree};
use crate::data::split::{HasProse, Split};
use crate::data::{Field, Reader, Tree};

macro_rules! kinds {
    ($( $Kind:ident $name:ident in $folder:literal by $view:path $(, $list:path)? { $($row:tt)* } )*) => {
        /// What a document is, by its folder.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $( $Kind, )* }

        /// The facts that a document's fields say.
        #[derive(Clone, Debug, PartialEq)]
        pub(crate) enum Meta {
            $( $Kind(Box<$Kind>), )*
            /// The same text in another language: what it does not say, the original says.
            Translation(Box<Translation>),
        }

        /// The prose of a document's fields.
        #[derive(Clone, Debug)]
        pub(crate) enum MetaProse {
            $( $Kind(Box<<$Kind as HasProse>::Prose>), )*
            Translation(Box<<Translation as HasProse>::Prose>),
        }

        impl Kind {
            pub const ALL: &'static [Kind] = &[ $( Kind::$Kind, )* ];

            pub fn fields(self) -> &'static [Field] {
                match self { $( Kind::$Kind => Split::<$Kind>::FIELDS, )* }
            }

            pub(crate) fn read(
                self,
                tree: &Tree,
                whole: &Range<usize>,
                reader: &mut Reader<'_>,
            ) -> (Meta, MetaProse) {
                match self {
                    $( Kind::$Kind => {
                        let Split { facts, prose } = read_tree(tree, whole, reader);
                        (Meta::$Kind(Box::new(facts)), MetaProse::$Kind(Box::new(prose)))
                    } )*
                }
            }
        }

        impl Meta {
            /// What it says, whatever its kind.
            pub(crate) fn common(&self) -> &dyn Metadata {
                match self {
                    $( Meta::$Kind(fields) => &**fields, )*
                    Meta::Translation(fields) => &**fields,
                }
            }

            $( pub(crate) fn $name(&self) -> Option<&$Kind> {
                if let Meta::$Kind(fields) = self { Some(fields) } else { None }
            } )*
        }

        impl MetaProse {
            /// What it says, whatever its kind.
            pub(crate) fn common(&self) -> &dyn ProseFields {
                match self {
                    $( MetaProse::$Kind(fields) => &**fields, )*
                    MetaProse::Translation(fields) => &**fields,
                }
            }
        }

        $( impl KindProse for $Kind {
            fn of(all: &MetaProse) -> Option<&Self::Prose> {
                if let MetaProse::$Kind(fields) = all { Some(fields) } else { None }
            }
        } )*
    };
}
for_each_kind!(kinds);

impl Kind {
    /// The kind of a file of `content/`, by its folder.
    pub(crate) fn of(path: &SourcePath) -> Kind {
        let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let folder = inside.split_inclusive('/').next().unwrap_or_default();
        // The page that opens a folder (`index.md`) is a page, whatever the folder holds.
        let opens = inside.matches('/').count() == 1
            && matches!(path.file_name().split('.').next(), Some("index" | "_index"));
        let mut kinds = Kind::ALL.iter().copied();
        let own = kinds.find(|kind| !opens && kind.row().inside == folder);
        own.unwrap_or(Kind::Page)
    }

    /// The name for people and for codes.
    pub(crate) fn word(self) -> &'static str {
        self.row().word
    }

    /// The folder of `content/` that holds it, as authors are told.
    pub fn folder(self) -> &'static str {
        self.row().folder
    }

    /// The same below `content/`; empty for pages.
    pub(crate) fn inside(self) -> &'static str {
        self.row().inside
    }

    /// Employees write these: nothing in them is trusted, and no word is touched.
    pub(crate) fn is_submitted(self) -> bool {
        self.row().is_submitted
    }
}

/// The fields of a translation, whatever the kind of its original.
pub(crate) fn translation_fields() -> &'static [Field] {
    Split::<Translation>::FIELDS
}

/// Reads the fields of a translation, whatever the kind of its original.
pub(crate) fn read_translation(
    tree: &Tree,
    whole: &Range<usize>,
    reader: &mut Reader<'_>,
) -> (Meta, MetaProse) {
    let Split { facts, prose } = read_tree(tree, whole, reader);
    (Meta::Translation(Box::new(facts)), MetaProse::Translation(Box::new(prose)))
}

/// A kind, as the owner of prose.
pub(crate) trait KindProse: HasProse {
    /// The prose of a text of this kind; `None` for one of another.
    fn of(all: &MetaProse) -> Option<&Self::Prose>;
}

impl KindProse for Translation {
    fn of(all: &MetaProse) -> Option<&Self::Prose> {
        if let MetaProse::Translation(fields) = all { Some(fields) } else { None }
    }
}

impl Meta {
    pub(crate) fn translation(&self) -> Option<&Translation> {
        if let Meta::Translation(fields) = self { Some(fields) } else { None }
    }
}

#[cfg(test)]
mod tests;
