//! Texts that mean harm: to readers, or to the machine.

use super::properties::{assert_balanced, assert_harmless};
use super::{html, read};
use crate::base::Code;
use crate::document::markdown::Trust::{Handbook, Submitted};

const PAYLOADS: &[&str] = &[
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=\"x\" onerror=\"alert(1)\">",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<a href=\"java&NewLine;script&colon;alert(1)\">x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href=x\" onclick=\"alert(1)>x</a>",
    "<a title=\"x\" href=\"y\" onmouseover=\"alert(1)\">x</a>",
    "<p style=\"background:url(javascript:alert(1))\">x</p>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea></textarea><script>alert(1)</script>",
    "<title><a title=\"</title><img src=x onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><script>alert(1)</script>\">",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
    "<abbr title=\"<img src=x onerror=alert(1)>\">x</abbr>",
    "<img src=\"y.png\" alt=\"<script>alert(1)</script>\">",
    "<p id=\"sw-fn-1\">x</p>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](java&#x0A;script:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x\"onerror=\"alert(1)](y.png)",
    "[x](y.md \"\\\" onclick=\\\"alert(1)\")",
    "[x]: javascript:alert(1)\n\n[x]",
    "[x](https://a.example/\"onclick=\"alert(1))",
    "https://a.example/\"onclick=\"alert(1)",
    "www.a.example/<script>alert(1)</script>",
    "# h {onclick=alert(1)}",
    "## <img src=x onerror=alert(1)>",
    "```\"onclick=\"alert(1)\nx\n```",
    "```html\n<script>alert(1)</script>\n```",
    "`<script>alert(1)</script>`",
    "| <script>alert(1)</script> |\n|-|\n| x |",
    "[^x]: <script>alert(1)</script>\n\n[^x]",
    "[^\"onclick=\"alert(1)]\n\n[^\"onclick=\"alert(1)]: x",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "> [!MAY]\n> <script>alert(1)</script>",
];

