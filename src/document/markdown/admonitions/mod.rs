//! Blocks of other tools become alerts (`> [!NOTE]`) before a text of the handbook is read, so that
//! a handbook that comes from there looks as it did.

mod opener;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::alert_kinds::called;
use opener::{Ends, Opener, closer, opener};

/// A text whose blocks are alerts.
#[derive(Debug)]
pub(super) struct Rewritten {
    pub(super) text: String,
    pub(super) places: Moved,
}

/// Where pieces of a rewritten text stand, and where they stood before.
#[derive(Clone, Debug)]
pub(super) struct Moved {
    /// Each with the place where it stands now and the one where it stood.
    pieces: Arc<[(usize, usize)]>,
    /// The length of the text as it was.
    length: usize,
}

impl Moved {
    /// Where the byte stood that is now at `at`.
    pub(super) fn before(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|(now, _)| *now <= at);
        let (now, before) = next.checked_sub(1).map_or((0, 0), |last| self.pieces[last]);
        let limit = self.pieces.get(next).map_or(self.length, |(_, next)| *next);
        (before + (at - now)).min(limit.max(before))
    }
}

/// How deeply such blocks may be nested; what is nested more deeply stays as it was typed.
const MAX_DEPTH: usize = 6;
/// So many columns of indentation are inside a block that is indented.
const INDENT: usize = 4;
/// A block that begins further to the right than in lists and blocks inside each other stays as it
/// was typed, because each of its lines would be that much longer.
const MAX_INDENT: usize = 40;
/// How many times its own length, and how many bytes besides, a text may become. Blocks that people
/// write make it a little longer; a text that would exceed this stays as it was typed.
const MOST_TIMES: usize = 4;
const FREE: usize = 4_000;

/// The text with alerts in place of the blocks of other tools; `None` if it has none of them.
pub(super) fn as_alerts(text: &str) -> Option<Rewritten> {
    let signs = ["!!!", "???", ":::", "{{%", "{{<", "{%"];
    if !signs.iter().any(|sign| text.contains(sign)) {
        return None;
    }
    let lines = lines(text);
    let roles = roles(&lines);
    if !roles.iter().any(|role| matches!(role, Role::Opens(_))) {
        return None;
    }
    let mut writing = Writing { text: String::with_capacity(text.len() + 64), places: vec![] };
    let mut open: Vec<Block<'_>> = vec![];
    for (line, role) in lines.iter().zip(&roles) {
        let mut rest = line.words;
        let mut at = line.at;
        let mut depth = 0;
        for block in &open {
            let stripped = strip(rest, block.strip);
            let is_short = rest.len() - stripped.len() < block.strip && !rest.trim().is_empty();
            if matches!(block.ends, Ends::Indented) && is_short && columns(rest) < block.strip {
                break;
            }
            at += rest.len() - stripped.len();
            rest = stripped;
            depth += 1;
        }
        if depth < open.len() {
            open.truncate(depth);
            // Without it, the line would still belong to the alert: its blank lines begin with >,
            // and so may the line.
            writing.line(&open, line.at, "");
        }
        if writing.text.len() > MOST_TIMES * text.len() + FREE {
            return None;
        }
        let indent = rest.len() - rest.trim_start_matches(' ').len();
        match role {
            Role::Opens(opener) => {
                writing.opener(&open, at, rest, opener);
                let strip = match opener.ends {
                    Ends::Indented => indent + INDENT,
                    Ends::Colons(_) | Ends::Tag(_) => indent,
                };
                open.push(Block { strip, indent, ends: opener.ends });
            }
            Role::Closes if open.iter().any(|block| !matches!(block.ends, Ends::Indented)) => {
                while open.pop().is_some_and(|block| matches!(block.ends, Ends::Indented)) {}
                writing.line(&open, at, "");
            }
            Role::Closes | Role::Text => writing.line(&open, at, rest),
        }
    }
    let places = Moved { pieces: writing.places.into(), length: text.len() };
    Some(Rewritten { text: writing.text, places })
}

/// A block that is open.
struct Block<'a> {
    /// How many columns of each line belong to the block's own indentation.
    strip: usize,
    /// The indentation of the line that began it.
    indent: usize,
    ends: Ends<'a>,
}

struct Line<'a> {
    /// With its line break.
    words: &'a str,
    at: usize,
}

/// What a line does.
#[derive(Debug)]
enum Role<'a> {
    Text,
    Opens(Opener<'a>),
    Closes,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|words| {
        let line = Line { words, at };
        at += words.len();
        line
    });
    lines.collect()
}

