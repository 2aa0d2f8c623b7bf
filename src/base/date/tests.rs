//! Tables of what authors write.

use proptest::prelude::*;

use super::*;

fn date(text: &str) -> Date {
    parse_date(text).expect("a date of a test")
}

#[test]
fn the_accepted_forms_of_a_date() {
    let forms = [
        "2026-11-21",
        " 2026-11-21\n",
        "2026-11-21T23:30:00Z",
        "2026-11-21t23:30:00z",
        "2026-11-21 23:30:00+01:00",
        "2026-11-21T23:30:00.123456789012-05:30",
        "2026-11-21T00:15+02:00",
        "2026-11-21T10:00:00",
        "2026-11-21T23:59:60Z",
    ];
    for form in forms {
        assert_eq!(parse_date(form), Ok(Date::constant(2026, 11, 21)), "{form}");
    }
}

#[test]
fn other_forms_suggest_the_accepted_one() {
    let cases = [
        ("15/1-2027", "2027-01-15"),
        ("3/4-2027", "2027-04-03"),
        ("15. januar 2027", "2027-01-15"),
        ("fredag d. 15. januar 2027", "2027-01-15"),
        ("15 januari 2027", "2027-01-15"),
        ("31-October-2025", "2025-10-31"),
        ("6-November-2025", "2025-11-06"),
        ("January 15th, 2027", "2027-01-15"),
        ("1 mrt 2027", "2027-03-01"),
        ("2027/01/15", "2027-01-15"),
        ("2027-1-5", "2027-01-05"),
        ("20270115", "2027-01-15"),
        ("15.1.2027", "2027-01-15"),
        ("3.4.2027", "2027-04-03"),
        ("1/15/2027", "2027-01-15"),
        ("4/4/2027", "2027-04-04"),
        ("2027-01-15 kl. 9.30", "2027-01-15"),
        ("2027 January 15", "2027-01-15"),
    ];
    for (text, suggestion) in cases {
        let mistake = parse_date(text).expect_err(text);
        assert_eq!(mistake.suggestion.as_deref(), Some(suggestion), "{text}");
        assert_eq!(mistake.message, format!("“{text}” is not a date"));
    }
    let swapped = parse_date("2027-15-01").expect_err("month and day exchanged");
    assert_eq!(swapped.message, "a year has 12 months, so there is no month 15");
    assert_eq!(swapped.suggestion.as_deref(), Some("2027-01-15"));
}

#[test]
fn ambiguous_and_impossible_dates_are_explained() {
    let cases = [
        ("3/4/2027", "can mean 2027-04-03 or 2027-03-04"),
        ("3-4-2027", "can mean 2027-04-03 or 2027-03-04"),
        ("2027-02-30", "February 2027 has 28 days, so there is no day 30"),
        ("2028-02-30", "February 2028 has 29 days"),
        ("30/2-2027", "February 2027 has 28 days, so there is no day 30"),
        ("2027-13-14", "a year has 12 months, so there is no month 13"),
        ("2027-00-10", "a year has 12 months, so there is no month 0"),
        ("2027-01-00", "January 2027 has 31 days, so there is no day 0"),
        ("0000-01-01", "the year 0000 is too long ago"),
        ("0026-11-21", "the year 0026 is too long ago"),
        ("15/1-27", "the year needs four digits"),
        ("15. januar 27", "the year needs four digits"),
        ("januar 2027", "the day is missing"),
        ("2027-01", "the day is missing"),
        ("15. januar", "the year is missing"),
        ("15/1", "the year is missing"),
        ("soon", "“soon” is not a date"),
        ("", "there is no date here"),
        ("2027-01-15T25:00", "a day has 24 hours, 00 to 23, so there is no hour 25"),
        ("2027-01-15T12:60", "there is no minute 60"),
        ("2027-01-15T12:00+99:00", "the time difference at the end"),
    ];
    for (text, message) in cases {
        let mistake = parse_date(text).expect_err(text);
        assert!(mistake.message.contains(message), "{text}: {}", mistake.message);
        assert_eq!(mistake.suggestion, None, "{text}");
    }
}

