//! Each construct, its HTML and what is said about it.

use super::{diagnostics_of, html, read, read_in, source};
use crate::document::highlight::Highlighter;
use crate::document::markdown::Trust::{self, Handbook, Submitted};
use crate::document::markdown::{Body, LinkKind, Rules, parse};

pub(super) fn check(cases: &[(&str, &str)], trust: Trust) {
    for (markdown, expected) in cases {
        assert_eq!(html(&read(markdown, trust)).trim_end(), *expected, "{markdown}");
    }
}

pub(super) fn check_told(cases: &[(&str, &[&str])], trust: Trust) {
    for (markdown, expected) in cases {
        assert_eq!(diagnostics_of(markdown, trust), *expected, "{markdown}");
    }
}

#[test]
fn blocks() {
    check(
        &[
            (
                "a *b* **c** ~~d~~ `<e>`\nf\\\ng",
                "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>&lt;e&gt;</code>\nf<br>\ng</p>",
            ),
            ("> a\n\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>"),
            ("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"),
            (
                "3. a\n\n4. b",
                "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>",
            ),
            ("Term\n: Meaning", "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>"),
            ("    a <b>", "<pre tabindex=\"0\"><code>a &lt;b&gt;</code></pre>"),
            (
                "```json\n1\n```",
                "<pre tabindex=\"0\"><code class=\"language-json\"><span class=\"h-n\">1</span>\n</code></pre>",
            ),
            (
                "- [x] a\n- [ ] b",
                "<ul class=\"tasks\">\n<li class=\"task\">[TASK true] a</li>\n<li class=\"task\">[TASK false] b</li>\n</ul>",
            ),
            (
                "| | b |\n|:-:|--:|\n| c | d |",
                "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{table-label} 1\">\n<table>\n<thead>\n<tr><td class=\"center\"></td><th scope=\"col\" class=\"right\">b</th></tr>\n</thead>\n<tbody>\n<tr><td class=\"center\">c</td><td class=\"right\">d</td></tr>\n</tbody>\n</table>\n</div>",
            ),
        ],
        Submitted,
    );
}

#[test]
fn headings() {
    let body = read("## På *gulvet*\n\n#### A\n\n### B\n\n## A", Submitted);
    let levels: Vec<_> =
        body.headings.iter().map(|h| (h.level, h.id.as_str(), h.text.as_str())).collect();
    let expected = [(2, "paa-gulvet", "På gulvet"), (3, "a", "A"), (3, "b", "B"), (2, "a-1", "A")];
    assert_eq!(levels, expected);
    let first =
        "<div class=\"heading\"><h2 id=\"paa-gulvet\">På <em>gulvet</em></h2>[ANCHOR 0]</div>";
    assert!(html(&body).starts_with(first), "{}", html(&body));
    check_told(
        &[
            ("# A\n\n## B", &["second-title # A"]),
            ("### A", &["heading-jump ### A"]),
            ("## A\n\n#### B", &["heading-jump #### B"]),
            ("##\n\na", &["empty-heading ##"]),
        ],
        Handbook,
    );
    assert_eq!(html(&read("##\n\na", Handbook)), "<p>a</p>\n");
    let words = "word ".repeat(20);
    let many = read(&format!("## a\n{words}\n").repeat(502), Handbook);
    assert_eq!(many.headings.len(), 500);
    assert_eq!(html(&many).matches("\n<h2>a</h2>").count(), 2);
    assert_eq!(many.diagnostics.len(), 1);
}

