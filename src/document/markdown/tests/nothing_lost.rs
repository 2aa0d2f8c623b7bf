//! Every visible character that somebody typed stands on the page, unless it is a sign of Markdown;
//! and nothing of a comment does.

use proptest::prelude::*;

use super::samples::{check, check_told};
use super::{html, read};
use crate::document::markdown::Body;
use crate::document::markdown::Trust::{self, Handbook, Submitted};

/// What readers see of HTML.
fn shown(html: &str) -> String {
    let mut text = String::new();
    for (at, part) in html.split('<').enumerate() {
        let behind = part.split_once('>').map_or("", |(_, behind)| behind);
        text.push_str(if at == 0 { part } else { behind });
    }
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
        text = text.replace(entity, sign);
    }
    text.replace("&amp;", "&")
}

/// Whether all characters stand in the text, in this order, with others between them.
fn holds(text: &str, expected: &str) -> bool {
    let mut characters = text.chars();
    expected.chars().filter(|c| !c.is_whitespace()).all(|c| characters.any(|other| other == c))
}

fn assert_kept(markdown: &str, expected: &str, trust: Trust) -> Body {
    let body = read(markdown, trust);
    let page = shown(&html(&body));
    assert!(holds(&page, expected), "{markdown:?}\ngave {page:?}\nwithout all of {expected:?}");
    // The words of a text are counted without its code.
    let is_prose = !body.has_code;
    assert!(!is_prose || holds(&body.text, expected), "{markdown:?}: {:?}", body.text);
    body
}

#[test]
fn what_is_no_sign_of_markdown_is_kept() {
    for text in [
        "Thanks everybody\n:-)",
        "Thanks everybody\n\n:-)",
        "Tak\n:)\n:(\n:D",
        ":tada: What a day",
        "A day\n\n:tada: What a day",
        "A day\n:tada: What a day\n:+1:",
        ":::note\nMind the step\n:::",
        "Before\n\n:::note\nMind the step\n:::\n\nAfter",
        "- One\n  :-)\n- Two\n\n  :-)",
        "> One\n> :-)\n:-)",
        "- One\n:-)",
        "1. One\n   :-)\n\n:)",
        "Term\n: Meaning\n:-)",
        "Term\n: Meaning\n:-)\n: More",
        "One\n:",
        "One\n:\n\n    two",
        "`a\n:b` c\n:d",
        "a\n:^%?@,;/",
        "[a\n:b](c.md)\n:-)",
        "a\n:**b**\n:_c_\n:\"d\"",
        "| a |\n:-)",
        "kl. 8~9 og 10~11",
        "~5 km, ca. 6~7",
        "x^2^ and H~",
        "$5 and $6, $$7$$",
        "[[wiki]] [sic] {#id} {.class} ==mark== ++ins++ %%x%%",
        "## Heading {#id .class}\n\n{: .note}",
        "<3 and 5 < 6 > 4 -> => <- <>",
        "a -- b --- c ... (c) 1/2 'x' \"y\"",
        "+++\ntitle = \"a\"\n+++",
        "# 4\n\n#4 og #hashtag",
        "5 * 3 * 2, a_b_c, 2 ** 3",
        "[ ] to do, [x] done",
        "@anna AT&T &copy &unknown; a;b",
        "\\\\ \\a C:\\x",
        "!important ![] []()x",
        "^caret ~tilde `tick",
        "[^ ] [^]",
        "x\n| y | z",
        "[TOC]\n\n!!! note\n\n{% include x %} {{ y }}",
        "<b>x</b> <!DOCTYPE y> <?php z ?> <![CDATA[q]]>",
        "<div>\n:-)\n</div>",
        "Smiley :\\ and :/ and :| and :*",
        "(: Hej :)\n(:",
        ": not a definition",
        ":",
    ] {
        let visible = text.replace(['\\', '`', '#', '*', '_', '>', '|'], " ");
        let visible = match text {
            text if text.starts_with("Term") => visible.replace("\n: ", "\n"),
            text if text.starts_with("1.") => visible.replace("1.", ""),
            text if text.starts_with("- ") => visible.replace("- ", ""),
            text if text.contains("](") => visible.replace(['[', ']', '(', ')', '!'], " "),
            _ => visible,
        };
        let visible = visible.replace("c.md", "");
        assert_kept(text, &visible, Submitted);
    }
    check(
        &[
            ("Thanks everybody\n:-)", "<p>Thanks everybody\n:-)</p>"),
            ("Term\n: Meaning", "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>"),
            ("Term\n:\tMeaning", "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>"),
            ("Term\n\n:   Meaning", "<dl>\n<dt>Term</dt>\n<dd>\n<p>Meaning</p>\n</dd>\n</dl>"),
            ("a\n:_b_", "<p>a\n:<em>b</em></p>"),
            ("~a~ ~~b~~ 1~2 3~4", "<p><del>a</del> <del>b</del> 1~2 3~4</p>"),
        ],
        Submitted,
    );
}

