//! Lines that browsers ignore, and lines that they read.

use super::super::lexeme::lexemes;
use super::*;
use crate::base::SourcePath;

fn told(css: &str) -> Vec<String> {
    let source = Source::new(SourcePath::new("a.css").expect("inside"), css);
    let all = ignored(&source, &lexemes(css));
    let place = |it: &Diagnostic| css[it.span.range.clone().expect("a place")].to_owned();
    all.iter().map(|it| format!("{}: {} {:?}", place(it), it.message, it.notes)).collect()
}

#[test]
fn what_browsers_ignore_is_told_with_what_was_meant() {
    for (css, place, hint) in [
        ("a { color: red\n  background: blue; }", "red", "Write red;"),
        ("a { margin: 0 padding: 1px }", "0", "Write 0;"),
        ("a { color: red\n  b { margin: 0 } }", "color", "Write ; where"),
        ("a { font-family: “Georgia”, serif; }", "“Georgia”", "Write \\\""),
        ("a { font-family: ‘Georgia’, serif; }", "‘Georgia’", "Write \\\""),
        ("a { margin: 16 px; }", "16", "Write 16px"),
        ("a { color: var(-brand); }", "-brand", "var(--brand)"),
        ("a { color: var(brand); }", "brand", "var(--brand)"),
        ("a { background: #12345; }", "#12345", "six digits"),
        ("a { color: #gg0000 }", "#gg0000", "six digits"),
        ("a { color: rde; }", "rde", "“red”"),
        ("@meda print { a { color: red } }", "@meda", "@media"),
        ("a:hovr { color: red }", "hovr", ":hover"),
        ("color: red;\na { margin: 0 }", "color", "between { and }"),
        ("--brand: #fff;\na { margin: 0 }", "--brand", ":root"),
        ("# links\na { margin: 0 }", "#", "Write /*"),
        ("a { color: $brand }", "$", "var(--brand)"),
        ("a { margin: 10 }", "10", "Write 10px"),
        ("a { padding: 0 1.5 }", "1.5", "Write 1.5px"),
        ("a { Border: 1 solid red }", "1", "Write 1px"),
        ("a { width: -4 }", "-4", "Write -4px"),
        ("a { width: calc(100%-10px) }", "-10px", "Write 100% - 10px"),
        ("a { width: calc(100% -10px) }", "-10px", "Write 100% - 10px"),
        ("a { width: calc(10px-5px) }", "10px-5px", "Write 10px - 5px"),
        ("a { width: min(20rem, (1px +2px) * 2) }", "+2px", "Write 1px + 2px"),
        ("a { width: calc(var(--x)-10px) }", "-10px", "Write … - 10px"),
        ("a { width: calc(1px +var(--x)) }", "+", "a space before and after +"),
    ] {
        let all = told(css);
        let [one] = &all[..] else { panic!("{css}: {all:?}") };
        assert!(one.starts_with(&format!("{place}: ")) && one.contains(hint), "{css}: {one}");
    }
}

#[test]
fn what_browsers_read_is_not_told() {
    for css in [
        "",
        "a:hover, a::before { color: RED; background: url(a;b) #fff }",
        "a { --x: color: red; --y: 1 px }",
        "a { margin: 0 auto; line-height: 1.5; flex: 1; z-index: 10; border: 0; width: 0.0 }",
        "a { width: calc(100% - 10px); margin: calc(-1 * var(--x)); gap: min(1px, -2px) }",
        "a { width: calc(1e-3px + 2px); height: calc((1px + 2px) * -1); top: calc(var(--x) * 2) }",
        "a { font: 10px/1.5 serif; margin: var(--x, 10); border-image-width: 2 }",
        "a { margin: 1px 2px; transition: color .2s, margin 1s ease-in }",
        "@media (min-width: 40rem) and (hover: hover) { a { color: red } }",
        "@font-face { font-family: A; src: url(a.woff2) format(\"woff2\") }",
        "a { content: \"“\"; color: #fff8; fill: #ABCDEF }",
        "@supports (color: red) { a { color: currentcolor } }",
        "a { color: light-dark(var(--a), var(--b)); grid-template: [x] 1fr / auto }",
        "@layer a, b; @import \"c.css\";",
        "#main > a:not(:hover)::-webkit-x { animation: x 1s }",
        "@keyframes x { from { top: 0 } 50% { top: 1px } }",
        "a { color: canvastext } b { color: inherit } i { fill: none }",
        "a { &:hover { color: red } > b { margin: 0 } }",
        "@page :first { margin: 1cm }",
        "a { mask: none; filter: progid }",
    ] {
        assert_eq!(told(css), Vec::<String>::new(), "{css}");
    }
}

#[test]
fn the_default_look_has_no_such_line() {
    let folder = crate::look::DEFAULT.get_dir("styles").expect("styles");
    let all = folder.files().chain(folder.dirs().flat_map(include_dir::Dir::files));
    for file in all {
        let css = file.contents_utf8().expect("text");
        assert_eq!(told(css), Vec::<String>::new(), "{}", file.path().display());
    }
}
