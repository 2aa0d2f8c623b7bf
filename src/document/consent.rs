//! What somebody answered, left empty, unreadable, or written beside the group that it belongs to. An
//! answer that cannot be read must not count as none: whoever wrote `withdrawn:` or `photo: rather
//! not` did not agree, and until somebody writes it anew, it is a no.

mod counted;
mod known_name;
mod nameless;
mod portrait;
pub(super) mod refused_lines;
pub(super) mod signed;
mod story;
mod told;
mod unread_contacts;

use counted::{
    AS_A_NO_TO_ALL, AS_A_NO_TO_PICTURES, AS_WITHDRAWN, counted, keep_day, read_withdrawn_state,
    refuses, says_no,
};
use known_name::{name_by_file, name_by_other_field};
pub(super) use nameless::check_byline;
pub(super) use story::{check_story, pause};
use told::{empty_group, not_indented, unanswered, withdrawn_without_day};

use crate::base::diagnostic::nearest;
use crate::base::{Date, date};
use crate::data::answers::Said;
use crate::data::dated_choice::dated;
use crate::data::fields::FieldList;
use crate::data::keys::twice;
use crate::data::{Field, FieldType, KeyValue, Node, Reader, Shape, Value, translated};
use crate::document::Kind;
use crate::document::kinds::person::Consent;

/// Reports answers without words in the consent of a person's file, and reads what is not clear as a
/// no to everything: an answer that cannot be read, a withdrawal without a day, a state that may mean
/// one, and a file of which some is lost.
pub(super) fn check(entries: &mut Vec<KeyValue>, reader: &mut Reader<'_>) {
    let mut is_no = read_withdrawn_state(entries, reader);
    is_no |= reader.broken || has_unclear_state(entries) || has_misspelt_consent(entries);
    is_no |= has_unknown_answer(entries);
    if let Some(at) = entries.iter().position(|entry| entry.key == "consent") {
        is_no |= is_no_within(entries, at, reader);
    }
    if is_no {
        refuse(entries);
    }
    portrait::check(entries, reader);
    if reader.broken {
        name_by_file(entries, reader);
    } else if is_no {
        name_by_other_field(entries);
    }
    if is_no || has_left(entries) {
        let is_lost = reader.broken || is_twice(entries, "contact");
        unread_contacts::contact(entries, &reader.source.text, is_lost);
    }
}

/// Whether a word of the file says that the person withdrew.
fn has_left(entries: &[KeyValue]) -> bool {
    let says = |entries: &[KeyValue], key: &str, is_it: fn(&str) -> bool| {
        entries.iter().any(|entry| match &entry.value.value {
            Value::Scalar(said) => entry.key == key && is_it(said.trim()),
            _ => false,
        })
    };
    let within = entries.iter().find(|entry| entry.key == "consent").map(|it| &it.value.value);
    let is_over = |answers: &[KeyValue]| {
        says(answers, "name", |said| Said::of(said) == Some(Said::No))
            || answers.iter().any(|answer| answer.key == "withdrawn")
    };
    says(entries, "status", |said| said.eq_ignore_ascii_case("withdrawn"))
        || matches!(within, Some(Value::Map(answers)) if is_over(answers))
}

/// Whether what stands in `consent` is not clear.
fn is_no_within(entries: &mut Vec<KeyValue>, at: usize, reader: &mut Reader<'_>) -> bool {
    if matches!(entries[at].value.value, Value::Empty | Value::Map(_)) {
        let inner = beside(entries, at);
        if !inner.is_empty() {
            reader.report(not_indented(&entries[at], &inner, reader));
            take_in(&mut entries[at].value, inner);
        } else if entries[at].value.value == Value::Empty {
            reader.report(empty_group(&entries[at], reader));
            return false;
        }
    }
    let Value::Map(answers) = &mut entries[at].value.value else {
        let is_no = !is_clear_yes(&entries[at].value);
        if is_no {
            let from = reader.out.len();
            within("consent", reader, |reader| Consent::read(&entries[at].value, reader));
            if says_no(&entries[at].value) {
                counted(from, AS_A_NO_TO_ALL, reader);
            }
        }
        return is_no;
    };
    if answers.is_empty() {
        reader.report(empty_group(&entries[at], reader));
        return false;
    }
    let mut is_no = contradicted(answers, reader);
    let agrees_to_name = answers.iter().any(|answer| match &answer.value.value {
        Value::Scalar(said) if answer.key == "name" => {
            matches!(&*said.trim().to_lowercase(), "yes" | "ja" | "true")
        }
        _ => false,
    });
    answers.retain_mut(|answer| {
        // `photo: nej tak` says nothing about the name, to which they said yes.
        if answer.key == "photo" && agrees_to_name && is_unclear(answer) && refuses(&answer.value) {
            let from = reader.out.len();
            within("photo", reader, |reader| bool::read(&answer.value, reader));
            counted(from, AS_A_NO_TO_PICTURES, reader);
            answer.value.value = Value::Scalar("no".to_owned());
            return true;
        }
        is_no |= is_unclear(answer);
        let told = match answer.value.value {
            Value::Empty => unanswered(answer, reader),
            _ => withdrawn_without_day(answer, reader),
        };
        // It is replaced by a no, so nobody else reports it.
        let answered = ["name", "photo"].into_iter().find(|name| *name == answer.key);
        if let Some(name) = answered.filter(|_| is_unclear(answer)) {
            let from = reader.out.len();
            within(name, reader, |reader| bool::read(&answer.value, reader));
            if says_no(&answer.value) {
                counted(from, AS_A_NO_TO_ALL, reader);
                keep_day(from, name, &answer.value, reader);
            }
        }
        let is_other_day = answer.key == "withdrawn" && told.is_none() && is_unclear(answer);
        if is_other_day {
            let from = reader.out.len();
            within("withdrawn", reader, |reader| Date::read(&answer.value, reader));
            counted(from, AS_WITHDRAWN, reader);
        }
        let is_kept = told.is_none() && !is_other_day;
        told.into_iter().for_each(|told| reader.report(told));
        is_kept
    });
    is_no
}

