//! TOML into the tree.

mod across;
pub(super) mod complaint;
mod lines;
pub(super) mod misplaced;
mod tables;
mod unclosed;

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::{KeyValue, Node, Notation, Tree, Value, broken_letters, escapes};
use crate::base::{Diagnostic, Source};

/// More of them are not reported, because they follow from the ones before.
const MAX_REPORTED: usize = 200;

/// Reads a whole file.
pub(crate) fn read_file(source: &Source, out: &mut Vec<Diagnostic>) -> Tree {
    let whole = 0..source.text.len();
    out.extend(broken_letters::check(source, whole.clone()));
    read(source, whole, out)
}

/// Reads the part `range` of a file; a mistake does not hide the rest.
pub(crate) fn read(source: &Source, range: Range<usize>, out: &mut Vec<Diagnostic>) -> Tree {
    let text = &source.text[range.clone()];
    let (mut table, mut errors) = DeTable::parse_recoverable(text);
    let broken = !errors.is_empty();
    if broken && let Some(complaint) = complaint::of_old_mac(source, &range) {
        out.push(complaint);
        return Tree { entries: vec![], notation: Notation::Toml, broken };
    }
    let already = out.len();
    let mended = broken.then(|| unclosed::closed(source, &range, out)).flatten();
    if let Some(mended) = &mended {
        (table, errors) = DeTable::parse_recoverable(&mended.text);
    }
    let place = |at: usize| mended.as_ref().map_or(at, |mended| mended.typed(at));
    let whole = |span: Range<usize>| range.start + place(span.start)..range.start + place(span.end);
    let mut entries = entries(table.get_ref(), &whole);
    // Nothing more is said of lines that were mended.
    let line_starts_at = |it: &Diagnostic| it.span.range.as_ref().map_or(0, |it| it.start);
    let mut told: BTreeSet<usize> =
        out[already..].iter().map(|it| line_starts_at(it) - range.start).collect();
    let single = match broken {
        true => tables::single_among_double(source, &range, out),
        false => BTreeSet::new(),
    };
    // What the parser made of these tables says nothing.
    entries.retain(|entry| !single.contains(entry.key.as_str()));
    let mut places = mended.as_ref().map_or(vec![], |mended| mended.unsound.clone());
    // Further mistakes in the same line follow from the first one.
    let (mut line, mut told_count, mut swallowed) = (0..0, 0, text.len() + 1);
    // So do fields below a table that was there before.
    let mut again = 0..0;
    // And so do the further lines of a text.
    let mut covered: Vec<Range<usize>> = vec![];
    for error in errors {
        let place = match error.span() {
            Some(span) => place(span.start)..place(span.end),
            None => longest_name(text),
        };
        places.push(place.start);
        let here = &text[lines::line_of(text, place.start)];
        let name = tables::double(here).or_else(|| tables::single(here));
        if name.is_some_and(|name| single.contains(name)) {
            continue;
        }
        if place.start > swallowed
            || told_count == MAX_REPORTED
            || again.contains(&place.start)
            || told_count > 0 && (line.start..=line.end).contains(&place.start)
        {
            continue;
        }
        line = lines::line_of(text, place.start);
        if !told.insert(line.start) {
            continue;
        }
        let words = error.message().lines().next().unwrap_or_default();
        if words.contains("duplicate key") && tables::single(&text[line.clone()]).is_some() {
            let end = text[line.end..].find("\n[").map_or(text.len(), |end| line.end + end);
            again = line.end..end + 1;
        }
        let here = range.start + place.start..range.start + place.end;
        let complaint = complaint::of(source, &range, here, words);
        if complaint.swallows {
            swallowed = place.start;
        }
        covered.extend(complaint.covers);
        let at = line_starts_at(&complaint.diagnostic).saturating_sub(range.start);
        let begins = lines::line_of(text, at).start;
        if begins != line.start && !told.insert(begins) {
            continue;
        }
        told_count += 1;
        out.push(complaint.diagnostic);
    }
    let mut at = 0;
    out.retain(|it| {
        at += 1;
        let begins = line_starts_at(it).saturating_sub(range.start);
        at <= already || !covered.iter().any(|lines| lines.contains(&begins))
    });
    places.sort_unstable();
    let lines = line_starts(text, &places);
    prune(&mut entries, &Spoilt { offset: range.start, places: &places, lines: &lines });
    entries.iter().for_each(|entry| changed_letters(source, &entry.value, out));
    Tree { entries, notation: Notation::Toml, broken }
}

/// Reports backslashes that change a letter, in texts on one line.
fn changed_letters(source: &Source, node: &Node, out: &mut Vec<Diagnostic>) {
    match &node.value {
        Value::Scalar(_) => {
            let written = &source.text[node.range.clone()];
            if written.starts_with('"') && !written.starts_with("\"\"\"") {
                out.extend(escapes::changed_letter(source, &node.range));
            }
        }
        Value::List(items) => items.iter().for_each(|item| changed_letters(source, item, out)),
        Value::Map(entries) => {
            entries.iter().for_each(|entry| changed_letters(source, &entry.value, out));
        }
        Value::Empty => {}
    }
}

