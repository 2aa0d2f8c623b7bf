//! Joins neighbouring pieces of text into a run, and knows the place of each byte in the source.

use std::borrow::Cow;
use std::ops::Range;

/// Joined text. What the parser splits (`a_b`, `x &amp; y`) is whole again, for the rules of links
/// and quotation marks.
#[derive(Debug, Default)]
pub(super) struct Run<'a> {
    /// The parser's own text, copied only if the run has several pieces that do not touch.
    pub(super) text: Cow<'a, str>,
    segments: Vec<Segment>,
}

#[derive(Debug)]
struct Segment {
    /// Where the segment begins in the run.
    at: usize,
    source: Range<usize>,
    /// Whether the bytes are the same here and in the source: neither an entity nor escaped by `\`.
    typed: bool,
}

impl<'a> Run<'a> {
    /// `source` is the whole Markdown text, `range` where `text` stands in it.
    pub(super) fn push(&mut self, source: &'a str, text: &'a str, range: Range<usize>) {
        if text.is_empty() {
            return;
        }
        // Text that the parser did not change is a part of the source itself, so bytes need not be
        // compared.
        let typed = source
            .get(range.clone())
            .is_some_and(|there| std::ptr::eq(there, text) || there == text);
        let escaped = typed && source[..range.start].ends_with('\\');
        let first = text.chars().next().map_or(0, char::len_utf8);
        if escaped {
            self.segment(source, &text[..first], range.start..range.start + first, false);
            self.segment(source, &text[first..], range.start + first..range.end, true);
        } else {
            self.segment(source, text, range, typed);
        }
    }

    fn segment(&mut self, source: &'a str, text: &'a str, range: Range<usize>, typed: bool) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        match self.segments.last_mut() {
            Some(last) if last.typed && typed && last.source.end == range.start => {
                last.source.end = range.end;
            }
            _ => self.segments.push(Segment { at, source: range, typed }),
        }
        match (&mut self.text, self.segments.as_slice()) {
            (whole, _) if at == 0 => *whole = Cow::Borrowed(text),
            // All of it is one part of the source.
            (whole @ Cow::Borrowed(_), [only]) => {
                *whole = Cow::Borrowed(&source[only.source.clone()]);
            }
            (whole, _) => whole.to_mut().push_str(text),
        }
    }

    /// The place in the source of a range of the run.
    pub(super) fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self.find(range.start).map_or(0, |segment| match segment.typed {
            true => segment.source.start + (range.start - segment.at),
            false => segment.source.start,
        });
        let last = range.end.saturating_sub(1).max(range.start);
        let end = self.find(last).map_or(start, |segment| match segment.typed {
            true => (segment.source.start + (range.end - segment.at)).min(segment.source.end),
            false => segment.source.end,
        });
        start..end.max(start)
    }

    /// Whether the byte is the same in the source.
    pub(super) fn is_typed(&self, at: usize) -> bool {
        self.find(at).is_some_and(|segment| segment.typed)
    }

    fn find(&self, at: usize) -> Option<&Segment> {
        let after = self.segments.partition_point(|segment| segment.at <= at);
        self.segments.get(after.checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_byte_maps_to_its_position_in_the_source() {
        let source = "x &amp; \\*y z";
        let mut run = Run::default();
        run.push(source, "x ", 0..2);
        run.push(source, "&", 2..7);
        run.push(source, " ", 7..8);
        run.push(source, "*y z", 9..13);
        assert_eq!(run.text, "x & *y z");
        assert_eq!(run.source(0..1), 0..1);
        assert_eq!(run.source(2..3), 2..7);
        assert_eq!(run.source(0..6), 0..11);
        let typed: Vec<bool> = (0..8).map(|at| run.is_typed(at)).collect();
        assert_eq!(typed, [true, true, false, true, false, true, true, true]);
    }
    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_run_is_its_pieces_joined(
            source in "[a-c&*\\\\]{0,30}",
            pieces in prop::collection::vec((0_usize..6, any::<bool>()), 0..8),
        ) {
            let mut run = Run::default();
            let (mut joined, mut at) = (String::new(), 0);
            for (length, skips) in pieces {
                let start = (at + usize::from(skips)).min(source.len());
                let end = (start + length).min(source.len());
                let text = if skips && length == 3 { "&" } else { &source[start..end] };
                run.push(&source, text, start..end);
                joined.push_str(text);
                at = end;
            }
            prop_assert_eq!(&*run.text, joined.as_str());
        }
    }
}
