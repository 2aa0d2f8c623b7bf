//! A file's text and places in it.

use std::ops::Range;
use std::sync::Arc;

use super::SourcePath;

/// A text file of the project, as it was read.
#[derive(Clone, Debug)]
pub struct Source {
    pub(crate) path: SourcePath,
    pub(crate) text: Arc<str>,
}

impl Source {
    pub fn new(path: SourcePath, text: impl Into<Arc<str>>) -> Source {
        Source { path, text: text.into() }
    }

    /// The text without the byte order mark with which some editors on Windows begin a file.
    pub(crate) fn without_mark(text: &Arc<str>) -> Arc<str> {
        text.strip_prefix('\u{FEFF}').map_or_else(|| text.clone(), Arc::from)
    }

    /// A span of this file; the range counts bytes of the whole file.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        Span { path: self.path.clone(), range: Some(range) }
    }
}

/// A place: a file, and in it a range of bytes of the whole file, front matter included. Lines and
/// columns are calculated only when a report is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub path: SourcePath,
    /// `None` where the whole file is meant, or its text cannot be read.
    pub range: Option<Range<usize>>,
}

impl Span {
    /// The file as a whole.
    pub fn file(path: SourcePath) -> Span {
        Span { path, range: None }
    }
}
