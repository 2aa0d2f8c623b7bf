//! Answers in other words than a field wants that say a clear no. They hold at once, and stop nothing:
//! the site as it was before would still show what somebody said no to.

use super::{is_word, meant_state, within, words_of_status};
use crate::base::Severity;
use crate::data::answers::Said;
use crate::data::{FieldType, KeyValue, Node, Reader, Value};
use crate::document::Kind;
use crate::document::kinds::person::PersonStatus;

/// How what cannot be read is understood, behind the sentence that says so.
pub(super) const AS_A_NO_TO_ALL: &str = "; this counts as a no to name and pictures";
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
        within("status", reader, |reader| PersonStatus::read(&state.value, reader));
        counted(from, AS_WITHDRAWN, reader);
        state.value.value = Value::Scalar("withdrawn".to_owned());
    }
    is_one
}