#[test]
fn a_deadline_keeps_its_time_and_offset() {
    let day = Deadline { date: date("2027-01-15"), time: None, offset: None };
    assert_eq!(parse_deadline("2027-01-15"), Ok(day));
    let evening = parse_deadline("2027-01-15T23:59").expect("a deadline");
    assert_eq!(evening.time, Some(jiff::civil::time(23, 59, 0, 0)));
    assert_eq!(evening.offset, None);
    let there = parse_deadline("2027-01-15 23:59:00-08:00").expect("a deadline");
    assert_eq!(there.offset, Some(jiff::tz::offset(-8)));
    let cases = [
        ("2027-01-15T24:00", "2027-01-15T23:59"),
        ("15. januar 2027 kl. 23.59", "2027-01-15T23:59"),
        ("2027-01-15 9:00", "2027-01-15T09:00"),
        ("15/1-2027", "2027-01-15"),
    ];
    for (text, suggestion) in cases {
        let mistake = parse_deadline(text).expect_err(text);
        assert_eq!(mistake.suggestion.as_deref(), Some(suggestion), "{text}");
    }
}

#[test]
fn the_last_day_is_reckoned_where_the_site_is() {
    let cases = [
        // A date alone lasts until its day ends in its own zone.
        ("2027-01-15", "Europe/Copenhagen", "Europe/Copenhagen", "2027-01-15"),
        ("2027-01-15", "AoE", "Europe/Copenhagen", "2027-01-16"),
        ("2027-01-15", "AoE", "Pacific/Auckland", "2027-01-17"),
        ("2027-07-15", "AoE", "Pacific/Auckland", "2027-07-16"),
        ("2027-01-15", "AoE", "America/Los_Angeles", "2027-01-16"),
        ("2027-01-15", "AoE", "AoE", "2027-01-15"),
        ("2027-01-15", "Asia/Tokyo", "Europe/Copenhagen", "2027-01-15"),
        ("2027-01-15", "Pacific/Kiritimati", "Pacific/Honolulu", "2027-01-14"),
        ("2027-01-15", "America/New_York", "Europe/Copenhagen", "2027-01-16"),
        // A moment is as exact as it says.
        ("2027-01-15T23:59", "America/Los_Angeles", "Europe/Copenhagen", "2027-01-16"),
        ("2027-01-15T12:00", "America/New_York", "Europe/Copenhagen", "2027-01-15"),
        ("2027-01-15T18:00", "America/New_York", "Europe/Copenhagen", "2027-01-15"),
        ("2027-01-15T18:01", "America/New_York", "Europe/Copenhagen", "2027-01-16"),
        ("2027-01-15T00:00", "Europe/Copenhagen", "Europe/Copenhagen", "2027-01-14"),
        // An offset wins over the zone.
        ("2027-01-15T23:59-12:00", "Europe/Copenhagen", "Europe/Copenhagen", "2027-01-16"),
        ("2027-01-15T23:30Z", "AoE", "Europe/Copenhagen", "2027-01-16"),
        // Days with a change of the clock; Samoa had no 30 December 2011.
        ("2027-03-28", "Europe/Copenhagen", "Europe/Copenhagen", "2027-03-28"),
        ("2027-03-28T02:30", "Europe/Copenhagen", "Europe/Copenhagen", "2027-03-28"),
        ("2027-10-31", "Europe/Copenhagen", "Europe/Copenhagen", "2027-10-31"),
        ("2011-12-29", "Pacific/Apia", "Pacific/Apia", "2011-12-29"),
        ("9999-12-31", "AoE", "Europe/Copenhagen", "9999-12-31"),
    ];
    for (text, zone, site, day) in cases {
        let deadline = parse_deadline(text).expect("a deadline of a test");
        let (zone, site) = (Zone::parse(zone).expect(zone), Zone::parse(site).expect(site));
        assert_eq!(deadline.day_in(&zone, &site), date(day), "{text} {zone:?} {site:?}");
    }
}

