//! Typographic marks.

use proptest::prelude::*;

use super::*;

fn typeset(text: &str, language: &str) -> String {
    let mut run = Run::default();
    run.push(text, text, 0..text.len());
    set(&run, 0..text.len(), None, Marks::of(language)).into_owned()
}

#[test]
fn each_language_has_its_marks() {
    let cases = [
        ("en", "\"I won't,\" she said.", "“I won’t,” she said."),
        ("en", "He said 'no' (\"no\").", "He said ‘no’ (“no”)."),
        ("en", "the '90s, get 'em", "the ’90s, get ’em"),
        ("da", "\"Det går,\" sagde han 'stille'.", "”Det går,” sagde han ’stille’."),
        ("nl", "'s avonds zei ze: \"Foto's!\"", "’s avonds zei ze: “Foto’s!”"),
        ("nl", "'t is 'mooi'", "’t is ‘mooi’"),
        ("en", "1914--1918 -- wait---no...", "1914–1918 – wait—no…"),
        ("en", "run --help ---- ..", "run --help ---- .."),
        ("en", "\"'Both,' he said\"", "“‘Both,’ he said”"),
    ];
    for (language, text, expected) in cases {
        assert_eq!(typeset(text, language), expected, "{text}");
    }
}

#[test]
fn escaped_quotes_stay_straight() {
    let source = "\\\"a\\\" \"b\"";
    let mut run = Run::default();
    run.push(source, "\"a", 1..3);
    run.push(source, "\" \"b\"", 4..9);
    assert_eq!(set(&run, 0..run.text.len(), None, Marks::of("en")), "\"a\" “b”");
}
proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_without_quotes_and_dashes_stays_unchanged(text in "[a-cå\"'.“ -]{0,6}") {
        let changes = text.chars().any(|c| matches!(c, '"' | '\'' | '.' | '-'));
        prop_assert!(changes || typeset(&text, "en") == text);
    }
}
