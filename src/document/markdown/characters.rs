//! Characters that no text may hold, told with their places, and escaping.

use std::ops::Range;

pub(super) use crate::base::character::{REPLACEMENT, cleaned, is_refused};
use crate::base::character::{may_be_refused, name, position, refused};
use crate::base::{Code, Diagnostic, Source};

/// More of them are not told one by one.
const MAX_TOLD: usize = 5;

/// An error for each refused character of the text, five at most.
pub(super) fn check(source: &Source, body: Range<usize>) -> Vec<Diagnostic> {
    let text = source.text.get(body.clone()).unwrap_or_default();
    refused(text)
        .take(MAX_TOLD)
        .map(|(at, c)| {
            let start = body.start + at;
            let message =
                format!("the invisible character U+{:04X} ({}) stands here", c as u32, name(c));
            Diagnostic::new(
                Code::ControlCharacter,
                source.span(start..start + c.len_utf8()),
                message,
            )
            .hint("delete it: it was probably pasted along with the text")
        })
        .collect()
}

/// Appends `text`, safe inside elements and quoted attributes.
pub(crate) fn escape(out: &mut String, text: &str) {
    let (mut from, mut at) = (0, 0);
    while let Some(next) = position(&text.as_bytes()[at..], may_need_escape) {
        at += next;
        let (entity, length) = match text[at..].chars().next() {
            Some('<') => ("&lt;", 1),
            Some('>') => ("&gt;", 1),
            Some('&') => ("&amp;", 1),
            Some('"') => ("&quot;", 1),
            Some(c) if is_refused(c) => ("\u{FFFD}", c.len_utf8()),
            c => {
                at += c.map_or(1, char::len_utf8);
                continue;
            }
        };
        out.push_str(&text[from..at]);
        out.push_str(entity);
        at += length;
        from = at;
    }
    out.push_str(&text[from..]);
}

fn may_need_escape(byte: u8) -> bool {
    let is_markup = (byte == b'<') | (byte == b'>') | (byte == b'&') | (byte == b'"');
    is_markup | may_be_refused(byte)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::SourcePath;

    #[test]
    fn refused_characters_are_told_with_their_place_and_not_without_end() {
        let text = "å\u{0}\u{202E}\t\n\u{200E}\u{FEFF}é".to_owned() + &"\u{1}".repeat(9);
        let path = SourcePath::new("content/a.md").expect("a path inside");
        let source = Source::new(path, text.as_str());
        let told = check(&source, 0..text.len());
        assert_eq!(told.len(), MAX_TOLD);
        assert_eq!(told[0].span.range, Some(2..3));
        assert_eq!(told[1].span.range, Some(3..6));
        assert!(told[1].message.contains("U+202E"));
    }

    #[test]
    fn escaped_text_ends_no_element_and_no_attribute() {
        let mut out = String::new();
        escape(&mut out, "<a b=\"c\">&\u{7}æ");
        assert_eq!(out, "&lt;a b=&quot;c&quot;&gt;&amp;\u{FFFD}æ");
    }
    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn clean_stretches_are_copied_as_they_are(
            text in "([a-zå“\u{200E}]{0,40}[<>&\"\u{0}\u{85}\u{202E}\u{FDD0}\n]?){0,4}",
        ) {
            let mut out = String::new();
            escape(&mut out, &text);
            let one_by_one = text
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;")
                .replace('"', "&quot;")
                .replace(is_refused, "\u{FFFD}");
            prop_assert_eq!(out, one_by_one);
        }
    }
}
