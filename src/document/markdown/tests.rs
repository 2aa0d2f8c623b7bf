//! What authors write and what comes of it.

mod hostile;
mod moved;
mod nearly;
mod nothing_lost;
mod properties;
mod raw;
mod samples;
mod slips;

use super::{Body, Piece, Rules, Trust, parse};
use crate::base::{Source, SourcePath};
use crate::document::highlight::Highlighter;

/// What stands before the Markdown in every test: spans must count it.
const FRONT: &str = "---\ntitle: Ærø\n---\n";

fn source(markdown: &str) -> Source {
    let path = SourcePath::new("content/a.md").expect("a path inside");
    Source::new(path, format!("{FRONT}{markdown}"))
}

fn read(markdown: &str, trust: Trust) -> Body {
    read_in("en", markdown, trust)
}

fn read_in(language: &str, markdown: &str, trust: Trust) -> Body {
    let source = source(markdown);
    let body = FRONT.len()..source.text.len();
    let highlighter = &Highlighter::new();
    parse(&Rules { source: &source, body, title: None, trust, language, highlighter })
}

/// The HTML with its holes shown: `[LINK 0]`, `[IMAGE 0]`, `{key}`.
fn html(body: &Body) -> String {
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
