//! YAML as it is read, and what is said where it cannot be.

use super::*;
use crate::base::SourcePath;

fn tree(text: &str) -> (Tree, Vec<Diagnostic>) {
    let source = Source::new(SourcePath::new("content/a.md").expect("inside"), text);
    let mut out = vec![];
    (read(&source, 0..text.len(), &mut out), out)
}

#[test]
fn scalars_stay_as_typed() {
    let text = "lang: no\ndate: 2026-11-21\nnavn: \"Mølgård\"\nby: å\n";
    let (tree, out) = tree(text);
    assert!(out.is_empty(), "{out:?}");
    let values: Vec<_> = tree.entries.iter().map(|entry| entry.value.value.clone()).collect();
    assert_eq!(values, ["no", "2026-11-21", "Mølgård", "å"].map(|text| Value::Scalar(text.into())));
    assert_eq!(&text[tree.entries[3].key_range.clone()], "by");
    assert_eq!(&text[tree.entries[3].value.range.clone()], "å");
}

#[test]
fn a_second_colon_is_explained_and_what_came_before_is_kept() {
    let (tree, out) = tree("author: jonas\ntitle: Pump four: the night\nlang: en\n");
    assert!(tree.broken);
    assert_eq!(out.len(), 1);
    assert!(out[0].message.contains("two colons"), "{out:?}");
    assert_eq!(tree.entries[0].key, "author");
}

#[test]
fn each_slip_has_its_own_words() {
    let cases = [
        ("title: a: b\n", "two colons"),
        ("title: T\n  author: ana\n", "indented too far"),
        ("title: *a\n", "begin with *"),
        ("title: @x\n", "begin with @"),
        ("title: `x`\n", "begin with `"),
        ("title: %x\n", "begin with %"),
        ("title: \"T\nauthor: ana\n", "quotation mark"),
        ("title: [a\nauthor: b\n", "bracket"),
        ("title: {a: b\n", "bracket"),
        ("title: T\n...\nauthor: ana\n", "second block"),
        ("title\nauthor: ana\n", "colon is missing"),
        ("- a\n", "a list"),
        ("title: a\0b\n", "U+0000"),
        ("title: !A\n", "begins with !"),
        ("title: !A b\n", "begins with !"),
        ("title: &A\n", "begins with &"),
        ("title: #A\n", "begins with #"),
        ("list: [a, !b]\n", "begins with !"),
        ("title: - x\n", "begin with -"),
        ("title: , x\n", "begin with ,"),
        ("\ttitle: A\nauthor: b\n", "before “title”"),
        ("title: A\n\tauthor: b\n", "before “author”"),
        ("title: \"a\" b\n", "after the closing quotation mark"),
        ("title: 'It's'\n", "second '"),
        ("title: \"a \"b\" c\"\n", "second \""),
        ("title: [a] b\n", "after the closing bracket"),
        ("title: {a} b\n", "after the closing bracket"),
        ("title:A\nauthor: b\n", "space is missing"),
        ("title: A\nauthor:b\n", "space is missing"),
        ("title:A\nauthor:b\n", "space is missing"),
        ("title:A\n", "space is missing"),
        ("title:\u{a0}A\nauthor: b\n", "not an ordinary one"),
        ("title： A\nauthor: b\n", "not the ordinary one"),
        ("title = A\nauthor = b\n", "has = where"),
        ("// a\ntitle: A\n", "does not begin with #"),
        ("title: A\n// a\nauthor: b\n", "does not begin with #"),
        (" title: A\nauthor: b\n", "indented too far"),
    ];
    for (text, words) in cases {
        let (_, out) = tree(text);
        assert_eq!(out.len(), 1, "{text:?}: {out:?}");
        assert!(out[0].message.contains(words), "{text:?}: {}", out[0].message);
        assert!(!out[0].notes.is_empty(), "{text:?} has a remedy");
    }
}

#[test]
fn places_are_right_where_lines_end_as_on_windows() {
    // The line above holds letters of several bytes, and is the one to blame.
    for text in [
        "~&1e999```rust\n```rust\n\u{2028}&amp;{æ\r\nwww.a.example}: *[\n",
        "{æ\r\nb: c\r\n",
        "a: [æ\r\n\r\n",
    ] {
        for complaint in tree(text).1 {
            let place = complaint.span.range.expect("a place");
            assert!(text.get(place.clone()).is_some(), "{place:?} is no place in {text:?}");
        }
    }
    let text = "title: A\r\nauthor: [æ\r\ndate: b\r\n";
    let place = tree(text).1[0].span.range.clone().expect("a place");
    assert_eq!(&text[place], "author: [æ");
}

#[test]
fn unusual_keys_keep_their_source_text() {
    for (text, key) in [("~: x\n", "~"), (": x\n", ""), ("[a]: x\n", "[a]"), ("\"\": x\n", "")] {
        assert_eq!(tree(text).0.entries[0].key, key, "{text}");
    }
}

#[test]
fn bombs_and_depth_are_refused() {
    assert_eq!(tree("a: &a [1]\nb: *a\n").1.len(), 1);
    assert_eq!(tree(&format!("a: {}{}", "[".repeat(60), "]".repeat(60))).1.len(), 1);
    assert_eq!(tree("- a\n- b\n").1.len(), 1);
    assert!(tree("").1.is_empty());
}
