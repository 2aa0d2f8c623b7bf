//! Escapes text and addresses for HTML and XML.

use super::character::{is_refused, may_be_refused, position};
use super::percent;

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

/// The same as a text of its own.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    escape(&mut safe, text);
    safe
}

/// Appends an address for the inside of `href="…"`: percent-encoded where it must be, escaped.
pub(crate) fn escape_address(out: &mut String, address: &str) {
    const SAFE: &[u8] = b"-_.+!*(),%#@?=;:/$~[]";
    for byte in address.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            byte if byte.is_ascii_alphanumeric() || SAFE.contains(&byte) => out.push(byte.into()),
            byte => percent::push(out, byte),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_stays_within_its_attribute() {
        let mut out = String::new();
        escape_address(&mut out, "https://a.example/å b?x=1&y=\"'<>%20");
        assert_eq!(out, "https://a.example/%C3%A5%20b?x=1&amp;y=%22&#x27;%3C%3E%20");
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
