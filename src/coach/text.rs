//! A story's Markdown as blocks of plain words: only what its author tells in sentences and items
//! of lists.
//!
//! Line by line: code between fences, lines four spaces in that begin a block, headings (`#`, or
//! underlined), quotes (`>`), tables (`|`), definitions (`[x]: …`) and comments are left out. An
//! item of a list (`-`, `*`, `+`, `1.`, `1)`) is a block of its own; so is each paragraph. Within a
//! block, signs of emphasis, brackets, pictures, code, tags and addresses become spaces, so that
//! each place in the plain text is the same place in the source.

mod inline;

use std::ops::Range;

/// A paragraph or an item.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) range: Range<usize>,
    pub(super) is_item: bool,
    /// An item with a number: a step.
    pub(super) is_step: bool,
}

/// The words of a story without what is no prose.
pub(super) struct Plain {
    /// As long as the source, with spaces for what is left out of blocks.
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    /// The words and the address of each link.
    pub(super) links: Vec<(String, String)>,
}

/// Reads the Markdown of a story, without its fields.
pub(super) fn plain(source: &str) -> Plain {
    let mut text = source.as_bytes().to_vec();
    without_comments(source, &mut text);
    let visible = restored(text, source);
    let blocks = blocks(&visible);
    let mut text = visible.clone().into_bytes();
    let mut links = vec![];
    for block in &blocks {
        inline::without_marks(&visible, block.range.clone(), &mut text, &mut links);
    }
    Plain { text: restored(text, source), blocks, links }
}

/// Whole characters were replaced, so it is text again.
fn restored(bytes: Vec<u8>, source: &str) -> String {
    String::from_utf8(bytes).unwrap_or_else(|_| source.to_owned())
}

/// Spaces for a range of bytes; line breaks stay.
fn blank(text: &mut [u8], range: Range<usize>) {
    let bytes = text[range].iter_mut();
    bytes.filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
}

fn without_comments(source: &str, text: &mut [u8]) {
    let mut from = 0;
    while let Some(start) = source[from..].find("<!--").map(|at| from + at) {
        let Some(end) = source[start..].find("-->").map(|at| start + at + 3) else { return };
        blank(text, start..end);
        from = end;
    }
}

/// What a line begins.
enum Opens<'a> {
    Nothing,
    Fence(&'a str),
    /// It is left out and ends what stands above it.
    LeftOut,
    Underline,
    /// An item, whose words begin so many bytes into the line.
    Item(usize, bool),
    Words,
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![];
    let mut fence: Option<&str> = None;
    // Whether the last block may go on, and whether an item may after an empty line.
    let (mut is_open, mut is_listed) = (false, false);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        if let Some(mark) = fence {
            let rest = line.trim().trim_start_matches(&mark[..1]);
            if rest.is_empty() && line.trim().len() >= mark.len() {
                fence = None;
            }
            continue;
        }
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        match opened(line) {
            Opens::Nothing => is_open = false,
            Opens::Words | Opens::Underline if is_open => match (opened(line), blocks.last_mut()) {
                (Opens::Underline, Some(last)) => {
                    // A paragraph of one line was a heading.
                    if !last.is_item && !text[last.range.clone()].contains('\n') {
                        blocks.pop();
                    }
                    is_open = false;
                }
                (_, Some(last)) => last.range.end = range.end,
                (_, None) => {}
            },
            Opens::Words if is_listed && indent >= 2 => {
                let range = range.start + indent..range.end;
                blocks.push(Block { range, is_item: true, is_step: false });
                is_open = true;
            }
            Opens::Words if indent >= 4 || line.starts_with('\t') => {}
            Opens::Words => {
                let range = range.start + indent..range.end;
                blocks.push(Block { range, is_item: false, is_step: false });
                (is_open, is_listed) = (true, false);
            }
            Opens::Item(at, is_step) => {
                blocks.push(Block { range: range.start + at..range.end, is_item: true, is_step });
                (is_open, is_listed) = (true, true);
            }
            Opens::Fence(mark) => {
                fence = Some(mark);
                is_open = false;
            }
            Opens::LeftOut | Opens::Underline => is_open = false,
        }
    }
    blocks.retain(|block| block.range.start < block.range.end);
    blocks
}

fn opened(line: &str) -> Opens<'_> {
    let words = line.trim();
    let Some(first) = words.chars().next() else { return Opens::Nothing };
    let is_all = |sign: char| words.chars().all(|c| c == sign || c == ' ');
    let count = |sign: char| words.chars().take_while(|c| *c == sign).count();
    match first {
        '`' | '~' if count(first) >= 3 => Opens::Fence(&words[..count(first)]),
        '#' if count('#') <= 6 && words[count('#')..].chars().next().is_none_or(|c| c == ' ') => {
            Opens::LeftOut
        }
        '=' if is_all('=') => Opens::Underline,
        '-' if is_all('-') && count('-') >= 2 => Opens::Underline,
        '*' | '_' if is_all(first) && words.matches(first).count() >= 3 => Opens::LeftOut,
        '>' | '|' => Opens::LeftOut,
        '[' if words.contains("]:") => Opens::LeftOut,
        _ => item(line).map_or(Opens::Words, |(at, is_step)| Opens::Item(at, is_step)),
    }
}

/// Where the words of an item begin, and whether it has a number.
fn item(line: &str) -> Option<(usize, bool)> {
    let inside = line.trim_start();
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match digits {
        0 if inside.starts_with(['-', '*', '+']) => 1,
        1..=9 if inside[digits..].starts_with(['.', ')']) => digits + 1,
        _ => return None,
    };
    let rest = &inside[mark..];
    rest.starts_with([' ', '\t']).then(|| (line.len() - rest.trim_start().len(), digits > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<String> {
        let plain = plain(source);
        assert_eq!(plain.text.len(), source.len());
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        plain.blocks.iter().map(|block| words(&plain.text[block.range.clone()])).collect()
    }

    #[test]
    fn only_sentences_and_items_are_told() {
        let source = "# Title\n\nOne *line*\ngoes on.\n\n```sh\ncode\n```\n\n> quoted\n\n| a | b |\n\n\
                      Under\n=====\n\n1. first\n2. second\n   goes on\n\n    code\n\nLast<!-- not\nthis -->.\n\
                      \n[x]: https://a.example\n***\n";
        let all = ["One line goes on.", "first", "second goes on", "code", "Last ."];
        assert_eq!(told(source), all);
    }

    #[test]
    fn code_that_stands_apart_is_no_prose() {
        assert_eq!(told("Words\n\n    let x = 1;\n\nMore\n"), ["Words", "More"]);
        assert_eq!(told("~~~\nnever closed\n"), Vec::<String>::new());
    }

    #[test]
    fn marks_become_spaces() {
        for (source, words) in [
            ("**Bold** and _soft_ and snake_case", "Bold and soft and snake_case"),
            ("See [the page](a.md \"t\") now", "See the page now"),
            ("![A photo](a.jpg) of it", "of it"),
            ("Run `cargo test` twice", "Run twice"),
            ("A ` alone", "A alone"),
            ("To <https://a.example/x> or https://b.example/æ, then", "To or , then"),
            (r"A \* star", "A * star"),
            ("A line\\\nand one more", "A line and one more"),
            ("Æ [ø", "Æ ø"),
        ] {
            assert_eq!(told(source), [words], "{source}");
        }
        let plain = plain("See [the report](https://a.example/r.pdf) or www.b.example.");
        let links = [("the report", "https://a.example/r.pdf"), ("", "www.b.example.")];
        assert_eq!(plain.links, links.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }
}
