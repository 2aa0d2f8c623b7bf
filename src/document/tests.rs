//! Facts and prose of one file, and where their values stand.

use super::*;

fn parsed(path: &str, text: &str) -> Document {
    let path = SourcePath::new(path).expect("a path inside");
    let languages = ["en", "da"].map(str::to_owned);
    let highlighter = Highlighter::new();
    let context = ParseContext::new(&languages, &highlighter);
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
        // Whom it names may keep the picture from being shown.
        ("A pump", "Ana at the pump"),
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

#[test]
fn fields_of_other_tools_are_warnings() {
    for field in [
        "stage: none",
        "group: unassigned",
        "info: To determine the technical writer, see the page",
        "controlled_document: true",
        "last_modified_at: 2024-02-03",
        "custom_edit_url: null",
        "extra: {toc: true}",
        "extra:\n  toc: true\n  nav: [a]",
        "taxonomies: {tags: [a]}",
        "cssclass: wide",
        "cssclasses: [wide]",
        "status: new",
        "status: deprecated",
    ] {
        let text = format!("---\ntitle: L\n{field}\n---\nA text.\n");
        let found = parsed("content/a.md", &text).diagnostics;
        assert_eq!(found.len(), 1, "{field}: {found:?}");
        assert_eq!(found[0].severity(), Severity::Warning, "{field}: {found:?}");
        assert!(found[0].message.contains("another tool"), "{field}: {found:?}");
    }
}

/// What is said of a file, with its remedies.
fn told(path: &str, text: &str) -> Vec<(Code, String)> {
    let found = parsed(path, text).diagnostics.into_iter();
    let hint = |found: &Diagnostic| {
        let hint = found.notes.iter().find_map(|note| match note {
            crate::base::Note::Hint(hint) => Some(hint.clone()),
            _ => None,
        });
        hint.unwrap_or_default()
    };
    found.map(|found| (found.code, hint(&found))).collect()
}

#[test]
fn readers_see_fields_as_they_are_typed_so_marks_are_told() {
    for (field, hint) in [
        ("title: **Min lås**", "Min lås"),
        ("title: _Min_ lås", "Write it without them: Min lås"),
        ("title: <b>Min</b> lås", "Write it without them: Min lås"),
        ("title: Min l&aring;s", "Write it without them: Min lås"),
        ("title: Min\\_lås", "Write it without them: Min_lås"),
        (
            "title: B <!-- hemmeligt -->",
            "Write # hemmeligt on a line of its own, or remove it; and write B",
        ),
        ("title: B\nsummary: C <!-- x -->", "and write C"),
        ("title: B\nkeywords:\n  - Kl. 8: morgenmad", "quotes: \"Kl. 8: morgenmad\""),
        ("title: B\nowner: [[anna-bech]]", "Write it without brackets: anna-bech"),
    ] {
        let found = told("content/a.md", &format!("---\n{field}\n---\nA text.\n"));
        assert_eq!(found.len(), 1, "{field}: {found:?}");
        assert!(found[0].1.contains(hint), "{field}: {found:?}");
    }
    for field in ["title: 2 * 3", "title: R&D og a_b", "title: A <3", "title: \"C:\\\\net\""] {
        assert_eq!(told("content/a.md", &format!("---\n{field}\n---\nA text.\n")), [], "{field}");
    }
}

#[test]
fn fields_that_an_exporter_escaped_are_told_with_every_line() {
    for (text, hint) in [
        ("\\-\\--\ntitle: A\nauthor: anna\n\\-\\--\n\nB\n", "in this line and in line 4"),
        ("\\---\ntitle: A\n\\---\n\nB\n", "in this line and in line 3"),
        (
            "**title:** A\n**author:** anna\n\n**date:** 2026-11-02\n\nB\n",
            "--- , then title: A , then author: anna , then date: 2026-11-02 , then --- again",
        ),
        (
            "| title | A |\n|---|---|\n| author | anna |\n\nB\n",
            "--- , then title: A , then author: anna , then --- again",
        ),
    ] {
        let found = told("content/stories/a.md", text);
        assert_eq!(found[0].0, Code::NoFrontMatter, "{text}: {found:?}");
        assert!(found[0].1.contains(hint), "{text}: {found:?}");
    }
}

#[test]
fn a_moment_in_a_field_is_a_day_of_the_site() {
    let path = SourcePath::new("content/stories/a.md").expect("a path inside");
    let text = "---\ntitle: A\nauthor: ana\ndate: 2026-10-24T22:30:00Z\n---\nA text.\n";
    let source = Source::new(path, text);
    let languages = ["en".to_owned()];
    let highlighter = Highlighter::new();
    let zone = Zone::parse("Europe/Copenhagen").expect("a zone");
    for (zone, day) in [(Some(&zone), "2026-10-25"), (None, "2026-10-24")] {
        let context = ParseContext::new(&languages, &highlighter).in_zone(zone);
        let document = parse(&source, context);
        let date = document.facts.meta.story().and_then(|story| story.date);
        assert_eq!(date.expect("a day").to_string(), day);
    }
}
