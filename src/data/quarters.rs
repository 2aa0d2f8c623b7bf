//! Quarters of a year, as `2026-Q4`.

use std::fmt;

use super::reader::shortened;
use super::word::word;
use super::{FieldType, Node, Reader, Shape};
use crate::base::{Code, Date, Diagnostic, date};

/// A quarter of a year, in order of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Quarter {
    pub(crate) year: i16,
    /// From 1 to 4.
    pub(crate) number: i8,
}

impl Quarter {
    /// `2026-Q4`; a small q, K of Danish and Dutch and a space are understood.
    pub(crate) fn parse(text: &str) -> Option<Quarter> {
        let (year, number) = text.trim().split_once(['-', ' '])?;
        let number = number.strip_prefix(['Q', 'q', 'K', 'k'])?;
        let year: i16 = year.parse().ok().filter(|year| (1900..=9000).contains(year))?;
        let number: i8 = number.parse().ok().filter(|number| (1..=4).contains(number))?;
        Some(Quarter { year, number })
    }

    /// The one in which a day is.
    pub(crate) fn of(day: Date) -> Quarter {
        Quarter { year: day.year(), number: (day.month() - 1) / 3 + 1 }
    }

    /// The one in which a month is: `2026-10`.
    pub(crate) fn of_month(month: &str) -> Option<Quarter> {
        date::parse_date(&format!("{month}-01")).ok().map(Quarter::of)
    }

    pub(crate) fn first(self) -> Date {
        Date::new(self.year, self.number.max(1) * 3 - 2, 1).expect("a quarter begins")
    }

    pub(crate) fn last(self) -> Date {
        self.next().first().yesterday().expect("a day is before it")
    }

    pub(crate) fn next(self) -> Quarter {
        match self.number {
            4.. => Quarter { year: self.year + 1, number: 1 },
            number => Quarter { year: self.year, number: number + 1 },
        }
    }

    pub(crate) fn previous(self) -> Quarter {
        match self.number {
            ..=1 => Quarter { year: self.year - 1, number: 4 },
            number => Quarter { year: self.year, number: number - 1 },
        }
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.number)
    }
}

impl FieldType for Quarter {
    const SHAPE: Shape = Shape::Text;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Quarter> {
        let written = word(node, "a quarter", "2026-Q4", reader)?;
        let quarter = Quarter::parse(&written);
        if quarter.is_none() {
            let span = reader.source.span(node.range.clone());
            let message = format!("“{}” is not a quarter", shortened(&written));
            let hint = "Write the year and Q1 to Q4, as in 2026-Q4";
            reader.report(Diagnostic::new(Code::BadQuarter, span, message).hint(hint));
        }
        quarter
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarter(text: &str) -> Quarter {
        Quarter::parse(text).expect(text)
    }

    #[test]
    fn a_quarter_is_written_one_way() {
        for text in ["2026-Q4", "2026-q4", " 2026-K4 ", "2026 Q4"] {
            assert_eq!(quarter(text).to_string(), "2026-Q4", "{text}");
        }
        for text in ["2026-Q5", "2026-Q0", "2026Q4", "Q4-2026", "2026-4", "26-Q4", "", "2026-Q44"] {
            assert_eq!(Quarter::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_quarter_has_three_months() {
        let days = |text| [quarter(text).first().to_string(), quarter(text).last().to_string()];
        assert_eq!(days("2026-Q1"), ["2026-01-01", "2026-03-31"]);
        assert_eq!(days("2026-Q4"), ["2026-10-01", "2026-12-31"]);
        assert_eq!(Quarter::of(Date::constant(2026, 11, 30)), quarter("2026-Q4"));
        assert_eq!(quarter("2026-Q4").next(), quarter("2027-Q1"));
        assert_eq!(quarter("2026-Q1").previous(), quarter("2025-Q4"));
        assert!(quarter("2026-Q4") < quarter("2027-Q1"));
    }
}
