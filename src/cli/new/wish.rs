//! The wish to tell without a name, in what somebody sent.

use super::received::Received;
pub(super) use crate::submission::wish::{is_in, without};

/// What is said of a story whose teller asked for no name.
pub(super) const REMARK: &str = "Whoever tells it asks for no name where a name was asked for, so the story \
     is begun without one (anonymous: yes) and says nothing of who sent it";

/// Whether what was sent has this wish in place of the author, or its sender in place of a name.
pub(super) fn is_sent(received: &Received) -> bool {
    match received.value("author") {
        Some(author) => is_in(author),
        None => received.sender_name().is_some_and(is_in),
    }
}
