//! What is made of a text when its author does as a hint says.

use super::*;

/// The text after the mistake was corrected as its hint says.
fn obeyed(text: &str, diagnostic: &Diagnostic) -> String {
    let hint = diagnostic.notes.iter().find_map(|note| match note {
        crate::base::Note::Hint(hint) | crate::base::Note::Example(hint) => Some(hint.clone()),
        crate::base::Note::Place(..) => None,
    });
    let hint = hint.expect("each mistake has a remedy");
    let range = diagnostic.span.range.clone().expect("a place");
    let start = text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let indent = &line[..line.len() - line.trim_start().len()];
    let written = [
        "an ordinary space after the colon: ",
        "Put a space after the colon: ",
        "Put a space after the hyphen: ",
        "an ordinary space after the hyphen: ",
        "before the colon: ",
        "in place of the tab: ",
        "Write the name alone: ",
        "Remove the @: ",
        "Remove the -: ",
        "without that space: ",
        "ordinary spaces before it: ",
        "between double quotes: ",
        "Write a straight one: ",
        "Write ",
    ];
    let line_now = match written.iter().find_map(|begin| hint.split_once(begin)) {
        _ if hint.starts_with("Begin it with exactly ") => {
            let blanks = hint.split(' ').find_map(|word| word.parse().ok()).expect("a number");
            format!("{}{}", " ".repeat(blanks), line.trim_start())
        }
        _ if hint.starts_with("Remove the spaces") => line.trim_start().to_owned(),
        Some((_, line)) => format!("{}{line}", indent.trim_matches(|c: char| !c.is_ascii())),
        None => panic!("{text:?}: {hint}"),
    };
    format!("{}{line_now}{}", &text[..start], &text[start + line.len()..])
}

#[test]
fn a_remedy_works_when_it_is_obeyed() {
    let nested = "title: L\nphotos:\n  - file: a.jpg\n";
    let nested = |line: &str| format!("{nested}{line}\n");
    for text in [
        "title: L\nauthor:birthe-lund\ndate: 2026-11-02\n",
        "title:L\nauthor:birthe-lund\ndate:2026-11-02\n",
        "title: L\nauthor = birthe-lund\ndate: 2026-11-02\n",
        "title: L\nauthor=birthe-lund\ndate: 2026-11-02\n",
        "title = L\nauthor= birthe-lund\ndate =2026-11-02\n",
        "title: L\nauthor:\u{a0}birthe-lund\ndate: 2026-11-02\n",
        "title: L\nauthor\u{a0}: birthe-lund\ndate: 2026-11-02\n",
        "title: L\nauthor\u{202f}:\u{a0}birthe-lund\ndate: 2026-11-02\n",
        "title; L\nauthor: birthe-lund\n",
        "title: L\n\u{a0}author: birthe-lund\n",
        "\u{a0}title: L\n\u{a0}author: birthe-lund\n",
        "title: L\nauthor: - birthe-lund\n",
        "**title:** L\nauthor: birthe-lund\n",
        "title: L\nauthor: birthe-lund\n   named: [kirsten]\n",
        &nested("     named: [kirsten]"),
        &nested("   named: [kirsten]"),
        "people:\n  - name: x\n   named: no\n",
        "people:\n  - name: x\n  named: no\n",
        "people:\n  - name: x\n      named: no\n",
        "people:\n  - id: kirsten\n  named: no\n",
        &nested("   \u{20}  alt: A lock"),
        "title: 'Bob's lås'\nauthor: birthe-lund\n",
        "title: L\nauthor:\n• birthe-lund\n• kirsten\n",
        "title: L\nauthor:\n  •\tbirthe-lund\n  •\tkirsten\n",
        "title: L\nauthor:\n  – birthe-lund\n  – kirsten\n",
        "title: L\nauthor:\n  -birthe-lund\n  -kirsten\n",
        "title: L\nauthor:\n  * birthe-lund\n",
        "title: L\nauthor:\tbirthe-lund\n",
        "people:\n  -id: kirsten\n",
        "people:\n  -id: kirsten\n    named: yes\n",
        "people:\n-id: kirsten\n  named: yes\n",
        "people:\n  -\u{a0}id: kirsten\n    named: yes\n",
        "people:\n  • id: kirsten\n    named: yes\n  • id: ole-berg\n    named: no\n",
        "people:\n  • id: kirsten\n  • id: ole-berg\n",
        "people:\n  - id； kirsten\n    named： yes\n",
        "people:\n  - id:kirsten\n    named:yes\n",
        "title: L\nauthor:\n  -\u{a0}birthe-lund\n  -\u{a0}kirsten\n",
        "title: L\nauthor；birthe-lund\n",
        "title；L\nauthor； birthe-lund\n",
        "title: L\nauthor： birthe-lund\ndate﹔ 2026-11-02\n",
        "title: L\nkeywords:\n  - a\n - b\n",
        "title: L\nkeywords:\n - a\n  - b\n",
        "title: L\nkeywords:\n- a\n - b\n",
        "title: L\npeople:\n\u{a0}\u{a0}- name: x\n",
        "title: L\npeople:\n  - name: x\n\u{a0}\u{a0}\u{a0}\u{a0}named: no\n",
        "title: L\npeople:\n  - name: x\n\u{a0}\u{a0}- name: y\n",
        "title: L\npeople:\n\u{a0}\u{a0}- name: x\n\u{a0}\u{a0}\u{a0}\u{a0}named: no\n",
        "title: \"Min lås”\nauthor: birthe-lund\n",
        "title: L\nauthor: @birthe-lund\n",
        "title: L\nauthor: [Birthe](../people/birthe-lund.md)\n",
    ] {
        let mut now = text.to_owned();
        for _ in 0..4 {
            let (_, out) = tree(&now);
            let Some(first) = out.first() else { break };
            assert_eq!(first.code, Code::BrokenYaml, "{text:?}: {out:?}");
            now = obeyed(&now, first);
        }
        let (read, out) = tree(&now);
        assert!(out.is_empty() && now != text, "{text:?} became {now:?}: {out:?}");
        let lines = now.lines().filter(|line| !line.starts_with([' ', '-'])).count();
        assert_eq!(read.entries.len(), lines, "{now}");
    }
}

