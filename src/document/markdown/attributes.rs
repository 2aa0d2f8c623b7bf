//! `{#id}` at the end of a heading, as Hugo, Docusaurus, Pandoc and kramdown read it.

use std::ops::Range;

/// The id that an author gave to a heading.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct GivenId<'a> {
    pub(super) id: &'a str,
    /// Where the braces stand, with the blanks before them.
    pub(super) range: Range<usize>,
}

const MAX_LENGTH: usize = 120;

/// The id that stands at the end of the heading at `heading`, if there is one. Classes and values
/// beside it, as in `{#id .wide}`, belong to it.
pub(super) fn id_of<'a>(text: &'a str, heading: &Range<usize>) -> Option<GivenId<'a>> {
    let whole = text.get(heading.clone())?;
    // The line of `===` below a heading, and the `#` that close one, are no part of its words.
    let mut words = whole.trim_end();
    if let Some((above, line)) = words.rsplit_once('\n') {
        let line = line.trim();
        if !line.is_empty() && line.bytes().all(|byte| matches!(byte, b'=' | b'-')) {
            words = above.trim_end();
        }
    }
    let closed = words.trim_end_matches('#');
    if closed.len() < words.len() && closed.ends_with([' ', '\t']) {
        words = closed.trim_end();
    }
    let inner = words.strip_suffix('}')?;
    let open = inner.rfind('{')?;
    let inside = inner[open + 1..].strip_prefix(':').unwrap_or(&inner[open + 1..]);
    let mut parts = inside.split_whitespace();
    let id = parts.next()?.strip_prefix('#')?;
    let is_id = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    let is_more = |part: &str| part.starts_with('.') || part.contains('=');
    let is_sound = (1..=MAX_LENGTH).contains(&id.len())
        && id.chars().all(is_id)
        && parts.all(is_more)
        && !words[..open].ends_with('\\');
    let start = heading.start + words[..open].trim_end().len();
    is_sound.then_some(GivenId { id, range: start..heading.start + words.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Option<(&str, &str)> {
        let found = id_of(text, &(0..text.len()))?;
        Some((found.id, &text[found.range]))
    }

    #[test]
    fn only_what_is_an_id_is_one() {
        assert_eq!(id("## Who calls {#who-calls}\n"), Some(("who-calls", " {#who-calls}")));
        assert_eq!(id("## Who calls {#who .wide} ##"), Some(("who", " {#who .wide}")));
        assert_eq!(id("Who calls {: #who}\n====="), Some(("who", " {: #who}")));
        assert_eq!(id("## Hvem {#på-vagt}"), Some(("på-vagt", " {#på-vagt}")));
        for text in ["## A {b}", "## A {#}", "## A {#b c}", "## A \\{#b}", "## {#a} b", "## A #b"] {
            assert_eq!(id(text), None, "{text}");
        }
    }
}
