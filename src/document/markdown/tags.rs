//! Reads raw HTML: a single tag, and the text between tags.

use crate::base::escape::escape;
use std::ops::Range;

use super::characters::{REPLACEMENT, is_refused};
use super::tag_names::{APART, WITHIN};

/// A tag as read; ranges count the run's text.
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) is_closing: bool,
    pub(super) attributes: Vec<(String, Range<usize>)>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What an author probably wanted with a tag that is left out.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// HTML has no such tag, so these were words for readers: here as they must be written.
    Words(String),
    /// A heading: here the signs with which it begins in Markdown.
    Heading(String),
    /// The tag that should have come before: this one ends nothing.
    Beginning,
    /// What the tag does.
    Markup,
}

impl Tag {
    pub(super) fn wanted(&self, text: &str) -> Wanted {
        let level = self.name.strip_prefix('h').and_then(|level| level.parse().ok());
        match level {
            // The title of a page is its only heading of the first level.
            Some(level @ 1..=6) => Wanted::Heading("#".repeat(level.max(2))),
            _ => self.as_words(text).map_or(Wanted::Markup, Wanted::Words),
        }
    }

    /// Whether it parts words, also where it is left out.
    pub(super) fn is_apart(&self) -> bool {
        APART.contains(&self.name.as_str())
    }

    /// Its whole name, if it is a tag of Confluence: `ac:image`.
    pub(super) fn of_confluence<'t>(&self, text: &'t str) -> Option<&'t str> {
        let written = text[self.start..self.end].trim_start_matches(['<', '/']);
        let end = written.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, ':' | '-'));
        let name = &written[..end.unwrap_or(written.len())];
        ["ac:", "ri:", "at:"].iter().any(|space| name.starts_with(space)).then_some(name)
    }

    /// Whether Word or Outlook wrote it: `<o:p>`, `<w:Sdt>`, `<p class=MsoNormal>`, and styles that
    /// begin with `mso-`. All attributes of such a tag are of the same hand.
    pub(super) fn is_of_word(&self, text: &str) -> bool {
        let is_ours = |(name, value): &(String, Range<usize>)| {
            let value = text[value.clone()].trim_start();
            match name.as_str() {
                "class" => value.split_whitespace().any(|class| class.starts_with("Mso")),
                "style" => value.contains("mso-"),
                _ => false,
            }
        };
        let space = text[self.start..self.end].trim_start_matches(['<', '/']).split_once(':');
        let is_office = space.is_some_and(|(space, _)| {
            ["o", "w", "m", "v", "st1"].iter().any(|known| space.eq_ignore_ascii_case(known))
        });
        is_office || self.attributes.iter().any(is_ours)
    }

    /// How it is written so that readers see it, if HTML has no such tag: `<your team>` is for
    /// them.
    fn as_words(&self, text: &str) -> Option<String> {
        let written = &text[self.start..self.end];
        // Tags of Office and of other tools: `<o:p>`, `<Tab value="x">`, `<Tab />`.
        let is_code = written.contains([':', '=']) || written.ends_with("/>");
        let is_html = is_code || self.is_apart() || WITHIN.contains(&self.name.as_str());
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

#[cfg(test)]
mod tests {
    use super::super::markup::TAGS;
    use super::*;

    /// Every element of the living standard of HTML.
    const HTML: &str = "a abbr address area article aside audio b base bdi bdo blockquote body br \
        button canvas caption cite code col colgroup data datalist dd del details dfn dialog div dl \
        dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr \
        html i iframe img input ins kbd label legend li link main map mark menu meta meter nav \
        noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script \
        search section select selectedcontent slot small source span strong style sub summary sup \
        table tbody td template textarea tfoot th thead time title tr track u ul var video wbr svg \
        math";
    /// Those that it calls obsolete.
    const OBSOLETE: &str = "acronym applet basefont bgsound big blink center dir font frame frameset \
        image isindex keygen listing marquee menuitem multicol nextid nobr noembed noframes param \
        plaintext rb rtc spacer strike tt xmp";

    fn wanted(text: &str) -> Wanted {
        Tag::read(text, 0).expect(text).wanted(text)
    }

    #[test]
    fn no_element_of_html_is_taken_for_words() {
        for name in HTML.split_whitespace().chain(OBSOLETE.split_whitespace()) {
            for tag in [format!("<{name}>"), format!("<{} a>", name.to_uppercase())] {
                let is_words = matches!(wanted(&tag), Wanted::Words(_));
                assert!(!is_words || TAGS.contains(&name), "{tag}");
            }
        }
        assert!(WITHIN.is_sorted() && APART.is_sorted());
        assert!(WITHIN.iter().all(|name| !TAGS.contains(name) && !APART.contains(name)));
        assert!(APART.iter().all(|name| !TAGS.contains(name)));
    }

    #[test]
    fn a_heading_is_told_how_it_begins_here() {
        assert_eq!(wanted("<h1>"), Wanted::Heading("##".into()));
        assert_eq!(wanted("<H2 class=\"a\">"), Wanted::Heading("##".into()));
        assert_eq!(wanted("<h4 />"), Wanted::Heading("####".into()));
        assert_eq!(wanted("<h7>"), Wanted::Words("\\<h7>".into()));
        assert_eq!(wanted("<hr2>"), Wanted::Words("\\<hr2>".into()));
        assert_eq!(wanted("<header>"), Wanted::Markup);
    }
}
