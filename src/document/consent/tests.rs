//! What is a clear answer, and what is none.

use crate::base::{Source, SourcePath};
use crate::document::kinds::story::Status;
use crate::document::{Document, Highlighter, ParseContext, parse};

fn parsed(path: &str, fields: &str) -> Document {
    let path = SourcePath::new(path).expect("inside");
    let highlighter = Highlighter::new();
    let languages = ["en".to_owned()];
    let context = ParseContext::new(&languages, &highlighter);
    parse(&Source::new(path, format!("---\n{fields}\n---\nA text.\n")), context)
}

fn says_no(fields: &str) -> bool {
    let document = parsed("content/people/mette-krogh.md", fields);
    let person = document.facts.meta.person().expect("a person");
    assert_eq!(person.name, "Mette Krogh", "{fields}");
    let no = Some(false);
    person.consent.as_ref().is_some_and(|it| (it.name, it.photo) == (no, no))
}

#[test]
fn what_cannot_be_read_is_a_no() {
    for fields in [
        "consent: maybe",
        "consent: nej",
        "consent: [no]",
        "consent: [yes]",
        "consent: {name: maybe, photo: yes}",
        "consent: {name: [no]}",
        "consent: {name: n}",
        "consent: {photo: \"👎\", name: yes}",
        "consent: {name: yes, photo: yes, until: next year}",
        "consent: {name: yes, photo: yes, until: [2027-01-01]}",
        "consent: {name: yes, photo: yes, withdrawn: recently}",
        "consent: {navn: nej}",
        "consent: {photo:no, name:no}",
        "consent: {name： no}",
        "consent: {name: yes, nmae: no}",
        "samtykke: nej",
        "consnet: {name: no}",
        "status: withdrawed",
        "status: no longer",
        "status: [former]",
        "consent: {name: yes}\nconsent: {name: no}",
        "team: \"a",
        "consent: {name: yes, until: }",
        "consent:\n  name: yes\n  photo: yes\n  name: no",
        "consent: {name: yes, photo: no, photo: yes}",
        "consent:no",
        "team: deck\nconsent = nej",
        "Consent: no",
        "consent: “no”",
        "consent: {name: ja måske}",
        "consent: {name: \"ja, men kun fornavn\"}",
        "consent: {photo: yes until Christmas}",
        "withdrawn: 2026-11-20",
        "consent: {name: yes}\nstatus: active\nwithdrawn: 2026-11-20",
        "withdrawn: yes",
        "revoked: 2026-11-20",
        "trukket_tilbage: 2026-11-20",
        "opt_out: yes",
        "anonymous: yes",
        "stauts: withdrawn",
        "state: withdrawn",
        "tilladelse: nej",
        "status: active\nstatus: withdrawn",
    ] {
        let fields = format!("name: Mette Krogh\n{fields}");
        assert!(says_no(&fields), "{fields}");
    }
    assert!(says_no("name: [Mette\nteam: a"), "the name of the file");
}

#[test]
fn what_is_clear_stays() {
    for fields in [
        "team: a",
        "consent: {name: yes, photo: yes}",
        "consent: {name: yes, photo: no}",
        "consent: {name: yes, withdrawn: no}",
        "consent: yes",
        "consent: {name: yes, until: 2027-01-01, ref: HR 12, scope: public}",
        "consent:",
        "titel: Matros",
        "expertize: [pumps]",
        "samtykke: ja",
        "status: aktiv",
        "status: activ",
        "status: stoppet",
        "status: Paused",
    ] {
        assert!(!says_no(&format!("name: Mette Krogh\n{fields}")), "{fields}");
    }
}

#[test]
fn a_story_that_does_not_say_yes_clearly_says_no() {
    for (people, named, photo) in [
        ("[{id: a, named: maybe}]", Some(false), None),
        ("[{id: a, named: yes, photo: [no]}]", Some(true), Some(false)),
        ("[{id: a, navngivet: nej}]", Some(false), None),
        ("{id: a, named: rather not}", Some(false), None),
        ("[{id: a, named: ok}]", None, None),
        ("[{id: a, named: nej, photo: ja}]", Some(false), Some(true)),
        ("[{id: a}]", None, None),
    ] {
        let fields = format!("title: A\nauthor: b\npeople: {people}");
        let document = parsed("content/stories/a.md", &fields);
        let story = document.facts.meta.story().expect("a story");
        let said = story.people.first().map(|it| (it.named, it.photo));
        assert_eq!(said, Some((named, photo)), "{people}");
    }
}

#[test]
fn what_is_not_clear_of_a_story_hides_more() {
    for (status, is_draft) in [
        ("kladde", true),
        ("not yet", true),
        ("[published]", true),
        ("Draft", true),
        ("udgivet", false),
        ("publishd", false),
        ("published", false),
        ("", false),
    ] {
        let document =
            parsed("content/stories/a.md", &format!("title: A\nauthor: b\nstatus: {status}"));
        let story = document.facts.meta.story().expect("a story");
        assert_eq!(story.status == Some(Status::Draft), is_draft, "{status}");
    }
    let photo = "photos: [{file: a.jpg, alt: A, faces: some}]";
    let document = parsed("content/stories/a.md", &format!("title: A\nauthor: b\n{photo}"));
    let story = document.facts.meta.story().expect("a story");
    assert_eq!(story.photos[0].faces, Some(true));
    assert_eq!(document.diagnostics.len(), 1, "{:?}", document.diagnostics);
}
