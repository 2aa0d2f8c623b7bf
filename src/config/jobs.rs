//! `content/jobs.toml`: the jobs that are open now.

use crate::base::Date;
use crate::data::fields::fields;
use crate::data::types::TeamName;
use crate::data::{Localized, WebAddress};

fields! {
    /// `content/jobs.toml`.
    pub(crate) struct Jobs {
        /// The jobs that are open.
        list jobs: Job, at most 500 = "[{ title = \"Deckhand\", team = \"deck\", until = 2026-12-15, … }]";
    }
}

fields! {
    /// An open job.
    pub(crate) struct Job {
        /// The name of the job, as in the advert.
        required title: Localized, at most 200 = "Deckhand";
        /// The team. The stories of this team show the job at their end.
        required team: TeamName = "deck";
        /// Where the job is.
        optional location: Localized, at most 100 = "Hirtshals";
        /// The address of the advert.
        required url: WebAddress = "https://jobs.example.org/deckhand";
        /// The last day to apply. On the day after it the job is shown nowhere.
        required until: Date = "2026-12-15";
    }
}
