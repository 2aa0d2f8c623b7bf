//! Mail addresses, and names that are written as one word: `anna_bech`, `Bech.Anna`, `#annabech`,
//! `anna.bech@firm.example`.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::shown::Shown;
use super::{Spelled, WithheldContacts};
use crate::base::percent;
use crate::site::name_words::NameWords;

impl WithheldContacts {
    /// All of them in a line of a text.
    pub(super) fn words_in(&self, text: &str, line: &Shown, names: &NameWords) -> Vec<Spelled> {
        let mut found = vec![];
        if self.mails.is_empty() && names.is_empty() {
            return found;
        }
        for part in line.parts() {
            let mut word = Word::default();
            let mut at = part.start;
            while let Some(c) = line.said[at..part.end].chars().next() {
                let place = at..at + c.len_utf8();
                at = place.end;
                match c {
                    '%' => at += word.push_bytes(&line.said[place.start..part.end], place.start),
                    c if is_of_word(c) => word.push(c, &place),
                    _ => self.take(text, line, &word.ended(), names, &mut found),
                }
            }
            self.take(text, line, &word.ended(), names, &mut found);
        }
        found
    }

    /// Whose address it is, in small letters: with and without what stands behind a `+`.
    pub(super) fn mail(&self, address: &str) -> Option<usize> {
        let without = || {
            let (local, host) = address.split_once('@')?;
            let (local, _) = local.split_once('+')?;
            self.mails.get(&format!("{local}@{host}"))
        };
        self.mails.get(address).or_else(without).copied()
    }

    fn take(
        &self,
        text: &str,
        line: &Shown,
        word: &Word,
        names: &NameWords,
        found: &mut Vec<Spelled>,
    ) {
        let said = &*word.said;
        if !word.is_worth_it() {
            return;
        }
        let spelled =
            |range: Range<usize>, of| line.spelled(text, line.place(word.place(range)), of);
        let mut done = 0;
        for (at, _) in said.match_indices('@') {
            let mail = around(said, at);
            if mail.start < done || mail.start == at {
                continue;
            }
            done = mail.end;
            let address = said[mail.clone()].to_lowercase();
            let known = self.mail(&address).map(Some);
            // `anna+deck` is anna.
            let local = said[mail.start..at].split('+').next().unwrap_or_default();
            let of = known.or_else(|| is_named(names, local).then_some(None));
            found.extend(of.map(|of| spelled(mail, of)));
        }
        // What leads somewhere is told at the link, or by a check of addresses.
        if done > 0 || said.contains('/') {
            return;
        }
        let bare = said.trim_end_matches(|c: char| !c.is_alphanumeric());
        // The genitive.
        let shorter = bare.strip_suffix('s');
        let within = std::iter::once(bare).chain(shorter).map(|said| names.within(said));
        let Some(within) = within.into_iter().find(|it| !it.is_empty()) else { return };
        for name in within.into_iter().filter(|it| it.name.trim().contains(' ')) {
            let is_handle = said[..name.range.start].ends_with(['#', '@']);
            if is_handle || is_apart(&said[name.range.clone()]) {
                let start = name.range.start - usize::from(is_handle);
                found.push(spelled(start..name.range.end, None));
            }
        }
    }
}

/// Whether a sign stands within a word or an address.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || "-._+@#/:=?&~".contains(c)
}

/// Whether the part before the `@` of an address is somebody's name.
pub(super) fn is_named(names: &NameWords, local: &str) -> bool {
    let mut within = names.within(local).into_iter();
    within.any(|it| it.name.trim().contains(' ') && it.range == (0..local.len()))
}

/// The mail address around its `@`.
fn around(said: &str, at: usize) -> Range<usize> {
    let is_of_mail = |c: char| c.is_alphanumeric() || "._+-".contains(c);
    let start = said[..at].trim_end_matches(is_of_mail).len();
    let rest = &said[at + 1..];
    let length = rest.find(|c| !is_of_mail(c)).unwrap_or(rest.len());
    let host = rest[..length].trim_end_matches(['.', '-', '_', '+']);
    start..at + 1 + host.len()
}

/// Whether the words of a name are held apart: one alone may be another name, Jo Hansen's that of
/// Johansen.
fn is_apart(name: &str) -> bool {
    let mut last = ' ';
    name.chars().any(|c| {
        let is_apart = !c.is_alphanumeric() || (c.is_uppercase() && last.is_lowercase());
        last = c;
        is_apart
    })
}

/// Signs without a space between, and where each stands in the line.
#[derive(Default)]
struct Word {
    said: String,
    /// For every byte of `said`.
    places: Vec<Range<usize>>,
}

impl Word {
    fn push(&mut self, c: char, place: &Range<usize>) {
        self.said.push(c);
        self.places.resize(self.said.len(), place.clone());
    }

    /// Takes the bytes that are written with `%` at the beginning of the text; the length of them
    /// all but the first `%`.
    fn push_bytes(&mut self, text: &str, start: usize) -> usize {
        let bytes = text.as_bytes();
        let is_one = |at: usize| {
            bytes.get(at) == Some(&b'%')
                && bytes
                    .get(at + 1..at + 3)
                    .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
        };
        let length = (0..).step_by(3).find(|at| !is_one(*at)).unwrap_or(0);
        if length == 0 {
            self.push('%', &(start..start + 1));
            return 0;
        }
        let place = start..start + length;
        percent::decoded_lossy(&text[..length]).chars().for_each(|c| self.push(c, &place));
        length - 1
    }

    fn ended(&mut self) -> Word {
        std::mem::take(self)
    }

    /// Whether it can be more than one word.
    fn is_worth_it(&self) -> bool {
        let signs = |c: char| "._@#%- ".contains(c);
        self.said.contains(signs) || is_apart(&self.said)
    }

    fn place(&self, range: Range<usize>) -> Range<usize> {
        self.places[range.start].start..self.places[range.end - 1].end
    }
}
