//! Themes about which somebody could be asked.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::base::Date;
use crate::document::Kind;
use crate::document::kinds::Theme;
use crate::site::{Entry, Site};

/// After how many weeks without a story a theme is quiet.
const QUIET: i32 = 8;

/// Why somebody could be asked about a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quiet {
    /// It is its season, until this day, and nobody has told.
    Season(Date),
    /// Nobody has told yet.
    Untold,
    /// The last story came so many weeks ago.
    Weeks(i32),
}

/// Whether it is the season of a theme; one without days is always in season.
pub(crate) fn is_in_season(theme: &Theme, today: Date) -> bool {
    theme.from.is_none_or(|from| from <= today) && theme.until.is_none_or(|until| until >= today)
}

/// The themes in season about which nobody has told for long: first those whose season ends, then those
/// that have been quiet longest, then those without a story.
pub(crate) fn quiet(site: &Site) -> Vec<(Quiet, &Arc<Entry>)> {
    let today = site.options.today;
    let why = |entry| -> Option<_> {
        let entry: &Arc<Entry> = entry;
        let theme = entry.theme().filter(|theme| is_in_season(theme, today))?;
        let dates = site.stories_on(entry.id()).filter_map(|story| story.story()?.date);
        let last = dates.filter(|date| *date <= today).max();
        let is_told = last.is_some_and(|last| theme.from.is_none_or(|from| from <= last));
        let quiet = match (theme.until, last) {
            (Some(until), _) if !is_told => Quiet::Season(until),
            (_, None) => Quiet::Untold,
            (_, Some(last)) => Quiet::Weeks((today - last).get_days() / 7),
        };
        (!matches!(quiet, Quiet::Weeks(..QUIET))).then_some((quiet, entry))
    };
    let mut quiet: Vec<_> = site.of_kind(Kind::Theme).filter_map(why).collect();
    quiet.sort_by_key(|(quiet, entry)| {
        let rank = match quiet {
            Quiet::Season(until) => (0, Some(*until), Reverse(0)),
            Quiet::Weeks(weeks) => (1, None, Reverse(*weeks)),
            Quiet::Untold => (2, None, Reverse(0)),
        };
        (rank, entry.order())
    });
    quiet
}
