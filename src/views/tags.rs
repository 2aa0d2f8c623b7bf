//! The tags of rendered HTML, written otherwise; the text between them, code too, stays.

use std::ops::Range;

use super::letters::tag;

/// A tag as it stands in HTML.
pub(super) struct Tag<'a> {
    pub(super) text: &'a str,
    pub(super) name: &'a str,
    /// Where the name begins: behind `<` or `</`.
    start: usize,
}

/// The HTML with every tag as `write` writes it.
pub(super) fn with_tags(html: &str, mut write: impl FnMut(&Tag<'_>, &mut String)) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut done = 0;
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|open| at + open) {
        let Some(length) = tag(&html.as_bytes()[open..]) else {
            at = open + 1;
            continue;
        };
        let text = &html[open..open + length];
        let start = if text.starts_with("</") { 2 } else { 1 };
        let rest = &text[start..];
        let name = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        out.push_str(&html[done..open]);
        write(&Tag { text, name: &rest[..name], start }, &mut out);
        at = open + length;
        done = at;
    }
    out.push_str(&html[done..]);
    out
}

impl Tag<'_> {
    /// Writes it under another name, with another value for each attribute for which there is one.
    pub(super) fn write(
        &self,
        out: &mut String,
        name: &str,
        value: impl Fn(&str, &str) -> Option<String>,
    ) {
        out.push_str(&self.text[..self.start]);
        out.push_str(name);
        let mut done = self.start + self.name.len();
        for (attribute, range) in self.attributes() {
            if let Some(value) = value(attribute, &self.text[range.clone()]) {
                out.push_str(&self.text[done..range.start]);
                out.push_str(&value);
                done = range.end;
            }
        }
        out.push_str(&self.text[done..]);
    }

    /// The value of an attribute, as it is written.
    pub(super) fn value(&self, attribute: &str) -> Option<&str> {
        let found = self.attributes().into_iter().find(|(name, _)| *name == attribute);
        found.map(|(_, range)| &self.text[range])
    }

    /// The attributes that have a value in quotation marks, each with the place of that.
    fn attributes(&self) -> Vec<(&str, Range<usize>)> {
        let mut found = vec![];
        let mut at = self.start + self.name.len();
        while let Some(equals) = self.text[at..].find('=').map(|equals| at + equals) {
            let before = self.text[at..equals].trim_end();
            let name = before.rsplit(|c: char| c.is_whitespace() || c == '/').next();
            at = equals + 1;
            let rest = &self.text[at..];
            let quoted = rest.trim_start();
            let Some(quote) = quoted.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
                continue;
            };
            let start = at + (rest.len() - quoted.len()) + 1;
            let Some(length) = self.text[start..].find(quote) else { break };
            found.push((name.unwrap_or_default(), start..start + length));
            at = start + length + 1;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tags_are_written_otherwise() {
        let html =
            "<h2 id=\"a\" title='id=\"x\"'>One <code>&lt;i id=\"b\"></code></h2>< b id=\"c\">";
        let written = with_tags(html, |tag, out| {
            let name = if tag.name == "h2" { "h4" } else { tag.name };
            tag.write(out, name, |attribute, value| {
                (attribute == "id").then(|| format!("q-{value}"))
            });
        });
        let expected =
            "<h4 id=\"q-a\" title='id=\"x\"'>One <code>&lt;i id=\"b\"></code></h4>< b id=\"c\">";
        assert_eq!(written, expected);
    }
}
