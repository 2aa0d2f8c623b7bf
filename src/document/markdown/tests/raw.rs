//! Raw HTML, by who wrote it.

use super::samples::{check, check_told};
use super::{html, read};
use crate::document::markdown::Trust::{Handbook, Submitted};

#[test]
fn raw_html_of_a_submitted_text_is_text() {
    check(
        &[
            ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>"),
            ("<div>\n*a*\n</div>", "<p>&lt;div&gt;\n*a*\n&lt;/div&gt;</p>"),
            ("<!-- a -->", ""),
        ],
        Submitted,
    );
    check_told(&[("<b>a</b>\n\n<i>", &["raw-html <b>"])], Submitted);
}

#[test]
fn raw_html_of_the_handbook_goes_by_the_list() {
    let details = "<details id=\"x\" class=\"y\"><summary>More</summary>\n\n## A\n\n[b](c.md) ![d](e.png)\n\n```json\n1\n```\n\n</details>";
    let body = read(details, Handbook);
    let out = html(&body);
    for part in [
        "<details id=\"user-content-x\"><summary>More</summary>",
        "<h2 id=\"a\">A</h2>[ANCHOR 0]</div>",
        "<a href=\"[LINK 0]\">b</a> [IMAGE 0]",
        "<pre tabindex=\"0\"><code class=\"language-json\"><span class=\"h-n\">1</span>",
        "</code></pre>\n</details>",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
    assert_eq!(body.raw_ids, ["user-content-x"]);
    check(
        &[
            (
                "a <kbd title=\"b\">c</kbd> <!-- d --> \"e\"",
                "<p>a <kbd title=\"b\">c</kbd>  “e”</p>",
            ),
            ("<a href=\"b.md\">c</a>", "<p><a href=\"[LINK 0]\">c</a></p>"),
            (
                "<a href='https://b.example'>c</a>",
                "<p><a href=\"https://b.example\" class=\"external\" rel=\"noopener external\">c</a></p>",
            ),
            ("<a href=\"java&Tab;script&colon;x\">c</a>", "<p><a>c</a></p>"),
            ("x <img title=y src=b.png alt='c &amp; d'> z", "<p>x [IMAGE 0] z</p>"),
            ("x <img src=//b.example alt='<c>'> z", "<p>x &lt;c&gt; z</p>"),
            (
                "a &#xFDD0;0&#xFDD1; <b>&#xFDD2;</b>\n\n<p>&#xFDD0;0&#64977;</p>",
                "<p>a \u{FFFD}0\u{FFFD} <b>\u{FFFD}</b></p>\n<p>\u{FFFD}0\u{FFFD}</p>",
            ),
        ],
        Handbook,
    );
    check_told(
        &[
            ("a <i class=\"x\" style='y'>b</i>", &["html-removed x", "html-removed y"]),
            ("<script>alert(1)</script>", &["html-removed <script>"]),
            ("> <iframe src=x></iframe>", &["html-removed <iframe src=x>"]),
            ("<a href=\"javascript:x\">c</a>", &["forbidden-link javascript:x"]),
            ("<img src=https://b.example/c.png alt=d>", &["remote-image https://b.example/c.png"]),
            ("<img src=b.png>", &["missing-alt b.png"]),
            ("<!-- a -->", &[]),
        ],
        Handbook,
    );
    let image = &read("<img src=b.png alt='c &amp; d' title=e>", Handbook).images[0];
    assert_eq!((image.alt.as_str(), image.title.as_str()), ("c & d", "e"));
}

#[test]
fn the_size_of_raw_html_is_limited() {
    let body = read(&"<b>a</b>\n".repeat(1_500), Handbook);
    let codes: Vec<_> = body.diagnostics.iter().map(|diagnostic| diagnostic.code.name()).collect();
    assert_eq!(codes, ["too-much-html"]);
    assert_eq!(html(&body).matches("<b>").count(), 1_000);
}
