//! Lines of a group of fields that begin at the edge below the name of the group: `people:`, then
//! `id: kirsten` without the spaces that put it there. They are read as what they mean, and told
//! once, with the whole group as it should be written.

mod on_one_line;

use std::collections::{BTreeSet, HashMap};

use self::on_one_line::written_whole;
use super::answers::Said;
use super::reader::shortened;
use super::{Field, KeyValue, Node, Notation, Reader, Shape, Value, foreign, translated};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic};

/// Words that mean a field of a group, besides those that `translated` knows. At the edge of a line,
/// they would mean other things.
const WITHIN: &[(&str, &[&str])] = &[
    ("id", &["person", "colleague", "who", "kollega", "collega", "persoon", "medarbejder"]),
    ("who", &["id", "name", "person", "hvem", "wie"]),
    ("note", &["text", "what", "tekst", "hvad", "wat"]),
    ("says", &["text", "quote", "tekst", "siger", "zegt"]),
    ("mentioned", &["kunde", "klant", "named", "nævnt", "genoemd"]),
    ("by", &["credit", "photographer", "taken_by", "fotograf", "fotograaf"]),
];

/// So many groups are put together. Each moves all lines behind it, and a hostile file has thousands.
const MOST: usize = 20;

/// Puts such lines into the groups above them, and reports each group once.
pub(crate) fn gathered(entries: &mut Vec<KeyValue>, fields: &[Field], reader: &mut Reader<'_>) {
    if reader.notation == Notation::Toml {
        return;
    }
    // How often each name stands there: to look through all lines for each would take too long.
    let mut counts: HashMap<String, usize> = HashMap::new();
    for entry in entries.iter() {
        *counts.entry(entry.key.clone()).or_default() += 1;
    }
    let (mut at, mut gathered) = (0, 0);
    while at < entries.len() && gathered < MOST {
        let key = &entries[at].key;
        let is_there = |name: &str| counts.get(name).is_some_and(|count| *count > 0);
        let meant = || translated::meant(key, fields).filter(|name| !is_there(name));
        let exact = fields.iter().map(|field| field.name).find(|name| *name == key.as_str());
        let name = exact.or_else(meant);
        let field = fields.iter().find(|field| Some(field.name) == name);
        // What a person agreed to is read with more care.
        let group = field.filter(|field| field.name != "consent").and_then(Group::of);
        if let Some(group) = group.filter(|group| group.is_open(&entries[at].value)) {
            let count = group.count(&entries[at + 1..], fields);
            let strays: Vec<KeyValue> = entries.drain(at + 1..at + 1 + count).collect();
            if !strays.is_empty() {
                for gone in strays.iter().map(|stray| &stray.key).chain([&entries[at].key]) {
                    counts.entry(gone.clone()).and_modify(|count| *count = count.saturating_sub(1));
                }
                *counts.entry(group.name.to_owned()).or_default() += 1;
                take_in(&mut entries[at], strays, &group, fields, reader);
                gathered += 1;
            }
        }
        at += 1;
    }
}

/// Puts lines into the group above them, and reports it.
fn take_in(
    entry: &mut KeyValue,
    strays: Vec<KeyValue>,
    group: &Group,
    fields: &[Field],
    reader: &mut Reader<'_>,
) {
    let names: Vec<&str> = strays.iter().map(|stray| &*stray.key).collect();
    let message = belong(&entry.key, &names);
    // The remedy gives it its right name, too.
    group.name.clone_into(&mut entry.key);
    let lines = Lines::of(&reader.source.text, entry, &strays);
    let first = strays[0].key_range.clone();
    let before = reader.source.text.get(entry.value.range.clone()).unwrap_or_default();
    let is_block = !before.starts_with(['[', '{']);
    let was_empty = entry.value.value == Value::Empty;
    let begins = group.put(&mut entry.value, strays, fields);
    let above = reader.source.text.get(..first.start).unwrap_or_default();
    let hint = match written_whole(entry) {
        Some(whole) => format!("Write {whole} in place of {}", lines.whole()),
        // Too long for one line.
        None if was_empty && group.is_list => lines.as_entries(&begins),
        None if was_empty => format!("Begin {} with two spaces", lines.strays()),
        None if is_block => {
            format!("Begin {} with {} spaces", lines.strays(), inner_column(above))
        }
        None => format!("Move {} into the brackets of “{}”", lines.strays(), entry.key),
    };
    let span = reader.source.span(first);
    reader.report(Diagnostic::new(Code::UnknownField, span, message).hint(hint));
}

