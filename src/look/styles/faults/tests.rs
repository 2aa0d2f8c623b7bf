//! Faults in styles.

use super::super::lexeme::lexemes;
use super::*;

fn found(css: &str) -> Vec<(String, usize)> {
    let path = crate::base::SourcePath::new("themes/a/styles/a.css").expect("inside");
    let source = Source::new(path, css);
    let start = |it: &Diagnostic| it.span.range.clone().expect("a place").start;
    faults(&source, &lexemes(css)).iter().map(|it| (it.message.to_string(), start(it))).collect()
}

#[test]
fn unbalanced_brackets_and_quotes_are_reported_at_their_position() {
    for (css, message, start) in [
        ("a{b:c}\nd{e:f", "This brace is never closed", 8),
        ("a{b:c}}", "This brace closes nothing", 6),
        ("a{b:calc(1px}", "This bracket is never closed", 8),
        ("a[b{c:d}", "This bracket is never closed", 1),
        ("a{b:c)}", "This bracket closes nothing", 5),
        ("a{}/* b", "This comment is never closed", 3),
        ("a{}/*/", "This comment is never closed", 3),
        ("a{b:\"c\nd}", "This string is never closed", 4),
        ("a{b:url(c \"d)}", "This address cannot be read", 4),
        ("a{}\nb", "This begins a rule that never comes", 4),
    ] {
        assert_eq!(found(css).first(), Some(&(message.to_owned(), start)), "{css}");
    }
    assert_eq!(found("a{b:'c\\'").len(), 2, "the string, and the brace that it swallowed");
}

#[test]
fn valid_styles_have_no_faults() {
    for css in [
        "",
        "/* { */ a::before{content:\"}\"}",
        "a{b:\"\\\\\";c:url(d)}",
        "@layer a, b",
        "a{b:c};",
        "@media (width >= 40rem) { a { &:hover > [c=\"d)\"] { e: f } } }",
    ] {
        assert_eq!(found(css), [], "{css}");
    }
}
