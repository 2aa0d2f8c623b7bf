//! Quarters that are to be evaluated, and of which nothing is written down yet.

use std::collections::BTreeSet;

use crate::base::{Date, SourcePath};
use crate::config::MeetingRhythm;
use crate::data::quarters::Quarter;
use crate::site::Site;
use crate::site::quarters::named;

/// The quarter that is to be evaluated, as of a day: the one that is over. `None` where its file is
/// begun, and where nobody evaluates quarters: without an earlier file, and without a meeting of each
/// quarter that was there already.
pub(crate) fn to_begin(site: &Site, day: Date) -> Option<Quarter> {
    let over = Quarter::of(day).previous();
    let begun: BTreeSet<Quarter> = site.quarter_files.keys().filter_map(named).collect();
    let meets = site.programme.meetings.iter().any(|meeting| {
        meeting.rhythm() == MeetingRhythm::Quarter
            && meeting.since.is_some_and(|since| since <= over.last())
    });
    let is_usual = begun.iter().any(|quarter| *quarter < over) || (begun.is_empty() && meets);
    (is_usual && !begun.contains(&over) && !site.is_public()).then_some(over)
}

/// The quarter that is over and has a file without a headline, so that nobody can read it yet.
pub(crate) fn to_finish(site: &Site, day: Date) -> Option<(Quarter, &SourcePath)> {
    let over = Quarter::of(day).previous();
    // Where there is a table too, the words belong into the other file, which comes after it.
    let path = site.quarter_files.keys().rfind(|path| named(path) == Some(over))?;
    (!site.quarters.contains_key(&over) && !site.is_public()).then_some((over, path))
}
