//! Words that are a name, and no part of a row of other names.

use super::written::SEPARATORS;
use crate::views::letters::{Seen, first};
use crate::views::tag_balance::TagBalance;

/// How a name is spelled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    Usual,
    /// The last name first, or a comma between.
    Turned,
    /// Initials for first names.
    Initials,
    /// With marks or signs that are not in the name.
    Apart,
}

/// A name as it stands in a text.
pub(super) struct Found<'a> {
    /// In bytes.
    pub(super) length: usize,
    /// The tags of HTML between its words.
    pub(super) tags: TagBalance<'a>,
    pub(super) is_withheld: bool,
    pub(super) spelling: Spelling,
}

impl Found<'_> {
    /// Whether signs hold its words apart.
    pub(super) fn is_apart(&self) -> bool {
        self.spelling == Spelling::Apart
    }

    /// Whether it is no part of a row of other names: “Lars Bech, Anna Holm”. Across cells, it must
    /// be all that is in them.
    pub(super) fn is_certain(&self, text: &str, start: usize) -> bool {
        let (before, behind) = (&text[..start], &text[start + self.length..]);
        if self.tags.has_cells() {
            return before.trim_end().ends_with('>') && behind.trim_start().starts_with('<');
        }
        match self.spelling {
            Spelling::Usual => return true,
            // “may/will” is none.
            Spelling::Apart => {
                let is_between = |c: char| c.is_whitespace() || SEPARATORS.contains(&c);
                let words = text[start..start + self.length].split(is_between);
                let mut words = words.filter(|word| word.starts_with(char::is_alphabetic));
                let is_small = |word: &str| word.starts_with(char::is_lowercase);
                return !words.next().is_some_and(is_small)
                    && !words.next_back().is_some_and(is_small);
            }
            // “a Krogh pump” is none.
            Spelling::Initials if !is_initial(&text[start..]) => return false,
            Spelling::Initials | Spelling::Turned => {}
        }
        let blanks = [' ', '\u{A0}'];
        let first = behind.strip_prefix(blanks).and_then(|behind| behind.chars().next());
        let last = before.strip_suffix(blanks).unwrap_or("");
        let word = last.rfind(|c: char| !c.is_alphanumeric());
        let (lead, word) = match word.and_then(|at| Some((at, last[at..].chars().next()?))) {
            Some((at, c)) => last.split_at(at + c.len_utf8()),
            None => ("", last),
        };
        // The first word of a sentence may be any.
        let begins = lead.trim_end_matches(blanks);
        let begins =
            begins.is_empty() || begins.ends_with(['.', '!', '?', ':', '>', '"', '\n', '(']);
        let is_name = |words: &str| words.starts_with(char::is_uppercase);
        // `KROGH Mette` is the way of lists, whatever stands before it.
        let is_of_list = is_in_capitals_first(&text[start..start + self.length]);
        !first.is_some_and(char::is_uppercase) && (begins || is_of_list || !is_name(word))
    }
}

/// Whether the first word alone is written in capital letters.
fn is_in_capitals_first(name: &str) -> bool {
    let end = name.find(|c: char| !c.is_alphanumeric()).unwrap_or(name.len());
    let (first, rest) = name.split_at(end);
    let is_capitals = first.chars().nth(1).is_some() && !first.contains(char::is_lowercase);
    is_capitals && rest.contains(char::is_lowercase)
}

/// Whether a text begins with a capital letter and a full stop, or with capitals that are no name.
fn is_initial(text: &str) -> bool {
    let Some((Seen::Letter(..), length)) = first(text) else { return false };
    let is_capital = text.starts_with(|c: char| c.is_uppercase() || c == '&');
    let several = text.chars().take_while(|c| c.is_uppercase()).count();
    is_capital && text[length..].starts_with('.') || (2..4).contains(&several)
}
