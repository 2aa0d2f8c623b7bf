//! What a story lacks, or sounds like, and whether it is asked about it.
//!
//! A story is asked something if it has as many words as its language wants, at least three signals
//! of at least two families, and two of these three are true:
//!
//! - nobody says “I” (`no-first-person`);
//! - there is neither a scene nor a how (`no-scene` and `no-how`);
//! - it is polished (`office-words`, `figures`, `report-link`, `self-praise`, `title-pattern` or
//!   `near-duplicate`).
//!
//! So one lack alone is never asked about: an instruction says “you” and how; a farewell says “we”
//! and where; who tells how an annual report is made has its words, an “I” and a how.

use super::lists::Held;
use super::measures::Measures;
use super::sameness::Likeness;

/// One sign that a story could be more alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Signal {
    NoFirstPerson,
    WeWithoutI,
    NobodyNamed,
    NoScene,
    NoHow,
    HardToRead,
    OfficeWords,
    MadeNouns,
    Figures,
    ReportLink,
    SelfPraise,
    TitlePattern,
    NearDuplicate,
}

/// What a signal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    Person,
    Scene,
    Process,
    Result,
    Sameness,
    Abstract,
}

impl Signal {
    pub(crate) const ALL: [Signal; 13] = [
        Signal::NoFirstPerson,
        Signal::WeWithoutI,
        Signal::NobodyNamed,
        Signal::NoScene,
        Signal::NoHow,
        Signal::HardToRead,
        Signal::OfficeWords,
        Signal::MadeNouns,
        Signal::Figures,
        Signal::ReportLink,
        Signal::SelfPraise,
        Signal::TitlePattern,
        Signal::NearDuplicate,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Signal::NoFirstPerson => "no-first-person",
            Signal::WeWithoutI => "we-without-i",
            Signal::NobodyNamed => "nobody-named",
            Signal::NoScene => "no-scene",
            Signal::NoHow => "no-how",
            Signal::HardToRead => "hard-to-read",
            Signal::OfficeWords => "office-words",
            Signal::MadeNouns => "made-nouns",
            Signal::Figures => "figures",
            Signal::ReportLink => "report-link",
            Signal::SelfPraise => "self-praise",
            Signal::TitlePattern => "title-pattern",
            Signal::NearDuplicate => "near-duplicate",
        }
    }

    pub(crate) fn family(self) -> Family {
        match self {
            Signal::NoFirstPerson | Signal::WeWithoutI | Signal::NobodyNamed => Family::Person,
            Signal::NoScene => Family::Scene,
            Signal::NoHow => Family::Process,
            Signal::HardToRead | Signal::OfficeWords | Signal::MadeNouns => Family::Abstract,
            Signal::Figures | Signal::ReportLink | Signal::SelfPraise => Family::Result,
            Signal::TitlePattern | Signal::NearDuplicate => Family::Sameness,
        }
    }

    fn is_polish(self) -> bool {
        matches!(self.family(), Family::Result | Family::Sameness) || self == Signal::OfficeWords
    }

    /// Whether the counts of a story show it. `names_somebody`: its fields do.
    fn is_in(self, it: &Measures, like: Likeness, names_somebody: bool, limits: &Held) -> bool {
        let first_person = it.share(it.first_person);
        match self {
            Signal::NoFirstPerson => first_person < limits.first_person,
            Signal::WeWithoutI => {
                it.share(it.we) > limits.we && first_person < limits.first_person_beside_we
            }
            Signal::NobodyNamed => it.named == 0 && !names_somebody,
            Signal::NoScene => it.scene == 0,
            Signal::NoHow => it.share(it.how) < limits.how,
            Signal::HardToRead => it.lix > limits.lix,
            Signal::OfficeWords => it.share(it.polish) >= limits.polish,
            Signal::MadeNouns => it.share(it.made_nouns) > limits.nouns,
            Signal::Figures => it.figures >= limits.figures && it.share(it.how) < limits.how,
            Signal::ReportLink => it.reports > 0,
            Signal::SelfPraise => it.praise >= limits.praise,
            Signal::TitlePattern => like.titles > limits.titles,
            Signal::NearDuplicate => like.same >= limits.same,
        }
    }

    /// Those that a story shows, in order.
    pub(super) fn of(
        measures: &Measures,
        like: Likeness,
        names_somebody: bool,
        limits: &Held,
    ) -> Vec<Signal> {
        let is_in = |it: &Signal| it.is_in(measures, like, names_somebody, limits);
        Signal::ALL.into_iter().filter(is_in).collect()
    }
}

/// Whether a story that is long enough is asked something.
pub(super) fn is_asked(signals: &[Signal]) -> bool {
    let has = |signal| signals.contains(&signal);
    let mut families: Vec<Family> = signals.iter().map(|it| it.family()).collect();
    families.sort_unstable();
    families.dedup();
    let reasons = [
        has(Signal::NoFirstPerson),
        has(Signal::NoScene) && has(Signal::NoHow),
        signals.iter().any(|it| it.is_polish()),
    ];
    let agree = reasons.into_iter().filter(|it| *it).count() >= 2;
    signals.len() >= 3 && families.len() >= 2 && agree
}
