//! What `programme.toml` says of a series of meetings.

use super::meeting_times::{TimeOfDay, Weekday};
use crate::base::Date;
use crate::data::fields::{choices, fields};
use crate::data::{Anchored, Localized};

fields! {
    /// When the people who run it meet.
    pub(crate) struct Meeting {
        /// Its name in addresses; without it, one that is made of the name.
        optional id: Anchored<String> = "story-half-hour";
        /// What it is called.
        required name: Anchored<Localized>, at most 100 = "Story half hour";
        /// What happens there, and who may come, in one sentence.
        optional what_for: Localized, at most 300 = "Bring something half finished.";
        /// How often: week, month or quarter. Of a quarter, it is in January, April, July and October.
        optional every: MeetingRhythm = "week";
        /// The weekday.
        optional day: Weekday = "Thursday";
        /// Which of these days in a month, if it is not each week.
        optional which: WhichDay = "first";
        /// The hour.
        optional time: TimeOfDay = "14:00";
        /// Its length.
        optional minutes: u32 = "30";
        /// Where it is, and how one can listen from elsewhere.
        optional place: Localized, at most 200 = "In the mess in Esbjerg; or call 4411";
        /// The day of the first one, or any day before it.
        optional since: Date = "2026-03-05";
        /// The day of the last one, or any day after it.
        optional until: Date = "2027-12-31";
        /// Days on which there is none, such as holidays.
        list except: Date, at most 100 = "[2026-12-24, 2026-12-31]";
        /// Meetings on other days than usual.
        list moved: MovedMeeting, at most 100 = "[{ from = 2027-01-05, to = 2027-01-12 }]";
    }
}

fields! {
    /// A meeting on another day than usual.
    pub(crate) struct MovedMeeting {
        /// The usual day.
        required from: Date = "2027-01-05";
        /// The day on which it is instead.
        required to: Date = "2027-01-12";
        /// The hour, if it is another one.
        optional time: TimeOfDay = "09:00";
    }
}

choices! {
    /// How often a meeting is.
    pub(crate) enum MeetingRhythm {
        Week = "week",
        Month = "month",
        Quarter = "quarter",
    }
}

choices! {
    /// Which of the days of a month that are the same weekday.
    pub(crate) enum WhichDay {
        First = "first",
        Second = "second",
        Third = "third",
        Fourth = "fourth",
        Last = "last",
    }
}
