//! Sentences of the plain text, and what in it is quoted.
//!
//! A sentence ends at `.`, `!`, `?` or `…` (with the closing marks that follow), if a space or the
//! end of its block follows and the next word does not begin with a small letter (up to seven signs
//! may stand before it). A single full stop ends none after an abbreviation of the language, or after
//! single letters, each with a full stop behind it (initials). In verse, each line ends one too: a
//! paragraph of at least three lines, all of fewer than 40 characters.
//!
//! Words between `"`, `“”`, `„”`, `”…”`, `»…«` are quoted, up to the end of the paragraph where the
//! second mark is missing, and those between `‘` and a `’` that follows `.`, `,`, `!`, `?` or `…`.

use std::ops::Range;

use super::rules::Rules;
use super::text::Plain;
use super::word::{Word, is_part, words};

/// A sentence of a paragraph, or a whole item.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) range: Range<usize>,
    pub(super) words: Range<usize>,
    pub(super) is_item: bool,
}

/// A block by its words.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub(super) words: Range<usize>,
    pub(super) is_step: bool,
    /// How many passages of at least two words are quoted in it, or are speech after a dash.
    pub(super) speeches: usize,
}

#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub(super) words: Vec<Word>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) passages: Vec<Passage>,
}

const SHORT_LINE: usize = 40;
const FEWEST_LINES: usize = 3;
const MOST_SIGNS: usize = 8;
/// The marks around what somebody says.
pub(super) const DOUBLE: [char; 7] = ['"', '“', '”', '„', '»', '«', '‟'];
const ENDS: [char; 4] = ['.', '!', '?', '…'];

impl Tokens {
    pub(super) fn of(plain: &Plain, rules: &Rules) -> Tokens {
        let mut tokens = Tokens::default();
        for block in &plain.blocks {
            let text = &plain.text[block.range.clone()];
            let start = tokens.words.len();
            tokens.words.extend(words(text, block.range.start));
            let words = start..tokens.words.len();
            let speeches = mark_quotes(text, block.range.start, &mut tokens.words[start..]);
            let sentences = match block.is_item {
                true => vec![block.range.clone()],
                false => sentences(text, block.range.start, rules),
            };
            let mut word = start;
            for range in sentences {
                let count = tokens.words[word..].iter().take_while(|it| it.range.start < range.end);
                let words = word..word + count.count();
                word = words.end;
                if let Some(first) = tokens.words.get_mut(words.start).filter(|_| !words.is_empty())
                {
                    first.begins = true;
                    tokens.sentences.push(Sentence { range, words, is_item: block.is_item });
                }
            }
            tokens.passages.push(Passage { words, is_step: block.is_step, speeches });
        }
        tokens
    }
}

/// Marks the words that are quoted, and gives how often somebody is heard.
fn mark_quotes(text: &str, offset: usize, words: &mut [Word]) -> usize {
    let is_spoken = text.trim_start().starts_with(['–', '—']);
    let mut speeches = usize::from(is_spoken);
    let mut open: Option<usize> = None;
    let mut single_end: Option<usize> = None;
    let singles = single_ends(text);
    let mut before = ' ';
    let mut word = 0;
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let is_mark =
            DOUBLE.contains(&c) && !(c == '"' && before.is_ascii_digit() && open.is_none());
        let closes_single = single_end == Some(at);
        let opens_single = c == '‘' && open.is_none() && is_part(next) && !is_part(before);
        if is_mark && single_end.is_none() || closes_single {
            if let Some(start) = open.take() {
                speeches += usize::from(quote(words, &mut word, offset + start..offset + at) >= 2);
            } else {
                open = Some(at);
            }
            single_end = None;
        } else if opens_single {
            let later = singles.partition_point(|end| *end <= at);
            if let Some(end) = singles.get(later) {
                (open, single_end) = (Some(at), Some(*end));
            }
        }
        let has_opened = open == Some(at);
        if c == ':' || has_opened || is_spoken && matches!(c, '–' | '—') {
            let from = words[word..].iter().take_while(|it| it.range.start < offset + at).count();
            word += from;
            if let Some(first) = words.get_mut(word) {
                first.begins = true;
            }
        }
        before = c;
    }
    if let Some(start) = open {
        speeches += usize::from(quote(words, &mut word, offset + start..offset + text.len()) >= 2);
    }
    speeches
}

