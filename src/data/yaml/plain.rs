//! Fields of the simplest kind: on each line a name, a colon, a space and some words. Most files
//! have only such fields, and reading them without the YAML parser is much faster.

use super::{KeyValue, Node, Value};

/// The entries of a text that begins at byte `offset` of its file; `None` if any line of it is of
/// another kind, or may be.
pub(super) fn read(text: &str, offset: usize) -> Option<Vec<KeyValue>> {
    let mut entries = vec![];
    let mut start = offset;
    for line in text.split_inclusive('\n') {
        let (key, value) = line.strip_suffix('\n')?.split_once(": ")?;
        if !is_name(key) || !is_plain(value) {
            return None;
        }
        let key_range = start..start + key.len();
        let range = key_range.end + 2..key_range.end + 2 + value.len();
        let node = Node { value: Value::Scalar(value.to_owned()), range };
        entries.push(KeyValue { key: key.to_owned(), key_range, value: node });
        start += line.len();
    }
    Some(entries)
}

/// Longer than the name of any field.
const MAX_NAME: usize = 40;

fn is_name(key: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    (1..=MAX_NAME).contains(&key.len()) && key.bytes().all(is_letter) && key != "null"
}

/// Whether a text has no character with a meaning in YAML.
fn is_plain(value: &str) -> bool {
    value.starts_with(char::is_alphanumeric)
        && !value.ends_with(' ')
        && value.bytes().all(is_harmless)
        && value != "null"
}

/// Outside ASCII, every byte is accepted that cannot begin an invisible character.
fn is_harmless(byte: u8) -> bool {
    match byte {
        b' ' | b'.' | b',' | b'-' | b'_' | b'/' | b'(' | b')' | b'?' | b'!' | b'\'' | b'"' => true,
        0x80.. => !matches!(byte, 0xC2 | 0xEF),
        _ => byte.is_ascii_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::{Source, SourcePath};

    #[test]
    fn ordinary_fields_are_read_without_the_full_parser() {
        let text = "title: “Så gik pumpe 4 i stå”, sagde hun\n";
        assert_eq!(read(text, 0), None);
        let text = "title: Så gik pumpe 4 i stå – igen!\ndate: 2026-11-18\nauthor: jonas-holm\n";
        assert_eq!(read(text, 4).map(|entries| entries.len()), Some(3));
        for other in ["a: b", "a: b \n", "a: null\n", "null: b\n", "a: b: c\n", "a: b #c\n", "\n"] {
            assert_eq!(read(other, 0), None, "{other:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_fast_reader_agrees_with_the_full_parser(
            text in "((title|a_b|null|x|no): [a-cA-Zå“–\u{2028}\u{85}👩0-9][a-cå“–\u{2028}👩\u{301}0-9 .,_/()?!'\"-]{0,9}[a-zå0-9:#\\]~|>&*%@`?!'\"-]?\n){0,4}",
        ) {
            if let Some(entries) = read(&text, 4) {
                let path = SourcePath::new("content/a.md").expect("a path inside");
                let source = Source::new(path, format!("---\n{text}"));
                let mut out = vec![];
                let tree = super::super::parsed(&source, 4..source.text.len(), &mut out);
                prop_assert_eq!(tree.entries, entries);
                prop_assert!(!tree.broken && out.is_empty());
            }
        }
    }
}
