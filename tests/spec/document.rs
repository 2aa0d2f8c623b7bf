//! A document of examples: headings are tests, fenced blocks are files and expectations.

use std::ops::Range;

/// One file of `tests/spec/`.
pub(crate) struct Document {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Blocks above the first test: every test has them.
    pub(crate) shared: Vec<Block>,
    pub(crate) tests: Vec<Test>,
}

/// A heading with the blocks below it.
pub(crate) struct Test {
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

/// A fenced block.
#[derive(Clone)]
pub(crate) struct Block {
    /// The first word behind the fence: `md`, `html`, `report`.
    pub(crate) word: String,
    /// The rest of that line: a path, an address, a prefix.
    pub(crate) rest: String,
    pub(crate) body: String,
    /// Where the body stands in the document.
    pub(crate) range: Range<usize>,
    /// The line of the fence, from 1.
    pub(crate) line: usize,
}

impl Document {
    pub(crate) fn parse(name: &str, text: String) -> Document {
        let mut document =
            Document { name: name.to_owned(), text: String::new(), shared: vec![], tests: vec![] };
        let mut open: Option<(String, Block)> = None;
        let mut offset = 0;
        for (at, line) in text.split_inclusive('\n').enumerate() {
            let start = offset;
            offset += line.len();
            let plain = line.trim_end();
            if let Some((fence, mut block)) = open.take() {
                let closes = plain.starts_with(&fence) && plain.trim_matches('`').is_empty();
                if closes {
                    block.range.end = start;
                    block.body = text[block.range.clone()].to_owned();
                    document.take(block);
                } else {
                    open = Some((fence, block));
                }
                continue;
            }
            if plain.starts_with("```") {
                open = Some(opened(plain, offset, at + 1));
            } else if let Some(title) = plain.strip_prefix("##") {
                let title = title.trim_start_matches('#').trim().to_owned();
                document.tests.push(Test { title, blocks: vec![] });
            }
        }
        assert!(open.is_none(), "{name}: a block is not closed");
        // A heading that only groups those below it has no blocks.
        document.tests.retain(|test| !test.blocks.is_empty());
        document.text = text;
        document
    }

    fn take(&mut self, block: Block) {
        match self.tests.last_mut() {
            Some(test) => test.blocks.push(block),
            None => self.shared.push(block),
        }
    }

    /// The document with other bodies in the places of some blocks.
    pub(crate) fn rewritten(&self, mut bodies: Vec<(Range<usize>, String)>) -> String {
        bodies.sort_by_key(|(range, _)| range.start);
        let mut text = self.text.clone();
        for (range, body) in bodies.into_iter().rev() {
            text.replace_range(range, &body);
        }
        text
    }
}

fn opened(line: &str, offset: usize, number: usize) -> (String, Block) {
    let info = line.trim_start_matches('`');
    let fence = line[..line.len() - info.len()].to_owned();
    let (word, rest) = info.trim().split_once(' ').unwrap_or((info.trim(), ""));
    let block = Block {
        word: word.to_owned(),
        rest: rest.trim().to_owned(),
        body: String::new(),
        range: offset..offset,
        line: number,
    };
    (fence, block)
}
