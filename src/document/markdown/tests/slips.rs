//! What authors write as other tools have it, or nearly as it is written here, and what they lose.

use super::{read, source};
use crate::base::{Code, Note, Severity};
use crate::document::markdown::Trust::{Handbook, Submitted};

/// The codes, the marked words, and the message with its hint.
fn told(text: &str) -> Vec<(Code, String, String)> {
    let file = source(text).text;
    let told = read(text, Handbook).diagnostics.into_iter().map(|it| {
        let words = file[it.span.range.expect("a place")].to_owned();
        let hint = it.notes.into_iter().find_map(|note| match note {
            Note::Hint(hint) => Some(hint),
            Note::Place(..) | Note::Example(_) => None,
        });
        (it.code, words, format!("{} / {}", it.message, hint.unwrap_or_default()))
    });
    told.collect()
}

#[test]
fn what_word_wrote_hides_nothing_else_that_is_left_out() {
    let word = "<p class=MsoNormal style='margin:0'>x<o:p></o:p></p>\n\n";
    for lost in [
        "<iframe src=\"x\">a</iframe>",
        "<title>title words</title>",
        "<noscript>a</noscript>",
        "<object>a</object>",
        "<svg><text>a</text></svg>",
        "<math>a</math>",
        "Write <dit navn her> now",
        "<form>a</form>",
        "<div class=\"wide\">a</div>",
    ] {
        let found = told(&format!("{word}{lost}\n"));
        assert!(found.len() >= 2, "{found:?}");
        assert!(found[0].2.contains("Word or Outlook"), "{found:?}");
        assert_eq!(found[1].0, Code::HtmlRemoved, "{found:?}");
    }
}

#[test]
fn a_tag_that_ends_nothing_is_told() {
    for (text, marked) in [
        ("Vi er </team> her", vec!["</team>"]),
        ("Vi er her </b> nu.", vec!["</b>"]),
        ("Kun </details> lukket", vec!["</details>"]),
        ("{{</details>}}", vec!["</details>"]),
        ("a </iframe> b", vec!["</iframe>"]),
        ("<b>a</b></b>", vec!["</b>"]),
        ("<b>a\n\nb</b>", vec![]),
        ("<details>\n<summary>a</summary>\n\nb\n\n</details>", vec![]),
        ("a</br>b", vec![]),
    ] {
        let found: Vec<String> = told(text).into_iter().map(|it| it.1).collect();
        assert_eq!(found, marked, "{text}");
    }
}

#[test]
fn readers_see_the_comments_of_other_tools_so_they_are_told() {
    for text in [
        "See %%secret%% now",
        "%%\nsecret\n\nmore\n%%",
        "a {/*secret*/} b",
        "{/* secret */}",
        "{{/* secret */}}",
        "{# secret #}",
        "{% comment %}secret{% endcomment %}",
        "{% comment %}\n\nsecret\n\n{% endcomment %}",
        "{::comment}\nsecret\n{:/comment}",
        "a {>>secret<<} b",
    ] {
        for trust in [Handbook, Submitted] {
            let found = read(text, trust).diagnostics;
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].message.contains("comment of"), "{text}: {found:?}");
            assert_eq!(found[0].severity(), Severity::Warning);
        }
    }
    for text in [
        "‹!– Ole må ikke nævnes –>",
        "A <!– Ole –> b",
        "<!— Ole —>",
        "<!-— Ole —->",
        "<!- Ole ->",
        "< !-- Ole -->",
        "<! -- Ole -- >",
        "<!– Ole\n\nog Kim –>",
        "- <!– Ole –>",
    ] {
        for trust in [Handbook, Submitted] {
            let found = read(text, trust).diagnostics;
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].message.contains("meant as a comment"), "{text}: {found:?}");
            assert_eq!(found[0].severity(), Severity::Warning);
        }
    }
    for text in
        ["100 %% of 20 %% is", "`%%a%%` `{/* a */}`", "## A {#id}", "```\n%%a%%\n```", "5 % %"]
    {
        assert_eq!(told(text), [], "{text}");
    }
}

#[test]
fn an_address_that_leads_nowhere_is_told_with_the_one_that_is_meant() {
    for (text, hint) in [
        ("[t](12 34 56 78)", "(tel:12345678)"),
        ("[t](12345678)", "tel:12345678"),
        ("[t](https://e.example /x)", "(https://e.example/x)"),
        ("[t](http//e.example)", "https://e.example"),
        ("[t](htps://e.example)", "https://e.example"),
        ("[t](https:/e.example)", "https://e.example"),
        ("[t](e.example/x)", "https://e.example/x"),
        ("<a href=\"htps://e.example\">t</a>", "https://e.example"),
        ("[t](mailto:)", "mailto:name@"),
        ("[t](mailto:jonas)", "mailto:name@"),
        ("[t](https://)", "https://company"),
    ] {
        let found = told(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].2.contains(hint), "{text}: {found:?}");
    }
}