#[test]
fn no_script_payload_reaches_the_html() {
    for payload in PAYLOADS {
        for trust in [Submitted, Handbook] {
            let body = read(payload, trust);
            let out = html(&body);
            assert_harmless(&out, payload);
            assert_balanced(&out, payload);
            for link in &body.links {
                let address = link.destination.to_lowercase();
                assert!(!address.contains("script:") || address.starts_with("http"), "{payload}");
            }
        }
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "time is what is tested")]
fn time_grows_with_the_size_and_not_faster() {
    const MANY: usize = 100_000;
    let nested: String = (0..300).map(|depth| "  ".repeat(depth) + "- a\n").collect();
    let quotes: String = (1..400).map(|depth| "> ".repeat(depth) + "a\n").collect();
    let blocks: String = (0..400).map(|depth| "    ".repeat(depth) + "!!! note\n").collect();
    let blocks = blocks + &"\n".repeat(6 * MANY);
    let notes: String = (0..5_000).map(|n| format!("[^{n}]: a[^{}]\n\n", n + 1)).collect();
    let texts = [
        "[".repeat(MANY),
        "![".repeat(MANY),
        "[a](".repeat(MANY / 4),
        "[^a".repeat(MANY / 3),
        "[a][".repeat(MANY / 4),
        ">".repeat(MANY),
        "*".repeat(MANY),
        "*a ".repeat(MANY),
        "*a **b ".repeat(MANY / 7),
        "a_".repeat(MANY / 2),
        "\"'".repeat(MANY / 2),
        "a@".repeat(MANY),
        "{/*".repeat(MANY / 3),
        "{#".repeat(MANY / 2),
        "{% comment %}".repeat(MANY / 12),
        "%%".repeat(MANY / 2),
        "%%a ".repeat(MANY / 4),
        "a %%\n".repeat(MANY / 5),
        "{info:".repeat(MANY / 6),
        "{props.".repeat(MANY / 7),
        "![[a".repeat(MANY / 4),
        "</b></team>".repeat(MANY / 11),
        "> [! a\n\n".repeat(MANY / 8),
        "##a\n".repeat(MANY / 4),
        "-a\n1.b\n".repeat(MANY / 7),
        format!("[a](htps://{})", "a.".repeat(MANY)),
        format!("[a](1{})", " 2".repeat(MANY)),
        "a".repeat(10 * MANY),
        "_www.a".repeat(MANY / 6),
        "(http://".repeat(MANY / 8),
        format!("http://a.example/{}", "()".repeat(MANY)),
        format!("http://a.example/{}", ")".repeat(MANY)),
        format!("http://a.example/{}", "&a;".repeat(MANY)),
        "<a ".repeat(MANY / 3),
        "<a x='<b y=\"".repeat(MANY / 12),
        "<!--".repeat(MANY / 4),
        "<script>".repeat(MANY / 8),
        "<p>\n\n".repeat(MANY / 10),
        "<b>a\n\n".repeat(MANY / 10),
        "a <b> ![](x) ".repeat(MANY / 10),
        "&#".repeat(MANY / 2),
        "`".repeat(1024 * 1024),
        "`a``b```".repeat(MANY / 8),
        "- ".repeat(MANY / 2),
        "1. ".repeat(MANY / 3),
        nested,
        quotes,
        notes,
        "[^1]".repeat(MANY / 4) + "\n\n[^1]: x",
        "|".repeat(MANY) + "\n" + &"|-".repeat(MANY / 2),
        "a|b\n-|-\n".to_owned() + &"c|d\n".repeat(MANY / 4),
        "a\n: b\n\n".repeat(MANY / 8),
        "## a\n".repeat(MANY / 5),
        "> [!DO]\n> a\n\n> [!DONT]\n> b\n\n".repeat(MANY / 30),
        "\u{0}".repeat(MANY),
        "!!! note ".repeat(3 * MANY),
        "!!! note \"".repeat(MANY / 4),
        "::: note ??? tip ".repeat(MANY / 8),
        format!("*a*{}{}", " ".repeat(MANY), "[TOC]".repeat(MANY / 5)),
        "!!! note\n".repeat(MANY / 9),
        ":::note\n".repeat(MANY / 8),
        blocks,
        "[a] (".repeat(MANY / 5),
        "[a](b.md ".repeat(MANY / 9),
        "(a)[".repeat(MANY / 4),
        ")(".repeat(MANY / 2),
        "[".repeat(MANY) + &"] (a.md)".repeat(MANY / 8),
        "• a\n".repeat(MANY / 5),
        "<a x=\"".repeat(MANY / 6),
        "<a x='\" y=\"' ".repeat(MANY / 14),
    ];
    for text in texts {
        for trust in [Submitted, Handbook] {
            // Quadratic work on texts of this size would not end within anybody's patience.
            let body = read(&text, trust);
            let begin: String = text.chars().take(20).collect();
            assert_balanced(&html(&body), &begin);
        }
    }
}

#[test]
fn too_deep_nesting_is_reported_and_closed() {
    let out = read(&("> ".repeat(60) + "deep"), Submitted);
    assert_eq!(html(&out).matches("<blockquote>").count(), 40);
    assert!(html(&out).contains("deep"));
    assert_eq!(out.diagnostics[0].code, Code::NestedTooDeep);
}

#[test]
fn the_length_of_headings_is_limited() {
    let out = read(&format!("## a\n\n{}\n\n", "words ".repeat(30)).repeat(501), Submitted);
    assert_eq!(out.diagnostics[0].code, Code::TooManyHeadings);
    assert_eq!((out.diagnostics.len(), out.headings.len()), (1, 500));
}

#[test]
fn content_above_the_limit_is_reported_and_not_shown() {
    let out = read(&"*a* ".repeat(60_000), Submitted);
    assert_eq!(out.diagnostics[0].code, Code::TooManyMarks);
    assert_eq!((out.diagnostics.len(), html(&out).as_str(), out.words), (1, "", 0));
}