/// What is said of fields that belong to the group above them.
pub(crate) fn belong(group: &str, names: &[&str]) -> String {
    let named = |name: &&str| format!("“{}”", shortened(name));
    let mut names = names.to_vec();
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(*name));
    match &*names {
        [name] => format!("{} belongs to “{group}” above it, and begins at the edge", named(name)),
        [before @ .., last] if names.len() < 5 => format!(
            "{} and {} belong to “{group}” above them, and begin at the edge",
            before.iter().map(named).collect::<Vec<_>>().join(", "),
            named(last)
        ),
        names => format!(
            "These {} fields belong to “{group}” above them, and begin at the edge",
            names.len()
        ),
    }
}

/// The remedy for a group that is written on one line, if it is not too long.
pub(crate) fn on_one_line(
    entry: &KeyValue,
    strays: &[KeyValue],
    reader: &Reader<'_>,
) -> Option<String> {
    let lines = Lines::of(&reader.source.text, entry, strays);
    let mut whole = entry.clone();
    match &mut whole.value.value {
        Value::Map(inside) => inside.extend(strays.iter().cloned()),
        other => *other = Value::Map(strays.to_vec()),
    }
    let whole = written_whole(&whole)?;
    Some(format!("Write {whole} in place of {}", lines.whole()))
}

/// A field that holds a group, a list of groups, or the names of others, which somebody may write as
/// groups.
struct Group {
    name: &'static str,
    inner: &'static [Field],
    is_list: bool,
    /// Of what it holds names, if it holds no groups.
    of_names: Option<&'static str>,
}

impl Group {
    fn of(field: &Field) -> Option<Group> {
        let (shape, is_list) = match &field.shape {
            Shape::List(inner) => (*inner, true),
            shape => (shape, false),
        };
        let (inner, of_names): (&'static [Field], _) = match shape {
            Shape::Group(inner) => (inner, None),
            Shape::Name(kind) => (&[], Some(*kind)),
            _ => return None,
        };
        Some(Group { name: field.name, inner, is_list, of_names })
    }

    /// Whether lines below it may go on with it.
    fn is_open(&self, value: &Node) -> bool {
        match &value.value {
            Value::Empty => true,
            Value::Map(_) => self.of_names.is_none(),
            Value::List(items) => self.is_list && self.of_names.is_none() && !items.is_empty(),
            Value::Scalar(_) => false,
        }
    }

    /// How many of the entries below it belong to it. What no list of fields knows does so, too, if
    /// others beside it do.
    fn count(&self, below: &[KeyValue], fields: &[Field]) -> usize {
        let is_certain = |entry: &KeyValue| {
            let field = self.meant(&entry.key, fields);
            field.is_some_and(|name| self.may_say(name, &entry.value))
        };
        let is_unknown = |entry: &KeyValue| {
            let known = || fields.iter().map(|field| field.name);
            self.of_names.is_none()
                && !entry.key.is_empty()
                && translated::meant(&entry.key, fields).is_none()
                && translated::inside(&entry.key, fields).is_none()
                && nearest(&entry.key, known()).is_none()
                && !foreign::is_known(&entry.key)
                && !matches!(entry.value.value, Value::Map(_))
        };
        let is_own = |entry: &KeyValue| fields.iter().any(|field| field.name == entry.key);
        let belongs =
            |entry: &&KeyValue| !is_own(entry) && (is_certain(entry) || is_unknown(entry));
        let count = below.iter().take_while(belongs).count();
        if below[..count].iter().any(is_certain) { count } else { 0 }
    }

    /// Whether the value may be one of this field: `photo: bus.jpg` is no answer.
    fn may_say(&self, name: &str, value: &Node) -> bool {
        let field = self.inner.iter().find(|field| field.name == name);
        let is_answer = field.is_some_and(|field| matches!(field.shape, Shape::YesNo));
        !is_answer || value.value == Value::Empty || Said::of_node(value).is_some()
    }

