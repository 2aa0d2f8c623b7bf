//! Texts of three languages, and what can be wrong with them.

use proptest::prelude::*;

use super::*;
use crate::base::{Code, SourcePath};
use crate::language::language;

fn file(code: &str, name: &str, text: &str) -> (Language, Source) {
    let path = SourcePath::new(&format!("themes/{name}/texts/{code}.ftl")).expect("a path");
    (language(code), Source::new(path, text))
}

fn three() -> Vec<(Language, Source)> {
    let da = "wall = Historievæggen\n\
        stories = { $count ->\n    [one] Én historie\n   *[other] { $count } historier\n}\n";
    vec![
        file("en", "default", ENGLISH),
        file("da", "default", da),
        file("nl", "default", "wall = Verhalenmuur\n"),
    ]
}

const ENGLISH: &str = "\
wall = Story wall
faq = Questions
stories = { $count ->
    [one] One story
   *[other] { $count } stories
}
by = By { $name }
";

#[test]
fn a_text_falls_back_language_by_language() {
    let (texts, diagnostics) = Texts::new(&language("da"), &three());
    assert_eq!(diagnostics, []);
    let cases = [
        ("en", "wall", "Story wall"),
        ("da", "wall", "Historievæggen"),
        ("da-DK", "wall", "Historievæggen"),
        ("nl-BE", "wall", "Verhalenmuur"),
        ("fi", "wall", "Historievæggen"),
        ("nl", "faq", "Questions"),
        ("nl", "nowhere", "nowhere"),
    ];
    for (code, key, text) in cases {
        assert_eq!(&*texts.get(&language(code), key), text, "{code} {key}");
    }
}

#[test]
fn numbers_choose_the_plural() {
    let (texts, _) = Texts::new(&language("en"), &three());
    let stories = |code, n| texts.format(&language(code), "stories", &[("count", Arg::Number(n))]);
    assert_eq!(stories("en", 1), "One story");
    assert_eq!(stories("en", 0), "0 stories");
    assert_eq!(stories("da", 1), "Én historie");
    assert_eq!(stories("da", 12), "12 historier");
    assert_eq!(stories("tlh", -3), "-3 stories");
    let by = texts.format(&language("nl"), "by", &[("name", Arg::Text("Ana <b>"))]);
    assert_eq!(by, "By Ana <b>", "no isolating marks; escaping is the template's");
    assert_eq!(texts.format(&language("nl"), "by", &[]), "By {$name}");
}

#[test]
fn polish_has_more_forms_than_two() {
    let text = "n = { $count ->\n    [one] plik\n    [few] pliki\n   *[many] plików\n}\n";
    let (texts, _) = Texts::new(&language("pl"), &[file("pl", "default", text)]);
    let n = |n| texts.format(&language("pl"), "n", &[("count", Arg::Number(n))]);
    assert_eq!([n(1), n(2), n(5), n(22)], ["plik", "pliki", "plików", "pliki"]);
}

#[test]
fn a_company_overrides_single_texts() {
    let mut files = three();
    files.push(file("da", "vand", "wall = Vandmuren\nown = Vores\n"));
    let (texts, diagnostics) = Texts::new(&language("da"), &files);
    assert_eq!(diagnostics, []);
    assert_eq!(&*texts.get(&language("da"), "wall"), "Vandmuren");
    assert_eq!(&*texts.get(&language("en"), "wall"), "Story wall");
    assert_eq!(
        texts.format(&language("da"), "stories", &[("count", Arg::Number(2))]),
        "2 historier"
    );
}

#[test]
fn mistakes_have_a_place() {
    let cases = [
        ("a = æble\nb & c\nd = x\n", "text-syntax", (2, 3)),
        ("a = { $n ->\n [one] x\n}\n", "text-syntax", (3, 1)),
        ("a = { \n", "text-syntax", (2, 1)),
        ("a = x\na = y\n", "text-twice", (2, 1)),
        ("a = å { b }\nbb = x\n", "text-unknown-name", (1, 9)),
        ("a = { -brand }\n", "text-unknown-name", (1, 8)),
        ("a = { DATETIME($day) }\n", "text-unknown-name", (1, 7)),
        ("a = { b }\nb = { a }\n", "text-cycle", (1, 1)),
        ("a = x\n    .title = y\n", "text-attribute", (1, 1)),
    ];
    for (text, code, (line, column)) in cases {
        let files = [file("en", "default", text)];
        let (_, diagnostics) = Texts::new(&language("en"), &files);
        let first = diagnostics.first().expect(text);
        assert_eq!(first.code.name(), code, "{text}: {diagnostics:?}");
        let range = first.span.range.clone().expect("a place in the file");
        let before: Vec<&str> = text[..range.start].split('\n').collect();
        let at = (before.len(), before[before.len() - 1].chars().count() + 1);
        assert_eq!(at, (line, column), "{text}: {first:?}");
    }
}

#[test]
fn control_characters_in_texts_are_reported() {
    let files = [file("en", "x", "wall = A{ \"\\u0001\" }B\n")];
    let (_, diagnostics) = Texts::new(&language("en"), &files);
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    assert_eq!(diagnostics[0].code, Code::ControlCharacter);
}

#[test]
fn a_translation_may_not_invent_variables() {
    let mut files = three();
    files.push(file("nl", "default", "stories = { $cuont } verhalen\nwall = Muur\n"));
    let (texts, diagnostics) = Texts::new(&language("en"), &files);
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    assert_eq!(diagnostics[0].message, "There is no value “$cuont” in this text");
    assert!(format!("{:?}", diagnostics[0].notes).contains("“count”"));
    assert_eq!(&*texts.get(&language("nl"), "wall"), "Muur");
}

#[test]
fn a_text_that_leaves_out_a_value_is_told() {
    let mut files = three();
    files.push(file("en", "mine", "by = Written by somebody\nwall = Wall\n"));
    let (_, diagnostics) = Texts::new(&language("en"), &files);
    let [one] = &diagnostics[..] else { panic!("{diagnostics:?}") };
    assert_eq!(one.message, "This text leaves out { $name }");
    assert_eq!(one.span.path.as_str(), "themes/mine/texts/en.ftl");
}

proptest! {
    #[test]
    fn any_file_is_read(text in "([a-c-] ?= ?)?[a-c{}$ \\n\"\\[\\]*>.æ-]{0,40}") {
        let (texts, diagnostics) = Texts::new(&language("en"), &[file("en", "x", &text)]);
        let _ = texts.format(&language("en"), "a", &[("a", Arg::Number(1))]);
        for diagnostic in diagnostics {
            let range = diagnostic.span.range.expect("a place in the file");
            prop_assert!(text.get(range).is_some(), "{text:?}");
        }
    }
}