/// What each line does. A block that has no end, or whose name says nothing, is left as it is, and
/// so is what stands in code.
fn roles<'a>(lines: &[Line<'a>]) -> Vec<Role<'a>> {
    let mut roles: Vec<Role<'a>> = lines.iter().map(|_| Role::Text).collect();
    // Blocks that wait for their end, each with what begins it if it becomes an alert.
    let mut waiting: Vec<(usize, Ends<'a>, Option<Opener<'a>>)> = vec![];
    let mut code: Option<(char, usize)> = None;
    // Up to where the words of the last list entry, or of an indented block, are indented.
    let mut inner = 0;
    for (number, line) in lines.iter().enumerate() {
        let words = line.words.trim_start();
        let indent = columns(line.words);
        if let Some(fence) = code {
            if ends_code(words, fence) {
                code = None;
            }
            continue;
        }
        code = begins_code(words);
        if words.is_empty() || code.is_some() {
            continue;
        }
        if indent < inner {
            inner = indent;
        }
        if let Some(marker) = list_marker(words) {
            inner = indent + marker;
            continue;
        }
        // What is indented further is code.
        if indent >= inner + INDENT || indent > MAX_INDENT {
            continue;
        }
        if let Some(end) = closer(words) {
            let begun = waiting.iter().rposition(|(_, begun, _)| match (begun, end) {
                (Ends::Colons(begun), Ends::Colons(end)) => *begun <= end,
                (begun, end) => *begun == end,
            });
            let Some(begun) = begun else { continue };
            let block = waiting.drain(begun..).next();
            if let Some((first, _, Some(opener))) = block {
                roles[first] = Role::Opens(opener);
                roles[number] = Role::Closes;
            }
        } else if let Some(opener) = opener(words) {
            let ends = opener.ends;
            let known = called(opener.name).is_some();
            match ends {
                // Each is indented by so much more than the one in which it is.
                Ends::Indented if indent >= MAX_DEPTH * INDENT => {}
                Ends::Indented if known || opener.title.is_some() => {
                    let mut after = lines[number + 1..].iter();
                    let next = after.find(|line| !line.words.trim().is_empty());
                    if next.is_some_and(|next| columns(next.words) >= indent + INDENT) {
                        roles[number] = Role::Opens(opener);
                        inner = indent + INDENT;
                    }
                }
                Ends::Indented => {}
                Ends::Colons(_) | Ends::Tag(_) => {
                    // The first of many has no end, or too much is in it.
                    if waiting.len() == MAX_DEPTH {
                        waiting.remove(0);
                    }
                    waiting.push((number, ends, Some(opener).filter(|_| known)));
                }
            }
        }
    }
    roles
}

fn begins_code(words: &str) -> Option<(char, usize)> {
    let mark = words.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = words.len() - words.trim_start_matches(mark).len();
    let is_fence = length >= 3 && !(mark == '`' && words[length..].contains('`'));
    is_fence.then_some((mark, length))
}

fn ends_code(words: &str, (mark, length): (char, usize)) -> bool {
    let after = words.trim_start_matches(mark);
    words.len() - after.len() >= length && after.trim().is_empty()
}

/// The width of the marker of a list entry, with its blanks.
fn list_marker(words: &str) -> Option<usize> {
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marks: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '*', '+'] };
    let rest = words[digits..].strip_prefix(marks)?;
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    (digits < 10 && (1..=INDENT).contains(&blanks)).then_some(digits + 1 + blanks)
}

/// The columns of blanks at the beginning of a line.
fn columns(line: &str) -> usize {
    let blanks = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t'));
    blanks.fold(0, |column, byte| match byte {
        b'\t' => (column / INDENT + 1) * INDENT,
        _ => column + 1,
    })
}

/// The line without so many columns of blanks.
fn strip(line: &str, columns: usize) -> &str {
    let mut column = 0;
    let mut bytes = 0;
    for byte in line.bytes() {
        match byte {
            b' ' if column < columns => column += 1,
            b'\t' if column < columns => column = (column / INDENT + 1) * INDENT,
            _ => break,
        }
        bytes += 1;
    }
    &line[bytes..]
}

/// The text while it is rewritten.
struct Writing {
    text: String,
    places: Vec<(usize, usize)>,
}

impl Writing {
    /// A line within the open blocks; `at` is where its words stood.
    fn line(&mut self, open: &[Block<'_>], at: usize, words: &str) {
        self.places.push((self.text.len(), at));
        for block in open {
            self.text.extend(std::iter::repeat_n(' ', block.indent));
            self.text.push_str("> ");
        }
        if !open.is_empty() {
            self.places.push((self.text.len(), at));
        }
        self.text.push_str(words);
        if !words.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// The lines that begin an alert; `at` is where the words of the opener's line stood.
    fn opener(&mut self, open: &[Block<'_>], at: usize, line: &str, opener: &Opener<'_>) {
        let indent = &line[..line.len() - line.trim_start_matches(' ').len()];
        let kind = called(opener.name).map_or("note", |kind| kind.name);
        self.line(open, at, &format!("{indent}> [!{}]", kind.to_uppercase()));
        let Some(title) = opener.title else { return };
        let strong = if title.contains(['*', '_']) { "" } else { "**" };
        let title_at = at + line.rfind(title).unwrap_or_default();
        let end = title_at + title.len();
        self.line(open, at, &format!("{indent}> {strong}{title}{strong}"));
        let behind = self.text.len() - 1 - strong.len();
        self.places.push((behind - title.len(), title_at));
        self.places.push((behind, end));
        self.line(open, end, &format!("{indent}>"));
    }
}
