//! Characters that no value may contain, whether typed or written as an escape, and values that are
//! invisible.

use std::ops::Range;

use super::{KeyValue, Node, Reader, Value};
use crate::base::character::{complaint, ends_line, is_refused, shows_nothing};
use crate::base::{Code, Diagnostic, Source};

/// More of them are not reported.
const MAX_REPORTED: usize = 5;

/// An error for each key or value that holds a refused character, or none that can be seen; five at
/// most.
pub(super) fn check(entries: &[KeyValue], reader: &mut Reader<'_>) {
    let mut found = vec![];
    of_entries(entries, &mut found);
    for (fault, range) in found {
        let diagnostic = match fault {
            Fault::Refused(c) => refused_at(c, range, reader.source),
            Fault::Unseen => Diagnostic::new(
                Code::EmptyField,
                reader.source.span(range),
                "This value contains only invisible characters",
            )
            .hint("Write words in its place, or remove the line"),
        };
        reader.report(diagnostic);
    }
}

/// What is wrong with a text.
#[derive(Clone, Copy)]
enum Fault {
    Refused(char),
    Unseen,
}

/// Says that a character may not stand here. Where the place is longer, it is the value in which it
/// was written as an escape, such as \u202E.
pub(super) fn refused_at(c: char, range: Range<usize>, source: &Source) -> Diagnostic {
    let text = source.text.get(range.clone()).unwrap_or_default();
    let place = match text.find(c) {
        Some(at) => range.start + at..range.start + at + c.len_utf8(),
        None => range,
    };
    let (message, hint) = complaint(c);
    // A value may be bound to its line.
    let hint = if ends_line(c) { "Put a space in its place" } else { hint };
    Diagnostic::new(Code::ControlCharacter, source.span(place), message).hint(hint)
}

/// The first character of a value that is refused, ends a line invisibly, or is an invisible
/// letter. The same letters after a flag emoji are allowed: they say whose flag it is.
fn hidden(text: &str) -> Option<char> {
    const FLAG: char = '\u{1F3F4}';
    let mut is_flag = false;
    text.chars().find(|c| {
        let is_letter = matches!(c, '\u{E0000}'..='\u{E007F}');
        is_flag = *c == FLAG || is_flag && is_letter;
        is_refused(*c) || ends_line(*c) || is_letter && !is_flag
    })
}

fn of_entries(entries: &[KeyValue], found: &mut Vec<(Fault, Range<usize>)>) {
    for entry in entries {
        of_text(&entry.key, &entry.key_range, found);
        of_node(&entry.value, found);
    }
}

/// The depth of nested values is limited where they are read.
fn of_node(node: &Node, found: &mut Vec<(Fault, Range<usize>)>) {
    match &node.value {
        Value::Empty => {}
        Value::Scalar(text) => of_text(text, &node.range, found),
        Value::List(items) => items.iter().for_each(|item| of_node(item, found)),
        Value::Map(entries) => of_entries(entries, found),
    }
}

fn of_text(text: &str, range: &Range<usize>, found: &mut Vec<(Fault, Range<usize>)>) {
    if found.len() >= MAX_REPORTED {
        return;
    }
    // Values with only ordinary spaces are reported by the fields that need a value.
    let unseen = (!text.trim().is_empty() && shows_nothing(text)).then_some(Fault::Unseen);
    let fault = hidden(text).map(Fault::Refused).or(unseen);
    found.extend(fault.map(|fault| (fault, range.clone())));
}

#[cfg(test)]
mod tests {
    use crate::base::{Places, Source, SourcePath};
    use crate::data::{Reader, yaml};

    #[test]
    fn refused_characters_are_told_typed_or_escaped_in_keys_and_values() {
        let cases: &[(&str, &[&str])] = &[
            ("title: a\u{202E}b\n", &["\u{202E}"]),
            ("title: \"a\\u202Eb\"\n", &["\"a\\u202Eb\""]),
            ("title: \"a\\u0007\"\nlist: [x, \"\\u2066\"]\n", &["\"a\\u0007\"", "\"\\u2066\""]),
            ("a\u{2069}: x\n", &["\u{2069}"]),
            (
                "title: \u{200B}\nlist: [\"\\u00ad\", a\u{200B}, \" \"]\n",
                &["\u{200B}", "\"\\u00ad\""],
            ),
            (
                "title: a\u{2028}b\nby: \"\\u2029\"\nto: a\u{E0061}\nat: 🏴\u{E0067}\u{E007F}\u{200D}\n",
                &["\u{2028}", "\"\\u2029\"", "\u{E0061}"],
            ),
            ("title: \"a\\nb\\tc\u{200E}\"\n", &[]),
        ];
        for (text, wanted) in cases {
            let source = Source::new(SourcePath::new("content/a.md").expect("inside"), *text);
            let mut out = vec![];
            let tree = yaml::read(&source, 0..text.len(), &mut out);
            let mut reader = Reader {
                source: &source,
                notation: tree.notation,
                broken: tree.broken,
                is_submitted: false,
                languages: &[],
                zone: None,
                field: "",
                fields: &[],
                places: &mut Places::default(),
                out: &mut out,
            };
            super::check(&tree.entries, &mut reader);
            let places: Vec<&str> = out
                .iter()
                .map(|complaint| &text[complaint.span.range.clone().expect("a place")])
                .collect();
            assert_eq!(places, *wanted, "{text:?}");
        }
    }
}
