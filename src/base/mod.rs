//! The types that all other rooms use: paths, sources, dates, hashes, diagnostics.

pub(crate) mod anchor;
pub(crate) mod archive;
pub(crate) mod change;
pub(crate) mod character;
pub(crate) mod codes;
pub(crate) mod crc32;
pub mod date;
pub mod diagnostic;
pub(crate) mod escape;
pub(crate) mod hash;
pub(crate) mod headers;
pub(crate) mod identity;
pub(crate) mod marks;
pub(crate) mod media_type;
pub(crate) mod output;
pub(crate) mod paper;
pub(crate) mod path;
pub(crate) mod pattern;
pub(crate) mod percent;
pub(crate) mod picture;
pub(crate) mod policy;
pub(crate) mod source;

pub(crate) use anchor::{Anchor, At, Places};
pub use change::{Change, Content, Flaw, TextsOutside};
pub use codes::Code;
pub use date::Date;
pub(crate) use date::{Deadline, Zone};
pub(crate) use diagnostic::Finding;
pub use diagnostic::{Diagnostic, Note, Severity};
pub use hash::Hash;
pub use output::{Body, Output, Stage};
pub use paper::{Fault, Remake, Tells};
pub(crate) use path::{Role, composed};
pub use path::{SourcePath, UrlPath};
pub use picture::{Picture, PictureFormat, PixelFacts, Rendition, RenditionFormat, Tone};
pub use source::{Source, Span};
