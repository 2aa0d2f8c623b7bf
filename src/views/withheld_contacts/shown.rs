//! A line of a text as readers see it, with where each of its letters stands in the text: without
//! tags within the line, without signs that show nothing, and with one space for several.

use std::ops::Range;

use super::{Marks, Spelled, tag_at};
use crate::views::letters::{Seen, first_in, typed_tag};
use crate::views::tag_balance::{self, TagBalance};

/// The longest comment that is passed over in the words of an author.
const LONGEST_COMMENT: usize = 200;

#[derive(Default)]
pub(super) struct Shown {
    pub(super) said: String,
    /// For every byte of `said`.
    places: Vec<Range<usize>>,
    tags: Vec<Range<usize>>,
    /// Where tags stand in `said`.
    breaks: Vec<usize>,
}

impl Shown {
    /// Takes all lines of a text, one after the other.
    pub(super) fn each_line(text: &str, marks: Marks, mut take: impl FnMut(&Shown)) {
        Shown::lines_of(text, 0..text.len(), marks, &mut take);
    }

    fn lines_of(text: &str, within: Range<usize>, marks: Marks, take: &mut dyn FnMut(&Shown)) {
        let (mut line, mut at) = (Shown::default(), within.start);
        while let Some((seen, length)) = sign(&text[at..within.end], marks) {
            let place = at..at + length;
            at = place.end;
            match seen {
                Sign::End => take(&std::mem::take(&mut line)),
                Sign::Tag => {
                    line.breaks.push(line.said.len());
                    line.tags.push(place);
                }
                Sign::Break => {
                    line.breaks.push(line.said.len());
                    // What is shown as it was typed is read as well.
                    if typed_tag(&text[place.clone()]).is_some() {
                        let typed = place.start + "&lt;".len()..place.end - "&gt;".len();
                        Shown::lines_of(text, typed, marks, take);
                    }
                }
                Sign::Seen(Seen::Letter(c, mark)) => {
                    line.push(c, &place);
                    mark.iter().for_each(|mark| line.push(*mark, &place));
                }
                Sign::Seen(Seen::Hyphen) => {
                    // A dash between words is no sign of an address.
                    let is_dash = text[place.clone()].starts_with(['–', '—', '―']);
                    line.push(if is_dash { '—' } else { '-' }, &place);
                }
                Sign::Seen(Seen::Apostrophe) => line.push('\'', &place),
                Sign::Seen(Seen::Other(c)) => line.push(c, &place),
                Sign::Seen(Seen::Blank) => {
                    if tag_balance::name(&text[place.clone()]) == "br" {
                        line.tags.push(place.clone());
                    }
                    if !line.said.ends_with(' ') {
                        line.push(' ', &place);
                    }
                }
                Sign::Seen(Seen::Tag | Seen::TypedTag | Seen::Nothing) => {}
            }
        }
        take(&line);
    }

    fn push(&mut self, c: char, place: &Range<usize>) {
        self.said.push(c);
        self.places.resize(self.said.len(), place.clone());
    }

    /// The line as a whole, and what stands between its tags: words may be parted by one, or by
    /// nothing else.
    pub(super) fn parts(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let starts = std::iter::once(0).chain(self.breaks.iter().copied());
        let ends = self.breaks.iter().copied().chain([self.said.len()]);
        let between = starts.zip(ends).map(|(start, end)| start..end);
        let between = between.filter(|part| !part.is_empty() && !self.breaks.is_empty());
        std::iter::once(0..self.said.len()).chain(between)
    }

    /// Where this stands in the text.
    pub(super) fn place(&self, range: Range<usize>) -> Range<usize> {
        self.places[range.start].start..self.places[range.end - 1].end
    }

    /// What stands at this place of the text, with the tags in it that must stay.
    pub(super) fn spelled(&self, text: &str, place: Range<usize>, of: Option<usize>) -> Spelled {
        let from = self.tags.partition_point(|tag| tag.start < place.start);
        let within = self.tags[from..].iter().take_while(|tag| tag.start < place.end);
        let mut tags = TagBalance::of(within.map(|tag| &text[tag.clone()]));
        let end = tags.closed(text, place.end);
        Spelled { range: place.start..end, tags: tags.kept(""), of }
    }
}

/// What a line is made of.
enum Sign {
    Seen(Seen),
    /// A tag within the line.
    Tag,
    /// A tag or a comment that is shown as it was typed.
    Break,
    /// Markup that ends the line.
    End,
}

/// What the text begins with, and its length.
fn sign(text: &str, marks: Marks) -> Option<(Sign, usize)> {
    let (seen, length) = first_in(text, marks)?;
    if let Some(length) = tag_at(text, marks) {
        let sign = match seen {
            Seen::Tag => Sign::Tag,
            Seen::Blank if tag_balance::name(&text[..length]) == "br" => Sign::Seen(seen),
            _ => Sign::End,
        };
        return Some((sign, length));
    }
    if text.starts_with("<!--") {
        let near = &text.as_bytes()[..text.len().min(LONGEST_COMMENT)];
        let end = near.windows(3).position(|it| it == b"-->");
        return Some(end.map_or((Sign::Seen(Seen::Other('<')), 1), |end| (Sign::Break, end + 3)));
    }
    Some(match seen {
        // Which is kept, as the author typed it.
        Seen::Blank if text.starts_with('<') => (Sign::Seen(Seen::Other('<')), 1),
        Seen::Tag | Seen::TypedTag => (Sign::Break, length),
        Seen::Nothing if text.starts_with('*') => (Sign::Seen(Seen::Other('*')), length),
        _ => (Sign::Seen(seen), length),
    })
}
