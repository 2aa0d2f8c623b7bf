//! The words that everything else is spoken in: paths, sources, dates, hashes, diagnostics.

pub mod change;
pub mod character;
pub mod codes;
pub mod date;
pub mod diagnostic;
pub mod hash;
pub mod headers;
pub mod marks;
pub mod output;
pub mod paper;
pub mod path;
pub mod picture;
pub mod policy;
pub mod source;

pub use change::{Change, Content, Flaw};
pub use codes::Code;
pub use date::{Date, Deadline, Every, Zone};
pub use diagnostic::{Diagnostic, Note, Severity};
pub use hash::Hash;
pub use output::{Body, Output};
pub use paper::{Fault, Remake, Tells};
pub use path::{Role, SourcePath, UrlPath, composed};
pub use picture::{Picture, PictureFormat, PixelFacts, Rendition, RenditionFormat, Tone};
pub use source::{Source, Span};
