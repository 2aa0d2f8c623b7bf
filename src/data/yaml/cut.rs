//! Words that YAML leaves out, because a # stands before them. A comment that was meant as one has a
//! space behind its #, and no number; behind words for readers, even that is not certain.

mod first_line;
mod wordless;

use std::ops::Range;

use wordless::holds_no_words;

use super::prose::{is_name, is_prose};
use crate::base::{Code, Diagnostic, Severity, Source};
use crate::data::quotes::{quoted, unquoted};
use crate::data::reader::shortened;
use crate::data::{KeyValue, Node, Value};

/// Why words are left out.
const IGNORED: &str = "Everything after # is ignored here, because # begins a comment";

/// Reports the words that are left out among fields that were read, and drops the values of which
/// nothing is left. The second answer is whether there were such values.
pub(super) fn check(
    source: &Source,
    part: Range<usize>,
    entries: &mut Vec<KeyValue>,
) -> (Vec<Diagnostic>, bool) {
    let text = &*source.text;
    if !text[part.clone()].contains('#') {
        return (vec![], false);
    }
    let mut scalars = vec![];
    for entry in &*entries {
        collect_entry(text, entry, false, &mut scalars);
    }
    scalars.sort_by_key(|scalar| scalar.range.start);
    let (mut found, mut lost) = (vec![], vec![]);
    let mut start = part.start;
    for line in text[part].split_inclusive('\n') {
        let Some((at, cut)) = in_line(text, start, line, &scalars) else {
            start += line.len();
            continue;
        };
        let span = source.span(at..start + line.trim_end().len());
        start += line.len();
        found.push(match cut {
            Cut::All(hint) => {
                lost.push(at);
                let message = "This value begins with #, so all of it is ignored";
                Diagnostic::new(Code::BrokenYaml, span, message).hint(hint)
            }
            Cut::Rest(hint) => Diagnostic::new(Code::CutByHash, span, IGNORED).hint(hint),
            Cut::Perhaps(hint) => Diagnostic::new(Code::CutByHash, span, IGNORED)
                .with_severity(Severity::Advice)
                .hint(hint),
        });
    }
    prune_map(text, entries, &lost);
    (found, !lost.is_empty())
}

/// What is left out of the line that begins at byte `start`, and where its comment begins: with the
/// first # that stands in no name or value and has a blank before it. Whatever follows on this line,
/// other # too, is a part of that comment.
fn in_line(text: &str, start: usize, line: &str, scalars: &[Scalar]) -> Option<(usize, Cut)> {
    for (at, _) in line.match_indices('#') {
        let is_parted = line[..at].chars().next_back().is_none_or(char::is_whitespace);
        let at = start + at;
        let before = scalars.partition_point(|scalar| scalar.range.start < at).checked_sub(1);
        let scalar = before.map(|before| &scalars[before]);
        if !is_parted || scalar.is_some_and(|scalar| scalar.range.end > at) {
            continue;
        }
        let rest = text[at..start + line.len()].trim_end();
        let comment = Comment { text, start, at, rest };
        return comment.cut(scalar).map(|cut| (at, cut));
    }
    None
}

/// What stands behind a # that begins a comment for YAML, whatever its author meant.
struct Comment<'a> {
    text: &'a str,
    /// Where the line begins.
    start: usize,
    at: usize,
    /// The line from the # on.
    rest: &'a str,
}

/// What is left out, with the remedy.
enum Cut {
    /// A whole value.
    All(String),
    Rest(String),
    /// The same, where it may be a comment.
    Perhaps(String),
}

/// A name or value that was read.
struct Scalar {
    range: Range<usize>,
    /// It is a value for readers, in words.
    is_prose: bool,
}

