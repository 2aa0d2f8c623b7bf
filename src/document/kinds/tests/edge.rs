//! Groups of which lines begin at the edge, and what is left when their author does as told.

use super::*;

/// Every message of a file with these fields, and the first remedy.
fn told(path: &str, fields: &str) -> (Vec<String>, String) {
    let source =
        Source::new(SourcePath::new(path).expect("inside"), format!("---\n{fields}---\nSo.\n"));
    let highlighter = Highlighter::new();
    let languages = ["en".to_owned()];
    let found = parse(&source, ParseContext::new(&languages, &highlighter)).diagnostics;
    let hint = found.first().and_then(|it| it.notes.first()).map(|note| match note {
        crate::base::Note::Hint(hint) | crate::base::Note::Example(hint) => hint.clone(),
        crate::base::Note::Place(..) => String::new(),
    });
    (found.into_iter().map(|it| it.message).collect(), hint.unwrap_or_default())
}

/// The fields after their author wrote one line in place of some, as `hint` says.
fn obeyed(fields: &str, hint: &str) -> String {
    let (line, places) = hint
        .strip_prefix("Write ")
        .and_then(|rest| rest.split_once(" in place of lines "))
        .unwrap_or_else(|| panic!("{fields}: {hint}"));
    let numbers: Vec<usize> = places.split([' ']).filter_map(|it| it.parse().ok()).collect();
    let mut lines: Vec<&str> = fields.lines().collect();
    // The first line of the file is the one above the fields.
    lines.splice(numbers[0] - 2..numbers[1] - 1, [line]);
    lines.join("\n") + "\n"
}

#[test]
fn a_group_at_the_edge_is_told_once_and_the_remedy_keeps_all_of_it() {
    let story = ("content/stories/a.md", "title: T\nauthor: ana\ndate: 2026-11-18\n");
    let person = ("content/people/a.md", "name: Ana\n");
    let event = ("content/speaking/a.md", "name: N\nurl: https://a.dk\n");
    let talk = ("content/talks/a.md", "title: T\nspeakers: ana\n");
    for ((path, head), group, line) in [
        (story, "people:\nid: kirsten\nnamed: yes\n", "people: [{id: kirsten, named: yes}]"),
        (story, "people:\n\nid: kirsten\nnamed: yes\n", "people: [{id: kirsten, named: yes}]"),
        (
            story,
            "people:\n- id: kirsten\nnamed: yes\nphoto: no\n",
            "people: [{id: kirsten, named: yes, photo: no}]",
        ),
        (
            story,
            "people:\n  - id: ole\n  - kirsten\nnamed: yes\n",
            "people: [{id: ole}, {id: kirsten, named: yes}]",
        ),
        (
            story,
            "people:\nid: a\nnamed: yes\nid: b\nnamed: no\n",
            "people: [{id: a, named: yes}, {id: b, named: no}]",
        ),
        (story, "people:\nperson: kirsten\nnavngivet: ja\n", "people: [{id: kirsten, named: ja}]"),
        (
            story,
            "photos:\nfile: a.jpg\nalt: A pump, open\ncredit: ole\n",
            "photos: [{file: a.jpg, alt: \"A pump, open\", by: ole}]",
        ),
        (story, "photos:\n- file: a.jpg\nalt: Bus\n", "photos: [{file: a.jpg, alt: Bus}]"),
        (story, "outcome:\ntext: Two came\n", "outcome: [{note: Two came}]"),
        (story, "there_too:\nwho: ole\nsays: I did\n", "there_too: [{who: ole, says: I did}]"),
        (
            story,
            "share:\ntext: So\nlinks: [https://a.dk]\n",
            "share: {text: So, links: [https://a.dk]}",
        ),
        (story, "featured:\nmonth: 2026-11\nwhy: So\n", "featured: {month: 2026-11, why: So}"),
        (story, "customer:\nmentioned: yes\nok_by: Bo\n", "customer: {mentioned: yes, ok_by: Bo}"),
        (story, "helped_by:\nid: kirsten\n", "helped_by: [kirsten]"),
        (
            person,
            "contact:\nphone: \"1234\"\nmail: a@b.dk\n",
            "contact: {phone: 1234, mail: a@b.dk}",
        ),
        (
            person,
            "contact:\ntlf: +45 1234\nemail: a@b.dk\n",
            "contact: {phone: +45 1234, mail: a@b.dk}",
        ),
        (person, "consent:\nphoto: yes\nname: no\n", "consent: {photo: yes, name: no}"),
        (person, "consent:\n  photo: yes\nname: no\n", "consent: {photo: yes, name: no}"),
        (person, "consent:\nfoto: nej\nnavn: ja\n", "consent: {photo: nej, name: ja}"),
        (story, "personer:\nid: kirsten\n", "people: [{id: kirsten}]"),
        (story, "customer:\nkunde: ja\n", "customer: {mentioned: ja}"),
        (person, "buddy:\nid: kirsten\n", "buddy: kirsten"),
        (event, "place:\ncity: Ribe\ncountry: DK\n", "place: {city: Ribe, country: DK}"),
        (event, "offers:\nticket: yes\ntravel: no\n", "offers: {ticket: yes, travel: no}"),
        (
            talk,
            "history:\n- at: Friday lunch\nstate: given\n",
            "history: [{at: Friday lunch, state: given}]",
        ),
    ] {
        let fields = format!("{head}{group}");
        let (messages, hint) = told(path, &fields);
        assert_eq!(messages.len(), 1, "{fields}: {messages:?}");
        assert!(messages[0].contains("at the edge"), "{fields}: {messages:?}");
        assert!(hint.starts_with(&format!("Write {line} in place of ")), "{fields}: {hint}");
        let (messages, _) = told(path, &obeyed(&fields, &hint));
        assert_eq!(messages, [] as [String; 0], "{fields}: {hint}");
    }
}

