//! What is said of mistakes of TOML, once and in plain words.

use super::*;
use crate::base::SourcePath;
use crate::data::toml::read;

fn complaint(text: &str) -> Vec<Diagnostic> {
    let path = SourcePath::new("site.toml").expect("inside");
    let mut out = vec![];
    read(&Source::new(path, text), 0..text.len(), &mut out);
    out
}

#[test]
fn one_thing_is_said_of_a_line_and_never_in_the_words_of_the_parser() {
    for line in [
        "title = \"B\"",
        "foo",
        "title: H",
        "title = H",
        "a = 2026-13-45",
        "a = 1.2.2026",
        "a = “H”",
        "a = \"H",
        "a = 'H",
        "a = \"\u{1}\"",
        "\u{0}",
        "a = \"A\" b",
        "a =",
        "= \"x\"",
        "a = [\"b\"",
        "a = [\"b\" \"c\"]",
        "a = \"C:\\users\"",
        "[a",
        "a = {b = 1",
        "a = yes",
        "a = \"B\", c = \"d\"",
        "a b = \"C\"",
        "// a",
        "- a",
        "a = 024",
        "---",
        "{ \"a\": 1 }",
        "tïtle = \"A\"",
        "a\u{A0}= \"A\"",
        "a\u{200B} = 1",
        "a = \u{1F4A9}",
        "a = 'It's x'",
        "a = \"We say \"yes\" here\"",
        "a = \"x\",",
        "a = 24;",
        "a = {en: \"x\"}",
        "a = [\n\"b\"\n\"c\"\n]",
        "a = [\n\"b\",\n\"c\"\nd = 1\ne = 2\n[f]\ng = 1",
        "a = [\n\"b\"\n[f]\ng = 1",
        "a = \"\"\"b\nc",
    ] {
        let all = complaint(&format!("title = \"A\"\n{line}\n"));
        assert_eq!(all.len(), 1, "{line}: {all:?}");
        assert!(!all[0].message.contains("cannot be read") && !all[0].notes.is_empty(), "{all:?}");
    }
    let twice = complaint("[a]\nb = 1\n[a]\nc = 1\n");
    assert_eq!(twice.len(), 1);
    assert!(twice[0].message.starts_with("[a] is written twice"), "{twice:?}");
}

#[test]
fn lines_of_an_old_mac_are_told_once_and_others_are_read() {
    let old = complaint("title = \"A\"\rb = 1\rc = 2\r");
    assert_eq!(old.len(), 1, "{old:?}");
    assert!(old[0].message.contains("old Mac"));
    assert_eq!(complaint("title = \"A\"\r\nb = 1\r\n"), []);
    assert_eq!(complaint("title = \"A\"\nb = \"c\rd\"\ne = 1\n")[0].code, Code::ControlCharacter);
}

#[test]
fn a_text_over_several_lines_loses_none_of_them() {
    for (line, hint) in [
        ("a = \"You may.\nAlways.\"", "Write a = \"You may. Always.\" on one line"),
        (
            "a = \"You may.\n\nAlways: yes.\nSo it is.\"\nb = \"c\"",
            "Always: yes. So it is.\" on one",
        ),
        ("a = \"You may.\nAlways", "Write a = \"You may. Always\" on one line"),
        ("a = 'You may.\nAlways.'", "Write a = \"You may. Always.\" on one line"),
        ("a == \"You may.\"", "Write a = \"You may.\""),
        ("a = = You may", "Write a = \"You may\""),
    ] {
        let all = complaint(&format!("title = \"A\"\n{line}\n"));
        assert_eq!(all.len(), 1, "{line}: {all:?}");
        let told = format!("{:?}", all[0].notes);
        assert!(told.replace("\\\"", "\"").contains(hint), "{line}: {told}");
    }
    let long = format!("a = \"You may.\n{}\"\n", "Always. ".repeat(20));
    let all = complaint(&long);
    assert_eq!(all.len(), 1, "{all:?}");
    assert!(format!("{:?}", all[0].notes).contains("Join its lines"), "{all:?}");
}

#[test]
fn an_answer_that_is_none_gets_both_to_choose_from() {
    for (line, hint) in [
        ("avif = maybe", "Write avif = true, or avif = false"),
        ("avif = måske senere", "Write avif = true, or avif = false"),
        ("avif = yes", "Write avif = true"),
        ("index = nej tak", "Write index = false"),
    ] {
        let all = complaint(&format!("title = \"A\"\n{line}\n"));
        assert_eq!(all.len(), 1, "{line}: {all:?}");
        assert_eq!(all[0].notes, [crate::base::Note::Hint(hint.to_owned())], "{line}");
    }
}
