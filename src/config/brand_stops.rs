//! `content/brand-stops.toml`: each time that somebody stepped in for the sake of the company.

use crate::base::Date;
use crate::data::Localized;
use crate::data::fields::fields;
use crate::data::types::{PageName, PersonName};

fields! {
    /// `content/brand-stops.toml`.
    pub(crate) struct BrandStops {
        /// Since when it is written down.
        optional since: Date = "2026-03-01";
        /// Each time; none is the best.
        list stops: BrandStop, at most 500 = "[{ on = 2026-05-20, why = \"…\" }]";
    }
}

fields! {
    /// A time that somebody stepped in.
    pub(crate) struct BrandStop {
        /// The day.
        required on: Date = "2026-05-20";
        /// The story that it was about, if it was about one. Readers do not see which.
        optional story: PageName = "stories/2026/pump";
        /// Who stepped in.
        optional by: PersonName = "karen-molgaard";
        /// Why.
        required why: Localized, at most 500 = "A photo showed a list of passengers.";
        /// What was said to its author, and when.
        required to_author: Localized, at most 500 = "Called the same evening.";
    }
}