/// Whether one question is answered twice, and not with yes both times: nobody knows which is meant.
/// Answers that a no replaces are reported here.
fn contradicted(answers: &[KeyValue], reader: &mut Reader<'_>) -> bool {
    let mut is_no = false;
    for key in ["name", "photo", "withdrawn", "until"] {
        let said: Vec<&KeyValue> = answers.iter().filter(|answer| answer.key == key).collect();
        if said.len() < 2 || said.iter().all(|answer| is_clear_yes(&answer.value)) {
            continue;
        }
        is_no = true;
        if matches!(key, "name" | "photo") {
            let from = reader.out.len();
            reader.report(twice(said[0], said[1], reader));
            counted(from, AS_A_NO_TO_ALL, reader);
        }
    }
    is_no
}

/// Puts answers into the group above them.
fn take_in(group: &mut Node, inner: Vec<KeyValue>) {
    let end = inner.last().map_or(group.range.end, |last| last.value.range.end);
    match &mut group.value {
        Value::Map(answers) => answers.extend(inner),
        other => {
            group.range.start = inner[0].key_range.start;
            *other = Value::Map(inner);
        }
    }
    group.range.end = end;
}

/// Reads a value so that it is reported as that of this field.
fn within<T>(
    field: &'static str,
    reader: &mut Reader<'_>,
    read: impl FnOnce(&mut Reader<'_>) -> T,
) {
    let around = std::mem::replace(&mut reader.field, field);
    read(reader);
    reader.field = around;
}

/// Whether what somebody wrote here may mean a no, though it cannot be read.
fn is_unclear(answer: &KeyValue) -> bool {
    let value = &answer.value;
    match &*answer.key {
        "withdrawn" => !is_readable(value),
        "name" | "photo" => is_no_answer(value),
        "until" => match &value.value {
            Value::Scalar(text) => date::parse_date(text).map(|_: Date| ()).is_err(),
            // Somebody set an end, and forgot the day.
            Value::Empty | Value::List(_) | Value::Map(_) => true,
        },
        key if Consent::FIELDS.iter().any(|field| field.name == key) => false,
        // A name that is misspelt, `foto: nej`, or not parted from its answer, `photo:no`.
        key if value.value == Value::Empty => {
            let said = key.split_once(|c: char| !c.is_alphanumeric() && c != '_');
            said.is_some_and(|(_, said)| Said::of(said) == Some(Said::No))
        }
        _ => !is_clear_yes(value),
    }
}

/// Whether an answer is there and cannot be read, and does not say yes.
fn is_no_answer(value: &Node) -> bool {
    match &value.value {
        Value::Empty => false,
        Value::Scalar(text) => {
            let known = ["yes", "true", "ja", "no", "false", "nej", "nee"];
            let is_known = known.contains(&&*text.trim().to_lowercase());
            !text.trim().is_empty() && !is_known && Said::of(text) != Some(Said::Yes)
        }
        Value::List(_) | Value::Map(_) => true,
    }
}

/// Whether it says yes and nothing else.
fn is_clear_yes(value: &Node) -> bool {
    match &value.value {
        Value::Scalar(text) => Said::of(text) == Some(Said::Yes),
        Value::Map(answers) => answers.iter().all(|answer| is_clear_yes(&answer.value)),
        Value::Empty | Value::List(_) => false,
    }
}

/// Whether `status` cannot be read and may say that the person withdrew.
fn has_unclear_state(entries: &[KeyValue]) -> bool {
    let state = entries.iter().find(|entry| entry.key == "status");
    state.is_some_and(|state| {
        let words = words_of_status(Kind::Person);
        !is_word(&state.value, words)
            && meant_state(&state.value, words).is_none_or(|it| it == "withdrawn")
    })
}

fn words_of_status(kind: Kind) -> &'static [&'static str] {
    let words = kind.fields().iter().find_map(|field| match field.shape {
        Shape::Choice(words) if field.name == "status" => Some(words),
        _ => None,
    });
    words.unwrap_or_default()
}

