//! What holds for any text at all.

use proptest::prelude::*;

use super::{FRONT, html, read, source};
use crate::base::Span;
use crate::document::markdown::Trust::{self, Handbook, Submitted};

/// Elements without an end.
const VOID: &[&str] = &["br", "hr", "img", "wbr", "col"];

/// The tags of well-formed HTML: name, whether it closes, its attributes' names.
pub(super) fn tags(html: &str) -> Vec<(String, bool, Vec<String>)> {
    let mut tags = vec![];
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let inner = &rest[at + 1..];
        let mut quoted = false;
        let end = inner.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let end = end.expect("every tag ends");
        let tag = &inner[..end];
        let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
        // Every second piece is a value.
        let attributes = tag.split('"').step_by(2).filter_map(|piece| piece.strip_suffix('='));
        let attributes = attributes.map(|piece| piece.rsplit(' ').next().unwrap_or("").to_owned());
        tags.push((name.to_owned(), tag.starts_with('/'), attributes.collect()));
        rest = &inner[end + 1..];
    }
    tags
}

pub(super) fn assert_balanced(html: &str, input: &str) {
    let mut open = vec![];
    for (name, closes, _) in tags(html) {
        if VOID.contains(&name.as_str()) {
            continue;
        }
        if closes {
            assert_eq!(open.pop(), Some(name), "{input:?} gave {html}");
        } else {
            open.push(name);
        }
    }
    assert_eq!(open, Vec::<String>::new(), "{input:?} gave {html}");
}

pub(super) fn assert_harmless(html: &str, input: &str) {
    for (name, _, attributes) in tags(html) {
        let bad =
            ["script", "style", "iframe", "svg", "math", "object", "embed", "form", "base", "img"];
        assert!(!bad.contains(&name.to_lowercase().as_str()), "{input:?} gave {html}");
        for attribute in attributes {
            assert!(!attribute.starts_with("on") && attribute != "style", "{input:?} gave {html}");
        }
    }
    assert!(!html.contains("href=\"javascript"), "{input:?} gave {html}");
}

fn assert_sound(text: &str, trust: Trust) {
    let body = read(text, trust);
    let file = source(text).text;
    let inside = |span: &Span| {
        let range = span.range.clone().expect("everything in a text has a place");
        range.start >= FRONT.len() && file.get(range).is_some()
    };
    assert!(body.diagnostics.iter().all(|d| inside(&d.span)), "{:?}", body.diagnostics);
    assert!(body.links.iter().all(|link| inside(&link.span)));
    assert!(body.images.iter().all(|image| inside(&image.span)));
    let html = html(&body);
    assert_harmless(&html, text);
    assert_balanced(&html, text);
    assert!(!html.chars().any(|c| matches!(c, '\u{FDD0}'..='\u{FDEF}')), "{html:?}");
}

/// Pieces of Markdown and HTML, so that chance builds what authors and attackers write.
fn fragments() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "å ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "    ",
        "\t",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```",
        "```rust\n",
        "[",
        "]",
        "(",
        ")",
        "](",
        "[x]: y\n",
        "![",
        "!",
        "<",
        ">",
        "> ",
        "- ",
        "1. ",
        "- [x] ",
        "# ",
        "## ",
        "---",
        "--",
        "...",
        "\"",
        "'",
        "|",
        "|-|\n",
        "\n: ",
        "[^1]",
        "[^1]: ",
        "[!DO]\n",
        "[!DONT]",
        "[!x]",
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<details>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<a href=\"x\">",
        "</a>",
        "<img src=x>",
        "<table>",
        "<td>",
        "<pre>",
        "<li>",
        " onclick=\"x\"",
        "=\"",
        "https://a.b/c",
        "www.a.b",
        "x@y.z",
        "javascript:x",
        "&amp;",
        "&#",
        "&#xFDD0;",
        "\\",
        "\u{FDD2}",
        "\u{0}",
        "\u{202E}",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters(text in "\\PC{0,200}") {
        assert_sound(&text, Submitted);
        assert_sound(&text, Handbook);
    }

    #[test]
    fn any_markdown(text in fragments()) {
        assert_sound(&text, Submitted);
        assert_sound(&text, Handbook);
    }
}
