//! Days as a language writes them, by CLDR.

use std::fmt;

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{MD, MDE, YM, YMD, YMDE};
use icu_locale_core::LanguageIdentifier;
use icu_locale_core::subtags::region;

use super::Language;
use crate::base::Date;

/// The ways in which one language writes a day.
pub(crate) struct Dates {
    long: Formatter<Gregorian, YMD>,
    short: Formatter<Gregorian, MD>,
    medium: Formatter<Gregorian, YMD>,
    month: Formatter<Gregorian, YM>,
    weekday: Formatter<Gregorian, YMDE>,
    short_weekday: Formatter<Gregorian, MDE>,
}

impl Dates {
    /// A language without data of its own writes as the root of CLDR does.
    pub(crate) fn new(language: &Language) -> Dates {
        let id = british(language.id());
        let made = "the data in the program covers every language by its fallbacks";
        Dates {
            long: Formatter::try_new((&id).into(), YMD::long()).expect(made),
            short: Formatter::try_new((&id).into(), MD::medium()).expect(made),
            medium: Formatter::try_new((&id).into(), YMD::medium()).expect(made),
            month: Formatter::try_new((&id).into(), YM::long()).expect(made),
            weekday: Formatter::try_new((&id).into(), YMDE::long()).expect(made),
            short_weekday: Formatter::try_new((&id).into(), MDE::medium()).expect(made),
        }
    }

    /// 21 November 2026
    pub(crate) fn long(&self, date: Date) -> String {
        self.long.format(&gregorian(date)).to_string()
    }

    /// Two days in one: `["26", "–", "27 August 2027"]`, and of two months `["31 August", " – ", "1
    /// September 2027"]`. The first day leaves out the words at its end that the last one repeats.
    pub(crate) fn range(&self, first: Date, last: Date) -> [String; 3] {
        joined(&self.long(first), self.long(last))
    }

    /// 19–21 Nov, and in another year 19–21 Nov 2027
    pub(crate) fn short_range(&self, first: Date, last: Date, today: Date) -> String {
        joined(&self.short(first, today), self.short(last, today)).concat()
    }

    /// 21 Nov, and in another year 21 Nov 2026
    pub(crate) fn short(&self, date: Date, today: Date) -> String {
        match date.year() == today.year() {
            true => self.short.format(&gregorian(date)).to_string(),
            false => self.medium.format(&gregorian(date)).to_string(),
        }
    }

    /// Saturday 21 November 2026
    pub(crate) fn with_weekday(&self, date: Date) -> String {
        self.weekday.format(&gregorian(date)).to_string()
    }

    /// Sat 21 Nov
    pub(crate) fn short_with_weekday(&self, date: Date) -> String {
        self.short_weekday.format(&gregorian(date)).to_string()
    }

    /// November 2026
    pub(crate) fn month(&self, date: Date) -> String {
        self.month.format(&gregorian(date)).to_string()
    }
}

/// Two days as one; the first leaves out the words at its end that the last one repeats.
fn joined(from: &str, to: String) -> [String; 3] {
    let mut own: Vec<&str> = from.split(' ').collect();
    let mut other: Vec<&str> = to.split(' ').collect();
    while own.len() > 1 && other.len() > 1 && own.last() == other.last() {
        own.pop();
        other.pop();
    }
    let joint = if own.len() == 1 && other.len() == 1 { "–" } else { " – " };
    [own.join(" ").trim_end_matches(',').to_owned(), joint.to_owned(), to]
}

/// English without a country is written as in Europe, day first.
fn british(mut id: LanguageIdentifier) -> LanguageIdentifier {
    if id.language.as_str() == "en" && id.region.is_none() {
        id.region = Some(region!("GB"));
    }
    id
}

fn gregorian(date: Date) -> icu_calendar::Date<Gregorian> {
    icu_calendar::Date::try_new_gregorian(
        date.year().into(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
    )
    .expect("a day of jiff's calendar is a day of the Gregorian calendar")
}

impl fmt::Debug for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dates")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language;

    #[test]
    fn each_language_writes_its_own_way() {
        let date = Date::constant(2026, 11, 21);
        let cases = [
            ("en", ["21 November 2026", "21 Nov", "21 Nov 2026", "November 2026"]),
            ("da", ["21. november 2026", "21. nov.", "21. nov. 2026", "november 2026"]),
            ("nl", ["21 november 2026", "21 nov", "21 nov 2026", "november 2026"]),
            ("en-US", ["November 21, 2026", "Nov 21", "Nov 21, 2026", "November 2026"]),
        ];
        for (code, written) in cases {
            let dates = Dates::new(&language(code));
            let (then, later) = (Date::constant(2026, 1, 1), Date::constant(2027, 1, 1));
            let short = [dates.short(date, then), dates.short(date, later)];
            let [short, other_year] = short;
            let own = [dates.long(date), short, other_year, dates.month(date)];
            assert_eq!(own, written, "{code}");
        }
    }

    #[test]
    fn a_weekday_is_written_out_or_short() {
        let date = Date::constant(2026, 12, 1);
        let cases = [
            ("en", "Tuesday, 1 December 2026", "Tue 1 Dec"),
            ("da", "tirsdag 1. december 2026", "tirs. 1. dec."),
            ("nl", "dinsdag 1 december 2026", "di 1 dec"),
        ];
        for (code, long, short) in cases {
            let dates = Dates::new(&language(code));
            let written = [dates.with_weekday(date), dates.short_with_weekday(date)];
            assert_eq!(written, [long, short], "{code}");
        }
    }

    #[test]
    fn a_range_says_each_word_once() {
        let (first, last) = (Date::constant(2027, 8, 26), Date::constant(2027, 8, 27));
        let (next, other_year) = (Date::constant(2027, 9, 1), Date::constant(2028, 8, 26));
        let cases = [
            ("en", last, "26–27 August 2027"),
            ("da", last, "26.–27. august 2027"),
            ("nl", last, "26–27 augustus 2027"),
            ("es", next, "26 de agosto – 1 de septiembre de 2027"),
            ("en", next, "26 August – 1 September 2027"),
            ("en-US", next, "August 26 – September 1, 2027"),
            ("en", other_year, "26 August 2027 – 26 August 2028"),
        ];
        for (code, end, written) in cases {
            let dates = Dates::new(&language(code));
            assert_eq!(dates.range(first, end).concat(), written, "{code}");
        }
    }

    #[test]
    fn a_short_range_says_each_word_once() {
        let cases = [
            ("en", 2027, "26–27 Aug"),
            ("da", 2027, "26.–27. aug."),
            ("nl", 2026, "26–27 aug 2027"),
            ("en-US", 2026, "Aug 26 – Aug 27, 2027"),
        ];
        for (code, year, written) in cases {
            let dates = Dates::new(&language(code));
            let (first, last) = (Date::constant(2027, 8, 26), Date::constant(2027, 8, 27));
            let today = Date::constant(year, 8, 1);
            assert_eq!(dates.short_range(first, last, today), written, "{code}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_written_too() {
        let dates = Dates::new(&language("da"));
        for date in [Date::MIN, Date::MAX, Date::constant(0, 2, 29)] {
            assert!(!dates.long(date).is_empty());
        }
    }
}
