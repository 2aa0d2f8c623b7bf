//! Places named by what is there (a field, a link, a picture) and not by line, so that they stay
//! right when lines above them move.

use std::ops::Range;

use super::{SourcePath, Span};

/// A place in a file, by what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Anchor {
    pub(crate) path: SourcePath,
    pub(crate) at: At,
}

/// What of a file is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum At {
    /// The file as a whole.
    File,
    /// Its first line: where to point when something is missing.
    #[default]
    Top,
    /// The value of a field that remembers its place, counted from 0 in the order in which fields
    /// are declared, not in that in which they are written.
    Field(u32),
    /// A field by its name, one of a group as `consent.until`; the first line where there is none.
    Named(&'static str),
    /// A link of its text, counted from 0.
    Link(u32),
    /// A picture of its text, counted from 0.
    Image(u32),
    /// A link of a wiki in its text, counted from 0.
    WikiLink(u32),
    /// A telephone number in it, counted from 0.
    Phone(u32),
}

/// Where the things of one file stand that an `At` can mean: ranges of bytes of the whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places {
    pub(crate) top: Range<usize>,
    pub(crate) fields: Vec<Range<usize>>,
    /// The values of fields at which something may be told by their names.
    pub(crate) named: Vec<(&'static str, Range<usize>)>,
    pub(crate) links: Vec<Range<usize>>,
    pub(crate) images: Vec<Range<usize>>,
    pub(crate) wiki_links: Vec<Range<usize>>,
    pub(crate) phones: Vec<Range<usize>>,
}

impl Anchor {
    /// The file as a whole.
    pub(crate) fn file(path: SourcePath) -> Anchor {
        Anchor { path, at: At::File }
    }
}

impl Places {
    /// Notes where the next field stands that remembers its place.
    pub(crate) fn field(&mut self, range: Range<usize>) -> At {
        let at = u32::try_from(self.fields.len()).unwrap_or(u32::MAX);
        self.fields.push(range);
        At::Field(at)
    }

    /// Where it stands; `None` for the whole file.
    pub(crate) fn range(&self, at: At) -> Option<Range<usize>> {
        let of = |ranges: &[Range<usize>], at: u32| ranges.get(at as usize).cloned();
        match at {
            At::File => None,
            At::Top => Some(self.top.clone()),
            At::Field(at) => of(&self.fields, at),
            At::Named(name) => {
                let named = self.named.iter().find(|(known, _)| *known == name);
                Some(named.map_or(&self.top, |(_, range)| range).clone())
            }
            At::Link(at) => of(&self.links, at),
            At::Image(at) => of(&self.images, at),
            At::WikiLink(at) => of(&self.wiki_links, at),
            At::Phone(at) => of(&self.phones, at),
        }
    }

    /// The place in the text as it stands now.
    pub(crate) fn span(&self, anchor: &Anchor) -> Span {
        Span { path: anchor.path.clone(), range: self.range(anchor.at) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_in_a_file_are_found_at_their_positions() {
        let mut places = Places { top: 0..3, ..Places::default() };
        let title = places.field(11..15);
        let author = places.field(25..28);
        places.images.push(40..50);
        places.named.push(("date", 30..34));
        let found = [At::File, At::Top, title, author, At::Image(0), At::Link(0)];
        let ranges = found.map(|at| places.range(at));
        assert_eq!(ranges, [None, Some(0..3), Some(11..15), Some(25..28), Some(40..50), None]);
        let named = ["date", "until"].map(|name| places.range(At::Named(name)));
        assert_eq!(named, [Some(30..34), Some(0..3)]);
    }
}
