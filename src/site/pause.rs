//! Whether colleagues are asked for stories today, or whether something else has to be put right first.

use super::Site;
use crate::config::{ProgrammeState, ProgrammeStatus};

impl Site {
    /// Why nobody is asked for a story today. It is over by itself on the day after its last one; outside
    /// the company, nobody is asked anyway.
    pub(crate) fn pause(&self) -> Option<&ProgrammeStatus> {
        let today = self.options.today;
        let status = self.programme.status.as_ref().filter(|_| !self.is_public())?;
        let has_begun = status.since.is_none_or(|since| since <= today);
        let is_over = status.until.as_ref().is_some_and(|until| until.value < today);
        (status.state.value == ProgrammeState::Paused && has_begun && !is_over).then_some(status)
    }
}
