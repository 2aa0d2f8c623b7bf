//! What a story says of the people in it, and cannot be read.

use std::ops::Range;

use super::counted::{AS_A_NO, counted, says_no};
use super::{
    is_clear_yes, is_no_answer, is_word, meant, meant_state, said_no, within, words_of_status,
};
use crate::base::{Code, Diagnostic};
use crate::data::fields::FieldList;
use crate::data::{FieldType, KeyValue, Node, Reader, Value};
use crate::document::Kind;
use crate::document::kinds::story::{Involved, Status};

/// Hides a story of which some is lost.
pub(in crate::document) fn pause(entries: &mut Vec<KeyValue>) {
    entries.retain(|entry| entry.key != "status");
    let value = Node { value: Value::Scalar("paused".to_owned()), range: 0..0 };
    entries.push(KeyValue { key: "status".to_owned(), key_range: 0..0, value });
}

/// Reads what a story says of the people in it, and cannot be read, as a no, and a state that cannot
/// be read as a draft.
pub(in crate::document) fn check_story(entries: &mut [KeyValue], reader: &mut Reader<'_>) {
    for entry in entries {
        match &*entry.key {
            "people" => groups(&mut entry.value).into_iter().for_each(|(answers, place)| {
                nobody(answers, place, reader);
                involved(answers, reader);
            }),
            "photos" => groups(&mut entry.value).into_iter().for_each(|(it, _)| faces(it, reader)),
            "status" => {
                let words = words_of_status(Kind::Story);
                let is_shown = |word| matches!(word, "published" | "archived");
                let is_clear = is_word(&entry.value, words)
                    || meant_state(&entry.value, words).is_some_and(is_shown);
                if !is_clear {
                    within("status", reader, |reader| Status::read(&entry.value, reader));
                    entry.value.value = Value::Scalar("draft".to_owned());
                }
            }
            _ => {}
        }
    }
}

/// The groups of a list, or the only one, each with its place.
fn groups(value: &mut Node) -> Vec<(&mut Vec<KeyValue>, Range<usize>)> {
    fn of(node: &mut Node) -> Option<(&mut Vec<KeyValue>, Range<usize>)> {
        match &mut node.value {
            Value::Map(answers) => Some((answers, node.range.clone())),
            Value::Empty | Value::Scalar(_) | Value::List(_) => None,
        }
    }
    match value.value {
        Value::Map(_) => of(value).into_iter().collect(),
        Value::List(ref mut nodes) => nodes.iter_mut().filter_map(of).collect(),
        Value::Empty | Value::Scalar(_) => vec![],
    }
}

/// Reports an entry that says whether somebody may be named, and not who.
fn nobody(answers: &[KeyValue], place: Range<usize>, reader: &mut Reader<'_>) {
    let says_who = |answer: &KeyValue| {
        let is_meant =
            |name: &str| answer.key == name || meant(&answer.key, Involved::FIELDS) == Some(name);
        answer.value.value != Value::Empty && (is_meant("id") || is_meant("name"))
    };
    if reader.broken || answers.iter().any(says_who) {
        return;
    }
    // The first line of it.
    let written = reader.source.text.get(place.clone()).unwrap_or_default();
    let end = place.start + written.lines().next().unwrap_or_default().trim_end().len();
    let span = reader.source.span(place.start..end);
    let message = "This entry of “people” does not say who it is";
    reader.report(Diagnostic::new(Code::MissingField, span, message).example(
        "Add id with the name of a file in content/people/, as in id: mette-krogh; or add name with \
         a description, as in name: a colleague from the night shift; or remove the entry",
    ));
}

/// Where it is not clear whether a photo shows faces, it does.
fn faces(photo: &mut [KeyValue], reader: &mut Reader<'_>) {
    let unclear = |it: &&mut KeyValue| it.key == "faces" && is_no_answer(&it.value);
    for answer in photo.iter_mut().filter(unclear) {
        within("faces", reader, |reader| bool::read(&answer.value, reader));
        answer.value.value = Value::Scalar("yes".to_owned());
    }
}

/// What a story says of one person.
fn involved(answers: &mut Vec<KeyValue>, reader: &mut Reader<'_>) {
    let mut nos = vec![];
    // Of two answers to one question, a yes and a no, nobody knows which is meant.
    for name in ["named", "photo"] {
        let own: Vec<&KeyValue> = answers.iter().filter(|answer| answer.key == name).collect();
        if own.len() > 1 && !own.iter().all(|answer| is_clear_yes(&answer.value)) {
            nos.push((name, own[0].key_range.clone()));
            answers.retain(|answer| answer.key != name);
        }
    }
    answers.retain(|answer| {
        let own = ["named", "photo"].into_iter().find(|name| *name == answer.key);
        let Some(name) = own else {
            let meant = meant(&answer.key, Involved::FIELDS);
            let answered = ["named", "photo"].into_iter().find(|it| meant == Some(it));
            let is_no = !is_clear_yes(&answer.value);
            nos.extend(answered.filter(|_| is_no).map(|it| (it, answer.key_range.clone())));
            return true;
        };
        if !is_no_answer(&answer.value) {
            return true;
        }
        let from = reader.out.len();
        within(name, reader, |reader| bool::read(&answer.value, reader));
        if says_no(&answer.value) {
            counted(from, AS_A_NO, reader);
        }
        nos.push((name, answer.key_range.clone()));
        false
    });
    for (name, place) in nos {
        if !answers.iter().any(|answer| answer.key == name) {
            answers.push(said_no(name, &place));
        }
    }
}
