//! Places in a text whose blocks were rewritten: what is told behind a block is told as if there were
//! none, at the same words.

use proptest::prelude::*;

use super::{FRONT, diagnostics_of, read, source};
use crate::base::Code;
use crate::base::diagnostic::Note;
use crate::document::markdown::Trust::Handbook;

/// What other tools write, and what is read otherwise than it stands there.
const BLOCKS: &[&str] = &[
    ":::note\nline\n\nline\n\nline\n:::\n\n",
    ":::note Dæk på å\nå\n:::\n\n",
    "!!! note \"Blåbær på dæk\"\n    Blå\n\n    Bær\n\n",
    "??? tip \"å\"\n\tOne\n\tTwo\n\n\n",
    "{{% alert title=\"Æ\" %}}\nline\n{{% /alert %}}\n\n",
    "{% hint style=\"info\" %}\r\nline\r\n{% endhint %}\r\n\r\n",
    "!!! note\n    !!! tip\n        :::info\n        å\n        :::\n\n",
    "- one\n\n  :::tip\n  å\n  :::\n\nWords.\n\n",
    "Thanks\n:-)\n\n<!-- a\n\nb -->\n\n:::tip\nå\n:::\n\n",
];

/// Texts about which something is told, each with a code.
const FOUND: &[(&str, Code)] = &[
    ("[Birthe]: never!\n", Code::UnusedReference),
    ("[Bjørn på båden]: <å>\n", Code::UnusedReference),
    ("[a][nåde]\n", Code::BrokenReference),
    ("[a](my påge.md)\n", Code::BlankInAddress),
    ("[å](//å.example)\n", Code::ForbiddenLink),
    ("![](å.jpg)\n", Code::MissingAlt),
    ("![å](https://e.example/å.jpg)\n", Code::RemoteImage),
    ("å[^1]\n", Code::UndefinedFootnote),
    ("[^å]: å\n", Code::UnusedFootnote),
    ("# Å\n", Code::SecondTitle),
    ("##### Å\n", Code::HeadingJump),
    ("##\n", Code::EmptyHeading),
    ("> [!BLÅ]\n> å\n", Code::UnknownAlert),
    ("å {{< blå >}}\n", Code::OtherTool),
    ("```blå\nx\n```\n", Code::UnknownCodeLanguage),
    ("å <!-- å\n", Code::UnclosedComment),
    ("| å |\n|---|\n| å | på |\n", Code::ExtraCells),
    ("<p class=\"MsoNormal\">Blåbær</p>\n", Code::HtmlRemoved),
    ("<p>å</p> <font color=\"red\">å</font>\n", Code::HtmlRemoved),
    ("<font>å</font> and <dit hold>\n", Code::HtmlRemoved),
    ("<a href=\"//å.example\">å</a>\n", Code::ForbiddenLink),
    ("[](å.md)\n", Code::EmptyLink),
];

/// What is told about a text, without what is told about the blocks themselves.
fn told(text: &str) -> Vec<String> {
    let body = read(text, Handbook);
    let file = source(text).text;
    let told = body.diagnostics.iter().map(|it| {
        let place = it.span.range.clone().expect("a place");
        let words = file.get(place.clone()).expect("whole characters of the file");
        let line = file[FRONT.len()..place.start].matches('\n').count();
        let hints = it.notes.iter().filter_map(|note| match note {
            Note::Hint(hint) => Some(hint.as_str()),
            Note::Place(..) | Note::Example(_) => None,
        });
        let hints: String = hints.collect();
        format!("{line} {} {words} {} {hints}", it.code.name(), it.message)
    });
    told.collect()
}

#[test]
fn what_is_told_behind_a_block_is_told_as_without_it() {
    for (text, code) in FOUND {
        let alone = diagnostics_of(text, Handbook);
        assert!(alone.iter().any(|told| told.starts_with(code.name())), "{text}: {alone:?}");
        for block in BLOCKS {
            let behind = format!("{block}{text}");
            assert_eq!(diagnostics_of(&behind, Handbook), alone, "{behind}");
            // The words of the report, and the line.
            let lines = block.matches('\n').count();
            let moved = told(text).into_iter().map(|told| {
                let (line, rest) = told.split_once(' ').expect("a line");
                format!("{} {rest}", line.parse::<usize>().expect("a number") + lines)
            });
            assert_eq!(told(&behind), moved.collect::<Vec<_>>(), "{behind}");
        }
    }
}

#[test]
fn what_is_told_inside_a_block_is_told_at_its_line() {
    for (text, _) in FOUND {
        let alone = told(text);
        // With a title: an address on a line of its own cannot follow other words directly.
        for (opens, closes) in
            [(":::note Blå\n", ":::\n"), ("{% hint title=\"Blå\" %}\n", "{% endhint %}\n")]
        {
            let moved = alone.iter().map(|told| {
                let (line, rest) = told.split_once(' ').expect("a line");
                format!("{} {rest}", line.parse::<usize>().expect("a number") + 1)
            });
            let inside = format!("{opens}{text}{closes}");
            assert_eq!(told(&inside), moved.collect::<Vec<_>>(), "{inside}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_are_whole_characters_wherever_a_finding_stands(
        pieces in prop::collection::vec(
            (prop::sample::select(BLOCKS.to_vec()), prop::sample::select(FOUND.to_vec())),
            1..6,
        ),
        indent in 0_usize..6,
        opener in prop::sample::select(vec!["", ":::note å\n", "!!! note \"å\"\n", "{% hint %}\n"]),
    ) {
        let mut text = opener.to_owned();
        for (block, (found, _)) in pieces {
            for line in block.lines().chain(found.lines()) {
                text.push_str(&" ".repeat(indent));
                text.push_str(line);
                text.push('\n');
            }
        }
        text.push_str(match opener {
            ":::note å\n" => ":::\n",
            "{% hint %}\n" => "{% endhint %}\n",
            _ => "",
        });
        let lines = source(&text).text.matches('\n').count();
        for told in told(&text) {
            let line: usize = told.split(' ').next().and_then(|it| it.parse().ok()).expect("a line");
            prop_assert!(line <= lines);
        }
    }
}
