//! YAML into the tree: plain scalars stay text, so `no` is never an answer by accident.

mod complaint;
mod cut;
mod likely;
mod plain;
pub(crate) mod prose;
mod shifted;

pub(super) use cut::words as meant_behind_hash;
pub(super) use likely::{COLONS, SEMICOLONS};

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::{KeyValue, Node, Notation, Tree, Value, escapes};
use crate::base::{Code, Diagnostic, Source};

/// Deeper nesting than any field needs.
const DEPTH: usize = 12;

/// Reads the part `range` of a file. Reading ends at the first syntax mistake, because everything
/// after it would be a guess; everything before it is kept.
pub(crate) fn read(source: &Source, range: Range<usize>, out: &mut Vec<Diagnostic>) -> Tree {
    match plain::read(&source.text[range.clone()], range.start) {
        Some(entries) => Tree { entries, notation: Notation::Yaml, broken: false },
        None => parsed(source, range, out),
    }
}

fn parsed(source: &Source, range: Range<usize>, out: &mut Vec<Diagnostic>) -> Tree {
    let text = &source.text[range.clone()];
    let places = Places::of(text, range.start);
    let mut building = Building { open: vec![], done: None, out, source };
    let mut broken = false;
    let mut blamed = None;
    for event in Parser::new_from_str(text) {
        let kept = match event {
            Ok((event, span)) => building
                .event(event, places.byte(span.start.index())..places.byte(span.end.index())),
            Err(error) => {
                let at = places.byte(error.marker().index());
                let complaint = complaint::of(source, &range, at, &error);
                blamed = complaint.span.range.as_ref().map(|place| lines_of(&source.text, place));
                let others = complaint::of_other_names(source, &range, blamed.as_ref());
                building.out.push(complaint);
                building.out.extend(others);
                false
            }
        };
        if !kept {
            broken = true;
            break;
        }
    }
    let root = building.finish();
    let mut entries = match root {
        None => vec![],
        Some(Node { value: Value::Map(entries), .. }) => entries,
        Some(Node { value: Value::Empty, .. }) => vec![],
        // The cause was reported already.
        Some(_) if broken => vec![],
        Some(other) => {
            broken = true;
            out.push(complaint::of_no_fields(source, &range).unwrap_or_else(|| {
                let message = format!("The fields are missing here: this is {}", other.described());
                let diagnostic =
                    Diagnostic::new(Code::BrokenYaml, source.span(other.range), message);
                diagnostic.hint(match other.value {
                    Value::List(_) => "Remove the hyphen at the beginning of each field's line",
                    _ => "Write each field on a line of its own: its name, a colon, a space and its value",
                })
            }));
            vec![]
        }
    };
    // Nothing more can be said of a value in a line that cannot be read.
    if let Some(line) = blamed {
        entries.retain(|it| it.value.range.end <= line.start || it.key_range.start >= line.end);
    }
    entries.retain(|entry| {
        let odd = complaint::of_entry(source, &range, entry);
        broken |= odd.is_some();
        let is_kept = odd.is_none();
        out.extend(odd);
        is_kept
    });
    let shifted = shifted::check(source, &entries);
    broken |= !shifted.is_empty();
    // What is said of such a value is said.
    entries.retain(|entry| {
        let place = |told: &Diagnostic| told.span.range.as_ref().map(|range| range.start);
        !shifted.iter().filter_map(place).any(|at| entry.value.range.contains(&at))
    });
    out.extend(shifted);
    // Where reading ended early, only what was read up to there has places.
    let end = match broken {
        true => entries.last().map_or(range.start, |last| line_end(text, &range, last)),
        false => range.end,
    };
    let (cut, is_lost) = cut::check(source, range.start..end, &mut entries);
    out.extend(cut);
    broken |= is_lost;
    Tree { entries, notation: Notation::Yaml, broken }
}

/// The whole lines of a place.
fn lines_of(text: &str, place: &Range<usize>) -> Range<usize> {
    let start = text[..place.start].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[place.end..].find('\n').map_or(text.len(), |newline| place.end + newline);
    start..start + text[start..end].trim_end().len()
}

/// The end of the line in which an entry ends.
fn line_end(text: &str, range: &Range<usize>, entry: &KeyValue) -> usize {
    let end = entry.value.range.end.max(entry.key_range.end).clamp(range.start, range.end);
    let rest = &text[end - range.start..];
    end + rest.find('\n').unwrap_or(rest.len())
}

/// The parser counts characters; we count bytes.
struct Places {
    offset: usize,
    /// Byte offset of each character; empty where all are ASCII.
    bytes: Vec<usize>,
    length: usize,
}

