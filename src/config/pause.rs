//! What `programme.toml` says of whether colleagues are asked for stories now.

use crate::base::Date;
use crate::data::fields::{choices, fields};
use crate::data::types::PersonName;
use crate::data::{Anchored, Localized};

fields! {
    /// Whether colleagues are asked for stories now.
    pub(crate) struct ProgrammeStatus {
        /// `running`, or `paused`: first something else has to be put right. It is not the `status: paused` of a story, which takes that story down.
        required state: Anchored<ProgrammeState> = "paused";
        /// Why not now, in one or two sentences. Readers see it on every page.
        optional why: Localized, at most 500 = "First the rota in Rotterdam has to be put right.";
        /// From which day on; without it, at once.
        optional since: Date = "2026-11-30";
        /// The last day on which nobody is asked; then the pause is over by itself.
        optional until: Anchored<Date> = "2027-02-01";
        /// Whom to call for whoever would like to tell a story all the same.
        optional contact: PersonName = "anna-bech";
    }
}

choices! {
    /// Whether colleagues are asked for stories.
    pub(crate) enum ProgrammeState {
        Running = "running",
        Paused = "paused",
    }
}
