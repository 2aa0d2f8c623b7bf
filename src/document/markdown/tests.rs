//! What authors write and what comes of it.

mod hostile;
mod moved;
mod nearly;
mod nothing_lost;
mod numbers;
mod properties;
mod raw;
mod samples;
mod slips;

use super::{Body, Piece, Rules, Trust, parse};
use crate::base::{Source, SourcePath};
use crate::document::highlight::Highlighter;

/// What stands before the Markdown in every test: spans must count it.
pub(super) const FRONT: &str = "---\ntitle: Ærø\n---\n";

fn source(markdown: &str) -> Source {
    let path = SourcePath::new("content/a.md").expect("a path inside");
    Source::new(path, format!("{FRONT}{markdown}"))
}

pub(super) fn read(markdown: &str, trust: Trust) -> Body {
    read_in("en", markdown, trust)
}

fn read_in(language: &str, markdown: &str, trust: Trust) -> Body {
    let source = source(markdown);
    let body = FRONT.len()..source.text.len();
    let highlighter = &Highlighter::new();
    parse(&Rules { source: &source, body, title: None, trust, language, highlighter })
}

/// The HTML with its holes shown: `[LINK 0]`, `[IMAGE 0]`, `{key}`.
pub(super) fn html(body: &Body) -> String {
    let shown = |piece: &Piece| match piece {
        Piece::Raw(html) => html.to_string(),
        Piece::Link(index) => format!("[LINK {index}]"),
        Piece::Image(index) => format!("[IMAGE {index}]"),
        Piece::Text(key) => format!("{{{key}}}"),
        Piece::Anchor(at) => format!("[ANCHOR {at}]"),
        Piece::Task(is_done) => format!("[TASK {is_done}]"),
    };
    body.html.0.iter().map(shown).collect()
}

/// On a card or in a description, no tag stands between words: what it parts stays apart.
#[test]
fn words_of_the_plain_text_stay_apart_as_on_the_page() {
    for (markdown, expected) in [
        ("Vera Kjær<br>Hun", "Vera Kjær Hun"),
        ("61 72 83 94<hr>Ring", "61 72 83 94 Ring"),
        ("Vera Kjær<sup>2</sup>", "Vera Kjær 2"),
        ("Tak<sup>2</sup>Vera Kjær", "Tak 2 Vera Kjær"),
        ("<ruby>Vera Kjær<rt>Hun</rt></ruby>", "Vera Kjær Hun"),
        ("Tak <h3>Vera Kjær</h3>Hun", "Tak Vera Kjær Hun"),
        ("Tak`x`Vera Kjær`Hun`", "Tak x Vera Kjær Hun"),
        ("[a](pump.md)Vera Kjær[b](pump.md)", "a Vera Kjær b"),
        ("Vera Kjær![x](p.webp)Hun", "Vera Kjær Hun"),
        ("Tak[^1]Vera Kjær, tak[^1].\n\n[^1]: B", "Tak Vera Kjær, tak.\nB"),
        (
            "[Anna](anna.md)s `a`s [pump](a.md), H<sub>2</sub>O, 5 m<sup>2</sup>",
            "Annas as pump, H2O, 5 m2",
        ),
        ("V<b>er</b>a K*jæ*r", "Vera Kjær"),
    ] {
        assert_eq!(read(markdown, Trust::Handbook).text.trim(), expected, "{markdown}");
    }
    for tag in ["h3", "section", "article", "center", "address", "legend", "option", "button"] {
        for markdown in [format!("<{tag}>Vera Kjær</{tag}>Hun"), format!("Tak</{tag}>Vera Kjær")]
        {
            let html = html(&read(&markdown, Trust::Handbook));
            let words: Vec<&str> = html.split([' ', '\n', '<', '>']).collect();
            assert!(words.contains(&"Kjær") && words.contains(&"Vera"), "{html}");
        }
    }
}

/// Codes and the marked text of all diagnostics: `broken-reference [x][nope]`.
fn diagnostics_of(markdown: &str, trust: Trust) -> Vec<String> {
    let text = source(markdown).text;
    let body = read(markdown, trust);
    let range = |range: Option<std::ops::Range<usize>>| range.expect("a diagnostic has a place");
    body.diagnostics
        .into_iter()
        .map(|d| format!("{} {}", d.code.name(), &text[range(d.span.range)]).trim_end().to_owned())
        .collect()
}
