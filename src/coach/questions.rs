//! The questions that may be asked: a fixed list, whose words stand in the texts of the interface
//! under `coach-ask-…`.
//!
//! Each family with a signal has one question. The family with the most signals comes first; where
//! two have as many, the order is person, scene, process, result, sameness, abstract. At most three
//! are asked.

use super::signals::{Family, Signal};

/// A question of the fixed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// Nobody is named: who was there, and what did they say?
    WhoWasThere,
    /// Somebody is named, and nobody says “I”: what did you do yourself?
    WhatDidYouDo,
    WhereWereYou,
    HowDidYouDoIt,
    /// There are numbers or praise: what was done to get there?
    WhatWasDone,
    /// It is like other stories: which odd word do only you use?
    OddWord,
    /// It is hard to read: who should read it?
    WhoShouldRead,
}

impl Question {
    #[cfg(test)]
    pub(super) fn name(self) -> &'static str {
        match self {
            Question::WhoWasThere => "who-was-there",
            Question::WhatDidYouDo => "what-did-you-do",
            Question::WhereWereYou => "where-were-you",
            Question::HowDidYouDoIt => "how-did-you-do-it",
            Question::WhatWasDone => "what-was-done",
            Question::OddWord => "odd-word",
            Question::WhoShouldRead => "who-should-read",
        }
    }

    /// The key of its text.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Question::WhoWasThere => "coach-ask-who-was-there",
            Question::WhatDidYouDo => "coach-ask-what-did-you-do",
            Question::WhereWereYou => "coach-ask-where-were-you",
            Question::HowDidYouDoIt => "coach-ask-how-did-you-do-it",
            Question::WhatWasDone => "coach-ask-what-was-done",
            Question::OddWord => "coach-ask-odd-word",
            Question::WhoShouldRead => "coach-ask-who-should-read",
        }
    }

    fn of(family: Family, signals: &[Signal]) -> Question {
        match family {
            Family::Person if signals.contains(&Signal::NobodyNamed) => Question::WhoWasThere,
            Family::Person => Question::WhatDidYouDo,
            Family::Scene => Question::WhereWereYou,
            Family::Process => Question::HowDidYouDoIt,
            Family::Result => Question::WhatWasDone,
            Family::Sameness => Question::OddWord,
            Family::Abstract => Question::WhoShouldRead,
        }
    }
}

const MOST: usize = 3;

/// The questions for a story with these signals.
pub(super) fn chosen(signals: &[Signal]) -> Vec<Question> {
    let mut counts: Vec<(Family, usize)> = vec![];
    for family in signals.iter().map(|signal| signal.family()) {
        match counts.iter_mut().find(|(known, _)| *known == family) {
            Some((_, count)) => *count += 1,
            None => counts.push((family, 1)),
        }
    }
    counts.sort_by_key(|(family, count)| (std::cmp::Reverse(*count), *family));
    counts.iter().take(MOST).map(|(family, _)| Question::of(*family, signals)).collect()
}
