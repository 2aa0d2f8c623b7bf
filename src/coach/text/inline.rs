//! The marks within a block: emphasis, links, pictures, code, tags and addresses become spaces.

use std::collections::HashMap;
use std::ops::Range;

use super::blank;

/// Replaces the marks of a block of `source` in `text`, which is as long, and notes its links.
pub(super) fn without_marks(
    source: &str,
    block: Range<usize>,
    text: &mut [u8],
    links: &mut Vec<(String, String)>,
) {
    let words = &source[block.clone()];
    let codes = codes(words);
    // Nothing is looked for where no more of it stands, so that the time stays that of the text.
    let last = |sign: &str| words.rfind(sign);
    let (last_link, last_round, last_angle) = (last("]("), last(")"), last(">"));
    let mut label = 0;
    let mut at = 0;
    let mut before = ' ';
    while let Some(c) = words[at..].chars().next() {
        let rest = &words[at..];
        let next = rest[c.len_utf8()..].chars().next().unwrap_or(' ');
        let end = match c {
            // A line break that the author wants.
            '\\' if next == '\n' => at + 1,
            '\\' if next.is_ascii_punctuation() => {
                blank(text, block.start + at..block.start + at + 1);
                at += 2;
                before = next;
                continue;
            }
            '`' => codes.get(&at).copied().unwrap_or(at + 1),
            '!' if next == '['
                && last_link.is_some_and(|last| last > at)
                && last_round > last_link =>
            {
                let link = at + rest.find("](").unwrap_or_default();
                link + words[link..].find(')').unwrap_or_default() + 1
            }
            '[' => {
                label = at + 1;
                at + 1
            }
            ']' if next == '(' && last_round.is_some_and(|last| last > at) => {
                let end = at + rest.find(')').unwrap_or_default() + 1;
                let address = words[at + 2..end - 1].split_whitespace().next().unwrap_or_default();
                let label = words.get(label..at).unwrap_or_default();
                links.push((label.to_owned(), address.to_owned()));
                end
            }
            ']' | '*' => at + 1,
            '_' if !(before.is_alphanumeric() && next.is_alphanumeric()) => at + 1,
            '<' if next.is_alphabetic() || matches!(next, '/' | '!') => match last_angle {
                Some(last) if last > at => {
                    let end = at + rest.find('>').unwrap_or_default() + 1;
                    let inside = &words[at + 1..end - 1];
                    if inside.contains("://") && !inside.contains(' ') {
                        links.push((String::new(), inside.to_owned()));
                    }
                    end
                }
                _ => at,
            },
            'h' | 'w' if !before.is_alphanumeric() && is_address(rest) => {
                let end = at + rest.find(char::is_whitespace).unwrap_or(rest.len());
                links.push((String::new(), words[at..end].to_owned()));
                at + words[at..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']).len()
            }
            _ => at,
        };
        if end > at {
            blank(text, block.start + at..block.start + end);
            at = end;
            before = ' ';
        } else {
            at += c.len_utf8();
            before = c;
        }
    }
}

fn is_address(rest: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|start| rest.starts_with(start))
}

/// Where each run of backticks that opens code begins, and where that code ends.
fn codes(words: &str) -> HashMap<usize, usize> {
    let mut runs: Vec<Range<usize>> = vec![];
    for (at, _) in words.match_indices('`') {
        match runs.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    let mut next: HashMap<usize, usize> = HashMap::new();
    let mut codes = HashMap::new();
    for run in runs.iter().rev() {
        let end = next.insert(run.len(), run.end).unwrap_or(run.end);
        codes.insert(run.start, end);
    }
    codes
}
