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

    /// A span of this file; the range counts bytes of the whole file.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        Span { path: self.path.clone(), range: Some(range) }
    }
}

/// A place: a file, and in it a range of bytes of the whole file, front matter included.
/// Lines and columns are reckoned only when a report is printed.
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

/// Line and column, both counted from 1; a column counts characters, as editors do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// Where byte `offset` of `text` stands; beyond the end counts as the end.
pub(crate) fn position(text: &str, offset: usize) -> Position {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Position {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "æøå\nto: å!";
        assert_eq!(position(text, 0), Position { line: 1, column: 1 });
        assert_eq!(
            position(text, text.find('!').expect("is there")),
            Position { line: 2, column: 6 }
        );
        assert_eq!(position(text, 999), Position { line: 2, column: 7 });
    }
}
