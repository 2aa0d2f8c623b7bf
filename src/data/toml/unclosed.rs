//! Brackets that are opened and not closed before the next field begins. The parser takes all lines
//! below for a part of the value, so the file is read as if they were closed.

use std::ops::Range;

use super::complaint::brackets;
use super::lines::{is_begin, is_header, line_of};
use crate::base::{Code, Diagnostic, Source};

/// A text with what was forgotten in it.
pub(super) struct Mended {
    pub(super) text: String,
    /// Where in it something was put, and how much until then.
    added: Vec<(Range<usize>, usize)>,
    /// Places in values of which nothing more can be said: they lack a quotation mark, too.
    pub(super) unsound: Vec<usize>,
}

impl Mended {
    /// Where a byte of it stands in the text as it was typed.
    pub(super) fn typed(&self, at: usize) -> usize {
        let next = self.added.partition_point(|(place, _)| place.start < at);
        match next.checked_sub(1).and_then(|last| self.added.get(last)) {
            Some((place, added)) if at < place.end => place.end - added,
            Some((_, added)) => at - added,
            None => at,
        }
    }
}

/// What is forgotten at one place.
struct Gap {
    /// The line in which the bracket is opened.
    line: Range<usize>,
    /// Where its end belongs, and what it is.
    at: usize,
    missing: String,
}

/// The text with its brackets closed; reports each that is not. `part` are the fields.
pub(super) fn closed(
    source: &Source,
    part: &Range<usize>,
    out: &mut Vec<Diagnostic>,
) -> Option<Mended> {
    let text = &source.text[part.clone()];
    let gaps = gaps(text);
    let mut mended = Mended { text: String::new(), added: vec![], unsound: vec![] };
    let (mut from, mut added) = (0, 0);
    for gap in &gaps {
        mended.text.push_str(&text[from..gap.at]);
        let place = mended.text.len()..mended.text.len() + gap.missing.len();
        mended.text.push_str(&gap.missing);
        added += gap.missing.len();
        mended.added.push((place, added));
        from = gap.at;
        let place = part.start + gap.line.start..part.start + gap.line.end;
        let (message, hint) = brackets::explained(text, &gap.line, gap.at, &gap.missing);
        out.push(Diagnostic::new(Code::BrokenToml, source.span(place), message).hint(hint));
        let value = text[gap.line.clone()].split_once('=').map_or("", |(_, value)| value);
        let is_comment = value.trim_start_matches([' ', '[']).starts_with('#');
        if is_comment || gap.missing.starts_with(['"', '\'']) {
            mended.unsound.push(gap.at);
        }
    }
    mended.text.push_str(&text[from..]);
    (!gaps.is_empty()).then_some(mended)
}

/// All places where something is forgotten, in order.
fn gaps(text: &str) -> Vec<Gap> {
    let mut gaps = vec![];
    let mut start = 0;
    while start < text.len() {
        let line = line_of(text, start);
        let next = text[start..].find('\n').map_or(text.len(), |end| start + end + 1);
        let words = &text[line.clone()];
        if let Some(gap) = of_header(words, &line) {
            gaps.push(gap);
            start = next;
            continue;
        }
        let value = words.split_once('=').filter(|_| is_begin(words) && !is_header(words));
        let Some((_, value)) = value else {
            start = next;
            continue;
        };
        let read = value_at(text, line.end - value.len());
        if !read.missing.is_empty() {
            gaps.push(Gap { line, at: read.ends, missing: read.missing });
        }
        start = read.next.max(next);
    }
    gaps
}

/// The brackets that are missing around the name of a table: `[[teams]`, `[teams]]`, `[pictures`.
fn of_header(words: &str, line: &Range<usize>) -> Option<Gap> {
    let written = words.split('#').next()?.trim_end();
    let (before, after, name) = brackets::around_name(written)?;
    let wanted = brackets::wanted(name, before.max(after));
    if before > wanted || after > wanted || before == after {
        return None;
    }
    let (at, missing) = match before < wanted {
        true => (line.start, "[".repeat(wanted - before)),
        false => (line.start + written.len(), "]".repeat(wanted - after)),
    };
    // Both sides are never short of some.
    let is_one_side = before == wanted || after == wanted;
    is_one_side.then(|| Gap { line: line.clone(), at, missing })
}

/// A value as it was read.
struct ValueRead {
    /// Behind its last sign.
    ends: usize,
    /// Where the next line begins that does not belong to it.
    next: usize,
    /// What closes it.
    missing: String,
}

