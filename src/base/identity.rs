//! What tells too much of a person, wherever it stands in a text: national numbers, accounts, cards,
//! keys and private email addresses. Reports mark its place and never repeat it.

mod accounts;
mod keys;
mod mails;
mod persons;

use std::borrow::Cow;
use std::ops::Range;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Private {
    /// The number of a person in Denmark.
    Cpr,
    /// The number of a person in the Netherlands.
    Bsn,
    /// The number of a bank account.
    Iban,
    /// The number of a payment card.
    Card,
    /// A key or token that opens something: whose.
    Key(&'static str),
    /// An address at a provider for private people.
    Mail,
}

/// What was found, with its place in bytes.
pub(crate) type Found = Vec<(Range<usize>, Private)>;

/// Everything private in a text, in order. Each stands in one line.
pub(crate) fn find(text: &str) -> Found {
    let mut found = vec![];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let before = found.len();
        if line.bytes().any(|byte| byte.is_ascii_digit()) {
            persons::find(line, &mut found);
            accounts::find(line, &mut found);
        }
        keys::find(line, &mut found);
        mails::find(line, &mut found);
        for (range, _) in &mut found[before..] {
            *range = range.start + at..range.end + at;
        }
        at += line.len();
    }
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    // A card in an account is one thing.
    let mut end = 0;
    found.retain(|(range, _)| {
        let is_first = range.start >= end;
        end = end.max(range.end);
        is_first
    });
    found
}

/// A line in which nothing can be read of what is private. It is as long as before.
pub(crate) fn masked(line: &str) -> Cow<'_, str> {
    let found = find(line);
    if found.is_empty() {
        return Cow::Borrowed(line);
    }
    let mut masked = line.to_owned();
    for (range, _) in found {
        let hidden: String = line[range.clone()]
            .chars()
            .flat_map(|c| std::iter::repeat_n(if c == ' ' { ' ' } else { '*' }, c.len_utf8()))
            .collect();
        masked.replace_range(range, &hidden);
    }
    Cow::Owned(masked)
}

/// Whether a word of these stands a little before `at`.
fn is_announced(line: &str, at: usize, words: &[&str]) -> bool {
    const NEAR: usize = 30;
    let from = (at.saturating_sub(NEAR)..=at).find(|from| line.is_char_boundary(*from));
    let near = line[from.unwrap_or(at)..at].to_lowercase();
    words.iter().any(|word| near.contains(word))
}

/// More digits than any number has that is looked for. A list of numbers is not read to its end at
/// each of them.
const MOST_DIGITS: usize = 20;

/// The digits at `at`, with one of `separators` between two of them at most: their numbers, and where
/// they end. Nothing if a letter or digit stands beside them, or if there are too many.
fn digits_at(line: &str, at: usize, separators: &[u8]) -> Option<(Vec<u32>, usize)> {
    let bytes = line.as_bytes();
    let is_in_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
    if !bytes.get(at)?.is_ascii_digit() || at > 0 && is_in_word(bytes.get(at - 1)) {
        return None;
    }
    let mut digits = vec![];
    let mut end = at;
    let mut next = at;
    while let Some(byte) = bytes.get(next) {
        match byte {
            b'0'..=b'9' if digits.len() == MOST_DIGITS => return None,
            b'0'..=b'9' => {
                digits.push(u32::from(byte - b'0'));
                next += 1;
                end = next;
            }
            byte if separators.contains(byte) && next == end => next += 1,
            _ => break,
        }
    }
    (!is_in_word(bytes.get(end))).then_some((digits, end))
}

/// Where numbers begin: a digit with none before it.
fn numbers(line: &str) -> impl Iterator<Item = usize> {
    let bytes = line.as_bytes();
    (0..bytes.len()).filter(move |at| {
        bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[at - 1].is_ascii_digit())
    })
}

/// What one of the finders finds in a line.
#[cfg(test)]
fn words(find: fn(&str, &mut Found), line: &str) -> Vec<(&str, Private)> {
    let mut found = vec![];
    find(line, &mut found);
    found.into_iter().map(|(range, what)| (&line[range], what)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_can_repeat_nothing() {
        assert_eq!(masked("Hun hed 150358-7123 i bogen"), "Hun hed *********** i bogen");
        assert_eq!(masked("NL91 ABNA 0417 1643 00"), "**** **** **** **** **");
        assert_eq!(masked("Ingen numre her, lokal 4411"), "Ingen numre her, lokal 4411");
    }

    #[test]
    fn ordinary_numbers_are_not_private() {
        for line in [
            "Ring på +45 20 30 40 50 eller 0612345678, lokal 4411.",
            "2026-11-21 20:00:00 +0100, 18.11.2026, 1732190400",
            "ISBN 978-87-02-12345-6, ordre 1234567890, EAN 5701234567899",
            "Pumpe 12345678901234567890, version 1.2.3, 24,5 grader",
            "IMEI 490154203237518, fragtbrev 00370712345678901234",
            "anna@sundbro.example, info@gmail.example",
            "commit 3f786850e387550fdab836ed7e6dc881de23001b",
        ] {
            assert_eq!(find(line), [], "{line}");
        }
    }

    #[test]
    fn places_are_those_of_the_whole_text() {
        let text = "En\nmail: mette@gmail.com\nog 4111 1111 1111 1111.";
        let found = find(text);
        let words: Vec<&str> = found.iter().map(|(range, _)| &text[range.clone()]).collect();
        assert_eq!(words, ["mette@gmail.com", "4111 1111 1111 1111"]);
    }
}
