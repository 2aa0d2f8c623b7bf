//! Consents that end, and those that ended while nobody asked again. Of somebody who took theirs back,
//! nothing is due: that is an answer.

use std::sync::Arc;

use crate::base::Date;
use crate::document::kinds::Person;
use crate::document::kinds::person::PersonStatus;
use crate::document::{Facts, Kind};
use crate::site::Site;
use crate::site::consent::{ConsentEnd, has_withdrawn, over};

/// Days before its end in which a consent is spoken of: time to ask.
const SOON: i32 = 30;

/// What is due with a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConsentDue {
    /// It ends soon, on this day.
    Ends(Date),
    /// This was its last day, so what it covers is not shown any more.
    Ended(Date),
}

/// The last day of a consent that ends soon, and how many days are left.
pub(crate) fn ends_soon(site: &Site, person: &Person) -> Option<(Date, i32)> {
    let until = person.consent.as_ref()?.until?;
    let days = (until - site.options.today).get_days();
    let is_soon = !has_withdrawn(person, &site.options) && (0..=SOON).contains(&days);
    is_soon.then_some((until, days))
}

/// Everybody who should be asked again, in the order of their files.
pub(crate) fn to_ask(site: &Site) -> Vec<(&Arc<Facts>, ConsentDue)> {
    let due = |document| -> Option<_> {
        let document: &Arc<Facts> = document;
        let person = document.meta.person().filter(|_| document.is_sound)?;
        let soon = ends_soon(site, person).map(|(until, _)| ConsentDue::Ends(until));
        let ended = || match over(person, &site.options)? {
            ConsentEnd::Lapsed(day) => Some(ConsentDue::Ended(day)),
            ConsentEnd::TakenBack => None,
        };
        let is_here = !matches!(person.status, Some(PersonStatus::Former));
        Some((document, soon.or_else(|| ended().filter(|_| is_here))?))
    };
    site.originals(Kind::Person).filter_map(due).collect()
}
