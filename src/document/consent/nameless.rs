//! A story that is told without a name has none: not in its file either, which others read, and whose
//! earlier versions Git keeps.

use super::{meant, pause, within};
use crate::base::{Code, Diagnostic};
use crate::data::answers::Said;
use crate::data::{FieldType, KeyValue, Node, Reader, Value};
use crate::document::Kind;

/// Reads what says `anonymous` and is no clear no as a yes, and takes the author out of such a story.
/// One that has an author all the same is not shown until somebody says which of the two is right.
pub(in crate::document) fn check_byline(entries: &mut Vec<KeyValue>, reader: &mut Reader<'_>) {
    let is_it = |entry: &KeyValue| is_called(entry, "anonymous") && is_wanted(&entry.value);
    let Some(at) = entries.iter().position(is_it) else { return };
    let place = entries[at].key_range.clone();
    if entries[at].key == "anonymous" {
        within("anonymous", reader, |reader| bool::read(&entries[at].value, reader));
    } else {
        // The name of the field is misspelt, which is reported; what is meant holds.
        let value = Node { value: Value::Empty, range: place.clone() };
        entries
            .insert(0, KeyValue { key: "anonymous".to_owned(), key_range: place.clone(), value });
    }
    // Of several lines, one that wants no name counts.
    for entry in entries.iter_mut().filter(|entry| entry.key == "anonymous") {
        entry.value.value = Value::Scalar("yes".to_owned());
    }
    let text = &reader.source.text;
    let author =
        entries.iter().find(|it| is_called(it, "author") && it.value.value != Value::Empty);
    let line = author.map(|author| 1 + text[..author.key_range.start].matches('\n').count());
    entries.retain(|entry| !is_called(entry, "author"));
    let Some(line) = line else { return };
    pause(entries);
    // The line itself is not repeated: reports stand in logs, which others keep.
    let message = format!(
        "This story is anonymous, and line {line} says who its author is; it is not shown \
         until one of the two is removed"
    );
    reader
        .report(Diagnostic::new(Code::AnonymousWithAuthor, reader.source.span(place), message).hint(
        "Remove the author's line: the name would stay readable in this file and in the history \
             that Git keeps of it, so never write it there, and let the colleague who helps commit \
             the file. If the story has a name after all, remove the line anonymous",
    ));
}

/// Whether an entry is this field, by its own name or by one that means it.
fn is_called(entry: &KeyValue, name: &str) -> bool {
    entry.key == name || meant(&entry.key, Kind::Story.fields()) == Some(name)
}

/// Whether a name is not wanted. A field without a value is one that is still to be filled in.
fn is_wanted(value: &Node) -> bool {
    value.value != Value::Empty && Said::of_node(value) != Some(Said::No)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Source, SourcePath};
    use crate::document::{Highlighter, ParseContext, parse};

    /// The state, whether it has a name, and the codes of what is reported.
    fn read(fields: &str) -> (bool, usize, bool, Vec<Code>) {
        let path = SourcePath::new("content/stories/a.md").unwrap();
        let source = Source::new(path, format!("---\ntitle: A\n{fields}---\nText.\n").as_str());
        let languages = ["en".to_owned()];
        let document = parse(&source, ParseContext::new(&languages, &Highlighter::default()));
        let story = document.facts.meta.story().unwrap();
        let is_paused = story.status == Some(crate::document::kinds::story::Status::Paused);
        let codes = document.diagnostics.iter().map(|it| it.code).collect();
        for told in &document.diagnostics {
            let said = format!("{told:?}");
            assert!(!said.contains("canary"), "{said}");
        }
        (story.is_anonymous(), story.author.len(), is_paused, codes)
    }

    #[test]
    fn a_story_has_an_author_or_none() {
        let both = Code::AnonymousWithAuthor;
        for (fields, expected) in [
            ("anonymous: yes\n", (true, 0, false, vec![])),
            ("anonymous: true\nauthor:\n", (true, 0, false, vec![])),
            ("author: bo\n", (false, 1, false, vec![])),
            ("author: bo\nanonymous: no\n", (false, 1, false, vec![])),
            ("anonymous: false\nauthor: bo\n", (false, 1, false, vec![])),
            ("anonymous: no\n", (false, 0, false, vec![Code::MissingField])),
            ("author: canary\nanonymous: ja\n", (true, 0, true, vec![both])),
            ("author: [canary, bo]\nanonymous: yes\n", (true, 0, true, vec![both])),
            // Whoever cannot be understood did not agree to be named.
            ("author: canary\nanonymous: måske\n", (true, 0, true, vec![Code::WrongType, both])),
            ("forfatter: canary\nanonymous: yes\n", (true, 0, true, vec![both])),
            ("author: canary\nanonym: ja\n", (true, 0, true, vec![Code::UnknownField, both])),
            ("anonym: ja\n", (true, 0, false, vec![Code::UnknownField])),
            (
                "anonymous: no\nanonym: ja\nauthor: canary\n",
                (true, 0, true, vec![Code::FieldTwice, Code::UnknownField, both]),
            ),
            ("anonymous: no\nanonymous: yes\n", (true, 0, false, vec![Code::FieldTwice])),
        ] {
            let (is_anonymous, authors, is_paused, mut codes) = read(fields);
            let mut wanted = expected.3;
            codes.sort();
            wanted.sort();
            let found = (is_anonymous, authors, is_paused, codes);
            assert_eq!(found, (expected.0, expected.1, expected.2, wanted), "{fields}");
        }
    }
}
