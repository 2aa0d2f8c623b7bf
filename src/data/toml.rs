//! TOML into the tree.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Entry, Node, Notation, Tree, Value};
use crate::base::{Diagnostic, Source};

/// More of them are not told: they follow from the ones before.
const MAX_TOLD: usize = 200;

/// Reads the part `range` of a file; a mistake does not hide the rest.
pub fn read(source: &Source, range: Range<usize>, out: &mut Vec<Diagnostic>) -> Tree {
    let (table, errors) = DeTable::parse_recoverable(&source.text[range.clone()]);
    let broken = !errors.is_empty();
    for error in errors.into_iter().take(MAX_TOLD) {
        let place = error.span().unwrap_or(0..0);
        let place = range.start + place.start..range.start + place.end;
        out.push(
            Diagnostic::error(
                "broken-toml",
                source.span(place),
                format!("This is not TOML: {}", error.message().lines().next().unwrap_or_default()),
            )
            .hint("Text stands between quotes: title = \"Pump four\"; a list between brackets: [\"da\", \"en\"]"),
        );
    }
    Tree { entries: entries(table.get_ref(), range.start), notation: Notation::Toml, broken }
}

fn entries(table: &DeTable<'_>, offset: usize) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_range: shift(key.span(), offset),
            value: node(value, offset),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_range.start);
    entries
}

fn node(value: &Spanned<DeValue<'_>>, offset: usize) -> Node {
    let tree = match value.get_ref() {
        DeValue::String(text) => Value::Scalar(text.to_string()),
        DeValue::Integer(number) => Value::Scalar(number.as_str().replace('_', "")),
        DeValue::Float(number) => Value::Scalar(number.as_str().replace('_', "")),
        DeValue::Boolean(answer) => Value::Scalar(answer.to_string()),
        DeValue::Datetime(date) => Value::Scalar(date.to_string()),
        DeValue::Array(list) => Value::List(list.iter().map(|item| node(item, offset)).collect()),
        DeValue::Table(table) => Value::Map(entries(table, offset)),
    };
    Node { value: tree, range: shift(value.span(), offset) }
}

fn shift(range: Range<usize>, offset: usize) -> Range<usize> {
    range.start + offset..range.end + offset
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
