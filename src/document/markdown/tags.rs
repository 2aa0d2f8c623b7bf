//! Reads raw HTML: a single tag, and the text between tags.

use crate::base::escape::escape;
use std::ops::Range;

use super::characters::{REPLACEMENT, is_refused};

/// A tag as read; ranges count the run's text.
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) is_closing: bool,
    pub(super) attributes: Vec<(String, Range<usize>)>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Elements of HTML that no text may have. What is neither among them nor allowed may be words.
const OTHERS: &[&str] = &[
    "acronym",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "audio",
    "base",
    "basefont",
    "bgsound",
    "big",
    "blink",
    "body",
    "button",
    "canvas",
    "center",
    "circle",
    "data",
    "datalist",
    "dialog",
    "dir",
    "embed",
    "fieldset",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "g",
    "head",
    "header",
    "hgroup",
    "html",
    "iframe",
    "input",
    "label",
    "legend",
    "line",
    "link",
    "main",
    "map",
    "marquee",
    "math",
    "menu",
    "meta",
    "meter",
    "nav",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "optgroup",
    "option",
    "output",
    "param",
    "path",
    "picture",
    "plaintext",
    "polygon",
    "polyline",
    "progress",
    "rect",
    "script",
    "search",
    "section",
    "select",
    "slot",
    "source",
    "strike",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "track",
    "tt",
    "use",
    "video",
    "xmp",
];

impl Tag {
    /// How it is written so that readers see it, if HTML has no such tag: `<your team>` is for
    /// them.
    pub(super) fn as_words(&self, text: &str) -> Option<String> {
        let written = &text[self.start..self.end];
        // Tags of Office and of other tools: `<o:p>`, `<Tab value="x">`, `<Tab />`.
        let is_code = written.contains([':', '=']) || written.ends_with("/>");
        let is_html = is_code || OTHERS.contains(&self.name.as_str());
        // Within other HTML, Markdown's sign would be shown.
        let is_alone = text[..self.start].trim().is_empty();
        let sign = if is_alone { "\\<" } else { "&lt;" };
        let is_one_line = !written.contains(['\n', '\r']);
        (!is_html && is_one_line).then(|| format!("{sign}{}", &written[1..]))
    }

    /// Reads a whole tag; `None` if this is not a tag, or it has no end.
    pub(super) fn read(text: &str, begin: usize) -> Option<Tag> {
        let bytes = text.as_bytes();
        let is_closing = bytes.get(begin + 1) == Some(&b'/');
        let start = begin + 1 + usize::from(is_closing);
        let span = |from: usize, is: fn(&u8) -> bool| {
            from + bytes.get(from..).unwrap_or_default().iter().take_while(|byte| is(byte)).count()
        };
        if !bytes.get(start)?.is_ascii_alphabetic() {
            return None;
        }
        let mut at = span(start, |byte| byte.is_ascii_alphanumeric() || *byte == b'-');
        let name = text[start..at].to_ascii_lowercase();
        let mut attributes = vec![];
        loop {
            at = span(at, |byte| byte.is_ascii_whitespace() || *byte == b'/');
            if bytes.get(at)? == &b'>' {
                return Some(Tag { name, is_closing, attributes, start: begin, end: at + 1 });
            }
            let is_name =
                |byte: &u8| !byte.is_ascii_whitespace() && !b"\"'<>/=".contains(byte) && *byte != 0;
            let end = span(at, is_name);
            if end == at {
                return None;
            }
            let attribute = text[at..end].to_ascii_lowercase();
            let equals = span(end, u8::is_ascii_whitespace);
            if bytes.get(equals)? != &b'=' {
                attributes.push((attribute, end..end));
                at = end;
                continue;
            }
            let value = span(equals + 1, u8::is_ascii_whitespace);
            let (range, next) = match bytes.get(value)? {
                quote @ (b'"' | b'\'') => {
                    let length = bytes[value + 1..].iter().position(|byte| byte == quote)?;
                    (value + 1..value + 1 + length, value + 2 + length)
                }
                _ => {
                    let end = span(value, |b| !b.is_ascii_whitespace() && !b"\"'<>=`".contains(b));
                    (value..end, end)
                }
            };
            attributes.push((attribute, range));
            at = next;
        }
    }
}

/// Writes the text between tags. Entities stay, except those that stand for a refused character.
pub(super) fn push_text(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        match c {
            _ if at < from => {}
            '>' | '"' | '<' => {
                out.push_str(&text[from..at]);
                escape(out, &text[at..at + 1]);
                from = at + 1;
            }
            '&' => {
                if let Some(length) = refused_entity(&text[at..]) {
                    out.push_str(&text[from..at]);
                    out.push(REPLACEMENT);
                    from = at + length;
                }
            }
            c if is_refused(c) => {
                out.push_str(&text[from..at]);
                out.push(REPLACEMENT);
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    out.push_str(&text[from..]);
}

/// The length of a numeric entity that stands for a refused character.
fn refused_entity(text: &str) -> Option<usize> {
    let digits = text.strip_prefix("&#")?;
    let (radix, digits) = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => (16, digits),
        None => (10, digits),
    };
    let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let value = digits[..length].bytes().fold(0_u32, |value, digit| {
        let digit = char::from(digit).to_digit(radix).unwrap_or_default();
        value.saturating_mul(radix).saturating_add(digit)
    });
    let end = text.len() - digits.len() + length;
    let end = end + usize::from(digits[length..].starts_with(';'));
    char::from_u32(value).is_some_and(is_refused).then_some(end)
}
