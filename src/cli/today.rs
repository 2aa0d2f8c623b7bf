//! The day that counts as today, where somebody names one.

use jiff::Timestamp;

use crate::base::Date;
use crate::base::date::{parse_date, parse_deadline};

/// What counts as today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Today {
    Day(Date),
    /// The day depends on the time zone of the site.
    Moment(Timestamp),
}

impl Today {
    /// A day, or a moment in any form that fields accept too. A time without its distance from UTC
    /// is one of the site's time zone, so its day is the one that is written.
    pub(crate) fn parse(text: &str) -> Result<Today, String> {
        let text = text.trim();
        if let Ok(moment) = text.parse() {
            return Ok(Today::Moment(moment));
        }
        match parse_deadline(text).map(|it| (it.date, it.time, it.offset)) {
            Ok((date, Some(time), Some(offset))) => {
                let moment = offset.to_timestamp(date.to_datetime(time));
                return moment.map(Today::Moment).map_err(|_| format!("“{text}” is too far away"));
            }
            Ok((date, ..)) => return Ok(Today::Day(date)),
            Err(_) => {}
        }
        if let Some((start, zone)) = clock_and_zone(text) {
            return Err(format!(
                "the time zone “{zone}” cannot be read here; write how far it is from UTC, as in \
                 {start}+01:00"
            ));
        }
        parse_date(text).map(Today::Day).map_err(|mistake| match mistake.suggestion {
            Some(day) => format!("{}; did you mean {day}?", mistake.message),
            None => format!("{}; write it as year-month-day: 2026-11-21", mistake.message),
        })
    }
}

/// A date with a time, and what stands behind it: `CET`, `Europe/Copenhagen`, `+1`.
fn clock_and_zone(text: &str) -> Option<(&str, &str)> {
    ["2026-11-20T23:30:00", "2026-11-20T23:30"].iter().find_map(|form| {
        let (start, zone) = text.split_at_checked(form.len())?;
        let zone = zone.trim();
        let is_half = ["am", "pm"].contains(&zone.to_lowercase().replace('.', "").as_str());
        let is_meant = !zone.is_empty() && !zone.starts_with([':', '.', ',']) && !is_half;
        (is_meant && parse_deadline(start).is_ok()).then_some((start, zone))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_same_however_its_distance_from_utc_is_written() {
        let moment: Timestamp = "2026-11-28T23:30:00Z".parse().expect("a moment");
        for text in [
            "2026-11-28T23:30:00Z",
            "2026-11-28 23:30:00Z",
            "2026-11-28 23:30:00 Z",
            "2026-11-28 23:30:00 z",
            "2026-11-28 23:30 +0000",
            "2026-11-28 23:30:00 +0000",
            "2026-11-28 23:30:00 +00:00",
            "2026-11-28 23:30:00 -00:00",
            "2026-11-28 23:30:00.000 +00:00",
            "2026-11-28 23:30:00 UTC",
            "2026-11-28 23:30:00 utc",
            "2026-11-28T23:30:00 GMT",
            "2026-11-29 00:30:00 +01",
            "2026-11-29 00:30:00+01",
            "2026-11-29 00:30 +0100",
            " 2026-11-28 18:30:00 -05:00 ",
        ] {
            assert_eq!(Today::parse(text), Ok(Today::Moment(moment)), "{text}");
        }
    }

    #[test]
    fn a_time_without_a_zone_is_one_of_the_site() {
        let day = jiff::civil::date(2026, 11, 28);
        for text in ["2026-11-28", "2026-11-28T23:30", "2026-11-28 23:30:00"] {
            assert_eq!(Today::parse(text), Ok(Today::Day(day)), "{text}");
        }
    }

    #[test]
    fn a_zone_that_cannot_be_read_is_told() {
        for (text, zone) in [
            ("2026-11-28 23:30:00 CET", "CET"),
            ("2026-11-28T23:30CET", "CET"),
            ("2026-11-28 23:30:00 Europe/Copenhagen", "Europe/Copenhagen"),
            ("2026-11-28 23:30 UTC+1", "UTC+1"),
            ("2026-11-28 23:30:00 +1", "+1"),
        ] {
            let told = Today::parse(text).expect_err(text);
            assert!(told.starts_with(&format!("the time zone “{zone}” cannot be read")), "{told}");
            let (_, remedy) = told.split_once("as in ").expect("a remedy");
            assert!(matches!(Today::parse(remedy), Ok(Today::Moment(_))), "{remedy}");
        }
        for text in ["2026-11-28 11:30 pm", "2026-11-28 24:00", "2026-11-28 23:30:"] {
            let told = Today::parse(text).expect_err(text);
            assert!(!told.contains("zone"), "{told}");
        }
        assert!(Today::parse("21/11/2026").is_err_and(|told| told.contains("did you mean")));
    }
}