impl Comment<'_> {
    /// `scalar` is the name or value that begins last before the #.
    fn cut(&self, scalar: Option<&Scalar>) -> Option<Cut> {
        let before = self.text[self.start..self.at].trim_end();
        if before.trim_start().is_empty() {
            if let Some(hint) = first_line::remedy(self.text, self.start, self.at) {
                return Some(Cut::Rest(hint));
            }
            let range = &scalar?.range;
            if !goes_on(self.text, range, self.start, self.at) {
                return None;
            }
            let whole = quoted(&format!("{} {}", &self.text[range.clone()], self.rest));
            let hint = format!("Write the whole text on one line, between quotes: {whole}");
            return Some(Cut::Rest(hint));
        }
        let end = self.start + before.len();
        let ended = scalar.filter(|scalar| scalar.range.end == end);
        let Some(words) = words(self.rest) else {
            let has_words = self.rest.contains(char::is_alphanumeric);
            let value = ended.filter(|scalar| scalar.is_prose && has_words)?;
            let whole = self.joined(&value.range, self.rest);
            return Some(Cut::Perhaps(format!(
                "If it is a comment, put it on a line of its own; if not, put the text between \
                 quotes: {whole}"
            )));
        };
        let is_within = before.contains(['[', '{']);
        let value = if is_within { item(words) } else { words };
        if before.ends_with([':', '[', '{', ',', '-']) {
            let lead = before.trim_start();
            let gap = if lead.ends_with(['[', '{']) { "" } else { " " };
            let behind = others_quoted(&words[value.len()..]);
            let line = format!("{lead}{gap}{}{behind}", quoted(value));
            return Some(Cut::All(format!("Put the text between quotes: {line}")));
        }
        // A name is one word, so what follows it is a comment, whatever it looks like.
        if !is_within && holds_no_words(&self.text[self.start..self.at]) {
            let comment = words.trim_start_matches('#').trim();
            return Some(Cut::Rest(format!(
                "Put the comment on a line of its own: # {}; or remove it",
                shortened(comment)
            )));
        }
        Some(Cut::Rest(match ended {
            Some(scalar) => {
                format!("Put the text between quotes: {}", self.joined(&scalar.range, value))
            }
            // `{photo: no, name: yes} # 2 November`
            None if before.ends_with(['}', ']']) && self.rest.starts_with("# ") => return None,
            None => "Remove it; or write a space behind the # if it is a comment".to_owned(),
        }))
    }

    /// A value with what was left out behind it, between quotes.
    fn joined(&self, value: &Range<usize>, rest: &str) -> String {
        let written = &self.text[value.clone()];
        let plain = match written.starts_with(['"', '\'']) {
            true => unquoted(written),
            false => written.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        quoted(&format!("{plain} {rest}"))
    }
}

/// Whether a line that begins with a # was probably meant to go on with the value in the line above
/// it: it is indented further than that line, and no field or item that somebody put aside.
fn goes_on(text: &str, value: &Range<usize>, line_start: usize, at: usize) -> bool {
    let above = text[..line_start].trim_end_matches(['\n', '\r']);
    let above_start = above.rfind('\n').map_or(0, |newline| newline + 1);
    let indent = |line: &str| line.len() - line.trim_start().len();
    let line = text[at..].lines().next().unwrap_or_default();
    let is_field = |word: &str| word.ends_with(':') || word == "#-";
    value.end == above.len()
        && !text[value.clone()].starts_with(['"', '\''])
        && !text[value.clone()].contains('\n')
        && indent(&text[line_start..at + 1]) > indent(&text[above_start..above.len()])
        && words(line).is_some_and(|words| !words.split_whitespace().next().is_some_and(is_field))
}

/// What a # leaves out of a line that cannot be read, with the remedy: inside brackets, it leaves out
/// the end of the list, too. The first answer is the value that is cut, as a place in the line.
pub(super) fn in_brackets(line: &str) -> Option<(Range<usize>, &'static str, String)> {
    let at = begins(line)?;
    let (before, rest) = (line[..at].trim_end(), line[at..].trim_end());
    let opened = before.matches(['[', '{']).count().checked_sub(before.matches([']', '}']).count());
    let opened = opened.filter(|count| *count > 0)?;
    let value = item(rest);
    let behind = &rest[value.len()..];
    let field = before[before.rfind(['[', '{', ',']).map_or(0, |at| at + 1)..].trim_start();
    let is_comment = words(rest).is_none();
    let ends_here = behind.matches([']', '}']).count() == opened;
    if ends_here && (is_comment || holds_no_words(field)) {
        let comment = shortened(value.trim_start_matches('#').trim());
        let line = format!("{}{behind}", before.trim_start());
        let hint = format!("Put the comment on a line of its own: # {comment}; and write {line}");
        return Some((at..at + value.len(), IGNORED, hint));
    }
    if is_comment {
        return None;
    }
    let start = before.rfind(['[', '{', ',']).map_or(0, |at| at + 1);
    let start = match before.ends_with(':') {
        true => before.len(),
        false => before[start..].find(": ").map_or(start, |at| start + at + 2),
    };
    let start = start + before[start..].len() - before[start..].trim_start().len();
    let place = start..at + value.len();
    let whole = format!("{} {value}", &before[start..]);
    let lead = line[..start].trim();
    let lead = format!("{lead}{}", if lead.ends_with([',', ':']) { " " } else { "" });
    let line = format!("{lead}{}{}", quoted(whole.trim()), others_quoted(behind));
    Some((place, IGNORED, format!("Put the text between quotes: {line}")))
}