/// Marks the words of a range; `from` is a word at or before which none of it can stand.
fn quote(words: &mut [Word], from: &mut usize, range: Range<usize>) -> usize {
    // The counter may stand behind the first word of the quote, which begins at its mark.
    while *from > 0 && words[*from - 1].range.start > range.start {
        *from -= 1;
    }
    let mut count = 0;
    for word in &mut words[*from..] {
        if word.range.start >= range.end {
            break;
        }
        if word.range.start > range.start {
            word.is_quoted = true;
            count += 1;
        }
        *from += 1;
    }
    count
}

/// The `’` that end what was said: after a sign, and before no letter.
fn single_ends(text: &str) -> Vec<usize> {
    let ends = text.match_indices('’').map(|(at, _)| at);
    let is_end = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let next = text[at + '’'.len_utf8()..].chars().next();
        before.is_some_and(|c| ENDS.contains(&c) || c == ',') && !next.is_some_and(is_part)
    };
    ends.filter(is_end).collect()
}

/// The sentences of a paragraph.
fn sentences(text: &str, offset: usize, rules: &Rules) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut start = 0;
    let mut end_at = |from: &mut usize, end: usize| {
        let part = &text[*from..end];
        let first = *from + (part.len() - part.trim_start().len());
        let last = *from + part.trim_end().len();
        if first < last {
            found.push(offset + first..offset + last);
        }
        *from = end;
    };
    let mut at = 0;
    // Spaces may stand for marks, which are no part of a line.
    let length =
        |line: &str| -> usize { line.split_whitespace().map(|it| it.chars().count() + 1).sum() };
    let is_short = |line: &str| length(line) <= SHORT_LINE;
    let is_verse = text.lines().count() >= FEWEST_LINES && text.lines().all(is_short);
    while let Some(c) = text[at..].chars().next() {
        if c == '\n' {
            if is_verse {
                end_at(&mut start, at);
            }
        } else if ENDS.contains(&c) {
            let run = text[at..].trim_start_matches(ENDS);
            let dots = text.len() - run.len() - at;
            let rest = run.trim_start_matches(is_closing);
            let end = text.len() - rest.len();
            let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
            let is_single = c == '.' && dots == 1 && !rest.trim_start().is_empty();
            let is_held = || goes_on(rest) || is_single && is_abbreviated(&text[start..=at], rules);
            if is_apart && !is_held() {
                end_at(&mut start, end);
            }
            at = end;
            continue;
        }
        at += c.len_utf8();
    }
    end_at(&mut start, text.len());
    found
}

fn is_closing(c: char) -> bool {
    DOUBLE.contains(&c) || matches!(c, '’' | '\'' | ')')
}

/// Whether the next word begins with a small letter; a few signs may stand before it.
fn goes_on(rest: &str) -> bool {
    let mut next = rest.chars().filter(|c| !c.is_whitespace()).take(MOST_SIGNS);
    next.find(|c| is_part(*c)).is_some_and(char::is_lowercase)
}

/// Whether the last word before a full stop is an abbreviation or an initial.
fn is_abbreviated(before: &str, rules: &Rules) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| !is_part(c)).to_lowercase();
    let bare = word.trim_end_matches('.');
    let is_initial = bare.split('.').all(|part| part.chars().count() == 1)
        && bare.chars().all(|c| c.is_alphabetic() || c == '.')
        && !rules.is_first_person(bare);
    rules.is_abbreviation(&word) || is_initial
}
