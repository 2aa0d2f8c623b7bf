//! What is a clear answer, and what is none.

use crate::base::{Severity, Source, SourcePath};
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
fn a_no_to_pictures_says_nothing_of_a_name_to_which_somebody_said_yes() {
    for (consent, hides_all) in [
        ("{photo: nej tak, name: ja}", false),
        ("{name: ja, photo: nej tak!}", false),
        ("{photo: \"👎\", name: yes}", false),
        ("{photo: “no”, name: yes}", false),
        ("{photo: \"no photos, please\", name: yes}", false),
        ("{photo: no thanks, name: \"yes, gladly\"}", true),
        ("{photo: geen foto's, name: ja}", false),
        ("{photo: no (2026-11-02), name: yes}", false),
        ("{photo: nej 2. november, name: ja}", false),
        ("{photo: nej tak}", true),
        ("{photo: nej tak, name: måske}", true),
        ("{photo: nej tak, name: }", true),
        ("{photo: \"nej, heller ikke navn\", name: ja}", true),
        ("{photo: withdrawn, name: yes}", true),
        ("{photo: [no], name: yes}", true),
        ("{photo: rather not, name: yes}", true),
        ("{photo: nej tak, name: ja, until: later}", true),
        ("{photo: nej tak, name: ja, name: nej}", true),
    ] {
        let fields = format!("name: Mette Krogh\nconsent: {consent}");
        let document = parsed("content/people/mette-krogh.md", &fields);
        let consent_of = document.facts.meta.person().and_then(|person| person.consent.as_ref());
        let (name, photo) = consent_of.map(|it| (it.name, it.photo)).expect("answers");
        assert_eq!(photo, Some(false), "{consent}");
        assert_eq!(name, Some(!hides_all), "{consent}");
        if !hides_all {
            let told = &document.diagnostics;
            assert_eq!(told.len(), 1, "{consent}: {told:?}");
            assert_eq!(told[0].severity(), Severity::Warning, "{consent}");
            assert!(told[0].message.contains("a no to pictures"), "{consent}: {told:?}");
        }
    }
}

#[test]
fn a_state_with_its_day_counts_as_that_state() {
    for state in
        ["withdrawn 2026-11-01", "trukket tilbage 1. november", "ingetrokken per 1-11-2026"]
    {
        let fields = format!("name: Mette Krogh\nstatus: {state}");
        assert!(says_no(&fields), "{state}");
        let document = parsed("content/people/mette-krogh.md", &fields);
        let told = &document.diagnostics;
        assert!(told.iter().all(|it| it.severity() == Severity::Warning), "{state}: {told:?}");
    }
    for state in ["fratrådt 1. november", "left 2026-11-01", "op pauze sinds november"] {
        assert!(!says_no(&format!("name: Mette Krogh\nstatus: {state}")), "{state}");
    }
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
