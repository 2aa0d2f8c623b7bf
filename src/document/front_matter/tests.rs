//! What is read as fields, and what is told of fences that are wrong.

use super::*;
use crate::base::SourcePath;

fn parts(text: &str) -> (usize, String, Vec<&'static str>) {
    let source = Source::new(SourcePath::new("content/stories/a.md").expect("inside"), text);
    let mut out = vec![];
    let front = read(&source, &mut out);
    out.extend(front.without_fields);
    let body = source.text[front.body].to_owned();
    (front.tree.entries.len(), body, out.iter().map(|diagnostic| diagnostic.code.name()).collect())
}

#[test]
fn words_above_the_fields_are_told_and_no_field_becomes_text() {
    for text in [
        "Min historie\n---\ntitle: T\nauthor: x\n---\nHej\n",
        "Min historie\n\nen dag\n\n---\ntitel: T\nphotos:\n  - file: x.jpg\n---\nHej\n",
        "Min historie\n+++\ntitle = \"T\"\n+++\nHej\n",
    ] {
        let source = Source::new(SourcePath::new("content/stories/a.md").expect("inside"), text);
        let mut out = vec![];
        assert!(read(&source, &mut out).without_fields.is_none(), "{text}");
        assert!(out[0].message.contains("very start"), "{text}: {}", out[0].message);
    }
    let below = "Words\n---\ntitle: T\nauthor: x\n---\nHej\n";
    let text = format!("---\ntitle: A\n---\n{below}");
    assert_eq!(parts(&text), (1, "Words\n".into(), vec!["fields-cut-apart"]));
    for mark in ["***", "* * *", "___", "----"] {
        let text =
            format!("---\ntitle: A\n---\nWords\n\n{mark}\ntitle: T\nauthor: x\n{mark}\nHej\n");
        assert_eq!(parts(&text).2, ["fields-cut-apart"], "{mark}");
    }
    let open = "---\ntitle: A\n---\nWords\n\n---\n\n---\ntitle: T\nauthor: x\n\nHej\n";
    assert_eq!(parts(open).2, ["fields-cut-apart"]);
    let tabular = "---\ntitle: A\n---\nWords\n\n***\nauthor: x\nsaid so\n";
    assert_eq!(parts(tabular).2, [] as [&str; 0]);
    for below in [
        "Words\n\n---\n\nOther words: these\n\n---\n",
        "Words\n---\nMore\n---\n",
        "```\n---\ntitle: T\n---\n```\n",
        "Words\n\n---\n\n---\n",
    ] {
        assert_eq!(parts(&format!("---\ntitle: A\n---\n{below}")), (1, below.into(), vec![]));
        assert_eq!(parts(below).2, ["no-front-matter"], "{below}");
    }
}

#[test]
fn fields_in_two_blocks_are_told() {
    for below in [
        "author: anna\n---\nText\n",
        "photos:\n  - file: x.jpg\n    alt: A pump\n---\nText\n",
        "\n---\nauthor: anna\nsomething: else\n---\nText\n",
        "---\nforfatter: anna\n---\nText\n",
        "author: anna\n\ndate: 2026-01-01\n---\nText\n",
    ] {
        let text = format!("---\ntitle: a\n---\n{below}");
        assert_eq!(parts(&text), (1, "Text\n".into(), vec!["fields-cut-apart"]), "{below}");
    }
    let open = "---\ntitle: a\n---\nphotos:\n  - file: x.jpg\n    alt: A pump\n\nText\n";
    assert_eq!(parts(open), (1, "Text\n".into(), vec!["fields-cut-apart"]));
    for below in [
        "author: anna\ndate: 2026-01-01\n",
        "\nauthor: anna\ndate: 2026-01-01\n",
        "forfatter: anna\ndate: 2026-01-01\n",
    ] {
        for text in ["\nText\n", "Text\n"] {
            let open = format!("---\ntitle: a\n---\n{below}{text}");
            assert_eq!(parts(&open), (1, text.into(), vec!["fields-cut-apart"]), "{open}");
        }
    }
    for below in ["author: anna\n", "author: anna\n\nText\n\n---\n"] {
        let text = format!("---\ntitle: a\n---\n{below}");
        assert_eq!(parts(&text), (1, below.into(), vec!["fields-cut-apart"]), "{below}");
    }
    let toml = "+++\ntitle = \"a\"\n+++\nauthor = \"anna\"\ndate = 2026-01-01\n\nText\n";
    assert_eq!(parts(toml), (1, "\nText\n".into(), vec!["fields-cut-apart"]));
    let toml = "+++\ntitle = \"a\"\n+++\nauthor = \"anna\"\n+++\nText\n";
    assert_eq!(parts(toml), (1, "Text\n".into(), vec!["fields-cut-apart"]));
    for below in [
        "Text\n---\n",
        "Author: said so\n---\n",
        "---\nText\n---\n",
        "---\n",
        "\nauthor: anna\n",
        "author: anna\nand all the others\n",
        "Date: 3 May\nTeam: Workshop\n\nText\n",
        "Dato: 3. maj\nSted: Esbjerg\n\nText\n",
        "photos:\n\n- one\n- two\n",
        "photos:\n  - one of the pump\n",
        "note: be careful\n---\nText\n",
    ] {
        let text = format!("---\ntitle: a\n---\n{below}");
        assert_eq!(parts(&text), (1, below.into(), vec![]), "{below}");
    }
}

