//! Days.

/// A day of the calendar; `today` always comes in from outside.
pub type Date = jiff::civil::Date;
