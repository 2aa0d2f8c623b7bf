//! Lines and columns of byte ranges: where the lines of a file begin is found once a file.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::base::identity;
use crate::base::{SourcePath, Span};

/// The files of a report, each read when it is first needed.
pub(crate) struct FileTexts<'a> {
    text_of: &'a dyn Fn(&SourcePath) -> Option<Arc<str>>,
    read: BTreeMap<SourcePath, Option<Arc<Lines>>>,
}

/// A text with the bytes at which its lines begin.
pub(super) struct Lines {
    pub(crate) text: Arc<str>,
    starts: Vec<usize>,
    /// Hides what no report repeats.
    mask: fn(&str) -> String,
}

/// A span with all that is known of its place.
pub(super) struct LineRange {
    pub(crate) lines: Arc<Lines>,
    /// Inside the text, at the borders of characters.
    pub(crate) range: Range<usize>,
    pub(crate) start: Position,
    pub(crate) end: Position,
}

/// Line and column, both counted from 1; a column counts characters, as editors do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl<'a> FileTexts<'a> {
    pub(crate) fn new(text_of: &'a dyn Fn(&SourcePath) -> Option<Arc<str>>) -> FileTexts<'a> {
        FileTexts { text_of, read: BTreeMap::new() }
    }

    /// `None` if the whole file is meant or its text cannot be read.
    pub(super) fn place(&mut self, span: &Span) -> Option<LineRange> {
        let range = span.range.clone()?;
        let text_of = self.text_of;
        let lines = self
            .read
            .entry(span.path.clone())
            .or_insert_with(|| {
                text_of(&span.path).map(|text| Arc::new(Lines::new(text, &span.path)))
            })
            .clone()?;
        let start = border(&lines.text, range.start);
        let end = border(&lines.text, range.end).max(start);
        let (from, to) = (lines.position(start), lines.position(end));
        Some(LineRange { lines, range: start..end, start: from, end: to })
    }
}

impl Lines {
    fn new(text: Arc<str>, path: &SourcePath) -> Lines {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(breaks).collect();
        Lines { text, starts, mask: identity::mask_of(path) }
    }

    /// A mark of byte order counts as nothing: editors do not show it.
    fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let before = &self.text[self.starts[line - 1]..offset];
        let before = before.strip_prefix('\u{feff}').unwrap_or(before);
        Position { line, column: before.chars().count() + 1 }
    }

    /// A line as a report may repeat it, as long as it is.
    pub(super) fn shown(&self, line: Range<usize>) -> String {
        (self.mask)(&self.text[line])
    }

    /// The bytes of line `number`, counted from 1, without its line break.
    pub(super) fn line(&self, number: usize) -> Range<usize> {
        let start = self.starts.get(number - 1).copied().unwrap_or(self.text.len());
        let end = self.starts.get(number).map_or(self.text.len(), |next| next - 1);
        let line = &self.text[start..end.max(start)];
        start..start + line.strip_suffix('\r').unwrap_or(line).len()
    }
}

/// The border of a character at or before `offset`; beyond the end counts as the end.
fn border(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path() -> SourcePath {
        SourcePath::new("content/a.md").expect("a path inside")
    }

    #[test]
    fn every_offset_stands_where_counting_from_the_top_finds_it() {
        let text = "æøå\r\n\n\tto: å!\nend";
        let lines = Lines::new(text.into(), &path());
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..offset];
            let line_start = before.rfind('\n').map_or(0, |at| at + 1);
            let line = before.matches('\n').count() + 1;
            let column = before[line_start..].chars().count() + 1;
            assert_eq!(lines.position(offset), Position { line, column }, "{offset}");
        }
    }

    #[test]
    fn lines_end_before_their_break() {
        let lines = Lines::new("\u{feff}a\r\n\nlast".into(), &path());
        let all: Vec<&str> = (1..=4).map(|n| &lines.text[lines.line(n)]).collect();
        assert_eq!(all, ["\u{feff}a", "", "last", ""]);
        assert_eq!(lines.position(4), Position { line: 1, column: 2 });
    }
}
