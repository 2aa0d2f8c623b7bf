//! The sentence of a story that is quoted to its author: the most alive of its paragraphs.
//!
//! It has 4 to 30 words and no mark of Markdown, so that it stands in the source as it is quoted;
//! only a line break is a space. What is said in it ends in it: its quotation marks come in pairs.
//! It has fewer than eight digits and no `@`: no number or address of somebody is repeated.
//!
//! Points: 3 if somebody says “I”, 3 for a scene, 2 for a how, 2 for a name, 2 for something quoted,
//! 1 for something that failed, 1 for 6 to 20 words; less 3 for each polished word, 3 for a number of
//! money or a share (a word of `units`), and 1 for each full 20 long words in 100. The first of those
//! with the most points is taken. With 4 points or more it is one to like; else more of it is wished
//! for.

use std::ops::Range;

use super::rules::{Hit, List};
use super::tokens::{DOUBLE, Sentence, Tokens};

/// A sentence that is quoted to its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// Where it stands in the Markdown.
    pub(crate) range: Range<usize>,
    pub(crate) is_liked: bool,
}

const LIKED: i64 = 4;
/// A telephone number has as many.
const PRIVATE_DIGITS: usize = 8;

/// The sentence, if one can be quoted.
pub(super) fn best(
    source: &str,
    plain: &str,
    tokens: &Tokens,
    hits: &[Hit],
    is_named: &[bool],
) -> Option<Quote> {
    let mut best: Option<(i64, Range<usize>)> = None;
    let mut from = 0;
    for sentence in &tokens.sentences {
        let count =
            |from: usize, end: usize| hits[from..].iter().take_while(|hit| hit.word < end).count();
        from += count(from, sentence.words.start);
        let own = &hits[from..from + count(from, sentence.words.end)];
        let is_verbatim = source.get(sentence.range.clone()) == plain.get(sentence.range.clone());
        let is_whole = plain[sentence.range.clone()].matches(DOUBLE).count().is_multiple_of(2);
        let words = &plain[sentence.range.clone()];
        let is_private = words.contains('@')
            || words.bytes().filter(u8::is_ascii_digit).count() >= PRIVATE_DIGITS;
        if sentence.is_item
            || is_private
            || !is_whole
            || !(4..=30).contains(&sentence.words.len())
            || !is_verbatim
        {
            continue;
        }
        let points = points(sentence, tokens, own, is_named);
        if best.as_ref().is_none_or(|(most, _)| points > *most) {
            best = Some((points, sentence.range.clone()));
        }
    }
    best.map(|(points, range)| Quote { range, is_liked: points >= LIKED })
}

fn points(sentence: &Sentence, tokens: &Tokens, hits: &[Hit], is_named: &[bool]) -> i64 {
    let words = &tokens.words[sentence.words.clone()];
    let has = |list: List| i64::from(hits.iter().any(|hit| hit.list == list));
    let polish = hits.iter().filter(|it| matches!(it.list, List::Polish | List::Superlative));
    let polish = i64::try_from(polish.count()).unwrap_or(i64::MAX / 8);
    let long = words.iter().filter(|word| word.letters > 6).count();
    let long = i64::try_from(long * 5 / words.len()).unwrap_or_default();
    3 * has(List::FirstPerson)
        + 3 * has(List::Scene)
        + 2 * has(List::How)
        + 2 * i64::from(is_named[sentence.words.clone()].contains(&true))
        + 2 * i64::from(words.iter().any(|word| word.is_quoted))
        + has(List::Setback)
        + i64::from((6..=20).contains(&words.len()))
        - 3 * polish
        - 3 * has(List::Units)
        - long
}
