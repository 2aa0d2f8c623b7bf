//! What must hold of any file, whatever stands in it; for the property tests and the fuzzer.
#![allow(dead_code, reason = "every test uses its own part of it")]

use storywall::base::{Note, Source, SourcePath, Span};
use storywall::document::{self, Highlighter, Kind, ParseContext};

/// A file of each kind, a translation of each, and what opens a list.
pub(crate) fn paths() -> Vec<String> {
    let of_kind = |kind: &Kind| {
        let folder = kind.folder();
        [format!("{folder}a.md"), format!("{folder}a.da.md"), format!("{folder}2026/a.nl.md")]
    };
    let opening = "content/faq/index.md".to_owned();
    Kind::ALL.iter().flat_map(of_kind).chain([opening]).collect()
}

/// Parses `text` as the file `path`: every place that comes of it lies in the text, and nothing
/// but the text decides what comes of it.
pub(crate) fn assert_sound(path: &str, text: &str, highlighter: &Highlighter) {
    let languages = ["en", "da", "nl"].map(str::to_owned);
    let source = Source::new(SourcePath::new(path).expect("a path inside"), text);
    let context = ParseContext::new(&languages, highlighter);
    let document = document::parse(&source, context);

    let mut spans: Vec<Span> = document.spans().collect();
    for diagnostic in &document.diagnostics {
        assert!(!diagnostic.message.is_empty(), "{} says nothing", diagnostic.code.name());
        spans.push(diagnostic.span.clone());
        spans.extend(diagnostic.notes.iter().filter_map(|note| match note {
            Note::Place(span, _) => Some(span.clone()),
            Note::Hint(_) | Note::Example(_) => None,
        }));
    }
    for span in &spans {
        assert_inside(span, path, text);
    }
    let again = document::parse(&source, context);
    assert_eq!(format!("{document:?}"), format!("{again:?}"), "the same text was read in two ways");
    assert_eq!(document.diagnostics, again.diagnostics, "the same text was judged in two ways");
}

fn assert_inside(span: &Span, path: &str, text: &str) {
    assert_eq!(span.path.as_str(), path, "a place in another file");
    if let Some(range) = &span.range {
        // `get` is `None` beyond the end, between the bytes of a character, and from end to start.
        assert!(text.get(range.clone()).is_some(), "{range:?} is no place in {text:?}");
    }
}