/// Removes the fields that contain a mistake, because nothing more can be said of them.
fn prune(entries: &mut Vec<KeyValue>, spoilt: &Spoilt<'_>) {
    if spoilt.places.is_empty() {
        return;
    }
    entries.retain(|entry| !spoilt.has(entry));
    for entry in entries {
        let items = match &mut entry.value.value {
            Value::List(items) => items.as_mut_slice(),
            _ => std::slice::from_mut(&mut entry.value),
        };
        for item in items {
            if let Value::Map(entries) = &mut item.value {
                prune(entries, spoilt);
            }
        }
    }
}

/// Where the lines of these places begin, which are in order.
fn line_starts(text: &str, places: &[usize]) -> Vec<usize> {
    let (mut start, mut seen) = (0, 0);
    let start_of = |place: &usize| {
        let place = (*place).min(text.len());
        // As bytes: a place may be inside of a character.
        let newline = text.as_bytes()[seen..place].iter().rposition(|byte| *byte == b'\n');
        start = newline.map_or(start, |newline| seen + newline + 1);
        seen = place;
        start
    };
    places.iter().map(start_of).collect()
}

/// Where the mistakes are, in order.
struct Spoilt<'a> {
    offset: usize,
    places: &'a [usize],
    /// Where the line of each begins.
    lines: &'a [usize],
}

impl Spoilt<'_> {
    /// Whether one of them is in the name or in the value of this field. Of tables, only the first
    /// line counts: the others were read.
    fn has(&self, entry: &KeyValue) -> bool {
        let is_table = match &entry.value.value {
            Value::Map(_) => true,
            Value::List(items) => items.iter().any(|item| matches!(item.value, Value::Map(_))),
            Value::Empty | Value::Scalar(_) => false,
        };
        let start = entry.key_range.start - self.offset;
        let next = self.places.partition_point(|place| *place < start);
        match (self.places.get(next), self.lines.get(next)) {
            (Some(_), Some(line)) if is_table => *line <= start,
            (_, Some(line)) => {
                // Of a value that could not be read, the parser does not say where it is.
                *line <= entry.value.range.end.max(entry.key_range.end) - self.offset
            }
            _ => false,
        }
    }
}

/// The line with the most dots. For a name with too many parts, the parser does not say where it
/// is.
fn longest_name(text: &str) -> Range<usize> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        start += line.len();
        let begin = start - line.len();
        (line.matches('.').count(), begin..begin + line.trim_end().len())
    });
    // Of equals the first.
    lines.min_by_key(|(dots, _)| std::cmp::Reverse(*dots)).map_or(0..0, |(_, line)| line)
}

/// Where a span of the parsed text stands in the file.
type Whole<'a> = &'a dyn Fn(Range<usize>) -> Range<usize>;

fn entries(table: &DeTable<'_>, whole: Whole<'_>) -> Vec<KeyValue> {
    let mut entries: Vec<KeyValue> = table
        .iter()
        .map(|(key, value)| KeyValue {
            key: key.get_ref().to_string(),
            key_range: whole(key.span()),
            value: node(value, whole),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_range.start);
    entries
}

fn node(value: &Spanned<DeValue<'_>>, whole: Whole<'_>) -> Node {
    let tree = match value.get_ref() {
        DeValue::String(text) => Value::Scalar(text.to_string()),
        DeValue::Integer(number) => Value::Scalar(decimal(number)),
        DeValue::Float(number) => Value::Scalar(number.as_str().replace('_', "")),
        DeValue::Boolean(answer) => Value::Scalar(answer.to_string()),
        DeValue::Datetime(date) => Value::Scalar(date.to_string()),
        DeValue::Array(list) => Value::List(list.iter().map(|item| node(item, whole)).collect()),
        DeValue::Table(table) => Value::Map(entries(table, whole)),
    };
    Node { value: tree, range: whole(value.span()) }
}

/// `0x10` is 16. A number that is too large stays as it was written.
fn decimal(number: &DeInteger<'_>) -> String {
    let digits = number.as_str().replace('_', "");
    match number.radix() {
        10 => digits,
        radix => i128::from_str_radix(&digits, radix)
            .map_or_else(|_| number.to_string(), |number| number.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    #[test]
    fn places_count_the_whole_file_and_one_mistake_hides_nothing() {
        let text = "+++\ntitle = \"Pump\"\nteam = workshop\nyear = 1_000\n+++\n";
        let source = Source::new(SourcePath::new("content/a.md").expect("inside"), text);
        let mut out = vec![];
        let tree = read(&source, 4..text.len() - 4, &mut out);
        assert_eq!(out.len(), 1, "{out:?}");
        assert!(tree.broken);
        let year = tree.entries.iter().find(|entry| entry.key == "year").expect("was read");
        assert_eq!(year.value.value, Value::Scalar("1000".into()));
        assert_eq!(&text[year.key_range.clone()], "year");
    }
}
