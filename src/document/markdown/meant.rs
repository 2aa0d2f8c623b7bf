//! What the parser would read otherwise than its author meant, masked before it reads: smileys at
//! the beginning of a line, which it takes for definitions, comments over blank lines, stars of sums,
//! and tags of Word, which it takes for words or addresses.
//!
//! A mask is as long as what it stands for, so all places stay what they are.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{comments, office, sums};

/// An event of the parser and where it stands in the Markdown.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// The limit of events (beginnings, ends, pieces of text) in a body; a long chapter has some
/// thousands.
pub(super) const MAX_EVENTS: usize = 200_000;

/// What of Markdown is understood besides CommonMark.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST);

/// How often a text is read to find what must be masked. What is masked can reveal more, but hardly
/// more often than this in a text that somebody wrote for readers.
const ROUNDS: usize = 4;

/// Signs that mean nothing at the beginning of a line, so that one may stand there for a colon.
const STAND_INS: [char; 7] = ['^', '%', '?', '@', ',', ';', '/'];

/// A text for the parser.
pub(super) struct Meant<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) options: Options,
    /// What stands for a colon in the text.
    stand_in: Option<char>,
    /// The first tag of Word or Outlook that was masked.
    pub(super) office: Option<Range<usize>>,
}

/// The text in which the parser finds what was meant.
pub(super) fn of(text: &str) -> Meant<'_> {
    let text = sums::masked(text, OPTIONS, MAX_EVENTS).map_or(Cow::Borrowed(text), Cow::Owned);
    let mut meant = Meant { text, options: OPTIONS, stand_in: None, office: None };
    if !may_be_misread(&meant.text) {
        return meant;
    }
    for _ in 0..ROUNDS {
        let found = misread(&meant);
        if found.is_empty() {
            return meant;
        }
        // The words of an author matter more than a list of definitions.
        if !meant.mask(&found) {
            meant.options.remove(Options::ENABLE_DEFINITION_LIST);
        }
    }
    meant.options.remove(Options::ENABLE_DEFINITION_LIST);
    meant
}

/// Whether a line may begin with a colon and no blank behind it, or there may be a comment. Most
/// texts have neither, and are read only once.
fn may_be_misread(text: &str) -> bool {
    let is_marker = |c: char| c.is_ascii_digit() || " \t>-+*.)[]xX:".contains(c);
    text.contains("<!--")
        || office::may_be(text)
        || text.lines().any(|line| {
            let behind = line.trim_start_matches(is_marker);
            line[..line.len() - behind.len()].contains(':')
        })
}

/// Something that the parser reads otherwise than it was meant.
enum Misread {
    /// The colon of a definition, without a blank and words behind it.
    Colon(usize),
    /// What a comment holds that does not end in its own paragraph.
    Comment(Range<usize>),
    /// A tag of Word or Outlook.
    Office(Range<usize>),
}

fn misread(meant: &Meant<'_>) -> Vec<Misread> {
    let text = &*meant.text;
    let mut found = vec![];
    let mut pieces: Vec<Range<usize>> = vec![];
    let mut is_code = false;
    let mut is_text = false;
    for (event, range) in Parser::new_ext(text, meant.options).into_offset_iter().take(MAX_EVENTS) {
        // A piece does not reach beyond its block.
        let follows = std::mem::take(&mut is_text);
        match event {
            Event::Start(Tag::DefinitionListDefinition) => {
                let Some(colon) = text[range.clone()].find(':') else { continue };
                let at = range.start + colon;
                let rest = text[at + 1..].lines().next().unwrap_or_default();
                if !rest.starts_with([' ', '\t']) || !rest.contains(char::is_alphanumeric) {
                    found.push(Misread::Colon(at));
                }
            }
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            // `<st1:place>` looks like an address.
            Event::Start(Tag::Link { link_type: LinkType::Autolink, .. }) => {
                let tags = office::tags(&text[range.clone()]).into_iter();
                found.extend(
                    tags.map(|tag| range.start + tag.start..range.start + tag.end)
                        .map(Misread::Office),
                );
            }
            Event::Text(_) | Event::Html(_) | Event::InlineHtml(_) if !is_code => {
                is_text = true;
                match pieces.last_mut() {
                    Some(last) if follows && last.end == range.start => last.end = range.end,
                    _ => pieces.push(range),
                }
            }
            _ => {}
        }
    }
    for piece in &pieces {
        let tags = office::tags(&text[piece.clone()]).into_iter();
        let tags = tags.map(|tag| piece.start + tag.start..piece.start + tag.end);
        found.extend(tags.map(Misread::Office));
    }
    found.extend(comments::torn(text, &pieces).into_iter().map(Misread::Comment));
    found
}

impl Meant<'_> {
    /// False if the text holds every sign that could stand for a colon.
    fn mask(&mut self, found: &[Misread]) -> bool {
        let text = &*self.text;
        let is_free = |sign: &char| !text.contains(*sign);
        let sign = self.stand_in.or_else(|| STAND_INS.into_iter().find(is_free));
        let mut bytes = text.as_bytes().to_vec();
        let mut is_whole = true;
        for misread in found {
            match (misread, sign) {
                (Misread::Colon(at), Some(sign)) => {
                    self.stand_in = Some(sign);
                    bytes[*at] = sign as u8;
                }
                (Misread::Colon(_), None) => is_whole = false,
                (Misread::Comment(range), _) => bytes[range.clone()].fill(b'x'),
                (Misread::Office(range), _) => {
                    let first = self.office.as_ref().is_none_or(|first| range.start < first.start);
                    if first {
                        self.office = Some(range.clone());
                    }
                    office::mask(&mut bytes[range.clone()]);
                }
            }
        }
        self.text = Cow::Owned(String::from_utf8(bytes).expect("whole characters are masked"));
        is_whole
    }

    /// Puts the colons and stars back into what was read. `text` is what was typed.
    pub(super) fn restore<'b>(&self, text: &'b str, events: &mut [Placed<'b>]) {
        let Cow::Owned(masked) = &self.text else { return };
        let sign = self.stand_in;
        for (event, range) in events {
            match event {
                Event::Text(words) => {
                    let there = masked.get(range.clone()).unwrap_or_default();
                    let typed = there
                        .find(&**words)
                        .and_then(|at| text.get(range.start + at..range.start + at + words.len()));
                    match typed {
                        Some(typed) => *words = CowStr::Borrowed(typed),
                        None => restored(words, sign),
                    }
                }
                Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                    restored(words, sign);
                }
                Event::Start(
                    Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. },
                ) => {
                    restored(dest_url, sign);
                    restored(title, sign);
                }
                _ => {}
            }
        }
    }
}

fn restored(words: &mut CowStr<'_>, sign: Option<char>) {
    if let Some(sign) = sign.filter(|sign| words.contains(*sign)) {
        *words = words.replace(sign, ":").into();
    }
}
