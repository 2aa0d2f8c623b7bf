//! What `programme.toml` says of the roadmap, and of how readers can know whether promises are kept.

use crate::base::Date;
use crate::data::fields::fields;
use crate::data::types::{PageName, PersonName};
use crate::data::{Anchored, Localized};

fields! {
    /// How we go about it, and with whom that was agreed on.
    pub(crate) struct Roadmap {
        /// The page that says more.
        optional page: PageName = "roadmap.md";
        /// When it was agreed on.
        optional agreed: Date = "2026-02-12";
        /// Who wrote it up.
        list made_by: PersonName, at most 30 = "[\"mette-krogh\", \"piet-visser\"]";
        /// With whom it was agreed on, in one sentence.
        optional made_with: Localized, at most 500 = "Fourteen of us, from four ports";
        /// When it is looked at again.
        optional next_review: Anchored<Date> = "2027-01-14";
        /// What is tried until then.
        list tries: Attempt, at most 50 = "[{ what = \"A story from the night shift every month\" }]";
    }
}

fields! {
    /// Something that is tried.
    pub(crate) struct Attempt {
        /// What is tried.
        required what: Localized, at most 300 = "A story from the night shift every month";
        /// Who sees to it.
        optional owner: PersonName = "tess-bakker";
        /// Whether it is done.
        optional done: bool = "false";
    }
}

fields! {
    /// How readers can know whether promises are kept.
    pub(crate) struct Trust {
        /// The page that says more.
        optional page: PageName = "promises.md";
    }
}

impl Roadmap {
    /// Everybody who is named in it.
    pub(crate) fn people(&self) -> impl Iterator<Item = &PersonName> {
        let owners = self.tries.iter().filter_map(|attempt| attempt.owner.as_ref());
        self.made_by.iter().chain(owners)
    }
}
