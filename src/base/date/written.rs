//! The form that is accepted: a date of ISO 8601, alone or with a time as RFC 3339 has it.

use jiff::civil::Time;
use jiff::tz::Offset;

use super::{Date, DateMistake, day_of};

/// The numbers of a text that has the accepted form; they may still be out of range.
pub(super) struct Written {
    year: i16,
    month: u32,
    day: u32,
    clock: Option<Clock>,
    offset: Option<WrittenOffset>,
}

#[derive(Clone, Copy)]
pub(super) struct Clock {
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) second: u32,
}

struct WrittenOffset {
    west: bool,
    hours: u32,
    minutes: u32,
}

/// What a text says when all its numbers are possible.
pub(super) struct Moment {
    pub(super) date: Date,
    pub(super) time: Option<Time>,
    pub(super) offset: Option<Offset>,
}

impl Written {
    /// `2027-01-15`, then perhaps `T` or a space, `23:59`, `:30`, `.5`, and `Z`, `UTC`,
    /// `+01:00`, `+0100` or `+01`, which may stand apart.
    pub(super) fn read(text: &str) -> Option<Written> {
        let mut rest = Rest(text);
        let year = rest.digits(4)?;
        rest.sign("-")?;
        let month = rest.digits(2)?;
        rest.sign("-")?;
        let day = rest.digits(2)?;
        let (mut clock, mut offset) = (None, None);
        if rest.sign("Tt ").is_some() {
            clock = Some(Clock::read(&mut rest)?);
            offset = WrittenOffset::read(&mut rest)?;
        }
        let year = i16::try_from(year).ok()?;
        rest.0.is_empty().then_some(Written { year, month, day, clock, offset })
    }

    pub(super) fn moment(&self) -> Result<Moment, DateMistake> {
        let date = self.date()?;
        let time = match self.clock.map(Clock::time).transpose() {
            Ok(time) => time,
            Err(message) => {
                let mistake = DateMistake::new(message);
                let midnight = self.clock.is_some_and(Clock::is_midnight_of_next_day);
                return Err(match midnight && self.offset.is_none() {
                    true => mistake.suggest(format!("{date}T23:59")),
                    false => mistake,
                });
            }
        };
        let offset = self.offset.as_ref().map(WrittenOffset::offset).transpose()?;
        Ok(Moment { date, time, offset })
    }

    /// If the month is over 12, month and day may be swapped.
    fn date(&self) -> Result<Date, DateMistake> {
        let Written { year, month, day, .. } = *self;
        day_of(year, month, day).map_err(|message| {
            let mistake = DateMistake::new(message);
            match day_of(year, day, month) {
                Ok(swapped) if month > 12 && self.clock.is_none() => {
                    mistake.suggest(swapped.to_string())
                }
                _ => mistake,
            }
        })
    }
}

impl Clock {
    fn read(rest: &mut Rest) -> Option<Clock> {
        let hour = rest.digits(2)?;
        rest.sign(":")?;
        let minute = rest.digits(2)?;
        let mut second = 0;
        if rest.sign(":").is_some() {
            second = rest.digits(2)?;
            if rest.sign(".,").is_some() {
                rest.fraction()?;
            }
        }
        Some(Clock { hour, minute, second })
    }

    /// A leap second counts as the second before it.
    pub(super) fn time(self) -> Result<Time, String> {
        let second = if self.second == 60 { 59 } else { self.second };
        match (self.hour, self.minute, second) {
            (hour @ 0..=23, minute @ 0..=59, second @ 0..=59) => {
                Ok(Time::constant(hour as i8, minute as i8, second as i8, 0))
            }
            (0..=23, minute @ 60.., _) => Err(format!("there is no minute {minute}")),
            (0..=23, _, second) => Err(format!("there is no second {second}")),
            _ if self.is_midnight_of_next_day() => {
                Err("there is no 24:00: a day ends at 23:59".to_owned())
            }
            (hour, ..) => Err(format!("a day has 24 hours, 00 to 23, so there is no hour {hour}")),
        }
    }

    fn is_midnight_of_next_day(self) -> bool {
        (self.hour, self.minute, self.second) == (24, 0, 0)
    }
}

impl WrittenOffset {
    /// The outer `None` means a wrong form, the inner one that there is no offset.
    fn read(rest: &mut Rest) -> Option<Option<WrittenOffset>> {
        let is_apart = rest.sign(" ").is_some();
        let is_universal = ["UTC", "GMT"].into_iter().any(|name| rest.word(name));
        if is_universal || rest.sign("Zz").is_some() {
            return Some(Some(WrittenOffset { west: false, hours: 0, minutes: 0 }));
        }
        let Some(sign) = rest.sign("+-") else { return (!is_apart).then_some(None) };
        let hours = rest.digits(2)?;
        let minutes = match (rest.sign(":"), rest.0.is_empty()) {
            (None, true) => 0,
            _ => rest.digits(2)?,
        };
        Some(Some(WrittenOffset { west: sign == '-', hours, minutes }))
    }

    fn offset(&self) -> Result<Offset, DateMistake> {
        let minutes = self.hours * 60 + self.minutes;
        if self.minutes > 59 || minutes > 15 * 60 {
            return Err(DateMistake::new(
                "the time difference at the end must be from -12:00 to +14:00",
            ));
        }
        let seconds = minutes as i32 * 60;
        Ok(Offset::from_seconds(if self.west { -seconds } else { seconds })
            .expect("an offset of at most 15 hours is within range"))
    }
}

/// What is still to be read.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn digits(&mut self, count: usize) -> Option<u32> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        let number = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())??;
        self.0 = rest;
        Some(number)
    }

    fn sign(&mut self, any_of: &str) -> Option<char> {
        let sign = self.0.chars().next().filter(|sign| any_of.contains(*sign))?;
        self.0 = &self.0[sign.len_utf8()..];
        Some(sign)
    }

    /// Takes a word in letters of any case.
    fn word(&mut self, word: &str) -> bool {
        let split = self.0.split_at_checked(word.len());
        let rest = split.filter(|(start, _)| start.eq_ignore_ascii_case(word)).map(|it| it.1);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn fraction(&mut self) -> Option<()> {
        let rest = self.0.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() < self.0.len()).then(|| self.0 = rest)
    }
}
