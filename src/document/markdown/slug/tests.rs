//! Ids of headings.

use proptest::prelude::*;

use super::*;

#[test]
fn letters_with_marks_become_ascii_letters() {
    let cases = [
        ("What to do?", "what-to-do"),
        ("Må jeg sige, hvor jeg arbejder?", "maa-jeg-sige-hvor-jeg-arbejder"),
        ("A\u{30A}rhus", "aarhus"),
        ("Smørrebrød Æble Über Straße", "smoerrebroed-aeble-ueber-strasse"),
        ("Één café", "een-cafe"),
        ("Don't & don’t", "dont-dont"),
        ("  — 🚢 — ", ""),
        ("3.14 / v2", "3-14-v2"),
        ("Sam\u{AD}ar\u{200B}bejde\u{2060}t", "samarbejdet"),
    ];
    for (text, expected) in cases {
        assert_eq!(slug(text), expected, "{text}");
    }
    assert!(slug(&"word ".repeat(100)).len() <= MAX_LENGTH);
}

#[test]
fn ids_are_given_once_and_never_the_pages_own() {
    let mut ids = Ids::default();
    let given: Vec<String> = ["A", "A", "A-2", "A", "!", "SW fn 1", "User content x"]
        .iter()
        .map(|text| ids.give(text))
        .collect();
    let expected =
        ["a", "a-1", "a-2", "a-3", "section", "section-sw-fn-1", "section-user-content-x"];
    assert_eq!(given, expected);
}
proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_without_combining_marks_is_already_composed(text in "([a-cÅåæøüßñĳſʼ'’ -]|\u{30A}|\u{301}){0,20}") {
        prop_assert_eq!(slug(&text), joined(text.nfc()));
    }

    #[test]
    fn letters_before_the_first_combining_mark_stay_unchanged(a in prop::char::range('\0', '\u{2FF}'), b in prop::char::range('\0', '\u{2FF}')) {
        let text = format!("{a}{b}");
        prop_assert!(text.nfc().eq(text.chars()));
    }
}