#[test]
fn a_zone_has_one_name() {
    for (text, name) in [
        ("Europe/Copenhagen", "Europe/Copenhagen"),
        ("europe/copenhagen", "Europe/Copenhagen"),
        ("AoE", "AoE"),
        ("aoe", "AoE"),
        ("UTC", "UTC"),
    ] {
        assert_eq!(Zone::parse(text).expect(text).name(), name);
    }
    let cases = [
        ("Copenhagen", Some("Europe/Copenhagen")),
        ("Europe/Copenhague", Some("Europe/Copenhagen")),
        ("new york", Some("America/New_York")),
        ("Amsterdm", Some("Europe/Amsterdam")),
        ("anywhere on earth", Some("AoE")),
        ("UTC-12", Some("AoE")),
        ("PST", None),
        ("CET+1", None),
        ("+01:00", Some("Etc/GMT-1")),
        ("+0100", Some("Etc/GMT-1")),
        ("+1", Some("Etc/GMT-1")),
        ("UTC+1", Some("Etc/GMT-1")),
        ("utc + 01:00", Some("Etc/GMT-1")),
        ("GMT+2", Some("Etc/GMT-2")),
        ("GMT\u{2212}5", Some("Etc/GMT+5")),
        ("-05:00", Some("Etc/GMT+5")),
        ("Etc/UTC+1", Some("Etc/GMT-1")),
        ("UTC+0", Some("UTC")),
        ("UTC+14", Some("Etc/GMT-14")),
        ("UTC+15", None),
        ("UTC-13", None),
        ("+05:30", None),
        ("", None),
        ("Etc/Unknown", None),
        ("../../etc/passwd", None),
    ];
    for (text, suggestion) in cases {
        let mistake = Zone::parse(text).expect_err(text);
        assert_eq!(mistake.suggestion.as_deref(), suggestion, "{text}");
        assert!(mistake.message.contains("time zone"), "{text}: {}", mistake.message);
    }
}

#[test]
fn a_suggested_zone_is_as_far_from_utc_as_was_written() {
    for hours in -12..=14_i8 {
        let written = format!("UTC{hours:+}");
        let mistake = match Zone::parse(&written) {
            Ok(zone) => panic!("{written} is {zone:?}"),
            Err(mistake) => mistake,
        };
        let zone = Zone::parse(&mistake.suggestion.expect("a suggestion")).expect("a zone");
        let there = zone.rules().to_offset(jiff::Timestamp::UNIX_EPOCH);
        assert_eq!(there.seconds(), i32::from(hours) * 3600, "{written}");
    }
}

#[test]
fn a_day_begins_at_midnight_there() {
    let cases = [
        // Half past midnight, in winter and in summer.
        ("Europe/Copenhagen", "2026-11-20T22:59:59Z", "2026-11-20"),
        ("Europe/Copenhagen", "2026-11-20T23:30:00Z", "2026-11-21"),
        ("Europe/Copenhagen", "2026-06-30T21:59:59Z", "2026-06-30"),
        ("Europe/Copenhagen", "2026-06-30T22:00:00Z", "2026-07-01"),
        // The days on which summer time begins and ends.
        ("Europe/Copenhagen", "2026-03-28T23:00:00Z", "2026-03-29"),
        ("Europe/Copenhagen", "2026-03-29T21:59:59Z", "2026-03-29"),
        ("Europe/Copenhagen", "2026-03-29T22:00:00Z", "2026-03-30"),
        ("Europe/Copenhagen", "2026-10-24T22:00:00Z", "2026-10-25"),
        ("Europe/Copenhagen", "2026-10-25T22:59:59Z", "2026-10-25"),
        ("Europe/Copenhagen", "2026-10-25T23:00:00Z", "2026-10-26"),
        // West of Greenwich, the day is the one before.
        ("America/Los_Angeles", "2026-11-21T07:59:59Z", "2026-11-20"),
        ("America/Los_Angeles", "2026-11-21T08:00:00Z", "2026-11-21"),
        ("AoE", "2026-11-21T11:59:59Z", "2026-11-20"),
        // In Brazil, summer time began at midnight: that day had no such hour.
        ("America/Sao_Paulo", "2018-11-04T02:59:59Z", "2018-11-03"),
        ("America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-04"),
        // Samoa left out a day.
        ("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"),
        ("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"),
        ("Pacific/Kiritimati", "2026-11-20T10:00:00Z", "2026-11-21"),
        ("UTC", "2026-11-20T23:30:00Z", "2026-11-20"),
    ];
    for (zone, moment, day) in cases {
        let moment = moment.parse().expect("a moment");
        assert_eq!(Zone::parse(zone).expect(zone).day_at(moment), date(day), "{zone} {moment}");
    }
}