    /// The field of this group that a name means.
    fn meant(&self, key: &str, fields: &[Field]) -> Option<&'static str> {
        let key = key.to_lowercase();
        if let Some(kind) = self.of_names {
            return (matches!(&*key, "id" | "name" | "who") || key == kind).then_some("id");
        }
        let own = self.inner.iter().map(|field| field.name);
        let of_group = |name: &str| self.inner.iter().find(|it| it.name == name).map(|it| it.name);
        let within = || {
            let words = WITHIN.iter().filter(|(_, words)| words.contains(&&*key));
            words.map(|(name, _)| *name).find_map(of_group)
        };
        let inside = || {
            let (group, name) = translated::inside(&key, fields)?;
            (group == self.name).then_some(name)
        };
        own.clone()
            .find(|name| *name == key)
            .or_else(within)
            .or_else(|| translated::meant(&key, self.inner))
            .or_else(inside)
            .or_else(|| nearest(&key, own).filter(|_| !foreign::is_known(&key)))
    }

    /// Puts them into it, under the names that they mean. Says with which of them an entry of a list
    /// begins.
    fn put(&self, value: &mut Node, strays: Vec<KeyValue>, fields: &[Field]) -> BTreeSet<usize> {
        let end = strays.last().map_or(value.range.end, |last| last.value.range.end);
        let start = strays[0].key_range.start;
        if self.of_names.is_some() {
            let mut nodes: Vec<Node> = strays.into_iter().map(|stray| stray.value).collect();
            match self.is_list || nodes.len() > 1 {
                true => *value = Node { value: Value::List(nodes), range: start..end },
                false => *value = nodes.remove(0),
            }
            return BTreeSet::new();
        }
        let mut begins = BTreeSet::new();
        let mut items = match std::mem::replace(&mut value.value, Value::Empty) {
            Value::List(items) => items,
            Value::Empty => vec![],
            one => vec![Node { value: one, range: value.range.clone() }],
        };
        for (at, mut stray) in strays.into_iter().enumerate() {
            if let Some(name) = self.meant(&stray.key, fields) {
                name.clone_into(&mut stray.key);
            }
            match items.last_mut() {
                Some(last) if !self.is_list || !begins_anew(last, &stray.key) => {
                    self.as_map(last).push(stray);
                }
                _ => {
                    begins.insert(at);
                    let range = stray.key_range.start..stray.value.range.end;
                    items.push(Node { value: Value::Map(vec![stray]), range });
                }
            }
        }
        value.range = match value.range.is_empty() {
            true => start..end,
            false => value.range.start..end,
        };
        value.value = match self.is_list {
            true => Value::List(items),
            false => items.remove(0).value,
        };
        begins
    }

    /// The fields of an entry; a name alone becomes the first of them.
    fn as_map<'n>(&self, node: &'n mut Node) -> &'n mut Vec<KeyValue> {
        if !matches!(node.value, Value::Map(_)) {
            let range = node.range.clone();
            let value = std::mem::replace(&mut node.value, Value::Empty);
            let key = self.inner.first().map_or("id", |field| field.name).to_owned();
            let first = KeyValue { key, key_range: range.clone(), value: Node { value, range } };
            node.value = Value::Map(vec![first]);
        }
        match &mut node.value {
            Value::Map(entries) => entries,
            Value::Empty | Value::Scalar(_) | Value::List(_) => unreachable!("it was made one"),
        }
    }
}

/// Whether a field is the first of the next entry of a list: the one with which the last began.
fn begins_anew(last: &Node, key: &str) -> bool {
    match &last.value {
        Value::Map(entries) => entries.first().is_some_and(|first| first.key == key),
        Value::Empty | Value::Scalar(_) | Value::List(_) => false,
    }
}

/// The lines of a group, by their numbers.
struct Lines {
    first: usize,
    last: usize,
    /// Those that begin at the edge.
    strays: Vec<usize>,
}

impl Lines {
    fn of(text: &str, entry: &KeyValue, strays: &[KeyValue]) -> Lines {
        let line = |at: usize| 1 + text[..at].matches('\n').count();
        let end = strays.last().map_or(entry.value.range.end, |last| {
            let written = text.get(last.key_range.start..last.value.range.end);
            last.key_range.start + written.unwrap_or_default().trim_end().len()
        });
        Lines {
            first: line(entry.key_range.start),
            last: line(end),
            strays: strays.iter().map(|stray| line(stray.key_range.start)).collect(),
        }
    }

    fn whole(&self) -> String {
        match self.last - self.first {
            1 => format!("lines {} and {}", self.first, self.last),
            _ => format!("lines {} to {}", self.first, self.last),
        }
    }

    fn strays(&self) -> String {
        numbered(&self.strays)
    }

    /// How they become entries of a list.
    fn as_entries(&self, begins: &BTreeSet<usize>) -> String {
        let (mut hyphens, mut others) = (vec![], vec![]);
        for (at, line) in self.strays.iter().enumerate() {
            if begins.contains(&at) { hyphens.push(*line) } else { others.push(*line) }
        }
        let first = format!("Begin {} with two spaces, a hyphen and a space", numbered(&hyphens));
        match others.is_empty() {
            true => first,
            false => format!("{first}, and {} with four spaces", numbered(&others)),
        }
    }
}

/// `line 3`, `lines 3 and 4`.
fn numbered(lines: &[usize]) -> String {
    let all: Vec<String> = lines.iter().map(usize::to_string).collect();
    match &*all {
        [] => "the lines".to_owned(),
        [line] => format!("line {line}"),
        [before @ .., last] => format!("lines {} and {last}", before.join(", ")),
    }
}

/// How many spaces stand before the fields of the last entry above, or its hyphen and a space.
fn inner_column(above: &str) -> usize {
    let mut lines = above.lines().rev().filter(|line| !line.trim().is_empty());
    let line = lines.next().unwrap_or_default();
    let words = line.trim_start();
    let item = words.strip_prefix("- ").map_or(words, str::trim_start);
    line.len() - item.len()
}