/// Readers would see “ask first” in the box of what they may do.
#[test]
fn a_block_that_begins_within_another_one_is_an_error() {
    for (text, marked) in [
        ("> [!MAY]\n> - skriv\n> [!ASK]\n> - spørg", "[!ASK]"),
        ("> [!MAY]\n> - skriv\n>\n> [!ASK]\n> - spørg", "[!ASK]"),
        ("> [!MAY] skriv alt\n> [!DONT] om CPR", "[!DONT]"),
        ("> [!MAY]\n> [!ASK]\n> a", "[!ASK]"),
        ("- > [!MAY]\n  > a\n  > [!ASK]\n  > b", "[!ASK]"),
        ("> Ole sagde:\n> [!TIP]\n> a", "[!TIP]"),
        (">[!MAY]\n>a\n>[!spørg]\n>b", "[!spørg]"),
    ] {
        for trust in [Handbook, Submitted] {
            let found = read(text, trust).diagnostics;
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].severity(), Severity::Error, "{text}: {found:?}");
            assert!(found[0].message.starts_with(&format!("“{marked}” stands")), "{found:?}");
        }
    }
    for obeyed in [
        "> [!MAY]\n> - skriv\n\n> [!ASK]\n> - spørg",
        "> [!MAY]\n> - skriv\n>\n\n> [!ASK]\n> - spørg",
        "> [!MAY] skriv alt\n\n> [!DONT] om CPR",
        "> [!MAY]\n> a\n>\n> > [!ASK]\n> > b",
        "> [!MAY]\n> `[!ASK]` a",
    ] {
        assert_eq!(told(obeyed), [], "{obeyed}");
    }
}

#[test]
fn a_block_without_a_line_is_told() {
    for text in ["> [!MAY]\n- skriv", "> [!MAY]\n\nskriv", "> [!MAY]", "> [!MAY]\n>\n\na"] {
        let found = told(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].0, &*found[0].1), (Code::UnknownAlert, "[!MAY]"), "{found:?}");
        assert!(found[0].2.contains("Begin each line that belongs to it with >"), "{found:?}");
    }
    for text in ["> [!MAY]\nskriv", "> [!MAY]\n> - skriv", "> [!MAY] a", "> [!MAY]\n>\n> a"] {
        assert_eq!(told(text), [], "{text}");
    }
}

/// What is wrong in words that nobody sees matters when somebody sees them.
#[test]
fn lines_of_a_footnote_that_nobody_sees_are_told_and_nothing_in_them() {
    for (text, which) in [
        ("A\n\n[^1]: Skjult ## x [a] (b.md)", "this line"),
        ("A\n\n[^1]: Skjult\nog denne {{x}}\n\nB", "lines 6 to 7"),
        ("A\n\n[^1]: Skjult\n\n    og `denne`\n\nB", "lines 6 to 8"),
        ("A\n\n[^1]: Se [^1]", "this line"),
    ] {
        let found = told(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].0, &*found[0].1), (Code::UnusedFootnote, "[^1]"), "{found:?}");
        assert!(found[0].2.starts_with(&format!("Readers do not see {which}: ")), "{found:?}");
    }
    let found = told("A\n\n[^1]: Se [^2]\n\n[^2]: B\nC");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[1].2.starts_with("Readers do not see lines 8 to 9: "), "{found:?}");
    assert_eq!(told("A[^1]\n\n[^1]: Se [^2]\n\n[^2]: B"), []);
    assert_eq!(told("A[^1]\n\n[^1]: Se ==Anna== {{x}}")[0].0, Code::OtherTool);
}

#[test]
fn an_alert_that_is_typed_nearly_right_is_told_with_its_line() {
    for (text, hint) in [
        ("> [! MAY]\n> a", "> [!MAY]"),
        ("> [!PAS PÅ]\n> a", "> [!CAREFUL]"),
        ("> [!Let op]\n> a", "> [!CAREFUL]"),
        ("> [!BEMÆRK]\n> a", "[!NOTE]"),
        ("> [!may not]\n> a", "> [!DONT]"),
        ("[!NOTE]\na", "> [!NOTE]"),
        ("> **[!TIP]**\n> a", "> [!TIP]"),
        ("> [MAY]\n> a", "> [!MAY]"),
        ("> [!!TIP]\n> a", "> [!TIP]"),
        ("> [! NOGET ANDET]\n> a", "one of these"),
    ] {
        let found = told(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].0, Code::UnknownAlert, "{text}");
        assert!(found[0].2.contains(hint), "{text}: {found:?}");
    }
    for text in ["> [may] I ask?", "> [Note](a.md)", "> [! what a day] it was", "> a [!", "> [sic]"]
    {
        assert_eq!(told(text), [], "{text}");
    }
    let body = read("> [!info]- Title\n> a", Handbook);
    assert!(!super::html(&body).contains("- Title"), "{}", super::html(&body));
}

#[test]
fn lines_of_other_tools_are_told() {
    for text in [
        "!!!note\n    a",
        "--8<-- \"a.md\"",
        "##Overskrift",
        "-punkt\n-to",
        "1.en\n2.to",
        "-[ ] x",
        "import A from './a.js'\n\nb",
        "Hej {props.x}",
        "h1. Title",
        "{info}Husk{info}",
        "||a||b||\n|c|d|",
        "<ac:image>",
        "<ac:image ac:width=\"2\">",
        "<ac:rich-text-body>a</ac:rich-text-body>",
    ] {
        let found = told(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(!found[0].2.contains("cannot lead to"), "{text}: {found:?}");
    }
    assert!(told("=== \"Tab\"\n\n    words").iter().any(|it| it.0 == Code::OtherTool));
    for text in [
        "-punkt",
        "1.en",
        "1.sal th.",
        "#tag",
        "Import af varer",
        "`##a`",
        "    ##a",
        "import duties from Kina",
    ] {
        assert_eq!(told(text), [], "{text}");
    }
}
