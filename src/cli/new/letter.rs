//! The days of a letter that is begun: from the day after the one before it, until it is sent.

use jiff::Span;

use crate::base::Date;
use crate::base::date::parse_date;
use crate::document::Kind;
use crate::site::Site;

/// How many days a first letter covers.
const DAYS: i64 = 14;

/// The day on which it is sent, and the first one that it covers. What is typed as its date may be none;
/// then that is told later.
pub(super) fn days(site: &Site, typed: Option<&str>) -> (Date, Date) {
    let sent = typed.and_then(|date| parse_date(date).ok()).unwrap_or(site.options.today);
    let letters = site.originals(Kind::Digest).filter_map(|facts| Some(facts.meta.digest()?.date));
    let after = letters.filter(|date| *date < sent).max().and_then(|date| date.tomorrow().ok());
    let first = || sent.checked_sub(Span::new().days(DAYS - 1)).unwrap_or(sent);
    (sent, after.unwrap_or_else(first))
}
