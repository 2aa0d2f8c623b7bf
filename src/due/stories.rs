//! Stories: those that are new, that wait for their day, and for which nobody was thanked yet.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Span;

use crate::base::Date;
use crate::config::thanks::Thank;
use crate::document::kinds::story::Status;
use crate::document::{Facts, Kind};
use crate::site::{Entry, Hidden, Site};

/// Stories that came after a day and until another one, newest first.
pub(crate) fn new_stories(site: &Site, last: Option<Date>, day: Date) -> Vec<&Entry> {
    let is_new = |entry: &&Entry| {
        entry.story().is_some_and(|story| {
            story.status != Some(Status::Archived)
                && story.date.is_some_and(|date| date <= day && last.is_none_or(|last| date > last))
        })
    };
    site.stories.iter().map(|entry| &**entry).filter(is_new).collect()
}

/// The day for which a story or a letter waits that is ready.
pub(crate) fn waits_until(site: &Site, document: &Facts) -> Option<Date> {
    let date = match (document.meta.story(), document.meta.digest()) {
        (Some(story), _) => story.date?,
        (_, Some(letter)) => letter.date,
        _ => return None,
    };
    let is_kept_back = |hidden: &Hidden| *hidden != Hidden::Future;
    let is_ready = !document.meta.common().is_draft()
        && !site.hidden.get(&document.name).is_some_and(is_kept_back);
    (is_ready && date > site.options.today).then_some(date)
}

/// The stories and letters that wait for their day, in the order of their days.
pub(crate) fn waiting(site: &Site) -> Vec<(Date, &Arc<Facts>)> {
    let all = site.originals(Kind::Story).chain(site.originals(Kind::Digest));
    let mut waiting: Vec<_> = all.filter_map(|it| Some((waits_until(site, it)?, it))).collect();
    waiting.sort_by_key(|(date, document)| (*date, document.name.as_str()));
    waiting
}

/// For how many days before today it is asked whether somebody was thanked.
const DAYS: i64 = 90;

/// The stories that are still to be thanked for, oldest first: whoever waits longest comes first. They are
/// those from `since` on; without it, those of the last ninety days, and those of the list. Only stories
/// that readers may see: nobody is thanked for what they took back.
pub(crate) fn to_thank<'a>(
    site: &'a Site,
    noted: &BTreeMap<&str, &Thank>,
    since: Option<Date>,
) -> Vec<&'a Entry> {
    let first = site.options.today.checked_sub(Span::new().days(DAYS));
    let first = since.or(first.ok());
    let is_meant = |entry: &&Entry| {
        let Some(story) = entry.story() else { return false };
        if story.status.unwrap_or_default() != Status::Published {
            return false;
        }
        match noted.get(entry.name.as_str()) {
            Some(thank) if thank.given.is_some() => false,
            Some(_) if since.is_none() => true,
            _ => story.date.is_some_and(|date| first.is_none_or(|first| first <= date)),
        }
    };
    let mut meant: Vec<&Entry> =
        site.stories.iter().map(|entry| &**entry).filter(is_meant).collect();
    meant.reverse();
    meant
}

/// The newest letter that was sent, and how many stories came after its last day. `None` where nobody
/// writes letters.
pub(crate) fn since_the_last_letter(site: &Site) -> Option<(&Arc<Entry>, Date, usize)> {
    let today = site.options.today;
    let sent = site.of_kind(Kind::Digest).filter_map(|entry| Some((entry, entry.digest()?.date)));
    let (letter, last) = sent.filter(|(_, date)| *date <= today).max_by_key(|(_, date)| *date)?;
    Some((letter, last, new_stories(site, Some(last), today).len()))
}
