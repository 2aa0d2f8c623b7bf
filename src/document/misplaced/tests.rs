//! Which kind a text is written as, and where it belongs.

use crate::base::{Code, Diagnostic, Note, Source, SourcePath};
use crate::document::{Highlighter, ParseContext, parse};

fn codes(path: &str, fields: &str) -> Vec<Code> {
    diagnostics(path, fields).iter().map(|found| found.code).collect()
}

fn hint(found: &Diagnostic) -> &str {
    let hint = found.notes.iter().find_map(|note| match note {
        Note::Hint(hint) => Some(hint),
        Note::Example(_) | Note::Place(..) => None,
    });
    hint.expect("a remedy")
}

fn diagnostics(path: &str, fields: &str) -> Vec<Diagnostic> {
    let source =
        Source::new(SourcePath::new(path).expect("inside"), format!("---\n{fields}---\nA text.\n"));
    let highlighter = Highlighter::new();
    let languages = ["en", "da"].map(str::to_owned);
    let context = ParseContext::new(&languages, &highlighter);
    parse(&source, context).diagnostics
}

const EVENT: &str = "name: Havnedage\nurl: https://havnedage.example/2027\nkind: conference\n\
    start: 2027-08-26\nplace: {city: Aarhus, country: DK}\naudience: 250\n\
    cfp: {closes: 2027-02-26}\n";

#[test]
fn an_event_in_a_folder_for_talks_is_an_event() {
    for folder in ["talks", "oplæg", "stories"] {
        let found = diagnostics(&format!("content/{folder}/e.md"), EVENT);
        let [found] = &found[..] else { panic!("{folder}: {found:?}") };
        assert!(found.message.contains("written like an event"), "{}", found.message);
        assert!(hint(found).contains("content/speaking/"), "{}", hint(found));
    }
}

#[test]
fn an_event_with_the_fields_of_other_tools_is_one() {
    for fields in [
        "title: DevConf\ndate: 2027-04-15\nlocation: Aarhus\ncfp: https://devconf.example/cfp\n",
        "name: DevConf\nurl: https://devconf.example/\nstartDate: 2027-04-15\ncity: Aarhus\n\
         cfpUrl: https://devconf.example/cfp\ncfpEndDate: 2027-01-15\n",
        "title: DevConf\nwebsite: https://devconf.example/\nwhen: 15 April\nvenue: Musikhuset\n",
        "titel: Havnedage\ndato: 2027-04-15\nsted: Aarhus\nhjemmeside: https://havnedage.example/\n",
        "title: Havendagen\ndatum: 15 april\nlocatie: Rotterdam\ncall_for_speakers: 1 januari\n",
    ] {
        for folder in ["", "news/", "events/", "talks/", "stories/2027/", "oplæg/"] {
            let found = diagnostics(&format!("content/{folder}devconf.md"), fields);
            let [found] = &found[..] else { panic!("{folder}: {found:?}") };
            assert!(found.message.contains("written like an event"), "{folder} {}", found.message);
        }
    }
    for fields in [
        "title: The move\ndate: 2026-04-15\nlocation: Aarhus\nurl: /old/address/\n",
        "title: A post\nauthor: Jane Doe\ndate: 2026-04-15\nlocation: Aarhus\nlink: https://a.example/\n",
        "title: A page\ndate: 2026-04-15\nurl: https://a.example/\n",
        "title: A page\ncfp:\n",
    ] {
        let found = diagnostics("content/a.md", fields);
        let told = found.iter().any(|it| it.code == Code::MisplacedText);
        assert!(!told, "{fields}: {found:?}");
    }
}

#[test]
fn a_colleague_in_a_folder_of_another_name_is_one_with_a_language_in_the_name_too() {
    for (path, fields, place) in [
        (
            "content/mennesker/bo-lund.da.md",
            "name: Bo Lund\nconsent: {name: no}\n",
            "people/, under the name bo-lund.md",
        ),
        (
            "content/historier/bro.da.md",
            "title: Broen\nauthor: bo-lund\n",
            "stories/, under the name bro.md, and add a line lang: da",
        ),
    ] {
        let found = diagnostics(path, fields);
        let [found] = &found[..] else { panic!("{path}: {found:?}") };
        assert!(matches!(found.code, Code::MisplacedText | Code::UnreadConsent), "{found:?}");
        assert!(hint(found).contains(place), "{}", hint(found));
    }
}

