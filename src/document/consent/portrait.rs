//! An answer in the place of a portrait: `photo: no` at the edge of the line. It is an answer that was
//! meant to stand in `consent`, and no name of a file.

use super::said_no;
use crate::base::{Code, Diagnostic};
use crate::data::answers::Said;
use crate::data::{KeyValue, Node, Notation, Reader, Value};

/// Reports an answer in the place of a portrait, and takes it out. A no is one to pictures.
pub(super) fn check(entries: &mut Vec<KeyValue>, reader: &mut Reader<'_>) {
    let said = |entry: &KeyValue| {
        let Value::Scalar(written) = &entry.value.value else { return None };
        // `no.jpg`
        let is_file = written.trim().rsplit_once('.').is_some_and(|(_, end)| !end.is_empty());
        (entry.key == "photo" && !is_file).then(|| Said::of(written)).flatten()
    };
    let found = entries.iter().enumerate().find_map(|(at, entry)| Some((at, said(entry)?)));
    let Some((at, said)) = found else { return };
    let place = entries.remove(at).key_range;
    let has_consent = reader.source.text.lines().any(|line| {
        let rest = line.trim_start_matches('[').strip_prefix("consent");
        rest.is_some_and(|rest| rest.trim_start().starts_with([':', '=', ']']))
    });
    let (word, group) = match (reader.notation, said) {
        (Notation::Yaml, said) => (format!("photo: {}", said.word()), "consent: "),
        (Notation::Toml, Said::Yes) => ("photo = true".to_owned(), "consent = "),
        (Notation::Toml, Said::No) => ("photo = false".to_owned(), "consent = "),
    };
    let write = match has_consent {
        true => format!("write {word} within “consent”, and remove this line"),
        false => format!("write {group}{{{word}}} in place of this line"),
    };
    let (message, hint) = match said {
        Said::No => (
            "“photo” here is the file of a portrait, so this no is not read as an answer",
            format!("If they do not agree to be shown, {write}"),
        ),
        Said::Yes => (
            "“photo” here is the file of a portrait, so this yes is not read as an answer",
            format!("If they agreed to be shown, {write}"),
        ),
    };
    let span = reader.source.span(place.clone());
    reader.report(Diagnostic::new(Code::UnreadConsent, span, message).hint(hint));
    if said == Said::No {
        refuse_pictures(entries, place);
    }
}

/// Writes a no to pictures, and leaves what else is said.
fn refuse_pictures(entries: &mut Vec<KeyValue>, place: std::ops::Range<usize>) {
    let no = said_no("photo", &place);
    match entries.iter_mut().find(|entry| entry.key == "consent").map(|it| &mut it.value.value) {
        Some(Value::Map(answers)) => {
            answers.retain(|answer| answer.key != "photo");
            answers.push(no);
        }
        Some(other) => *other = Value::Map(vec![no]),
        None => {
            let value = Node { value: Value::Map(vec![no]), range: place.clone() };
            entries.push(KeyValue { key: "consent".to_owned(), key_range: place, value });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::base::{Code, Source, SourcePath};
    use crate::document::{Highlighter, ParseContext, parse};

    #[test]
    fn an_answer_in_the_place_of_a_portrait_is_told_once_and_a_no_holds() {
        let path = SourcePath::new("content/people/a.md").unwrap();
        let languages = ["en".to_owned()];
        for (fields, answer, codes) in [
            ("photo: no\n", Some(false), 1),
            ("photo: nej\nconsent: {photo: yes, name: yes}\n", Some(false), 1),
            ("photo: false\nconsent: {name: yes}\n", Some(false), 1),
            ("photo: nee\n", Some(false), 1),
            ("photo: ja\n", None, 1),
            ("photo: a.jpg\nconsent: {photo: yes}\n", Some(true), 0),
            ("photo: no.jpg\nconsent: {photo: yes}\n", Some(true), 0),
        ] {
            let text = format!("---\nname: Vera\n{fields}---\n");
            let source = Source::new(path.clone(), text.as_str());
            let document = parse(&source, ParseContext::new(&languages, &Highlighter::default()));
            let consent = document.facts.meta.person().unwrap().consent.as_ref();
            assert_eq!(consent.and_then(|consent| consent.photo), answer, "{fields}");
            let told = document.diagnostics.iter().filter(|it| it.code == Code::UnreadConsent);
            assert_eq!((told.count(), document.diagnostics.len()), (codes, codes), "{fields}");
        }
    }
}
