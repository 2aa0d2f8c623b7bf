//! Names of which the letters or the words are held apart: `V e r a  K j æ r`, `V.e.r.a K.j.æ.r`,
//! `Vera | Kjær`; and names of which nearly every letter has a mark.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::WithheldNames;
use super::certain::{Found, Spelling};
use super::found::is_begun;
use super::written::SEPARATORS;
use crate::views::letters::{Seen, annotation, first_in, folded};
use crate::views::tag_balance::{self, TagBalance};
use crate::views::withheld_contacts::Marks;

/// A name of fewer letters could be anything.
const FEWEST_LETTERS: usize = 4;

impl WithheldNames {
    /// The withheld name of single letters with which the text begins.
    pub(super) fn spaced_at<'a>(&self, text: &'a str, marks: Marks) -> Option<Found<'a>> {
        let (mut said, mut letters) = (String::new(), 0);
        let (mut at, mut end, mut lines) = (0, 0, 0);
        let (mut is_letter, mut best) = (false, None);
        let mut tags: Vec<Range<usize>> = vec![];
        loop {
            let (seen, length) = first_in(&text[at..], marks).unwrap_or((Seen::Blank, 0));
            match seen {
                Seen::Letter(c, _) if is_combining_mark(c) => end = at + length,
                Seen::Letter(..) if is_letter => break,
                Seen::Letter(c, _) => {
                    said.push_str(&folded(c.encode_utf8(&mut [0; 4])));
                    said.retain(|c| !is_combining_mark(c));
                    (is_letter, lines) = (true, 0);
                    letters += 1;
                    end = at + length;
                    if !is_begun(&self.joined, &said) {
                        break;
                    }
                }
                Seen::Tag | Seen::TypedTag => {
                    if is_letter && self.is_whole(&said, letters) {
                        best = Some(end);
                    }
                    let is_kept = seen == Seen::Tag && annotation(&text[at..]).is_none();
                    tags.extend(is_kept.then_some(at..at + length));
                }
                Seen::Nothing => {}
                Seen::Blank | Seen::Hyphen | Seen::Apostrophe | Seen::Other(_) => {
                    if is_letter && self.is_whole(&said, letters) {
                        best = Some(end);
                    }
                    is_letter = false;
                    let rest = &text[at..];
                    let is_line = tag_balance::name(rest) == "br" || !rest.starts_with('<');
                    let is_between = match seen {
                        Seen::Other(c) => c == '.' || SEPARATORS.contains(&c),
                        Seen::Apostrophe => false,
                        _ => length > 0 && is_line,
                    };
                    lines += usize::from(rest.starts_with('\n') || rest.starts_with("\\n"));
                    if !is_between || lines > 1 {
                        break;
                    }
                    if rest.starts_with('<') {
                        tags.push(at..at + length);
                    }
                }
            }
            at += length;
        }
        let end = best?;
        let within = tags.into_iter().filter(|tag| tag.start < end).map(|tag| &text[tag]);
        let mut tags = TagBalance::of(within);
        let length = tags.closed(text, end);
        Some(Found { length, tags, is_withheld: true, spelling: Spelling::Usual })
    }

    fn is_whole(&self, said: &str, letters: usize) -> bool {
        letters >= FEWEST_LETTERS && self.joined.get(said) == Some(&true)
    }
}