#[test]
fn what_is_left_out_is_told() {
    check_told(
        &[
            ("Tak\n\n[Birthe]: aldrig!", &["unused-reference [Birthe]: aldrig!"]),
            ("[a] and ![b][]\n\n[A]: c.md\n[b]: d.png \"e\"", &[]),
            ("| a | b |\n|-|-|\n| 1 | 2 | 3 | 4 |\n| 1 | 2 |\n| 1 |", &["extra-cells 3 | 4"]),
            ("| a | b |\n|-|-|\n1 | 2 | 3\n", &["extra-cells 3"]),
            ("> | a |\n> |-|\n> | 1 | 2 |\n", &["extra-cells 2"]),
            ("a <!-- b", &["unclosed-comment <!--"]),
            ("a\n\n<!-- b\n\nc", &["unclosed-comment <!--"]),
            ("a `<!--` \\<!-- b\n\n    <!-- c", &[]),
        ],
        Submitted,
    );
    check_told(&[("a <!-- b", &["unclosed-comment <!--"])], Handbook);
    check_told(&[("<!-- b\n\nc", &["unclosed-comment <!--"])], Handbook);
}

#[test]
fn comments_are_for_those_who_write() {
    let cases = [
        ("<!-- a -->", ""),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("a\n\n<!-- b\n\nc -->\n\nd", "<p>a</p>\n<p>d</p>"),
        ("a <!-- b\n\nc --> d", "<p>a  d</p>"),
        ("a <!-- b\n- c\n\n```\n--> d", "<p>a  d</p>"),
        ("> a <!-- b\n>\n> c --> d", "<blockquote>\n<p>a  d</p>\n</blockquote>"),
        ("> <!-- a\n\nb --> c", "<blockquote>\n<p>c</p>\n</blockquote>"),
        ("^%?@,;/ <!-- b\n\n:b -->a <!-- b\n\n``` -->\n\n- <!-- b\nb --> c", ""),
        (
            "hej <!-- H\n\nH -->\n-  <!-- H\nH -->hej <!-- H\nH -->hej <!-- H\nH -->hej <!-- H\nH -->hej",
            "",
        ),
        ("a <!-- ` --> b `c`", "<p>a  b <code>c</code></p>"),
        ("a <!--> b <!---> c", "<p>a  b  c</p>"),
        ("## A <!-- b -->\n\nc", ""),
        // Examples 310 and 311 of the specification.
        (
            "- foo\n- bar\n\n<!-- -->\n\n- baz\n- bim",
            "<ul>\n<li>foo</li>\n<li>bar</li>\n</ul>\n<ul>\n<li>baz</li>\n<li>bim</li>\n</ul>",
        ),
        (
            "-   foo\n\n    notcode\n\n-   foo\n\n<!-- -->\n\n    code",
            "<ul>\n<li>\n<p>foo</p>\n<p>notcode</p>\n</li>\n<li>\n<p>foo</p>\n</li>\n</ul>\n<pre tabindex=\"0\"><code>code</code></pre>",
        ),
        ("`<!-- a -->`", "<p><code>&lt;!-- a --&gt;</code></p>"),
    ];
    for (markdown, expected) in cases {
        let submitted = html(&read(markdown, Submitted));
        let handbook = html(&read(markdown, Handbook)).replace("\n\n", "\n");
        for out in [&submitted, &handbook] {
            match expected.is_empty() {
                true => {
                    assert!(!out.contains("b --") && !out.contains("a --"), "{markdown}: {out}")
                }
                false if markdown.starts_with("> <!--") => {
                    assert!(shown(out).trim() == "c", "{markdown}: {out}");
                }
                false => assert_eq!(out.trim(), expected, "{markdown}"),
            }
        }
    }
    check(
        &[("<div>\n<!-- secret -->\nx\n</div>", "<p>&lt;div&gt;\n\nx\n&lt;/div&gt;</p>")],
        Submitted,
    );
    check_told(&[("a <!-- b --> c\n\n<!-- d\n\ne -->", &[])], Submitted);
    let body = read("<!-- not yet: ask Anna -->\n\nWe drove <!-- all -->home.", Submitted);
    assert_eq!((body.excerpt.as_str(), body.words), ("We drove home.", 3));
    assert_eq!(body.headings.len(), 0);
    let heading = &read("## A <!-- b -->", Submitted).headings[0];
    assert_eq!((heading.text.as_str(), heading.id.as_str()), ("A", "a"));
}

