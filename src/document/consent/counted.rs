//! Answers in other words than a field wants that say a clear no. They hold at once, and stop nothing:
//! the site as it was before would still show what somebody said no to.

use super::{is_word, meant_state, within, words_of_status};
use crate::base::{Severity, date};
use crate::data::answers::{Said, day_of_no, is_polite};
use crate::data::{FieldType, KeyValue, Node, Notation, Reader, Value};
use crate::document::Kind;
use crate::document::kinds::person::PersonStatus;

/// How what cannot be read is understood, behind the sentence that says so.
pub(super) const AS_A_NO_TO_ALL: &str = "; this counts as a no to name and pictures";
pub(super) const AS_A_NO_TO_PICTURES: &str = "; this counts as a no to pictures";
pub(super) const AS_A_NO: &str = "; this counts as a no";
pub(super) const AS_WITHDRAWN: &str = "; this person counts as withdrawn";

/// Makes warnings of what was reported since `from`, and says how it counts.
pub(super) fn counted(from: usize, how: &str, reader: &mut Reader<'_>) {
    for mut told in reader.out.split_off(from) {
        told.message.push_str(how);
        reader.report(told.with_severity(Severity::Warning));
    }
}

/// Whether it is a clear no, in other words than the field wants, or several of them.
pub(super) fn says_no(value: &Node) -> bool {
    match &value.value {
        Value::Scalar(text) => {
            let plain = text.replace(['“', '”', '„', '‘', '’', '«', '»'], " ");
            Said::of(&plain) == Some(Said::No)
        }
        Value::List(items) => !items.is_empty() && items.iter().all(says_no),
        Value::Empty | Value::Map(_) => false,
    }
}

/// Whether it is a plain no and nothing more, however it is typed: `nej tak`, `👎`, `no photos, please`.
pub(super) fn refuses(value: &Node) -> bool {
    const PICTURES: [&str; 18] = [
        "photo", "photos", "picture", "pictures", "image", "images", "foto", "fotos", "fotoer",
        "foto's", "billede", "billeder", "beeld", "beelden", "portræt", "portrait", "portret",
        "any",
    ];
    let Value::Scalar(text) = &value.value else { return false };
    // `no (2026-11-02)`
    let parted = text.trim().split_once(char::is_whitespace);
    let before_day =
        parted.filter(|(_, day)| date::day(day.trim_matches(['(', ')', ','])).is_some());
    let folded = before_day.map_or(text.as_str(), |(said, _)| said).to_lowercase();
    let words = folded.split(|c: char| c.is_whitespace() || ",.!;()".contains(c));
    let words = words.map(|word| word.trim_matches(['\u{fe0f}', '“', '”', '"', '‘', '’', '\'']));
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    let is_no = |word: &str| Said::of(word) == Some(Said::No) && !says_withdrawn(word);
    let begins = words.peek().is_some_and(|first| is_no(first));
    begins && words.all(|word| is_no(word) || is_polite(word) || PICTURES.contains(&word))
}

/// Whether a word may mean that the whole consent was taken back.
fn says_withdrawn(word: &str) -> bool {
    const WORDS: [&str; 8] = [
        "withdrawn",
        "withdrew",
        "revoked",
        "trukket",
        "tilbagetrukket",
        "ingetrokken",
        "teruggetrokken",
        "none",
    ];
    WORDS.contains(&word)
}

/// Says where the day goes that stands behind a no: `name: no 2026-11-02`.
pub(super) fn keep_day(from: usize, field: &str, value: &Node, reader: &mut Reader<'_>) {
    let Value::Scalar(text) = &value.value else { return };
    let Some(day) = day_of_no(text).filter(|_| field == "name") else { return };
    let line = match reader.notation {
        Notation::Yaml => format!("withdrawn: {day}"),
        Notation::Toml => format!("withdrawn = {day}"),
    };
    for told in reader.out.split_off(from) {
        reader.report(told.hint(format!("Write the day beside it: {line}")));
    }
}

/// Reads a state that is another word for `withdrawn` as that. Whether it is one.
pub(super) fn read_withdrawn_state(entries: &mut [KeyValue], reader: &mut Reader<'_>) -> bool {
    let words = words_of_status(Kind::Person);
    let Some(state) = entries.iter_mut().find(|entry| entry.key == "status") else {
        return false;
    };
    let is_one =
        !is_word(&state.value, words) && meant_state(&state.value, words) == Some("withdrawn");
    if is_one {
        let from = reader.out.len();
        let around = std::mem::replace(&mut reader.fields, Kind::Person.fields());
        within("status", reader, |reader| PersonStatus::read(&state.value, reader));
        reader.fields = around;
        counted(from, AS_WITHDRAWN, reader);
        state.value.value = Value::Scalar("withdrawn".to_owned());
    }
    is_one
}