/// Whether it is one of the words, or nothing.
fn is_word(value: &Node, words: &[&str]) -> bool {
    match &value.value {
        Value::Empty => true,
        Value::Scalar(text) => words.contains(&&*text.trim().to_lowercase()),
        Value::List(_) | Value::Map(_) => false,
    }
}

/// The word that is probably meant by another one.
fn meant_state(value: &Node, words: &'static [&'static str]) -> Option<&'static str> {
    let Value::Scalar(text) = &value.value else { return None };
    let folded = text.trim().to_lowercase();
    let near = || nearest(&folded, words.iter().copied());
    let before_day = || dated(&folded, words).map(|(word, _)| word);
    translated::choice(&folded, words).or_else(before_day).or_else(near)
}

/// Whether there is no `consent`, but a field that is meant to be it, and does not say yes:
/// `samtykke: nej`.
fn has_misspelt_consent(entries: &[KeyValue]) -> bool {
    let is_there = entries.iter().any(|entry| entry.key == "consent");
    let is_meant = |entry: &KeyValue| {
        meant(&entry.key, Kind::Person.fields()) == Some("consent") && !is_clear_yes(&entry.value)
    };
    !is_there && entries.iter().any(is_meant)
}

/// The field that a name means which there is not.
fn meant(key: &str, fields: &'static [Field]) -> Option<&'static str> {
    if fields.iter().any(|field| field.name == key) {
        return None;
    }
    let near = || nearest(key, fields.iter().map(|field| field.name));
    translated::meant(key, fields).or_else(near)
}

/// Whether a withdrawal may stand outside `consent`: an answer at the edge of the line, a field that
/// there is not (`opt_out: yes`), or one of two that contradict each other.
fn has_unknown_answer(entries: &[KeyValue]) -> bool {
    let fields = Kind::Person.fields();
    let may_be_one = |entry: &KeyValue| {
        let key = &*entry.key;
        let is_clear = entry.value.value == Value::Empty || is_clear_yes(&entry.value);
        match meant(key, fields) {
            _ if fields.iter().any(|field| field.name == key) => false,
            Some("consent") => !is_clear,
            Some("status") | None => true,
            Some(_) => false,
        }
    };
    is_twice(entries, "consent") || is_twice(entries, "status") || entries.iter().any(may_be_one)
}

fn is_twice(entries: &[KeyValue], key: &str) -> bool {
    entries.iter().filter(|entry| entry.key == key).count() > 1
}

/// Writes a no to everything in place of what stands there.
fn refuse(entries: &mut Vec<KeyValue>) {
    let known = entries.iter().position(|entry| entry.key == "consent");
    let place = match entries.get(known.unwrap_or(0)) {
        Some(entry) => entry.key_range.clone(),
        None => 0..0,
    };
    let nos = ["name", "photo"].map(|key| said_no(key, &place));
    match known.map(|at| &mut entries[at].value.value) {
        Some(Value::Map(answers)) => {
            answers.retain(|answer| !matches!(&*answer.key, "name" | "photo"));
            answers.extend(nos);
        }
        Some(other) => *other = Value::Map(nos.into()),
        None => {
            let value = Node { value: Value::Map(nos.into()), range: place.clone() };
            entries.push(KeyValue { key: "consent".to_owned(), key_range: place, value });
        }
    }
}

fn said_no(key: &str, place: &std::ops::Range<usize>) -> KeyValue {
    KeyValue {
        key: key.to_owned(),
        key_range: place.clone(),
        value: Node { value: Value::Scalar("no".to_owned()), range: place.clone() },
    }
}

/// Whether what `withdrawn` says is clear: a day, or a no.
fn is_readable(value: &Node) -> bool {
    match &value.value {
        Value::Scalar(text) => {
            let parsed: Result<Date, _> = date::parse_date(text);
            parsed.is_ok() || Said::of(text) == Some(Said::No)
        }
        _ => false,
    }
}

/// Takes the answers directly below `consent` that begin at the edge of the line, under the names that
/// they mean. `name` and `photo` are fields of a person, too: there, they hold no answer.
fn beside(entries: &mut Vec<KeyValue>, at: usize) -> Vec<KeyValue> {
    let name_of = |entry: &KeyValue| {
        let key = &*entry.key;
        let said = || Said::of_node(&entry.value);
        let own = Consent::FIELDS.iter().map(|field| field.name).find(|name| *name == key);
        match own {
            Some("name" | "photo") => own.filter(|_| said().is_some()),
            Some(_) => own,
            // `foto: nej`
            None if Kind::Person.fields().iter().any(|field| field.name == key) => None,
            None => translated::meant(key, Consent::FIELDS).filter(|_| said().is_some()),
        }
    };
    let names: Vec<&str> = entries[at + 1..].iter().map_while(name_of).collect();
    let mut inner: Vec<KeyValue> = entries.drain(at + 1..at + 1 + names.len()).collect();
    for (entry, name) in inner.iter_mut().zip(names) {
        name.clone_into(&mut entry.key);
    }
    inner
}

#[cfg(test)]
mod tests;