#[test]
fn a_story_that_opens_a_folder_needs_another_name() {
    let fields = "title: Min historie\nauthor: birthe-lund\n";
    let found = diagnostics("content/stories/index.md", fields);
    let wanted = "Rename the file, for example to content/stories/min-historie.md";
    assert_eq!(hint(&found[0]), wanted);
}

#[test]
fn a_text_in_the_wrong_folder_is_known_by_its_fields() {
    for (path, fields) in [
        ("content/historier/a.md", "title: L\nauthor: birthe-lund\n"),
        ("content/historier/a.md", "title: L\n"),
        ("content/a.md", "title: L\nauthor: birthe-lund\ndate: 2026-11-02\n"),
        ("content/news/2026/a.md", "titel: L\nforfatter: birthe-lund\ntema: nat\n"),
        (
            "content/a.md",
            "title: L\nauthor: birthe-lund\ndate: 2026-11-02\nform: story\ntheme: night-shift\n",
        ),
        ("content/themes/a.md", "title: L\nauthor: Birthe Lund\nphotos: [a.jpg]\n"),
        ("content/stories/birthe.md", "name: Birthe Lund\nrole: Nurse\n"),
        ("content/personer/birthe.md", "name: Birthe Lund\n"),
        ("content/Mennesker/birthe.md", "name: Birthe Lund\n"),
        ("content/People/birthe.md", "name: Birthe Lund\nstatus: active\n"),
        ("content/STORIES/2026/a.md", "title: L\n"),
        ("content/Fragen/a.md", "title: L\n"),
        ("content/thema's/a.md", "title: L\n"),
        ("content/talks/e.md", EVENT),
        ("content/stories/e.md", EVENT),
        ("content/faq/e.md", EVENT),
        ("content/stories/q.md", "title: Q?\nanswered_by: birthe-lund\nasked: 3\n"),
        ("content/stories/index.md", "title: L\nauthor: birthe-lund\ndate: 2026-11-02\n"),
        ("content/stories/_index.md", "titel: L\nforfatter: birthe-lund\n"),
        ("content/people/index.md", "name: Birthe Lund\nrole: Nurse\n"),
    ] {
        let codes = codes(path, fields);
        let is_told = |code: &Code| matches!(code, Code::MisplacedText | Code::UnreadConsent);
        assert!(codes.iter().any(is_told), "{path} {fields}: {codes:?}");
        for other in [Code::UnknownField, Code::UnknownChoice] {
            assert!(!codes.contains(&other), "{path} {fields}: {codes:?}");
        }
    }
    for (path, fields) in [
        ("content/stories/a.md", "title: L\nauthor: birthe-lund\nphoto: a.jpg\n"),
        ("content/a.md", "title: L\nauthor: Jane Doe\ndate: 2020-01-01\ntags: [a]\n"),
        ("content/a.md", "title: L\nowner: birthe-lund\n"),
        ("content/a.md", "title: L\nauthor: adegeo\nms.topic: how\ndescription: L\n"),
        ("content/historier/index.md", "title: L\n"),
        ("content/stories/index.md", "title: L\nsummary: M\n"),
        ("content/people/index.md", "title: L\nowner: birthe-lund\n"),
        ("content/a.md", "title: L\nversion: 1.2\n"),
        ("content/a.md", "title: L\npolicy: yes\n"),
        ("content/a.md", "title: GL\nstage: none\ngroup: unassigned\n"),
        ("content/a.md", "title: GL\ngroup: unassigned\n"),
        ("content/a.md", "title: GL\nphoto: a.jpg\n"),
        ("content/a.md", "title: GL\nbuddy: anna\n"),
        ("content/a.md", "title: GL\nduration: 5\n"),
        ("content/a.md", "title: GL\nimages: [a.jpg]\nauthor: Jane Doe\ntags: [a]\n"),
        ("content/handbook/a.md", "title: GL\nasked: 3\nanswered_by: anna\n"),
        ("content/people/birthe.md", "name: Birthe Lund\nrolle: Nurse\n"),
    ] {
        let codes = codes(path, fields);
        let is_told = |code: &Code| matches!(code, Code::MisplacedText | Code::UnreadConsent);
        assert!(!codes.iter().any(is_told), "{path} {fields}: {codes:?}");
    }
}
