//! The names of some people alone, to be looked for in one text.

use std::ops::Range;

use super::{WithheldNames, words_of};
use crate::site::name_core::core;
use crate::site::name_words::{plain, unmarked};
use crate::views::letters::{compared, folded};
use crate::views::withheld_contacts::Marks;

impl WithheldNames {
    /// The names of some people alone, to look for them in one text. Each word of a name may also be
    /// that of one of the `others`.
    pub(crate) fn only(people: &[&str], others: &[&str]) -> WithheldNames {
        let mut names = WithheldNames::default();
        let people: Vec<String> = people
            .iter()
            .map(|name| core(name).unwrap_or_else(|| words_of(name).join(" ")))
            .collect();
        for name in &people {
            names.add_parts(name, true);
            for variant in [name.clone(), plain(name), unmarked(name)] {
                if name.contains(' ') && !names.names.contains_key(&compared(&variant)) {
                    names.add(&variant, true);
                }
            }
        }
        for word in others.iter().flat_map(|name| words_of(name)) {
            if let Some(part) = names.parts.get_mut(&folded(word)) {
                part.is_shared = true;
            }
        }
        names
    }

    /// Where whole names that are withheld stand in a text.
    pub(crate) fn whole(&self, text: &str) -> Vec<Range<usize>> {
        let found = self.found(text, Marks::None).filter(|(_, found)| found.is_withheld);
        found.map(|(start, found)| start..start + found.length).collect()
    }
}