/// The end of a list behind an item that is put between quotes; so are those that need them, too.
fn others_quoted(behind: &str) -> String {
    let end = behind.find([']', '}']).unwrap_or(behind.len());
    let items = behind[..end].split(',').map(|item| match begins(item) {
        Some(_) => format!(" {}", quoted(item.trim())),
        None => item.to_owned(),
    });
    items.collect::<Vec<_>>().join(",") + &behind[end..]
}

/// Whether a # leaves something out of this line, which goes on in the next.
pub(super) fn in_text(line: &str) -> Option<&'static str> {
    let at = begins(line)?;
    words(&line[at..]).filter(|_| !line[..at].trim().is_empty()).map(|_| IGNORED)
}

/// Where a comment begins, in the eyes of YAML. (Without a blank before it, it is a mistake.)
fn begins(line: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') if before.is_whitespace() || "[{,".contains(before) => return Some(at),
            (None, '"' | '\'') if " [{,".contains(before) => quote = Some(c),
            (Some(mark), c) if mark == c => quote = None,
            _ => {}
        }
        before = c;
    }
    None
}

/// The words from a # on, if they were probably not meant as a comment.
pub(in crate::data) fn words(rest: &str) -> Option<&str> {
    let words = rest.trim_end();
    let behind = words.trim_start_matches('#');
    let is_comment = match behind.chars().next() {
        // `C #` is no comment, and a row of # is an ornament.
        None => words.len() > 1,
        Some(c) if c.is_whitespace() => {
            words.len() - behind.len() > 1
                || !behind.trim_start().starts_with(|c: char| c.is_ascii_digit())
        }
        Some(_) => false,
    };
    (!is_comment).then_some(words)
}

/// The words up to the end of an item of a list between brackets.
fn item(words: &str) -> &str {
    words[..words.find([',', ']', '}']).unwrap_or(words.len())].trim_end()
}

/// What stands in a field that holds words for readers does so too, by language.
fn collect_entry(text: &str, entry: &KeyValue, in_prose: bool, scalars: &mut Vec<Scalar>) {
    scalars.push(Scalar { range: extent(text, &entry.key_range), is_prose: false });
    let written = &text[entry.value.range.clone()];
    let is_prose = in_prose || is_prose(&entry.key) || is_name(&entry.key, written);
    collect(text, &entry.value, is_prose, scalars);
}

fn collect(text: &str, node: &Node, is_prose: bool, scalars: &mut Vec<Scalar>) {
    match &node.value {
        Value::Empty => {}
        Value::Scalar(_) => {
            scalars.push(Scalar { range: extent(text, &node.range), is_prose });
        }
        Value::List(items) => items.iter().for_each(|item| collect(text, item, is_prose, scalars)),
        Value::Map(entries) => {
            entries.iter().for_each(|entry| collect_entry(text, entry, is_prose, scalars));
        }
    }
}

/// Where a scalar stands. The parser counts what follows on its line as a part of a quoted one.
fn extent(text: &str, range: &Range<usize>) -> Range<usize> {
    let written = &text[range.clone()];
    let mark = match written.chars().next() {
        Some(mark @ ('"' | '\'')) => mark,
        _ => return range.clone(),
    };
    let mut at = 1;
    while let Some(c) = written[at..].chars().next() {
        let next = written[at + c.len_utf8()..].chars().next();
        match (c, mark) {
            ('\\', '"') | ('\'', '\'') if c == '\\' || next == Some('\'') => {
                at += c.len_utf8() + next.map_or(0, char::len_utf8);
            }
            (c, mark) if c == mark => return range.start..range.start + at + 1,
            _ => at += c.len_utf8(),
        }
    }
    range.clone()
}

/// Drops the fields that were left without a value; `lost` are places of # in order.
fn prune_map(text: &str, entries: &mut Vec<KeyValue>, lost: &[usize]) {
    let is_lost = |entry: &KeyValue| {
        let end = entry.key_range.end;
        // Only the next # can be the one of this field.
        let next = lost.get(lost.partition_point(|at| *at < end));
        entry.value.value == Value::Empty && next.is_some_and(|at| text[end..*at].trim() == ":")
    };
    entries.retain(|entry| !is_lost(entry));
    for entry in entries {
        prune(text, &mut entry.value, lost);
    }
}

fn prune(text: &str, node: &mut Node, lost: &[usize]) {
    match &mut node.value {
        Value::Map(entries) => prune_map(text, entries, lost),
        Value::List(items) => {
            let is_lost = |item: &Node| {
                let start = item.range.start;
                let last = lost[..lost.partition_point(|at| *at <= start)].last();
                item.value == Value::Empty
                    && last.is_some_and(|at| !text[*at..start].contains('\n'))
            };
            items.retain(|item| !is_lost(item));
            items.iter_mut().for_each(|item| prune(text, item, lost));
        }
        Value::Empty | Value::Scalar(_) => {}
    }
}
