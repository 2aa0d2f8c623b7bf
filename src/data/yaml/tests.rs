//! YAML as it is read, and what is said where it cannot be.

use super::*;
use crate::base::diagnostic::Note;
use crate::base::{Severity, SourcePath};

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
        ("title: &Söhne Anna\n", "begins with &"),
        ("!title: Wow\n", "begins with !"),
        ("title: >5\nauthor: a\n", "begin with >"),
        ("title: |5\nauthor: a\n", "begin with |"),
        ("list: [a, *b]\n", "begin with *"),
        ("list:\n  - *b c\n", "begin with *"),
        ("list:\n  - @b c\n", "begin with @"),
        ("list: [a, @b]\n", "begin with @"),
        ("list:\n  - name: &b c\n", "begins with &"),
        ("list: [{a: b, c: !d e}]\n", "begins with !"),
        ("title: A\n  B #4\n  C\nlang: en\n", "after # is ignored"),
        ("team #2: A\nlang: en\n", "after # is ignored"),
        ("list: [#a, #b]\nlang: en\n", "after # is ignored"),
        ("list: [\n  a,\n  b #2,\n  c]\nlang: en\n", "after # is ignored"),
        ("title: A\nphotos:\n  - {file: a.webp alt: \"Deck\"}\n", "comma is missing"),
        ("title: A\npeople:\n  - {id: a named: yes}\nlang: en\n", "comma is missing"),
        ("\"title\": \"T\",\nauthor: b\n", "comma at the end"),
        ("\"title\": T,\nauthor: b\n", "comma at the end"),
        ("photos:\n  - file: a\n    alt: \"A\",\nlang: en\n", "comma at the end"),
        ("author: [a, b],\nlang: en\n", "comma at the end"),
    ];
    for (text, words) in cases {
        let (_, out) = tree(text);
        assert_eq!(out.len(), 1, "{text:?}: {out:?}");
        assert!(out[0].message.contains(words), "{text:?}: {}", out[0].message);
        assert!(!out[0].notes.is_empty(), "{text:?} has a remedy");
    }
}