#[test]
fn a_remedy_keeps_every_letter_and_makes_nothing_worse() {
    for (text, hint) in [
        ("keywords: \"pump\", \"night\"\n", "Put it between brackets: keywords: [pump, night]"),
        ("keywords: 'a b', c, \"d: e\"\n", "Put it between brackets: keywords: [a b, c, \"d: e\"]"),
        ("author: \"bo\",'ana'\nlang: en\n", "Put it between brackets: author: [bo, ana]"),
        (
            "title: \"Pump\", \"night\"\n",
            "Put a \\ before each \" inside the text: title: \"Pump\\\", \\\"night\"",
        ),
        ("title: @anna\n", "Put the text between quotes: title: \"@anna\""),
        ("author: @anna\n", "Remove the @: author: anna"),
        ("title: 'Bob' is here\n", "Put the text between double quotes: title: \"'Bob' is here\""),
        (
            "title: 'tis the season\nauthor: bo\n",
            "Put the text between double quotes: title: \"'tis the season\"; or put a ' at its end, \
             if the ' at its beginning is not a part of it",
        ),
        (
            "quote: hi\n  there: you\n",
            "If it belongs to the text above, write all of it on one line, between quotes: quote: \
             \"hi there: you\"; if it is a field, remove the spaces",
        ),
        (
            "title: Hi\n  author: bo\n",
            "Remove the spaces at its beginning; or, if it belongs to the text above, write all of \
             it on one line, between quotes: title: \"Hi author: bo\"",
        ),
        (
            "photos:\n   - file: x\n  alt: y\n",
            "Begin it with exactly 5 spaces, so that it stands below the first letter of “file”",
        ),
        (
            "photos:\n      - file: x\n        caption: z\n  alt: y\n",
            "Begin it with exactly 8 spaces, so that it stands below the first letter of “caption”",
        ),
        (
            "- {name: Ole: mester, named: no}\n",
            "Put the text between quotes: - {name: \"Ole: mester\", named: no}",
        ),
        (
            "keywords: [Bob's, \"x\" y]\n",
            "Put each entry between quotes: keywords: [\"Bob's\", \"\\\"x\\\" y\"]",
        ),
        (
            "summary:\n  #1 i havn\n  Vi sejlede\n",
            "Write the whole text on one line, between quotes: summary: \"#1 i havn Vi sejlede\"",
        ),
        ("author: bo\n  named: [a]\n", "Remove the spaces at its beginning"),
    ] {
        assert_eq!(remedy(text).1, hint, "{text:?}");
    }
}
