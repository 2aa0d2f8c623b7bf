//! The dates of trainings as a calendar to subscribe to.

use super::calendar::{Calendar, When, digits};
use super::meeting_calendar::{MOST_MINUTES, told};
use super::scene::Scene;
use crate::base::{Date, percent};
use crate::document::Kind;
use crate::document::kinds::Training;
use crate::document::kinds::training::TrainingDate;
use crate::site::{Entry, Site};

/// The dates of all trainings from a day on, the earliest first.
pub(crate) fn dates_from(site: &Site, begin: Date) -> Vec<(&Entry, &Training, &TrainingDate)> {
    let trainings = site.of_kind(Kind::Training);
    let trainings = trainings.filter_map(|entry| Some((&**entry, entry.training()?)));
    let mut dates: Vec<_> = trainings
        .flat_map(|(entry, training)| training.dates.iter().map(move |it| (entry, training, it)))
        .filter(|(.., date)| date.on >= begin)
        .collect();
    dates.sort_by_key(|(.., date)| (date.on, date.time.as_ref().map(|time| time.time())));
    dates
}

/// Whether there is such a calendar: for colleagues, where a date is to come.
pub(crate) fn is_there(site: &Site) -> bool {
    !site.is_public() && !dates_from(site, site.options.today).is_empty()
}

/// It begins with the year, as that of meetings does, so that it stays the same.
pub(crate) fn calendar(scene: &Scene<'_>) -> Vec<u8> {
    let site = scene.site;
    let zone = &site.config.zone;
    let dates = dates_from(site, site.options.today.first_of_year());
    let title = scene.local(&site.config.file.title);
    let name = format!("{}, {title}", scene.text("nav-training"));
    let mut calendar = Calendar::new(&told(scene, &name));
    let with_hour = dates.iter().filter(|(.., date)| date.time.is_some());
    if let Some(first) = with_hour.map(|(.., date)| date.on).min() {
        calendar.zone(zone, first);
    }
    for (entry, training, date) in dates {
        let when = match &date.time {
            Some(time) => When::Moment(date.on.to_datetime(time.time())),
            None => When::Day(date.on),
        };
        calendar.line("BEGIN", "VEVENT");
        let hour = date.time.as_ref().map(|time| time.written().replace(':', ""));
        let day = [Some(date.on.to_string()), hour].into_iter().flatten();
        let day = day.collect::<Vec<_>>().join("-");
        calendar.line("UID", &format!("{day}-{}@{}", percent::encoded(entry.id()), site.host()));
        // No clock is read: it is as if all were written on the day itself.
        calendar.line("DTSTAMP", &format!("{}Z", digits(date.on.at(0, 0, 0, 0))));
        calendar.when("DTSTART", when, zone);
        if let (When::Moment(_), 1..) = (when, training.minutes) {
            calendar.line("DURATION", &format!("PT{}M", training.minutes.min(MOST_MINUTES)));
        }
        calendar.words("SUMMARY", &told(scene, scene.document(entry).title()));
        if let Some(summary) = scene.summary(entry) {
            calendar.words("DESCRIPTION", &told(scene, summary));
        }
        if let Some(place) = &date.place {
            calendar.words("LOCATION", &told(scene, &scene.local(place)));
        }
        if let Some(base) = site.base_url() {
            let page = scene.url_of(&entry.name);
            calendar.line("URL", &format!("{base}{}", percent::encoded(&page)));
        }
        let is_busy = matches!(when, When::Moment(_));
        calendar.line("TRANSP", if is_busy { "OPAQUE" } else { "TRANSPARENT" });
        calendar.line("END", "VEVENT");
    }
    calendar.finish()
}