impl Places {
    fn of(text: &str, offset: usize) -> Places {
        let bytes = match text.is_ascii() {
            true => vec![],
            false => text.char_indices().map(|(at, _)| at).collect(),
        };
        Places { offset, bytes, length: text.len() }
    }

    fn byte(&self, index: usize) -> usize {
        let at = match self.bytes.is_empty() {
            true => index,
            false => self.bytes.get(index).copied().unwrap_or(self.length),
        };
        self.offset + at.min(self.length)
    }
}

/// A list or map whose end has not come yet.
struct Open {
    node: Node,
    /// The key that waits for its value.
    key: Option<(String, Range<usize>)>,
}

struct Building<'a> {
    open: Vec<Open>,
    done: Option<Node>,
    out: &'a mut Vec<Diagnostic>,
    source: &'a Source,
}

impl Building<'_> {
    /// Takes one event; false ends the reading.
    fn event(&mut self, event: Event<'_>, range: Range<usize>) -> bool {
        let begins_otherwise = match &event {
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(anchor, tag)
            | Event::MappingStart(anchor, tag) => *anchor > 0 || tag.is_some(),
            _ => false,
        };
        if begins_otherwise {
            self.out.push(complaint::of_mark(self.source, range.start));
            return false;
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                // Looked for in few values only: it may look back over the whole text.
                if is_block
                    && text.trim().is_empty()
                    && let Some(at) = self.no_block(&range)
                {
                    self.out.push(complaint::of_mark(self.source, at));
                    return false;
                }
                if style == ScalarStyle::DoubleQuoted {
                    self.out.extend(escapes::changed_letter(self.source, &range));
                }
                let empty = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null");
                let value = if empty { Value::Empty } else { Value::Scalar(text.into_owned()) };
                self.close(Node { value, range });
            }
            Event::SequenceStart(..) => return self.start(Value::List(vec![]), range),
            Event::MappingStart(..) => return self.start(Value::Map(vec![]), range),
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(mut ended) = self.open.pop() {
                    ended.node.range.end = range.end.max(ended.node.range.start);
                    self.close(ended.node);
                }
            }
            Event::DocumentStart(_) if self.done.is_some() => {
                self.out.push(
                    Diagnostic::new(
                        Code::BrokenYaml,
                        self.source.span(range),
                        "A second block of fields begins here",
                    )
                    .hint("Remove the line with ... or --- above it"),
                );
                return false;
            }
            Event::Alias(_) => {
                // Aliases of aliases could make a small file fill the memory.
                self.out.push(complaint::of_mark(self.source, range.start));
                return false;
            }
            _ => {}
        }
        true
    }

    /// Where `>5` stands that was meant as words: for YAML, it begins a block of lines that are
    /// indented.
    fn no_block(&self, range: &Range<usize>) -> Option<usize> {
        let text = &self.source.text;
        let is_mark = |byte: &u8| matches!(byte, b'>' | b'|');
        let at = match text.as_bytes().get(range.start).is_some_and(is_mark) {
            true => range.start,
            false => text[..range.start].rfind(['>', '|'])?,
        };
        (text[at..].lines().next()?.trim_end().len() > 1).then_some(at)
    }

    fn start(&mut self, value: Value, range: Range<usize>) -> bool {
        if self.open.len() >= DEPTH {
            self.out.push(
                Diagnostic::new(
                    Code::BrokenYaml,
                    self.source.span(range),
                    "Too many brackets are inside each other",
                )
                .hint("Put the text between quotes if its brackets are meant as text"),
            );
            return false;
        }
        self.open.push(Open { node: Node { value, range }, key: None });
        true
    }

    /// Adds a complete value to the list or map that is open.
    fn close(&mut self, node: Node) {
        let Some(parent) = self.open.last_mut() else {
            self.done = Some(node);
            return;
        };
        match &mut parent.node.value {
            Value::List(items) => items.push(node),
            Value::Map(entries) => match parent.key.take() {
                Some((key, key_range)) => entries.push(KeyValue { key, key_range, value: node }),
                None => {
                    let key = match &node.value {
                        Value::Scalar(text) => text.clone(),
                        // The key as it is written, such as `~` or `[a]`; empty if there is none.
                        Value::Empty | Value::List(_) | Value::Map(_) => {
                            let written = self.source.text.get(node.range.clone());
                            written.unwrap_or_default().trim_matches([':', ' ', '\n']).to_owned()
                        }
                    };
                    parent.key = Some((key, node.range));
                }
            },
            Value::Empty | Value::Scalar(_) => {}
        }
    }

    /// The root. What was still open when a mistake ended the reading is not whole and not kept.
    fn finish(&mut self) -> Option<Node> {
        self.open.truncate(1);
        let root = self.open.pop().map(|root| root.node);
        root.or_else(|| self.done.take())
    }
}

#[cfg(test)]
mod tests;
