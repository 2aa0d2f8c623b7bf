//! The weekday and the hour of a meeting, as people write them.

use jiff::civil::{Time, Weekday as Day};

use crate::base::date::parse_date;
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic};
use crate::data::fields::shortened;
use crate::data::{FieldType, Node, Reader, Shape};

/// The name of a weekday, `Thursday`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Weekday(String);

/// An hour and a minute, `14:00`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TimeOfDay(String);

/// The days from Monday, with how else they are called.
const DAYS: [(&str, &[&str]); 7] = [
    ("Monday", &["mon", "mandag", "maandag", "man", "ma"]),
    ("Tuesday", &["tue", "tues", "tirsdag", "dinsdag", "tirs", "di"]),
    ("Wednesday", &["wed", "onsdag", "woensdag", "ons", "wo"]),
    ("Thursday", &["thu", "thur", "thurs", "torsdag", "donderdag", "tors", "do"]),
    ("Friday", &["fri", "fredag", "vrijdag", "fre", "vr"]),
    ("Saturday", &["sat", "lørdag", "zaterdag", "lør", "za"]),
    ("Sunday", &["sun", "søndag", "zondag", "søn", "zo"]),
];

impl Weekday {
    pub(crate) fn day(&self) -> Day {
        let at = DAYS.iter().position(|(name, _)| name.eq_ignore_ascii_case(&self.0));
        let at = at.and_then(|at| i8::try_from(at).ok()).unwrap_or(0);
        Day::from_monday_zero_offset(at).expect("there are seven days")
    }
}

impl TimeOfDay {
    pub(crate) fn time(&self) -> Time {
        let (hour, minute) = self.0.split_once(':').unwrap_or((&self.0, ""));
        let number = |text: &str| text.trim().parse().unwrap_or(0);
        Time::new(number(hour), number(minute), 0, 0).unwrap_or(Time::midnight())
    }

    /// As it was written, with two digits for the hour.
    pub(crate) fn written(&self) -> String {
        written_hour(self.time())
    }
}

/// `14:05`
pub(crate) fn written_hour(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

impl FieldType for Weekday {
    const SHAPE: Shape = Shape::Text;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Weekday> {
        let written = String::read(node, reader)?;
        if DAYS.iter().any(|(name, _)| name.eq_ignore_ascii_case(&written)) {
            return Some(Weekday(written));
        }
        let span = reader.source.span(node.range.clone());
        let message = format!("“{}” is not a weekday", shortened(&written));
        let hint = match meant_day(&written) {
            Some(day) => format!("Did you mean “{day}”?"),
            None => "Write one day, from Monday to Sunday".to_owned(),
        };
        reader.report(Diagnostic::new(Code::UnknownChoice, span, message).hint(hint));
        None
    }
}

fn meant_day(written: &str) -> Option<&'static str> {
    if let Ok(date) = parse_date(written) {
        let at = |day: Day| usize::try_from(day.to_monday_zero_offset()).ok();
        return Some(DAYS[at(date.weekday())?].0);
    }
    let folded = written.trim().trim_end_matches('.').to_lowercase();
    let day = ["every ", "on ", "hver ", "om ", "elke ", "op "];
    let day = day.iter().find_map(|before| folded.strip_prefix(before)).unwrap_or(&folded);
    let singular =
        [day.trim_end_matches('s'), day.trim_end_matches("en"), day.trim_end_matches("e")];
    let is_called = |(name, others): &&(&str, &[&str])| {
        let name = name.to_lowercase();
        name == day
            || others.contains(&day)
            || singular.iter().any(|it| name == *it || others.contains(it))
    };
    let called = DAYS.iter().find(is_called).map(|(name, _)| *name);
    called.or_else(|| nearest(written, DAYS.iter().map(|(name, _)| *name)))
}

impl FieldType for TimeOfDay {
    const SHAPE: Shape = Shape::Text;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<TimeOfDay> {
        let written = String::read(node, reader)?;
        let meant = meant_time(&written);
        let is_as_meant = meant
            .as_deref()
            .is_some_and(|it| it.trim_start_matches('0') == written.trim_start_matches('0'));
        if is_as_meant && written.contains(':') {
            return Some(TimeOfDay(written));
        }
        let span = reader.source.span(node.range.clone());
        let message = format!("“{}” is not an hour of the day", shortened(&written));
        let hint = match meant {
            Some(time) => format!("Did you mean “{time}”?"),
            None => "Write the hour from 00 to 23, a colon and the minute, as in 14:00".to_owned(),
        };
        reader.report(Diagnostic::new(Code::BadDate, span, message).hint(hint));
        None
    }
}

/// `9.30`, `kl. 14`, `2 pm`, `14h30`, `1400` as `14:00`.
fn meant_time(written: &str) -> Option<String> {
    let folded = written.trim().to_lowercase();
    let begin = folded.find(|c: char| c.is_ascii_digit())?;
    let before = folded[..begin].trim().trim_end_matches('.');
    let time = &folded[begin..];
    let end = time.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | 'h' | 'u'));
    let (digits, behind) = time.split_at(end.unwrap_or(time.len()));
    let behind: String = behind.chars().filter(|c| c.is_alphabetic()).collect();
    let later = match behind.as_str() {
        "pm" => 12,
        "am" | "" | "uur" | "our" | "o" => 0,
        _ => return None,
    };
    if !matches!(before, "" | "kl" | "klokken" | "om" | "at") {
        return None;
    }
    let digits = digits.trim_end_matches(['h', 'u', '.', ':']);
    let (hour, minute) = match digits.split_once([':', '.', 'h', 'u']) {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at(2),
        None => (digits, "00"),
    };
    let is_number = |text: &str| text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let hour: u8 = Some(hour).filter(|it| is_number(it))?.parse().ok()?;
    let minute: u8 = Some(minute).filter(|it| is_number(it))?.parse().ok()?;
    let hour = match (hour, behind.as_str()) {
        (12, "am") => 0,
        (1..=11, _) => hour + later,
        _ => hour,
    };
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_known_by_other_names() {
        for (typed, day) in [
            ("thursdays", "Thursday"),
            ("every Thursday", "Thursday"),
            ("torsdag", "Thursday"),
            ("om torsdagen", "Thursday"),
            ("donderdag", "Thursday"),
            ("Thu.", "Thursday"),
            ("2026-11-26", "Thursday"),
            ("Thorsday", "Thursday"),
            ("søndag", "Sunday"),
        ] {
            assert_eq!(meant_day(typed), Some(day), "{typed}");
        }
        assert_eq!(meant_day("after lunch"), None);
    }

    #[test]
    fn hours_are_known_however_they_are_written() {
        for (typed, time) in [
            ("14:00", "14:00"),
            ("9.30", "09:30"),
            ("kl. 14", "14:00"),
            ("14 uur", "14:00"),
            ("14u30", "14:30"),
            ("14h", "14:00"),
            ("1400", "14:00"),
            ("2pm", "14:00"),
            ("2:30 p.m.", "14:30"),
            ("12 am", "00:00"),
            ("12pm", "12:00"),
        ] {
            assert_eq!(meant_time(typed).as_deref(), Some(time), "{typed}");
        }
        for typed in ["25:00", "14:60", "noon", "", "14 to 15", "about 14"] {
            assert_eq!(meant_time(typed), None, "{typed}");
        }
    }
}
