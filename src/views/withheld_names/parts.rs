//! Single words of a name, which may be anybody's: where they stand is only told.

use std::ops::Range;

use super::WithheldNames;
use super::written::is_of_word;
use crate::base::character::is_formatting;
use crate::views::letters::folded;
use crate::views::withheld_contacts::Marks;

/// A word of the names of people whom readers may not see, which may be anybody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Their whole names.
    of: Vec<String>,
    /// Whether a colleague who may be named has it in their name.
    pub(super) is_shared: bool,
}

/// A word that is not replaced, and may be the name of somebody whom readers may not see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remaining<'a> {
    pub(crate) range: Range<usize>,
    /// The whole names that it may stand for.
    pub(crate) of: &'a [String],
    /// Whether it may as well be somebody who may be named.
    pub(crate) is_shared: bool,
}

impl WithheldNames {
    /// One word alone is looked for, the first and the last of several only after a withdrawal, and
    /// both as one.
    pub(super) fn add_parts(&mut self, name: &str, is_withdrawn: bool) {
        let words: Vec<&str> = name.split(' ').collect();
        let mut parts = match words.as_slice() {
            [only] => vec![(*only).to_owned()],
            [first, .., last] if is_withdrawn => {
                vec![(*first).to_owned(), (*last).to_owned(), format!("{first}{last}")]
            }
            _ => vec![],
        };
        parts.retain(|part| part.chars().count() > 1);
        for part in parts {
            let of = &mut self.parts.entry(folded(&part)).or_insert_with(Part::nobodys).of;
            if !of.iter().any(|known| known == name) {
                of.push(name.to_owned());
            }
        }
    }

    /// The words of a text, as its author wrote it, that may mean somebody whom readers may not see.
    /// Whole names are replaced, and so are not among them.
    pub(crate) fn remaining(&self, text: &str) -> Vec<Remaining<'_>> {
        if self.parts.is_empty() {
            return vec![];
        }
        let mut remaining = vec![];
        // Across cells of a table, in Markdown, it may be no name to readers.
        let whole = self.found(text, Marks::None).filter(|(_, found)| !found.is_apart());
        let whole = whole.map(|(start, found)| start..start + found.length);
        let mut left_out: Vec<Range<usize>> = whole.collect();
        left_out.extend(self.contacts.withheld_in(text, &self.in_addresses));
        left_out.sort_by_key(|range| range.start);
        left_out.push(text.len()..text.len());
        let mut from = 0;
        for range in left_out {
            if from < range.start {
                remaining.extend(self.parts_in(&text[from..range.start], from));
            }
            from = from.max(range.end);
        }
        remaining
    }

    fn parts_in(&self, text: &str, from: usize) -> impl Iterator<Item = Remaining<'_>> {
        let words = text.split(|c| !is_of_word(c));
        let words = words.filter(|word| word.starts_with(char::is_uppercase));
        words.filter_map(move |word| {
            let seen: String = word.chars().filter(|c| !is_formatting(*c)).collect();
            let seen = folded(&seen);
            let part = self.parts.get(&seen);
            // The genitive.
            let part = part.or_else(|| self.parts.get(seen.strip_suffix('s')?))?;
            let start = from + (word.as_ptr() as usize - text.as_ptr() as usize);
            let range = start..start + word.len();
            Some(Remaining { range, of: &part.of, is_shared: part.is_shared })
        })
    }
}

impl Part {
    fn nobodys() -> Part {
        Part { of: vec![], is_shared: false }
    }
}
