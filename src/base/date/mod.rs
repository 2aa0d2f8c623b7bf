//! Days, deadlines and intervals, as authors write them.

mod deadline;
mod every;
mod guess;
mod observances;
mod within;
mod written;
mod zone;
mod zone_names;

pub(crate) use deadline::{Deadline, parse_deadline};
pub(crate) use every::{Every, parse_every};
pub(crate) use observances::EachYear;
pub(crate) use within::{Day, among_words, day, only_day};
pub(crate) use zone::Zone;

use written::Written;

/// A day of the calendar. Today's date is always an input: only `cli` reads the clock.
pub type Date = jiff::civil::Date;

/// Why a text is not a date, deadline, time zone or span of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMistake {
    /// What is wrong, as a sentence without a full stop. The caller adds how to write it.
    pub message: String,
    /// What to write instead, where only one thing can have been meant.
    pub(crate) suggestion: Option<String>,
}

/// A day: `2026-11-21`, or a date and time (`2026-11-21T20:00:00+01:00`), whose day counts as it
/// is written.
pub fn parse_date(text: &str) -> Result<Date, DateMistake> {
    let text = text.trim();
    match Written::read(text) {
        Some(written) => written.moment().map(|moment| moment.date),
        None => Err(guess::mistake(text, |date, _| date.to_string())),
    }
}

/// The same, where a date and time with its zone counts as the day that it is then in `zone`.
pub(crate) fn parse_date_in(text: &str, zone: &Zone) -> Result<Date, DateMistake> {
    let as_written = parse_date(text)?;
    let moment = Written::read(text.trim()).and_then(|written| written.moment().ok());
    let in_zone = moment.and_then(|it| {
        let there = it.offset?.to_timestamp(it.date.to_datetime(it.time?)).ok()?;
        Some(zone.day_at(there))
    });
    Ok(in_zone.unwrap_or(as_written))
}

impl DateMistake {
    fn new(message: impl Into<String>) -> DateMistake {
        DateMistake { message: message.into(), suggestion: None }
    }

    fn suggest(self, suggestion: impl Into<String>) -> DateMistake {
        DateMistake { suggestion: Some(suggestion.into()), ..self }
    }
}

/// The day, or a sentence about the month or year that does not have it.
fn day_of(year: i16, month: u32, day: u32) -> Result<Date, String> {
    let name = match month {
        1..=12 => MONTHS[month as usize - 1],
        _ => return Err(format!("a year has 12 months, so there is no month {month}")),
    };
    // A year below 1000 is a mistyped one, such as 0026.
    if year < EARLIEST_YEAR {
        return Err(format!("the year {year:04} is too long ago"));
    }
    let Ok(first) = Date::new(year, month as i8, 1) else {
        return Err(format!("the year {year} is too far in the future"));
    };
    let days = first.days_in_month();
    match i8::try_from(day) {
        Ok(day) if (1..=days).contains(&day) => Ok(first.saturating_add(span(day - 1))),
        _ => Err(format!("{name} {year} has {days} days, so there is no day {day}")),
    }
}

/// Years before this one are taken for mistakes.
const EARLIEST_YEAR: i16 = 1000;

fn span(days: i8) -> jiff::Span {
    jiff::Span::new().days(days)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// An author's words in a message: one line, shortened.
fn quote(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match line.char_indices().nth(40) {
        Some((end, _)) => format!("“{}…”", line[..end].trim_end()),
        None => format!("“{line}”"),
    }
}

#[cfg(test)]
mod tests;
