//! What a quarter is evaluated by: what the site itself tells of it, and which numbers are hidden
//! because they are of few people. Pure: it knows no words, no files and no clock.

pub(crate) mod bounds;
pub(crate) mod handbook;
pub(crate) mod judged;
mod linked;
pub(crate) mod measures;
pub(crate) mod months;
pub(crate) mod scaffold;
pub(crate) mod small_numbers;
mod table;
pub(crate) mod talks;
pub(crate) mod voices;