#[test]
fn what_is_no_part_of_a_group_stays_where_it_is() {
    let story = "title: T\nauthor: ana\ndate: 2026-11-18\n";
    for (fields, part) in [
        ("people:\n  - id: kirsten\nphotoss: a.jpg\n", "photoss"),
        ("share:\nlayout: wide\n", "layout"),
        ("people:\nfoo: bar\n", "foo"),
        ("people:\n  - id: kirsten\nphoto: bus.jpg\n", "photo"),
    ] {
        let (messages, _) = told("content/stories/a.md", &format!("{story}{fields}"));
        assert_eq!(messages.len(), 1, "{fields}: {messages:?}");
        assert!(messages[0].contains(part), "{fields}: {messages:?}");
        assert!(!messages[0].contains("at the edge"), "{fields}: {messages:?}");
    }
}

#[test]
fn a_long_group_is_told_by_its_lines() {
    let words = "word ".repeat(60);
    let fields = format!("title: T\nauthor: ana\nphotos:\nfile: a.jpg\nalt: {words}\n");
    let (messages, hint) = told("content/stories/a.md", &fields);
    assert!(messages[0].contains("“file” and “alt” belong to “photos”"), "{messages:?}");
    let wanted = "Begin line 5 with two spaces, a hyphen and a space, and line 6 with four spaces";
    assert_eq!(hint, wanted);
    let fields = format!("title: T\nauthor: ana\nphotos:\n- file: a.jpg\nalt: {words}\n");
    assert_eq!(told("content/stories/a.md", &fields).1, "Begin line 6 with 2 spaces");
}

#[test]
fn an_entry_of_people_says_who_it_is() {
    let story = "title: T\nauthor: ana\ndate: 2026-11-18\n";
    for (people, count) in [
        ("people: [{named: yes}]\n", 1),
        ("people:\n  - named: yes\n    photo: no\n", 1),
        ("people: [{id: , named: yes}]\n", 1),
        ("people: {photo: no}\n", 1),
        ("people: [{id: kirsten, named: yes}]\n", 0),
        ("people: [{name: a colleague, named: no}]\n", 0),
    ] {
        let (messages, _) = told("content/stories/a.md", &format!("{story}{people}"));
        let found = messages.iter().filter(|it| it.contains("does not say who")).count();
        assert_eq!((found, messages.len()), (count, count), "{people}: {messages:?}");
    }
}