#[test]
fn a_forgotten_end_is_told_where_the_text_begins() {
    for text in [
        "# My heading\n\n---\n\nAnd an end.\n",
        "Here begins my text.\n\n---\n\nAnd an end.\n",
        "# My heading\nHere begins my text.\n---\n",
        "## My heading\n\n- one\n- two\n\n---\n",
        "Ana: I was there.\n\n---\n",
        "“I was there”, she said.\n\n---\n",
        "**I was there.**\n\n---\n",
        "![A pump](a.jpg)\n\n---\n",
        "# My heading\n\nauthor of all: I was there.\n\nIt was cold.\n\n---\n",
        "# My heading\n\n---\n\nOne.\n\n---\n",
        "# My heading\n\nNo rule at all.\n",
        "# My heading\n",
    ] {
        for fields in ["title: a\ndate: 2026-11-01\n", "title: a\npeople:\n  - id: ana\n"] {
            let file = format!("---\n{fields}\n{text}");
            assert_eq!(parts(&file), (2, text.into(), vec!["unclosed-front-matter"]), "{file}");
        }
    }
}

#[test]
fn a_heading_directly_below_the_fields_is_not_lost_where_prose_follows() {
    let text = "# My heading\n\nHere begins my text.\n\n---\n";
    let file = format!("---\ntitle: a\ndate: 2026-11-01\n{text}");
    assert_eq!(parts(&file), (2, text.into(), vec!["unclosed-front-matter"]));
}

#[test]
fn a_comment_beside_fields_is_none() {
    for fields in [
        "# The crew\nauthor: ana\n",
        "\n# The crew\nauthor: ana\n",
        "\n# The crew\n\nauthor: ana\n",
        "author: ana\n# The crew\n",
        "\n# author: ana\n",
        "author:\n\n# The crew\n\n- ana\n",
        "people:\n  - id: ana\n\n# The crew\n  - id: bo\n",
        "\n#region of all\n",
        "summary: >\n  One.\n\n  # Two\n\n  Three.\n",
    ] {
        let file = format!("---\ntitle: a\n{fields}---\nText\n");
        let (_, body, codes) = parts(&file);
        assert_eq!((&*body, codes), ("Text\n", vec![]), "{file}");
    }
}

#[test]
fn lines_like_the_first_one_are_told() {
    for mark in
        ["\\---", "* * *", "***", "- - -", "```yaml", "```", "~~~", "\"---\"", "----", "_ _ _"]
    {
        let source = format!("{mark}\ntitle: a\nauthor: ana\n{mark}\n\nText\n");
        let source = Source::new(SourcePath::new("content/stories/a.md").expect("inside"), source);
        let mut out = vec![];
        read(&source, &mut out);
        assert_eq!(out.len(), 1, "{mark}: {out:?}");
        assert!(out[0].message.contains("not exactly ---"), "{mark}: {out:?}");
        let ended = format!("---\ntitle: a\n{mark}\n\nText\n");
        assert_eq!(parts(&ended).2, ["unclosed-front-matter"], "{mark}");
    }
}

#[test]
fn a_file_has_two_parts() {
    assert_eq!(parts("---\ntitle: a\n---\nText\n"), (1, "Text\n".into(), vec![]));
    assert_eq!(parts("\u{feff}---\r\ntitle: a\r\n---\r\nText"), (1, "Text".into(), vec![]));
    assert_eq!(parts("+++\ntitle = \"a\"\n+++"), (1, String::new(), vec![]));
    assert_eq!(parts("---\ntitle: a\nText\n"), (0, String::new(), vec!["unclosed-front-matter"]));
    assert_eq!(parts("Text"), (0, "Text".into(), vec!["no-front-matter"]));
    assert_eq!(parts(""), (0, String::new(), vec!["no-front-matter"]));
}

#[test]
fn fields_of_yaml_below_the_line_of_toml_are_read_and_told_once() {
    for end in ["+++", "---"] {
        let text = format!("+++\ntitle: T\nauthor: x\n{end}\nHej\n");
        assert_eq!(parts(&text), (2, "Hej\n".into(), vec!["broken-toml"]), "{end}");
    }
    for toml in ["title = \"T: a\"\n", "[extra]\nowner: x\n", "# title: T\ntitle = \"A\"\n"] {
        let source = Source::new(
            SourcePath::new("content/stories/a.md").expect("inside"),
            format!("+++\n{toml}+++\nHej\n"),
        );
        let mut out = vec![];
        assert_eq!(read(&source, &mut out).tree.notation, Notation::Toml, "{toml}");
        assert!(out.iter().all(|it| !it.message.contains("two lines ---")), "{toml}: {out:?}");
    }
}

#[test]
fn a_line_of_other_dashes_ends_the_fields() {
    for line in ["⸻", "⸺", "———", "—", "─────", "－－－", "--", "+++", "***"]
    {
        for below in ["Hej\n", "\nHej\n\n---\n\nEnd\n"] {
            // A star or a plus may be something else where --- follows.
            if below.contains("---") && matches!(line, "+++" | "***") {
                continue;
            }
            let text = format!("---\ntitle: T\nauthor: x\n{line}\n{below}");
            assert_eq!(parts(&text).2, ["unclosed-front-matter"], "{line}: {below}");
        }
    }
}

#[test]
fn several_byte_order_marks_are_none() {
    let text = "\u{feff}\u{feff}---\ntitle: T\nauthor: x\n---\nHej\n";
    assert_eq!(parts(text), (2, "Hej\n".into(), vec![]));
    assert_eq!(parts("\u{feff}\u{feff}Hej\n").2, ["no-front-matter"]);
}