#[test]
fn addresses_are_shown_as_they_are() {
    check(
        &[
            (
                "<https://e.example/a--b>",
                "<p><a class=\"external\" href=\"https://e.example/a--b\" rel=\"noopener external\">https://e.example/a--b</a></p>",
            ),
            (
                "[https://e.example/a--b \"c\"](d.md)",
                "<p><a href=\"[LINK 0]\">https://e.example/a--b “c”</a></p>",
            ),
            (
                "https://e.example/a---b...c 'd'",
                "<p><a class=\"external\" href=\"https://e.example/a---b...c\" rel=\"noopener external\">https://e.example/a---b...c</a> ‘d’</p>",
            ),
            ("<a--b@e.example>", "<p><a href=\"mailto:a--b@e.example\">a--b@e.example</a></p>"),
        ],
        Handbook,
    );
}

/// A piece of a text, and what readers must see of it.
fn pieces() -> impl Strategy<Value = (&'static str, &'static str)> {
    let words = [
        "hej",
        "Årø",
        ":-)",
        ":tada:",
        ":::note",
        ":::",
        ":D",
        "::",
        ":+1:",
        "(:",
        "<3",
        "->",
        "$5",
        "x^2",
        "~5",
        "6~7",
        "[sic]",
        "[[w]]",
        "{#id}",
        "==m==",
        "%%",
        "@anna",
        "#4",
        "5 * 3",
        "a_b",
        "&c",
        "C&A;",
        "...",
        "!x",
        "kl. 8:30",
        "a:b",
        "?:",
        "^%?@,;/",
        "1/2",
        "“så”",
        "{{x}}",
        "!!!",
        ":x:y",
        ":(",
        ":´)",
    ];
    let signs = [
        ("\n", ""),
        ("\n", ""),
        ("\n\n", ""),
        ("\n- ", ""),
        ("\n\n- ", ""),
        ("\n1. ", ""),
        ("\n> ", ""),
        ("\n>> ", ""),
        ("\n\n## ", ""),
        ("\n  ", ""),
        ("\n ", ""),
        ("  \n", ""),
        ("`k :-)`", "k:-)"),
        ("`k\n:-)`", "k:-)"),
        ("**f**", "f"),
        ("[l](m.md)", "l"),
        ("[l\n:-)](m.md \":t\")", "l:-)"),
        ("<b>", "<b>"),
        ("\\*", "*"),
        ("&amp;", "&"),
        ("\r\n:z", ":z"),
        ("\n:x", ":x"),
        ("\n\n:y ", ":y"),
    ];
    prop_oneof![
        3 => prop::sample::select(words.to_vec()).prop_map(|word| (word, word)),
        4 => prop::sample::select(signs.to_vec()),
    ]
}

const COMMENTS: [&str; 5] = [
    "<!-- HIDDEN -->",
    "<!-- HIDDEN\nHIDDEN -->",
    "<!-- HIDDEN\n\n:HIDDEN -->",
    "<!--HIDDEN\n\n- HIDDEN\n\n## HIDDEN-->",
    "<!-- HIDDEN `HIDDEN\n> HIDDEN\n\n``` HIDDEN -->",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_visible_character_is_lost(pieces in prop::collection::vec(pieces(), 0..14)) {
        let text: String = pieces.iter().map(|(typed, _)| format!("{typed} ")).collect();
        let seen: String = pieces.iter().map(|(_, seen)| *seen).collect();
        assert_kept(&text, &seen, Submitted);
    }

    #[test]
    fn no_comment_is_shown_and_what_is_around_it_is(
        pieces in prop::collection::vec((pieces(), prop::option::of(prop::sample::select(COMMENTS.to_vec()))), 0..8),
    ) {
        let mut text = String::new();
        let mut seen = String::new();
        // Whether a sign of code has a partner depends on the comments between them.
        for ((typed, piece), comment) in pieces.into_iter().filter(|((typed, _), _)| !typed.contains('`')) {
            text.push_str(&format!("{typed} {}", comment.unwrap_or_default()));
            // A line that begins with a comment is HTML as a whole, by the specification.
            seen.push_str(if piece.chars().all(|c| c.is_alphanumeric()) { piece } else { "" });
        }
        let body = assert_kept(&text, &seen, Submitted);
        let page = html(&body);
        prop_assert!(!page.contains("HIDDEN"), "{text:?} gave {page}");
        prop_assert!(!html(&read(&text, Handbook)).contains("HIDDEN"), "{text:?}");
    }
}