#[test]
fn an_interval_is_counted_in_the_calendar() {
    let cases = [
        ("6m", "2026-08-31", "2027-02-28"),
        ("1y", "2028-02-29", "2029-02-28"),
        ("90d", "2026-11-21", "2027-02-19"),
        ("2w", "2026-12-24", "2027-01-07"),
        ("9999y", "2026-12-24", "9999-12-31"),
    ];
    for (text, from, to) in cases {
        let every = parse_every(text).expect("an interval of a test");
        assert_eq!(every.after(date(from)), date(to), "{text}");
        assert_eq!(every.to_string(), text);
    }
    let mistakes = [
        ("6 months", Some("6m")),
        ("6 måneder", Some("6m")),
        ("1 år", Some("1y")),
        ("2W", Some("2w")),
        ("0d", None),
        ("99999999999d", None),
        ("m6", None),
        ("-3d", None),
        ("", None),
        ("6", None),
    ];
    for (text, suggestion) in mistakes {
        let mistake = parse_every(text).expect_err(text);
        assert_eq!(mistake.suggestion.as_deref(), suggestion, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_date_parsing_panic(text in "\\PC{0,30}") {
        let _ = (parse_date(&text), parse_deadline(&text), parse_every(&text), Zone::parse(&text));
    }

    #[test]
    fn no_numbers_make_dates_panic(text in "[0-9]{1,9}[-/. T]{1,2}([0-9]{1,9}|maj)[-/.: ][0-9]{1,12}") {
        let _ = (parse_date(&text), parse_deadline(&text), parse_every(&text));
    }

    #[test]
    fn every_suggestion_is_accepted(d in 1u8..40, m in 1u8..15, y in 0u16..10_000, s in "[-/. ]") {
        let text = format!("{d}{s}{m}{s}{y}");
        if let Some(suggestion) = parse_date(&text).expect_err("never ISO").suggestion {
            prop_assert!(parse_date(&suggestion).is_ok());
        }
    }
}

#[test]
fn times_of_other_programs_are_read_or_their_day_is_offered() {
    let day = parse_date("2026-11-02").expect("a day");
    for text in [
        "2026-11-02 20:00:00 +0100",
        "2026-11-02 20:00:00 +01:00",
        "2026-11-02T20:00:00+01",
        "2026-11-02T20:00:00.000+0100",
        "2026-11-02T20:00:00Z",
        "2026-11-02 20:00:00 Z",
        "2026-11-02 20:00:00 UTC",
        "2026-11-02 20:00 -0530",
    ] {
        assert_eq!(parse_date(text), Ok(day), "{text}");
    }
    for text in ["2026-11-02 20:00:00 CET", "20261102T200000Z", "2026-11-02T20"] {
        let mistake = parse_date(text).expect_err(text);
        assert_eq!(mistake.suggestion.as_deref(), Some("2026-11-02"), "{text}");
    }
    for text in ["2026-11-02 20:00 +1", "2026-11-02 20:00 +01000"] {
        assert!(parse_date(text).is_err(), "{text}");
    }
}

#[test]
fn a_moment_counts_as_the_day_that_it_is_in_the_zone() {
    for (zone, text, day) in [
        ("Europe/Copenhagen", "2026-10-24T22:30:00Z", "2026-10-25"),
        ("Europe/Copenhagen", "2026-10-24T21:30:00Z", "2026-10-24"),
        ("Europe/Copenhagen", "2026-10-24T22:30:00+02:00", "2026-10-24"),
        ("Europe/Copenhagen", "2026-10-24T22:30", "2026-10-24"),
        ("Europe/Copenhagen", "2026-10-24", "2026-10-24"),
        ("America/Sao_Paulo", "2026-10-24T01:30:00Z", "2026-10-23"),
    ] {
        let zone = Zone::parse(zone).expect("a zone");
        assert_eq!(parse_date_in(text, &zone).expect(text).to_string(), day, "{text}");
    }
    let zone = Zone::utc();
    assert_eq!(parse_date_in("2026-13-40", &zone), parse_date("2026-13-40"));
}
