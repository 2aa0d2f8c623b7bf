//! Facts and prose of one file, and where their values stand.

use super::*;

fn parsed(path: &str, text: &str) -> Document {
    let path = SourcePath::new(path).expect("a path inside");
    let languages = ["en", "da"].map(str::to_owned);
    let highlighter = Highlighter::new();
    let context = ParseContext { languages: &languages, highlighter: &highlighter };
    parse(&Source::new(path, text), context)
}

const STORY: &str = "---\ntitle: Pump four\nauthor: [ana, bo]\nphotos: \
    [{file: a.jpg, alt: A pump, shows: [ana]}]\noutcome: [{on: 2026-11-20, note: A call}]\n---\n\
    One.\n\n[Ana](../people/ana.md)\n";

fn facts_of(story: &str) -> Arc<Facts> {
    parsed("content/stories/a.md", story).facts
}

#[test]
fn prose_and_moved_lines_alter_no_fact() {
    let before = facts_of(STORY);
    for (from, to) in [
        ("Pump four", "Pump five"),
        ("A pump", "Pump 4 open"),
        ("A call", "Two calls"),
        ("One.", "*Another* one, and another."),
        ("[Ana]", "[Who knows it]"),
        ("---\ntitle", "---\n# A remark\n\nsummary: Quiet.\ntitle"),
        ("title: Pump four\nauthor: [ana, bo]", "author: [ana, bo]\ntitle: Pump four"),
    ] {
        let edited = STORY.replacen(from, to, 1);
        assert!(edited != STORY && facts_of(&edited) == before, "{edited}");
    }
}

#[test]
fn values_that_other_pages_depend_on_are_facts() {
    let before = facts_of(STORY);
    for (from, to) in [
        ("[ana, bo]", "[bo, ana]"),
        ("a.jpg", "b.jpg"),
        ("shows: [ana]", "shows: [bo]"),
        ("2026-11-20", "2026-11-21"),
        ("note: A call", "note: [A call]"),
        ("../people/ana.md", "../people/bo.md"),
        ("One.", "## One"),
        ("One.", "![One](b.jpg)"),
        ("---\ntitle", "---\nlang: da\ntitle"),
    ] {
        let edited = STORY.replacen(from, to, 1);
        assert!(edited != STORY && facts_of(&edited) != before, "{edited}");
    }
}

#[test]
fn an_anchor_is_found_where_its_value_stands() {
    for text in [STORY, &STORY.replacen("---\n", "---\n\n# A remark\n", 1)] {
        let document = parsed("content/stories/a.md", text);
        let story = document.facts.meta.story().expect("a story");
        let anchors = [
            story.author[1].at,
            story.photos[0].file.at,
            story.photos[0].shows[0].at,
            crate::base::At::Top,
        ];
        let places = anchors.map(|at| {
            let range = document.places.range(at).expect("a place in the text");
            &text[range]
        });
        assert_eq!(places, ["bo", "a.jpg", "ana", "---"]);
    }
}

#[test]
fn entries_of_a_list_keep_their_words() {
    let text = STORY.replacen(
        "[{file: a.jpg,",
        "[{alt: No file}, {file: [x]}, {file: b.jpg, caption: After}, {file: a.jpg,",
        1,
    );
    let document = parsed("content/stories/a.md", &text);
    let story = document.facts.meta.story().expect("a story");
    let prose = <kinds::Story as kinds::KindProse>::of(&document.prose.fields);
    let photos = story.photos.iter().zip(&prose.expect("a story").photos);
    let pairs: Vec<_> =
        photos.map(|(photo, words)| (&*photo.file.id, words.caption.as_deref())).collect();
    assert!(pairs.contains(&("b.jpg", Some("After"))), "{pairs:?}");
    assert!(pairs.contains(&("a.jpg", None)), "{pairs:?}");
}