#[test]
fn links() {
    check(
        &[
            ("[a](b.md \"c\")", "<p><a href=\"[LINK 0]\" title=\"c\">a</a></p>"),
            ("[a](#b)", "<p><a href=\"[LINK 0]\">a</a></p>"),
            (
                "[a](https://b.example/?c&d)",
                "<p><a class=\"external\" href=\"https://b.example/?c&amp;d\" rel=\"noopener external\">a</a></p>",
            ),
            (
                "<a@b.example> [c](tel:+45)",
                "<p><a href=\"mailto:a@b.example\">a@b.example</a> <a href=\"tel:+45\">c</a></p>",
            ),
            (
                "see www.b.example/a_b_c.",
                "<p>see <a class=\"external\" href=\"http://www.b.example/a_b_c\" rel=\"noopener external\">www.b.example/a_b_c</a>.</p>",
            ),
            (
                "x@b.example `y@b.example`",
                "<p><a href=\"mailto:x@b.example\">x@b.example</a> <code>y@b.example</code></p>",
            ),
            (
                "https://b.example/?x=1&amp;y=2",
                "<p><a class=\"external\" href=\"https://b.example/?x=1&amp;y=2\" rel=\"noopener external\">https://b.example/?x=1&amp;y=2</a></p>",
            ),
            (
                "[at https://b.example](c.md)",
                "<p><a href=\"[LINK 0]\">at https://b.example</a></p>",
            ),
            ("[a](javascript:b) c", "<p>a c</p>"),
        ],
        Submitted,
    );
    check_told(
        &[
            ("[x][nope] [y][] [sic]", &["broken-reference [x][nope]", "broken-reference [y]"]),
            ("[a](java&#115;cript:b)", &["forbidden-link [a](java&#115;cript:b)"]),
            ("[](b.md)", &["empty-link [](b.md)"]),
        ],
        Submitted,
    );
    let markdown = "[*a*](<b c.md> \"t\") [d](e.md#f) [g]\n\n[g]: h.md";
    let body = read(markdown, Submitted);
    let text = source(markdown).text;
    let places: Vec<_> = body
        .links
        .iter()
        .map(|link| &text[link.span.range.clone().expect("has a place")])
        .collect();
    assert_eq!(places, ["b c.md", "e.md#f", "[g]"]);
    assert!(body.links.iter().all(|link| link.kind == LinkKind::Internal));
}

#[test]
fn images() {
    check(
        &[
            ("![a](b.png)", "[IMAGE 0]"),
            ("c ![a](b.png)", "<p>c [IMAGE 0]</p>"),
            ("[![a](b.png)](c.md)", "<p><a href=\"[LINK 0]\">[IMAGE 0]</a></p>"),
            ("- ![a](b.png)", "<ul>\n<li>[IMAGE 0]</li>\n</ul>"),
            ("![a *b*](https://c.example/d.png)", "<p>a b</p>"),
        ],
        Submitted,
    );
    check_told(
        &[
            ("![](b.png)", &["missing-alt ![](b.png)"]),
            ("![a](//b.example/c.png)", &["remote-image //b.example/c.png"]),
            ("![a](data:image/png;base64,x)", &["remote-image data:image/png;base64,x"]),
        ],
        Submitted,
    );
    let image = &read("![a *b*](c.png \"d\")", Submitted).images[0];
    assert_eq!((image.alt.as_str(), image.title.as_str(), image.alone), ("a b", "d", true));
}

#[test]
fn alerts() {
    let alert = |kind: &str, inner: &str| {
        format!(
            "<section class=\"alert {kind}\">\n<p class=\"alert-title\">{{alert-{kind}}}</p>\n{inner}\n</section>"
        )
    };
    let do_dont = "> [!DO]\n> a\n\n> [!DONT]\n> b";
    let pair = format!(
        "<div class=\"pair\">\n{}\n{}\n</div>",
        alert("do", "<p>a</p>"),
        alert("dont", "<p>b</p>")
    );
    check(
        &[
            ("> [!MAY]\n> Write *it*.", &alert("may", "<p>Write <em>it</em>.</p>")),
            ("> [!note]  \n>\n> - a", &alert("note", "<ul>\n<li>a</li>\n</ul>")),
            ("> [!ASK] first\n> b", &alert("ask", "<p>first\nb</p>")),
            ("> [!TIP]\r\n> a\r\n> b", &alert("tip", "<p>a\nb</p>")),
            ("> [!DON'T]\n> a", &alert("dont", "<p>a</p>")),
            (do_dont, &pair),
            ("> \\[!MAY]\n> a", "<blockquote>\n<p>[!MAY]\na</p>\n</blockquote>"),
        ],
        Submitted,
    );
    check_told(
        &[("> [!MYA]\n> a", &["unknown-alert [!MYA]"]), ("a [!MYA]\n\n> b [!MYA]", &[])],
        Handbook,
    );
}

