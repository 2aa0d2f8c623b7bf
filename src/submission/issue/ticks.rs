//! The ticks with which a story is sent: a story waits as a draft until everybody in it was asked, and
//! whoever tells it stands by it. A tick that is missing is a no.

use super::labels::{self, is_consent, stands_by};
use crate::data::answers::Said;

/// Of so many ticks that are missing each is named.
const MOST: usize = 20;

#[derive(Default)]
pub(super) struct Ticks {
    /// Whether everybody in it was asked, if a tick says it.
    consent: Option<bool>,
    stands: Option<bool>,
    unticked: Vec<String>,
    /// Whether the form asks with who else is in it what they said, and for no tick.
    pub(super) are_not_asked_for: bool,
    pub(super) others_are_named: bool,
}

impl Ticks {
    /// Takes the lines of the part that has them.
    pub(super) fn take(&mut self, words: &str) {
        for (is_ticked, label) in words.lines().filter_map(labels::tick) {
            let said = match (is_consent(label), stands_by(label)) {
                (true, _) => Some(&mut self.consent),
                (false, true) => Some(&mut self.stands),
                (false, false) => None,
            };
            // “I have asked everybody but Piet, who said no”
            let takes_back = is_ticked && Said::of(label) == Some(Said::No);
            if let Some(said) = said {
                *said = Some(said.unwrap_or(true) && is_ticked && !takes_back);
            }
            let label = label.trim_end_matches('.');
            if takes_back && is_consent(label) && self.unticked.len() < MOST {
                let until = draft("everybody in it has said yes");
                self.unticked.push(format!("Ticked, and not a plain yes: “{label}”. {until}"));
            }
            if !is_ticked && self.unticked.len() < MOST {
                let until = match is_consent(label) {
                    true => "everybody in it has said yes",
                    false => "whoever tells it says so",
                };
                self.unticked.push(format!("Not ticked: “{label}”. {}", draft(until)));
            }
        }
    }

    /// Whether it waits as a draft, which is said.
    pub(super) fn make_a_draft(self, remarks: &mut Vec<String>) -> bool {
        const CONSENT: &str = "nobody said that everybody in it was asked";
        const STANDS: &str = "whoever tells it did not say that they stand by it";
        let before = remarks.len();
        remarks.extend(self.unticked);
        match (self.consent, self.stands) {
            (None, _) if self.are_not_asked_for => {
                if self.others_are_named {
                    remarks.push(draft("everybody in it has said yes"));
                }
            }
            (None, None) => remarks.push(format!(
                "Its ticks are missing: {CONSENT}, and {STANDS}. {}",
                draft("both are said")
            )),
            (None, Some(_)) => remarks.push(format!(
                "A tick is missing: {CONSENT}. {}",
                draft("everybody in it has said yes")
            )),
            (Some(_), None) if !self.are_not_asked_for => remarks.push(format!(
                "A tick is missing: {STANDS}. {}",
                draft("whoever tells it says so")
            )),
            (Some(_), _) => {}
        }
        remarks.len() > before
    }
}

fn draft(until: &str) -> String {
    format!("It is a draft until {until}: ask, then remove status: draft")
}
