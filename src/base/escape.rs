//! Escapes text and addresses for HTML and XML.

use std::convert::Infallible;
use std::io;

use super::character::{is_refused, may_be_refused, position};
use super::percent;

/// Appends `text`, safe inside elements and attributes in double quotes.
pub(crate) fn escape(out: &mut String, text: &str) {
    let append = |piece: &str| {
        out.push_str(piece);
        Ok::<(), Infallible>(())
    };
    let Ok(()) = pieces(text, may_need_escape, entity, append);
}

/// The same for the values of templates, whose authors may put attributes in single quotes too.
pub(crate) fn write_escaped(out: &mut dyn io::Write, text: &str) -> io::Result<()> {
    let may_need = |byte: u8| (byte == b'\'') | may_need_escape(byte);
    let entity = |c: char| if c == '\'' { Some("&#39;") } else { entity(c) };
    pieces(text, may_need, entity, |piece| out.write_all(piece.as_bytes()))
}

/// Hands over `text` in pieces, with an entity in place of each character that has one; `may_need`
/// says with which bytes such a character may begin.
fn pieces<E>(
    text: &str,
    may_need: impl Fn(u8) -> bool + Copy,
    entity: impl Fn(char) -> Option<&'static str>,
    mut put: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    let (mut from, mut at) = (0, 0);
    while let Some(next) = position(&text.as_bytes()[at..], may_need) {
        at += next;
        let Some(c) = text[at..].chars().next() else { break };
        if let Some(entity) = entity(c) {
            put(&text[from..at])?;
            put(entity)?;
            from = at + c.len_utf8();
        }
        at += c.len_utf8();
    }
    put(&text[from..])
}

fn entity(c: char) -> Option<&'static str> {
    match c {
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '&' => Some("&amp;"),
        '"' => Some("&quot;"),
        c if is_refused(c) => Some("\u{FFFD}"),
        _ => None,
    }
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
            text in "([a-zå“\u{200E}]{0,40}[<>&\"'\u{0}\u{85}\u{202E}\u{FDD0}\n]?){0,4}",
        ) {
            let mut out = String::new();
            escape(&mut out, &text);
            let one_by_one = text
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;")
                .replace('"', "&quot;")
                .replace(is_refused, "\u{FFFD}");
            prop_assert_eq!(out, one_by_one.as_str());
            let mut written = vec![];
            write_escaped(&mut written, &text).expect("memory takes everything");
            prop_assert_eq!(written, one_by_one.replace('\'', "&#39;").into_bytes());
        }
    }
}