#[test]
fn footnotes() {
    let body = read("a[^x] b[^y] c[^x]\n\n[^y]: Y[^z]\n[^x]: X\n\n    more\n[^z]: - Z", Submitted);
    let reference = |id: &str, n: u8| {
        format!(
            "<sup class=\"footnote-ref\"><a id=\"sw-fnref-{id}\" href=\"#sw-fn-{n}\" role=\"doc-noteref\" aria-label=\"{{footnote-reference}} {n}\">{n}</a></sup>"
        )
    };
    let back = |id: &str, more: &str| {
        format!(
            " <a class=\"footnote-back\" href=\"#sw-fnref-{id}\" role=\"doc-backlink\" aria-label=\"{{footnote-back}} {id}\">↩\u{FE0E}{more}</a>"
        )
    };
    let expected = format!(
        "<p>a{} b{} c{}</p>\n<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{{footnotes}}\">\n<ol>\n<li id=\"sw-fn-1\">\n<p>X</p>\n<p>more{}{}</p>\n</li>\n<li id=\"sw-fn-2\">\n<p>Y{}{}</p>\n</li>\n<li id=\"sw-fn-3\">\n<ul>\n<li>Z</li>\n</ul>\n<p>{}</p>\n</li>\n</ol>\n</section>\n",
        reference("1", 1),
        reference("2", 2),
        reference("1-2", 1),
        back("1", ""),
        back("1-2", "<sup>2</sup>"),
        reference("3", 3),
        back("2", ""),
        back("3", ""),
    );
    assert_eq!(html(&body), expected);
    check_told(
        &[
            ("a[^b] `[^c]` \\[^d]", &["undefined-footnote [^b]"]),
            ("a\n\n[^b]: c", &["unused-footnote [^b]"]),
            ("a[^b]\n\n[^b]: c\n\n[^B]: d", &["duplicate-footnote [^B]"]),
        ],
        Submitted,
    );
}

#[test]
fn typography_is_the_handbooks_only() {
    let cases = [
        (
            "en",
            "\"*Go* on,\" it's -- ok... `\"--\"`",
            "<p>“<em>Go</em> on,” it’s – ok… <code>&quot;--&quot;</code></p>",
        ),
        ("da", "\"**Hej**\"", "<p>”<strong>Hej</strong>”</p>"),
        ("nl", "*'t* 'is'", "<p><em>’t</em> ‘is’</p>"),
        ("en", "\\\"a\\\" &quot;b&quot;", "<p>&quot;a&quot; &quot;b&quot;</p>"),
    ];
    for (language, markdown, expected) in cases {
        assert_eq!(html(&read_in(language, markdown, Handbook)).trim_end(), expected, "{markdown}");
    }
    check(&[("\"it's\" -- ...", "<p>&quot;it's&quot; -- ...</p>")], Submitted);
}

#[test]
fn facts() {
    let Body { excerpt, text, words, .. } = read(
        "## A\n\n> q\n\n![x](y.png)\n\nFirst *one*\nhere -- `c`.\n\n```\ncode\n```\n\n- b",
        Handbook,
    );
    assert_eq!(excerpt, "First one here – c.");
    assert_eq!(text, "A\nq\nFirst one here – c.\nb\n");
    assert_eq!(words, 7);
    let long = read(&"word, ".repeat(100), Handbook).excerpt;
    assert!(long.chars().count() <= 240 && long.ends_with("word…"), "{long}");
    check_told(&[("```pyhton\nx\n```", &["unknown-code-language pyhton"])], Handbook);
    check_told(&[("a\u{202E}b", &["control-character \u{202E}"])], Submitted);
}

#[test]
fn a_body_that_stands_nowhere_is_empty() {
    let source = source("å");
    let end = source.text.len();
    for body in [end - 1..end, end..end + 9, 0..0] {
        let highlighter = Highlighter::new();
        let rules = Rules {
            source: &source,
            body,
            title: None,
            trust: Submitted,
            language: "en",
            highlighter: &highlighter,
        };
        assert_eq!(parse(&rules), Body::default());
    }
}