#[test]
fn fields_as_in_json_are_told_line_by_line() {
    let text = "\"title\": \"T\",\n\"author\": \"ana\",\n\"date\": 2026-11-01,\n\"lang\": \"en\"\n";
    let (_, out) = tree(text);
    assert_eq!(out.len(), 3, "{out:?}");
    assert!(out.iter().all(|it| it.message.contains("comma at the end")), "{out:?}");
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

/// The remedy of the only complaint about a text.
fn remedy(text: &str) -> (String, String) {
    let (_, out) = tree(text);
    assert_eq!(out.len(), 1, "{text:?}: {out:?}");
    let hint = match &out[0].notes[..] {
        [Note::Hint(hint)] => hint.clone(),
        notes => panic!("{text:?}: {notes:?}"),
    };
    (out[0].message.clone(), hint)
}

#[test]
fn what_a_hash_leaves_out_is_told_at_any_depth() {
    let whole = "Put the text between quotes: ";
    for (text, hint) in [
        ("title: Pump #4\n", "\"Pump #4\""),
        ("title: #1 in the fleet\n", "title: \"#1 in the fleet\""),
        ("for_whom: #all\n", "for_whom: \"#all\""),
        (
            "a:\n  - file: b\n    alt: Pump #4 with its cover off\n",
            "\"Pump #4 with its cover off\"",
        ),
        ("a:\n  - file: b\n    alt: #4 is open\n", "alt: \"#4 is open\""),
        ("a:\n  b:\n    c: Nr. #4\n", "\"Nr. #4\""),
        ("a:\n  - b\n  - c #d e\n", "\"c #d e\""),
        ("a:\n  - #b\n  - c\n", "- \"#b\""),
        ("a: [b, #c\n  d]\n", "a: [b, \"#c\""),
        ("a: [#c\n  d]\n", "a: [\"#c\""),
        (
            "a: [{file: b, alt: Pump #4 with its cover off}]\n",
            "a: [{file: b, alt: \"Pump #4 with its cover off\"}]",
        ),
        ("a: [b #1, c]\nd: e\n", "a: [\"b #1\", c]"),
        ("a: [b #1, c #2]\nd: e\n", "a: [\"b #1\", \"c #2\"]"),
        ("a: [b #1, c, #2 d]\nd: e\n", "a: [\"b #1\", c, \"#2 d\"]"),
        ("a: {b: c #1}\n", "a: {b: \"c #1\"}"),
        ("a: [{b: #1}]\n", "a: [{b: \"#1\"}]"),
        ("a: [b, #1 c]\n", "a: [b, \"#1 c\"]"),
        ("title: We write C #\n", "\"We write C #\""),
        ("title: Pump # 4 of five\n", "\"Pump # 4 of five\""),
        ("title: \"Pump\" #4\n", "\"Pump #4\""),
        ("title: 'Pump' #4\n", "\"Pump #4\""),
        ("title: Pump #4 #5\n", "\"Pump #4 #5\""),
        ("title: æ #ø å\n", "\"æ #ø å\""),
    ] {
        let (message, told) = remedy(text);
        assert!(message.contains('#'), "{text:?}: {message}");
        assert_eq!(told, format!("{whole}{hint}"), "{text:?}");
    }
    for (text, hint) in [
        (
            "consent:\n  given: 2026-01-01 #said\n",
            "Put the comment on a line of its own: # said; or remove it",
        ),
        (
            "consent: {given: 2026-01-01 #said, name: yes}\n",
            "Put the comment on a line of its own: # said; and write consent: {given: 2026-01-01, name: yes}",
        ),
        (
            "consent: {photo: yes # asked, name: yes}\n",
            "Put the comment on a line of its own: # asked; and write consent: {photo: yes, name: yes}",
        ),
    ] {
        assert_eq!(remedy(text).1, hint, "{text:?}");
    }
    let (_, told) = remedy("summary: Vi\n  #4 kom\nlang: en\n");
    assert_eq!(told, "Write the whole text on one line, between quotes: \"Vi #4 kom\"");
    // Nothing is left of the value, so nothing else is said of it.
    let (tree, _) = tree("a:\n  - #b\n  - c: #d\n    e: f\ng: #h\n");
    let Value::List(items) = &tree.entries[0].value.value else { panic!("{tree:?}") };
    assert_eq!((tree.entries.len(), items.len()), (1, 1));
    assert!(tree.broken);
}

#[test]
fn words_for_readers_are_told_even_where_they_may_be_a_comment() {
    for (text, whole) in [
        ("title: We are no. 1 # in the fleet\n", "\"We are no. 1 # in the fleet\""),
        ("title: We are no. 1\t# in the fleet\n", "\"We are no. 1 # in the fleet\""),
        ("title: \"a\" # c is lost\n", "\"a # c is lost\""),
        ("title: 'a' # c\nauthor: b # c\n", "\"a # c\""),
        ("summary: Room 4 # the one by the lift\r\n", "\"Room 4 # the one by the lift\""),
        ("for_whom: Nurses # at night\n", "\"Nurses # at night\""),
        ("photos:\n  - file: a.jpg # b\n    alt: A pump # open\n", "\"A pump # open\""),
        ("also_asked:\n  - May I # and how\n", "\"May I # and how\""),
        ("role:\n  en: Nurse # at night\n  da: b\n", "\"Nurse # at night\""),
        ("quote: Søren # vi\n", "\"Søren # vi\""),
    ] {
        let (_, out) = tree(text);
        assert_eq!(out.len(), 1, "{text:?}: {out:?}");
        assert_eq!((out[0].code, out[0].severity()), (Code::CutByHash, Severity::Advice));
        let (_, told) = remedy(text);
        let (comment, prose) = told.split_once("; ").expect("two remedies");
        assert_eq!(comment, "If it is a comment, put it on a line of its own");
        assert_eq!(prose, format!("if not, put the text between quotes: {whole}"));
        // Who obeys is not told again.
        let line = text.lines().find(|line| {
            line.contains("# ") && told.contains(&line[line.rfind('#').expect("a #")..])
        });
        let line = line.expect("the line");
        let lead =
            &line[..line.find(": ").map_or_else(|| line.find("- "), Some).expect("a value") + 2];
        let now = text.replace(line, &format!("{lead}{whole}"));
        assert!(tree(&now).1.is_empty(), "{now:?}: {:?}", tree(&now).1);
    }
}

#[test]
fn a_remedy_for_a_sign_works() {
    for text in [
        "title: !Wow what a day\n",
        "title: &Söhne Anna\n",
        "title: *Wow* what\n",
        "title: #1 in the fleet\n",
        "title: >5\n",
        "a: [{file: b, alt: Pump #4 with its cover off}]\n",
        "a: [b, *c]\n",
        "a: [b #1, c #2]\n",
        "a: [b, !c]\n",
        "a: {b: c #1}\n",
        "!title: Wow\n",
    ] {
        let mut text = text.to_owned();
        for _ in 0..2 {
            if tree(&text).1.is_empty() {
                break;
            }
            let (_, told) = remedy(&text);
            let (_, line) = told.split_once(": ").expect("a remedy");
            text = format!("{line}\n");
        }
        assert!(tree(&text).1.is_empty(), "{text:?}");
    }
}

#[test]
fn what_is_meant_as_a_comment_is_not_told() {
    for text in [
        "# a\ndate: b # c\n",
        "author: \"a #b\" # c\n",
        "#draft: true\ntitle: a\n",
        "title: a\n#b\nauthor: c\n",
        "list: [a, b] # c\n",
        "list:\n  - a # b\n  # c\n  #d\n  - e\n",
        "title: a#b\n",
        "list:\n  - file: a\n    #alt: b\n    date: c\n",
        "title: a\n  #date: b\n",
        "list:\n  - a\n    #- b\n",
        "title: |\n  a #b\n  #c\nlang: en\n",
        "title: >\n  a #b\nlang: en\n",
        "title: 'a #b'\n\"c #d\": e\n",
        "title: a ########\n",
        "title: a # ---\n",
        "date: 2026-11-02 # corrected\nauthor: [ana, bo] # both\n",
        "title: a\n# where we are no. 1\nauthor: b\n",
        "featured:\n  month: 2026-11 # or later\n",
        "list: [\"a #b\", 'c #d']\n",
        "title:     # what it is called\n  a\n",
        "# see note #12 for why\ntitle: a\n",
        "title: a\n# see note #12 for why\nauthor: b\n",
        "title: a\n  # see note #12 for why\nauthor: b\n",
        "date: 2026-11-02 # see #12 and #13\n",
        "list:\n  - a\n  # not #b, not #c\n  - d\n",
        "list: [a, b] # see #3\n",
        "title: |\n  a\n# see #12\nlang: en\n",
        "team: \"a #1\" # see #2\nlang: en\n",
        "#region #12\ntitle: a\n",
    ] {
        let (_, out) = tree(text);
        assert!(out.is_empty(), "{text:?}: {out:?}");
    }
}

mod remedies;
