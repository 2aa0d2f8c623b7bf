//! Files of calendars (iCalendar, RFC 5545): lines that end in CR and LF and have 75 octets at most,
//! texts in which signs that mean something are escaped, and the clocks of a place.

use jiff::civil::{DateTime, Weekday};
use jiff::tz::Offset;

use crate::base::Date;
use crate::base::date::{EachYear, Zone};

/// A calendar while it is written.
pub(super) struct Calendar {
    out: String,
}

/// A day, or a moment by the clocks of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Day(Date),
    Moment(DateTime),
}

/// How many octets a line has at most, its end not counted.
const LINE: usize = 75;

impl Calendar {
    /// An empty one of this name.
    pub(super) fn new(name: &str) -> Calendar {
        let mut calendar = Calendar { out: String::new() };
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Storywall//Storywall//EN");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        calendar.words("NAME", name);
        calendar.words("X-WR-CALNAME", name);
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        calendar.line("X-PUBLISHED-TTL", "P1D");
        calendar
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.line("END", "VCALENDAR");
        self.out.into_bytes()
    }

    /// A property whose value stands as it is.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        fold(&format!("{name}:{value}"), &mut self.out);
    }

    /// A property whose value is a text.
    pub(super) fn words(&mut self, name: &str, value: &str) {
        self.line(name, &escaped(value));
    }

    /// A property that says when.
    pub(super) fn when(&mut self, name: &str, when: When, zone: &Zone) {
        match when {
            When::Day(day) => self.line(&format!("{name};VALUE=DATE"), &day_digits(day)),
            When::Moment(moment) if is_utc(zone) => {
                self.line(name, &format!("{}Z", digits(moment)));
            }
            When::Moment(moment) => {
                self.line(&format!("{name};TZID={}", zone.name()), &digits(moment));
            }
        }
    }

    /// The clocks of a place, from a day on. UTC needs none.
    pub(super) fn zone(&mut self, zone: &Zone, from: Date) {
        if is_utc(zone) {
            return;
        }
        self.line("BEGIN", "VTIMEZONE");
        self.line("TZID", zone.name());
        for observance in zone.observances(from) {
            let kind = if observance.is_summer_time { "DAYLIGHT" } else { "STANDARD" };
            self.line("BEGIN", kind);
            self.line("DTSTART", &digits(observance.begins));
            self.line("TZOFFSETFROM", &offset(observance.before));
            self.line("TZOFFSETTO", &offset(observance.offset));
            self.words("TZNAME", &observance.name);
            if let Some(EachYear { month, weekday, nth }) = observance.each_year {
                let day = weekday_letters(weekday);
                self.line("RRULE", &format!("FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{day}"));
            }
            self.line("END", kind);
        }
        self.line("END", "VTIMEZONE");
    }
}

/// Whether times are written as those of UTC, which every program knows.
fn is_utc(zone: &Zone) -> bool {
    matches!(zone.name(), "UTC" | "Etc/UTC")
}

/// `TH`
pub(super) fn weekday_letters(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// `20261203T140000`
pub(super) fn digits(moment: DateTime) -> String {
    let time = moment.time();
    format!(
        "{}T{:02}{:02}{:02}",
        day_digits(moment.date()),
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// `20261203`
pub(super) fn day_digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// `+0100`
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) =
        (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    match rest {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}{rest:02}"),
    }
}

/// A text in which no sign ends it, and no line does. Signs that no program shows are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Writes a line, on several where it is long: each that follows begins with a space. No letter is cut
/// into two.
fn fold(line: &str, out: &mut String) {
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(calendar: Calendar) -> String {
        String::from_utf8(calendar.finish()).expect("text")
    }

    #[test]
    fn no_line_is_longer_than_allowed_and_no_letter_is_cut() {
        for letter in ["a", "å", "€", "🚢"] {
            for shift in 0..5 {
                let text = "x".repeat(shift) + &letter.repeat(200);
                let mut calendar = Calendar::new("C");
                calendar.words("SUMMARY", &text);
                let written = lines(calendar);
                assert!(written.ends_with("\r\n"));
                for line in written.split_terminator("\r\n") {
                    assert!(line.len() <= LINE && !line.contains(['\r', '\n']), "{line:?}");
                }
                let unfolded = written.replace("\r\n ", "");
                assert!(unfolded.contains(&format!("\r\nSUMMARY:{text}\r\n")), "{unfolded}");
            }
        }
    }

    #[test]
    fn signs_that_mean_something_are_escaped() {
        assert_eq!(escaped("a,b;c\\d\r\ne\nf\u{7}"), "a\\,b\\;c\\\\d\\ne\\nf");
    }

    #[test]
    fn a_place_has_its_clocks() {
        let zone = Zone::parse("Europe/Copenhagen").expect("a zone");
        let mut calendar = Calendar::new("C");
        calendar.zone(&zone, Date::constant(2026, 11, 30));
        calendar.when(
            "DTSTART",
            When::Moment(jiff::civil::date(2026, 12, 3).at(14, 0, 0, 0)),
            &zone,
        );
        let written = lines(calendar);
        let begin = written.find("BEGIN:VTIMEZONE").expect("a zone");
        let expected = "BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\n\
            BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n\
            TZNAME:CEST\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
            BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n\
            TZNAME:CET\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n\
            END:VTIMEZONE\r\nDTSTART;TZID=Europe/Copenhagen:20261203T140000\r\nEND:VCALENDAR\r\n";
        assert_eq!(&written[begin..], expected);
    }

    #[test]
    fn the_time_of_utc_needs_no_clocks() {
        let mut calendar = Calendar::new("C");
        calendar.zone(&Zone::utc(), Date::constant(2026, 11, 30));
        calendar.when(
            "DTSTART",
            When::Moment(jiff::civil::date(2026, 12, 3).at(9, 5, 0, 0)),
            &Zone::utc(),
        );
        calendar.when("EXDATE", When::Day(Date::constant(2026, 12, 24)), &Zone::utc());
        let written = lines(calendar);
        assert!(!written.contains("VTIMEZONE"));
        assert!(written.contains("DTSTART:20261203T090500Z\r\nEXDATE;VALUE=DATE:20261224\r\n"));
    }
}