/// Reads the value that begins at a byte, until its brackets are closed or something else begins.
fn value_at(text: &str, from: usize) -> ValueRead {
    let bytes = text.as_bytes();
    let mut open: Vec<u8> = vec![];
    let (mut at, mut ends) = (from, from);
    // The quotation mark of a text that ended with its line.
    let mut broken = None;
    while at < bytes.len() {
        match bytes[at] {
            mark @ (b'"' | b'\'') => {
                let (end, is_whole) = text_at(bytes, at, mark);
                broken = (!is_whole).then_some(mark);
                at = end;
                ends = at;
                continue;
            }
            b'#' => {
                at = text[at..].find('\n').map_or(text.len(), |end| at + end);
                continue;
            }
            bracket @ (b'[' | b'{') => open.push(bracket),
            b']' | b'}' => {
                open.pop();
            }
            b'\n' => {
                if open.is_empty() {
                    return ValueRead { ends, next: at + 1, missing: String::new() };
                }
                let last = bytes[from..ends].last().copied();
                if is_other(&text[line_of(text, at + 1)], open.last().copied(), last) {
                    break;
                }
            }
            _ => {}
        }
        if !bytes[at].is_ascii_whitespace() {
            ends = at + 1;
            broken = None;
        }
        at += 1;
    }
    let close = |bracket: &u8| if *bracket == b'[' { ']' } else { '}' };
    let quote = broken.filter(|_| !open.is_empty()).map(char::from);
    let missing = quote.into_iter().chain(open.iter().rev().map(close)).collect();
    ValueRead { ends, next: (at + 1).min(text.len()), missing }
}

/// Where a text between quotation marks ends, and whether it was closed.
fn text_at(bytes: &[u8], from: usize, mark: u8) -> (usize, bool) {
    let is_long = bytes[from..].starts_with(&[mark; 3]);
    let mut at = from + if is_long { 3 } else { 1 };
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if mark == b'"' && bytes.get(at + 1) != Some(&b'\n') => at += 1,
            b'\n' if !is_long => return (at, false),
            byte if byte == mark && !is_long => return (at + 1, true),
            _ if is_long && bytes[at..].starts_with(&[mark; 3]) => return (at + 3, true),
            _ => {}
        }
        at += 1;
    }
    // A text on several lines has a message of its own.
    (bytes.len(), is_long)
}

/// Whether a line begins another field or table, while this bracket is open. Between braces, fields
/// are what belongs there: only one at the edge that no comma leads to is another.
fn is_other(line: &str, open: Option<u8>, last: Option<u8>) -> bool {
    let is_led_to = matches!(last, Some(b',' | b'{'));
    is_header(line)
        || is_begin(line) && (open == Some(b'[') || !is_led_to && !line.starts_with([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_closed_before_the_next_field_begins() {
        for (typed, closed) in [
            ("a = [1, 2\nb = 1\n", "a = [1, 2]\nb = 1\n"),
            ("a = [1, 2 # two\n\nb = 1\n", "a = [1, 2] # two\n\nb = 1\n"),
            ("a = [\n1,\n2,\n[[t]]\nb = 1\n", "a = [\n1,\n2,]\n[[t]]\nb = 1\n"),
            ("a = { b = \"c\"\n[t]\n", "a = { b = \"c\"}\n[t]\n"),
            ("a = { b = \"c\"\nd = 1\n", "a = { b = \"c\"}\nd = 1\n"),
            ("a = { b = \"c }\nd = 1\n", "a = { b = \"c }\"}\nd = 1\n"),
            ("a = [\"b]\nd = 1\n", "a = [\"b]\"]\nd = 1\n"),
            ("a = [{ b = \"c\"\nd = 1\n", "a = [{ b = \"c\"}]\nd = 1\n"),
            ("a = [1", "a = [1]"),
            ("[[teams]\na = 1\n", "[[teams]]\na = 1\n"),
            ("[teams]] # ours\na = 1\n", "[[teams]] # ours\na = 1\n"),
            ("[pictures\na = 1\n", "[pictures]\na = 1\n"),
        ] {
            let path = crate::base::SourcePath::new("site.toml").expect("inside");
            let source = Source::new(path, typed);
            let mut out = vec![];
            let mended = super::closed(&source, &(0..typed.len()), &mut out).expect(typed);
            assert_eq!(mended.text, closed, "{typed}");
            assert_eq!(out.len(), 1, "{out:?}");
            assert_eq!(mended.typed(mended.text.len()), typed.len(), "{typed}");
            assert_eq!(mended.typed(0), 0, "{typed}");
        }
        for whole in [
            "a = [\n1,\n[2],\n]\nb = 1\n",
            "a = {\n  b = 1,\n  c = 2\n}\n",
            "a = [\n  { b = 1,\n c = 2 },\n]\n",
            "a = \"[\"\nb = '{'\n",
            "a = \"\"\"\n[t]\nb = [\n\"\"\"\nc = 1\n",
            "a = 1 # [\nb = 2\n",
            "[teams]\n[[places]]\n",
        ] {
            assert!(gaps(whole).is_empty(), "{whole}");
        }
    }
}
